//! Runs of letters and grapheme clusters: by table where the script is Devanagari or Latin, by the standard for the rest.
//!
//! Source: Unicode Standard Annex #29, through the crate unicode-segmentation.

use super::char_class::{Class, class_at, is_joiner};
use unicode_segmentation::UnicodeSegmentation;

/// The first cluster border at or after `end`, joiners included; `start` must be a border.
#[inline]
pub fn cover(source: &str, start: usize, mut end: usize) -> usize {
    while let Some((class, len)) = class_at(source.as_bytes(), end) {
        match class {
            Class::Sign => end += len,
            Class::Foreign => return cover_by_standard(source, start, end),
            _ => break,
        }
    }
    end
}

/// As [`cover`], for any script.
#[cold]
pub fn cover_by_standard(source: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    for cluster in source[start..].graphemes(true) {
        if at >= end && !cluster.starts_with(is_joiner) {
            break;
        }
        at += cluster.len();
    }
    at
}

/// End of the run of letters, digits, signs and joiners that begins at `start`; `start` itself where none does.
#[inline]
pub fn run_end(source: &str, start: usize) -> usize {
    let bytes = source.as_bytes();
    let mut at = start;
    while let Some((class, len)) = class_at(bytes, at) {
        match class {
            Class::Letter | Class::Digit | Class::Sign => at += len,
            Class::Foreign => return run_end_by_standard(source, start),
            _ => break,
        }
    }
    at
}

/// As [`run_end`], for any script.
///
/// The standard's word, but cut at stops, colons and apostrophes (its rules WB6, WB7, WB11, WB12): in Hindi copy `है.इस`
/// is two words, and which of these marks belong to a token is for the tokenizer to say.
#[cold]
pub fn run_end_by_standard(source: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(word) = source[at..].split_word_bounds().next() {
        let mut len = 0;
        let mut only_signs = true;
        for cluster in word.graphemes(true) {
            let first = cluster.chars().next().unwrap_or(' ');
            let sign = is_sign(first);
            let joiner = is_joiner(first) && first != '\u{200B}' && at + len > start;
            if !(sign || joiner || first == '_' || first.is_alphanumeric()) {
                break;
            }
            only_signs &= sign;
            len += cluster.len();
        }
        at += len;
        // Signs without a base, as old fonts leave them, stay with the letters after them.
        if len == 0 || len < word.len() || !only_signs {
            break;
        }
    }
    at
}

/// Does the character extend the one before it? (With nothing before it, it still begins a word.)
pub fn is_sign(c: char) -> bool {
    let mut buffer = [0; 4];
    match class_at(c.encode_utf8(&mut buffer).as_bytes(), 0) {
        Some((Class::Foreign, _)) => ['a', c].iter().collect::<String>().graphemes(true).count() == 1,
        Some((class, _)) => class == Class::Sign,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The tables say what the standard says.
        #[test]
        fn tables_equal_the_standard(text in "[ -~\u{900}-\u{97F}\u{2000}-\u{203F}\u{A0}]{1,12}") {
            let plain = !text.contains(|c: char| matches!(class_at(c.to_string().as_bytes(), 0), Some((Class::Foreign, _))));
            prop_assume!(plain);
            let run = run_end(&text, 0);
            prop_assert_eq!(run, run_end_by_standard(&text, 0));
            let first = text.chars().next().map_or(0, char::len_utf8);
            prop_assert_eq!(cover(&text, 0, first), cover_by_standard(&text, 0, first));
        }
    }
}
