//! Inflection: the forms of Hindi nouns, verbs and adjectives, by rule, so that word lists need lemmas only.

use super::lists;
use std::collections::HashMap;

const ENDINGS: &str = include_str!("data/inflection.tsv");

/// How lemmas of one class with one ending inflect; its number is the paradigm's.
#[derive(Debug)]
struct Paradigm {
    class: &'static str,
    lemma_ending: &'static str,
    endings: &'static str,
}

/// The rules of inflection.
#[derive(Debug)]
pub struct Inflection {
    paradigms: Vec<Paradigm>,
    /// Ending of a form → the paradigms that have it.
    by_ending: HashMap<&'static str, Vec<usize>>,
}

impl Default for Inflection {
    fn default() -> Inflection {
        Inflection::new()
    }
}

impl Inflection {
    /// With the embedded rules.
    pub fn new() -> Inflection {
        let mut paradigms = Vec::new();
        let mut by_ending: HashMap<&str, Vec<usize>> = HashMap::new();
        for [class, lemma_ending, endings] in lists::rows(ENDINGS) {
            for ending in endings.split('|').chain([lemma_ending]) {
                by_ending.entry(ending).or_default().push(paradigms.len());
            }
            paradigms.push(Paradigm { class, lemma_ending, endings });
        }
        Inflection { paradigms, by_ending }
    }

    /// The paradigm of a folded lemma of this class.
    pub fn paradigm(&self, class: &str, lemma: &str) -> Option<usize> {
        (self.paradigms.iter().enumerate())
            .filter(|(_, p)| p.class == class && lemma.ends_with(p.lemma_ending))
            .max_by_key(|(_, p)| p.lemma_ending.len())
            .map(|(number, _)| number)
    }

    /// All forms of a folded lemma of this paradigm, the lemma first.
    pub fn forms<'a>(&self, lemma: &'a str, paradigm: usize) -> impl Iterator<Item = String> + use<'a> {
        let (stem, endings) = self
            .paradigms
            .get(paradigm)
            .map_or((lemma, ""), |p| (lemma.strip_suffix(p.lemma_ending).unwrap_or(lemma), p.endings));
        let others =
            endings.split('|').filter(|ending| !ending.is_empty()).map(move |ending| format!("{stem}{ending}"));
        std::iter::once(lemma.to_owned()).chain(others)
    }

    /// What a folded form may come from: lemma and paradigm. Most of these lemmas do not exist: look them up.
    pub fn lemmas<'a>(&'a self, form: &'a str) -> impl Iterator<Item = (String, usize)> + 'a {
        form.char_indices().map(|(at, _)| at).chain([form.len()]).flat_map(move |at| {
            let (stem, ending) = form.split_at(at);
            let paradigms = self.by_ending.get(ending).map_or(&[][..], Vec::as_slice);
            paradigms.iter().map(move |&number| (format!("{stem}{}", self.paradigms[number].lemma_ending), number))
        })
    }
}
