/** Keeps the page for use without a network: what one visit needs, and what it may need later. */

const CACHE = "vakta-1";
const FILES = [
  "./", "index.html", "page.css", "page.js", "icon.svg", "manifest.webmanifest", "vakta.js", "worker.js", "speakers.js", "strings.js",
  "vakta-article.js", "vakta-article-card.js", "vakta-article-items.js", "vakta-article-style.js",
  ...["corrections", "desk", "dialogs", "exports", "files", "map", "panels", "store", "strings", "take-along"].map((name) => `page/${name}.js`),
  ...["lit-html.js", "readability.js", "vakta.js", "vakta_bg.wasm"].map((name) => `generated/${name}`),
  ...["mukta-devanagari-400", "mukta-devanagari-600", "mukta-latin-400", "mukta-latin-600", "tiro-devanagari-hindi-devanagari", "tiro-devanagari-hindi-latin"]
    .map((name) => `generated/fonts/${name}.woff2`),
];

self.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (/** @type {any} */ event) => {
  const old = (/** @type {string} */ name) => name.startsWith("vakta-") && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

// The network first, so that nobody reads an old page; what it gives is kept for the day it is away.
self.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}
