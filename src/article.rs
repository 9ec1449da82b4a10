//! Article: the plain public result; owned values, no logic.

use crate::entity::Entity;
use crate::quote::{Quote, SpeakerSummary};
use crate::text::Text;
use crate::topic::{Subject, Term, Topic};

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
    /// What each quote speaks about, in the order of the quotes.
    pub subjects: Vec<Subject>,
    /// Who speaks how much, most words first.
    pub speakers: Vec<SpeakerSummary>,
}
