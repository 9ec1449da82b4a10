/**
 * Who speaks, read off an article: the questions that the element, the panels and the exports all ask.
 *
 * @typedef {import("./wire").Article} Article
 * @typedef {import("./wire").SpeakerShare} SpeakerShare
 */

/** Colours of the palette; further speakers begin again, told apart by their initials. */
export const COLOURS = 12;

/**
 * For each quote the index of its speaker in `article.speakers`, or -1 where the text names nobody.
 * @param {Article} article
 * @returns {number[]}
 */
export function speakersOfQuotes(article) {
  const speakers = article.quotes.map(() => -1);
  article.speakers.forEach(({ quotes }, speaker) => quotes.forEach((quote) => (speakers[quote] = speaker)));
  return speakers;
}

/**
 * The palette class of a speaker.
 * @param {number} speaker index in `article.speakers`, or -1
 */
export function colourOf(speaker) {
  return speaker < 0 ? "speaker-none" : `speaker-${(speaker % COLOURS) + 1}`;
}

/**
 * @param {Article} article
 * @param {number} speaker
 * @returns {string | undefined} nothing where the quote is not attributed
 */
export function nameOf(article, speaker) {
  const { entity, role } = article.speakers[speaker] ?? {};
  return entity === undefined ? role : article.entities[entity]?.name;
}

const graphemes = new Intl.Segmenter("hi", { granularity: "grapheme" });

/**
 * One or two letters that stand for a name: the first of its first and of its last word, with their vowel signs.
 * @param {string | undefined} name
 */
export function initials(name) {
  const words = name?.split(/[\s.·-]+/u).filter(Boolean) ?? [];
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word) => [...graphemes.segment(word)][0].segment).join("") || "?";
}

/**
 * Words of a stretch of text: tokens with a letter or a digit; of a long text, which comes without tokens, what white space parts.
 * @param {Article} article @param {string} text
 * @param {import("./wire").Span} span
 */
export function wordsIn({ tokens }, text, { start, end }) {
  if (!tokens.length) return text.slice(start, end).split(/\s+/).length;
  let first = 0;
  for (let last = tokens.length; first < last; ) {
    const middle = (first + last) >> 1;
    if (tokens[middle].end <= start) first = middle + 1;
    else last = middle;
  }
  let words = 0;
  for (let i = first; i < tokens.length && tokens[i].start < end; i++) {
    if (tokens[i].kind === "word" || tokens[i].kind === "number") words++;
  }
  return words;
}
