//! An article in the formats of others: one file a format.
//!
//! The formats that are JSON are serde types like the wire format: each door serializes them its own way.

pub mod annotation;
pub mod html;
pub mod jsonld;
pub mod ninjs;
pub mod pieces;
#[cfg(feature = "command")]
pub mod terminal;
pub mod tsv;

pub use annotation::AnnotationPage;
pub use jsonld::NewsArticle;
pub use ninjs::Ninjs;

use crate::article::Article;
use crate::text::{Paragraph, ParagraphKind};

/// Where a Media Topic's concept lives: this and the digits of its code.
const MEDIA_TOPICS: &str = "http://cv.iptc.org/newscodes/mediatopic/";

/// The concept's URI of a code such as `medtop:11000000`.
fn concept(code: &str) -> String {
    format!("{MEDIA_TOPICS}{}", code.trim_start_matches("medtop:"))
}

/// The words of the first headline.
fn headline(article: &Article) -> Option<&str> {
    let first = article.text.paragraphs.iter().find(|p| p.kind == ParagraphKind::Headline)?;
    Some(article.text.slice(first.span))
}

/// The paragraphs a reader reads: all but furniture.
fn read_paragraphs(article: &Article) -> impl Iterator<Item = &Paragraph> {
    article.text.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Furniture)
}

/// The text without furniture, a blank line between paragraphs.
fn body(article: &Article) -> String {
    read_paragraphs(article).map(|p| article.text.slice(p.span)).collect::<Vec<_>>().join("\n\n")
}
