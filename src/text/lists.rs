//! The word lists of segmentation: files under `data/`, read once.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A set of words.
pub type Words = LazyLock<HashSet<&'static str>>;

/// Words that cannot begin a sentence after a question, a cry or a quotation.
pub static CLITICS: Words = LazyLock::new(|| rows(include_str!("data/clitics.txt")).collect());
/// Words that often end a sentence.
pub static FINALS: Words = LazyLock::new(|| rows(include_str!("data/final-words.txt")).collect());
/// Words that report speech.
pub static REPORTING: Words = LazyLock::new(|| rows(include_str!("data/reporting-words.txt")).collect());
/// Words that hardly ever stand inside a clause.
pub static OPENERS: Words = LazyLock::new(|| rows(include_str!("data/sentence-openers.txt")).collect());

/// The rows of a data file, without comments.
pub fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim_end).filter(|row| !row.is_empty() && !row.starts_with('#'))
}
