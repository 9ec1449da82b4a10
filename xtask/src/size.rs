//! `size`: bytes that a first visit downloads.

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use serde_json::json;
use std::fs;
use std::io::Write;
use std::path::Path;

/// What a visit loads without being asked; the rest (fonts apart) comes on demand.
const FIRST_VISIT: [&str; 3] = ["html", "css", "js"];

#[derive(Default, Clone, Copy)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table, or `{"files": […], "total": {…}}`.
pub fn size(site: &Path, as_json: bool) -> Result<()> {
    let mut files = Vec::new();
    let mut total = Bytes::default();
    for path in first_visit(site)? {
        let content = fs::read(site.join(&path))?;
        let bytes = measure(&content)?;
        if !is_font(&path) {
            total.raw += bytes.raw;
            total.gzip += bytes.gzip;
            total.brotli += bytes.brotli;
        }
        files.push((path, bytes));
    }
    if as_json {
        let entry = |b: &Bytes| json!({ "raw": b.raw, "gzip": b.gzip, "brotli": b.brotli });
        let list: Vec<_> = files
            .iter()
            .map(|(path, b)| json!({ "path": path, "raw": b.raw, "gzip": b.gzip, "brotli": b.brotli }))
            .collect();
        println!("{}", json!({ "files": list, "total": entry(&total) }));
        return Ok(());
    }
    println!("{:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    for (path, b) in &files {
        let note = if is_font(path) { "  (font, not in the total)" } else { "" };
        println!("{:>10} {:>10} {:>10}  {path}{note}", b.raw, b.gzip, b.brotli);
    }
    println!("{:>10} {:>10} {:>10}  total, fonts apart", total.raw, total.gzip, total.brotli);
    Ok(())
}

fn is_font(path: &str) -> bool {
    path.ends_with(".woff2")
}

/// Follows the page: index.html, and whatever a fetched file names by a relative path that exists.
fn first_visit(site: &Path) -> Result<Vec<String>> {
    let mut found = vec!["index.html".to_owned()];
    let mut at = 0;
    while let Some(path) = found.get(at).cloned() {
        at += 1;
        if !FIRST_VISIT.iter().any(|e| path.ends_with(&format!(".{e}"))) {
            continue;
        }
        let text = fs::read_to_string(site.join(&path))?;
        let folder = Path::new(&path).parent().unwrap_or(Path::new(""));
        for name in text.split(['"', '\'', '`', '(', ')']) {
            // What `import(…)` asks for is loaded on demand; a static name is part of the visit.
            let Some(target) = normalized(folder, name).filter(|t| site.join(t).is_file()) else { continue };
            if !found.contains(&target) {
                found.push(target);
            }
        }
    }
    Ok(found)
}

/// A relative reference, resolved within the site.
fn normalized(folder: &Path, name: &str) -> Option<String> {
    let name = name.split(['?', '#']).next()?;
    if name.is_empty() || name.contains(char::is_whitespace) || name.contains("//") || !name.contains('.') {
        return None;
    }
    let mut parts: Vec<&str> = folder.iter().filter_map(|p| p.to_str()).collect();
    for part in name.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn measure(content: &[u8]) -> Result<Bytes> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    let mut brotli = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut brotli, &settings)?;
    Ok(Bytes { raw: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_resolve_within_the_site() {
        assert_eq!(normalized(Path::new("a"), "./b.js"), Some("a/b.js".into()));
        assert_eq!(normalized(Path::new("a"), "../page.css?v=1"), Some("page.css".into()));
        assert_eq!(normalized(Path::new(""), "../../etc.js"), None);
        assert_eq!(normalized(Path::new(""), "https://example.org/x.js"), None);
    }

    #[test]
    fn compresses() {
        let bytes = measure(&[b'a'; 4000]).unwrap();
        assert_eq!(bytes.raw, 4000);
        assert!(bytes.gzip < 100 && bytes.brotli < 100);
    }
}
