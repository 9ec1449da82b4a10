//! Furniture: lines that a web page puts around an article.
//!
//! Precise before complete: a sentence of prose must never be taken for furniture, so that every pattern wants a mark after
//! it, or a line without a terminator.

use super::char_class::is_danda;
use super::key::Key;
use super::lists::rows;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Longer lines, in bytes, are prose.
const LONGEST: usize = 600;
/// Most words of a line that holds a pattern inside.
const WORDS: usize = 24;
/// Most words of a desk's line.
const DESK_WORDS: usize = 6;

/// The patterns, folded.
#[derive(Default)]
struct Patterns {
    whole: HashSet<Key>,
    label: Vec<Key>,
    start: Vec<Key>,
    inside: Vec<Key>,
    end: Vec<Key>,
    ui: HashSet<Key>,
    desk: Vec<Key>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let mut patterns = Patterns::default();
    for (kind, words) in rows(include_str!("data/furniture.txt")).filter_map(|row| row.split_once('\t')) {
        let key = Key::fold(words);
        match kind {
            "whole" => _ = patterns.whole.insert(key),
            "label" => patterns.label.push(key),
            "start" => patterns.start.push(key),
            "inside" => patterns.inside.push(key),
            "end" => patterns.end.push(key),
            "ui" => patterns.ui.extend(words.split(' ').map(Key::fold)),
            _ => patterns.desk.push(key),
        }
    }
    patterns
});

/// Is the line an advertising, navigation, sharing or credit line?
pub fn is_furniture(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let key = Key::fold(line);
    let line = trim_marks(key.as_str());
    if line.is_empty() {
        return false;
    }
    let patterns = &*PATTERNS;
    let labelled = |p: &Key| line.strip_prefix(p.as_str()).is_some_and(follows_label);
    if patterns.whole.contains(line) || patterns.label.iter().any(labelled) {
        return true;
    }
    let words = line.split_whitespace().count();
    if words > WORDS || key.as_str().ends_with(|c: char| is_danda(c) || matches!(c, '.' | '?' | '!')) {
        return false;
    }
    patterns.start.iter().any(|p| line.strip_prefix(p.as_str()).is_some_and(is_word_end))
        || patterns.inside.iter().any(|p| holds(line, p.as_str()))
        || patterns.end.iter().any(|p| line.ends_with(p.as_str()))
        || is_time_stamp(line)
        || is_bar(line, &patterns.ui)
        || is_trail(line)
        || (words <= DESK_WORDS && names_desk(line, &patterns.desk))
}

/// Without marks, brackets and pictures at both ends.
fn trim_marks(line: &str) -> &str {
    line.trim_matches(|c: char| !c.is_alphanumeric() && !super::char_class::is_devanagari(c))
}

fn is_word_end(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_alphanumeric() || super::char_class::is_devanagari(c))
}

/// After a label: nothing, or a mark.
fn follows_label(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([':', '-', '–', '—', '|', '>', '»', '…', '›', 'ः', '@'])
}

/// Holds the line a pattern as whole words?
fn holds(line: &str, pattern: &str) -> bool {
    line.match_indices(pattern).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(char::is_alphanumeric) && is_word_end(&line[at + pattern.len()..])
    })
}

/// `3 feb 2026 4:12 pm`, `updated: 9 sep, 08:40 pm (ist)`: a clock and a Latin month, and hardly anything else.
fn is_time_stamp(line: &str) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let (mut month, mut year_or_clock) = (false, false);
    let hindi = line.split_whitespace().filter(|w| w.starts_with(super::char_class::is_devanagari)).count();
    for word in &mut words {
        month |= MONTHS.iter().any(|m| word.starts_with(m)) && word.len() <= 9;
        year_or_clock |= matches!(word, "am" | "pm" | "ist") || (word.len() == 4 && word.starts_with("20"));
    }
    month && year_or_clock && hindi <= 5
}

/// A bar of buttons: nothing but words of a page's controls, and numbers.
fn is_bar(line: &str, ui: &HashSet<Key>) -> bool {
    let parts = || line.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation()).filter(|word| !word.is_empty());
    parts().any(|word| ui.contains(word))
        && parts().all(|word| ui.contains(word) || word.bytes().all(|b| b.is_ascii_digit()))
}

/// A trail of sections: `होम » देश » बिहार`.
fn is_trail(line: &str) -> bool {
    let mut parts = line.split(['»', '›', '>', '/', '|']).map(str::trim);
    let home = matches!(parts.next(), Some("होम" | "home"));
    home && parts.clone().count() > 0 && parts.all(|part| part.split_whitespace().count() <= 4)
}

/// `नगर संवाददाता, रामनगर`: a part of the line ends in the name of a desk.
fn names_desk(line: &str, desks: &[Key]) -> bool {
    let mut parts = line.split(['|', ',', '/', '@', '—', '–', ':', '(', ')']).map(str::trim);
    parts.any(|part| {
        desks.iter().any(|d| part.strip_suffix(d.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ')))
    })
}
