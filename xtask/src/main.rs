//! Vakta's verbs.
fn main() {}
