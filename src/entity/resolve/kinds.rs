//! Kinds: a one-word place or body that is part of a found person's name is that person.

use super::spelling::words_of;
use crate::entity::{EntityKind, Mention, Names, lists};
use crate::span::Span;
use crate::text::{Key, Text};
use std::collections::HashSet;

/// Words that follow a place's name and say what it is: `सिंधु नदी`.
#[derive(Debug)]
pub struct PlaceWords(HashSet<Key>);

impl PlaceWords {
    /// With the embedded list.
    pub fn new() -> PlaceWords {
        let last = lists::rows(lists::PLACE_WORDS).filter(|[_, position]| *position == "last");
        PlaceWords(last.map(|[word, _]| Key::fold(word)).collect())
    }
}

/// Mentions with their kinds made to agree over the article.
///
/// `सिंधु` is the player everywhere in an article that names `पी.वी. सिंधु` and once calls her just so; not before `नदी` or
/// `में`, and not where the newsroom lists it otherwise.
pub fn agree(places: &PlaceWords, text: &Text, names: &Names, mentions: &[Mention]) -> Vec<Mention> {
    let mut parts: HashSet<Key> = HashSet::new();
    let mut called: HashSet<Key> = HashSet::new();
    for mention in mentions {
        let words = words_of(text.slice(mention.span));
        match (words.as_slice(), mention.kind) {
            ([word], EntityKind::Person) => _ = called.insert(Key::fold(word)),
            (_, EntityKind::Person) => parts.extend(words.into_iter().map(Key::fold)),
            _ => {}
        }
    }
    let is_person = |mention: &Mention| {
        let wording = text.slice(mention.span);
        let key = Key::fold(wording);
        matches!(mention.kind, EntityKind::Location | EntityKind::Organization)
            && parts.contains(&key)
            && called.contains(&key)
            && !next_word(text, mention.span).is_some_and(|word| word.as_str() == "में" || places.0.contains(&word))
            && names.rows(std::iter::once((mention.kind, wording))).next().is_none()
    };
    let agreed = |mention: &Mention| match is_person(mention) {
        true => Mention { kind: EntityKind::Person, ..*mention },
        false => *mention,
    };
    mentions.iter().map(agreed).collect()
}

fn next_word(text: &Text, span: Span) -> Option<Key> {
    let next = text.tokens_in(span).end;
    (next < text.tokens.len()).then(|| Key::fold(text.token_text(next)))
}
