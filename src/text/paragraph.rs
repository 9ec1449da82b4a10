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
