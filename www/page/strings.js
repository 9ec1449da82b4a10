/** The words of the page; those of the element are in `../strings.js`. */
import { strings as elementStrings } from "../strings.js";

/** @typedef {"hi" | "en"} Lang */

const hi = {
  skip: "लेख पर जाएं",
  tagline: "किसने, किस विषय पर, क्या कहा",
  reading: "लेख",
  inputLabel: "लेख का पाठ",
  inputPlaceholder: "यहां हिंदी समाचार चिपकाएं या लिखें…",
  panels: "वक्ता और विषय",
  privacy: "आपका पाठ इसी उपकरण पर रहता है; कुछ भी कहीं भेजा नहीं जाता।",
  caution: "पहचान अपने आप होती है और चूक सकती है: छापने से पहले मूल लेख से मिला लें।",
  read: "पढ़ें",
  write: "लिखें",
  view: "दृश्य",
  fresh: "नया लेख",
  sample: "नमूना",
  layers: "परतें",
  layerNames: { quotes: "कथन", speakers: "वक्ता और संकेत", names: "नाम", topics: "विषय के प्रमाण", terms: "मुख्य शब्द", furniture: "विज्ञापन-पंक्तियां धूसर" },
  speakers: "वक्ता",
  voices: "किसकी कितनी बात",
  words: (/** @type {number} */ n) => `${number(n, "hi")} शब्द`,
  quotes: (/** @type {number} */ n) => `${number(n, "hi")} कथन`,
  noQuotes: "इस पाठ में कोई कथन नहीं मिला।",
  empty: "पाठ चिपकाइए: वक्ता और कथन यहां दिखेंगे।",
  topics: "विषय",
  terms: "मुख्य शब्द",
  people: "व्यक्ति",
  organizations: "संस्थाएं",
  places: "स्थान",
  language: "English",
  languageLabel: "Switch to English",
  analyzing: "पढ़ा जा रहा है…",
  cancel: "रोकें",
  cancelled: "विश्लेषण रोक दिया गया।",
  failed: "विश्लेषण नहीं हो सका; पाठ पढ़ा जा सकता है।",
  found: (/** @type {number} */ quotes, /** @type {number} */ speakers) => `${number(quotes, "hi")} कथन, ${number(speakers, "hi")} वक्ता मिले।`,
};

/** @type {typeof hi} */
const en = {
  skip: "Skip to the article",
  tagline: "Who said what, about what",
  reading: "Article",
  inputLabel: "Text of the article",
  inputPlaceholder: "Paste or type a Hindi news article here…",
  panels: "Speakers and topics",
  privacy: "Your text stays on this device; nothing is sent anywhere.",
  caution: "Found by machine, which errs: check against the article before you publish.",
  read: "Read",
  write: "Write",
  view: "View",
  fresh: "New article",
  sample: "Sample",
  layers: "Layers",
  layerNames: { quotes: "Quotes", speakers: "Speakers and cues", names: "Names", topics: "Evidence of topics", terms: "Key terms", furniture: "Grey out page furniture" },
  speakers: "Speakers",
  voices: "Share of voice",
  words: (n) => `${number(n, "en")} ${n === 1 ? "word" : "words"}`,
  quotes: (n) => `${number(n, "en")} ${n === 1 ? "quote" : "quotes"}`,
  noQuotes: "No quotes were found in this text.",
  empty: "Paste a text: its speakers and quotes appear here.",
  topics: "Topics",
  terms: "Key terms",
  people: "People",
  organizations: "Organizations",
  places: "Places",
  language: "हिंदी",
  languageLabel: "हिंदी में देखें",
  analyzing: "Reading…",
  cancel: "Stop",
  cancelled: "The analysis was stopped.",
  failed: "The analysis failed; the text can still be read.",
  found: (quotes, speakers) => `${number(quotes, "en")} quotes by ${number(speakers, "en")} speakers found.`,
};

/** @typedef {typeof hi & import("../strings.js").Strings} Strings */

/** @param {Lang} lang @returns {Strings} */
export const strings = (lang) => ({ ...elementStrings(lang), ...(lang === "en" ? en : hi) });

/** @param {number} value @param {Lang} lang */
export function number(value, lang) {
  return new Intl.NumberFormat(lang === "en" ? "en" : "hi-IN").format(value);
}

/** @param {number} share 0 to 1 @param {Lang} lang */
export function percent(share, lang) {
  return new Intl.NumberFormat(lang === "en" ? "en" : "hi-IN", { style: "percent" }).format(share);
}
