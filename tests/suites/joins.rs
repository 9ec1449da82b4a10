//! Mentions that name the same meet in one entity, others don't.

use super::lines;
use std::collections::HashMap;
use vakta::Span;
use vakta::entity::{EntityKind, Mention, Names, Resolver};
use vakta::text::Text;

/// Each line of the table is a text with its mentions marked, their kind and entity told.
pub fn run() {
    let resolver = Resolver::new();
    let mut wrong = String::new();
    for line in lines(include_str!("../cases/joins.txt")) {
        let (source, marked) = unmark(&line.replace(" ¶ ", "\n\n"));
        let text = Text::segment(&source);
        let mut mentions: Vec<Mention> = marked.iter().map(|(mention, _)| *mention).collect();
        let entities = resolver.resolve(&text, &mentions, &Names::default());
        mentions.reverse();
        assert_eq!(entities, resolver.resolve(&text, &mentions, &Names::default()), "order of mentions: {line}");
        let mut found: HashMap<Span, usize> = HashMap::new();
        for (id, entity) in entities.iter().enumerate() {
            assert!(!entity.mentions.is_empty() && entity.mentions.is_sorted(), "{line}");
            for &span in &entity.mentions {
                assert!(found.insert(span, id).is_none(), "in two entities: {line}");
            }
        }
        assert_eq!(found.len(), marked.len(), "{line}");
        for (i, (a, wanted_a)) in marked.iter().enumerate() {
            for (b, wanted_b) in &marked[..i] {
                if (found[&a.span] == found[&b.span]) != (wanted_a == wanted_b) {
                    let verdict = if wanted_a == wanted_b { "apart" } else { "joined" };
                    wrong += &format!("{verdict}: {} | {} in {line}\n", text.slice(b.span), text.slice(a.span));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The text without marks and its mentions, each with the number of its entity.
fn unmark(line: &str) -> (String, Vec<(Mention, String)>) {
    let (mut source, mut mentions) = (String::new(), Vec::new());
    for (at, piece) in line.split(['[', ']']).enumerate() {
        if at % 2 == 0 {
            source += piece;
            continue;
        }
        let (mark, words) = piece.split_once(' ').unwrap_or_else(|| panic!("no name in [{piece}]"));
        let kind = match &mark[..1] {
            "P" => EntityKind::Person,
            "O" => EntityKind::Organization,
            "L" => EntityKind::Location,
            _ => panic!("[{piece}]"),
        };
        let start = source.len();
        source += words;
        mentions.push((Mention { span: Span::new(start, source.len()), kind }, mark.to_owned()));
    }
    (source, mentions)
}
