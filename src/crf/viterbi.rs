//! Viterbi: the best labels of a sequence, and by how much each label falls short of them.

use super::model::{Model, Row, WIDTH};

/// Below any score that a sequence can reach.
const LEAST: i32 = i32::MIN / 4;

/// The scores of one sequence, ready to be decoded. Made once, used for any number of sequences.
///
/// Sums are integers and no exponentials are needed, so that all machines agree to the last bit.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
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
            level(&mut rest[..labels]);
            next = Some(*rest);
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

    /// Calls `each` for every item with the losses of its labels: by how much the best labelling with that label falls short
    /// of the best of all (a difference of max-marginals). 0 for the best, more for worse ones.
    pub fn losses(&self, model: &Model, emissions: &[Row], mut each: impl FnMut(&[i32])) {
        let labels = model.labels();
        let mut ahead = *model.start(); // the best score of the items before, transition to each label included
        for (emission, rest) in emissions.iter().zip(&self.rest) {
            let scores: Row = std::array::from_fn(|y| ahead[y] + rest[y]);
            let top = scores[..labels].iter().copied().max().unwrap_or(0);
            each(&scores.map(|score| top - score)[..labels]);
            let mut entered = [LEAST; WIDTH];
            for from in 0..labels {
                let score = ahead[from] + emission[from];
                for (slot, step) in entered.iter_mut().zip(model.after(from)) {
                    *slot = (*slot).max(score + step);
                }
            }
            ahead = entered;
            level(&mut ahead[..labels]);
        }
    }
}

/// Brings the best of a row to 0: only differences count, and no length of sequence overflows.
fn level(row: &mut [i32]) {
    let top = row.iter().copied().max().unwrap_or(0);
    for slot in row {
        *slot -= top;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crf::bytes::Reader;
    use crate::crf::model::tests::small;

    /// Score of one labelling.
    fn total(model: &Model, emissions: &[Row], path: &[usize]) -> i32 {
        let steps = path.windows(2).map(|pair| model.after(pair[0])[pair[1]]).sum::<i32>();
        model.start()[path[0]] + steps + path.iter().zip(emissions).map(|(&y, row)| row[y]).sum::<i32>()
    }

    #[test]
    fn agrees_with_trying_every_labelling() {
        let bytes = small();
        let model = Model::read(&mut Reader::new(&bytes)).unwrap();
        let mut lattice = Lattice::default();
        let mut state = 1u32;
        for _ in 0..200 {
            let emissions: Vec<Row> = (0..4)
                .map(|_| {
                    std::array::from_fn(|_| {
                        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        (state >> 28).cast_signed() - 8
                    })
                })
                .collect();
            lattice.score(&model, &emissions);
            let paths: Vec<[usize; 4]> = (0..81).map(|n| [n / 27, n / 9 % 3, n / 3 % 3, n % 3]).collect();
            let best = paths.iter().map(|path| total(&model, &emissions, path)).max().unwrap();
            // The lowest labels from the left among the best: the first of the best, as paths are in that order.
            let first = paths.iter().find(|path| total(&model, &emissions, *path) == best).unwrap();
            assert_eq!(lattice.labels(&model), first.map(|y| u8::try_from(y).unwrap()));
            let mut i = 0;
            lattice.losses(&model, &emissions, |losses| {
                for (y, &loss) in losses.iter().enumerate() {
                    let with = paths.iter().filter(|path| path[i] == y).map(|path| total(&model, &emissions, path));
                    assert_eq!(loss, best - with.max().unwrap(), "item {i}, label {y}");
                }
                i += 1;
            });
            assert_eq!(i, 4);
        }
    }

    #[test]
    fn no_length_overflows() {
        let bytes = small();
        let model = Model::read(&mut Reader::new(&bytes)).unwrap();
        let mut lattice = Lattice::default();
        lattice.score(&model, &vec![[100_000; WIDTH]; 100_000]);
        assert_eq!(lattice.labels(&model).len(), 100_000);
        lattice.score(&model, &[]);
        assert!(lattice.labels(&model).is_empty());
    }
}
