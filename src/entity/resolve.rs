//! Mentions → entities: longer and shorter names, titles, spellings, acronyms.

use super::{Entity, Mention};
use crate::text::{Key, Text};

/// Joins mentions to entities, in order of first mention.
pub fn resolve(text: &Text, mentions: &[Mention]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    for mention in mentions {
        let key = Key::fold(text.slice(mention.span));
        match entities.iter_mut().find(|e| e.kind == mention.kind && Key::fold(&e.name) == key) {
            Some(entity) => entity.mentions.push(mention.span),
            None => entities.push(Entity {
                kind: mention.kind,
                name: text.slice(mention.span).to_owned(),
                mentions: vec![mention.span],
            }),
        }
    }
    entities
}
