//! Share of voice: who speaks how much.

use super::Quote;
use crate::text::{Text, TokenKind};
use std::collections::HashMap;

/// A speaker with a name, or one known by a role only.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Index of the entity.
    Entity(usize),
    /// The role as it stands in the text.
    Role(String),
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

/// The speakers of the quotes, most words first; of equals the one who spoke first.
pub fn speakers(text: &Text, quotes: &[Quote]) -> Vec<SpeakerSummary> {
    let mut summaries: Vec<SpeakerSummary> = Vec::new();
    let mut index: HashMap<Who, usize> = HashMap::new();
    for (i, quote) in quotes.iter().enumerate() {
        let Some(speaker) = &quote.speaker else { continue };
        let who = speaker.entity.map_or_else(|| Who::Role(text.slice(speaker.span).to_owned()), Who::Entity);
        let at = *index.entry(who.clone()).or_insert(summaries.len());
        if at == summaries.len() {
            summaries.push(SpeakerSummary { who, quotes: Vec::new(), words: 0 });
        }
        let tokens = &text.tokens[text.tokens_in(quote.content)];
        let words = tokens.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count();
        summaries[at].quotes.push(i);
        summaries[at].words += words;
    }
    summaries.sort_by_key(|s| std::cmp::Reverse(s.words));
    summaries
}
