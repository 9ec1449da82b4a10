//! Turns: speech whose speaker stands beside a colon, in interviews and headlines, or after marks that are a headline.

use super::content::Content;
use super::join::Join;
use super::lexicon::{Grammar, Role};
use super::reading::{Reading, is_postposition};
use super::speaker::{self, Subject};
use super::{QuoteKind, SpeakerForm, cue, pronoun};
use crate::entity::EntityKind;
use crate::span::Span;
use crate::text::ParagraphKind;
use std::collections::HashSet;
use std::ops::Range;

/// Before a colon they name who made the picture or the text, not who speaks.
const CREDITS: [&str; 11] =
    ["फोटो", "फोटोः", "अनुवाद", "रूप", "रिपोर्ट", "संपादन", "चित्र", "छाया", "साभार", "प्रस्तुति", "वीडियो"];

/// The line's words before a colon near its head.
fn label<'a>(r: &Reading<'a>, tokens: &Range<usize>) -> Option<(usize, &'a str)> {
    let colon = tokens.clone().take(6).find(|&t| is_colon(r, t)).filter(|&t| t > tokens.start)?;
    Some((colon, r.span(&(tokens.start..colon)).of(r.text.source())))
}

/// Labels that take turns: they stand before a colon at the head of two paragraphs or more and name no place.
pub fn turn_takers<'a>(r: &Reading<'a>) -> HashSet<&'a str> {
    let mut once = HashSet::new();
    let mut repeated = HashSet::new();
    for paragraph in &r.text.paragraphs {
        let Some(sentence) = r.text.sentences.get(paragraph.sentences.start) else { continue };
        let Some((colon, label)) = label(r, &sentence.tokens) else { continue };
        let is_place = r.named_at(colon - 1).is_some_and(|n| n.kind == EntityKind::Location);
        if !is_place && !once.insert(label) {
            repeated.insert(label);
        }
    }
    repeated
}

fn is_colon(r: &Reading, token: usize) -> bool {
    matches!(r.token(token), ":" | "ः" | ":-")
}

fn is_separator(r: &Reading, token: usize) -> bool {
    is_colon(r, token) || matches!(r.token(token), "-" | "–" | "—")
}

impl Join<'_, '_> {
    /// `नेता: कथन` at the head of a line, and in a headline `कथन: नेता`, `“कथन” मंत्री X`.
    pub fn turn(&mut self, tokens: Range<usize>, paragraph: Span, kind: ParagraphKind) -> bool {
        let first = self.r.text.tokens[tokens.start].span.start == paragraph.start;
        first
            && (self.turn_of_speaker(&tokens, paragraph)
                || (kind == ParagraphKind::Headline && (self.marked_headline(&tokens) || self.headline(&tokens))))
    }

    /// `नेता: कथन`, also an interviewer's and an interviewee's lines: up to the paragraph's end.
    fn turn_of_speaker(&mut self, tokens: &Range<usize>, paragraph: Span) -> bool {
        let r = self.r;
        // The visarga that stands for a colon sticks to its word: `यादवः`.
        let glued = |t: usize| r.token(t).ends_with('ः') && !is_colon(r, t);
        let Some(at) = tokens.clone().take(9).find(|&t| is_colon(r, t) || glued(t)) else { return false };
        let name_end = if glued(at) { at + 1 } else { at };
        let rest = r.text.tokens_in(Span::new(r.text.tokens[at].span.end, paragraph.end));
        let subject = if tokens.len() > 1 && at == tokens.start + 1 && matches!(r.token(tokens.start), "जवाब" | "उत्तर")
        {
            // `सवाल: … जवाब: …`: the one who was introduced before answers.
            let answers = r.named_before(tokens.start, |n| n.kind == EntityKind::Person);
            answers.map(|n| Subject { tokens: n.tokens.clone(), form: SpeakerForm::Name })
        } else {
            speaker::phrase_before(r, name_end, tokens.start).filter(|s| self.can_turn(s, tokens))
        };
        let Some(subject) = subject else { return false };
        if !cue::find(&r.words, tokens.start..at).is_empty() || r.count_words(rest.clone()) < 2 {
            return false;
        }
        let span = trim_marks(r, r.span(&rest));
        let marked = r.marked_at(r.text.tokens[rest.start].span.start);
        self.add_turn(Content { kind: QuoteKind::Direct, span, rule: "turn", marked }, at, &subject);
        true
    }

    /// `कथन: नेता`, `कथन- नेता`.
    fn headline(&mut self, tokens: &Range<usize>) -> bool {
        let r = self.r;
        let separator = |t: &usize| is_colon(r, *t) || matches!(r.token(*t), "-" | "–" | "—");
        let Some(at) = tokens.clone().rev().take(9).find(separator) else { return false };
        let mut end = tokens.end;
        while end > at + 1 && r.is_mark(end - 1) {
            end -= 1;
        }
        let Some(subject) = speaker::phrase_before(r, end, at + 1) else { return false };
        let hyphen = !is_colon(r, at) && subject.form != SpeakerForm::Name;
        let body = r.named_at(subject.tokens.end - 1).is_some_and(|n| n.kind == EntityKind::Organization);
        if hyphen
            || !(body || self.can_turn(&subject, tokens))
            || !cue::find(&r.words, tokens.clone()).is_empty()
            || r.count_words(tokens.start..at) < 3
            || CREDITS.contains(&r.token(at - 1))
        {
            return false;
        }
        let span = trim_marks(r, r.span(&(tokens.start..at)));
        let marked = r.marked_at(r.text.tokens[tokens.start].span.start);
        self.add_turn(Content { kind: QuoteKind::Direct, span, rule: "headline", marked }, at, &subject);
        true
    }

    /// A headline that begins in marks and goes on with who said it: `“कथन” मंत्री X`, `‘कथन’: लेखक X से बातचीत`.
    fn marked_headline(&mut self, tokens: &Range<usize>) -> bool {
        let r = self.r;
        let start = r.text.tokens[tokens.start].span.start;
        let Some(marked) = r.marked_at(start).filter(|&m| r.marked[m].outer.start == start && !r.is_title(m)) else {
            return false;
        };
        let m = r.marked[marked];
        let after = r.text.tokens_in(Span::new(m.outer.end, r.text.tokens[tokens.end - 1].span.end));
        let is_case = |t: &usize| is_postposition(r.words[*t].grammar) && !r.words[*t].is(Grammar::Genitive);
        let phrase = after.clone().take(9).take_while(|t| !is_case(t));
        let named = |kind| phrase.clone().filter_map(|t| r.named_at(t)).find(|n| n.kind == kind);
        let person = named(EntityKind::Person).or_else(|| named(EntityKind::Organization));
        let Some(named) = person.filter(|_| cue::find(&r.words, after.clone()).is_empty()) else { return false };
        if r.count_words(r.text.tokens_in(m.content)) < 3 {
            return false;
        }
        let subject = Subject { tokens: named.tokens.clone(), form: SpeakerForm::Name };
        let at = after.start;
        self.add_turn(
            Content { kind: QuoteKind::Direct, span: m.content, rule: "headline", marked: Some(marked) },
            at,
            &subject,
        );
        true
    }

    fn add_turn(&mut self, content: Content, cue: usize, subject: &Subject) {
        let r = self.r;
        let entity = pronoun::entity(r, subject, self.last);
        let speaker = speaker::speaker(r, subject, entity);
        let cue = is_separator(r, cue).then(|| r.text.tokens[cue].span);
        self.add(content, cue, Some(speaker));
    }

    /// Before a colon a person, an office, or whoever takes turns speaks; a place, a topic or a label does not.
    fn can_turn(&self, subject: &Subject, line: &Range<usize>) -> bool {
        let r = self.r;
        if label(r, line).is_some_and(|(_, label)| self.turn_takers.contains(label)) {
            return !matches!(r.token(line.start), "सवाल" | "प्रश्न");
        }
        let head = subject.tokens.end - 1;
        match r.named_at(head) {
            Some(named) => named.kind == EntityKind::Person,
            None => matches!(r.words[head].role, Some(Role::Office | Role::Profession | Role::Player)),
        }
    }
}

/// A stretch without the marks around all of it and its final stop.
fn trim_marks(r: &Reading, span: Span) -> Span {
    let stops = |c: char| c.is_whitespace() || "।|".contains(c);
    let quotes = |c: char| stops(c) || "\"'“”‘’".contains(c);
    let text = span.of(r.text.source());
    // Marks around a part of it only stay.
    let whole = r.marked_at(span.start).is_none_or(|m| r.marked[m].outer.end + '।'.len_utf8() >= span.end);
    let trimmed = if whole { text.trim_matches(quotes) } else { text.trim_end_matches(stops) };
    let start = span.start + (trimmed.as_ptr() as usize - text.as_ptr() as usize);
    Span::new(start, start + trimmed.len())
}
