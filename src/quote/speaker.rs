//! Speakers: from a cue to the mention that speaks, and the entity it stands for.

use super::cue::{Cue, Voice};
use super::lexicon::{Grammar, Role};
use super::reading::{HORIZON, Reading, is_postposition};
use super::{Speaker, SpeakerForm};
use crate::entity::EntityKind;
use crate::span::Span;
use std::ops::Range;

/// The noun phrase that speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Name, pronoun or role.
    pub form: SpeakerForm,
}

/// The subject of a cue within its sentence.
pub fn subject(r: &Reading, cue: &Cue, sentence: &Range<usize>) -> Option<Subject> {
    match cue.voice {
        Voice::Ergative => ergative(r, cue, sentence).or_else(|| nominative(r, cue.tokens.start, sentence)),
        Voice::Nominative => nominative(r, cue.tokens.start, sentence).or_else(|| ergative(r, cue, sentence)),
        Voice::Genitive => owner(r, cue.tokens.start, sentence, Grammar::Genitive, Grammar::PronounGenitive),
        Voice::Dative => owner(r, cue.tokens.start, sentence, Grammar::Ko, Grammar::PronounKo),
        Voice::Passive => passive(r, cue.tokens.start, sentence),
        Voice::According => according(r, cue, sentence),
    }
}

/// The nearest `… ने` before the cue, or after a cue that comes first (`कहा मंत्री ने`).
fn ergative(r: &Reading, cue: &Cue, sentence: &Range<usize>) -> Option<Subject> {
    for at in (sentence.start..cue.tokens.start).rev().take(HORIZON) {
        let word = r.words[at];
        if r.marked_at(r.text.tokens[at].span.start).is_some() {
            continue;
        }
        if word.is(Grammar::PronounNe) {
            return Some(Subject { tokens: at..at + 1, form: SpeakerForm::Pronoun });
        }
        if word.is(Grammar::Ne) {
            return phrase_before(r, at, sentence.start);
        }
    }
    // Up to a mark or कि only: what follows those is speech.
    let ends = |t: &usize| !r.is_mark(*t) && !r.words[*t].is(Grammar::That);
    let ne = (cue.tokens.end..sentence.end).take(5).take_while(ends).find(|&t| r.words[t].is(Grammar::Ne))?;
    phrase_before(r, ne, cue.tokens.end)
}

/// The noun phrase that ends before a cue without `ने`: `रामदीन बोले`, `वह कहते हैं`.
fn nominative(r: &Reading, cue: usize, sentence: &Range<usize>) -> Option<Subject> {
    // `X, जो … हैं, बताती हैं`
    if cue > sentence.start
        && r.token(cue - 1) == ","
        && let Some(subject) = apposition(r, cue - 1, sentence.start)
    {
        return Some(subject);
    }
    let mut at = cue;
    for _ in 0..14 {
        if at <= sentence.start {
            break;
        }
        at -= 1;
        if r.marked_at(r.text.tokens[at].span.start).is_some() {
            return None;
        }
        let word = r.words[at];
        if word.is(Grammar::Pronoun) {
            return Some(Subject { tokens: at..at + 1, form: SpeakerForm::Pronoun });
        }
        if word.is(Grammar::Ne) || word.is(Grammar::That) {
            return None;
        }
        let next = r.words.get(at + 1);
        let governed = next.is_some_and(|w| is_postposition(w.grammar));
        if let Some(named) = r.named_at(at) {
            // `ईरान बोला`
            if !governed && (named.kind != EntityKind::Location || at + 1 == cue) {
                return Some(Subject { tokens: named.tokens.clone(), form: SpeakerForm::Name });
            }
            at = named.tokens.start;
        } else if word.role.is_some() && !governed {
            return phrase_before(r, at + 1, sentence.start);
        }
    }
    // `…, जीत के बाद बोलीं X।`
    let verb_end = (cue..sentence.end).find(|&t| r.words[t].verb.is_none() && !r.words[t].is(Grammar::Aux));
    let mut end = sentence.end;
    while end > cue && r.is_mark(end - 1) {
        end -= 1;
    }
    if let (Some(after), Some(named)) = (verb_end, r.named_at(end.saturating_sub(1)))
        && after < end
        && end - after <= 8
        && (after..end).all(|t| !r.is_mark(t) && r.words[t].verb.is_none() && !r.words[t].is(Grammar::That))
        && named.kind == EntityKind::Person
    {
        return Some(Subject { tokens: named.tokens.clone(), form: SpeakerForm::Name });
    }
    // An unknown name or role right before the verb, at the head of its sentence.
    let last = cue.checked_sub(1).filter(|&t| t >= sentence.start && cue - sentence.start <= 4)?;
    let plain = r.words[last].grammar.is_none() && !r.is_mark(last) && r.words[last].light.is_none();
    plain.then(|| phrase_before(r, cue, sentence.start)).flatten()
}

/// `X का कहना है`, `उनका दावा है`, `X को उम्मीद है`.
fn owner(r: &Reading, cue: usize, sentence: &Range<usize>, case: Grammar, pronoun: Grammar) -> Option<Subject> {
    for at in (sentence.start..cue).rev().take(8) {
        if r.words[at].is(pronoun) {
            return Some(Subject { tokens: at..at + 1, form: SpeakerForm::Pronoun });
        }
        if r.words[at].is(case) {
            return phrase_before(r, at, sentence.start);
        }
    }
    None
}

/// `बयान में कहा गया`, `X की ओर से बताया गया`.
fn passive(r: &Reading, cue: usize, sentence: &Range<usize>) -> Option<Subject> {
    for at in (sentence.start..cue).rev().take(12) {
        if r.words[at].role == Some(Role::Document) {
            return Some(Subject { tokens: at..at + 1, form: SpeakerForm::Role });
        }
        if r.words[at].is(Grammar::Se) && at >= sentence.start + 3 && matches!(r.token(at - 1), "ओर" | "तरफ")
        {
            return phrase_before(r, at - 2, sentence.start);
        }
    }
    None
}

/// `X के मुताबिक`: only who can speak; plans, data and laws can't.
fn according(r: &Reading, cue: &Cue, sentence: &Range<usize>) -> Option<Subject> {
    let case = cue.tokens.start;
    // `जिस समझौते … उसके अनुसार`
    if case > sentence.start
        && r.token(case - 1) == "उसके"
        && (sentence.start..case).rev().take(HORIZON).any(|t| r.words[t].is(Grammar::Relative))
    {
        return None;
    }
    if case > sentence.start && r.words[case - 1].is(Grammar::PronounGenitive) {
        return Some(Subject { tokens: case - 1..case, form: SpeakerForm::Pronoun });
    }
    // `X से मिली जानकारी के मुताबिक`
    if case > sentence.start && matches!(r.token(case - 1), "जानकारी" | "सूचना") {
        let se = (sentence.start..case - 1).rev().take(3).find(|&t| r.words[t].is(Grammar::Se))?;
        return phrase_before(r, se, sentence.start);
    }
    let subject = phrase_before(r, case, sentence.start)?;
    let head = subject.tokens.end - 1;
    (r.named_at(head).is_some() || r.words[head].role.is_some()).then_some(subject)
}

/// The noun phrase that ends right before a token.
pub fn phrase_before(r: &Reading, case: usize, start: usize) -> Option<Subject> {
    let mut end = case;
    // `जयशंकर जी ने`, `X (ABC) ने`, `X, जो … हैं, ने`
    while end > start
        && (r.words[end - 1].is(Grammar::Particle) || matches!(r.token(end - 1), "जी" | "साहब" | "स्वयं" | "खुद"))
    {
        end -= 1;
    }
    if end > start && r.token(end - 1) == "," {
        return apposition(r, end - 1, start);
    }
    let last = end.checked_sub(1).filter(|&t| t >= start)?;
    if let Some(named) = r.named_at(last) {
        return Some(Subject { tokens: named.tokens.start.max(start)..end, form: SpeakerForm::Name });
    }
    if r.token(last) == ")" {
        let open = (start..last).rev().take(8).find(|&t| r.token(t) == "(")?;
        return phrase_before(r, open, start);
    }
    if r.is_mark(last) {
        return None;
    }
    if matches!(r.words[last].grammar, Some(Grammar::Pronoun | Grammar::PronounNe)) {
        return Some(Subject { tokens: last..end, form: SpeakerForm::Pronoun });
    }
    let known = r.words[last].role.is_some();
    let form = if known { SpeakerForm::Role } else { SpeakerForm::Name };
    Some(Subject { tokens: role_start(r, last, start, if known { 4 } else { 1 })..end, form })
}

/// `X, जो … हैं, ने कहा`: the name before the relative clause.
fn apposition(r: &Reading, comma: usize, start: usize) -> Option<Subject> {
    let relative = (start..comma).rev().take(20).find(|&t| r.words[t].is(Grammar::Relative))?;
    let before = relative.checked_sub(usize::from(relative > start && r.token(relative - 1) == ","))?;
    phrase_before(r, before, start)
}

/// Where the phrase of a role begins: its determiner, adjectives and genitives, not places and participles.
fn role_start(r: &Reading, head: usize, start: usize, most: usize) -> usize {
    let mut at = head;
    while at > start {
        let before = at - 1;
        let word = r.words[before];
        if word.is(Grammar::Genitive) && before > start {
            // A body's or another role's officer; what belongs to a place stays outside.
            let owner = before - 1;
            match r.named_at(owner) {
                Some(named) if named.kind == EntityKind::Organization => at = named.tokens.start.max(start),
                None if r.words[owner].role.is_some() => at = owner,
                _ => break,
            }
            continue;
        }
        let stops = word.grammar.is_some_and(|g| g != Grammar::This)
            || word.verb.is_some()
            || word.light.is_some()
            || r.is_mark(before)
            || r.named_at(before).is_some_and(|n| n.kind != EntityKind::Organization)
            || r.token(before).ends_with("ते")
            || r.token(before).ends_with("कर")
            || head - before > most;
        if stops {
            break;
        }
        at = before;
    }
    at
}

/// The subject that a sentence without one takes over: who acts before it in its sentence, or in the one before.
pub fn carried_over(r: &Reading, at: usize) -> Option<Subject> {
    let own = r.text.sentence_at(r.text.tokens[at].span.start);
    let paragraph = r.text.paragraph_at(r.text.tokens[at].span.start);
    let first = r.text.paragraphs.get(paragraph).map_or(own, |p| p.sentences.start);
    for sentence in (own.saturating_sub(1).max(first)..=own).rev() {
        let tokens = r.text.sentences.get(sentence).map_or(at..at, |s| s.tokens.clone());
        let outside = |t: &usize| r.marked_at(r.text.tokens[*t].span.start).is_none();
        for token in (tokens.start..tokens.end.min(at)).rev().take(HORIZON).filter(outside) {
            if r.words[token].is(Grammar::PronounNe) {
                return Some(Subject { tokens: token..token + 1, form: SpeakerForm::Pronoun });
            }
            if r.words[token].is(Grammar::Ne) {
                return phrase_before(r, token, tokens.start);
            }
        }
    }
    None
}

/// `X से जब … पूछा तो बोलीं`: who was asked answers.
pub fn asked(r: &Reading, tokens: Range<usize>) -> Option<Subject> {
    let ask =
        tokens.clone().rev().take(HORIZON).find(|&t| r.words[t].verb.is_some() && r.token(t).starts_with("पूछ"))?;
    let se = (tokens.start..ask).rev().take(16).find(|&t| r.words[t].is(Grammar::Se))?;
    phrase_before(r, se, tokens.start)
}

/// The speaker of a subject.
pub fn speaker(r: &Reading, subject: &Subject, entity: Option<usize>) -> Speaker {
    let others = others(r, subject.tokens.start);
    Speaker { span: r.span(&subject.tokens), form: subject.form, entity, others }
}

/// The names coordinated before a speaker (`क, ख और ग ने कहा`), in text order.
fn others(r: &Reading, speaker: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = speaker;
    while let Some(joint) = at.checked_sub(1) {
        // After और come the other names of the row, by commas.
        let joins = r.words[joint].is(Grammar::And) || (!found.is_empty() && r.token(joint) == ",");
        let Some(named) = joint.checked_sub(1).and_then(|t| r.named_at(t)).filter(|_| joins) else { break };
        found.push(r.span(&named.tokens));
        at = named.tokens.start;
    }
    found.reverse();
    found
}
