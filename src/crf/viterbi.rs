//! Viterbi: the best labels of a sequence, and by how much each label falls short of them.

use super::model::{Model, Row, WIDTH};

/// Below any score that a sequence can reach.
const LEAST: i32 = i32::MIN / 4;

/// The scores of one sequence, ready to be decoded. Made once, used for any number of sequences.
///
/// Sums are integers and no exponentials are needed, so that all machines agree to the last bit.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    /// `ahead[i][y]`: the best score of the items before `i` when `i` has label `y`, transitions to it included.
    ahead: Vec<Row>,
    /// `rest[i][y]`: the best score of `i` and what follows when `i` has label `y`.
    rest: Vec<Row>,
}

impl Lattice {
    /// Scores every label of every item, given the items' own scores (`emissions`, one row an item).
    pub fn score(&mut self, model: &Model, emissions: &[Row]) {
        let labels = model.labels();
        self.rest.clear();
        self.rest.resize(emissions.len(), [0; WIDTH]);
        let mut next: Option<Row> = None;
        for (rest, emission) in self.rest.iter_mut().zip(emissions).rev() {
            *rest = *emission;
            if let Some(next) = next {
                for (from, slot) in rest.iter_mut().enumerate().take(labels) {
                    let steps = model.after(from).iter().zip(&next).take(labels);
                    *slot += steps.map(|(step, rest)| step + rest).max().unwrap_or(0);
                }
            }
            level(rest);
            next = Some(*rest);
        }
        self.ahead.clear();
        let mut row = *model.start();
        for emission in emissions {
            self.ahead.push(row);
            let mut entered = [LEAST; WIDTH];
            for from in 0..labels {
                let score = row[from] + emission[from];
                for (slot, step) in entered.iter_mut().zip(model.after(from)) {
                    *slot = (*slot).max(score + step);
                }
            }
            row = entered;
            level(&mut row);
        }
    }

    /// The best labels; of equals the lower, from the left.
    pub fn labels(&self, model: &Model) -> Vec<u8> {
        let mut path = Vec::with_capacity(self.rest.len());
        let mut step = model.start();
        for rest in &self.rest {
            let label = (0..model.labels()).rev().max_by_key(|&y| step[y] + rest[y]).unwrap_or(0);
            step = model.after(label);
            path.push(u8::try_from(label).unwrap_or(0));
        }
        path
    }

    /// By how much the best labelling with label `y` at item `i` falls short of the best of all: 0 for the best, more for
    /// worse ones (a difference of max-marginals).
    pub fn loss(&self, i: usize) -> Row {
        let mut row = self.ahead[i];
        for (slot, rest) in row.iter_mut().zip(&self.rest[i]) {
            *slot += rest;
        }
        let top = row.iter().copied().max().unwrap_or(0);
        row.map(|score| top - score)
    }
}

/// Brings the best of a row to 0: only differences count, and no length of sequence overflows.
fn level(row: &mut Row) {
    let top = row.iter().copied().max().unwrap_or(0);
    for slot in row {
        *slot -= top;
    }
}
