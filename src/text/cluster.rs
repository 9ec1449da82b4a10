//! Runs of letters and grapheme clusters: by table where the script is Devanagari or Latin, by the standard for the rest.
//!
//! Source: Unicode Standard Annex #29, through the crate unicode-segmentation.

use super::char_class::{Class, class_at, is_joiner};
use unicode_segmentation::UnicodeSegmentation;

/// The first cluster border at or after `end`, joiners included; `start` must be a border.
#[inline(always)]
pub fn cover(source: &str, start: usize, mut end: usize) -> usize {
    let bytes = source.as_bytes();
    // A foreign character may be one that takes the next along (Prepend).
    let last = &bytes[start.max(end.saturating_sub(3))..end];
    if !matches!(last, [.., ..=0x7F] | [0xE0, 0xA4 | 0xA5, _] | [0xE2, ..]) {
        return cover_by_standard(source, start, end);
    }
    while let Some((class, len)) = class_at(bytes, end) {
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
#[inline(always)]
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
    // How many characters to look at: doubled while the word goes on, so that the whole is linear.
    let mut window = 32;
    loop {
        let rest = &source[at..];
        let cut = rest.char_indices().take(window).find(|&(i, c)| !goes_on(c, at + i > start)).map(|(i, _)| i);
        let end_of_window = rest.char_indices().nth(window).map_or(rest.len(), |(i, _)| i);
        let run = &rest[..cut.unwrap_or(end_of_window)];
        let word = run.split_word_bounds().next().unwrap_or("");
        if word.len() == run.len() && cut.is_none() && run.len() < rest.len() {
            window *= 2;
            continue;
        }
        at += word.len();
        // Signs without a base, as old fonts leave them, stay with the letters after them.
        if word.is_empty() || !word.chars().all(is_sign) {
            return at;
        }
    }
}

/// Does a character go on with a run of letters, or begin one?
fn goes_on(c: char, begun: bool) -> bool {
    c == '_' || c.is_alphanumeric() || is_sign(c) || (begun && is_joiner(c) && c != '\u{200B}')
}

/// Does the character extend the one before it? (With nothing before it, it still begins a word.)
pub fn is_sign(c: char) -> bool {
    let mut pair = [b'a', 0, 0, 0, 0];
    let len = c.encode_utf8(&mut pair[1..]).len();
    match class_at(&pair[1..], 0) {
        Some((Class::Foreign, _)) => {
            std::str::from_utf8(&pair[..=len]).is_ok_and(|pair| pair.graphemes(true).count() == 1)
        }
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
