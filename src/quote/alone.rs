//! Speech without a cue in its sentence: marks that stand alone, posts above their signature, statements before `यह कहना है X का`.

use super::content::Content;
use super::join::Join;
use super::lexicon::Grammar;
use super::reading::{Reading, is_first_person, is_postposition};
use super::speaker::{self, Subject};
use super::{Quote, QuoteKind, Speaker, SpeakerForm, cue, pronoun};
use crate::entity::EntityKind;
use crate::span::Span;
use crate::text::{TokenKind, char_class};
use std::ops::Range;

/// A sentence that only names the speaker of the one before is no longer than this.
const LONGEST_VERDICT: usize = 16;

impl Join<'_, '_> {
    /// Speech in marks without a cue: whole sentences of it, after a sentence about its speaker.
    pub fn uncued(&mut self) {
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
            if self.claimed[i] || taken || r.is_title(i) {
                continue;
            }
            // `"…," X हंसती हैं।`, `"…?" बिलखती मां X का यह सवाल`: who is named right after the marks speaks.
            let follower = self.follower(i);
            let speech =
                self.is_whole_speech(i) || self.is_ended_speech(i) || (follower.is_some() && self.is_begun_speech(i));
            if !speech {
                continue;
            }
            let speaker = follower
                .or_else(|| self.below(i, next))
                .or_else(|| self.speaker(r.text.tokens_in(m.content).start, None));
            let content = Content { kind: QuoteKind::Direct, span: m.content, rule: "marks-alone", marked: Some(i) };
            self.add(content, None, speaker);
        }
    }

    /// A line of marks that heads a section speaks for whom the next quote, in the paragraph below, is by.
    fn below(&self, marked: usize, next: usize) -> Option<Speaker> {
        let r = self.r;
        let m = r.marked[marked];
        let paragraph = r.text.paragraph_at(m.outer.start);
        let is_line = r.text.paragraphs.get(paragraph).is_some_and(|p| p.span == m.outer);
        let quote =
            self.quotes.get(next).filter(|q| is_line && r.text.paragraph_at(q.content.start) == paragraph + 1)?;
        let stops = m.content.of(r.text.source()).ends_with(|c: char| "।.?!|…".contains(c));
        if stops { None } else { quote.speaker.clone() }
    }

    /// Do the marks hold whole sentences, from the head of one to a stop, or a whole line?
    fn is_whole_speech(&self, marked: usize) -> bool {
        let r = self.r;
        let m = r.marked[marked];
        let rest = r.text.source().get(m.outer.end..).unwrap_or_default();
        let is_stop = |c: char| "।.?!|…".contains(c);
        let stops = m.content.of(r.text.source()).ends_with(is_stop) || rest.starts_with(is_stop);
        let words = r.count_words(r.text.tokens_in(m.content));
        let line = r.text.paragraphs.get(r.text.paragraph_at(m.outer.start)).is_some_and(|p| p.span == m.outer);
        self.begins_sentence(marked) && ((stops && words >= 3) || (line && words >= 6))
    }

    /// Do the marks begin a sentence that goes on after a comma?
    fn is_begun_speech(&self, marked: usize) -> bool {
        let r = self.r;
        let m = r.marked[marked];
        let rest = r.text.source().get(m.outer.end..).unwrap_or_default();
        let comma = m.content.of(r.text.source()).ends_with(',') || rest.starts_with(',');
        m.closed && comma && self.begins_sentence(marked) && r.count_words(r.text.tokens_in(m.content)) >= 4
    }

    /// Do the marks end a sentence with whole words of speech after a comma, a colon or a dash: `X उसका स्वागत करते हैं, "…"`?
    fn is_ended_speech(&self, marked: usize) -> bool {
        let r = self.r;
        let m = r.marked[marked];
        let words = r.text.tokens_in(m.content);
        let stops = m.content.of(r.text.source()).ends_with(|c: char| "।.?!|".contains(c));
        let before = r.text.tokens_in(Span::new(0, m.outer.start)).end.checked_sub(1);
        stops && r.count_words(words) >= 5 && before.is_some_and(|b| matches!(r.token(b), "," | ":" | "-" | "–" | "—"))
    }

    fn begins_sentence(&self, marked: usize) -> bool {
        let r = self.r;
        let m = r.marked[marked];
        r.text.sentences.get(r.text.sentence_at(m.content.start)).is_some_and(|s| s.span.start == m.outer.start)
    }

    /// The person or pronoun that the words after the marks are about, in the same sentence.
    fn follower(&self, marked: usize) -> Option<Speaker> {
        let r = self.r;
        let end = r.marked[marked].outer.end;
        let sentence = r.text.sentences.get(r.text.sentence_at(end.saturating_sub(1)))?.tokens.clone();
        let after = r.text.tokens_in(Span::new(end, usize::MAX)).start;
        for at in (after..sentence.end).take(12) {
            let governed = |at: usize| {
                r.words
                    .get(at)
                    .is_some_and(|w| is_postposition(w.grammar) && !w.is(Grammar::Ne) && !w.is(Grammar::Genitive))
            };
            let subject = match r.named_at(at) {
                Some(n) if n.kind == EntityKind::Person && !governed(n.tokens.end) => {
                    Subject { tokens: n.tokens.clone(), form: SpeakerForm::Name }
                }
                None if r.words[at].is(Grammar::Pronoun) || r.words[at].is(Grammar::PronounNe) => {
                    Subject { tokens: at..at + 1, form: SpeakerForm::Pronoun }
                }
                _ => continue,
            };
            let entity = pronoun::entity(r, &subject, self.last);
            return Some(speaker::speaker(r, &subject, entity));
        }
        None
    }

    /// Speech that goes on unmarked: the sentences in the first person after a quote, in its paragraph.
    pub fn continued(&mut self) {
        let r = self.r;
        let mut added = Vec::new();
        for (i, quote) in self.quotes.iter().enumerate().filter(|(_, q)| q.speaker.is_some()) {
            let paragraph = r.text.paragraph_at(quote.content.start);
            let next = self.quotes.get(i + 1).map_or(usize::MAX, |q| q.content.start);
            let first = r.text.sentence_at(quote.content.end.saturating_sub(1)) + 1;
            let last = r.text.paragraphs.get(paragraph).map_or(first, |p| p.sentences.end);
            let goes_on = |&s: &usize| {
                let tokens = &r.text.sentences[s].tokens;
                r.text.sentences[s].span.end <= next
                    && tokens.clone().any(|t| is_first_person(r.token(t)))
                    && tokens.clone().all(|t| r.marked_at(r.text.tokens[t].span.start).is_none())
                    && cue::find(&r.words, tokens.clone()).is_empty()
            };
            let end = (first..last).take_while(goes_on).last();
            let Some(end) = end else { continue };
            let content = r.text.sentences[first].span.join(r.text.sentences[end].span);
            let quote = Quote {
                kind: QuoteKind::Indirect,
                content,
                cue: None,
                rule: "goes-on",
                continued: true,
                ..quote.clone()
            };
            added.push(quote);
        }
        self.quotes.extend(added);
    }

    /// A post and its signature: `कथन — नाम (@handle) तारीख`, the signature perhaps in a line of its own.
    pub fn post(&mut self, paragraph: usize) -> bool {
        let r = self.r;
        let span = r.text.paragraphs[paragraph].span;
        let tokens = r.text.tokens_in(span);
        let is_handle =
            |t: usize| r.text.tokens.get(t).is_some_and(|t| t.kind == TokenKind::Handle) || r.token(t) == "@";
        let Some(open) = tokens.clone().find(|&t| r.token(t) == "(" && is_handle(t + 1)) else { return false };
        let dash = |t: &usize| matches!(r.token(*t), "—" | "–" | "-" | "--");
        let Some(dash) = (tokens.start..open).rev().take(8).find(dash) else { return false };
        let words = if dash > tokens.start {
            tokens.start..dash
        } else {
            let Some(before) = paragraph.checked_sub(1) else { return false };
            r.text.tokens_in(r.text.paragraphs[before].span)
        };
        let words = without_links(r, words);
        let content = r.span(&words);
        if !content.of(r.text.source()).contains(char_class::is_devanagari)
            || content.start < self.covered
            || r.is_furniture(r.text.paragraph_at(content.start))
        {
            return false;
        }
        let form = SpeakerForm::Name;
        let subject = Subject { tokens: dash + 1..open, form };
        let entity = pronoun::entity(r, &subject, None);
        let speaker = speaker::speaker(r, &subject, entity);
        let content = Content { kind: QuoteKind::Direct, span: content, rule: "post", marked: None };
        self.add(content, None, Some(speaker));
        true
    }

    /// `… रहेगी। यह कहना है X का।`, `… रहेगी। ऐसा X का कहना है।`: the statement is the sentence before.
    pub fn said_before(&mut self, tokens: &Range<usize>, cue: Option<&(Range<usize>, Subject)>) -> bool {
        let r = self.r;
        let points_back = matches!(r.token(tokens.start), "यह" | "ये" | "ऐसा" | "यही");
        if !points_back || tokens.len() > LONGEST_VERDICT || tokens.clone().any(|t| r.words[t].is(Grammar::That)) {
            return false;
        }
        let mut end = tokens.end;
        while end > tokens.start && r.is_mark(end - 1) {
            end -= 1;
        }
        let (cue, subject) = match cue {
            Some((cue, subject)) if cue.end == end => (cue.clone(), subject.clone()),
            Some(_) => return false,
            None => {
                let noun = tokens.start + 1;
                let says = matches!(r.token(noun), "कहना" | "मानना" | "दावा" | "आरोप" | "बताना");
                if !says
                    || end < noun + 4
                    || !r.words[noun + 1].is(Grammar::Aux)
                    || !r.words[end - 1].is(Grammar::Genitive)
                {
                    return false;
                }
                let Some(subject) = speaker::phrase_before(r, end - 1, noun + 2) else { return false };
                (noun..noun + 2, subject)
            }
        };
        let own = r.text.sentence_at(r.text.tokens[tokens.start].span.start);
        let Some(before) = own.checked_sub(1) else { return false };
        let mut words = r.text.sentences[before].tokens.clone();
        while words.end > words.start && r.is_mark(words.end - 1) {
            words.end -= 1;
        }
        let span = r.span(&words);
        if span.start < self.covered || r.count_words(words) < 3 || r.is_furniture(r.text.paragraph_at(span.start)) {
            return false;
        }
        let entity = pronoun::entity(r, &subject, self.last);
        let speaker = speaker::speaker(r, &subject, entity);
        let content = Content { kind: QuoteKind::Indirect, span, rule: "sentence-before", marked: None };
        self.add(content, Some(r.span(&cue)), Some(speaker));
        true
    }
}

/// Words of a post without the links at its end.
fn without_links(r: &Reading, mut words: Range<usize>) -> Range<usize> {
    while words.end > words.start && r.text.tokens[words.end - 1].kind == TokenKind::Url {
        words.end -= 1;
    }
    words
}
