/** The page: paste a Hindi article, see who said what about what. */
import { html, nothing, render } from "./generated/lit-html.js";
import { createAnalyzer } from "./vakta.js";
import { VaktaArticle } from "./vakta-article.js";
import { palette } from "./vakta-article-style.js";
import { drawMap } from "./page/map.js";
import { namesPanel, sharesOf, speakersPanel, topicsPanel, voices } from "./page/panels.js";
import { strings } from "./page/strings.js";

/** Pause in typing after which the text is analyzed again, in milliseconds. */
const PAUSE = 120;
/** An analysis that takes longer shows that it is under way, in milliseconds. */
const PATIENCE = 250;

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const view = /** @type {VaktaArticle} */ (element("article"));
const input = /** @type {HTMLTextAreaElement} */ (element("input"));
const places = ["desk", "voices", "panels", "tools", "status"].map((id) => [id, element(id)]);
const { desk, voices: bar, panels, tools, status } = Object.fromEntries(places);

const state = {
  /** @type {import("./page/strings.js").Lang} */
  lang: localStorage.getItem("vakta-lang") === "en" ? "en" : "hi",
  isWriting: false,
  isBusy: false,
  text: "",
  /** @type {import("./wire").Article | null} */
  article: null,
};
/** @type {AbortController | undefined} */
let running;
/** @type {string | null} */
let newest = null;
let pause = 0;

/** The text of the sample, which stands in the page itself. */
const sample = [...view.children].map((child) => child.textContent).join("\n\n");

document.adoptedStyleSheets = [...document.adoptedStyleSheets, palette];

/** Analyzes a text and shows it; of texts that come while another is analyzed only the newest. @param {string} text */
async function analyze(text) {
  newest = text;
  // A short analysis ends by itself sooner than a worker starts anew.
  if (running) return state.isBusy && running.abort();
  while (newest !== null) {
    const next = newest;
    newest = null;
    running = new AbortController();
    const patience = setTimeout(() => update({ isBusy: true }), PATIENCE);
    try {
      const analyzer = await /** @type {Promise<import("./vakta.js").Analyzer>} */ (VaktaArticle.analyzer);
      const article = await analyzer.analyze(next, { signal: running.signal });
      // Both in one go: the element shows this analysis and makes none of its own.
      view.value = next;
      view.article = article;
    } catch (error) {
      if (!running.signal.aborted) fail(error);
    }
    clearTimeout(patience);
    running = undefined;
    update({ isBusy: false });
  }
}

/** Shows in the panels what the element shows. */
function shown() {
  const { article, text } = view;
  if (!article) return;
  performance.mark("vakta-result");
  update({ text, article });
  drawMap(element("map"), view);
  const t = strings(state.lang);
  status.textContent = t.found(article.quotes.length, sharesOf(article).filter(({ speaker }) => speaker >= 0).length);
}

/** @param {unknown} error */
function fail(error) {
  console.warn(error);
  status.textContent = strings(state.lang).failed;
  status.classList.remove("visually-hidden");
}

/** @param {Partial<typeof state>} changes */
function update(changes) {
  Object.assign(state, changes);
  const { lang, article, text, isWriting } = state;
  document.documentElement.lang = lang;
  view.setAttribute("lang-ui", lang);
  input.hidden = !isWriting;
  view.hidden = isWriting;
  render(deskTemplate(), desk);
  render(toolsTemplate(), tools);
  if (article) {
    const shown = { article, text, lang, reveal };
    render(voices(shown), bar);
    render([speakersPanel(shown), topicsPanel(shown), namesPanel(shown)], panels);
  }
  translate(lang);
}

/** The words in the page's own HTML. @param {import("./page/strings.js").Lang} lang */
function translate(lang) {
  const t = /** @type {any} */ (strings(lang));
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t[/** @type {HTMLElement} */ (node).dataset.t ?? ""];
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t[/** @type {HTMLElement} */ (node).dataset.tLabel ?? ""]);
  input.placeholder = t.inputPlaceholder;
}

function deskTemplate() {
  const t = strings(state.lang);
  const { isWriting, isBusy } = state;
  return html`
    <div class="tabs" role="group" aria-label=${t.view}>
      <button type="button" id="read" aria-pressed=${String(!isWriting)} @click=${() => update({ isWriting: false })}>${t.read}</button>
      <button type="button" id="write" aria-pressed=${String(isWriting)} @click=${write}>${t.write}</button>
    </div>
    <button type="button" id="fresh" class="plain" @click=${() => { input.value = ""; analyze(""); write(); }}>${t.fresh}</button>
    <button type="button" id="sample" class="plain" @click=${() => take(sample)}>${t.sample}</button>
    ${isBusy
      ? html`<span class="busy"><progress aria-label=${t.analyzing}></progress>
          <button type="button" class="plain" id="cancel" @click=${cancel}>${t.cancel}</button></span>`
      : nothing}
    <details class="layers">
      <summary>${t.layers}</summary>
      <div role="group" aria-label=${t.layers}>
        ${Object.entries(t.layerNames).map(([layer, name]) => html`<label>
          <input type="checkbox" name=${layer} .checked=${view.layers.includes(layer)} @change=${switchLayer}> ${name}</label>`)}
      </div>
    </details>`;
}

function toolsTemplate() {
  const t = strings(state.lang);
  const other = state.lang === "hi" ? "en" : "hi";
  return html`<button type="button" id="language" class="plain" lang=${other} title=${t.languageLabel} @click=${() => {
    localStorage.setItem("vakta-lang", other);
    update({ lang: other });
  }}>${t.language}</button>`;
}

/** Shows a whole text, to be read. @param {string} text */
function take(text) {
  input.value = text;
  update({ isWriting: false });
  return analyze(text);
}

function write() {
  update({ isWriting: true });
  input.focus();
}

function cancel() {
  running?.abort();
  status.textContent = strings(state.lang).cancelled;
}

/** @param {Event} event */
function switchLayer({ target }) {
  const { name, checked } = /** @type {HTMLInputElement} */ (target);
  view.layers = checked ? [...view.layers, name] : view.layers.filter((layer) => layer !== name);
}

/** @param {import("./vakta-article-items.js").Target} target */
function reveal(target) {
  if (state.isWriting) update({ isWriting: false });
  requestAnimationFrame(() => view.reveal(target));
}

input.addEventListener("input", (event) => {
  clearTimeout(pause);
  const { inputType } = /** @type {InputEvent} */ (event);
  if (inputType === "insertFromPaste" && input.value.trim().length > 80) take(input.value);
  else pause = window.setTimeout(() => analyze(input.value), PAUSE);
});
// A paste anywhere is meant for the article.
document.addEventListener("paste", (event) => {
  const inField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
  const text = event.clipboardData?.getData("text/plain");
  if (inField || !text?.trim()) return;
  event.preventDefault();
  take(text);
});
view.addEventListener("vakta-analyzed", shown);
view.addEventListener("vakta-error", (event) => fail(/** @type {any} */ (event).error));
new ResizeObserver(() => drawMap(element("map"), view)).observe(view);

VaktaArticle.analyzer = createAnalyzer();
VaktaArticle.analyzer.then(() => performance.mark("vakta-ready"), () => {});
// From here on the element analyzes the sample that stands in it.
customElements.define("vakta-article", VaktaArticle);
input.value = sample;
update({});
