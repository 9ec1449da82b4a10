/** The map beside the text: where each speaker stands in the article. */
import { colourOf, speakersOfQuotes } from "../speakers.js";

/** @param {HTMLElement} map @param {import("../vakta-article.js").VaktaArticle} view */
export function drawMap(map, view) {
  const { article } = view;
  if (!article) return;
  const speakers = speakersOfQuotes(article);
  map.replaceChildren(
    ...view.outline().map(({ quote, top, height }) => {
      const place = document.createElement("span");
      place.className = colourOf(speakers[quote]);
      place.style.insetBlockStart = `${100 * top}%`;
      place.style.blockSize = `max(0.25rem, ${100 * height}%)`;
      place.addEventListener("click", () => view.reveal({ quote }));
      return place;
    }),
  );
}
