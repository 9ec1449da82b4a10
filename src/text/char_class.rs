//! Letter, sign, virama, nukta, digit, danda, mark, joiner: by Unicode property.

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
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// A Devanagari letter, sign or digit (not a danda).
pub const fn is_devanagari(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0963}' | '\u{0966}'..='\u{097F}' | '\u{A8E0}'..='\u{A8FF}')
}
