//! Letter, sign, digit, danda, mark, joiner: by Unicode property.

/// Nukta, the dot that makes ज़ of ज.
pub const NUKTA: char = '\u{093C}';
/// Virama (halant), which joins consonants.
pub const VIRAMA: char = '\u{094D}';

/// Danda or double danda.
pub const fn is_danda(c: char) -> bool {
    matches!(c, '।' | '॥')
}

/// Characters that shape or hyphenate text but are not read: joiners, soft hyphen, marks of direction, BOM.
pub const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// A Devanagari letter, sign or digit (not a danda).
pub const fn is_devanagari(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0963}' | '\u{0966}'..='\u{097F}' | '\u{A8E0}'..='\u{A8FF}')
}

/// A picture, in one or more characters: Unicode's `Extended_Pictographic` without the signs that print as text.
pub const fn is_emoji(c: char) -> bool {
    matches!(c, '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23FA}' | '\u{2600}'..='\u{27BF}' | '\u{2B1B}' | '\u{2B1C}'
        | '\u{2B50}' | '\u{2B55}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Punctuation outside ASCII and Devanagari, as far as news copy holds it.
pub const fn is_punctuation(c: char) -> bool {
    matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{0964}' | '\u{0965}' | '\u{0970}' | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205E}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}')
}

/// What a character does to the token it stands in.
///
/// ASCII, Devanagari and the common marks of punctuation have their class in a table; everything else is [`Class::Foreign`]
/// and left to the Unicode standard (crate unicode-segmentation).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Letter of a word, also `_`.
    Letter,
    /// Decimal digit.
    Digit,
    /// Combining sign or joiner: belongs to the character before it.
    Sign,
    /// White space within a line.
    Space,
    /// Line break.
    Break,
    /// A character that stands alone: punctuation, symbol, control.
    Lone,
    /// Not in the tables.
    Foreign,
}

use Class::{Break, Digit, Foreign, Letter, Lone, Sign, Space};

/// U+0000..U+007F.
static ASCII: [Class; 128] = {
    let mut table = [Lone; 128];
    let mut c = 0;
    while c < 128 {
        table[c] = match c as u8 {
            b'\n' | 0x0B | 0x0C | b'\r' => Break,
            b'\t' | b' ' => Space,
            b'0'..=b'9' => Digit,
            b'A'..=b'Z' | b'a'..=b'z' | b'_' => Letter,
            _ => Lone,
        };
        c += 1;
    }
    table
};

/// U+0900..U+097F.
static DEVANAGARI: [Class; 128] = {
    let mut table = [Letter; 128];
    let mut c = 0;
    while c < 128 {
        table[c] = match 0x0900 + c {
            0x0900..=0x0903 | 0x093A..=0x093C | 0x093E..=0x094F | 0x0951..=0x0957 | 0x0962..=0x0963 => Sign,
            0x0964..=0x0965 | 0x0970 => Lone,
            0x0966..=0x096F => Digit,
            _ => Letter,
        };
        c += 1;
    }
    table
};

/// U+2000..U+203F, General Punctuation: dashes, curly quotes, ellipsis, joiners.
static PUNCTUATION: [Class; 64] = {
    let mut table = [Lone; 64];
    let mut c = 0;
    while c < 64 {
        table[c] = match 0x2000 + c {
            0x2000..=0x200A | 0x202F => Space,
            0x200C | 0x200D => Sign,
            0x2028 | 0x2029 => Break,
            0x200B | 0x200E | 0x200F | 0x202A..=0x202E | 0x203F => Foreign,
            _ => Lone,
        };
        c += 1;
    }
    table
};

/// Class and length in bytes of the character at a byte offset that is a character border; `None` at the end.
///
/// The length of a foreign character is not given (it is 0).
#[inline(always)]
pub fn class_at(bytes: &[u8], at: usize) -> Option<(Class, usize)> {
    let &lead = bytes.get(at)?;
    if lead < 0x80 {
        return Some((ASCII[usize::from(lead)], 1));
    }
    Some(match bytes.get(at..at + 3) {
        Some(&[0xE0, second @ (0xA4 | 0xA5), third]) => {
            (DEVANAGARI[usize::from(second & 1) << 6 | usize::from(third & 0x3F)], 3)
        }
        Some(&[0xE2, 0x80, third]) => (PUNCTUATION[usize::from(third & 0x3F)], 3),
        // Signs of currency.
        Some(&[0xE2, 0x82, 0xA0..=0xBF]) => (Lone, 3),
        // NBSP, which web copy is full of.
        _ if lead == 0xC2 && bytes.get(at + 1) == Some(&0xA0) => (Space, 2),
        _ => (Foreign, 0),
    })
}
