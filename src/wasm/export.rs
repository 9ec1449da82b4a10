//! An article, as an editor corrected it on the page, in the formats of others.

use super::bindings::Analyzer;
use crate::article::Article;
use crate::entity::{Entity, EntityKind};
use crate::export::{AnnotationPage, NewsArticle, Ninjs, html, tsv};
use crate::quote::{self, Quote, QuoteKind, Speaker, SpeakerForm};
use crate::span::Span;
use crate::topic;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// What an editor can change of the wire format; offsets are UTF-16 code units.
#[derive(Deserialize)]
struct Edited {
    entities: Vec<EditedEntity>,
    quotes: Vec<EditedQuote>,
}

#[derive(Deserialize)]
struct EditedEntity {
    kind: String,
    name: String,
    mentions: Vec<Units>,
}

#[derive(Deserialize)]
struct EditedQuote {
    kind: String,
    content: Units,
    cue: Option<Units>,
    speaker: Option<EditedSpeaker>,
    #[serde(default)]
    continued: bool,
}

#[derive(Deserialize)]
struct EditedSpeaker {
    start: usize,
    end: usize,
    form: String,
    entity: Option<usize>,
    #[serde(default)]
    others: Vec<Units>,
}

#[derive(Clone, Copy, Deserialize)]
struct Units {
    start: usize,
    end: usize,
}

#[wasm_bindgen]
impl Analyzer {
    /// An article with its entities and quotes as `edited` has them, in one of the formats `ninjs`, `jsonld`, `annotation`
    /// (an object to be written as JSON), `html` and `tsv` (text).
    ///
    /// # Errors
    /// When there is no such format, or `edited` is no wire object.
    pub fn export(&self, format: &str, text: &str, edited: JsValue, uri: &str) -> Result<JsValue, JsError> {
        let mut article = self.article(text);
        edit(&mut article, serde_wasm_bindgen::from_value(edited)?);
        match format {
            "ninjs" => object(&Ninjs::new(&article, uri)),
            "jsonld" => object(&NewsArticle::new(&article, uri)),
            "annotation" => object(&AnnotationPage::new(&article, uri)),
            "html" => Ok(html::page(&article).into()),
            "tsv" => Ok(tsv::quotes(&article).into()),
            _ => Err(JsError::new(&format!("no such format: {format}"))),
        }
    }
}

fn object(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Puts the editor's entities and quotes in the place of those found; what follows from them follows again.
fn edit(article: &mut Article, edited: Edited) {
    let bytes = ByteOffsets::new(article.text.source());
    let span = |units: Units| Span::new(bytes.at(units.start), bytes.at(units.end));
    let kinds =
        [EntityKind::Person, EntityKind::Organization, EntityKind::Location, EntityKind::Time, EntityKind::Number];
    article.entities = (edited.entities.into_iter())
        .map(|e| Entity {
            kind: kinds.into_iter().find(|k| k.name() == e.kind).unwrap_or(EntityKind::Work),
            name: e.name,
            mentions: e.mentions.into_iter().map(span).collect(),
        })
        .collect();
    let known = article.entities.len();
    let speaker = |s: EditedSpeaker| Speaker {
        span: span(Units { start: s.start, end: s.end }),
        form: [SpeakerForm::Name, SpeakerForm::Pronoun]
            .into_iter()
            .find(|f| f.name() == s.form)
            .unwrap_or(SpeakerForm::Role),
        entity: s.entity.filter(|&id| id < known),
        others: s.others.into_iter().map(span).collect(),
    };
    let found = std::mem::take(&mut article.quotes);
    article.quotes = (edited.quotes.into_iter())
        .map(|q| {
            let content = span(q.content);
            Quote {
                kind: [QuoteKind::Direct, QuoteKind::Mixed]
                    .into_iter()
                    .find(|k| k.name() == q.kind)
                    .unwrap_or(QuoteKind::Indirect),
                content,
                cue: q.cue.map(span),
                speaker: q.speaker.map(speaker),
                rule: found.iter().find(|f| f.content == content).map_or("editor", |f| f.rule),
                continued: q.continued,
            }
        })
        .collect();
    article.speakers = quote::speakers(&article.text, &article.quotes);
    article.subjects = topic::subjects(&article.quotes, &article.topics, &article.terms);
}

/// From UTF-16 code units to bytes: a mark every so many bytes, and a short walk from there.
struct ByteOffsets<'a> {
    source: &'a str,
    marks: Vec<(usize, usize)>,
}

impl ByteOffsets<'_> {
    const STEP: usize = 256;

    fn new(source: &str) -> ByteOffsets<'_> {
        let mut marks = vec![(0, 0)];
        let mut units = 0;
        for (byte, c) in source.char_indices() {
            if byte >= marks.len() * Self::STEP {
                marks.push((units, byte));
            }
            units += c.len_utf16();
        }
        ByteOffsets { source, marks }
    }

    /// The byte at which a unit stands; the text's end where the unit lies behind it.
    fn at(&self, unit: usize) -> usize {
        let (mut units, byte) = self.marks[self.marks.partition_point(|m| m.0 <= unit) - 1];
        for (at, c) in self.source[byte..].char_indices() {
            if units >= unit {
                return byte + at;
            }
            units += c.len_utf16();
        }
        self.source.len()
    }
}
