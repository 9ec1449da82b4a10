/** The panels beside the article: who speaks, about what, who is named. */
import { html, nothing } from "../generated/lit-html.js";
import { colourOf, initials, nameOf, speakersOfQuotes, wordsIn } from "../speakers.js";
import { percent, strings } from "./strings.js";

/**
 * @typedef {import("../wire").Article} Article
 * @typedef {import("./strings.js").Lang} Lang
 * @typedef {object} View what the panels show
 * @property {Article} article
 * @property {string} text
 * @property {Lang} lang
 * @property {(target: import("../vakta-article-items.js").Target) => void} reveal
 */

/** Items a list shows at first; a book has thousands. */
const MANY = 40;

/** All that is said, by speaker, most words first; what is attributed to nobody comes last. @param {Article} article @param {string} text */
export function sharesOf(article, text) {
  const of = speakersOfQuotes(article);
  const shares = article.speakers.map(({ quotes, words }, speaker) => ({ speaker, quotes, words }));
  const orphans = article.quotes.map((_, i) => i).filter((i) => of[i] < 0);
  if (orphans.length) {
    const words = orphans.reduce((sum, i) => sum + wordsIn(article, text, article.quotes[i].content), 0);
    shares.push({ speaker: -1, quotes: orphans, words });
  }
  return shares;
}

/** One bar, a segment a speaker. @param {View} view */
export function voices({ article, text, lang, reveal }) {
  const t = strings(lang);
  const shares = sharesOf(article, text);
  const total = shares.reduce((sum, { words }) => sum + words, 0);
  if (!total) return nothing;
  return html`<div class="bar" role="group" aria-label=${t.voices}>
    ${shares.slice(0, MANY).map(({ speaker, quotes, words }) => {
      const name = nameOf(article, speaker) ?? t.unattributed;
      const label = `${name}: ${percent(words / total, lang)}, ${t.quotes(quotes.length)}`;
      return html`<button type="button" class="segment ${colourOf(speaker)}" .style=${`flex-grow: ${words}`}
        title=${label} aria-label=${label} data-initials=${initials(nameOf(article, speaker))}
        @click=${() => reveal({ quote: quotes[0] })}></button>`;
    })}
  </div>`;
}

/** What a speaker speaks about most: terms of the quotes, the article's best first. @param {Article} article @param {number[]} quotes */
function termsOf({ terms, quotes: all }, quotes) {
  const about = new Set(quotes.flatMap((q) => all[q].terms));
  return [...about].sort((a, b) => a - b).slice(0, 3).map((term) => terms[term].text);
}

/** @param {View} view */
export function speakersPanel({ article, text, lang, reveal }) {
  const t = strings(lang);
  const shares = sharesOf(article, text);
  const most = Math.max(1, ...shares.map(({ words }) => words));
  const total = shares.reduce((sum, { words }) => sum + words, 0);
  return html`<section class="panel" aria-labelledby="speakers-title">
    <h2 id="speakers-title">${t.speakers}</h2>
    ${shares.length ? nothing : html`<p class="note">${text.trim() ? t.noQuotes : t.empty}</p>`}
    <ol class="speakers">
      ${shares.slice(0, MANY).map(({ speaker, quotes, words }, place) => {
        const name = nameOf(article, speaker);
        const about = termsOf(article, quotes);
        const direct = quotes.filter((q) => article.quotes[q].kind === "direct").reduce((sum, q) => sum + wordsIn(article, text, article.quotes[q].content), 0);
        return html`<li class=${colourOf(speaker)}>
          <details ?open=${place < 2}>
            <summary>
              <span class="chip" data-initials=${initials(name)}></span>
              <span class="who" lang=${name ? "hi" : lang}>${name ?? t.unattributed}</span>
              <span class="share">${percent(words / (total || 1), lang)}</span>
              <span class="meter" aria-hidden="true" .style=${`inline-size: ${(100 * words) / most}%`}>
                <span .style=${`inline-size: ${words ? (100 * direct) / words : 0}%`}></span></span>
              <span class="amount">${t.words(words)} · ${t.quotes(quotes.length)}${about.length ? html` · <span lang=${lang}>${t.on(about.join(", "))}</span>` : nothing}</span>
            </summary>
            <ol class="quotes">
              ${quotes.slice(0, MANY).map((q) => {
                const { content, kind } = article.quotes[q];
                return html`<li>
                  <button type="button" class="said ${kind}" lang="hi" data-quote=${q} @click=${() => reveal({ quote: q })}>
                    ${text.slice(content.start, content.end)}</button>
                  <span class="kind">${t.kinds[kind]}</span></li>`;
              })}
            </ol>
          </details>
        </li>`;
      })}
    </ol>
  </section>`;
}

/** @param {View} view */
export function topicsPanel({ article, lang }) {
  const t = strings(lang);
  if (!article.topics.length && !article.terms.length) return nothing;
  return html`<section class="panel" aria-labelledby="topics-title">
    <h2 id="topics-title">${t.topics}</h2>
    <ul class="topics">
      ${article.topics.map(({ name, code, score }) => html`<li data-code=${code}>
        <span lang=${lang}>${name[lang]}</span>
        <span class="meter" aria-hidden="true" .style=${`inline-size: ${100 * score}%`}></span></li>`)}
    </ul>
    ${article.terms.length ? html`<h3>${t.terms}</h3>
      <ul class="terms" lang="hi">${article.terms.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}
  </section>`;
}

/**
 * What the editor changed, in words, and the way to forget it.
 * @param {View} view @param {import("./corrections.js").Correction[]} corrections @param {() => void} forget
 */
export function correctionsPanel({ text, lang }, corrections, forget) {
  const t = strings(lang);
  if (!corrections.length) return nothing;
  const words = (/** @type {import("../wire").Span} */ { start, end }) =>
    end - start > 40 ? `${text.slice(start, start + 36)}…` : text.slice(start, end);
  const line = (/** @type {import("./corrections.js").Correction} */ c) => {
    switch (c.do) {
      case "speaker": return t.steps.speaker(words(c.at), c.who ?? t.unattributed);
      case "drop": return t.steps.drop(words(c.at));
      case "add": return t.steps.add(words(c.at), c.who ?? t.unattributed);
      case "rename": return t.steps.rename(c.name, c.to);
      case "merge": return t.steps.merge(c.name, c.into);
    }
  };
  return html`<section class="panel" aria-labelledby="corrections-title">
    <h2 id="corrections-title">${t.corrections}</h2>
    <ul class="steps">${corrections.map((c) => html`<li>${line(c)}</li>`)}</ul>
    <p class="note">${t.kept(corrections.length)}</p>
    <button type="button" class="plain" id="forget" @click=${forget}>${t.forget}</button>
  </section>`;
}

/** @param {View} view */
export function namesPanel({ article, lang, reveal }) {
  const t = strings(lang);
  /** @type {[import("../wire").EntityKind, string][]} */
  const kinds = [["person", t.people], ["organization", t.organizations], ["location", t.places]];
  const groups = kinds
    .map(([kind, title]) => ({ kind, title, entities: article.entities.filter((entity) => entity.kind === kind) }))
    .filter(({ entities }) => entities.length);
  return groups.map(({ kind, title, entities }) => html`<section class="panel" aria-labelledby="names-${kind}">
    <h2 id="names-${kind}">${title}</h2>
    <ul class="names">
      ${entities.slice(0, 3 * MANY).map(({ id, name, mentions }) => html`<li>
        <button type="button" class="entity ${kind}" lang="hi" data-entity=${id} @click=${() => reveal({ entity: id })}>
          ${name}</button><span class="count" aria-label=${t.mentions(mentions.length)}>${mentions.length}</span></li>`)}
    </ul>
  </section>`);
}
