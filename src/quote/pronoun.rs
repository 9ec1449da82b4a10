//! Pronouns and roles → entities: whom `उन्होंने`, `मंत्री`, `अदालत`, `बयान` stand for at a place of the article.

use super::SpeakerForm;
use super::lexicon::{Grammar, Role};
use super::reading::{HORIZON, Named, Reading, is_first_person, is_postposition};
use super::speaker::{Subject, phrase_before};
use crate::entity::EntityKind;
use std::ops::Range;

/// Whom a subject stands for. `last` is the entity that spoke last before it.
pub fn entity(r: &Reading, subject: &Subject, last: Option<usize>) -> Option<usize> {
    let head = subject.tokens.end - 1;
    match subject.form {
        SpeakerForm::Name => (r.named_at(head).or_else(|| r.named_at(subject.tokens.start)).map(|n| n.entity))
            .or_else(|| r.person_called(r.token(head))),
        SpeakerForm::Pronoun => pronoun(r, subject.tokens.start, last),
        SpeakerForm::Role => role(r, subject, last),
    }
}

/// `मैंने` inside nobody's marks is the reporter; the others stand for who was spoken of last.
fn pronoun(r: &Reading, at: usize, last: Option<usize>) -> Option<usize> {
    if is_first_person(r.token(at)) {
        return None;
    }
    // Honorific plurals stand for people; उसने also for a court or a body.
    let honorific = matches!(r.token(at).chars().next(), Some('उ' | 'इ')) && r.token(at).contains("न्ह")
        || r.token(at).starts_with("उन");
    let fits = |kind| kind == EntityKind::Person || (!honorific && kind == EntityKind::Organization);
    antecedent(r, at, last, fits)
}

/// Who acts in the sentence so far or in one before it, else who spoke last, else the nearest fitting mention.
pub fn antecedent(r: &Reading, at: usize, last: Option<usize>, fits: impl Fn(EntityKind) -> bool) -> Option<usize> {
    let byte = r.text.tokens[at].span.start;
    let own = r.text.sentence_at(byte);
    let own_tokens = r.text.sentences.get(own).map_or(at..at, |s| s.tokens.start.max(at.saturating_sub(HORIZON))..at);
    if let Some(named) = actor(r, own_tokens, &fits) {
        return Some(named.entity);
    }
    let spoken = last.filter(|&l| fits(r.entities[l].kind));
    let paragraph = r.text.paragraphs.get(r.text.paragraph_at(byte)).map_or(0, |p| p.sentences.start);
    for sentence in (own.saturating_sub(2).max(paragraph)..own).rev() {
        if let Some(named) = actor(r, last_of(&r.text.sentences[sentence].tokens), &fits) {
            return Some(named.entity);
        }
        // Somebody spoke there, under another name.
        if spoken.is_some() {
            return spoken;
        }
    }
    spoken.or_else(|| r.named_before(at, |n| fits(n.kind)).map(|n| n.entity))
}

/// The last tokens of a sentence.
fn last_of(tokens: &Range<usize>) -> Range<usize> {
    tokens.start.max(tokens.end.saturating_sub(HORIZON))..tokens.end
}

/// Who acts in some tokens: before `ने`, else the first mention that no postposition governs.
fn actor<'r>(r: &'r Reading, tokens: Range<usize>, fits: &impl Fn(EntityKind) -> bool) -> Option<&'r Named> {
    let outside = |t: usize| r.marked_at(r.text.tokens[t].span.start).is_none();
    let ergative = tokens.clone().rev().filter(|&t| r.words[t].is(Grammar::Ne) && outside(t)).find_map(|ne| {
        let phrase = phrase_before(r, ne, tokens.start)?;
        r.named_at(phrase.tokens.end - 1).filter(|n| fits(n.kind))
    });
    ergative.or_else(|| {
        let mentions = tokens
            .filter(|&t| outside(t))
            .filter_map(|t| r.named_at(t).filter(|n| n.tokens.start == t && fits(n.kind)));
        mentions.into_iter().find(|n| !r.words.get(n.tokens.end).is_some_and(|w| is_postposition(w.grammar)))
    })
}

fn role(r: &Reading, subject: &Subject, last: Option<usize>) -> Option<usize> {
    let head = subject.tokens.end - 1;
    let first = subject.tokens.start;
    // `एक अधिकारी`, `कुछ नेताओं`: nobody in particular.
    if matches!(r.token(first), "एक" | "कुछ" | "कई" | "अन्य" | "दूसरे" | "स्थानीय" | "वरिष्ठ")
    {
        return None;
    }
    let word = r.token(head);
    if word.ends_with("ों") || word.ends_with("ओं") {
        return None;
    }
    // `निगम के प्रवक्ता`: somebody new, unless the role was tied to a name.
    let owned = (first..head).any(|t| r.words[t].is(Grammar::Genitive));
    match r.words[head].role? {
        Role::Profession => office(r, head, word, false).or_else(|| spoke_with_role(r, last, word)),
        Role::Office => office(r, head, word, true)
            .or_else(|| spoke_with_role(r, last, word))
            .or_else(|| last.filter(|&l| !owned && r.entities[l].kind == EntityKind::Person)),
        Role::Player => last
            .filter(|&l| r.entities[l].kind == EntityKind::Person)
            .or_else(|| r.named_before(first, |n| n.kind == EntityKind::Person).map(|n| n.entity)),
        Role::Body => body(r, first, |name| name.contains(word)),
        Role::Court => {
            body(r, first, |name| ["कोर्ट", "अदालत", "न्यायालय", "ट्रिब्यूनल", "अधिकरण"].iter().any(|c| name.contains(c)))
        }
        Role::Firm => body(r, first, |name| name.contains(word)).or_else(|| foremost_body(r, first)),
        Role::Group => None,
        Role::Document => issuer(r, subject, last),
    }
}

/// The person before whose name the role stands: the nearest such mention before the place, else the first after it where
/// only one person can hold it.
fn office(r: &Reading, head: usize, word: &str, unique: bool) -> Option<usize> {
    let titled = |n: &Named| {
        n.kind == EntityKind::Person && (n.tokens.start.saturating_sub(3)..n.tokens.start).any(|t| r.token(t) == word)
    };
    let former = head > 0 && r.token(head - 1) == "पूर्व";
    let fits = |n: &Named| titled(n) && (!former || r.token(n.tokens.start.saturating_sub(2)) == "पूर्व");
    let after = || r.named.iter().skip(r.named.partition_point(|n| n.tokens.start < head)).take(40).find(|n| fits(n));
    let before = r.named_before(head, |n| fits(n));
    before.or_else(|| if unique { after() } else { None }).map(|n| n.entity)
}

/// The body named most often before a place.
fn foremost_body(r: &Reading, before: usize) -> Option<usize> {
    let named = r.named.iter().take_while(|n| n.tokens.start < before).filter(|n| n.kind == EntityKind::Organization);
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for n in named {
        match counts.iter_mut().find(|(entity, _)| *entity == n.entity) {
            Some((_, count)) => *count += 1,
            None => counts.push((n.entity, 1)),
        }
    }
    counts.into_iter().max_by_key(|&(entity, count)| (count, std::cmp::Reverse(entity))).map(|(entity, _)| entity)
}

/// The last speaker, where a mention of theirs carries the role.
fn spoke_with_role(r: &Reading, last: Option<usize>, word: &str) -> Option<usize> {
    let last = last?;
    r.named
        .iter()
        .filter(|n| n.entity == last && n.kind == EntityKind::Person)
        .any(|n| (n.tokens.start.saturating_sub(6)..n.tokens.start).any(|t| r.token(t).ends_with(word)))
        .then_some(last)
}

fn body(r: &Reading, before: usize, names: impl Fn(&str) -> bool) -> Option<usize> {
    r.named_before(before, |n| n.kind == EntityKind::Organization && names(&r.entities[n.entity].name))
        .map(|n| n.entity)
}

/// A document speaks for who issued it: its owner (`कंपनी के बयान में`, `सेना की ओर से जारी बयान में`), else who spoke or was named last.
fn issuer(r: &Reading, subject: &Subject, last: Option<usize>) -> Option<usize> {
    let first = subject.tokens.start;
    let sentence = r.text.sentence_at(r.text.tokens[first].span.start);
    let start = r.text.sentences.get(sentence).map_or(0, |s| s.tokens.start);
    let genitives = (start + 1..first).rev().take(8).filter(|&t| r.words[t].is(Grammar::Genitive));
    for case in genitives {
        let Some(owner) = phrase_before(r, case, start) else { continue };
        if let Some(named) = r.named_at(owner.tokens.end - 1) {
            return (named.kind != EntityKind::Location).then_some(named.entity);
        }
        if r.words[owner.tokens.end - 1].role.is_some_and(|role| role != Role::Document) {
            return entity(r, &owner, last);
        }
        // `टीमलीज की रिपोर्ट`: somebody who was not tagged.
        if owner.form == SpeakerForm::Name && case + 1 == first {
            return None;
        }
    }
    last.filter(|&l| r.entities[l].kind == EntityKind::Organization)
        .or_else(|| r.named_before(first, |n| n.kind == EntityKind::Organization).map(|n| n.entity))
}
