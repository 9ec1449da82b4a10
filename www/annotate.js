/**
 * Highlights over an editor's text. The editor owns its DOM: no node is touched, only ranges are painted (CSS Custom Highlight
 * API). Style them in the document that holds the editor:
 *
 *     ::highlight(vakta-quote) { background: #e8eefc }
 *     ::highlight(vakta-speaker), ::highlight(vakta-cue), ::highlight(vakta-person) …
 *
 * @typedef {import("./wire").Article} Article
 */

/** Pause in typing after which the text is read again, in milliseconds. */
const PAUSE = 250;

/**
 * @param {HTMLElement} editable the element that holds the text; it may stand in a frame
 * @param {import("./vakta.js").Analyzer} analyzer
 * @param {{ onArticle?: (article: Article, text: string) => void }} [options]
 * @returns {{ refresh: () => Promise<void>, stop: () => void }}
 */
export function annotate(editable, analyzer, { onArticle } = {}) {
  let pause = 0;
  let generation = 0;
  /** @type {import("./generated/vakta.js").Painter | undefined} */
  let painter;

  async function refresh() {
    const mine = ++generation;
    const Painter = await analyzer.painter();
    const read = Painter.read(editable);
    const article = await analyzer.analyze(read.text);
    if (mine !== generation) return read.free();
    painter?.clear();
    painter?.free();
    painter = read;
    for (const [name, spans] of Object.entries(spansOf(article))) {
      painter.highlight(`vakta-${name}`, Uint32Array.from(spans.flatMap(({ start, end }) => [start, end])));
    }
    onArticle?.(article, read.text);
  }

  const observer = new MutationObserver(() => {
    clearTimeout(pause);
    pause = setTimeout(refresh, PAUSE);
  });
  observer.observe(editable, { childList: true, characterData: true, subtree: true });
  refresh();
  return {
    refresh,
    stop() {
      observer.disconnect();
      clearTimeout(pause);
      generation++;
      painter?.clear();
    },
  };
}

/** What is painted, by the name of its highlight. @param {Article} article @returns {Record<string, import("./wire").Span[]>} */
export function spansOf({ quotes, entities }) {
  const named = (/** @type {string} */ kind) => entities.filter((e) => e.kind === kind).flatMap((e) => e.mentions);
  return {
    quote: quotes.map(({ content }) => content),
    cue: quotes.flatMap(({ cue }) => cue ?? []),
    speaker: quotes.flatMap(({ speaker }) => speaker ?? []),
    person: named("person"),
    organization: named("organization"),
    location: named("location"),
  };
}

/**
 * The parts of a span that lie in blocks of text: for editors that address each block by itself.
 * @template {{ from: number, to: number }} Block
 * @param {Block[]} blocks in text order @param {import("./wire").Span} span
 * @returns {{ block: Block, from: number, to: number }[]} offsets within the block
 */
export function partsIn(blocks, { start, end }) {
  let first = 0;
  for (let last = blocks.length; first < last; ) {
    const middle = (first + last) >> 1;
    if (blocks[middle].to <= start) first = middle + 1;
    else last = middle;
  }
  const parts = [];
  for (let i = first; i < blocks.length && blocks[i].from < end; i++) {
    const { from, to } = blocks[i];
    parts.push({ block: blocks[i], from: Math.max(start, from) - from, to: Math.min(end, to) - from });
  }
  return parts;
}
