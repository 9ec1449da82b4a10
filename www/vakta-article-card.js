/** The card that tells, beside a mark, who speaks and why it is marked. */
import { colourOf, nameOf, speakersOfQuotes } from "./speakers.js";
import { strings } from "./strings.js";

/** Space between the mark and the card, in pixels. */
const GAP = 8;

export class Card {
  element = document.createElement("div");

  constructor() {
    this.element.className = "card";
    this.element.id = "card";
    this.element.popover = "manual";
    this.element.setAttribute("part", "card");
    this.element.setAttribute("role", "tooltip");
  }

  /**
   * @param {import("./wire").Article} article @param {string} text @param {"hi" | "en"} lang
   * @param {import("./vakta-article-items.js").Target} target @param {DOMRect} beside
   */
  show(article, text, lang, { quote, entity }, beside) {
    this.element.lang = lang;
    const lines = quote === undefined ? entityLines(article, lang, entity ?? 0) : quoteLines(article, text, lang, quote);
    this.element.className = `card ${quote === undefined ? "" : colourOf(speakersOfQuotes(article)[quote])}`;
    this.element.replaceChildren(...lines);
    this.element.showPopover();
    const { width, height } = this.element.getBoundingClientRect();
    const isAbove = beside.top > height + GAP;
    const left = Math.max(GAP, Math.min(beside.left, document.documentElement.clientWidth - width - GAP));
    this.element.style.left = `${left}px`;
    this.element.style.top = `${isAbove ? beside.top - height - GAP : beside.bottom + GAP}px`;
  }

  hide() {
    this.element.hidePopover();
  }
}

/** @param {string} tag @param {string} text @param {{ className?: string, lang?: string }} [properties] */
function line(tag, text, properties = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  return Object.assign(element, properties);
}

/** @param {import("./wire").Article} article @param {string} text @param {"hi" | "en"} lang @param {number} index */
function quoteLines(article, text, lang, index) {
  const t = strings(lang);
  const { kind, cue, speaker, rule } = article.quotes[index];
  const name = nameOf(article, speakersOfQuotes(article)[index]);
  const said = speaker && text.slice(speaker.start, speaker.end);
  const facts = [t.kinds[kind]];
  if (speaker && said !== name) facts.push(`${t.inText}: ${said} (${t.forms[speaker.form]})`);
  if (cue) facts.push(`${t.cue}: ${text.slice(cue.start, cue.end)}`);
  return [
    line("strong", name ?? t.unattributed, { lang: name ? "hi" : lang }),
    line("p", facts.join(" · ")),
    line("p", t.why(rule), { className: "why" }),
  ];
}

/** @param {import("./wire").Article} article @param {"hi" | "en"} lang @param {number} id */
function entityLines(article, lang, id) {
  const t = strings(lang);
  const { name, kind, mentions } = article.entities[id];
  return [line("strong", name, { lang: "hi" }), line("p", `${t.entityKinds[kind]} · ${t.mentions(mentions.length)}`)];
}
