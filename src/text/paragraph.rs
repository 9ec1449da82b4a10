//! Paragraph: lines that belong together, and what they are.

use super::furniture;
use crate::span::Span;
use std::ops::Range;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// A title or a subtitle.
    Headline,
    /// Prose.
    Body,
    /// Advertising and navigation lines, share bars, credits: segmented, but kept out of linking, quotes and topics.
    Furniture,
}

impl ParagraphKind {
    /// The name used in the wire format.
    pub const fn name(self) -> &'static str {
        match self {
            ParagraphKind::Headline => "headline",
            ParagraphKind::Body => "body",
            ParagraphKind::Furniture => "furniture",
        }
    }
}

/// A paragraph: its span without outer white space, its sentences and its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// Indices into [`Text::sentences`](super::Text::sentences).
    pub sentences: Range<usize>,
    /// What it is.
    pub kind: ParagraphKind,
}

/// Splits a text into paragraphs: one a line, for now.
pub fn split(source: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        if !line.trim().is_empty() {
            spans.push(Span::new(start, start + line.trim().len()));
        }
        at += line.len();
    }
    spans
}

/// What the paragraph is.
pub fn kind(source: &str, paragraph: Span, first: bool) -> ParagraphKind {
    let line = paragraph.of(source);
    if furniture::is_furniture(line) {
        ParagraphKind::Furniture
    } else if first && !line.ends_with(['।', '.', '?', '!', '|']) {
        ParagraphKind::Headline
    } else {
        ParagraphKind::Body
    }
}
