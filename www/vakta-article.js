/**
 * `<vakta-article>`: an article with its speakers, quotes and names marked. This file only defines the class;
 * `vakta-article-define.js` registers it.
 *
 * What stands inside the tag is the article, and stays on the page as it is should anything fail.
 */
import { createAnalyzer } from "./vakta.js";
import { Card } from "./vakta-article-card.js";
import { itemsOf, partsOf, targetOf } from "./vakta-article-items.js";
import { palette, style } from "./vakta-article-style.js";

/**
 * @typedef {import("./wire").Article} Article
 * @typedef {import("./wire").Name} Name
 * @typedef {import("./vakta-article-items.js").Item} Item
 * @typedef {import("./vakta-article-items.js").Target} Target
 */

export const LAYERS = ["quotes", "speakers", "names", "topics", "terms", "furniture"];
const SHOWN = "quotes speakers names furniture";
/** A slice of painting, in milliseconds: less than a frame. */
const SLICE = 10;

/** An article was analyzed, or set: `article` is what is shown. */
export class VaktaAnalyzedEvent extends Event {
  /** @param {Article} article */
  constructor(article) {
    super("vakta-analyzed", { bubbles: true, composed: true });
    this.article = article;
  }
}

/** The reader chose a quote or a name. */
export class VaktaSelectEvent extends Event {
  /** @param {Target} target @param {Element} mark where it stands, to place a menu at */
  constructor(target, mark) {
    super("vakta-select", { bubbles: true, composed: true });
    this.quote = target.quote;
    this.entity = target.entity;
    this.mark = mark;
  }
}

/** The analysis failed; what was on the page is still there. */
export class VaktaErrorEvent extends Event {
  /** @param {unknown} error */
  constructor(error) {
    super("vakta-error", { bubbles: true, composed: true });
    this.error = error;
  }
}

export class VaktaArticle extends HTMLElement {
  static observedAttributes = ["lang-ui", "layers", "readonly"];

  /** One analyzer for all elements of a page; a page that has its own may put it here. @type {Promise<import("./vakta.js").Analyzer> | undefined} */
  static analyzer;

  /** @type {string | null} */
  #value = null;
  /** @type {Article | null} */
  #article = null;
  /** The text that `#article` is of. */
  #text = "";
  /** @type {Name[] | null} */
  #names = null;
  /** @type {Promise<import("./vakta.js").Analyzer> | undefined} */
  #own;
  #isStale = false;
  #updating = false;
  #generation = 0;
  /** @type {AbortController | undefined} */
  #analysis;
  #slot = document.createElement("slot");
  #body = document.createElement("div");
  #card = new Card();
  /** Marks by what they show: `quote-3`, `entity-0`. @type {Map<string, HTMLElement[]>} */
  #marks = new Map();
  /** @type {string | undefined} */
  #lit;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [palette, style];
    this.#body.className = "article";
    this.#body.setAttribute("part", "article");
    this.#body.lang = "hi";
    this.#body.hidden = true;
    root.append(this.#slot, this.#body, this.#card.element);
    this.#body.addEventListener("click", (event) => this.#select(event));
    this.#body.addEventListener("pointerover", (event) => this.#point(event));
    this.#body.addEventListener("focusin", (event) => this.#point(event));
    for (const type of ["pointerleave", "focusout"]) this.#body.addEventListener(type, () => this.#point());
    this.#body.addEventListener("keydown", ({ key }) => key === "Escape" && this.#point());
  }

  connectedCallback() {
    this.#body.dataset.layers = this.layers.join(" ");
    if (!this.#article) this.#isStale = true;
    this.#update();
  }

  disconnectedCallback() {
    this.#analysis?.abort();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    this.#body.dataset.layers = this.layers.join(" ");
    if (name !== "layers" && before !== now) this.#update();
  }

  /** The text; what stands inside the tag unless one is set. */
  get value() {
    return this.#value ?? this.textContent ?? "";
  }

  set value(text) {
    this.#value = String(text);
    this.#article = null;
    this.#isStale = true;
    this.#update();
  }

  /** What is shown: the last analysis, or an article (of the same text) that the page set, for instance a corrected one. */
  get article() {
    return this.#article;
  }

  set article(article) {
    this.#article = article;
    this.#isStale = article === null;
    this.#update();
  }

  /** The text that the offsets of `article` count in. */
  get text() {
    return this.#text;
  }

  /** A newsroom's own names. */
  get names() {
    return this.#names ?? [];
  }

  set names(names) {
    this.#names = names;
    this.#own?.then((analyzer) => analyzer.dispose());
    this.#own = undefined;
    this.#isStale = true;
    this.#article = null;
    this.#update();
  }

  /** Layers shown: the attribute `layers`, some of `quotes speakers names topics terms furniture`. */
  get layers() {
    return (this.getAttribute("layers") ?? SHOWN).split(/\s+/).filter((layer) => LAYERS.includes(layer));
  }

  set layers(layers) {
    this.setAttribute("layers", layers.join(" "));
  }

  /** What the reader selected in a text that was set, without white space at its ends. @returns {import("./wire").Span | null} */
  get selection() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const range = root && getSelection()?.getComposedRanges({ shadowRoots: [root] })[0];
    if (!range || range.collapsed || !this.#body.contains(range.startContainer) || !this.#body.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(this.#body, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    before.setEnd(range.endContainer, range.endOffset);
    const words = this.#text.slice(start, before.toString().length);
    const at = start + words.length - words.trimStart().length;
    return words.trim() ? { start: at, end: at + words.trim().length } : null;
  }

  /**
   * Scrolls to a quote, or to the `mention`th place of an entity, and puts the focus there.
   * @param {Target} target
   */
  reveal({ quote, entity, mention = 0 }) {
    const mark = this.#marks.get(quote === undefined ? `entity-${entity}` : `quote-${quote}`)?.[mention];
    if (!mark) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    const focus = /** @type {HTMLElement} */ (mark.querySelector(".handle") ?? mark);
    if (focus === mark) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
    mark.classList.remove("found");
    requestAnimationFrame(() => mark.classList.add("found"));
  }

  /** Where the quotes stand, from 0 at the top to 1 at the end: for a map beside the text. @returns {{ quote: number, top: number, height: number }[]} */
  outline() {
    const { top, height } = this.#body.getBoundingClientRect();
    if (!height) return [];
    return [...this.#marks].filter(([key]) => key.startsWith("quote-")).map(([key, marks]) => {
      const boxes = marks.map((mark) => mark.getBoundingClientRect());
      const first = Math.min(...boxes.map((box) => box.top));
      const last = Math.max(...boxes.map((box) => box.bottom));
      return { quote: Number(key.slice(6)), top: (first - top) / height, height: (last - first) / height };
    });
  }

  /** One update in the next microtask, however many properties were set. */
  async #update() {
    if (this.#updating || !this.isConnected) return;
    this.#updating = true;
    await null;
    this.#updating = false;
    this.#analysis?.abort();
    try {
      await this.#show();
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) this.dispatchEvent(new VaktaErrorEvent(error));
    }
  }

  async #show() {
    const generation = ++this.#generation;
    // A text that was set can be read at once, without its marks.
    if (this.#value !== null && this.#isStale) this.#replace(textOnly(this.#value));
    const analyzer = await this.#analyzer();
    const Painter = await analyzer.painter();
    // Without a value the marks go onto a copy of what the page wrote inside the tag: links and pictures stay.
    const copy = this.#value === null ? copyOf(this) : null;
    const text = copy ? Painter.read(copy).text : this.value;
    if (this.#isStale) {
      this.#analysis = new AbortController();
      const article = await analyzer.analyze(text, { signal: this.#analysis.signal });
      if (generation !== this.#generation) return;
      this.#article = article;
      this.#isStale = false;
    }
    const article = this.#article;
    if (!article || generation !== this.#generation) return;
    this.#text = text;
    const isPainted = await this.#paint(generation, Painter, article, copy);
    if (isPainted) this.dispatchEvent(new VaktaAnalyzedEvent(article));
  }

  /** The page's analyzer, or one of its own where the element has names of its own. */
  async #analyzer() {
    VaktaArticle.analyzer ??= createAnalyzer();
    const shared = await VaktaArticle.analyzer;
    if (!this.#names) return shared;
    this.#own ??= createAnalyzer({ module: shared.module, names: this.#names });
    return this.#own;
  }

  /**
   * Paints part after part, and lets the page breathe between them.
   * @param {number} generation @param {typeof import("./generated/vakta.js").Painter} Painter
   * @param {Article} article @param {HTMLElement | null} copy
   * @returns {Promise<boolean>} false where another update came between
   */
  async #paint(generation, Painter, article, copy) {
    const items = itemsOf(article, { lang: this.#lang, isReadonly: this.hasAttribute("readonly") });
    /** @type {Map<string, HTMLElement[]>} */
    const marks = new Map();
    /** @param {Item[]} part @param {import("./generated/vakta.js").Painter} painter */
    const mark = (part, painter) =>
      painter.mark(Uint32Array.from(part.flatMap(({ start, end }) => [start, end])), (/** @type {number} */ i, /** @type {boolean} */ isFirst) => {
        const element = part[i].make(isFirst);
        const { key } = part[i];
        if (key) marks.get(key)?.push(element) ?? marks.set(key, [element]);
        return element;
      });
    if (copy) {
      mark(items, Painter.read(copy));
      this.#replace(copy);
    } else {
      let ready = document.createDocumentFragment();
      let isFirst = true;
      let sliceEnd = performance.now() + SLICE;
      for (const { element, start, items: inside } of partsOf(article, this.#text, items)) {
        mark(inside, Painter.verbatim(element, start));
        ready.append(element);
        if (performance.now() < sliceEnd) continue;
        if (isFirst) this.#replace(ready);
        else this.#body.append(ready);
        isFirst = false;
        ready = document.createDocumentFragment();
        await new Promise((resolve) => setTimeout(resolve));
        if (generation !== this.#generation) return false;
        sliceEnd = performance.now() + SLICE;
      }
      if (isFirst) this.#replace(ready);
      else this.#body.append(ready);
    }
    this.#marks = marks;
    return true;
  }

  /** @param {Node} content */
  #replace(content) {
    this.#card.hide();
    this.#marks = new Map();
    this.#slot.hidden = true;
    this.#body.hidden = false;
    this.#body.replaceChildren(content);
  }

  get #lang() {
    return this.getAttribute("lang-ui") === "en" ? "en" : "hi";
  }

  /** @param {Event} event */
  #select(event) {
    const mark = markOf(event);
    if (mark && !this.hasAttribute("readonly")) this.dispatchEvent(new VaktaSelectEvent(targetOf(mark.dataset.key ?? ""), mark));
  }

  /** Lights up what the pointer or the focus is on, everywhere it stands. @param {Event} [event] */
  #point(event) {
    const mark = event && markOf(event);
    const key = mark?.dataset.key;
    if (key !== this.#lit) {
      for (const lit of this.#marks.get(this.#lit ?? "") ?? []) lit.classList.remove("lit");
      for (const lit of this.#marks.get(key ?? "") ?? []) lit.classList.add("lit");
      this.#lit = key;
    }
    if (!mark || !key || !this.#article) return this.#card.hide();
    // A mark that runs over lines has a box for each: the card stands at the one that is pointed at.
    const y = event instanceof PointerEvent ? event.clientY : 0;
    const boxes = [...mark.getClientRects()];
    const box = boxes.find((b) => b.top <= y && y <= b.bottom) ?? boxes[0];
    if (box) this.#card.show(this.#article, this.#text, this.#lang, targetOf(key), box);
  }
}

/** @param {Event} event @returns {HTMLElement | null} */
function markOf({ target }) {
  return target instanceof Element ? target.closest("[data-key]") : null;
}

/** Paragraphs without marks. @param {string} text */
function textOnly(text) {
  const fragment = document.createDocumentFragment();
  for (const line of text.split("\n")) {
    if (!line.trim()) continue;
    const p = document.createElement("p");
    p.textContent = line;
    fragment.append(p);
  }
  return fragment;
}

/** @param {HTMLElement} element */
function copyOf(element) {
  const copy = document.createElement("div");
  copy.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
  return copy;
}
