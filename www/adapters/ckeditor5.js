/**
 * CKEditor 5: an article as markers, which are no content and are not saved.
 *
 *     editor.conversion.for("editingDowncast").markerToHighlight({ model: "vakta", view: ({ markerName }) => ({ classes: markerName.split(":")[1] }) });
 *     mark(editor, await analyzer.analyze(textOf(editor)));
 */
import { partsIn, spansOf } from "../annotate.js";

/** Text blocks of the document, in order. @param {any} editor @returns {any[]} */
const blocksOf = (editor) => [...editor.model.createRangeIn(editor.model.document.getRoot()).getItems()].filter((item) => editor.model.schema.checkChild(item, "$text"));

/** @param {any} block */
const wordsOf = (block) => [...block.getChildren()].map((child) => child.data ?? " ").join("");

/** A line for each block. @param {any} editor */
export const textOf = (editor) => blocksOf(editor).map(wordsOf).join("\n");

/** Puts an article's markers in the place of the last one's. @param {any} editor @param {import("../wire").Article} article */
export function mark(editor, article) {
  editor.model.change((/** @type {any} */ writer) => {
    for (const marker of [...editor.model.markers.getMarkersGroup("vakta")]) writer.removeMarker(marker);
    let from = 0;
    const blocks = blocksOf(editor).map((block) => {
      const to = from + wordsOf(block).length;
      const place = { block, from, to };
      from = to + 1;
      return place;
    });
    let number = 0;
    for (const [name, spans] of Object.entries(spansOf(article))) {
      for (const { block: { block }, from, to } of spans.flatMap((span) => partsIn(blocks, span))) {
        const range = writer.createRange(writer.createPositionAt(block, from), writer.createPositionAt(block, to));
        writer.addMarker(`vakta:${name}:${number++}`, { range, usingOperation: false, affectsData: false });
      }
    }
  });
}
