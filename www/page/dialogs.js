/** Dialogs: one quote, one name, the newsroom's names. Native `<dialog>`s, so that focus and Escape are the browser's. */
import { html, nothing, render } from "../generated/lit-html.js";
import { colourOf, initials, nameOf, speakersOfQuotes } from "../speakers.js";
import { strings } from "./strings.js";

/**
 * @typedef {import("./panels.js").View} View
 * @typedef {import("./corrections.js").Correction} Correction
 * @typedef {import("../wire").Name} Name
 */

const dialog = document.createElement("dialog");
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

/** @param {HTMLElement} host */
export function mountDialogs(host) {
  host.append(dialog);
}

/** @param {import("./strings.js").Lang} lang @param {string} title @param {unknown} content */
function show(lang, title, content) {
  dialog.lang = lang;
  dialog.setAttribute("aria-labelledby", "dialog-title");
  const t = strings(lang);
  render(html`<header><h2 id="dialog-title">${title}</h2>
    <button type="button" class="plain" @click=${() => dialog.close()}>${t.close}</button></header>${content}`, dialog);
  if (!dialog.open) dialog.showModal();
}

/** Runs an action and closes. @param {() => void} action */
const closing = (action) => () => {
  dialog.close();
  action();
};

/** The value of a field of the dialog. @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (dialog.querySelector(`#${id}`)).value.trim();

/** @param {View} view @param {string} current */
function speakerField({ article, lang }, current) {
  const t = strings(lang);
  const names = article.entities.filter(({ kind }) => kind === "person" || kind === "organization").map(({ name }) => name);
  const roles = article.speakers.flatMap(({ role }) => role ?? []);
  return html`<label for="who">${t.speaker}</label>
    <input id="who" lang="hi" list="who-list" autocomplete="off" .value=${current}>
    <datalist id="who-list">${[...new Set([...names, ...roles])].map((name) => html`<option value=${name}></option>`)}</datalist>
    <p class="note">${t.speakerNote}</p>`;
}

/**
 * @param {View} view @param {number} index
 * @param {{ correct: (correction: Correction) => void, copy: (index: number) => void }} actions
 */
export function quoteDialog(view, index, { correct, copy }) {
  const { article, text, lang } = view;
  const t = strings(lang);
  const { content, kind, rule } = article.quotes[index];
  const speaker = speakersOfQuotes(article)[index];
  const name = nameOf(article, speaker);
  show(lang, t.quoteTitle(index + 1), html`
    <blockquote class=${colourOf(speaker)} lang="hi"><span class="chip" data-initials=${initials(name)}></span>
      ${text.slice(content.start, content.end)}</blockquote>
    <p class="note">${t.kinds[kind]} · ${t.why(rule)}</p>
    ${speakerField(view, name ?? "")}
    <div class="actions">
      <button type="button" class="main" id="set-speaker"
        @click=${() => { const who = field("who") || null; closing(() => who !== (name ?? null) && correct({ do: "speaker", at: content, who }))(); }}>${t.setSpeaker}</button>
      <button type="button" class="plain" id="copy-quote" @click=${closing(() => copy(index))}>${t.copyQuote}</button>
      <button type="button" class="plain" id="drop-quote" @click=${closing(() => correct({ do: "drop", at: content }))}>${t.dropQuote}</button>
    </div>`);
}

/** @param {View} view @param {import("../wire").Span} span @param {(correction: Correction) => void} correct */
export function addDialog(view, span, correct) {
  const { text, lang } = view;
  const t = strings(lang);
  show(lang, t.addTitle, html`
    <blockquote lang="hi">${text.slice(span.start, span.end)}</blockquote>
    ${speakerField(view, "")}
    <label for="kind">${t.kind}</label>
    <select id="kind">${Object.entries(t.kinds).map(([kind, words]) => html`<option value=${kind}>${words}</option>`)}</select>
    <div class="actions"><button type="button" class="main" id="add-quote" @click=${() => {
      const [who, kind] = [field("who") || null, /** @type {import("../wire").QuoteKind} */ (field("kind"))];
      closing(() => correct({ do: "add", at: span, kind, who }))();
    }}>${t.addQuote}</button></div>`);
}

/**
 * @param {View} view @param {number} id
 * @param {{ correct: (correction: Correction) => void, addName: (name: Name) => void }} actions
 */
export function entityDialog({ article, lang }, id, { correct, addName }) {
  const t = strings(lang);
  const { name, kind, mentions } = article.entities[id];
  const others = article.entities.filter((other) => other.kind === kind && other.id !== id);
  const isListed = kind === "person" || kind === "organization" || kind === "location";
  show(lang, t.entityTitle, html`
    <p class="entity-name" lang="hi">${name}</p>
    <p class="note">${t.entityKinds[kind]} · ${t.mentions(mentions.length)}</p>
    <label for="rename">${t.rename}</label>
    <input id="rename" lang="hi" autocomplete="off" .value=${name}>
    <div class="actions"><button type="button" class="main" id="set-name" @click=${() => {
      const to = field("rename");
      closing(() => to && to !== name && correct({ do: "rename", name, to }))();
    }}>${t.setName}</button>
    ${isListed ? html`<button type="button" class="plain" id="add-name" @click=${closing(() => addName({ name, kind }))}>${t.addToNames}</button>` : nothing}</div>
    ${others.length
      ? html`<label for="merge">${t.merge}</label>
        <select id="merge" lang="hi">${others.map((other) => html`<option value=${other.name}>${other.name}</option>`)}</select>
        <div class="actions"><button type="button" class="plain" id="set-merge" @click=${() => {
          const into = field("merge");
          closing(() => correct({ do: "merge", name, into }))();
        }}>${t.setMerge}</button></div>`
      : nothing}`);
}

/**
 * The newsroom's own names, a line each: `kind, name, alias, alias …`, separated by tabs or commas.
 * @param {import("./strings.js").Lang} lang @param {Name[]} names
 * @param {{ set: (names: Name[]) => void, save: (names: Name[]) => void }} actions
 */
export function namesDialog(lang, names, { set, save }) {
  const t = strings(lang);
  const kinds = /** @type {[Name["kind"], string][]} */ ([["person", t.entityKinds.person], ["organization", t.entityKinds.organization], ["location", t.entityKinds.location]]);
  let rows = names.length ? names.map((name) => ({ ...name })) : [{ name: "", kind: /** @type {Name["kind"]} */ ("person") }];
  const kept = () => rows.map((row) => ({ ...row, name: row.name.trim() })).filter(({ name }) => name);
  const draw = () => show(lang, t.namesTitle, html`
    <p class="note">${t.namesNote}</p>
    <div class="rows">${rows.map((row, i) => html`<div class="row" role="group" aria-label=${row.name || t.newName}>
      <select aria-label=${t.kind} @change=${(/** @type {Event} */ e) => (row.kind = /** @type {any} */ (e.target).value)}>
        ${kinds.map(([kind, words]) => html`<option value=${kind} ?selected=${kind === row.kind}>${words}</option>`)}</select>
      <input lang="hi" aria-label=${t.fullName} placeholder=${t.fullName} .value=${row.name}
        @input=${(/** @type {Event} */ e) => (row.name = /** @type {any} */ (e.target).value)}>
      <input lang="hi" aria-label=${t.aliases} placeholder=${t.aliases} .value=${row.aliases?.join(", ") ?? ""}
        @input=${(/** @type {Event} */ e) => (row.aliases = /** @type {any} */ (e.target).value.split(",").map((/** @type {string} */ a) => a.trim()).filter(Boolean))}>
      <button type="button" class="plain" aria-label="${t.remove}: ${row.name}" @click=${() => { rows = rows.toSpliced(i, 1); draw(); }}>×</button>
    </div>`)}</div>
    <div class="actions">
      <button type="button" class="main" id="set-names" @click=${() => closing(() => set(kept()))()}>${t.saveNames}</button>
      <button type="button" class="plain" id="new-name" @click=${() => { rows = [...rows, { name: "", kind: "person" }]; draw(); }}>${t.newName}</button>
      <button type="button" class="plain" id="export-names" @click=${() => save(kept())}>${t.exportNames}</button>
      <label class="plain file">${t.importNames}<input type="file" id="import-names" accept=".json,application/json" @change=${async (/** @type {Event} */ e) => {
        const file = /** @type {HTMLInputElement} */ (e.target).files?.[0];
        const read = file && namesOf(await file.text());
        if (!read) return show(lang, t.namesTitle, html`<p role="alert">${t.namesUnreadable}</p>`);
        rows = [...kept(), ...read];
        draw();
      }}></label>
    </div>`);
  draw();
}

/** A list of names from JSON; nothing where it is no such list. @param {string} json @returns {Name[] | undefined} */
function namesOf(json) {
  try {
    const list = JSON.parse(json);
    const isName = (/** @type {any} */ n) => typeof n?.name === "string" && ["person", "organization", "location"].includes(n.kind);
    return Array.isArray(list) && list.every(isName) ? list : undefined;
  } catch {
    return;
  }
}
