/** The rows of buttons: above the article, and in the masthead. */
import { html, nothing } from "../generated/lit-html.js";
import { strings } from "./strings.js";

/**
 * @typedef {object} Desk
 * @property {import("./strings.js").Lang} lang
 * @property {boolean} isWriting
 * @property {boolean} isBusy
 * @property {string[]} layers
 * @property {boolean} hasArticle
 * @property {import("./corrections.js").History} history
 */

/** @param {Desk} desk @param {Record<string, (...args: any[]) => void>} actions */
export function deskTemplate({ lang, isWriting, isBusy, layers, history }, actions) {
  const t = strings(lang);
  return html`
    <div class="tabs" role="group" aria-label=${t.view}>
      <button type="button" id="read" aria-pressed=${String(!isWriting)} @click=${actions.read}>${t.read}</button>
      <button type="button" id="write" aria-pressed=${String(isWriting)} @click=${actions.write}>${t.write}</button>
    </div>
    <button type="button" id="fresh" class="plain" @click=${actions.fresh}>${t.fresh}</button>
    <label class="plain file">${t.open}<input type="file" id="file" accept=".txt,.html,.htm,text/plain,text/html" @change=${actions.open}></label>
    <button type="button" id="sample" class="plain" @click=${actions.sample}>${t.sample}</button>
    ${history.done.length || history.canRedo
      ? html`<span class="history">
          <button type="button" class="plain" id="undo" ?disabled=${!history.done.length} @click=${actions.undo}>${t.undo}</button>
          <button type="button" class="plain" id="redo" ?disabled=${!history.canRedo} @click=${actions.redo}>${t.redo}</button></span>`
      : nothing}
    ${isBusy
      ? html`<span class="busy"><progress aria-label=${t.analyzing}></progress><span>${t.analyzing}</span>
          <button type="button" class="plain" id="cancel" @click=${actions.cancel}>${t.cancel}</button></span>`
      : nothing}
    <details class="menu layers">
      <summary>${t.layers}</summary>
      <div role="group" aria-label=${t.layers}>
        ${Object.entries(t.layerNames).map(([layer, name]) => html`<label>
          <input type="checkbox" name=${layer} .checked=${layers.includes(layer)} @change=${actions.layer}> ${name}</label>`)}
      </div>
    </details>`;
}

/** @param {Desk} desk @param {string[]} formats @param {Record<string, (...args: any[]) => void>} actions */
export function toolsTemplate({ lang, hasArticle }, formats, actions) {
  const t = strings(lang);
  const other = lang === "hi" ? "en" : "hi";
  return html`
    <details class="menu take">
      <summary>${t.take}</summary>
      <div role="group" aria-label=${t.take}>
        <button type="button" id="copy-all" ?disabled=${!hasArticle} @click=${actions.copyAll}>${t.copyAll}</button>
        <button type="button" id="link" ?disabled=${!hasArticle} @click=${actions.link}>${t.link}</button>
        <button type="button" id="print" @click=${() => print()}>${t.print}</button>
        <hr>
        ${formats.map((format) => html`<button type="button" data-format=${format} ?disabled=${!hasArticle}
          @click=${() => actions.save(format)}>${t.formats[format]}</button>`)}
      </div>
    </details>
    <button type="button" id="names" class="plain" @click=${actions.names}>${t.namesTitle}</button>
    <button type="button" id="language" class="plain" lang=${other} aria-label=${t.languageLabel} @click=${() => actions.language(other)}>${t.language}</button>`;
}
