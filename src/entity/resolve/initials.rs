//! Initials: names of Latin letters written in Devanagari (बीजेपी, के.सी.), and what an acronym may stand for.

use super::spelling::Spelling;
use crate::entity::lists;
use std::collections::HashMap;

const LETTERS: &str = include_str!("../data/letters.tsv");

/// Reads letters' names.
#[derive(Debug)]
pub struct Letters {
    names: HashMap<&'static str, char>,
    longest: usize,
}

impl Letters {
    /// With the embedded list.
    pub fn new() -> Letters {
        let names: HashMap<_, _> = lists::rows(LETTERS)
            .filter_map(|[letter, names]| Some((letter.chars().next()?, names)))
            .flat_map(|(letter, names)| names.split('|').map(move |name| (name, letter)))
            .collect();
        let longest = names.keys().map(|name| name.chars().count()).max().unwrap_or(0);
        Letters { names, longest }
    }

    /// The letters that a word spells, lower case: `बीजेपी`, `बी.जे.पी.` and `BJP` give `bjp`; other words give nothing.
    pub fn read(&self, word: &str) -> Option<String> {
        let word: String = word.chars().filter(|&c| c != '.' && c != '\u{093C}').collect();
        if word.is_empty() {
            return None;
        }
        if word.chars().all(|c| c.is_ascii_uppercase()) {
            return Some(word.to_ascii_lowercase());
        }
        // reached[i]: the letter and where it begins, for a reading of the first i characters; the longest last letter wins.
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        let mut reached: Vec<Option<(usize, char)>> = vec![None; ends.len()];
        for end in 1..ends.len() {
            reached[end] = (end.saturating_sub(self.longest)..end)
                .filter(|&start| start == 0 || reached[start].is_some())
                .find_map(|start| Some((start, *self.names.get(&word[ends[start]..ends[end]])?)));
        }
        let mut letters = Vec::new();
        let mut at = ends.len() - 1;
        while at > 0 {
            let (start, letter) = reached[at]?;
            letters.push(letter);
            at = start;
        }
        Some(letters.into_iter().rev().collect())
    }
}

/// Letters and initial sounds that may stand for each other, merged: `c` for क, स or च, vowels for each other and for y.
pub fn sound_of_letter(letter: char) -> char {
    match letter.to_ascii_lowercase() {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => 'A',
        'c' | 'k' | 'q' | 's' | 'x' => 'K',
        'g' | 'j' | 'z' => 'J',
        'b' | 'v' | 'w' => 'B',
        'p' | 'f' => 'P',
        other => other.to_ascii_uppercase(),
    }
}

/// The merged initial sound of a word.
pub fn initial_sound(word: &Spelling) -> Option<char> {
    Some(match word.bones.chars().next()? {
        'C' | 'S' | 'K' => 'K',
        'G' => 'J',
        'F' => 'P',
        other => other,
    })
}

/// Words that an acronym passes over.
pub fn is_passed_over(key: &str) -> bool {
    matches!(
        key,
        "और" | "एवं"
            | "व"
            | "तथा"
            | "ऑफ"
            | "आफ"
            | "फॉर"
            | "फार"
            | "एंड"
            | "द"
            | "दि"
            | "का"
            | "के"
            | "की"
            | "of"
            | "and"
            | "for"
            | "the"
    )
}

/// Is the word made of the beginnings of the words, as भाजपा of भारतीय जनता पार्टी or मनसे of महाराष्ट्र नवनिर्माण सेना?
pub fn is_syllabic_acronym(acronym: &str, words: &[&str]) -> bool {
    let mut syllables: Vec<(char, String)> = Vec::new();
    for c in acronym.chars() {
        let sign = matches!(c, '\u{093E}'..='\u{094C}' | 'ं' | 'ँ');
        match syllables.last_mut() {
            Some((_, signs)) if sign => signs.push(c),
            _ if sign || c == '\u{094D}' => return false,
            _ => syllables.push((c, String::new())),
        }
    }
    syllables.len() >= 2
        && syllables.len() == words.len()
        && syllables.iter().zip(words).all(|((letter, signs), word)| {
            word.strip_prefix(*letter).is_some_and(|rest| signs.is_empty() || rest.starts_with(signs.as_str()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read() {
        let letters = Letters::new();
        for (word, read) in [
            ("बीजेपी", Some("bjp")),
            ("बी.जे.पी.", Some("bjp")),
            ("BJP", Some("bjp")),
            ("एनडीटीवी", Some("ndtv")),
            ("आईआईटी", Some("iit")),
            ("के", Some("k")),
            ("केसी", Some("kc")),
            ("मोदी", None),
            ("Modi", None),
            ("", None),
        ] {
            assert_eq!(letters.read(word).as_deref(), read, "{word}");
        }
    }

    #[test]
    fn syllables_make_acronyms() {
        assert!(is_syllabic_acronym("भाजपा", &["भारतीय", "जनता", "पार्टी"]));
        assert!(is_syllabic_acronym("मनसे", &["महाराष्ट्र", "नवनिर्माण", "सेना"]));
        assert!(!is_syllabic_acronym("सपा", &["भारतीय", "जनता"]));
        assert!(!is_syllabic_acronym("सेना", &["भारतीय", "सेना"]));
    }
}
