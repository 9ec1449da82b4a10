//! Score: F1 of exact spans and kinds on gold documents, to compare settings.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use vakta::entity::Mention;
use vakta::text::Text;

/// Gold documents: text, kinds scored, mentions (start, end, kind), optional spans.
pub struct Gold {
    pub text: Text,
    kinds: Vec<String>,
    mentions: Vec<(usize, usize, String)>,
    free: Vec<(usize, usize)>,
}

/// Reads gold documents.
pub fn read(path: &Path) -> io::Result<Vec<Gold>> {
    let file = std::fs::read_to_string(path)?;
    Ok(file.lines().filter_map(|line| serde_json::from_str(line).ok()).map(|v| gold(&v)).collect())
}

fn gold(v: &Value) -> Gold {
    let source = v["text"].as_str().unwrap_or_default();
    let mut offsets: Vec<usize> = source.char_indices().map(|(at, _)| at).collect();
    offsets.push(source.len());
    let at = |v: &Value| offsets[v.as_u64().unwrap_or(0) as usize];
    let kinds = v["kinds"].as_array().map_or_else(
        || ["person", "organization", "location"].map(str::to_owned).to_vec(),
        |k| k.iter().filter_map(|k| k.as_str().map(str::to_owned)).collect(),
    );
    let (mut mentions, mut free) = (Vec::new(), Vec::new());
    for entity in v["entities"].as_array().into_iter().flatten() {
        for m in entity["mentions"].as_array().into_iter().flatten() {
            let span = (at(&m[0]), at(&m[1]));
            if entity["optional"].as_bool() == Some(true) {
                free.push(span);
            } else {
                mentions.push((span.0, span.1, entity["kind"].as_str().unwrap_or_default().to_owned()));
            }
        }
    }
    Gold { text: Text::segment(source), kinds, mentions, free }
}

/// Hits, predictions and gold by kind and in all.
#[derive(Default)]
pub struct Table(BTreeMap<String, [usize; 3]>);

impl Table {
    /// Counts one document.
    pub fn add(&mut self, gold: &Gold, found: &[Mention], show: bool) {
        let wanted: BTreeSet<_> = gold.mentions.iter().filter(|m| !gold.free.contains(&(m.0, m.1))).cloned().collect();
        let got: BTreeSet<_> = found
            .iter()
            .map(|m| (m.span.start, m.span.end, m.kind.name().to_owned()))
            .filter(|m| gold.kinds.contains(&m.2))
            .filter(|m| !gold.free.iter().any(|f| m.0 < f.1 && f.0 < m.1))
            .collect();
        for (set, slot) in [(&got, 1), (&wanted, 2)] {
            for m in set {
                for key in [m.2.as_str(), "all"] {
                    let row = self.0.entry(key.to_owned()).or_default();
                    row[slot] += 1;
                    if slot == 1 && wanted.contains(m) {
                        row[0] += 1;
                    }
                }
            }
        }
        if show {
            for (sign, m) in got.difference(&wanted).map(|m| ('+', m)).chain(wanted.difference(&got).map(|m| ('-', m)))
            {
                let source = gold.text.source();
                let from = source[..m.0].char_indices().rev().nth(30).map_or(0, |c| c.0);
                let to = source[m.1..].char_indices().nth(20).map_or(source.len(), |c| m.1 + c.0);
                let line = format!("{}⟦{}⟧{}", &source[from..m.0], &source[m.0..m.1], &source[m.1..to]);
                println!("{sign} {:<12} {}", m.2, line.replace('\n', "⏎"));
            }
        }
    }

    /// F1, precision and recall by kind.
    pub fn line(&self) -> String {
        let f = |[hit, got, wanted]: [usize; 3]| {
            let (p, r) = (hit as f64 / got.max(1) as f64, hit as f64 / wanted.max(1) as f64);
            (2.0 * hit as f64 / (got + wanted).max(1) as f64, p, r)
        };
        self.0
            .iter()
            .map(|(k, &row)| {
                let (f, p, r) = f(row);
                format!("{}={f:.4} ({p:.3}/{r:.3})", &k[..3])
            })
            .collect::<Vec<_>>()
            .join("  ")
    }
}

/// A training document as gold.
pub fn of(document: &super::Document) -> Gold {
    Gold {
        text: document.text.clone(),
        kinds: document.kinds.iter().map(|k| k.name().to_owned()).collect(),
        mentions: document.mentions.iter().map(|m| (m.span.start, m.span.end, m.kind.name().to_owned())).collect(),
        free: Vec::new(),
    }
}
