//! Pronouns and roles → entities: whom `उन्होंने`, `मंत्री`, `अदालत`, `बयान` stand for at a place of the article.

use super::SpeakerForm;
use super::lexicon::{Grammar, Role};
use super::reading::{Named, Reading};
use super::speaker::{Subject, phrase_before};
use crate::entity::EntityKind;

/// Whom a subject stands for. `last` is the entity that spoke last before it.
pub fn entity(r: &Reading, subject: &Subject, last: Option<usize>) -> Option<usize> {
    let head = subject.tokens.end - 1;
    match subject.form {
        SpeakerForm::Name => r.named_at(head).or_else(|| r.named_at(subject.tokens.start)).map(|n| n.entity),
        SpeakerForm::Pronoun => pronoun(r, subject.tokens.start, last),
        SpeakerForm::Role => role(r, subject, last),
    }
}

/// `मैंने` inside nobody's marks is the reporter; the others stand for who was spoken of last.
fn pronoun(r: &Reading, at: usize, last: Option<usize>) -> Option<usize> {
    if matches!(r.token(at), "मेरा" | "मैंने" | "हमने" | "मैं" | "हम" | "हमारा" | "मुझे" | "हमें")
    {
        return None;
    }
    // Honorific plurals stand for people; उसने also for a court or a body.
    let honorific = matches!(r.token(at).chars().next(), Some('उ' | 'इ')) && r.token(at).contains("न्ह")
        || r.token(at).starts_with("उन");
    let fits = |n: &Named| n.kind == EntityKind::Person || (!honorific && n.kind == EntityKind::Organization);
    antecedent(r, at, last, fits)
}

/// The subject of an earlier sentence, else who spoke last, else the nearest fitting mention.
pub fn antecedent(r: &Reading, at: usize, last: Option<usize>, fits: impl Fn(&Named) -> bool) -> Option<usize> {
    let byte = r.text.tokens[at].span.start;
    let own = r.text.sentence_at(byte);
    // Of the two sentences before: who acts there?
    for sentence in (own.saturating_sub(2)..own).rev() {
        let tokens = r.text.sentences[sentence].tokens.clone();
        let subject = tokens.clone().rev().filter(|&t| r.words[t].is(Grammar::Ne)).find_map(|ne| {
            let outside = r.marked_at(r.text.tokens[ne].span.start).is_none();
            let phrase = outside.then(|| phrase_before(r, ne, tokens.start)).flatten()?;
            r.named_at(phrase.tokens.end - 1).filter(|n| fits(n))
        });
        if let Some(named) = subject {
            return Some(named.entity);
        }
        let first = tokens.clone().find_map(|t| r.named_at(t)).filter(|n| fits(n));
        let spoken = last.filter(|&l| r.named.iter().any(|n| n.entity == l && fits(n)));
        if let Some(named) = first
            && spoken.is_none()
        {
            return Some(named.entity);
        }
        if spoken.is_some() {
            return spoken;
        }
    }
    last.filter(|&l| r.named.iter().any(|n| n.entity == l && fits(n)))
        .or_else(|| r.named_before(at, fits).map(|n| n.entity))
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
    match r.words[head].role? {
        Role::Office => office(r, head, word).or_else(|| spoke_with_role(r, last, word)),
        Role::Player => last
            .filter(|&l| r.entities[l].kind == EntityKind::Person)
            .or_else(|| r.named_before(first, |n| n.kind == EntityKind::Person).map(|n| n.entity)),
        Role::Body => body(r, first, |name| name.contains(word)),
        Role::Court => {
            body(r, first, |name| ["कोर्ट", "अदालत", "न्यायालय", "ट्रिब्यूनल", "अधिकरण"].iter().any(|c| name.contains(c)))
        }
        Role::Firm => body(r, first, |_| true),
        Role::Group => None,
        Role::Document => issuer(r, subject),
    }
}

/// The person before whose name the role stands, the nearest such mention before the place.
fn office(r: &Reading, head: usize, word: &str) -> Option<usize> {
    let titled = |n: &Named| {
        n.kind == EntityKind::Person && (n.tokens.start.saturating_sub(3)..n.tokens.start).any(|t| r.token(t) == word)
    };
    r.named_before(head, titled).map(|n| n.entity)
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

/// A document speaks for who issued it: its owner (`कंपनी के बयान में`), else the body or person named last.
fn issuer(r: &Reading, subject: &Subject) -> Option<usize> {
    let first = subject.tokens.start;
    if first >= 2 && r.words[first - 1].is(Grammar::Genitive) {
        let owner = first - 2;
        if let Some(named) = r.named_at(owner) {
            return (named.kind != EntityKind::Location).then_some(named.entity);
        }
        if r.words[owner].role.is_some_and(|role| role != Role::Document) {
            let owner = Subject { tokens: owner..owner + 1, form: SpeakerForm::Role };
            return entity(r, &owner, None);
        }
    }
    r.named_before(first, |n| n.kind == EntityKind::Organization).map(|n| n.entity)
}
