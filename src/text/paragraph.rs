//! Paragraph: lines that belong together, and what they are.

use super::char_class::is_emoji;
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

/// Most words of a headline, and of a headline inside the article.
const HEADLINE_WORDS: usize = 30;
const CROSSHEAD_WORDS: usize = 10;
/// Most lines before the first paragraph of prose that may be headlines.
const HEADLINES: usize = 4;

/// What each paragraph is, known only when all are.
///
/// Headlines are the first lines that are short and end in no terminator, or are one question or cry before more text; and
/// short lines without one between paragraphs of prose.
pub fn classify(source: &str, paragraphs: &mut [Paragraph]) {
    let mut headlines = 0;
    let mut prose = false;
    for index in 0..paragraphs.len() {
        let paragraph = &paragraphs[index];
        let line = paragraph.span.of(source);
        let words = line.split_whitespace().take(HEADLINE_WORDS + 1).count();
        let asks = paragraph.sentences.len() == 1 && line.ends_with(['?', '!']) && index + 1 < paragraphs.len();
        let kind = if furniture::is_furniture(line) {
            ParagraphKind::Furniture
        } else if !prose
            && words <= HEADLINE_WORDS
            && headlines < HEADLINES
            && (!is_prose(line) || (headlines == 0 && asks))
        {
            headlines += 1;
            ParagraphKind::Headline
        } else if prose && words <= CROSSHEAD_WORDS && is_crosshead(source, paragraphs, index) {
            ParagraphKind::Headline
        } else {
            prose = true;
            ParagraphKind::Body
        };
        paragraphs[index].kind = kind;
    }
}

/// Does the line hold a danda, or end as prose does: in a terminator, closing marks aside, or a mark that promises more?
fn is_prose(line: &str) -> bool {
    let end =
        line.trim_end_matches(|c: char| is_emoji(c) || c.is_whitespace() || "\"'”’»)]\u{FE0F}\u{200D}".contains(c));
    line.contains('।') || end.ends_with(['.', '?', '!', '|', ',', ':', ';'])
}

/// A short line without terminator, label, number or quotation between two paragraphs of prose.
fn is_crosshead(source: &str, paragraphs: &[Paragraph], index: usize) -> bool {
    let line = paragraphs[index].span.of(source);
    let prose = |at: usize| paragraphs.get(at).is_some_and(|p| is_prose(p.span.of(source)));
    let plain =
        line.starts_with(char::is_alphabetic) && !line.contains([':', '"', '“', '‘', '|', '@', '#', '-', '–', '—']);
    plain && !is_prose(line) && prose(index - 1) && prose(index + 1)
}
