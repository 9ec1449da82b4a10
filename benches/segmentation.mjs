// Segmentation against the browser's own, paired: runs in the page that `cargo xtask bench` opens.

/**
 * Both give the sentences and the words of every text, article by article; each round times one after the other, so that
 * what slows the machine slows both.
 *
 * @param {(text: string) => Uint32Array} segments `Analyzer.segments`: offsets of sentences and tokens.
 * @param {string[]} texts Articles of about 4 KB.
 * @param {number} [rounds]
 * @returns {{ segmentation_vs_intl_segmenter: number, segmentation_mb_per_second: number, intl_segmenter_mb_per_second: number }}
 *   The median ratio, and the median speeds in MB of UTF-8 a second.
 */
export function measure(segments, texts, rounds = 15) {
  const megabytes = texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0) / 1e6;
  const sentences = new Intl.Segmenter("hi", { granularity: "sentence" });
  const words = new Intl.Segmenter("hi", { granularity: "word" });
  const ours = () => texts.reduce((sum, text) => sum + segments(text).length, 0);
  const theirs = () => {
    let count = 0;
    for (const text of texts) {
      for (const segment of sentences.segment(text)) count += segment.index >= 0 ? 1 : 0;
      for (const segment of words.segment(text)) count += segment.isWordLike ? 1 : 0;
    }
    return count;
  };
  const time = (/** @type {() => number} */ run) => {
    const began = performance.now();
    let sum = run();
    for (let again = 1; again < 4; again++) sum += run();
    if (sum === 0) throw new Error("nothing was segmented");
    return (performance.now() - began) / 4;
  };
  time(ours);
  time(theirs);
  const rows = Array.from({ length: rounds }, () => ({ ours: time(ours), theirs: time(theirs) }));
  const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1];
  return {
    segmentation_vs_intl_segmenter: median(rows.map((row) => row.theirs / row.ours)),
    segmentation_mb_per_second: (1000 * megabytes) / median(rows.map((row) => row.ours)),
    intl_segmenter_mb_per_second: (1000 * megabytes) / median(rows.map((row) => row.theirs)),
  };
}

/**
 * Bytes a second at 10 KB, 1 MB and 10 MB: linear when they are alike.
 * @param {(text: string) => Uint32Array} segments
 * @param {string[]} texts
 * @returns {number[]} MB of UTF-8 a second.
 */
export function scaling(segments, texts) {
  const article = `${texts.join("\n\n")}\n\n`;
  return [1e4, 1e6, 1e7].map((size) => {
    // Three bytes for a Devanagari character, one for a space: about 2.6.
    const text = article.repeat(Math.ceil(size / article.length)).slice(0, Math.round(size / 2.6));
    const bytes = new TextEncoder().encode(text).length;
    const runs = Math.max(1, Math.round(2e7 / bytes));
    let best = Infinity;
    for (let round = 0; round < 3; round++) {
      const began = performance.now();
      for (let run = 0; run < runs; run++) segments(text);
      best = Math.min(best, (performance.now() - began) / runs);
    }
    return bytes / best / 1000;
  });
}
