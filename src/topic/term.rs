//! Key terms: the noun phrases that carry an article, beside the names that the entities hold already.
//!
//! Candidates are the stretches between stop words, as in RAKE (Rose et al., "Automatic Keyword Extraction from Individual
//! Documents", 2010), names and verbs taking the part of stop words too. A word weighs its frequency in the article times its
//! rarity elsewhere (TF-IDF; Spärck Jones 1972), more in a headline and where it speaks for the article's topics. A phrase that
//! mostly stands inside a longer one gives way to it, as in C-value (Frantzi, Ananiadou and Mima 2000).

use super::media_topic::Topic;
use super::vocabulary::{Word, Words};
use crate::entity::{Entity, EntityKind};
use crate::span::Span;
use crate::text::{ParagraphKind, Text};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A key term.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its full form, as it stands in the text.
    pub text: String,
    /// 0 to 1, relative to the best term.
    pub score: f64,
    /// All its mentions.
    pub mentions: Vec<Span>,
}

/// More are no key terms.
const MOST_TERMS: usize = 12;
/// Words of the longest term.
const LONGEST: usize = 3;

/// A stretch of words that occurs in the article, by the stems of its words.
#[derive(Debug)]
struct Candidate {
    stems: Vec<usize>,
    /// Ranges of tokens, in text order.
    places: Vec<Range<usize>>,
    score: u64,
}

/// Finds the key terms of a text, best first.
pub fn find(text: &Text, words: &Words, entities: &[Entity], topics: &[Topic]) -> Vec<Term> {
    let names = name_tokens(text, entities);
    let mut weights: HashMap<usize, u64> = HashMap::new();
    let mut by_stems: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    let evidence: HashSet<usize> =
        topics.iter().flat_map(|t| &t.evidence).flat_map(|&span| text.tokens_in(span)).collect();
    let mut counts: HashMap<usize, Counts> = HashMap::new();
    for paragraph in text.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Furniture) {
        let headline = paragraph.kind == ParagraphKind::Headline;
        for sentence in &text.sentences[paragraph.sentences.clone()] {
            for stretch in stretches(words, sentence.tokens.clone(), &names) {
                for at in stretch.clone() {
                    let Some(word) = words.at(at) else { continue };
                    let count = counts.entry(word.stem).or_default();
                    count.times += 1;
                    count.headline |= headline;
                    count.evidence |= evidence.contains(&at);
                    count.rarity = u64::from(word.entry.rarity);
                    for len in 1..=LONGEST.min(stretch.end - at) {
                        let stems: Vec<usize> = (at..at + len).filter_map(|t| words.at(t)).map(|w| w.stem).collect();
                        let next = candidates.len();
                        let number = *by_stems.entry(stems.clone()).or_insert(next);
                        if number == next {
                            candidates.push(Candidate { stems, places: Vec::new(), score: 0 });
                        }
                        candidates[number].places.push(at..at + len);
                    }
                }
            }
        }
    }
    for (&stem, count) in &counts {
        weights.insert(stem, count.weight());
    }
    // How often each candidate stands inside one that is a word longer, and inside how many such.
    let mut nested: HashMap<usize, (u64, u64)> = HashMap::new();
    for candidate in candidates.iter().filter(|c| c.stems.len() > 1) {
        let n = candidate.stems.len();
        for part in [&candidate.stems[..n - 1], &candidate.stems[1..]] {
            if let Some(&number) = by_stems.get(part) {
                let (times, longer) = nested.entry(number).or_default();
                *times += candidate.places.len() as u64;
                *longer += 1;
            }
        }
    }
    for (number, candidate) in candidates.iter_mut().enumerate() {
        let total: u64 = candidate.stems.iter().map(|s| weights.get(s).copied().unwrap_or(0)).sum();
        let n = candidate.stems.len() as u64;
        let times = candidate.places.len() as u64;
        // times less the mean of the longer ones, in tenths
        let own = match nested.get(&number) {
            Some(&(inside, longer)) => (10 * times).saturating_sub(10 * inside / longer.max(1) * 9 / 10),
            None => 10 * times,
        };
        candidate.score = total * 10 / (n + 1) * own.min(40);
    }
    let mut order: Vec<usize> = (0..candidates.len()).filter(|&c| candidates[c].score > 0).collect();
    order.sort_by_key(|&c| (std::cmp::Reverse(candidates[c].score), candidates[c].places[0].start));
    let mut taken: HashSet<usize> = HashSet::new();
    let mut terms: Vec<Term> = Vec::new();
    let best = order.first().map_or(1, |&c| candidates[c].score.max(1)) as f64;
    for c in order {
        let candidate = &candidates[c];
        if candidate.stems.iter().any(|stem| taken.contains(stem)) {
            continue;
        }
        taken.extend(&candidate.stems);
        let span = |place: &Range<usize>| text.tokens[place.start].span.join(text.tokens[place.end - 1].span);
        let mentions: Vec<Span> = candidate.places.iter().map(span).collect();
        let text = text.slice(mentions[0]).to_owned();
        terms.push(Term { text, score: candidate.score as f64 / best, mentions });
        if terms.len() == MOST_TERMS {
            break;
        }
    }
    terms
}

/// What the article tells of one word.
#[derive(Debug, Default)]
struct Counts {
    times: u64,
    headline: bool,
    evidence: bool,
    rarity: u64,
}

impl Counts {
    fn weight(&self) -> u64 {
        let frequency = [0, 4, 7, 9, 10][self.times.min(4) as usize] + if self.headline { 4 } else { 0 };
        frequency * self.rarity * if self.evidence { 3 } else { 2 }
    }
}

/// Tokens of names of people, bodies and places.
fn name_tokens(text: &Text, entities: &[Entity]) -> HashSet<usize> {
    (entities.iter())
        .filter(|e| matches!(e.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Location))
        .flat_map(|e| &e.mentions)
        .flat_map(|&span| text.tokens_in(span))
        .collect()
}

/// The longest stretches of words that may be part of a term.
fn stretches(words: &Words, tokens: Range<usize>, names: &HashSet<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = tokens.start;
    for at in tokens.start..=tokens.end {
        let part = at < tokens.end && !names.contains(&at) && words.at(at).is_some_and(Word::has_content);
        if !part {
            if start < at {
                found.push(start..at);
            }
            start = at + 1;
        }
    }
    found
}
