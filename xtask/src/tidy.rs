//! Tidy: rules of this repository that no compiler knows. See the invariants in the README.

use crate::workspace::root;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The pipeline, left to right: nothing imports what stands to its right.
const FLOW: [&str; 11] =
    ["span", "text", "crf", "entity", "quote", "topic", "article", "analyzer", "wire", "export", "wasm"];

/// Checks every source and data file.
pub fn tidy() -> Result<()> {
    let mut complaints = Vec::new();
    for path in files(&root().join("src"))?.into_iter().chain(files(&root().join("xtask/src"))?) {
        let shown = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
        match path.extension().and_then(|e| e.to_str()) {
            Some("rs") => {
                let text = fs::read_to_string(&path).with_context(|| shown.clone())?;
                complaints.extend(module_complaints(&shown, &text));
            }
            Some("tsv" | "txt") => {
                let text = fs::read_to_string(&path).with_context(|| shown.clone())?;
                complaints.extend(data_complaint(&shown, &text));
            }
            // A binary model can't carry its note: the list of models in the README does.
            _ => {}
        }
    }
    if !complaints.is_empty() {
        bail!("{}", complaints.join("\n"));
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// Every module says what it is, and none looks to its right.
fn module_complaints(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    if !text.starts_with("//! ") {
        complaints.push(format!("{path}: the first line must be a `//!` line that says what the module is"));
    }
    let floor = path.strip_prefix("src/").and_then(|p| p.split(['/', '.']).next());
    let Some(own) = floor.and_then(|floor| FLOW.iter().position(|f| *f == floor)) else { return complaints };
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or("");
        for right in &FLOW[own + 1..] {
            if code.contains(&format!("crate::{right}")) {
                complaints.push(format!("{path}:{}: {} must not know {right}", number + 1, FLOW[own]));
            }
        }
    }
    complaints
}

/// Every data file says where it comes from and under which licence.
fn data_complaint(path: &str, text: &str) -> Option<String> {
    let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
    let says = |word: &str| head.iter().any(|line| line.to_lowercase().contains(word));
    (!says("source") || !says("licence")).then(|| format!("{path}: begin with `#` lines that name source and licence"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_point_right_only() {
        let text = "//! Tokens.\nuse crate::entity::Entity;\nuse crate::span::Span;\n";
        assert_eq!(module_complaints("src/text/token.rs", text).len(), 1);
        assert!(module_complaints("src/quote/cue.rs", text).is_empty());
    }

    #[test]
    fn modules_and_data_introduce_themselves() {
        assert_eq!(module_complaints("src/span.rs", "use std::ops::Range;\n").len(), 1);
        assert!(data_complaint("a.tsv", "# name\tkind\nराम\tx\n").is_some());
        assert!(data_complaint("a.tsv", "# name\tkind. Source: own work. Licence: CC0-1.0\nराम\tx\n").is_none());
    }
}
