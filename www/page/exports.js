/** The files that the reader may save. */
import { nameOf, speakersOfQuotes } from "../speakers.js";

export const FORMATS = ["json", "tsv"];

/**
 * @param {string} format @param {import("../wire").Article} article @param {string} text @param {import("../vakta.js").Analyzer} analyzer
 * @returns {Promise<{ name: string, type: string, content: string }>}
 */
export async function exported(format, article, text, analyzer) {
  if (format === "json") return { name: "vakta.json", type: "application/json", content: JSON.stringify({ text, article }, null, 2) };
  return { name: "vakta.tsv", type: "text/tab-separated-values", content: table(article, text) };
}

/** A line a quote. @param {import("../wire").Article} article @param {string} text */
function table(article, text) {
  const speakers = speakersOfQuotes(article);
  const cell = (/** @type {string} */ words) => words.replace(/\s+/g, " ");
  const lines = article.quotes.map(({ kind, content, cue, rule }, i) =>
    [i + 1, kind, nameOf(article, speakers[i]) ?? "", text.slice(content.start, content.end), cue ? text.slice(cue.start, cue.end) : "", rule, content.start, content.end]
      .map((value) => cell(String(value))).join("\t"));
  return [["quote", "kind", "speaker", "content", "cue", "rule", "start", "end"].join("\t"), ...lines, ""].join("\n");
}
