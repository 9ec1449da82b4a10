//! The formats of others, written from one small article made by hand, so that no model's change moves them.
//!
//! After a change that is meant, `VAKTA_BLESS=1 cargo test --test export` writes the files anew: their difference is the review.
#![cfg(not(target_arch = "wasm32"))]

use serde::Serialize;
use vakta::Article;
use vakta::entity::{Entity, EntityKind};
use vakta::export::{AnnotationPage, NewsArticle, Ninjs, html, terminal, tsv};
use vakta::quote::{self, Quote, QuoteKind, Speaker, SpeakerForm};
use vakta::span::Span;
use vakta::text::{ParagraphKind, Text};
use vakta::topic::{Subject, Term, Topic};

const URI: &str = "https://example.org/news/1";
const SOURCE: &str = include_str!("export/article.txt");

/// The nth place of some words.
fn place(words: &str, nth: usize) -> Span {
    let (at, _) = SOURCE.match_indices(words).nth(nth).unwrap();
    Span::new(at, at + words.len())
}

fn article() -> Article {
    let mut text = Text::segment(SOURCE);
    let kinds = [ParagraphKind::Headline, ParagraphKind::Body, ParagraphKind::Furniture, ParagraphKind::Body];
    assert_eq!(text.paragraphs.len(), kinds.len());
    for (paragraph, kind) in text.paragraphs.iter_mut().zip(kinds) {
        paragraph.kind = kind;
    }
    let entity = |kind, name: &str| Entity { kind, name: name.to_owned(), mentions: vec![place(name, 0)] };
    let entities = vec![
        entity(EntityKind::Location, "बरगांव"),
        entity(EntityKind::Person, "विमला राय"),
        entity(EntityKind::Location, "भारत"),
    ];
    let speaker = |words, form, entity| Some(Speaker { span: place(words, 0), form, entity, others: Vec::new() });
    let quote =
        |kind, content, cue, speaker| Quote { kind, content, cue: Some(cue), speaker, rule: "test", continued: false };
    let quotes = vec![
        quote(
            QuoteKind::Direct,
            place("नहर में पानी कब आएगा? 🌾", 0),
            place("पूछा", 0),
            speaker("किसानों", SpeakerForm::Role, None),
        ),
        quote(
            QuoteKind::Mixed,
            place("नहर की सफाई \"अगले महीने\" पूरी होगी", 0),
            place("कहा", 0),
            speaker("विमला राय", SpeakerForm::Name, Some(1)),
        ),
        quote(
            QuoteKind::Direct,
            place("पानी सबका है।", 0),
            place("कहा", 1),
            speaker("भारत", SpeakerForm::Name, Some(2)),
        ),
    ];
    let topics = vec![Topic {
        code: "medtop:04000000",
        name_hi: "अर्थव्यवस्था, कारोबार और वित्त",
        name_en: "economy, business and finance",
        score: 0.625,
        evidence: vec![place("किसानों", 0), place("नहर", 1)],
        narrower: Vec::new(),
    }];
    let terms = vec![Term {
        text: "नहर".to_owned(), score: 1.0, mentions: vec![place("नहर", 0), place("नहर", 1)]
    }];
    let subjects = vec![
        Subject { topics: vec![], terms: vec![0] },
        Subject { topics: vec![0], terms: vec![0] },
        Subject::default(),
    ];
    let speakers = quote::speakers(&text, &quotes);
    Article { text, entities, quotes, topics, terms, subjects, speakers }
}

fn check(file: &str, written: &str) {
    let path = format!("{}/tests/export/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("VAKTA_BLESS").is_some() {
        std::fs::write(&path, written).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == written, "{file} differs; written now:\n{written}");
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

#[test]
fn ninjs() {
    check("ninjs.json", &json(&Ninjs::new(&article(), URI)));
}

#[test]
fn jsonld() {
    check("jsonld.json", &json(&NewsArticle::new(&article(), URI)));
}

#[test]
fn annotation() {
    check("annotation.json", &json(&AnnotationPage::new(&article(), URI)));
}

#[test]
fn html_page() {
    check("page.html", &html::page(&article()));
}

#[test]
fn table() {
    check("quotes.tsv", &tsv::quotes(&article()));
}

#[test]
fn terminal_painting() {
    check("terminal.txt", &terminal::paint(&article()));
}

#[test]
fn positions_are_code_points_that_select_the_exact_words() {
    let chars: Vec<char> = SOURCE.chars().collect();
    let page = serde_json::to_value(AnnotationPage::new(&article(), URI)).unwrap();
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), 6);
    for item in items {
        let [position, quoted] = [&item["target"]["selector"][0], &item["target"]["selector"][1]];
        let at = |key: &str| position[key].as_u64().unwrap() as usize;
        let exact: String = chars[at("start")..at("end")].iter().collect();
        assert_eq!(quoted["exact"], exact);
        let prefix = quoted["prefix"].as_str().unwrap();
        let before: String = chars[..at("start")].iter().collect();
        assert!(before.ends_with(prefix));
        let after: String = chars[at("end")..].iter().collect();
        assert!(after.starts_with(quoted["suffix"].as_str().unwrap()));
    }
}

#[test]
fn a_page_without_its_tags_is_the_text() {
    let page = html::page(&article());
    let body = page.split_once("<article>").unwrap().1.split_once("</article>").unwrap().0;
    let mut words = String::new();
    let mut tag = false;
    for c in body.chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            c if !tag => words.push(c),
            _ => {}
        }
    }
    let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    let read: String = SOURCE.replace("यह भी पढ़ें: मौसम का हाल\n\n", "").split_whitespace().collect();
    assert_eq!(words.split_whitespace().collect::<String>(), read);
    assert_eq!(body.matches("<mark").count(), body.matches("</mark>").count());
}

#[test]
fn an_empty_article_has_every_format() {
    let empty = Article::default();
    assert!(json(&Ninjs::new(&empty, URI)).contains("\"people\": []"));
    assert!(json(&NewsArticle::new(&empty, URI)).contains("\"hasPart\": []"));
    assert!(json(&AnnotationPage::new(&empty, URI)).contains("\"items\": []"));
    assert!(html::page(&empty).ends_with("</html>\n"));
    assert_eq!(tsv::quotes(&empty).lines().count(), 1);
    assert_eq!(terminal::paint(&empty), "");
}
