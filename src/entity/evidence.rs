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

/// Calls `emit` with the number of a token and each of its features.
pub fn features(words: &[Word], sentences: &[Range<usize>], look: &Look, mut emit: impl FnMut(usize, u32)) {
    let mut single: HashMap<u64, Votes> = HashMap::new();
    let mut pairs: HashMap<u64, Votes> = HashMap::new();
    let tied = |at: usize| usize::from(look.labels[at] > 0 && look.labels[at].is_multiple_of(2));
    for sentence in sentences {
        for at in sentence.clone() {
            let votes = single.entry(words[at].hash).or_default();
            votes.add(kind(look.labels[at]), look.margins[at], look.part(at, sentence), 1);
            if at > sentence.start {
                let pair = pairs.entry(join(words[at - 1].hash, words[at].hash)).or_default();
                pair.add(kind(look.labels[at]), 0, tied(at), 1);
            }
        }
    }
    let nothing = (0, 4, 0);
    let elsewhere = |at: usize, sentence: &Range<usize>| {
        if !sentence.contains(&at) {
            return nothing;
        }
        let mut votes = single.get(&words[at].hash).copied().unwrap_or_default();
        votes.add(kind(look.labels[at]), look.margins[at], look.part(at, sentence), -1);
        if votes.count == 0 {
            return nothing;
        }
        let (leader, lead) = votes.leader();
        let parts = (1..5).fold(0, |set, part| set | u64::from(votes.parts[part] > 0) << part);
        (leader as u64 + 1, lead, parts)
    };
    let pair = |at: usize, sentence: &Range<usize>| {
        if at <= sentence.start || at >= sentence.end {
            return 0;
        }
        let mut votes = pairs.get(&join(words[at - 1].hash, words[at].hash)).copied().unwrap_or_default();
        votes.add(kind(look.labels[at]), 0, tied(at), -1);
        match votes {
            Votes { count: 0, .. } => 0,
            Votes { parts, .. } if parts[1] > parts[0] => 2 + votes.leader().0 as u64,
            _ => 1,
        }
    };
    for sentence in sentences {
        let seen: Vec<_> = sentence.clone().map(|at| elsewhere(at, sentence)).collect();
        for at in sentence.clone() {
            let own = u64::from(look.labels[at]);
            let sure = degree(look.margins[at]);
            let here = at - sentence.start;
            let (leader, lead, parts) = seen[here];
            let before = here.checked_sub(1).map_or(nothing, |i| seen[i]);
            let after = seen.get(here + 1).copied().unwrap_or(nothing);
            if own == 0 && sure == 3 && leader < 2 && before.0 < 2 && after.0 < 2 {
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
            put(7, (before.0 << 4 | leader) << 8 | own);
            put(8, (after.0 << 4 | leader) << 8 | own);
            put(9, pair(at, sentence) << 8 | own);
            put(10, pair(at + 1, sentence) << 8 | own);
            put(11, (pair(at, sentence) << 4 | pair(at + 1, sentence)) << 12 | leader << 8 | own);
        }
    }
}
