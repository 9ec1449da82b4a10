/**
 * From an article to what is painted: the marks in text order, and the parts that a long text is painted in.
 *
 * @typedef {import("./wire").Article} Article
 * @typedef {{ quote?: number, entity?: number, mention?: number }} Target a quote, or one place of an entity
 * @typedef {{ start: number, end: number, key: string, make: (isFirst: boolean) => HTMLElement }} Item
 */
import { colourOf, initials, nameOf, speakersOfQuotes } from "./speakers.js";
import { strings } from "./strings.js";

/** Kinds of entities that are marked: who, which body, which place. */
const NAMED = ["person", "organization", "location"];
/** UTF-16 units painted in one go. */
const PART = 8000;

/** @param {string} tag @param {string} names class and part @param {string} [key] */
function make(tag, names, key) {
  const element = document.createElement(tag);
  element.className = names;
  element.setAttribute("part", names);
  if (key) element.dataset.key = key;
  return element;
}

/** @param {string} key @returns {Target} */
export function targetOf(key) {
  const [kind, index] = key.split("-");
  return { [kind]: Number(index) };
}

/**
 * Marks in text order, an outer one before those inside it.
 * @param {Article} article
 * @param {{ lang: "hi" | "en", isReadonly: boolean }} options
 * @returns {Item[]}
 */
export function itemsOf(article, { lang, isReadonly }) {
  /** @type {Item[]} */
  const items = [];
  /** @param {import("./wire").Span} span @param {string} tag @param {string} names @param {string} [key] */
  const add = ({ start, end }, tag, names, key = "") =>
    items.push({ start, end, key, make: () => make(tag, names, key) });

  const speakers = speakersOfQuotes(article);
  article.quotes.forEach((quote, i) => {
    const colour = colourOf(speakers[i]);
    const names = `quote ${quote.kind} ${colour}${quote.continued ? " continued" : ""}`;
    const key = `quote-${i}`;
    items.push({
      ...quote.content,
      key,
      make(isFirst) {
        const mark = make("mark", names, key);
        if (isFirst) mark.dataset.initials = initials(nameOf(article, speakers[i]));
        if (isFirst && !isReadonly) mark.append(handle(article, i, speakers[i], lang));
        return mark;
      },
    });
    for (const span of quote.speaker ? [quote.speaker, ...(quote.speaker.others ?? [])] : []) {
      items.push({ start: span.start, end: span.end, key: "", make: () => make("span", `speaker ${colour}`, key) });
    }
    if (quote.cue) items.push({ ...quote.cue, key: "", make: () => make("span", `cue ${colour}`, key) });
  });
  for (const { id, kind, mentions } of article.entities) {
    if (!NAMED.includes(kind)) continue;
    for (const mention of mentions) add(mention, "span", `name ${kind}`, `entity-${id}`);
  }
  for (const { evidence } of article.topics) for (const span of evidence) add(span, "span", "evidence");
  for (const { mentions } of article.terms) for (const span of mentions) add(span, "span", "term");
  for (const span of article.paragraphs) if (span.kind === "furniture") add(span, "span", "furniture");
  // A stable sort: of two equal spans the one added first is outside.
  return items.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The handle of a quote for keyboard and screen reader; for the eye the style sheet draws the initials, so that the text of
 * the element stays the text of the article.
 * @param {Article} article @param {number} quote @param {number} speaker @param {"hi" | "en"} lang
 */
function handle(article, quote, speaker, lang) {
  const t = strings(lang);
  const button = /** @type {HTMLButtonElement} */ (make("button", "handle"));
  button.type = "button";
  button.lang = lang;
  button.setAttribute("aria-label", `${t.quote} ${quote + 1}: ${nameOf(article, speaker) ?? t.unattributed}, ${t.kinds[article.quotes[quote].kind]}`);
  return button;
}

/**
 * The text in parts of some paragraphs, each with the items that touch it; the parts' text, joined, is the text.
 * @param {Article} article @param {string} text @param {Item[]} items
 * @returns {Generator<{ element: HTMLElement, start: number, items: Item[] }>}
 */
export function* partsOf(article, text, items) {
  let start = 0;
  let nextItem = 0;
  /** @type {Item[]} */
  let open = [];
  let element = make("div", "part");
  const finish = (/** @type {number} */ end) => {
    open = open.filter((item) => item.end > start);
    while (nextItem < items.length && items[nextItem].start < end) open.push(items[nextItem++]);
    const part = { element, start, items: open };
    start = end;
    element = make("div", "part");
    return part;
  };
  let end = 0;
  for (const paragraph of article.paragraphs) {
    if (paragraph.start > end) element.append(text.slice(end, paragraph.start));
    const block = make(paragraph.kind === "headline" ? "h2" : "p", paragraph.kind === "headline" ? "headline" : "paragraph");
    block.append(text.slice(paragraph.start, paragraph.end));
    element.append(block);
    end = paragraph.end;
    if (end - start > PART) yield finish(end);
  }
  element.append(text.slice(end));
  yield finish(text.length);
}
