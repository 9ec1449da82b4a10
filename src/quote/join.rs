//! Join: cue, content and speaker of each quote, tied at the cue; nested speech dropped, speech without a cue kept.

use super::content::{Content, Contents};
use super::cue::{self, Voice};
use super::lexicon::{Grammar, Role};
use super::reading::Reading;
use super::speaker::{self, Subject};
use super::{Quote, QuoteKind, Speaker, SpeakerForm, pronoun};
use crate::entity::EntityKind;
use crate::span::Span;
use crate::text::ParagraphKind;
use std::collections::HashSet;
use std::ops::Range;

/// All quotes of a text, in text order.
pub fn quotes(r: &Reading) -> Vec<Quote> {
    let claimed = vec![false; r.marked.len()];
    let mut join = Join { r, quotes: Vec::new(), claimed, last: None, covered: 0, turn_takers: turn_takers(r) };
    for (p, paragraph) in r.text.paragraphs.iter().enumerate() {
        if r.is_furniture(p) {
            continue;
        }
        for sentence in paragraph.sentences.clone() {
            let tokens = r.text.sentences[sentence].tokens.clone();
            if tokens.is_empty() || join.turn(tokens.clone(), paragraph.span, paragraph.kind) {
                continue;
            }
            join.sentence(tokens);
        }
    }
    join.uncued();
    let mut quotes = join.quotes;
    quotes.sort_by_key(|q| (q.content.start, std::cmp::Reverse(q.content.end)));
    // Only the outermost of nested speech is a quote.
    let mut end = 0;
    quotes.retain(|q| {
        let outermost = q.content.start >= end;
        end = end.max(q.content.end);
        outermost
    });
    quotes
}

struct Join<'a, 'b> {
    r: &'b Reading<'a>,
    quotes: Vec<Quote>,
    /// Which marked stretches belong to a quote.
    claimed: Vec<bool>,
    /// The entity that spoke last.
    last: Option<usize>,
    /// Up to where contents reach: cues inside are nested.
    covered: usize,
    /// Labels whose lines take turns, as in an interview.
    turn_takers: HashSet<&'a str>,
}

/// The line's words before a colon near its head.
fn label<'a>(r: &Reading<'a>, tokens: &Range<usize>) -> Option<(usize, &'a str)> {
    let colon = tokens.clone().take(6).find(|&t| is_colon(r, t)).filter(|&t| t > tokens.start)?;
    Some((colon, r.span(&(tokens.start..colon)).of(r.text.source())))
}

/// Labels that take turns: they stand before a colon at the head of two paragraphs or more and name no place.
fn turn_takers<'a>(r: &Reading<'a>) -> HashSet<&'a str> {
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
    /// The quotes of one sentence.
    fn sentence(&mut self, tokens: Range<usize>) {
        let r = self.r;
        let cues = cue::find(&r.words, tokens.clone());
        for (i, cue) in cues.iter().enumerate() {
            let byte = r.text.tokens[cue.tokens.start].span.start;
            if byte < self.covered || r.marked_at(byte).is_some() {
                continue;
            }
            let subject = speaker::subject(r, cue, &tokens);
            let contents = Contents { reading: r, sentence: tokens.clone(), cues: &cues };
            // A relay (`PTI के अनुसार X ने कहा कि`): the inner speaker is the quote's.
            let relayed =
                || cues[i + 1..].iter().any(|c| speaker::subject(r, c, &(cue.tokens.end..tokens.end)).is_some());
            if cue.voice == Voice::According && (subject.is_none() || relayed()) {
                continue;
            }
            let follows = subject.as_ref().filter(|s| s.tokens.start >= cue.tokens.end);
            let from = follows.map_or(cue.tokens.end, |s| s.tokens.end + 1);
            // `X ने कहा हम …`, `… करते हुए कहा हम …`: the verb stands where speech may follow at once.
            let after_participle = cue.tokens.start > tokens.start && r.words[cue.tokens.start - 1].is(Grammar::While);
            let near = after_participle || subject.as_ref().is_some_and(|s| s.tokens.end + 2 >= cue.tokens.start);
            let after = contents.after(i, from, near).filter(|c| !self.is_claimed(c));
            let before = match &after {
                Some(c) if c.kind != QuoteKind::Direct => None,
                _ if cue.participle || cue.voice == Voice::According => None,
                _ => contents.before(i, subject.as_ref().map(|s| s.tokens.start)).filter(|c| !self.is_claimed(c)),
            };
            // An interrupted quotation has its first part in the same sentence.
            let before = before.filter(|b| after.is_none() || b.span.end + 4 >= r.text.tokens[tokens.start].span.start);
            if after.is_none() && before.is_none() {
                continue;
            }
            if is_nobodys(r, &cue.voice, subject.as_ref(), after.as_ref(), tokens.start) {
                continue;
            }
            let speaker = self.speaker(cue.tokens.start, subject);
            let cue_span = r.span(&cue.tokens);
            for content in before.into_iter().chain(after) {
                self.add(content, Some(cue_span), speaker.clone());
            }
        }
    }

    fn is_claimed(&self, content: &Content) -> bool {
        content.marked.is_some_and(|m| self.claimed[m])
    }

    fn add(&mut self, content: Content, cue: Option<Span>, speaker: Option<Speaker>) {
        // A phrase inside the words can't be who says them: a misread subject.
        let speaker = speaker.filter(|s| !content.span.contains(s.span));
        if cue.is_some_and(|cue| cue.overlaps(content.span)) {
            return;
        }
        if let Some(marked) = content.marked {
            self.claimed[marked] = true;
        }
        if let Some(entity) = speaker.as_ref().and_then(|s| s.entity) {
            self.last = Some(entity);
        }
        self.covered = self.covered.max(content.span.end);
        let Content { kind, span, rule, .. } = content;
        self.quotes.push(Quote { kind, content: span, cue, speaker, rule, continued: false });
    }

    /// The speaker of a cue; a dropped subject is who acted or spoke last.
    fn speaker(&self, at: usize, subject: Option<Subject>) -> Option<Speaker> {
        let r = self.r;
        if let Some(subject) = subject {
            let entity = pronoun::entity(r, &subject, self.last);
            return Some(speaker::speaker(r, &subject, entity));
        }
        if let Some(subject) = speaker::carried_over(r, at) {
            let entity = pronoun::entity(r, &subject, self.last);
            return Some(speaker::speaker(r, &subject, entity));
        }
        let person = |kind| kind != EntityKind::Location;
        let entity = pronoun::antecedent(r, at, self.last, person)?;
        let named = r.named_before(at, |n| n.entity == entity)?;
        let subject = Subject { tokens: named.tokens.clone(), form: SpeakerForm::Name };
        Some(speaker::speaker(r, &subject, Some(entity)))
    }

    /// `नेता: कथन` at the head of a line, and in a headline `कथन: नेता`, `“कथन” मंत्री X`.
    fn turn(&mut self, tokens: Range<usize>, paragraph: Span, kind: ParagraphKind) -> bool {
        let first = self.r.text.tokens[tokens.start].span.start == paragraph.start;
        first
            && (self.turn_of_speaker(&tokens, paragraph)
                || (kind == ParagraphKind::Headline && (self.marked_headline(&tokens) || self.headline(&tokens))))
    }

    /// `नेता: कथन`, also an interviewer's and an interviewee's lines: up to the paragraph's end.
    fn turn_of_speaker(&mut self, tokens: &Range<usize>, paragraph: Span) -> bool {
        let r = self.r;
        let Some(at) = tokens.clone().take(9).find(|&t| is_colon(r, t)) else { return false };
        let rest = r.text.tokens_in(Span::new(r.text.tokens[at].span.end, paragraph.end));
        let subject = if tokens.len() > 1 && at == tokens.start + 1 && matches!(r.token(tokens.start), "जवाब" | "उत्तर")
        {
            // `सवाल: … जवाब: …`: the one who was introduced before answers.
            let answers = r.named_before(tokens.start, |n| n.kind == EntityKind::Person);
            answers.map(|n| Subject { tokens: n.tokens.clone(), form: SpeakerForm::Name })
        } else {
            speaker::phrase_before(r, at, tokens.start).filter(|s| self.can_turn(s, tokens))
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
        let person = after.clone().take(9).filter_map(|t| r.named_at(t)).find(|n| n.kind == EntityKind::Person);
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

    /// Speech in marks without a cue: whole sentences of it, after a sentence about its speaker.
    fn uncued(&mut self) {
        let r = self.r;
        self.quotes.sort_by_key(|q| q.content.start);
        let cued = self.quotes.len();
        let mut next = 0;
        self.last = None;
        for (i, m) in r.marked.iter().enumerate() {
            while next < cued && self.quotes[next].content.end <= m.outer.start {
                self.last = self.quotes[next].speaker.as_ref().and_then(|s| s.entity).or(self.last);
                next += 1;
            }
            let taken = self.quotes[..cued].get(next).is_some_and(|q| q.content.overlaps(m.content));
            if self.claimed[i] || taken || r.is_title(i) || !self.is_whole_speech(i) {
                continue;
            }
            let speaker = self.speaker(r.text.tokens_in(m.content).start, None);
            let content = Content { kind: QuoteKind::Direct, span: m.content, rule: "marks-alone", marked: Some(i) };
            self.add(content, None, speaker);
        }
    }

    /// Do the marks hold whole sentences, from the head of one to a stop?
    fn is_whole_speech(&self, marked: usize) -> bool {
        let r = self.r;
        let m = r.marked[marked];
        let starts =
            r.text.sentences.get(r.text.sentence_at(m.content.start)).is_some_and(|s| s.span.start == m.outer.start);
        let ends = m.content.of(r.text.source()).ends_with(['।', '.', '?', '!', '|', '…']);
        starts && ends && r.count_words(r.text.tokens_in(m.content)) >= 3
    }
}

/// A stretch without the marks around all of it and its final stop.
fn trim_marks(r: &Reading, span: Span) -> Span {
    let text = span.of(r.text.source());
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || "\"'“”‘’।|".contains(c));
    let start = span.start + (trimmed.as_ptr() as usize - text.as_ptr() as usize);
    Span::new(start, start + trimmed.len())
}

/// The paper speaking to its reader, and talk with no source: `बता दें कि`, `खबर है कि`, `कहते हैं कि`.
fn is_nobodys(r: &Reading, voice: &Voice, subject: Option<&Subject>, after: Option<&Content>, _start: usize) -> bool {
    let direct = after.is_none_or(|c| c.kind == QuoteKind::Direct);
    match (voice, subject) {
        (Voice::Nominative, None) => !direct,
        (Voice::Passive, None) => !direct,
        (Voice::Genitive | Voice::Dative, None) => true,
        (_, Some(subject)) => r.words[subject.tokens.end - 1].is(Grammar::NotASpeaker),
        _ => false,
    }
}
