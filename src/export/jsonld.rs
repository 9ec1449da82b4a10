//! schema.org JSON-LD: a NewsArticle whose quotes are Quotations. No ClaimReview: that needs a verdict, which no reader of texts can give.

use super::{body, concept, headline};
use crate::article::Article;
use crate::entity::{Entity, EntityKind};
use crate::quote::{Quote, Speaker};
use serde::Serialize;

/// `https://schema.org/NewsArticle` with what it is about, whom it mentions and what it quotes.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    article_body: String,
    about: Vec<DefinedTerm>,
    keywords: Vec<&'a str>,
    mentions: Vec<Thing<'a>>,
    has_part: Vec<Quotation<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DefinedTerm {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    term_code: &'static str,
    name: &'static str,
}

#[derive(Debug, Serialize)]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Quotation<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: &'a str,
    /// How it is reported: direct, indirect or mixed.
    genre: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Thing<'a>>,
    /// The speaker as the article calls it here: a name, a pronoun or a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<&'a str>,
}

impl<'a> NewsArticle<'a> {
    /// The linked data of an article; `uri` identifies it.
    pub fn new(article: &'a Article, uri: &'a str) -> NewsArticle<'a> {
        let topics = article.topics.iter();
        NewsArticle {
            context: "https://schema.org",
            kind: "NewsArticle",
            id: uri,
            in_language: "hi",
            headline: headline(article),
            article_body: body(article),
            about: topics
                .map(|t| DefinedTerm { kind: "DefinedTerm", id: concept(t.code), term_code: t.code, name: t.name_hi })
                .collect(),
            keywords: article.terms.iter().map(|t| t.text.as_str()).collect(),
            mentions: article.entities.iter().filter_map(mention).collect(),
            has_part: article.quotes.iter().enumerate().map(|(i, q)| quotation(article, i, q)).collect(),
        }
    }
}

fn mention(entity: &Entity) -> Option<Thing<'_>> {
    let kind = match entity.kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organization",
        EntityKind::Location => "Place",
        EntityKind::Work => "CreativeWork",
        EntityKind::Time | EntityKind::Number => return None,
    };
    Some(Thing { kind, name: &entity.name })
}

/// Only a Person or an Organization may create: of a country that speaks it is the government.
fn creator<'a>(article: &'a Article, speaker: &Speaker) -> Option<Thing<'a>> {
    let entity = article.entities.get(speaker.entity?)?;
    let kind = match entity.kind {
        EntityKind::Person => "Person",
        EntityKind::Location => "GovernmentOrganization",
        _ => "Organization",
    };
    Some(Thing { kind, name: &entity.name })
}

fn quotation<'a>(article: &'a Article, number: usize, quote: &'a Quote) -> Quotation<'a> {
    let about = article.subjects.get(number).into_iter().flat_map(|s| &s.terms);
    Quotation {
        kind: "Quotation",
        text: article.text.slice(quote.content),
        genre: quote.kind.name(),
        creator: quote.speaker.as_ref().and_then(|s| creator(article, s)),
        credit_text: quote.speaker.as_ref().map(|s| article.text.slice(s.span)),
        keywords: about.filter_map(|&term| article.terms.get(term)).map(|t| t.text.as_str()).collect(),
    }
}
