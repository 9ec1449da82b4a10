//! Subject: what one quote speaks about, so that a page can say "X on trade".

use super::{Term, Topic};
use crate::quote::Quote;
use crate::span::Span;

/// Topics and terms of the article that a quote speaks about: those with evidence or mentions inside it, most first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Indices of topics.
    pub topics: Vec<usize>,
    /// Indices of terms.
    pub terms: Vec<usize>,
}

/// The subjects of the quotes, one each.
pub fn subjects(quotes: &[Quote], topics: &[Topic], terms: &[Term]) -> Vec<Subject> {
    let of = |quote: &Quote| Subject {
        topics: most_first(topics.iter().map(|t| times(&t.evidence, quote.content))),
        terms: most_first(terms.iter().map(|t| times(&t.mentions, quote.content))),
    };
    quotes.iter().map(of).collect()
}

/// How many of the spans, which are in text order, lie inside.
fn times(spans: &[Span], inside: Span) -> usize {
    let first = spans.partition_point(|s| s.start < inside.start);
    spans[first..].iter().take_while(|s| s.start < inside.end).filter(|s| inside.contains(**s)).count()
}

/// Indices of the counts that are not 0, the greatest first; of equals the first.
fn most_first(counts: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut found: Vec<(usize, usize)> = counts.enumerate().filter(|&(_, count)| count > 0).collect();
    found.sort_by_key(|&(index, count)| (std::cmp::Reverse(count), index));
    found.into_iter().map(|(index, _)| index).collect()
}
