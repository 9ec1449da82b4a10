//! `word-frequencies`: in how many of our own news texts each word stands, as rarity from 0 to 15.

use crate::train::corpus;
use anyhow::Context;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use vakta::text::{Key, TokenKind};
use vakta::topic::stem::stems;
use vakta::topic::vocabulary::RAREST;

const OUT: &str = "src/topic/data/word-frequencies.tsv";
/// Words of fewer texts are left out: no list means [`RAREST`].
const LEAST_TEXTS: usize = 3;

/// Writes the list that ships.
pub fn run() -> anyhow::Result<()> {
    let news = corpus::news(Path::new("xtask/data/news")).context("xtask/data/news")?;
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    let texts: Vec<BTreeSet<String>> = (news.iter())
        .map(|document| {
            let text = &document.text;
            (text.tokens.iter().filter(|t| t.kind == TokenKind::Word))
                .map(|t| Key::fold(text.slice(t.span)).as_str().to_owned())
                .collect()
        })
        .collect();
    for form in texts.iter().flatten() {
        *forms.entry(form.clone()).or_default() += 1;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for text in &texts {
        let found: BTreeSet<String> = (text.iter())
            .map(|form| match stems(form) {
                (first, Some(second)) if forms.get(&second) > forms.get(&first) => second,
                (first, _) => first,
            })
            .collect();
        for stem in found {
            *counts.entry(stem).or_default() += 1;
        }
    }
    let mut by_rarity: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for (stem, &count) in counts.iter().filter(|&(_, &count)| count >= LEAST_TEXTS) {
        by_rarity.entry(rarity(count, texts.len())).or_default().push(stem);
    }
    let mut list = format!(
        "# rarity (0 in every text, {RAREST} in fewer than {LEAST_TEXTS} of {}; logarithmic)\tstems of the words of that rarity\n\
         # source: counts in xtask/data/news, own work of this project; made by `cargo xtask word-frequencies`; licence: CC0-1.0\n",
        texts.len()
    );
    for (rarity, stems) in by_rarity {
        list.push_str(&format!("{rarity}\t{}\n", stems.join(" ")));
    }
    std::fs::write(OUT, list).context(OUT)
}

/// Inverse document frequency on a scale from 0 (in every text) to [`RAREST`] (in one).
fn rarity(count: usize, texts: usize) -> u8 {
    let share = (texts as f64 / count as f64).ln() / (texts as f64).ln();
    (share * f64::from(RAREST)).round() as u8
}
