/**
 * TinyMCE: highlights in the editor's own frame.
 *
 *     tinymce.init({ selector: "textarea", setup: (editor) => editor.on("init", () => attach(editor, analyzer)) });
 */
import { annotate } from "../annotate.js";

const STYLE = `
  ::highlight(vakta-quote) { background-color: rgb(29 79 145 / 0.14) }
  ::highlight(vakta-speaker), ::highlight(vakta-person) { text-decoration: underline 2px #1d4f91 }
  ::highlight(vakta-cue) { text-decoration: underline dotted 2px #1d4f91 }
  ::highlight(vakta-organization) { text-decoration: underline double #8a3b12 }
  ::highlight(vakta-location) { text-decoration: underline dotted #14633f }
`;

/** @param {any} editor @param {import("../vakta.js").Analyzer} analyzer */
export function attach(editor, analyzer) {
  editor.dom.addStyle(STYLE);
  const annotation = annotate(editor.getBody(), analyzer);
  editor.on("remove", annotation.stop);
  return annotation;
}
