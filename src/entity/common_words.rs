//! Common words: words that are no names, in all their forms.

use super::inflection::Inflection;
use super::lists;
use crate::text::Key;
use std::collections::HashMap;

const WORDS: &str = include_str!("data/common-words.tsv");

/// A list of words of everyday life, by lemma; inflected forms are found by rule.
#[derive(Debug)]
pub struct CommonWords {
    inflection: Inflection,
    /// Folded lemma → the set of its paradigms, a bit each.
    lemmas: HashMap<String, u64>,
}

impl Default for CommonWords {
    fn default() -> CommonWords {
        CommonWords::new()
    }
}

impl CommonWords {
    /// With the embedded list.
    pub fn new() -> CommonWords {
        let inflection = Inflection::new();
        let mut lemmas: HashMap<String, u64> = HashMap::new();
        for [class, _, words] in lists::rows(WORDS) {
            for word in words.split(' ') {
                let lemma = Key::fold(word).as_str().to_owned();
                if let Some(paradigm) = inflection.paradigm(class, &lemma) {
                    *lemmas.entry(lemma).or_default() |= 1 << paradigm;
                }
            }
        }
        CommonWords { inflection, lemmas }
    }

    /// All forms of all words, folded, in no order; some more than once.
    pub fn forms(&self) -> impl Iterator<Item = String> + '_ {
        self.lemmas.iter().flat_map(move |(lemma, &set)| {
            (0..64).filter(move |paradigm| set >> paradigm & 1 == 1).flat_map(move |p| self.inflection.forms(lemma, p))
        })
    }

    /// Is the word, in this or another form, in the list?
    pub fn contains(&self, word: &Key) -> bool {
        self.lemmas.contains_key(word.as_str())
            || (self.inflection.lemmas(word.as_str()))
                .any(|(lemma, paradigm)| self.lemmas.get(&lemma).is_some_and(|set| set >> paradigm & 1 == 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn forms_are_found() {
        let words = CommonWords::new();
        for form in ["घड़ा", "घड़े", "घड़ों", "नदियां", "नदियों", "रातें", "चिड़ियां", "दवाएं", "पूछा", "पूछेंगे", "खाया", "अच्छी"]
        {
            assert!(words.contains(&Key::fold(form)), "{form}");
        }
        for name in ["मोदी", "राहुल", "पटना", "कांग्रेस", "शर्मा", ""]
        {
            assert!(!words.contains(&Key::fold(name)), "{name}");
        }
    }

    #[test]
    fn all_forms_are_found() {
        let words = CommonWords::new();
        for form in words.forms() {
            assert!(words.contains(&Key::fold(&form)), "{form}");
        }
    }

    #[test]
    fn lines_are_well_formed() {
        let inflection = Inflection::new();
        let mut seen = HashSet::new();
        for [class, field, words] in lists::rows(WORDS) {
            assert!(!field.is_empty(), "{class} {words}");
            for word in words.split(' ') {
                assert!(!word.is_empty(), "two spaces in {class} {field}");
                assert!(inflection.paradigm(class, Key::fold(word).as_str()).is_some(), "{class} does not fit {word}");
                assert!(seen.insert((class, word)), "twice: {class} {word}");
            }
        }
        assert!(inflection.paradigm("inv", "").is_some_and(|number| number < 64), "paradigms are bits of a u64");
    }
}
