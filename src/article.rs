//! Article: the plain public result; owned values, no logic.

use crate::entity::Entity;
use crate::quote::Quote;
use crate::text::Text;
use crate::topic::{Term, Topic};

/// Everything found in one text. Ids are indices.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The text, segmented.
    pub text: Text,
    /// Who and what is named, in order of first mention.
    pub entities: Vec<Entity>,
    /// Who said what, in text order.
    pub quotes: Vec<Quote>,
    /// Media topics, best first.
    pub topics: Vec<Topic>,
    /// Key terms, best first.
    pub terms: Vec<Term>,
    /// Who speaks how much, most words first.
    pub speakers: Vec<SpeakerSummary>,
}

/// One speaker's share of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerSummary {
    /// Who it is.
    pub who: Who,
    /// Indices of the quotes.
    pub quotes: Vec<usize>,
    /// Words spoken in them.
    pub words: usize,
}

/// A speaker with a name, or one known by a role only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Index of the entity.
    Entity(usize),
    /// The role as it stands in the text.
    Role(String),
}
