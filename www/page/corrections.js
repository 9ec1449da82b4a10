/**
 * An editor's corrections: plain data, kept apart from the analysis and applied to it anew each time.
 *
 * Quotes are meant by their place in the text and entities by their name, so that corrections outlive a better analyzer.
 *
 * @typedef {import("../wire").Article} Article
 * @typedef {import("../wire").Quote} Quote
 * @typedef {import("../wire").Span} Span
 *
 * @typedef {{ do: "speaker", at: Span, who: string | null }
 *   | { do: "drop", at: Span }
 *   | { do: "add", at: Span, kind: import("../wire").QuoteKind, who: string | null }
 *   | { do: "rename", name: string, to: string }
 *   | { do: "merge", name: string, into: string }} Correction
 */
import { wordsIn } from "../speakers.js";

/**
 * The article with the corrections made; the given one stays as it is.
 * @param {Article} article @param {string} text @param {Correction[]} corrections
 * @returns {Article}
 */
export function correct(article, text, corrections) {
  if (!corrections.length) return article;
  const corrected = structuredClone(article);
  for (const correction of corrections) STEPS[correction.do](corrected, text, /** @type {any} */ (correction));
  corrected.quotes.sort((a, b) => a.content.start - b.content.start);
  corrected.speakers = share(corrected, text);
  return corrected;
}

/** @type {{ [K in Correction["do"]]: (article: Article, text: string, correction: Extract<Correction, { do: K }>) => void }} */
const STEPS = {
  speaker(article, text, { at, who }) {
    const quote = article.quotes.find(({ content }) => isSame(content, at));
    if (quote) quote.speaker = speaker(article, text, at, who);
  },
  drop(article, _, { at }) {
    article.quotes = article.quotes.filter(({ content }) => !isSame(content, at));
  },
  add(article, text, { at, kind, who }) {
    const quote = { kind, content: at, cue: null, speaker: speaker(article, text, at, who), rule: "editor", topics: [], terms: [] };
    article.quotes.push(quote);
  },
  rename(article, _, { name, to }) {
    const entity = article.entities.find((e) => e.name === name);
    if (entity) entity.name = to;
  },
  merge(article, _, { name, into }) {
    const from = article.entities.find((e) => e.name === name);
    const target = article.entities.find((e) => e.name === into);
    if (!from || !target || from === target) return;
    target.mentions = [...target.mentions, ...from.mentions].sort((a, b) => a.start - b.start);
    const [old, now] = [from.id, target.id];
    // Ids are indices: what stands behind the merged entity moves up by one.
    const id = (/** @type {number} */ before) => {
      const joined = before === old ? now : before;
      return joined > old ? joined - 1 : joined;
    };
    for (const { speaker } of article.quotes) if (speaker && speaker.entity !== null) speaker.entity = id(speaker.entity);
    article.entities = article.entities.filter((e) => e !== from).map((e) => ({ ...e, id: id(e.id) }));
  },
};

/** @param {Span} a @param {Span} b */
const isSame = (a, b) => a.start === b.start && a.end === b.end;

/**
 * A speaker by name: the entity of that name at its mention nearest to the quote, else the words as they stand in the text,
 * else somebody whom the text does not name.
 * @param {Article} article @param {string} text @param {Span} at @param {string | null} who
 * @returns {import("../wire").Speaker | null}
 */
function speaker(article, text, at, who) {
  if (who === null) return null;
  const entity = article.entities.find(({ name }) => name === who);
  const places = entity?.mentions ?? placesOf(text, who);
  if (!places.length) {
    const nowhere = { start: at.start, end: at.start };
    const id = article.entities.push({ id: article.entities.length, kind: "person", name: who, mentions: [nowhere] }) - 1;
    return { ...nowhere, form: "name", entity: id };
  }
  const distance = (/** @type {Span} */ span) => Math.max(at.start - span.end, span.start - at.end, 0);
  const { start, end } = places.reduce((best, span) => (distance(span) < distance(best) ? span : best));
  return { start, end, form: entity ? "name" : "role", entity: entity?.id ?? null };
}

/** @param {string} text @param {string} words @returns {Span[]} */
function placesOf(text, words) {
  const places = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) places.push({ start: at, end: at + words.length });
  return places;
}

/** Who speaks how much, most words first. @param {Article} article @param {string} text @returns {import("../wire").SpeakerShare[]} */
function share(article, text) {
  /** @type {Map<number | string, import("../wire").SpeakerShare>} */
  const shares = new Map();
  article.quotes.forEach(({ speaker, content }, i) => {
    if (!speaker) return;
    const { start, end, entity } = speaker;
    const role = text.slice(start, end);
    const key = entity ?? role;
    if (!shares.has(key)) shares.set(key, { ...(entity === null ? { role } : { entity }), quotes: [], words: 0 });
    const of = /** @type {import("../wire").SpeakerShare} */ (shares.get(key));
    of.quotes.push(i);
    of.words += wordsIn(article, text, content);
  });
  return [...shares.values()].sort((a, b) => b.words - a.words || a.quotes[0] - b.quotes[0]);
}

/** The corrections of one text, with undo and redo. */
export class History {
  /** @type {Correction[]} */
  done;
  /** @type {Correction[]} */
  #undone = [];

  /** @param {Correction[]} done */
  constructor(done) {
    this.done = done;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /** @param {Correction} correction */
  add(correction) {
    this.done = [...this.done, correction];
    this.#undone = [];
  }

  undo() {
    const last = this.done.at(-1);
    if (!last) return;
    this.done = this.done.slice(0, -1);
    this.#undone.push(last);
  }

  redo() {
    const next = this.#undone.pop();
    if (next) this.done = [...this.done, next];
  }
}

/** A short name for a text, under which its corrections are kept: the beginning of its SHA-256. @param {string} text */
export async function nameOfText(text) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash, 0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
