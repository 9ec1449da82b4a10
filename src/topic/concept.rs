//! Concept: a media topic of the IPTC's list, top-level or narrower.

use crate::entity::lists::rows;

const CONCEPTS: &str = include_str!("data/media-topics.tsv");

/// A concept of the IPTC Media Topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concept {
    /// Its code, `medtop:11000000`.
    pub code: &'static str,
    /// Its name in Hindi.
    pub name_hi: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// Digits of the top-level topic that it is part of; empty where it is one itself.
    pub broader: &'static str,
}

impl Concept {
    /// The digits of its code.
    pub fn digits(&self) -> &'static str {
        self.code.trim_start_matches("medtop:")
    }
}

/// The concepts that can be found.
pub fn concepts() -> Vec<Concept> {
    rows(CONCEPTS).map(|[code, name_en, name_hi, broader]| Concept { code, name_hi, name_en, broader }).collect()
}
