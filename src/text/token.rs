//! Token: the smallest unit, with its kind.
//!
//! Words are those of Unicode Standard Annex #29, save where Hindi copy means something else:
//! - a stop, colon or apostrophe never joins Devanagari words (`है.इस` has lost a space); it joins Latin ones (`don’t`);
//! - the stop of an abbreviation or an initial belongs to it (`डॉ.`, `बी.जे.पी.`); the list says which words are any;
//! - digits keep their separators: `1,00,000`, `9:30`, `12.5`, `2013-14`, `297/9`; an ordinal keeps its ending: `80वें`;
//! - addresses, `@handles` and `#hashtags` are one token, and so is a run of one mark (`...`, `--`, `।।`);
//! - a compound with a hyphen is three tokens, `%` and `₹` are tokens, `$5` is one: as the Hindi treebanks have it.

use super::abbreviation::{self, Abbreviation};
use super::char_class::{Class, class_at, is_emoji, is_joiner, is_punctuation};
use super::{address, cluster};
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with the stops of an abbreviation.
    Word,
    /// Digits with their separators; ordinals; `$5`.
    Number,
    /// One mark of punctuation, or a run such as `...`.
    Punctuation,
    /// Currency, percent and other signs.
    Symbol,
    /// One emoji sequence.
    Emoji,
    /// A web or mail address.
    Url,
    /// `@name`.
    Handle,
    /// `#name`.
    Hashtag,
}

impl TokenKind {
    /// The name used in the wire format.
    pub const fn name(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Number => "number",
            TokenKind::Punctuation => "punctuation",
            TokenKind::Symbol => "symbol",
            TokenKind::Emoji => "emoji",
            TokenKind::Url => "url",
            TokenKind::Handle => "handle",
            TokenKind::Hashtag => "hashtag",
        }
    }
}

/// A token: a span of the original and its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text, in order. No token holds a line break.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    source: &'a str,
    at: usize,
    after_break: bool,
    previous: Option<TokenKind>,
    previous_abbreviates: bool,
}

impl<'a> Tokens<'a> {
    /// Begins at the start of a text.
    pub fn new(source: &'a str) -> Tokens<'a> {
        Tokens { source, at: 0, after_break: false, previous: None, previous_abbreviates: false }
    }

    /// Was there a line break before the token given last?
    pub fn after_break(&self) -> bool {
        self.after_break
    }

    /// Moves to the next character that is not white space, or to the space that a combining mark stands on.
    fn skip_space(&mut self) -> Option<Class> {
        let bytes = self.source.as_bytes();
        self.after_break = false;
        let mut base = None;
        while let Some((mut class, mut len)) = class_at(bytes, self.at) {
            if class == Class::Foreign {
                let c = self.char_at(self.at)?;
                len = c.len_utf8();
                if c.is_whitespace() {
                    class = if c == '\u{85}' { Class::Break } else { Class::Space };
                } else if base.is_some() && cluster::is_sign(c) {
                    class = Class::Sign;
                }
            }
            match class {
                Class::Space => base = Some(self.at).filter(|&at| bytes[at] != b'\t'),
                Class::Break => (base, self.after_break) = (None, true),
                _ => {
                    if let (Class::Sign, Some(space)) = (class, base) {
                        self.at = space;
                    }
                    return Some(class);
                }
            }
            self.at += len;
        }
        None
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.source[at..].chars().next()
    }

    fn byte_at(&self, at: usize) -> u8 {
        self.source.as_bytes().get(at).copied().unwrap_or(0)
    }

    fn class_at(&self, at: usize) -> Option<Class> {
        class_at(self.source.as_bytes(), at).map(|(class, _)| class)
    }

    /// End of a run of letters of the tables before a space, which most tokens are: nothing else needs to be looked at.
    #[inline(always)]
    fn plain_word(&self, start: usize) -> Option<usize> {
        let bytes = self.source.as_bytes();
        let mut end = start;
        while let Some((Class::Letter | Class::Sign | Class::Digit, len)) = class_at(bytes, end) {
            end += len;
        }
        (bytes.get(end) == Some(&b' ') && bytes[start] != b'_').then_some(end)
    }

    /// A run of letters with what belongs to it.
    fn word(&self, start: usize, run: usize) -> (usize, TokenKind) {
        let mut end = cluster::run_end(self.source, run);
        while let Some(len) = self.inner_mark(end) {
            end = cluster::run_end(self.source, end + len);
        }
        let next = self.byte_at(end);
        if b".@:-+%".contains(&next)
            && self.byte_at(start).is_ascii_alphanumeric()
            && let Some(end) = address::end(self.source, start, end)
        {
            return (end, TokenKind::Url);
        }
        if next == b'.' {
            end = self.abbreviation_end(start, end);
        }
        (end, TokenKind::Word)
    }

    /// Length of a mark that stands inside a word: the apostrophe of `don’t`, the abbreviation sign of `डॉ॰`.
    fn inner_mark(&self, at: usize) -> Option<usize> {
        let len = match self.source.as_bytes()[at..] {
            [b'\'', ..] => 1,
            [0xE0, 0xA5, 0xB0, ..] => return Some(3),
            [0xE2, 0x80, 0x99, ..] => 3,
            _ => return None,
        };
        let latin =
            at > 0 && self.byte_at(at - 1).is_ascii_alphabetic() && self.byte_at(at + len).is_ascii_alphabetic();
        latin.then_some(len)
    }

    /// End of the abbreviation whose first part ends at `end`, before a stop; `end` itself where it is none.
    fn abbreviation_end(&self, start: usize, mut end: usize) -> usize {
        let mut part = start;
        loop {
            let word = &self.source[part..end];
            let after = end + 1;
            let glued_end = cluster::run_end(self.source, after);
            let glued = (glued_end > after && self.byte_at(glued_end) == b'.').then(|| &self.source[after..glued_end]);
            let syllables =
                abbreviation::is_syllable(word) && (part > start || glued.is_some_and(abbreviation::is_syllable));
            let goes_on = match abbreviation::kind(word) {
                Some(Abbreviation::Title) => return after,
                Some(kind) if part > start || self.is_abbreviation(start, after, kind) => true,
                _ => syllables,
            };
            if !goes_on {
                return if part == start { end } else { part };
            }
            let joins = |next: &str| match abbreviation::kind(next) {
                Some(kind) => kind != Abbreviation::Title,
                None => abbreviation::is_syllable(next),
            };
            if !glued.is_some_and(joins) {
                return after;
            }
            (part, end) = (after, glued_end);
        }
    }

    /// Is a word that is also the name of a letter an initial here? Then it stands first, or beside another, and what
    /// follows begins no sentence.
    fn is_abbreviation(&self, start: usize, after: usize, kind: Abbreviation) -> bool {
        if !matches!(kind, Abbreviation::Ambiguous | Abbreviation::Rarely) {
            return true;
        }
        let next = after + usize::from(self.byte_at(after) == b' ');
        let end = cluster::run_end(self.source, next);
        let word = &self.source[next..end];
        let beside = self.previous_abbreviates || (self.byte_at(end) == b'.' && abbreviation::kind(word).is_some());
        let first = start == 0 || self.after_break || self.previous == Some(TokenKind::Punctuation);
        beside
            || ((first || kind == Abbreviation::Ambiguous) && !word.is_empty() && !abbreviation::begins_sentence(word))
    }

    /// Digits with their separators.
    fn number(&self, start: usize) -> (usize, TokenKind) {
        let mut end = cluster::run_end(self.source, start);
        loop {
            let len = match self.byte_at(end) {
                b'.' | b',' | b':' | b'/' | b'-' => 1,
                0xE2 if self.source[end..].starts_with('–') => 3,
                _ => 0,
            };
            let digits = len > 0
                && self.source[..end].ends_with(char::is_numeric)
                && self.class_at(end + len) == Some(Class::Digit);
            if !digits {
                break;
            }
            end = cluster::run_end(self.source, end + len);
        }
        let address = self.byte_at(start).is_ascii_alphanumeric() && b".@".contains(&self.byte_at(end));
        match address.then(|| address::end(self.source, start, end)).flatten() {
            Some(end) => (end, TokenKind::Url),
            None => (end, TokenKind::Number),
        }
    }

    /// A mark or sign, or a run of one.
    fn lone(&self, start: usize) -> (usize, TokenKind) {
        let source = self.source;
        let first = self.byte_at(start);
        match first {
            b'$' if self.class_at(start + 1) == Some(Class::Digit) => return self.number(start + 1),
            b'@' => {
                let name = source[start + 1..].bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
                return if name > 0 { (start + 1 + name, TokenKind::Handle) } else { (start + 1, TokenKind::Symbol) };
            }
            b'#' => {
                let end = cluster::run_end(source, start + 1);
                let named = source[start + 1..end].contains(|c: char| c.is_alphabetic());
                return if named { (end, TokenKind::Hashtag) } else { (start + 1, TokenKind::Symbol) };
            }
            _ => {}
        }
        let Some(c) = self.char_at(start) else { return (start, TokenKind::Symbol) };
        let mut end = start + c.len_utf8();
        let same: &[char] = match c {
            '!' | '?' => &['!', '?'],
            '.' | '-' | '*' | '=' | '~' | '|' | '।' | '॥' | '–' | '—' | '…' | '\'' | '`' | '‘' | '’' => {
                &[c]
            }
            _ => &[],
        };
        end += source[end..].chars().take_while(|c| same.contains(c)).map(char::len_utf8).sum::<usize>();
        let sign = c.is_ascii_control()
            || matches!(c, '\u{20A0}'..='\u{20BF}')
            || matches!(c, '%' | '+' | '<' | '=' | '>' | '^' | '~' | '$' | '&' | '\\');
        (end, if sign { TokenKind::Symbol } else { TokenKind::Punctuation })
    }

    /// What the tables do not hold.
    fn foreign(&self, start: usize) -> (usize, TokenKind) {
        let Some(c) = self.char_at(start) else { return (start, TokenKind::Symbol) };
        let next = start + c.len_utf8();
        if c.is_numeric() {
            let (end, kind) = self.number(start);
            if end > start { (end, kind) } else { (next, TokenKind::Symbol) }
        } else if c.is_alphabetic() || cluster::is_sign(c) {
            let (end, kind) = self.word(start, start);
            (end.max(next), kind)
        } else if is_emoji(c) || self.source[next..].starts_with('\u{FE0F}') {
            let sequence = self.source[start..].split_word_bounds().next().map_or(0, str::len);
            (start + sequence, TokenKind::Emoji)
        } else {
            let kind = if is_punctuation(c) { TokenKind::Punctuation } else { TokenKind::Symbol };
            (next, kind)
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let mut class = self.skip_space()?;
        let start = self.at;
        if class == Class::Letter
            && let Some(end) = self.plain_word(start)
        {
            (self.at, self.previous, self.previous_abbreviates) = (end, Some(TokenKind::Word), false);
            return Some(Token { span: Span::new(start, end), kind: TokenKind::Word });
        }
        // Joiners with nothing before them go with what follows.
        let mut first = start;
        if class == Class::Foreign {
            first += self.source[first..].chars().take_while(|&c| is_joiner(c)).map(char::len_utf8).sum::<usize>();
            if first > start {
                class = self.class_at(first).unwrap_or(Class::Space);
            }
        }
        let (end, mut kind) = match class {
            Class::Letter => self.word(first, first),
            // A combining mark may stand on a space, which is then part of its cluster.
            Class::Sign => self.word(
                first,
                first
                    + self.source[first..].chars().take_while(|c| c.is_whitespace()).map(char::len_utf8).sum::<usize>(),
            ),
            Class::Digit => self.number(first),
            Class::Lone => self.lone(first),
            Class::Foreign => self.foreign(first),
            Class::Space | Class::Break => (first, TokenKind::Symbol),
        };
        let end = cluster::cover(self.source, start, end);
        let text = &self.source[start..end];
        if text.ends_with('\u{20E3}') {
            kind = TokenKind::Emoji;
        } else if kind == TokenKind::Word && text.bytes().all(|b| b == b'_') {
            kind = TokenKind::Punctuation;
        }
        self.previous_abbreviates = kind == TokenKind::Word && text.ends_with('.');
        self.previous = Some(kind);
        self.at = end;
        Some(Token { span: Span::new(start, end), kind })
    }
}
