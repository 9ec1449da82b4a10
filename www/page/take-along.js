/** What the reader takes along: a quote with its source, files, a link that carries the text itself. */
import { nameOf, speakersOfQuotes } from "../speakers.js";

/**
 * A quote as an editor pastes it: marks around the speaker's own words, and who said it.
 * @param {import("../wire").Article} article @param {string} text @param {number} index
 */
export function quoteWithSource(article, text, index) {
  const { content, kind } = article.quotes[index];
  const said = text.slice(content.start, content.end);
  const name = nameOf(article, speakersOfQuotes(article)[index]);
  return `${kind === "direct" ? `“${said}”` : said}${name ? ` — ${name}` : ""}`;
}

/** @param {string} name @param {string} type @param {string} content */
export function save(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * A link that carries the text in its fragment, which browsers keep to themselves.
 * @param {string} text
 */
export async function linkTo(text) {
  const packed = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  const url = new URL(location.href);
  url.hash = `t=${btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  return url.href;
}

/** The text that such a link carries; nothing where it carries none, or is damaged. @param {string} hash @returns {Promise<string | undefined>} */
export async function textOfLink(hash) {
  if (!hash.startsWith("#t=")) return;
  try {
    const packed = Uint8Array.from(atob(hash.slice(3).replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await through(packed, new DecompressionStream("deflate-raw")));
  } catch {
    return;
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream */
async function through(bytes, stream) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
