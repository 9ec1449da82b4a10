//! Key: the folded form of a word, for look-up only. It has no offsets, so it can't be taken for text.

use super::char_class::{NUKTA, VIRAMA, is_devanagari, is_joiner};

/// A word folded so that spellings which Hindi papers use side by side meet.
///
/// Folded away: nukta (ज़/ज, composed or not), chandrabindu (ँ/ं), candra o (ॉ/ा), nasal conjuncts (हिन्दी/हिंदी), joiners,
/// Devanagari digits (८/8), Latin case, and what converters from old fonts leave behind (doubled signs, `काे` for को).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    /// Folds a word or a phrase; runs of white space become one space.
    pub fn fold(text: &str) -> Key {
        let mut key = String::with_capacity(text.len());
        let mut chars = text.chars().filter(|&c| c != NUKTA && !is_joiner(c)).peekable();
        while let Some(c) = chars.next() {
            let c = plain(c);
            let last = key.chars().next_back();
            // Most characters are Devanagari: they have no case and are no white space.
            let devanagari = is_devanagari(c);
            if !devanagari && c.is_whitespace() {
                if last.is_some_and(|l| l != ' ') {
                    key.push(' ');
                }
            } else if is_sign(c) && last == Some(c) {
                // a doubled sign
            } else if let Some(whole) = last.and_then(|l| composed(l, c)) {
                key.pop();
                key.push(whole);
            } else if c == VIRAMA && last.zip(chars.peek().copied()).is_some_and(|(l, n)| is_homorganic(l, plain(n))) {
                key.pop();
                key.push('ं');
            } else if devanagari {
                key.push(c);
            } else {
                key.extend(c.to_lowercase());
            }
        }
        if key.ends_with(' ') {
            key.pop();
        }
        Key(key)
    }

    /// The folded letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// One character without its variants.
fn plain(c: char) -> char {
    match c {
        'ँ' => 'ं',
        'ॉ' => 'ा',
        'ऑ' => 'आ',
        '\u{0958}' => 'क',
        '\u{0959}' => 'ख',
        '\u{095A}' => 'ग',
        '\u{095B}' => 'ज',
        '\u{095C}' => 'ड',
        '\u{095D}' => 'ढ',
        '\u{095E}' => 'फ',
        '\u{095F}' => 'य',
        '\u{0929}' => 'न',
        '\u{0931}' => 'र',
        '\u{0966}'..='\u{096F}' => char::from(b'0' + (c as u32 - 0x0966) as u8),
        _ => c,
    }
}

/// A vowel sign or anusvara: never doubled in correct text.
const fn is_sign(c: char) -> bool {
    matches!(c, 'ं' | '\u{093E}'..='\u{094C}' | VIRAMA)
}

/// Signs that old-font converters leave apart.
const fn composed(before: char, sign: char) -> Option<char> {
    match (before, sign) {
        ('ा', 'े') => Some('ो'),
        ('ा', 'ै') => Some('ौ'),
        ('अ', 'ा') | ('आ', 'ॅ') => Some('आ'),
        ('अ', 'ो') | ('आ', 'े') => Some('ओ'),
        ('अ', 'ौ') | ('आ', 'ै') => Some('औ'),
        ('ा', 'ॅ') => Some('ा'),
        _ => None,
    }
}

/// Is the nasal written before a stop of its own class, where anusvara is written as often?
const fn is_homorganic(nasal: char, stop: char) -> bool {
    matches!(
        (nasal, stop),
        ('ङ', 'क'..='घ') | ('ञ', 'च'..='झ') | ('ण', 'ट'..='ढ') | ('न', 'त'..='ध') | ('म', 'प'..='भ')
    )
}
