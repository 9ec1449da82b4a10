//! The suites of `tests/cases.rs`.

pub mod joins;
pub mod offsets;
pub mod quotes;
pub mod segmentation;
pub mod terms;
pub mod topics;

/// The cases of a table: its lines without comments and blank ones.
pub fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}
