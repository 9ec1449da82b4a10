//! Linear-chain tagger with integer weights; knows neither Hindi nor entities.
//!
//! A conditional random field (Lafferty, McCallum, Pereira 2001) that is learned elsewhere and only read and decoded here.
//! [`Model`] holds the weights, [`Lattice`] the scores of one sequence.

pub mod bytes;
pub mod keyed;
pub mod model;
pub mod viterbi;

pub use bytes::{ModelError, Reader};
pub use keyed::Keys;
pub use model::{Model, Row, WIDTH};
pub use viterbi::Lattice;
