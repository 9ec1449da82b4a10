/** The looks of `<vakta-article>`: every colour is a custom property that the host page may set. */
import { COLOURS } from "./speakers.js";

/** Hue and lightness of each speaker, neighbours far apart in both, so that they differ for colour-blind readers too. */
const SPEAKERS = [
  [255, 46], [50, 56], [165, 44], [330, 52], [95, 46], [295, 56], [215, 52], [20, 46], [135, 54], [275, 40], [70, 42], [350, 58],
];

/** @param {string} css */
function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** Colours, for the element and for a page that shows speakers beside it. */
export const palette = sheet(`
  :root, :host {
    --vakta-speaker-none: light-dark(oklch(48% 0.01 80), oklch(74% 0.01 80));
    ${SPEAKERS.map(
      ([hue, light], i) =>
        `--vakta-speaker-${i + 1}: light-dark(oklch(${light}% 0.13 ${hue}), oklch(${light + 27}% 0.11 ${hue}));`,
    ).join("\n")}
  }
  .speaker-none { --vakta-speaker: var(--vakta-speaker-none) }
  ${Array.from({ length: COLOURS }, (_, i) => `.speaker-${i + 1} { --vakta-speaker: var(--vakta-speaker-${i + 1}) }`).join("\n")}
  .chip, [data-layers~="quotes"] .quote[data-initials]::before {
    padding: 0.16em 0.4em;
    margin-inline-end: 0.35em;
    border-radius: 0.35em;
    background: var(--vakta-speaker);
    color: light-dark(#fff, #16130f);
    font: 600 0.72rem/1 var(--vakta-ui-font, "Mukta", system-ui, sans-serif);
    white-space: nowrap;
  }
  .chip { display: inline-block; min-inline-size: 1.8em; margin: 0; padding-block: 0.4em 0.3em; text-align: center }
  .chip::before { content: attr(data-initials) }
  [data-layers~="quotes"] .quote[data-initials]::before { content: attr(data-initials); vertical-align: 0.16em }
  @media (forced-colors: active) {
    .chip, .quote[data-initials]::before { outline: 1px solid CanvasText }
  }
`);

/** The element's own looks. */
export const style = sheet(`
  :host {
    display: block;
    position: relative;
    --_paper: var(--vakta-paper, light-dark(#fffdf8, #1a1815));
    --_ink: var(--vakta-ink, light-dark(#1d1a16, #ece6dc));
    --_faint: var(--vakta-faint, light-dark(#6d655b, #a39a8d));
    --_person: var(--vakta-person, light-dark(#1d4f91, #8fbcf5));
    --_organization: var(--vakta-organization, light-dark(#8a3b12, #f0a877));
    --_location: var(--vakta-location, light-dark(#14633f, #7fd0a6));
  }
  :host([hidden]) { display: none }
  p, .headline { margin: 0 0 0.9em; overflow-wrap: break-word; white-space: pre-line }
  .headline { font-size: 1.45em; line-height: 1.35; font-weight: inherit; text-wrap: balance }
  .part { content-visibility: auto; contain-intrinsic-size: auto 60rem }

  [part~="article"] { color: var(--_ink) }
  [data-layers~="furniture"] .furniture { color: var(--_faint); font-size: 0.82em; font-family: var(--vakta-ui-font, inherit) }

  mark { background: none; color: inherit }
  [data-layers~="quotes"] .quote {
    padding-block: 0.12em;
    border-radius: 0.2em;
    background: color-mix(in oklab, var(--vakta-speaker) 15%, transparent);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
    cursor: pointer;
  }
  [data-layers~="quotes"] .indirect {
    background: color-mix(in oklab, var(--vakta-speaker) 8%, transparent);
    border-block-end: 1.5px dashed color-mix(in oklab, var(--vakta-speaker) 65%, transparent);
  }
  [data-layers~="quotes"] .mixed {
    background: repeating-linear-gradient(135deg,
      color-mix(in oklab, var(--vakta-speaker) 16%, transparent) 0 0.5em, color-mix(in oklab, var(--vakta-speaker) 8%, transparent) 0.5em 1em);
    border-block-end: 1.5px dashed color-mix(in oklab, var(--vakta-speaker) 65%, transparent);
  }
  [data-layers~="quotes"] .continued { background: none; border-block-end: 1.5px dotted var(--vakta-speaker) }
  [data-layers~="quotes"] .quote.lit { background: color-mix(in oklab, var(--vakta-speaker) 30%, transparent) }
  .handle { position: absolute; inline-size: 1px; block-size: 1px; padding: 0; border: 0; opacity: 0 }
  .article:not([data-layers~="quotes"]) .handle { display: none }

  [data-layers~="speakers"] .speaker {
    color: color-mix(in oklab, var(--vakta-speaker) 82%, var(--_ink));
    background: linear-gradient(var(--vakta-speaker), var(--vakta-speaker)) 0 100% / 100% 0.13em no-repeat;
    padding-block-end: 0.08em;
  }
  [data-layers~="speakers"] .cue {
    color: color-mix(in oklab, var(--vakta-speaker) 82%, var(--_ink));
    background: radial-gradient(circle, var(--vakta-speaker) 45%, transparent 50%) 0 100% / 0.34em 0.17em repeat-x;
    padding-block-end: 0.12em;
  }

  [data-layers~="names"] .name {
    text-decoration: underline 0.08em;
    text-underline-offset: 0.3em;
    text-decoration-skip-ink: auto;
    cursor: pointer;
  }
  [data-layers~="names"] .person { text-decoration-color: var(--_person) }
  [data-layers~="names"] .organization { text-decoration-color: var(--_organization); text-decoration-style: double }
  [data-layers~="names"] .location { text-decoration-color: var(--_location); text-decoration-style: dotted; text-decoration-thickness: 0.12em }
  [data-layers~="names"] .speaker .name { text-decoration: none }
  [data-layers~="names"] .name.lit { background: color-mix(in oklab, var(--_ink) 16%, transparent); border-radius: 0.15em }

  [data-layers~="topics"] .evidence, [data-layers~="terms"] .term {
    background: light-dark(#fbeaa6, #453808); border-radius: 0.15em;
  }

  .quote:has(> .handle:focus-visible), .name:focus-visible { outline: 2px solid var(--vakta-speaker, currentcolor); outline-offset: 2px }
  .found { animation: found 1.6s ease-out }
  @keyframes found { 0%, 40% { box-shadow: 0 0 0 0.25em color-mix(in oklab, var(--vakta-speaker, var(--_person)) 45%, transparent) } }

  .card {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: min(22rem, calc(100vw - 1.5rem));
    padding: 0.7rem 0.85rem;
    border: 1px solid color-mix(in oklab, var(--_ink) 22%, transparent);
    border-block-start: 3px solid var(--vakta-speaker, var(--_ink));
    border-radius: 0.4rem;
    background: var(--_paper);
    color: var(--_ink);
    font: 400 0.9rem/1.5 var(--vakta-ui-font, "Mukta", system-ui, sans-serif);
    box-shadow: 0 0.6rem 2rem rgb(0 0 0 / 0.18);
    pointer-events: none;
  }
  .card p { margin: 0 }
  .card strong { font-weight: 600; font-size: 1.05rem }
  .card .why { color: var(--_faint); margin-block-start: 0.25rem }

  @media (prefers-reduced-motion: reduce) { .found { animation: none; outline: 2px solid } }
  @media (forced-colors: active) {
    .quote { border-block-end: 2px solid Highlight }
    .indirect, .mixed { border-block-end-style: dashed }
    .speaker { font-weight: bold }
  }
  @media print {
    .card { display: none }
    .quote { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    .part { content-visibility: visible }
  }
`);
