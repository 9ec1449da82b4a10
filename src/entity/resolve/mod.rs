//! Mentions → entities: longer and shorter names, titles, spellings, acronyms.
//!
//! Equal mentions make a *form*. Forms that name the same by themselves are united first (spellings, acronyms with their
//! expansion, a short name that fits one longer name of the article). A short name that fits several longer ones, as the
//! bare family name of two people, is decided mention by mention, by who was last spoken of.
//!
//! Names in furniture (teasers, share bars) take no part in this: they join an entity that is named in the article word
//! for word, or stand alone.

mod body;
mod groups;
mod initials;
mod kinds;
mod person;
mod spelling;

use super::{Entity, EntityKind, Mention, Names};
use crate::span::Span;
use crate::text::{Key, ParagraphKind, Text};
use groups::Groups;
use initials::Letters;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Joins mentions to entities. Made once, used for any number of texts.
#[derive(Debug)]
pub struct Resolver {
    letters: Letters,
    bodies: body::Lists,
    places: kinds::PlaceWords,
}

/// All mentions in one wording.
#[derive(Debug)]
struct Form {
    kind: EntityKind,
    key: Key,
    span: Span,
    /// Of a couple or a family (`देशमुख दंपति`): nobody's own name.
    shared: bool,
    /// Only in furniture.
    furniture: bool,
}

impl Default for Resolver {
    fn default() -> Resolver {
        Resolver::new()
    }
}

impl Resolver {
    /// With the embedded lists.
    pub fn new() -> Resolver {
        Resolver { letters: Letters::new(), bodies: body::Lists::new(), places: kinds::PlaceWords::new() }
    }

    /// Joins mentions to entities, in order of first mention.
    ///
    /// Every mention goes to exactly one entity, whatever the order in which they are given. `names` tells which wordings
    /// are one by the newsroom's word.
    pub fn resolve(&self, text: &Text, mentions: &[Mention], names: &Names) -> Vec<Entity> {
        let mut mentions = kinds::agree(&self.places, text, names, mentions);
        mentions.sort_by_key(|m| (m.span, m.kind));
        mentions.dedup();
        let (forms, form_of) = forms(text, &mentions);

        let mut groups = Groups::new(forms.len());
        names.rows(forms.iter().map(|f| (f.kind, text.slice(f.span)))).for_each(|(form, row)| groups.name(form, row));
        person::link(&self.letters, text, &forms, &mut groups);
        let glosses: Vec<(usize, usize)> = (mentions.windows(2).zip(form_of.windows(2)))
            .filter(|(pair, _)| pair[0].kind == pair[1].kind && is_gloss(text, pair[0].span, pair[1].span))
            .map(|(_, forms)| (forms[0], forms[1]))
            .collect();
        body::link(&self.bodies, &self.letters, text, &forms, &glosses, &mut groups);
        entities(text, &mentions, &forms, &form_of, groups)
    }
}

/// The forms of the mentions and each mention's form.
fn forms(text: &Text, mentions: &[Mention]) -> (Vec<Form>, Vec<usize>) {
    let mut forms: Vec<Form> = Vec::new();
    let mut known: HashMap<(EntityKind, Key, bool), usize> = HashMap::new();
    let form_of = mentions
        .iter()
        .map(|mention| {
            let key = Key::fold(text.slice(mention.span));
            let shared = mention.kind == EntityKind::Person && person::is_shared(text, mention.span);
            let furniture = is_in_furniture(text, mention.span);
            let form = *known.entry((mention.kind, key.clone(), shared)).or_insert_with(|| {
                forms.push(Form { kind: mention.kind, key, span: mention.span, shared, furniture });
                forms.len() - 1
            });
            forms[form].furniture &= furniture;
            form
        })
        .collect();
    (forms, form_of)
}

fn is_in_furniture(text: &Text, span: Span) -> bool {
    text.paragraphs.get(text.paragraph_at(span.start)).is_some_and(|p| p.kind == ParagraphKind::Furniture)
}

/// Does the second stand alone in brackets right after the first?
fn is_gloss(text: &Text, first: Span, second: Span) -> bool {
    first.end < second.start
        && text.slice(Span::new(first.end, second.start)).trim() == "("
        && text.source().get(second.end..).is_some_and(|rest| rest.trim_start().starts_with(')'))
}

/// Gathers the groups' mentions.
fn entities(text: &Text, mentions: &[Mention], forms: &[Form], form_of: &[usize], mut groups: Groups) -> Vec<Entity> {
    groups.settle(form_of);
    let mut entities: Vec<Entity> = Vec::new();
    let mut entity_of: HashMap<usize, usize> = HashMap::new();
    let mut counts = vec![0_usize; forms.len()];
    let mut members: Vec<Vec<usize>> = Vec::new();
    for (mention, &form) in mentions.iter().zip(form_of) {
        let group = groups.of_mention(form, !forms[form].furniture && !is_in_furniture(text, mention.span));
        let entity = *entity_of.entry(group).or_insert_with(|| {
            entities.push(Entity { kind: mention.kind, name: String::new(), mentions: Vec::new() });
            members.push(Vec::new());
            entities.len() - 1
        });
        entities[entity].mentions.push(mention.span);
        counts[form] += 1;
        if counts[form] == 1 || members[entity].last() != Some(&form) {
            members[entity].push(form);
        }
    }
    for (entity, members) in entities.iter_mut().zip(members) {
        let fullest = members.into_iter().max_by_key(|&form| {
            let key = forms[form].key.as_str();
            let latin = key.starts_with(|c: char| c.is_ascii_alphabetic());
            (!latin, key.split([' ', '.', '-']).count(), counts[form], Reverse(forms[form].span))
        });
        entity.name = fullest.map(|form| text.slice(forms[form].span).to_owned()).unwrap_or_default();
    }
    entities
}
