/** The page: paste a Hindi article, see who said what about what. */
import { render } from "./generated/lit-html.js";
import { createAnalyzer } from "./vakta.js";
import { VaktaArticle } from "./vakta-article.js";
import { palette } from "./vakta-article-style.js";
import { correct, History, nameOfText } from "./page/corrections.js";
import { deskTemplate, toolsTemplate } from "./page/desk.js";
import { addDialog, entityDialog, mountDialogs, namesDialog, quoteDialog } from "./page/dialogs.js";
import { exported, FORMATS } from "./page/exports.js";
import { textOfFile } from "./page/files.js";
import { drawMap } from "./page/map.js";
import { correctionsPanel, namesPanel, sharesOf, speakersPanel, topicsPanel, voices } from "./page/panels.js";
import { forget, keep, recall } from "./page/store.js";
import { strings } from "./page/strings.js";
import { linkTo, quoteWithSource, save, textOfLink } from "./page/take-along.js";

/** Pause in typing after which the text is analyzed again, in milliseconds. */
const PAUSE = 120;
/** An analysis that takes longer shows that it is under way, in milliseconds. */
const PATIENCE = 250;
/** A text longer than this, in UTF-16 units, comes without its tokens: a million objects would freeze the page. */
const LONG = 100_000;

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const view = /** @type {VaktaArticle} */ (element("article"));
const input = /** @type {HTMLTextAreaElement} */ (element("input"));
const mark = element("mark");
const status = element("status");

const state = {
  /** @type {import("./page/strings.js").Lang} */
  lang: recall("lang", /** @type {string} */ ("hi")) === "en" ? "en" : "hi",
  isWriting: false,
  isBusy: false,
  text: "",
  /** What the analyzer found. @type {import("./wire").Article | null} */
  found: null,
  /** The same with the editor's corrections. @type {import("./wire").Article | null} */
  article: null,
  history: new History([]),
  /** @type {import("./wire").Name[]} */
  names: recall("names", []),
};

document.adoptedStyleSheets = [...document.adoptedStyleSheets, palette];

/** The text of the sample, which stands in the page itself. */
const sample = [...view.children].map((child) => child.textContent).join("\n\n");

/** @type {AbortController | undefined} */
let running;
/** @type {string | null} */
let newest = null;

const loading = createAnalyzer({ names: state.names });
VaktaArticle.analyzer = loading;
loading.then(() => performance.mark("vakta-ready"), fail);

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
      const analyzer = await loading;
      const found = await analyzer.analyze(next, { signal: running.signal, segments: next.length < LONG });
      const history = new History(recall("corrections", /** @type {any} */ ({}))[await nameOfText(next)] ?? []);
      customElements.get("vakta-article") ?? customElements.define("vakta-article", VaktaArticle);
      view.value = next;
      show({ text: next, found, history });
    } catch (error) {
      if (!running.signal.aborted) fail(error);
    }
    clearTimeout(patience);
    running = undefined;
    update({ isBusy: false });
  }
}

/** Shows what was found with the corrections made. @param {Partial<typeof state>} [changes] */
function show(changes = {}) {
  Object.assign(state, changes);
  const { found, text, history, lang } = state;
  if (!found) return;
  const article = correct(found, text, history.done);
  // Set together with the text, so that the element shows this article and analyzes nothing itself.
  view.article = article;
  update({ article });
  const speakers = sharesOf(article, text).filter(({ speaker }) => speaker >= 0).length;
  tell(text.trim() ? strings(lang).found(article.quotes.length, speakers) : "");
}

/** @param {import("./page/corrections.js").Correction} correction */
function amend(correction) {
  state.history.add(correction);
  amended();
}

async function amended() {
  show();
  const all = recall("corrections", /** @type {Record<string, unknown>} */ ({}));
  keep("corrections", { ...all, [await nameOfText(state.text)]: state.history.done });
}

/** @param {unknown} error */
function fail(error) {
  console.warn(error);
  tell(strings(state.lang).failed, true);
}

/** Tells the screen reader, and where it matters everybody. @param {string} words @param {boolean} [isSeen] */
function tell(words, isSeen = false) {
  status.textContent = words;
  status.classList.toggle("visually-hidden", !isSeen);
  if (isSeen) setTimeout(() => status.textContent === words && status.classList.add("visually-hidden"), 5000);
}

/** @param {Partial<typeof state>} [changes] */
function update(changes) {
  Object.assign(state, changes);
  const { lang, article, text, isWriting } = state;
  document.documentElement.lang = lang;
  view.setAttribute("lang-ui", lang);
  input.hidden = !isWriting;
  view.hidden = isWriting;
  element("map").hidden = isWriting;
  const desk = { ...state, layers: view.layers ?? [], hasArticle: Boolean(text.trim()) };
  render(deskTemplate(desk, actions), element("desk"));
  render(toolsTemplate(desk, FORMATS, actions), element("tools"));
  const current = shown();
  if (article && current) {
    render(voices(current), element("voices"));
    const corrections = correctionsPanel(current, state.history.done, forgetAll);
    render([speakersPanel(current), topicsPanel(current), namesPanel(current), corrections], element("panels"));
  }
  translate(lang);
}

/** What panels and dialogs show. @returns {import("./page/panels.js").View | undefined} */
function shown() {
  const { article, text, lang } = state;
  return article ? { article, text, lang, reveal } : undefined;
}

/** The words in the page's own HTML. @param {import("./page/strings.js").Lang} lang */
function translate(lang) {
  const t = /** @type {any} */ (strings(lang));
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-t], [data-t-label]"))) {
    if (node.dataset.t) node.textContent = t[node.dataset.t];
    if (node.dataset.tLabel) node.ariaLabel = t[node.dataset.tLabel];
  }
  input.placeholder = t.inputPlaceholder;
}

const actions = {
  read: () => update({ isWriting: false }),
  write,
  fresh() {
    input.value = "";
    analyze("");
    write();
  },
  sample: () => take(sample),
  open: (/** @type {Event} */ { target }) => openFile(/** @type {HTMLInputElement} */ (target).files?.[0]),
  undo() {
    state.history.undo();
    amended();
  },
  redo() {
    state.history.redo();
    amended();
  },
  cancel() {
    running?.abort();
    tell(strings(state.lang).cancelled, true);
  },
  layer(/** @type {Event} */ { target }) {
    const { name, checked } = /** @type {HTMLInputElement} */ (target);
    view.layers = checked ? [...view.layers, name] : view.layers.filter((layer) => layer !== name);
  },
  language(/** @type {import("./page/strings.js").Lang} */ lang) {
    keep("lang", lang);
    update({ lang });
  },
  names: () => namesDialog(state.lang, state.names, { set: setNames, save: (names) => save("vakta-names.json", "application/json", JSON.stringify(names, null, 2)) }),
  copyAll() {
    const { article, text } = state;
    if (article) copy(article.quotes.map((_, i) => quoteWithSource(article, text, i)).join("\n\n"));
  },
  link: async () => copy(await linkTo(state.text), strings(state.lang).linkCopied),
  async save(/** @type {string} */ format) {
    const { article, text } = state;
    if (!article) return;
    const { name, type, content } = await exported(format, article, text, await loading);
    save(name, type, content);
  },
};

/** @param {string} words @param {string} [told] */
async function copy(words, told = strings(state.lang).copied) {
  await navigator.clipboard.writeText(words);
  tell(told, true);
}

/** @param {import("./wire").Name[]} names */
async function setNames(names) {
  keep("names", names);
  update({ names });
  try {
    await (await loading).setNames(names);
    analyze(state.text);
  } catch (error) {
    // The list says itself what is wrong with it.
    tell(String(/** @type {Error} */ (error).message), true);
  }
}

function forgetAll() {
  forget();
  show({ history: new History([]) });
  if (state.names.length) setNames([]);
  forget();
  tell(strings(state.lang).forgotten, true);
}

/** Shows a whole text, to be read. @param {string} text */
function take(text) {
  // A book in a text box takes seconds to lay out: it goes there when somebody wants to write.
  input.value = text.length < LONG ? text : "";
  update({ isWriting: false });
  return analyze(text);
}

/** @param {File | null | undefined} file */
async function openFile(file) {
  if (!file) return;
  const text = await textOfFile(file, await loading);
  if (text === undefined) tell(strings(state.lang).unreadable, true);
  else take(text);
}

function write() {
  if (!input.value && state.text.length >= LONG) input.value = state.text;
  update({ isWriting: true });
  input.focus();
}

/** @param {import("./vakta-article-items.js").Target} target */
function reveal(target) {
  if (state.isWriting) update({ isWriting: false });
  requestAnimationFrame(() => view.reveal(target));
}

/** Ends the menus and the mark button, and asks what is to be done with a mark. @param {import("./vakta-article.js").VaktaSelectEvent} event */
function chosen({ quote, entity }) {
  const current = shown();
  if (!current || view.selection) return;
  const { article, text } = current;
  if (quote !== undefined) quoteDialog(current, quote, { correct: amend, copy: (index) => copy(quoteWithSource(article, text, index)) });
  else if (entity !== undefined) entityDialog(current, entity, { correct: amend, addName: (name) => setNames([...state.names, name]) });
}

let pause = 0;
input.addEventListener("input", (event) => {
  clearTimeout(pause);
  const { inputType } = /** @type {InputEvent} */ (event);
  if (inputType === "insertFromPaste" && input.value.trim().length > 80) take(input.value);
  else pause = window.setTimeout(() => analyze(input.value), PAUSE);
});
// A paste anywhere is meant for the article, and so is a dropped file.
document.addEventListener("paste", (event) => {
  const inField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
  const text = event.clipboardData?.getData("text/plain");
  if (inField || !text?.trim()) return;
  event.preventDefault();
  take(text);
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const text = event.dataTransfer?.getData("text/plain");
  const file = event.dataTransfer?.files[0];
  if (file) openFile(file);
  else if (text?.trim()) take(text);
});
document.addEventListener("keydown", (event) => {
  const inField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
  if (inField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
  event.preventDefault();
  event.shiftKey ? actions.redo() : actions.undo();
});
// One menu at a time, and none when the reader goes on.
document.addEventListener("pointerdown", ({ target }) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(/** @type {Node} */ (target))) menu.removeAttribute("open");
});
document.addEventListener("keydown", ({ key }) => {
  const menu = key === "Escape" && document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.removeAttribute("open");
  menu.querySelector("summary")?.focus();
});
document.addEventListener("selectionchange", () => (mark.hidden = !view.selection));
mark.addEventListener("click", () => {
  const current = shown();
  if (current && view.selection) addDialog(current, view.selection, amend);
});
view.addEventListener("vakta-analyzed", () => {
  performance.mark("vakta-result");
  drawMap(element("map"), view);
});
view.addEventListener("vakta-select", (event) => chosen(/** @type {import("./vakta-article.js").VaktaSelectEvent} */ (event)));
view.addEventListener("vakta-error", (event) => fail(/** @type {any} */ (event).error));
// A long text grows part by part: its map follows once a frame at most.
let frame = 0;
new ResizeObserver(() => {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => drawMap(element("map"), view));
}).observe(view);
mountDialogs(element("dialogs"));

// The page for days without a network; a browser that refuses it shows the page all the same.
const worker = new URL("service-worker.js", import.meta.url).href;
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("vakta-offline", { createScriptURL: () => worker });
navigator.serviceWorker?.register(policy?.createScriptURL("") ?? worker).catch(console.warn);

update();
take((await textOfLink(location.hash)) ?? sample);
