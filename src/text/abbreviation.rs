//! Abbreviations and initials: words whose stop does not end a sentence, and words that begin one.

use super::char_class::{NUKTA, is_devanagari};
use super::lists::{OPENERS, rows};
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

/// What an abbreviation is for; that tells whether a sentence may end with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// Stands before a name (`डॉ.`): no sentence ends with it.
    Title,
    /// The name of a letter (`एस.`, `B.`).
    Letter,
    /// The name of a letter that is also a word (`पी`, drank).
    Ambiguous,
    /// A word that is also the name of a letter (`आई`, came; `जी`, the honorific).
    Rarely,
    /// A unit or another short form (`रु.`, `कि.मी.`): a sentence may end with it.
    Short,
}

/// Word → what it abbreviates, for Latin in lower case.
static ABBREVIATIONS: LazyLock<HashMap<&'static str, Abbreviation>> = LazyLock::new(|| {
    rows(include_str!("data/abbreviations.txt"))
        .filter_map(|row| {
            let (word, kind) = row.split_once('\t')?;
            let kind = match kind {
                "title" => Abbreviation::Title,
                "letter" => Abbreviation::Letter,
                "ambiguous" => Abbreviation::Ambiguous,
                "rarely" => Abbreviation::Rarely,
                _ => Abbreviation::Short,
            };
            Some((word, kind))
        })
        .collect()
});

/// What a word before a stop abbreviates; `None` where the stop is a full stop.
pub fn kind(word: &str) -> Option<Abbreviation> {
    if word.len() > 24 {
        return None;
    }
    if word.is_ascii() {
        let short = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
        return if short {
            Some(Abbreviation::Letter)
        } else {
            ABBREVIATIONS.get(&*word.to_ascii_lowercase()).copied()
        };
    }
    ABBREVIATIONS.get(word).copied().or_else(|| is_bare_letter(word).then_some(Abbreviation::Letter))
}

/// One Devanagari letter without a vowel sign: an initial (`क.`), save for the few that are words.
fn is_bare_letter(word: &str) -> bool {
    let mut chars = word.chars();
    let letter =
        matches!(chars.next(), Some('\u{0905}'..='\u{0914}' | '\u{0915}'..='\u{0939}' | '\u{0958}'..='\u{095F}'));
    letter && chars.all(|c| c == NUKTA) && !matches!(word, "आ" | "न" | "व")
}

/// One written syllable, a part of an acronym such as भा.ज.पा.
pub fn is_syllable(word: &str) -> bool {
    word.len() <= 18 && word.starts_with(is_devanagari) && word.graphemes(true).count() == 1
}

/// Does the word begin a sentence, if it follows a stop?
pub fn begins_sentence(word: &str) -> bool {
    OPENERS.contains(word)
}
