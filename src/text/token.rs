//! Token: the smallest unit, with its kind.

use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens, stops of an abbreviation, and suffixes.
    Word,
    /// Digits with their separators, ordinals and percent.
    Number,
    /// One mark of punctuation, or a run such as `...`.
    Punctuation,
    /// Currency and other signs.
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

/// Splits one sentence into tokens.
pub fn split(source: &str, sentence: Span) -> Vec<Token> {
    sentence
        .of(source)
        .split_word_bound_indices()
        .filter(|(_, piece)| !piece.trim().is_empty())
        .map(|(at, piece)| {
            let start = sentence.start + at;
            let first = piece.chars().next().unwrap_or(' ');
            let kind = if first.is_numeric() {
                TokenKind::Number
            } else if first.is_alphabetic() {
                TokenKind::Word
            } else {
                TokenKind::Punctuation
            };
            Token { span: Span::new(start, start + piece.len()), kind }
        })
        .collect()
}
