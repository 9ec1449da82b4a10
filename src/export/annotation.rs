//! W3C Web Annotation: each mention and each quote as an annotation of the text.
//!
//! A target has two selectors: the position, in Unicode code points of the text, as the recommendation asks, and the words with
//! those around them, which find the place again after an edit.

use crate::article::Article;
use crate::span::Span;
use crate::wire::{OffsetMap, Offsets, WireSpan};
use serde::Serialize;

/// Characters before and after that make a quoted place unique.
const AROUND: usize = 32;

/// All annotations of one text.
#[derive(Debug, Serialize)]
pub struct AnnotationPage<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    items: Vec<Annotation<'a>>,
}

#[derive(Debug, Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Target<'a>,
}

#[derive(Debug, Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: &'a str,
}

#[derive(Debug, Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: [Selector<'a>; 2],
}

#[derive(Debug, Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextPositionSelector(WireSpan),
    TextQuoteSelector { exact: &'a str, prefix: &'a str, suffix: &'a str },
}

impl<'a> AnnotationPage<'a> {
    /// The annotations of an article; `uri` identifies its text.
    pub fn new(article: &'a Article, uri: &'a str) -> AnnotationPage<'a> {
        let mentions = article.entities.iter().flat_map(|e| e.mentions.iter().copied());
        let spans = mentions.chain(article.quotes.iter().map(|q| q.content));
        let map = OffsetMap::new(article.text.source(), spans, Offsets::Char);
        let annotation = |id: String, motivation, body, span| Annotation {
            id,
            kind: "Annotation",
            motivation,
            body,
            target: Target {
                source: uri,
                selector: [Selector::TextPositionSelector(map.span(span)), quote_selector(article.text.source(), span)],
            },
        };
        let mut items = Vec::new();
        for (number, entity) in article.entities.iter().enumerate() {
            for (nth, &span) in entity.mentions.iter().enumerate() {
                let body = vec![tag(entity.kind.name()), text("identifying", &entity.name)];
                items.push(annotation(format!("{uri}#entity-{number}-{nth}"), "identifying", body, span));
            }
        }
        for (number, quote) in article.quotes.iter().enumerate() {
            let speaker = quote.speaker.as_ref().map(|s| {
                let entity = s.entity.and_then(|id| article.entities.get(id));
                text("identifying", entity.map_or(article.text.slice(s.span), |e| &e.name))
            });
            let body = [tag("quotation"), tag(quote.kind.name())].into_iter().chain(speaker).collect();
            items.push(annotation(format!("{uri}#quote-{number}"), "classifying", body, quote.content));
        }
        AnnotationPage {
            context: "http://www.w3.org/ns/anno.jsonld",
            id: format!("{uri}#annotations"),
            kind: "AnnotationPage",
            items,
        }
    }
}

fn tag(value: &str) -> Body<'_> {
    text("tagging", value)
}

fn text<'a>(purpose: &'static str, value: &'a str) -> Body<'a> {
    Body { kind: "TextualBody", purpose, value }
}

fn quote_selector(source: &str, span: Span) -> Selector<'_> {
    let before = source.get(..span.start).unwrap_or("");
    let after = source.get(span.end..).unwrap_or("");
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    Selector::TextQuoteSelector { exact: span.of(source), prefix: &before[start..], suffix: &after[..end] }
}
