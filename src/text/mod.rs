//! Characters → paragraphs → sentences → tokens; knows Hindi script and typography, not news.

mod abbreviation;
mod address;
pub mod char_class;
mod cluster;
pub mod furniture;
pub mod key;
mod line;
mod lists;
pub mod paragraph;
pub mod quotation_mark;
pub mod sentence;
pub mod token;

pub use key::Key;
pub use paragraph::{Paragraph, ParagraphKind};
pub use sentence::Sentence;
pub use token::{Token, TokenKind};

use crate::span::Span;
use std::ops::Range;

/// A segmented text: the original and, in text order, its paragraphs, sentences and tokens.
///
/// Every token lies in exactly one sentence and every sentence in exactly one paragraph; together the tokens cover
/// every character that is not white space.
#[derive(Clone, Debug, Default)]
pub struct Text {
    source: String,
    /// Paragraphs, each with the range of its sentences.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences, each with the range of its tokens.
    pub sentences: Vec<Sentence>,
    /// Tokens.
    pub tokens: Vec<Token>,
}

impl Text {
    /// Segments a text. Never fails; an empty text has no paragraphs.
    pub fn segment(source: &str) -> Text {
        let mut text = Text { source: source.to_owned(), ..Text::default() };
        segment(source, |tokens| {
            let first_sentence = text.sentences.len();
            let first_token = text.tokens.len();
            text.tokens.extend_from_slice(tokens);
            sentence::split(source, tokens, |range| {
                let span = span_of(&tokens[range.clone()]);
                text.sentences.push(Sentence { span, tokens: first_token + range.start..first_token + range.end });
            });
            let span = span_of(tokens);
            let sentences = first_sentence..text.sentences.len();
            text.paragraphs.push(Paragraph { span, sentences, kind: ParagraphKind::Body });
        });
        paragraph::classify(source, &mut text.paragraphs);
        text
    }

    /// The original text.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.source)
    }

    /// The words of a token.
    pub fn token_text(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |t| self.slice(t.span))
    }

    /// Indices of the tokens that overlap a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.end <= span.start);
        let last = self.tokens.partition_point(|t| t.span.start < span.end);
        first..last.max(first)
    }

    /// Index of the sentence that holds, or follows, a byte offset.
    pub fn sentence_at(&self, offset: usize) -> usize {
        self.sentences.partition_point(|s| s.span.end <= offset)
    }

    /// Index of the paragraph that holds, or follows, a byte offset.
    pub fn paragraph_at(&self, offset: usize) -> usize {
        self.paragraphs.partition_point(|p| p.span.end <= offset)
    }
}

/// Reads a text once and hands on the tokens of each paragraph; none is empty.
///
/// For those who want no [`Text`]: with [`sentence::split`] it is all that segmentation is.
pub fn segment(source: &str, mut paragraph: impl FnMut(&[Token])) {
    let layout = line::Layout::of(source);
    let mut reader = token::Tokens::new(source);
    let mut tokens: Vec<Token> = Vec::new();
    while let Some(token) = reader.next() {
        if let Some(last) = tokens.last()
            && reader.after_break()
            && layout.parts(source, last.span.end, token.span.start)
        {
            paragraph(&tokens);
            tokens.clear();
        }
        tokens.push(token);
    }
    if !tokens.is_empty() {
        paragraph(&tokens);
    }
}

/// From the first token's start to the last one's end.
fn span_of(tokens: &[Token]) -> Span {
    match tokens {
        [first, .., last] => first.span.join(last.span),
        [only] => only.span,
        [] => Span::default(),
    }
}
