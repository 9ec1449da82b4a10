//! Join: cue, content and speaker of each quote, tied at the cue; nested speech dropped, speech without a cue kept.

use super::content::{Content, Contents};
use super::cue::{self, Cue, Voice};
use super::inflection::Form;
use super::lexicon::Grammar;
use super::reading::Reading;
use super::speaker::{self, Subject};
use super::{Quote, QuoteKind, Speaker, SpeakerForm, pronoun, turn};
use crate::entity::EntityKind;
use crate::span::Span;
use std::collections::HashSet;
use std::ops::Range;

/// All quotes of a text, in text order.
pub fn quotes(r: &Reading) -> Vec<Quote> {
    let claimed = vec![false; r.marked.len()];
    let mut join = Join { r, quotes: Vec::new(), claimed, last: None, covered: 0, turn_takers: turn::turn_takers(r) };
    for (p, paragraph) in r.text.paragraphs.iter().enumerate() {
        if join.post(p) || r.is_furniture(p) {
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
    join.outermost();
    join.continued();
    join.outermost();
    join.quotes
}

/// The quotes found so far, and what finding the next ones needs.
pub struct Join<'a, 'b> {
    /// The text.
    pub r: &'b Reading<'a>,
    /// The quotes.
    pub quotes: Vec<Quote>,
    /// Which marked stretches belong to a quote.
    pub claimed: Vec<bool>,
    /// The entity that spoke last.
    pub last: Option<usize>,
    /// Up to where contents reach: cues inside are nested.
    pub covered: usize,
    /// Labels whose lines take turns, as in an interview.
    pub turn_takers: HashSet<&'a str>,
}

impl Join<'_, '_> {
    /// Text order; of nested speech only the outermost is a quote.
    fn outermost(&mut self) {
        self.quotes.sort_by_key(|q| (q.content.start, std::cmp::Reverse(q.content.end)));
        let mut end = 0;
        self.quotes.retain(|q| {
            let outermost = q.content.start >= end;
            end = end.max(q.content.end);
            outermost
        });
    }

    /// The quotes of one sentence.
    fn sentence(&mut self, tokens: Range<usize>) {
        let r = self.r;
        let cues = cue::find(&r.words, tokens.clone());
        let found = self.quotes.len();
        let mut verdict = None;
        for (i, cue) in cues.iter().enumerate() {
            let byte = r.text.tokens[cue.tokens.start].span.start;
            if byte < self.covered || r.marked_at(byte).is_some() {
                continue;
            }
            let subject = speaker::subject(r, cue, &tokens);
            let contents = Contents { reading: r, sentence: tokens.clone(), cues: &cues };
            // A relay (`PTI के अनुसार X ने कहा कि`): the inner speaker is the quote's.
            let rest = cue.tokens.end..tokens.end;
            let relays = |c: &Cue| {
                contents.introduces(c)
                    && speaker::subject(r, c, &rest).is_some()
                    && contents.coordination(c, rest.start).is_none()
            };
            let relayed = || cues[i + 1..].iter().any(relays);
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
                _ if cue.voice == Voice::According => None,
                _ if cue.participle => contents.characterization(i).filter(|c| !self.is_claimed(c)),
                _ => contents.before(i, subject.as_ref().map(|s| &s.tokens)).filter(|c| !self.is_claimed(c)),
            };
            // An interrupted quotation has its first part in the same sentence.
            let before = before.filter(|b| after.is_none() || b.span.end + 4 >= r.text.tokens[tokens.start].span.start);
            if after.is_none() && before.is_none() {
                verdict = verdict.or_else(|| subject.map(|s| (cue.tokens.clone(), s)));
                continue;
            }
            // Of `पूछा कि … तो कहा कि …` only the answer counts.
            let answered = |c: &Content| r.token(r.text.tokens_in(c.span).end) == "तो";
            if r.token(cue.tokens.start).starts_with("पूछ") && after.as_ref().is_some_and(answered) {
                continue;
            }
            if is_nobodys(r, cue, subject.as_ref(), after.as_ref()) {
                continue;
            }
            let speaker = self.speaker(cue.tokens.start, subject);
            let cue_span = r.span(&cue.tokens);
            let more = after.as_ref().map_or(Vec::new(), |first| contents.further_marks(first));
            for content in before.into_iter().chain(after).chain(more) {
                self.add(content, Some(cue_span), speaker.clone());
            }
        }
        if self.quotes.len() == found {
            self.said_before(&tokens, verdict.as_ref());
        }
    }

    fn is_claimed(&self, content: &Content) -> bool {
        content.marked.is_some_and(|m| self.claimed[m])
    }

    /// Keeps a quote.
    pub fn add(&mut self, content: Content, cue: Option<Span>, speaker: Option<Speaker>) {
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
    pub fn speaker(&self, at: usize, subject: Option<Subject>) -> Option<Speaker> {
        let r = self.r;
        if let Some(subject) = subject {
            let entity = pronoun::entity(r, &subject, self.last);
            return Some(speaker::speaker(r, &subject, entity));
        }
        let own = r.text.sentences.get(r.text.sentence_at(r.text.tokens[at].span.start)).map_or(at, |s| s.tokens.start);
        if let Some(subject) = speaker::asked(r, own..at).or_else(|| speaker::carried_over(r, at)) {
            let entity = pronoun::entity(r, &subject, self.last);
            return Some(speaker::speaker(r, &subject, entity));
        }
        let person = |kind| kind != EntityKind::Location;
        let entity = pronoun::antecedent(r, at, self.last, person)?;
        let named = r.named_before(at, |n| n.entity == entity)?;
        let subject = Subject { tokens: named.tokens.clone(), form: SpeakerForm::Name };
        Some(speaker::speaker(r, &subject, Some(entity)))
    }
}

/// The paper speaking to its reader, and talk with no source: `बता दें कि`, `खबर है कि`, `कहते हैं कि`.
fn is_nobodys(r: &Reading, cue: &Cue, subject: Option<&Subject>, after: Option<&Content>) -> bool {
    let direct = after.is_none_or(|c| c.kind == QuoteKind::Direct);
    // `बोलीं कि` goes on about who acted before.
    let past = r.words[cue.tokens.start].verb.is_some_and(|(form, _)| form == Form::Perfective);
    match (cue.voice, subject) {
        (Voice::Nominative, None) => !direct && !past,
        (Voice::Passive, None) => !direct,
        (Voice::Genitive | Voice::Dative, None) => true,
        (_, Some(subject)) => r.words[subject.tokens.end - 1].is(Grammar::NotASpeaker),
        _ => false,
    }
}
