//! ninjs 3.1, the IPTC's News in JSON: text, names and topics. It has no place for quotations.

use super::{body, concept, headline};
use crate::article::Article;
use crate::entity::EntityKind;
use serde::Serialize;

/// A news object with its text, names and topics.
#[derive(Debug, Serialize)]
pub struct Ninjs<'a> {
    uri: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    language: &'static str,
    headlines: Vec<Value<'a>>,
    bodies: Vec<Body>,
    people: Vec<Named<'a>>,
    organisations: Vec<Named<'a>>,
    places: Vec<Named<'a>>,
    subjects: Vec<Subject<'a>>,
}

#[derive(Debug, Serialize)]
struct Value<'a> {
    value: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    content_type: &'static str,
    value: String,
}

#[derive(Debug, Serialize)]
struct Named<'a> {
    name: &'a str,
}

/// A topic by its concept's URI, or a key term by its words.
#[derive(Debug, Serialize)]
struct Subject<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<&'a str>,
    creator: &'static str,
    /// Percent; ninjs asks for whole numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relevance: Option<u32>,
}

impl<'a> Ninjs<'a> {
    /// The news object of an article; `uri` identifies it.
    pub fn new(article: &'a Article, uri: &'a str) -> Ninjs<'a> {
        let named = |kind| {
            let entities = article.entities.iter().filter(move |e| e.kind == kind);
            entities.map(|e| Named { name: &e.name }).collect()
        };
        let topics = article.topics.iter().map(|t| Subject {
            name: t.name_hi,
            uri: Some(concept(t.code)),
            literal: None,
            creator: "vakta",
            confidence: Some(percent(t.score)),
            relevance: None,
        });
        let terms = article.terms.iter().map(|t| Subject {
            name: &t.text,
            uri: None,
            literal: Some(&t.text),
            creator: "vakta",
            confidence: None,
            relevance: Some(percent(t.score)),
        });
        Ninjs {
            uri,
            kind: "text",
            language: "hi",
            headlines: headline(article).map(|value| Value { value }).into_iter().collect(),
            bodies: vec![Body { content_type: "text/plain", value: body(article) }],
            people: named(EntityKind::Person),
            organisations: named(EntityKind::Organization),
            places: named(EntityKind::Location),
            subjects: topics.chain(terms).collect(),
        }
    }
}

fn percent(score: f64) -> u32 {
    (score * 100.0).round() as u32
}
