//! Sentence: where one ends.

use crate::span::Span;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A sentence: its span without outer white space, and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, closing marks included.
    pub span: Span,
    /// Indices into [`Text::tokens`](super::Text::tokens).
    pub tokens: Range<usize>,
}

/// Splits one paragraph into sentences, without outer white space.
pub fn split(source: &str, paragraph: Span) -> Vec<Span> {
    paragraph
        .of(source)
        .split_sentence_bound_indices()
        .map(|(at, piece)| {
            let start = paragraph.start + at + (piece.len() - piece.trim_start().len());
            Span::new(start, start + piece.trim().len())
        })
        .filter(|s| !s.is_empty())
        .collect()
}
