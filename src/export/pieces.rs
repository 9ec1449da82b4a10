//! Pieces: the text cut wherever a mark begins or ends, so that marks which overlap can be drawn in any medium.

use crate::article::Article;
use crate::span::Span;

/// What a piece of a quote's sentence is, beside the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The words that introduce the quote of this index.
    Cue(usize),
    /// The speaker of the quote of this index.
    Speaker(usize),
}

/// A stretch of text under the same marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Index of the quote whose content it is part of.
    pub quote: Option<usize>,
    /// Cue or speaker of a quote.
    pub part: Option<Part>,
    /// Index of the entity that it names.
    pub entity: Option<usize>,
}

/// Marks of one kind, in text order, none overlapping another: of two that do, the first stays.
struct Layer<T> {
    marks: Vec<(Span, T)>,
    at: usize,
}

impl<T: Copy> Layer<T> {
    fn new(mut marks: Vec<(Span, T)>) -> Layer<T> {
        marks.sort_by_key(|&(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        marks.retain(|&(span, _)| {
            let free = span.start >= end && !span.is_empty();
            if free {
                end = span.end;
            }
            free
        });
        Layer { marks, at: 0 }
    }

    /// The mark over an offset; asked in text order.
    fn over(&mut self, offset: usize) -> Option<T> {
        while self.marks.get(self.at).is_some_and(|(span, _)| span.end <= offset) {
            self.at += 1;
        }
        self.marks.get(self.at).filter(|(span, _)| span.start <= offset).map(|&(_, mark)| mark)
    }
}

/// Cuts each of these spans, which are in text order, at the article's marks.
pub fn pieces(article: &Article, spans: impl Iterator<Item = Span>) -> Vec<Vec<Piece>> {
    let quotes = article.quotes.iter().enumerate();
    let mut contents = Layer::new(quotes.clone().map(|(i, q)| (q.content, i)).collect());
    let cues = quotes.clone().filter_map(|(i, q)| Some((q.cue?, Part::Cue(i))));
    let speakers = quotes.filter_map(|(i, q)| Some((q.speaker.as_ref()?.span, Part::Speaker(i))));
    let mut parts = Layer::new(cues.chain(speakers).collect());
    let entities = article.entities.iter().enumerate();
    let mut names = Layer::new(entities.flat_map(|(i, e)| e.mentions.iter().map(move |&m| (m, i))).collect());
    let mut cuts: Vec<usize> = (contents.marks.iter().map(|m| m.0))
        .chain(parts.marks.iter().map(|m| m.0))
        .chain(names.marks.iter().map(|m| m.0))
        .flat_map(|span| [span.start, span.end])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut cut_spans = Vec::new();
    for span in spans {
        let inner = cuts.partition_point(|&cut| cut <= span.start)..cuts.partition_point(|&cut| cut < span.end);
        let ends = cuts[inner].iter().copied().chain([span.end]);
        let mut start = span.start;
        let mut found = Vec::new();
        for end in ends.filter(|&end| end > span.start) {
            found.push(Piece {
                span: Span::new(start, end),
                quote: contents.over(start),
                part: parts.over(start),
                entity: names.over(start),
            });
            start = end;
        }
        cut_spans.push(found);
    }
    cut_spans
}
