//! A text as this floor reads it: the lexicon's word, the mention and the marks at every token.

use super::lexicon::{Grammar, Lexicon, Word};
use crate::entity::{Entity, EntityKind};
use crate::span::Span;
use crate::text::quotation_mark::{Marked, marked};
use crate::text::{Key, ParagraphKind, Text, TokenKind};
use std::collections::HashMap;
use std::ops::Range;

/// Does it put the phrase before it into a case?
pub fn is_postposition(grammar: Option<Grammar>) -> bool {
    matches!(
        grammar,
        Some(Grammar::Ne | Grammar::Genitive | Grammar::Ko | Grammar::Se | Grammar::In | Grammar::On | Grammar::Until)
    )
}

/// The speaker of the words it stands in.
pub fn is_first_person(token: &str) -> bool {
    matches!(
        token,
        "मैं" | "मैंने"
            | "मेरा"
            | "मेरे"
            | "मेरी"
            | "मुझे"
            | "मुझसे"
            | "हम"
            | "हमने"
            | "हमारा"
            | "हमारे"
            | "हमारी"
            | "हमें"
            | "हमसे"
    )
}

/// How many tokens back a subject or an actor is looked for. News sentences end long before; with it the work stays linear
/// in a text without stops.
pub const HORIZON: usize = 120;

/// A mention of a person, body or place, by tokens.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Index of its entity.
    pub entity: usize,
    /// What it is.
    pub kind: EntityKind,
}

/// Everything that is looked up once per text.
pub struct Reading<'a> {
    /// The text.
    pub text: &'a Text,
    /// The entities of the article.
    pub entities: &'a [Entity],
    /// One per token.
    pub words: Vec<&'a Word>,
    /// Mentions in text order.
    pub named: Vec<Named>,
    /// Marked stretches in text order.
    pub marked: Vec<Marked>,
    /// Index into `named` of the mention that covers a token.
    named_at: Vec<Option<u32>>,
    /// Parts of people's names → entity, the first that has it.
    name_parts: HashMap<Key, usize>,
}

impl<'a> Reading<'a> {
    /// Reads a text.
    pub fn new(text: &'a Text, entities: &'a [Entity], lexicon: &'a Lexicon) -> Reading<'a> {
        let mut named: Vec<Named> = Vec::new();
        for (entity, e) in entities.iter().enumerate() {
            if matches!(e.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Location) {
                let mentions = e.mentions.iter().map(|&m| text.tokens_in(m)).filter(|t| !t.is_empty());
                named.extend(mentions.map(|tokens| Named { tokens, entity, kind: e.kind }));
            }
        }
        named.sort_by_key(|n| (n.tokens.start, n.tokens.end));
        let mut named_at = vec![None; text.tokens.len()];
        for (i, n) in named.iter().enumerate() {
            named_at[n.tokens.clone()].fill(Some(i as u32));
        }
        let mut name_parts = HashMap::new();
        for (entity, e) in entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person) {
            for part in e.name.split_whitespace() {
                name_parts.entry(Key::fold(part)).or_insert(entity);
            }
        }
        Reading { text, entities, words: lexicon.read(text), named, marked: marked(text), named_at, name_parts }
    }

    /// The mention that covers a token.
    pub fn named_at(&self, token: usize) -> Option<&Named> {
        self.named_at.get(token).copied().flatten().map(|i| &self.named[i as usize])
    }

    /// The person who has a word as part of their name: for a name that was not tagged where it speaks.
    pub fn person_called(&self, word: &str) -> Option<usize> {
        self.name_parts.get(&Key::fold(word)).copied()
    }

    /// The last mention that begins before a token and fits.
    pub fn named_before(&self, token: usize, fits: impl Fn(&Named) -> bool) -> Option<&Named> {
        let until = self.named.partition_point(|n| n.tokens.start < token);
        // Speakers stand near: what lies further back than this is no evidence, and the search stays linear.
        self.named[..until].iter().rev().take(40).find(|n| fits(n))
    }

    /// The words of a token.
    pub fn token(&self, token: usize) -> &'a str {
        self.text.token_text(token)
    }

    /// Is the token a mark, sign or emoji?
    pub fn is_mark(&self, token: usize) -> bool {
        self.text
            .tokens
            .get(token)
            .is_some_and(|t| matches!(t.kind, TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Emoji))
    }

    /// The bytes of some tokens.
    pub fn span(&self, tokens: &Range<usize>) -> Span {
        let token = |i: usize| self.text.tokens.get(i).map(|t| t.span).unwrap_or_default();
        if tokens.is_empty() { Span::default() } else { token(tokens.start).join(token(tokens.end - 1)) }
    }

    /// The marked stretch that a byte lies in, marks included.
    pub fn marked_at(&self, byte: usize) -> Option<usize> {
        let after = self.marked.partition_point(|m| m.outer.start <= byte);
        let last = after.checked_sub(1)?;
        (byte < self.marked[last].outer.end).then_some(last)
    }

    /// Is the stretch a title or a name inside its sentence? A postposition governs what it names: `'…' का ट्रेलर`.
    pub fn is_title(&self, marked: usize) -> bool {
        let after = self.text.tokens_in(Span::new(self.marked[marked].outer.end, usize::MAX)).start;
        self.marked[marked].closed && self.words.get(after).is_some_and(|w| is_postposition(w.grammar))
    }

    /// Is the paragraph advertising or navigation?
    pub fn is_furniture(&self, paragraph: usize) -> bool {
        self.text.paragraphs.get(paragraph).is_none_or(|p| p.kind == ParagraphKind::Furniture)
    }

    /// Words among some tokens: neither marks nor signs.
    pub fn count_words(&self, tokens: Range<usize>) -> usize {
        tokens.filter(|&t| !self.is_mark(t)).count()
    }
}
