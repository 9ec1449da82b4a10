//! Corpus: annotated text → documents whose tokens carry the labels they may have.

use std::io;
use std::path::Path;
use vakta::entity::{EntityKind, Mention};
use vakta::span::Span;
use vakta::text::Text;

/// Kinds in the order of their labels.
pub use vakta::entity::tagger::KINDS;

/// A text with its mentions.
pub struct Document {
    /// The segmented text.
    pub text: Text,
    /// What is marked in it.
    pub mentions: Vec<Mention>,
    /// Kinds that were marked; others may stand unmarked in the text.
    pub kinds: &'static [EntityKind],
}

impl Document {
    fn new(source: &str, mentions: Vec<Mention>, kinds: &'static [EntityKind]) -> Document {
        Document { text: Text::segment(source), mentions, kinds }
    }

    /// For each token the set of labels it may have, one bit each: O 0, first word of a kind 1 + 2k, further words 2 + 2k.
    pub fn allowed(&self) -> Vec<u16> {
        let unmarked = KINDS
            .iter()
            .enumerate()
            .filter(|(_, kind)| !self.kinds.contains(kind))
            .fold(1, |set, (k, _)| set | 0b110 << (2 * k));
        let mut allowed = vec![unmarked; self.text.tokens.len()];
        for mention in self.mentions.iter().rev() {
            let Some(k) = KINDS.iter().position(|&kind| kind == mention.kind) else { continue };
            let tokens = self.text.tokens_in(mention.span);
            for (i, slot) in allowed[tokens].iter_mut().enumerate() {
                *slot = if i == 0 { 0b10 << (2 * k) } else { 0b100 << (2 * k) };
            }
        }
        allowed
    }
}

const CORE: &[EntityKind] = &[EntityKind::Person, EntityKind::Organization, EntityKind::Location];

/// Reads tokens and tags, a token a line, as IL-NER and HiNER have them; one document a sentence.
pub fn conll(path: &Path, all_kinds: bool) -> io::Result<Vec<Document>> {
    let kinds = if all_kinds { &KINDS } else { CORE };
    let file = std::fs::read_to_string(path)?;
    Ok(file.split("\n\n").filter(|s| !s.trim().is_empty()).map(|sentence| sentence_of(sentence, kinds)).collect())
}

fn sentence_of(lines: &str, kinds: &'static [EntityKind]) -> Document {
    let mut source = String::new();
    let mut mentions: Vec<Mention> = Vec::new();
    let mut open = None;
    for line in lines.lines() {
        let mut columns = line.split_whitespace();
        let Some(token) = columns.next() else { continue };
        let tag = columns.next_back().unwrap_or("O");
        // Broken tags of IL-NER: `-` is O, `-NEL` an inner word, an inner word after anything else a first one.
        let (head, name) = tag.split_once('-').unwrap_or((tag, ""));
        let kind = kind_of(name).filter(|kind| kinds.contains(kind));
        if !source.is_empty() {
            source.push(' ');
        }
        let start = source.len();
        source.push_str(token);
        match (kind, mentions.last_mut()) {
            (Some(kind), Some(last)) if open == Some(kind) && head != "B" => last.span.end = source.len(),
            (Some(kind), _) => mentions.push(Mention { span: Span::new(start, source.len()), kind }),
            (None, _) => {}
        }
        open = kind;
    }
    Document::new(&source, mentions, kinds)
}

fn kind_of(tag: &str) -> Option<EntityKind> {
    Some(match tag {
        "NEP" | "PERSON" => EntityKind::Person,
        "NEO" | "ORGANIZATION" => EntityKind::Organization,
        "NEL" | "LOCATION" => EntityKind::Location,
        "NETI" => EntityKind::Time,
        "NEN" => EntityKind::Number,
        "NEAR" => EntityKind::Work,
        _ => return None,
    })
}

/// Reads the texts of a folder: a header `## id beat`, then paragraphs with `[P …]`, `[O …]`, `[L …]`.
pub fn news(folder: &Path) -> io::Result<Vec<Document>> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.iter().map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut documents = Vec::new();
    for path in paths {
        let file = std::fs::read_to_string(path)?;
        let mut body = String::new();
        for line in file.lines().chain(["## end"]) {
            if line.starts_with("## ") {
                if !body.trim().is_empty() {
                    documents.push(marked(&body));
                }
                body.clear();
            } else {
                body.push_str(line);
                body.push('\n');
            }
        }
    }
    Ok(documents)
}

/// Takes the marks out of a text.
pub fn marked(body: &str) -> Document {
    let mut source = String::with_capacity(body.len());
    let mut mentions = Vec::new();
    let mut open: Option<(EntityKind, usize)> = None;
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        let kind =
            [("[P ", 0), ("[O ", 1), ("[L ", 2)].iter().find(|(mark, _)| rest.starts_with(mark)).map(|&(_, k)| CORE[k]);
        match (kind, open) {
            (Some(kind), None) => {
                open = Some((kind, source.len()));
                rest = &rest[3..];
            }
            (_, Some((kind, start))) if c == ']' => {
                mentions.push(Mention { span: Span::new(start, source.len()), kind });
                open = None;
                rest = &rest[1..];
            }
            _ => {
                source.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    Document::new(&source, mentions, CORE)
}
