/** The words of the interface, in Hindi and in English. */

const hi = {
  quote: "कथन",
  unattributed: "वक्ता स्पष्ट नहीं",
  kinds: { direct: "प्रत्यक्ष", indirect: "अप्रत्यक्ष", mixed: "मिश्रित" },
  entityKinds: { person: "व्यक्ति", organization: "संस्था", location: "स्थान", time: "समय", number: "संख्या", work: "कृति" },
  forms: { name: "नाम", pronoun: "सर्वनाम", role: "पद" },
  inText: "पाठ में",
  cue: "संकेत",
  mentions: (/** @type {number} */ n) => `${n} बार`,
  /** Why a quote was found, by the name of its rule; else by its kind. */
  why: (/** @type {string} */ rule, /** @type {"direct" | "indirect" | "mixed"} */ kind) =>
    ({
      direct: "उद्धरण चिह्नों में कहे गए शब्द",
      indirect: "कहने की क्रिया के साथ बताई गई बात",
      mixed: "बताई गई बात, जिसमें वक्ता के अपने शब्द भी हैं",
    })[kind],
};

/** @type {typeof hi} */
const en = {
  quote: "Quote",
  unattributed: "not attributed",
  kinds: { direct: "direct", indirect: "indirect", mixed: "mixed" },
  entityKinds: { person: "person", organization: "organization", location: "place", time: "time", number: "number", work: "work" },
  forms: { name: "name", pronoun: "pronoun", role: "role" },
  inText: "in the text",
  cue: "cue",
  mentions: (/** @type {number} */ n) => `${n} ×`,
  why: (rule, kind) =>
    ({
      direct: "words in quotation marks",
      indirect: "what was said, reported after a verb of speech",
      mixed: "a reported clause that holds the speaker's own words",
    })[kind],
};

/** @typedef {typeof hi} Strings */

/** @param {"hi" | "en"} lang @returns {Strings} */
export const strings = (lang) => (lang === "en" ? en : hi);
