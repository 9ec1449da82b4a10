//! What the article is about: IPTC Media Topics and key terms.

pub mod concept;
pub mod media_topic;
pub mod stem;
pub mod subject;
pub mod term;
pub mod vocabulary;

pub use concept::Concept;
pub use media_topic::Topic;
pub use subject::{Subject, subjects};
pub use term::Term;

use crate::entity::Entity;
use crate::text::Text;
use vocabulary::{Vocabulary, Words};

/// Finds topics and terms. Its word lists are read once, in [`TopicFinder::new`].
#[derive(Debug, Default)]
pub struct TopicFinder {
    concepts: Vec<Concept>,
    vocabulary: Vocabulary,
}

impl TopicFinder {
    /// With the embedded word lists.
    pub fn new() -> TopicFinder {
        let concepts = concept::concepts();
        let vocabulary = Vocabulary::new(&concepts);
        TopicFinder { concepts, vocabulary }
    }

    /// The media topics and the key terms of a text, each best first.
    pub fn find(&self, text: &Text, entities: &[Entity]) -> (Vec<Topic>, Vec<Term>) {
        let words = Words::of(text, &self.vocabulary);
        let (topics, phrases) = media_topic::find(text, &words, &self.concepts);
        let terms = term::find(text, &words, entities, &topics, &phrases);
        (topics, terms)
    }
}
