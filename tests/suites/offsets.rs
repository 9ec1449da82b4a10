//! Offsets in all three units name the same words.

use super::lines;
use vakta::Analyzer;
use vakta::wire::{Offsets, WireArticle};

/// Each line of the table is a text: the token at the offsets, cut by each unit, must be the same words.
pub fn run() {
    for line in lines(include_str!("../cases/offsets.txt")) {
        let article = Analyzer::new().analyze(line);
        let words: Vec<&str> = article.text.tokens.iter().map(|t| article.text.slice(t.span)).collect();
        let utf16: Vec<u16> = line.encode_utf16().collect();
        let chars: Vec<char> = line.chars().collect();
        for (unit, cut) in [
            (Offsets::Byte, &(|s, e| line[s..e].to_owned()) as &dyn Fn(usize, usize) -> String),
            (Offsets::Char, &|s, e| chars[s..e].iter().collect()),
            (Offsets::Utf16, &|s, e| String::from_utf16(&utf16[s..e]).unwrap()),
        ] {
            let json = serde_json::to_value(WireArticle::new(&article, unit)).unwrap();
            let offset = |token: &serde_json::Value, key: &str| token[key].as_u64().unwrap() as usize;
            let tokens = json["tokens"].as_array().unwrap();
            let cuts: Vec<String> = tokens.iter().map(|t| cut(offset(t, "start"), offset(t, "end"))).collect();
            assert_eq!(cuts, words, "{} offsets of {line}", unit.name());
        }
    }
}
