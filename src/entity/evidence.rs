//! Evidence: what the first look at an article says of a word elsewhere in it. Shared by trainer and tagger.
//!
//! A name that stands in a telling place once (`नेता राम सिंह ने कहा`) is known in the places that tell nothing. The second
//! model learns how far to trust that; it adds to the scores of the first.

use super::features::{Word, feature, join};
use std::collections::HashMap;
use std::ops::Range;

/// The first look at a text: for each token the best label, and by how much the labels of other kinds fall short of it.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Best labels.
    pub labels: Vec<u8>,
    /// How sure each is, from 0.
    pub margins: Vec<i32>,
}

/// Kind of a label: 0 none, then one a kind.
const fn kind(label: u8) -> usize {
    label.div_ceil(2) as usize
}

const KINDS: usize = 8;
/// Margins above this say no more.
const SURE: i32 = 255;

impl Look {
    /// Adds a token: its best label and the losses of all labels.
    pub fn push(&mut self, label: u8, loss: &[i32]) {
        let others = loss.iter().zip(0u8..).filter(|&(_, other)| kind(other) != kind(label));
        self.labels.push(label);
        self.margins.push(others.map(|(&loss, _)| loss).min().unwrap_or(0).min(SURE));
    }

    /// Does a token continue a mention? 1 or 0.
    fn tied(&self, at: usize) -> usize {
        usize::from(self.labels[at] > 0 && self.labels[at].is_multiple_of(2))
    }

    /// Where in a mention a token stands: 0 in none, 1 the whole, 2 first, 3 inner, 4 last.
    fn part(&self, at: usize, sentence: &Range<usize>) -> usize {
        let label = self.labels[at];
        if label == 0 {
            return 0;
        }
        let goes_on = at + 1 < sentence.end && self.labels[at + 1] == label + label % 2;
        match (label % 2 == 1, goes_on) {
            (true, false) => 1,
            (true, true) => 2,
            (false, true) => 3,
            (false, false) => 4,
        }
    }
}

/// What all occurrences of a word, or of two words, say together.
#[derive(Clone, Copy, Debug, Default)]
struct Votes {
    count: i32,
    kinds: [i32; KINDS],
    parts: [i32; 5],
}

impl Votes {
    fn add(&mut self, kind: usize, margin: i32, part: usize, sign: i32) {
        self.count += sign;
        self.kinds[kind] += sign * (margin + 1);
        self.parts[part] += sign;
    }

    /// The kind with most votes and how clear its lead is, from 0 to 3.
    fn leader(&self) -> (usize, u64) {
        let top = (0..KINDS).rev().max_by_key(|&k| self.kinds[k]).unwrap_or(0);
        let second = (0..KINDS).filter(|&k| k != top).map(|k| self.kinds[k]).max().unwrap_or(0);
        (top, degree((self.kinds[top] - second) / self.count.max(1)))
    }
}

/// A margin in four degrees.
const fn degree(margin: i32) -> u64 {
    match margin {
        ..24 => 0,
        24..64 => 1,
        64..128 => 2,
        _ => 3,
    }
}

/// What the other occurrences of a word say.
#[derive(Clone, Copy)]
struct Fact {
    /// The kind most of them have: 0 there are none, 1 no name, then one a kind.
    leader: u64,
    /// How clear that is.
    lead: u64,
    /// In which parts of mentions they stand, a bit each.
    parts: u64,
}

const NOTHING: Fact = Fact { leader: 0, lead: 4, parts: 0 };

/// The votes of all words, and of all pairs of neighbours, in a text.
struct Tally<'a> {
    words: &'a [Word],
    look: &'a Look,
    singles: HashMap<u64, Votes>,
    pairs: HashMap<u64, Votes>,
}

impl<'a> Tally<'a> {
    fn new(words: &'a [Word], sentences: &[Range<usize>], look: &'a Look) -> Tally<'a> {
        let mut tally = Tally { words, look, singles: HashMap::new(), pairs: HashMap::new() };
        for sentence in sentences {
            for at in sentence.clone() {
                let votes = tally.singles.entry(words[at].hash).or_default();
                votes.add(kind(look.labels[at]), look.margins[at], look.part(at, sentence), 1);
                if at > sentence.start {
                    let votes = tally.pairs.entry(join(words[at - 1].hash, words[at].hash)).or_default();
                    votes.add(kind(look.labels[at]), 0, look.tied(at), 1);
                }
            }
        }
        tally
    }

    /// What the word at `at` is elsewhere.
    fn elsewhere(&self, at: usize, sentence: &Range<usize>) -> Fact {
        let mut votes = self.singles.get(&self.words[at].hash).copied().unwrap_or_default();
        votes.add(kind(self.look.labels[at]), self.look.margins[at], self.look.part(at, sentence), -1);
        if votes.count == 0 {
            return NOTHING;
        }
        let (leader, lead) = votes.leader();
        let parts = (1..5).fold(0, |set, part| set | u64::from(votes.parts[part] > 0) << part);
        Fact { leader: leader as u64 + 1, lead, parts }
    }

    /// Whether the word at `at` and the one before it stand together elsewhere: 0 nowhere, 1 in no common mention, else the
    /// kind of that mention, from 2.
    fn together(&self, at: usize, sentence: &Range<usize>) -> u64 {
        if at <= sentence.start || at >= sentence.end {
            return 0;
        }
        let pair = join(self.words[at - 1].hash, self.words[at].hash);
        let mut votes = self.pairs.get(&pair).copied().unwrap_or_default();
        votes.add(kind(self.look.labels[at]), 0, self.look.tied(at), -1);
        match votes {
            Votes { count: 0, .. } => 0,
            Votes { parts, .. } if parts[1] > parts[0] => 2 + votes.leader().0 as u64,
            _ => 1,
        }
    }
}

/// Calls `emit` with the number of a token and each of its features. A token has none that is surely no name, as are its
/// word and its neighbours elsewhere.
pub fn features(words: &[Word], sentences: &[Range<usize>], look: &Look, mut emit: impl FnMut(usize, u32)) {
    let tally = Tally::new(words, sentences, look);
    for sentence in sentences {
        let facts: Vec<Fact> = sentence.clone().map(|at| tally.elsewhere(at, sentence)).collect();
        for (i, at) in sentence.clone().enumerate() {
            let own = u64::from(look.labels[at]);
            let sure = degree(look.margins[at]);
            let Fact { leader, lead, parts } = facts[i];
            let before = i.checked_sub(1).map_or(NOTHING, |i| facts[i]).leader;
            let after = facts.get(i + 1).copied().unwrap_or(NOTHING).leader;
            if own == 0 && sure == 3 && leader < 2 && before < 2 && after < 2 {
                continue;
            }
            let mut put = |sort: u64, value: u64| emit(at, feature(60 + sort, value));
            let fact = leader << 8 | lead << 4;
            put(0, own << 4 | sure);
            put(1, fact << 8 | own << 4 | sure);
            put(2, fact << 8 | own);
            put(3, (leader << 8 | parts) << 8 | own);
            put(4, (leader << 8 | parts) << 8 | lead << 4 | sure);
            put(5, fact << 16 | u64::from(words[at].lists.0 >> 13));
            put(6, fact << 16 | u64::from(words[at].lists.0 & 0x1fff));
            put(7, (before << 4 | leader) << 8 | own);
            put(8, (after << 4 | leader) << 8 | own);
            let (with_last, with_next) = (tally.together(at, sentence), tally.together(at + 1, sentence));
            put(9, with_last << 8 | own);
            put(10, with_next << 8 | own);
            put(11, (with_last << 4 | with_next) << 12 | leader << 8 | own);
        }
    }
}
