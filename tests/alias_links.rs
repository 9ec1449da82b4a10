//! Do mentions that name the same meet? Gold mentions, not found ones, go through the resolver.
//!
//! `VAKTA_GOLD=FILE cargo test --test alias_links -- --nocapture` measures another file and tells its wrong pairs.

use std::collections::HashMap;
use vakta::Span;
use vakta::entity::{EntityKind, Mention, Names, Resolver};
use vakta::text::Text;

/// Least F1 of the pairs of mentions that share an entity.
const FLOOR: f64 = 0.95;

fn kind(name: &str) -> EntityKind {
    match name {
        "person" => EntityKind::Person,
        "organization" => EntityKind::Organization,
        _ => EntityKind::Location,
    }
}

#[test]
fn gold_mentions_meet() {
    let own = std::env::var("VAKTA_GOLD");
    let path = own.as_deref().unwrap_or("../shared/gold/articles-dev.jsonl");
    let Ok(gold) = std::fs::read_to_string(path) else {
        eprintln!("SKIPPED: no {path}");
        return;
    };
    let (mut hit, mut wanted, mut found) = (0, 0, 0);
    for line in gold.lines().filter(|line| !line.trim().is_empty()) {
        let document: serde_json::Value = serde_json::from_str(line).unwrap();
        let source = document["text"].as_str().unwrap();
        let text = Text::segment(source);
        let bytes: Vec<usize> = source.char_indices().map(|(at, _)| at).chain([source.len()]).collect();
        let at = |v: &serde_json::Value| bytes[v.as_u64().unwrap() as usize];
        let mut mentions = Vec::new();
        let mut of_gold: HashMap<Span, usize> = HashMap::new();
        for (id, entity) in document["entities"].as_array().unwrap().iter().enumerate() {
            for mention in entity["mentions"].as_array().unwrap() {
                let span = Span::new(at(&mention[0]), at(&mention[1]));
                mentions.push(Mention { span, kind: kind(entity["kind"].as_str().unwrap()) });
                of_gold.insert(span, id);
            }
        }
        mentions.sort_by_key(|m| m.span);
        let mut of_found: HashMap<Span, usize> = HashMap::new();
        for (id, entity) in Resolver::new().resolve(&text, &mentions, &Names::default()).iter().enumerate() {
            of_found.extend(entity.mentions.iter().map(|&span| (span, id)));
        }
        for (i, a) in mentions.iter().enumerate() {
            for b in &mentions[i + 1..] {
                let in_gold = of_gold[&a.span] == of_gold[&b.span];
                let in_found = of_found[&a.span] == of_found[&b.span];
                hit += usize::from(in_gold && in_found);
                wanted += usize::from(in_gold);
                found += usize::from(in_found);
                if in_gold != in_found && own.is_ok() {
                    let verdict = if in_gold { "apart" } else { "joined" };
                    println!("{} {verdict}: {} | {}", document["id"], text.slice(a.span), text.slice(b.span));
                }
            }
        }
    }
    let (precision, recall) = (hit as f64 / found as f64, hit as f64 / wanted as f64);
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("alias.links P {precision:.3} R {recall:.3} F1 {f1:.3} (gold {wanted}, found {found})");
    assert!(f1 >= FLOOR, "F1 {f1:.3} < {FLOOR}");
}
