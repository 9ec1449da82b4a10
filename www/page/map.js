/** The map beside the text: where each speaker stands in the article. */
import { colourOf, speakersOfQuotes } from "../speakers.js";

/** Places on the map; of a book's thousands of quotes each place shows the first. */
const PLACES = 300;

/** @param {HTMLElement} map @param {import("../vakta-article.js").VaktaArticle} view */
export function drawMap(map, view) {
  const { article, text } = view;
  if (!article) return;
  const speakers = speakersOfQuotes(article);
  const isLong = article.quotes.length > PLACES;
  map.replaceChildren(
    ...(isLong ? byText(article, text.length) : view.outline()).map(({ quote, top, height }) => {
      const place = document.createElement("span");
      place.className = colourOf(speakers[quote]);
      place.style.insetBlockStart = `${100 * top}%`;
      place.style.blockSize = `max(0.25rem, ${100 * height}%)`;
      place.addEventListener("click", () => view.reveal({ quote }));
      return place;
    }),
  );
}

/** Where quotes stand by their place in the text: asking where they stand on the page would lay out a whole book. @param {import("../wire").Article} article @param {number} length */
function byText({ quotes }, length) {
  /** @type {{ quote: number, top: number, height: number }[]} */
  const places = [];
  quotes.forEach(({ content }, quote) => {
    const top = content.start / length;
    if (!places.length || top - places[places.length - 1].top >= 1 / PLACES) places.push({ quote, top, height: 1 / PLACES });
  });
  return places;
}
