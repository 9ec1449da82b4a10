//! Model: label transitions and the weights of features, as stored and as used.

use super::bytes::{ModelError, Reader, put_planes};
use super::keyed::Keys;

/// Room for labels in a row of weights: a power of two, so that sums vectorize.
pub const WIDTH: usize = 16;

/// One score or weight a label.
pub type Row = [i32; WIDTH];

/// A transition that never happens.
pub const FORBIDDEN: i16 = -20_000;

/// The learned weights of one linear chain.
///
/// Stored: number of labels; transitions from the start and from each label to each (16 bits); sorted feature keys; for each
/// key the set of labels it has a weight for (16 bits); those weights (8 bits).
#[derive(Clone, Debug)]
pub struct Model {
    labels: usize,
    transitions: [Row; WIDTH + 1],
    keys: Keys,
    rows: Vec<[i8; WIDTH]>,
}

/// A row of small weights: what training gives for one feature.
pub type Weights = [i8; WIDTH];

impl Model {
    /// Number of labels, at most [`WIDTH`].
    pub const fn labels(&self) -> usize {
        self.labels
    }

    /// Number of features that have a weight.
    pub fn features(&self) -> usize {
        self.rows.len()
    }

    /// What it costs to begin with each label.
    pub const fn start(&self) -> &Row {
        &self.transitions[WIDTH]
    }

    /// What it costs to go from a label to each.
    pub fn after(&self, label: usize) -> &Row {
        &self.transitions[label]
    }

    /// Adds the weights of a feature to a row of scores.
    #[inline]
    pub fn add(&self, key: u32, scores: &mut Row) {
        if let Some(rank) = self.keys.rank(key) {
            for (score, &weight) in scores.iter_mut().zip(&self.rows[rank]) {
                *score += i32::from(weight);
            }
        }
    }

    /// Reads a model.
    ///
    /// # Errors
    /// When the file ends early or holds what [`Model::write`] never writes.
    pub fn read(reader: &mut Reader<'_>) -> Result<Model, ModelError> {
        let labels = usize::from(reader.u8("labels")?);
        if labels == 0 || labels > WIDTH {
            return Err(ModelError::Invalid("labels"));
        }
        let mut transitions = [[i32::from(FORBIDDEN); WIDTH]; WIDTH + 1];
        let stored = reader.planes((labels + 1) * labels, "transitions")?;
        for (from, row) in stored.chunks_exact(labels).enumerate() {
            let from = if from == labels { WIDTH } else { from };
            for (to, &weight) in row.iter().enumerate() {
                transitions[from][to] = i32::from(weight.cast_signed());
            }
        }
        let keys = Keys::read(reader)?;
        let masks = reader.planes(keys.len(), "label sets")?;
        let mut rows = Vec::with_capacity(keys.len());
        let count = masks.iter().map(|m| m.count_ones() as usize).sum();
        let mut weights = reader.take(count, "weights")?.iter();
        for mask in masks {
            if u32::from(mask) >> labels != 0 {
                return Err(ModelError::Invalid("label sets"));
            }
            let mut row = [0; WIDTH];
            for (label, slot) in row.iter_mut().enumerate() {
                if mask >> label & 1 == 1 {
                    *slot = weights.next().map_or(0, |&w| w.cast_signed());
                }
            }
            rows.push(row);
        }
        Ok(Model { labels, transitions, keys, rows })
    }

    /// Writes a model: transitions from each label and, last, from the start; features sorted by key.
    pub fn write(labels: usize, transitions: &[Vec<i16>], features: &[(u32, Weights)], out: &mut Vec<u8>) {
        out.push(labels.to_le_bytes()[0]);
        let flat: Vec<u16> = transitions.iter().flatten().map(|t| t.cast_unsigned()).collect();
        put_planes(out, &flat);
        let keys: Vec<u32> = features.iter().map(|f| f.0).collect();
        Keys::write(&keys, out);
        let masks: Vec<u16> = features
            .iter()
            .map(|(_, row)| row.iter().enumerate().fold(0, |mask, (label, &w)| mask | u16::from(w != 0) << label))
            .collect();
        put_planes(out, &masks);
        out.extend(features.iter().flat_map(|(_, row)| row).filter(|&&w| w != 0).map(|w| w.cast_unsigned()));
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::crf::viterbi::Lattice;

    /// A model of three labels and two features.
    pub fn small() -> Vec<u8> {
        let mut first: Weights = [0; WIDTH];
        (first[0], first[2]) = (-3, 100);
        let mut second: Weights = [0; WIDTH];
        second[1] = 7;
        let transitions = [vec![1, -2, 3], vec![0, 5, FORBIDDEN], vec![-4, 2, 0], vec![2, 2, -1]];
        let mut bytes = Vec::new();
        Model::write(3, &transitions, &[(5, first), (0xff_fffe, second)], &mut bytes);
        bytes
    }

    #[test]
    fn reads_what_it_writes() {
        let bytes = small();
        let model = Model::read(&mut Reader::new(&bytes)).unwrap();
        assert_eq!((model.labels(), model.features()), (3, 2));
        assert_eq!(model.start()[..3], [2, 2, -1]);
        assert_eq!(model.after(1)[..3], [0, 5, i32::from(FORBIDDEN)]);
        let mut row = [0; WIDTH];
        for key in [5, 0xff_fffe, 6, 0, 0xff_ffff] {
            model.add(key, &mut row);
        }
        assert_eq!(row[..3], [-3, 7, 100]);
    }

    #[test]
    fn every_truncation_is_an_error() {
        let bytes = small();
        for end in 0..bytes.len() {
            let error = Model::read(&mut Reader::new(&bytes[..end])).unwrap_err();
            assert!(matches!(error, ModelError::Truncated(_)), "{end}: {error}");
        }
    }

    #[test]
    fn damage_is_an_error_or_harmless() {
        let bytes = small();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut damaged = bytes.clone();
                damaged[at] ^= 1 << bit;
                if let Ok(model) = Model::read(&mut Reader::new(&damaged)) {
                    Lattice::default().score(&model, &[[0; WIDTH]; 3]);
                }
            }
        }
    }
}
