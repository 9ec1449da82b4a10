//! Who, which body and which place is named: mentions, joined to entities.

pub mod common_words;
pub mod evidence;
pub mod features;
pub mod gazetteer;
pub mod inflection;
pub mod lists;
pub mod names;
pub mod resolve;
pub mod tagger;

use crate::span::Span;

pub use names::Names;
pub use resolve::Resolver;
pub use tagger::Tagger;

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A human being or a fictional character.
    Person,
    /// A party, ministry, company, court, team, paper, parliament, hospital …
    Organization,
    /// A country, state, city, river, road, stadium …
    Location,
    /// A date or a time.
    Time,
    /// A number with its unit.
    Number,
    /// A book, film, law or other work.
    Work,
}

impl EntityKind {
    /// The name used in the wire format.
    pub const fn name(self) -> &'static str {
        match self {
            EntityKind::Person => "person",
            EntityKind::Organization => "organization",
            EntityKind::Location => "location",
            EntityKind::Time => "time",
            EntityKind::Number => "number",
            EntityKind::Work => "work",
        }
    }
}

/// One place where something is named, at token borders, without titles and honorifics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
}

/// All mentions of one person, body or place. Its id is its index in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest mention in the article.
    pub name: String,
    /// In text order; never empty.
    pub mentions: Vec<Span>,
}
