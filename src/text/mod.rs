//! Characters → paragraphs → sentences → tokens; knows Hindi script and typography, not news.

pub mod char_class;
pub mod furniture;
pub mod key;
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
        for span in paragraph::split(source) {
            let first_sentence = text.sentences.len();
            for sentence in sentence::split(source, span) {
                let first_token = text.tokens.len();
                text.tokens.extend(token::split(source, sentence));
                text.sentences.push(Sentence { span: sentence, tokens: first_token..text.tokens.len() });
            }
            let kind = paragraph::kind(source, span, text.paragraphs.is_empty());
            text.paragraphs.push(Paragraph { span, sentences: first_sentence..text.sentences.len(), kind });
        }
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
