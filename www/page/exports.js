/** The files that the reader may save. */

/** @type {Record<string, { extension: string, type: string }>} */
const FILES = {
  json: { extension: "json", type: "application/json" },
  ninjs: { extension: "ninjs.json", type: "application/json" },
  jsonld: { extension: "jsonld", type: "application/ld+json" },
  annotation: { extension: "annotations.jsonld", type: "application/ld+json" },
  html: { extension: "html", type: "text/html" },
  tsv: { extension: "tsv", type: "text/tab-separated-values" },
};

export const FORMATS = Object.keys(FILES);

/**
 * @param {string} format @param {import("../wire").Article} article corrected or not @param {string} text
 * @param {import("../vakta.js").Analyzer} analyzer
 */
export async function exported(format, article, text, analyzer) {
  const { extension, type } = FILES[format];
  const content = format === "json" ? { text, article } : await analyzer.export(format, text, article);
  return { name: `vakta.${extension}`, type, content: typeof content === "string" ? content : JSON.stringify(content, null, 2) };
}
