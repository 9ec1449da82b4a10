//! The command's doors: what it prints, and what it says when something is wrong.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn vakta(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_vakta"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The command may stop before it has read all.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn analyze_prints_one_object() {
    let out = vakta(&["analyze", "-"], "राम ने कहा कि वह आएगा।".as_bytes());
    assert!(out.status.success(), "{}", text(&out.stderr));
    let article: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!((&article["version"], &article["offsets"]), (&1.into(), &"utf16".into()));
    assert_eq!(article["sentences"][0]["end"], 22);
}

#[test]
fn offsets_count_in_the_unit_asked_for() {
    for (unit, end) in [("byte", 8), ("char", 3), ("utf16", 4)] {
        let out = vakta(&["analyze", "-", "--offsets", unit], "क 😀".as_bytes());
        let article: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
        assert_eq!(article["paragraphs"][0]["end"], end, "{unit}");
        assert_eq!(article["offsets"], unit);
    }
}

#[test]
fn a_missing_file_is_named() {
    let out = vakta(&["analyze", "no-such-file.txt"], b"");
    assert!(!out.status.success());
    assert!(text(&out.stderr).contains("no-such-file.txt"), "{}", text(&out.stderr));
}

#[test]
fn a_file_that_is_not_utf8_is_refused_with_the_place() {
    let out = vakta(&["analyze", "-"], b"\xe0\xa4\x95 \xff");
    assert!(!out.status.success());
    assert!(text(&out.stderr).contains("not UTF-8 at byte 4"), "{}", text(&out.stderr));
}

#[test]
fn batch_goes_on_after_a_bad_line() {
    let input = "{\"id\": 1, \"text\": \"पहला।\"}\nno json\n\n{\"id\": \"x\"}\n{\"id\": 4, \"text\": \"चौथा।\"}\n";
    let out = vakta(&["batch"], input.as_bytes());
    assert_eq!(out.status.code(), Some(1));
    let lines: Vec<serde_json::Value> =
        text(&out.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0]["article"].is_object() && lines[3]["article"].is_object());
    assert!(lines[1]["error"].as_str().unwrap().contains("line 2"), "{}", lines[1]);
    assert_eq!(lines[2]["id"], "x");
    assert!(lines[2]["error"].as_str().unwrap().contains("`text`"), "{}", lines[2]);
    assert_eq!(text(&out.stderr).lines().count(), 2);
}

#[test]
fn batch_keeps_the_order_over_many_lines() {
    let input: String = (0..500).map(|i| format!("{{\"id\":{i},\"text\":\"वाक्य {i}।\"}}\n")).collect();
    let out = vakta(&["batch"], input.as_bytes());
    assert!(out.status.success());
    for (i, line) in text(&out.stdout).lines().enumerate() {
        assert!(line.starts_with(&format!("{{\"id\":{i},\"article\":{{\"version\":1,")), "{line}");
    }
}

#[test]
fn listed_names_are_found_and_a_bad_list_is_refused_with_the_place() {
    let file = std::env::temp_dir().join(format!("vakta-names-{}.json", std::process::id()));
    let path = file.to_str().unwrap();
    std::fs::write(&file, r#"[{"name": "क्षणभर", "kind": "organization", "aliases": ["क्षण"]}]"#).unwrap();
    let out = vakta(&["analyze", "-", "--names", path], "क्षणभर छपा। क्षण बिका।".as_bytes());
    let article: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(article["entities"][0]["kind"], "organization");
    assert_eq!(article["entities"][0]["mentions"].as_array().unwrap().len(), 2);
    std::fs::write(&file, "[{\"name\": \"क्षणभर\",\n \"kind\": \"paper\"}]").unwrap();
    let out = vakta(&["batch", "--names", path], b"");
    std::fs::remove_file(&file).unwrap();
    assert!(!out.status.success());
    let said = text(&out.stderr);
    assert!(said.contains("names[0].kind: unknown kind `paper`") && said.contains("line 2"), "{said}");
}

#[test]
fn export_writes_each_format() {
    let text = "मंत्री राम सिंह ने कहा कि सड़क बनेगी।";
    for (format, begins) in
        [("ninjs", "{"), ("jsonld", "{"), ("annotation", "{"), ("html", "<!doctype html>"), ("tsv", "quote\tkind")]
    {
        let out = vakta(&["export", "--format", format, "-"], text.as_bytes());
        assert!(out.status.success(), "{}", self::text(&out.stderr));
        assert!(self::text(&out.stdout).starts_with(begins), "{format}");
    }
    let out = vakta(&["export", "--format", "ninjs", "--uri", "https://example.org/1", "-"], text.as_bytes());
    let item: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(item["uri"], "https://example.org/1");
    assert!(!vakta(&["export", "--format", "pdf", "-"], b"").status.success());
}

#[test]
fn show_has_no_colours_outside_a_terminal() {
    let out = vakta(&["show", "-"], "मंत्री ने कहा कि सड़क बनेगी।".as_bytes());
    let shown = text(&out.stdout);
    assert!(shown.starts_with("मंत्री ने कहा कि सड़क बनेगी।\n"), "{shown}");
    assert!(!shown.contains('\u{1b}'));
}
