/** The words of the interface, in Hindi and in English. */

/** Why a quote was found, by the name of its rule. @type {Record<string, string>} */
const RULES_HI = {
  "that-clause": "कहने की क्रिया के बाद ‘कि’ से जुड़ी बात",
  "according-to": "‘के मुताबिक’ या ‘के अनुसार’ के साथ कही बात",
  "bare-clause": "कहने की क्रिया के बाद सीधे आई बात",
  "comma-clause": "कहने की क्रिया और अल्पविराम के बाद की बात",
  "dash-clause": "कहने की क्रिया और डैश या कोलन के बाद की बात",
  "clause-before-cue": "कहने की क्रिया से पहले आई बात",
  "marks-after-cue": "कहने की क्रिया के बाद उद्धरण चिह्नों में",
  "marks-before-cue": "कहने की क्रिया से पहले उद्धरण चिह्नों में",
  "marks-alone": "वक्ता के ज़िक्र के बाद उद्धरण चिह्नों में",
  headline: "शीर्षक में वक्ता के नाम के साथ",
  turn: "बातचीत में वक्ता की बारी",
  editor: "संपादक ने चिह्नित किया",
};

/** @type {Record<string, string>} */
const RULES_EN = {
  "that-clause": "a clause with कि after a verb of speech",
  "according-to": "said with ‘according to’ (के मुताबिक, के अनुसार)",
  "bare-clause": "follows a verb of speech directly",
  "comma-clause": "follows a verb of speech and a comma",
  "dash-clause": "follows a verb of speech and a dash or colon",
  "clause-before-cue": "stands before its verb of speech",
  "marks-after-cue": "in quotation marks after a verb of speech",
  "marks-before-cue": "in quotation marks before a verb of speech",
  "marks-alone": "in quotation marks after its speaker was named",
  headline: "beside the speaker's name in a headline",
  turn: "a turn in a conversation",
  editor: "marked by the editor",
};

const hi = {
  quote: "कथन",
  unattributed: "वक्ता स्पष्ट नहीं",
  kinds: { direct: "प्रत्यक्ष", indirect: "अप्रत्यक्ष", mixed: "मिश्रित" },
  entityKinds: { person: "व्यक्ति", organization: "संस्था", location: "स्थान", time: "समय", number: "संख्या", work: "कृति" },
  forms: { name: "नाम", pronoun: "सर्वनाम", role: "पद" },
  inText: "पाठ में",
  cue: "संकेत",
  mentions: (/** @type {number} */ n) => `${n} बार`,
  why: (/** @type {string} */ rule) => RULES_HI[rule] ?? "कही गई बात",
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
  why: (rule) => RULES_EN[rule] ?? "reported speech",
};

/** @typedef {typeof hi} Strings */

/** @param {"hi" | "en"} lang @returns {Strings} */
export const strings = (lang) => (lang === "en" ? en : hi);
