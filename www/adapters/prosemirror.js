/**
 * ProseMirror: an article as decorations, which stay out of the document.
 *
 *     new Plugin({ props: { decorations: (state) => DecorationSet.create(state.doc, decorations(article, state.doc, Decoration)) } })
 *
 * The text that is analyzed must be `textOf(doc)`.
 */
import { partsIn, spansOf } from "../annotate.js";

/** A line for each text block. @param {any} doc */
export const textOf = (doc) => doc.textBetween(0, doc.content.size, "\n", "\u00a0");

/**
 * @param {import("../wire").Article} article @param {any} doc @param {{ inline: (from: number, to: number, attributes: object) => any }} Decoration
 */
export function decorations(article, doc, Decoration) {
  /** @type {{ from: number, to: number, position: number }[]} */
  const blocks = [];
  let from = 0;
  doc.descendants((/** @type {any} */ node, /** @type {number} */ position) => {
    if (!node.isTextblock) return true;
    const to = from + node.content.size;
    blocks.push({ from, to, position: position + 1 });
    from = to + 1;
    return false;
  });
  return Object.entries(spansOf(article)).flatMap(([name, spans]) =>
    spans.flatMap((span) =>
      partsIn(blocks, span).map(({ block: { position }, from, to }) => Decoration.inline(position + from, position + to, { class: `vakta-${name}` }))));
}
