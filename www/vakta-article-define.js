/** Registers `<vakta-article>`. */
import { VaktaArticle } from "./vakta-article.js";

if (!customElements.get("vakta-article")) customElements.define("vakta-article", VaktaArticle);
