/** Files that are opened or dropped: plain text as it is, of a web page its article. */

/**
 * @param {File} file @param {import("../vakta.js").Analyzer} analyzer
 * @returns {Promise<string | undefined>} nothing where the file is neither text nor a page
 */
export async function textOfFile(file, analyzer) {
  const isPage = /\.html?$/i.test(file.name) || file.type === "text/html";
  let content;
  try {
    content = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return;
  }
  if (content.includes("\0")) return;
  return isPage ? textOfPage(content, await analyzer.painter()) : content;
}

/** While Readability works on a page that is not shown, and never else, strings may become markup. */
let isReading = false;

/** @param {string} html @param {typeof import("../generated/vakta.js").Painter} Painter */
async function textOfPage(html, Painter) {
  const Readability = await readability();
  isReading = true;
  try {
    // Where the browser can, without scripts and handlers from the start; the other way they merely never run.
    const { parseHTML } = /** @type {any} */ (Document);
    const page = parseHTML ? parseHTML.call(Document, html) : new DOMParser().parseFromString(html, "text/html");
    // `serializer` keeps the article as nodes: their blocks become lines.
    const article = new Readability(page, { serializer: (/** @type {Node} */ node) => node }).parse();
    const text = Painter.read(/** @type {Node} */ (article?.content ?? page.body)).text;
    const lines = text.split("\n").map((line) => line.replace(/ {2,}/g, " ").trim()).filter(Boolean);
    const title = article?.title?.trim();
    return (title && title !== lines[0] ? [title, ...lines] : lines).join("\n\n");
  } finally {
    isReading = false;
  }
}

/** @type {Promise<any> | undefined} */
let loading;

/** Mozilla's Readability, fetched when it is first needed. */
function readability() {
  return (loading ??= load());
}

async function load() {
  const world = /** @type {any} */ (globalThis);
  world.trustedTypes?.createPolicy("default", { createHTML: (/** @type {string} */ html) => (isReading ? html : null) });
  // Its file is no ES module: it hands the class to a global `module`.
  world.module = {};
  await import(new URL("../generated/readability.js", import.meta.url).href);
  return world.module.exports;
}
