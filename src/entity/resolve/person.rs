//! People: full names, and the given names, family names and initials that stand for them.

use super::Form;
use super::groups::Groups;
use super::initials::{Letters, initial_sound, sound_of_letter};
use super::spelling::{Spelling, words_of};
use crate::entity::EntityKind;
use crate::span::Span;
use crate::text::Text;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Longer names looked at for one shorter: enough for any article, few enough for any text.
const MOST: usize = 16;
/// Words of a name that are compared; longer ones are no names.
const LONGEST: usize = 12;

/// Titles that are no part of a name, should the tagger have taken one in.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "श्री"
            | "श्रीमती"
            | "सुश्री"
            | "डॉ"
            | "डॉक्टर"
            | "प्रो"
            | "पीएम"
            | "सीएम"
    )
}

/// Courtesies after a name.
fn is_courtesy(word: &str) -> bool {
    matches!(word, "जी" | "साहब" | "साहिब" | "साहेब")
}

/// A name taken apart.
struct Name {
    form: usize,
    /// Latin letters before or among the words, lower case: `kc` of के.सी. वेणुगोपाल.
    initials: String,
    words: Vec<Spelling>,
    /// Neighbouring words as one, which some papers write: राय चौधरी as रायचौधरी.
    pairs: Vec<Spelling>,
}

impl Name {
    fn new(letters: &Letters, form: usize, name: &str) -> Name {
        let mut words = words_of(name);
        while words.len() > 1 && is_title(words[0]) {
            words.remove(0);
        }
        while words.len() > 1 && is_courtesy(words[words.len() - 1]) {
            words.pop();
        }
        let mut initials = String::new();
        let count = words.len();
        words = (words.into_iter().enumerate())
            .filter(|&(at, word)| match letters.read(word) {
                Some(read) if at + 1 < count && read.len() < 4 => {
                    initials.push_str(&read);
                    false
                }
                _ => true,
            })
            .map(|(_, word)| word)
            .collect();
        let pairs = words.windows(2).map(|pair| Spelling::new(&pair.concat())).collect();
        Name { form, initials, words: words.into_iter().map(Spelling::new).collect(), pairs }
    }

    /// More than one word or letter: tells one person from all others of the article.
    fn is_full(&self) -> bool {
        self.words.len() + self.initials.len() > 1
    }

    /// Every word by which the person may be called.
    fn short_names(&self) -> impl Iterator<Item = &Spelling> {
        self.words.iter().chain(&self.pairs).take(LONGEST)
    }

    /// The merged sounds of all its parts' beginnings.
    fn sounds(&self) -> String {
        self.initials.chars().map(sound_of_letter).chain(self.words.iter().filter_map(initial_sound)).collect()
    }

    /// Is the shorter or equal `other` a way to write this full name?
    fn includes(&self, other: &Name) -> bool {
        let mut at = 0;
        let mut before = Vec::new();
        for word in &other.words {
            let sure = self.words.len() > 1 && other.words.len() > 1;
            let Some(step) = self.words[at..].iter().position(|w| w.is_variant_of(word, sure)) else { return false };
            before.extend(at..at + step);
            at += step + 1;
        }
        if other.initials.is_empty() {
            return other.words.len() > 1;
        }
        if !self.initials.is_empty() {
            return self.initials.starts_with(&other.initials) || other.initials.starts_with(&self.initials);
        }
        // के. चंद्रशेखर राव for कल्वकुंतला चंद्रशेखर राव: each letter begins a word that is left over.
        let mut letters = other.initials.chars().map(sound_of_letter);
        before.len() >= other.initials.len()
            && before.iter().zip(&mut letters).all(|(&i, letter)| initial_sound(&self.words[i]) == Some(letter))
    }
}

/// Unites the forms of people.
pub fn link(letters: &Letters, text: &Text, forms: &[Form], groups: &mut Groups) {
    let mut names: Vec<Name> = (forms.iter().enumerate())
        .filter(|(_, f)| f.kind == EntityKind::Person && !f.shared && !f.furniture)
        .map(|(form, f)| Name::new(letters, form, text.slice(f.span)))
        .collect();
    names.sort_by_key(|name| (Reverse(name.words.len()), Reverse(name.initials.len()), name.form));

    let (full, short): (Vec<Name>, Vec<Name>) = names.into_iter().partition(Name::is_full);
    let mut index = Index::default();
    for (at, name) in full.iter().enumerate() {
        let fitting: Vec<&Name> = index.longer(name).map(|i| &full[i]).filter(|long| long.includes(name)).collect();
        let equal = fitting.iter().find(|long| long.words.len() == name.words.len());
        match equal {
            Some(long) => groups.unite(name.form, long.form),
            None => groups.abbreviate(name.form, &fitting.iter().map(|n| n.form).collect::<Vec<_>>()),
        }
        index.add(at, name);
    }
    let mut alone: HashMap<&str, Vec<&Name>> = HashMap::new();
    for name in &short {
        let Some(word) = name.words.first() else { continue };
        let fitting: Vec<&Name> = index.with_word(word).map(|i| &full[i]).collect();
        let exact = |n: &&&Name| n.short_names().any(|w| w.key == word.key);
        let mut longer: Vec<usize> = fitting.iter().filter(exact).map(|n| n.form).collect();
        if longer.is_empty() {
            let variant = |n: &&&Name| n.short_names().any(|w| w.is_variant_of(word, false));
            longer = fitting.iter().filter(variant).map(|n| n.form).collect();
        }
        if longer.is_empty()
            && let Some(read) = letters.read(word.key.as_str()).filter(|read| read.len() > 1)
        {
            let sounds: String = read.chars().map(sound_of_letter).collect();
            longer = index.with_sounds(&sounds).map(|i| full[i].form).collect();
        }
        if longer.is_empty() {
            let others = alone.entry(&word.bones).or_default();
            if let Some(other) = others.iter().find(|o| o.words[0].is_variant_of(word, false)) {
                groups.unite(name.form, other.form);
            }
            if others.len() < MOST {
                others.push(name);
            }
        } else {
            groups.abbreviate(name.form, &longer);
        }
    }
}

/// Where full names are found by their parts.
#[derive(Default)]
struct Index {
    by_pair: HashMap<(String, String), Vec<usize>>,
    by_word: HashMap<String, Vec<usize>>,
    by_sounds: HashMap<String, Vec<usize>>,
}

impl Index {
    fn add(&mut self, at: usize, name: &Name) {
        let push = |list: &mut Vec<usize>| {
            if list.len() < MOST && list.last() != Some(&at) {
                list.push(at);
            }
        };
        for word in name.short_names() {
            push(self.by_word.entry(word.bones.clone()).or_default());
        }
        let words = &name.words[..name.words.len().min(LONGEST)];
        for (i, first) in words.iter().enumerate() {
            for last in &words[i + 1..] {
                push(self.by_pair.entry((first.bones.clone(), last.bones.clone())).or_default());
            }
        }
        push(self.by_sounds.entry(name.sounds()).or_default());
    }

    /// Names that may include this one.
    fn longer(&self, name: &Name) -> impl Iterator<Item = usize> + use<'_> {
        let found = match &name.words[..] {
            [] => None,
            [only] => self.by_word.get(&only.bones),
            [first, .., last] => self.by_pair.get(&(first.bones.clone(), last.bones.clone())),
        };
        found.into_iter().flatten().copied()
    }

    fn with_word(&self, word: &Spelling) -> impl Iterator<Item = usize> + use<'_> {
        self.by_word.get(&word.bones).into_iter().flatten().copied()
    }

    fn with_sounds(&self, sounds: &str) -> impl Iterator<Item = usize> + use<'_> {
        self.by_sounds.get(sounds).into_iter().flatten().copied()
    }
}

/// Is the name that of a couple or a family (`देशमुख दंपति`, `गांधी परिवार`), not of one person?
pub fn is_shared(text: &Text, mention: Span) -> bool {
    let next = text.source().get(mention.end..).unwrap_or("").trim_start();
    let word = next.split(|c: char| c.is_whitespace() || "।,.;:!?".contains(c)).next().unwrap_or("");
    matches!(
        word,
        "दंपति"
            | "दंपती"
            | "दम्पति"
            | "दम्पती"
            | "दंपत्ति"
            | "दम्पत्ति"
            | "परिवार"
            | "बंधु"
            | "बंधुओं"
            | "ब्रदर्स"
            | "सिस्टर्स"
    )
}
