//! Key terms: the noun phrases that carry an article, beside the names that the entities hold already.
//!
//! Candidates are the stretches between stop words, as in RAKE (Rose et al., "Automatic Keyword Extraction from Individual
//! Documents", 2010), names and verbs taking the part of stop words too. A word weighs its frequency in the article times its
//! rarity elsewhere (TF-IDF; Spärck Jones 1972), more in headline and lead and where it speaks for the article's topics. A phrase
//! that mostly stands inside a longer one gives way to it, as in C-value (Frantzi, Ananiadou and Mima 2000).

use super::media_topic::Topic;
use super::vocabulary::{Class, Words};
use crate::entity::{Entity, EntityKind};
use crate::span::Span;
use crate::text::{ParagraphKind, Text};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A key term.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its most frequent form, as it stands in the text.
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
/// Sentences that count as the lead.
const LEAD: usize = 4;
/// Rarity from which the first of two nouns side by side is no mere actor (`सरकार`, `नेता`) before an object.
const TELLING: u8 = 7;
/// Stands for का, के and की in a candidate.
const GENITIVE: usize = (1 << STEM_BITS) - 2;
/// Bits of one stem in a key; an article has fewer stems than that counts.
const STEM_BITS: usize = 21;

/// Finds the key terms of a text, best first.
///
/// `phrases` are the tokens of known phrases.
pub fn find(text: &Text, words: &Words, entities: &[Entity], topics: &[Topic], phrases: &[Range<usize>]) -> Vec<Term> {
    let mut candidates = Candidates::collect(text, words, entities, topics, phrases);
    candidates.rate(words);
    candidates.choose(text)
}

/// The stems of up to [`LONGEST`] words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Stems(u64);

impl Stems {
    fn of(stems: impl Iterator<Item = usize>) -> Stems {
        let slots = stems.take(LONGEST).enumerate();
        Stems(slots.fold(0, |key, (slot, stem)| key | ((stem as u64 + 1) << (STEM_BITS * slot))))
    }

    fn iter(self) -> impl Iterator<Item = usize> {
        let slots = (0..LONGEST).map(move |slot| (self.0 >> (STEM_BITS * slot)) & ((1 << STEM_BITS) - 1));
        slots.take_while(|&stem| stem > 0).map(|stem| stem as usize - 1)
    }

    fn len(self) -> usize {
        self.iter().count()
    }

    fn contains(self, stem: usize) -> bool {
        self.iter().any(|s| s == stem)
    }
}

/// A stretch of words that occurs in the article.
#[derive(Debug)]
struct Candidate {
    /// Joins its forms.
    stems: Stems,
    /// Ranges of tokens, in text order.
    places: Vec<Range<usize>>,
    headline: bool,
    /// Is it a known phrase?
    known: bool,
    /// Does it hold only words that speak for the article's topics?
    evidence: bool,
    score: u64,
}

/// What the article tells of one word.
#[derive(Debug, Default)]
struct Counts {
    times: usize,
    rarity: u64,
    headline: bool,
    lead: bool,
    evidence: bool,
}

impl Counts {
    fn weight(&self) -> u64 {
        let frequency = [0, 4, 7, 9, 10][self.times.min(4)];
        let place = if self.headline { 4 } else { 0 } + if self.lead { 2 } else { 0 };
        (frequency + place) * self.rarity * if self.evidence { 5 } else { 2 }
    }
}

#[derive(Debug, Default)]
struct Candidates {
    all: Vec<Candidate>,
    by_stems: HashMap<Stems, usize>,
    counts: HashMap<usize, Counts>,
}

impl Candidates {
    fn collect(
        text: &Text,
        words: &Words,
        entities: &[Entity],
        topics: &[Topic],
        phrases: &[Range<usize>],
    ) -> Candidates {
        let mark = |tokens: &mut dyn Iterator<Item = usize>| {
            let mut marked = vec![false; text.tokens.len() + 1];
            tokens.for_each(|at| marked[at] = true);
            marked
        };
        let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Location];
        let named = entities.iter().filter(|e| kinds.contains(&e.kind)).flat_map(|e| &e.mentions);
        let names = mark(&mut named.flat_map(|&span| text.tokens_in(span)));
        let persons = entities.iter().filter(|e| e.kind == EntityKind::Person).flat_map(|e| &e.mentions);
        let people = mark(&mut persons.map(|&span| text.tokens_in(span).start));
        let evidence = mark(&mut topics.iter().flat_map(|t| &t.evidence).flat_map(|&span| text.tokens_in(span)));
        let known: HashSet<&Range<usize>> = phrases.iter().collect();
        // The verbal noun of a known phrase is part of a term: `बादल फटने`.
        let is_verbal_noun =
            |at: usize| words.at(at).is_some_and(|w| w.key.as_str().ends_with("ने") || w.key.as_str().ends_with("ना"));
        let verbal_nouns = mark(&mut phrases.iter().map(|phrase| phrase.end - 1).filter(|&at| is_verbal_noun(at)));
        let part = |at: usize| !names[at] && words.at(at).is_some_and(|w| w.class != Class::Stop || verbal_nouns[at]);
        let mut found = Candidates::default();
        let mut read = 0;
        for paragraph in text.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Furniture) {
            let headline = paragraph.kind == ParagraphKind::Headline;
            for sentence in &text.sentences[paragraph.sentences.clone()] {
                let mut before: Option<Range<usize>> = None;
                for stretch in stretches(sentence.tokens.clone(), part) {
                    // A title before a name says who, not what.
                    if !headline && people[stretch.end] {
                        continue;
                    }
                    for at in stretch.clone() {
                        let Some(word) = words.at(at) else { continue };
                        let count = found.counts.entry(word.stem).or_default();
                        count.times += 1;
                        count.rarity = u64::from(word.entry.rarity);
                        count.headline |= headline;
                        count.lead |= read < LEAD;
                        count.evidence |= evidence[at];
                        for len in 1..=LONGEST.min(stretch.end - at) {
                            found.add(words, at..at + len, headline, known.contains(&(at..at + len)), &evidence);
                        }
                    }
                    if let Some(owner) = before.take()
                        && owner.end + 1 == stretch.start
                        && stretch.len() == 1
                        && words.at(owner.end).is_some_and(|w| is_genitive(w.key.as_str()))
                    {
                        found.add(words, owner.end - 1..stretch.start + 1, headline, false, &evidence);
                    }
                    before = Some(stretch);
                }
                read += 1;
            }
        }
        found
    }

    fn add(&mut self, words: &Words, place: Range<usize>, headline: bool, known: bool, evidence: &[bool]) {
        let stem = |at| {
            words.at(at).map_or(GENITIVE, |w| {
                if w.class == Class::Stop && is_genitive(w.key.as_str()) { GENITIVE } else { w.stem }
            })
        };
        let stems = Stems::of(place.clone().map(stem));
        let next = self.all.len();
        let number = *self.by_stems.entry(stems).or_insert(next);
        if number == next {
            self.all.push(Candidate {
                stems,
                places: Vec::new(),
                headline: false,
                known: false,
                evidence: false,
                score: 0,
            });
        }
        let candidate = &mut self.all[number];
        candidate.headline |= headline;
        candidate.known |= known;
        candidate.evidence |= place.clone().all(|at| evidence[at] || stem(at) == GENITIVE);
        candidate.places.push(place);
    }

    /// How often each candidate stands inside one that is a word longer, and inside how many such.
    fn nested(&self) -> HashMap<usize, (usize, usize)> {
        let mut nested: HashMap<usize, (usize, usize)> = HashMap::new();
        for candidate in self.all.iter().filter(|c| c.stems.len() > 1 && !c.stems.contains(GENITIVE)) {
            let n = candidate.stems.len();
            for part in [Stems::of(candidate.stems.iter().take(n - 1)), Stems::of(candidate.stems.iter().skip(1))] {
                if let Some(&number) = self.by_stems.get(&part) {
                    let (times, longer) = nested.entry(number).or_default();
                    *times += candidate.places.len();
                    *longer += 1;
                }
            }
        }
        nested
    }

    fn rate(&mut self, words: &Words) {
        let weights: HashMap<usize, u64> = self.counts.iter().map(|(&stem, count)| (stem, count.weight())).collect();
        let nested = self.nested();
        for (number, candidate) in self.all.iter_mut().enumerate() {
            let total: u64 = candidate.stems.iter().filter_map(|stem| weights.get(&stem)).sum();
            // Twice the times less, by half, the mean times of the longer ones.
            let inside = nested.get(&number).map_or(0, |&(times, longer)| times / longer.max(1));
            let own = [4, 10, 11, 12][(2 * candidate.places.len()).saturating_sub(inside).div_ceil(2).min(3)];
            candidate.score = total * own * candidate.shape(words);
        }
    }

    /// Takes the best, none of whose words is taken already.
    fn choose(self, text: &Text) -> Vec<Term> {
        let mut order: Vec<Candidate> = self.all.into_iter().filter(|c| c.score > 0).collect();
        order.sort_by_key(|c| (Reverse(c.score), c.places[0].start, c.stems.len()));
        let best = order.first().map_or(1, |c| c.score) as f64;
        let mut taken: HashSet<usize> = HashSet::new();
        let mut terms = Vec::new();
        for candidate in order {
            if candidate.stems.iter().any(|stem| taken.contains(&stem)) {
                continue;
            }
            taken.extend(candidate.stems.iter().filter(|&stem| stem != GENITIVE));
            let span = |place: &Range<usize>| text.tokens[place.start].span.join(text.tokens[place.end - 1].span);
            let mentions: Vec<Span> = candidate.places.iter().map(span).collect();
            let mut forms: HashMap<&str, usize> = HashMap::new();
            mentions.iter().for_each(|&m| *forms.entry(text.slice(m)).or_default() += 1);
            let most = forms.values().max().copied();
            let form = mentions.iter().map(|&m| text.slice(m)).find(|form| forms.get(form).copied() == most);
            let text = form.unwrap_or_default().to_owned();
            terms.push(Term { text, score: candidate.score as f64 / best, mentions });
            if terms.len() == MOST_TERMS {
                break;
            }
        }
        terms
    }
}

impl Candidate {
    /// What speaks for the phrase as a phrase. Adjective and noun belong together; two nouns side by side may be subject and
    /// object, unless both speak for the topic, the headline has them or they come again.
    fn shape(&self, words: &Words) -> u64 {
        let class = |at| words.at(at).map_or(Class::Stop, |w| w.class);
        let place = &self.places[0];
        let repeated = self.places.len() > 1;
        let last_is_adjective = class(place.end - 1) == Class::Adjective;
        if self.stems.contains(GENITIVE) {
            return if last_is_adjective || !(repeated || self.evidence) { 0 } else { 36 };
        }
        let length = [50, 45, 33][(self.stems.len() - 1).min(2)];
        if self.stems.len() == 1 {
            return if last_is_adjective { length / 2 } else { length };
        }
        let adjectives = (place.start..place.end - 1).all(|at| class(at) == Class::Adjective);
        let tenths = match () {
            _ if self.known => 13,
            _ if last_is_adjective => 4,
            _ if repeated || self.headline => 10,
            _ if adjectives => 13,
            _ if self.evidence && words.at(place.start).is_some_and(|w| w.entry.rarity >= TELLING) => 10,
            _ => 6,
        };
        length * tenths / 10
    }
}

fn is_genitive(key: &str) -> bool {
    matches!(key, "का" | "के" | "की")
}

/// The longest stretches of tokens that may be part of a term.
fn stretches(tokens: Range<usize>, part: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = tokens.start;
    for at in tokens.clone() {
        if !part(at) {
            if start < at {
                found.push(start..at);
            }
            start = at + 1;
        }
    }
    if start < tokens.end {
        found.push(start..tokens.end);
    }
    found
}
