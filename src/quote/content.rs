//! Contents: what was said, found from its cue.

use super::QuoteKind;
use super::cue::{self, Cue, Voice};
use super::lexicon::{Grammar, Reach};
use super::reading::{Reading, is_first_person, is_postposition};
use crate::entity::EntityKind;
use crate::span::Span;
use std::ops::Range;

/// What a cue introduces, and by which rule it was found.
#[derive(Clone, Debug)]
pub struct Content {
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// Without its marks.
    pub span: Span,
    /// Name of the rule.
    pub rule: &'static str,
    /// The marked stretch it is, or that it holds.
    pub marked: Option<usize>,
}

/// A sentence of one word is no statement.
const LEAST_WORDS: usize = 2;

/// Reads contents out of one sentence.
pub struct Contents<'a, 'b> {
    /// The text.
    pub reading: &'b Reading<'a>,
    /// Tokens of the sentence.
    pub sentence: Range<usize>,
    /// The cues of the sentence.
    pub cues: &'b [Cue],
}

impl Contents<'_, '_> {
    /// What stands after a cue: marks, a कि clause, a clause without कि, the rest of the sentence.
    /// `from` is the token after the cue, and after a subject that follows it (`कहा मंत्री ने कि …`).
    pub fn after(&self, index: usize, from: usize, has_subject: bool) -> Option<Content> {
        let cue = &self.cues[index];
        let r = self.reading;
        let mut at = from;
        let mut that = false;
        let mut separator = None;
        while at < self.sentence.end && r.marked_at(r.text.tokens[at].span.start).is_none() {
            let word = r.words[at];
            let token = r.token(at);
            if word.is(Grammar::That)
                || (at == cue.tokens.end && matches!(token, "की" | "के") && self.is_slip_for_that(cue, at))
            {
                that = true;
            } else if matches!(token, "," | ":" | "-" | "–" | "—" | "--" | ":-" | "ः") {
                separator.get_or_insert(token);
            } else {
                break;
            }
            at += 1;
        }
        if let Some(marked) = self.opening_at(at) {
            return self.marked_after(marked, that, at);
        }
        if at >= self.sentence.end {
            return None;
        }
        let rule = match (that, separator) {
            (true, _) => "that-clause",
            _ if cue.voice == Voice::According => "according-to",
            (false, Some(",")) if self.takes_bare_clause(cue, has_subject, at) => "comma-clause",
            (false, Some(mark))
                if mark != "," && (cue.reach == Reach::Speech || (cue.reach == Reach::Act && mark == ":")) =>
            {
                "dash-clause"
            }
            (false, None) if from == cue.tokens.end && self.takes_bare_clause(cue, has_subject, at) => "bare-clause",
            _ => return None,
        };
        let end = self.clause_end(index, at);
        let mut content = self.clause(at..end, rule)?;
        // After a colon or a dash the speech goes on over its sentence.
        if rule == "dash-clause" && content.marked.is_none() && end + 1 >= self.sentence.end {
            let last = speech_end(r, r.text.sentence_at(r.text.tokens[at].span.start));
            if last > content.span.end {
                content = Content {
                    kind: QuoteKind::Direct,
                    span: Span::new(content.span.start, last),
                    rule: "dash-speech",
                    ..content
                };
            }
        }
        Some(content)
    }

    /// `कहा की` for `कहा कि`: after a bare verb of speech, and no noun follows that it could govern.
    fn is_slip_for_that(&self, cue: &Cue, at: usize) -> bool {
        cue.tokens.len() <= 2 && self.reading.words[cue.tokens.start].verb.is_some() && at + 2 < self.sentence.end
    }

    /// A verb with its speaker right before it may do without कि: `उन्होंने कहा हम आएंगे`.
    fn takes_bare_clause(&self, cue: &Cue, has_subject: bool, at: usize) -> bool {
        let word = self.reading.words[at];
        cue.reach == Reach::Speech
            && has_subject
            && !cue.participle
            && !(word.is(Grammar::And) || word.is(Grammar::But) || word.is(Grammar::Relative) || word.is(Grammar::Aux))
            && self.reading.count_words(at..self.sentence.end.min(at + 8)) > LEAST_WORDS
    }

    /// The marked stretch that begins at a token, or with the next sentence.
    fn opening_at(&self, at: usize) -> Option<usize> {
        let r = self.reading;
        let token = r.text.tokens.get(at)?;
        if at >= self.sentence.end
            && r.text.sentence_at(token.span.start)
                > r.text.sentence_at(r.text.tokens[self.sentence.start].span.start) + 1
        {
            return None;
        }
        r.marked_at(token.span.start).filter(|&m| r.marked[m].outer.start == token.span.start)
    }

    /// Marks after a cue. After कि they are a quote of their own only if the clause holds nothing else.
    fn marked_after(&self, marked: usize, that: bool, at: usize) -> Option<Content> {
        let r = self.reading;
        let m = r.marked[marked];
        let rest = r.text.tokens_in(Span::new(m.outer.end, self.end_byte())).filter(|&t| !r.is_mark(t)).count();
        if that && rest > 0 && self.end_byte() > m.outer.end {
            let end = self.clause_end(usize::MAX, at);
            return self.clause(at..end, "that-clause");
        }
        Some(Content { kind: QuoteKind::Direct, span: m.content, rule: "marks-after-cue", marked: Some(marked) })
    }

    fn end_byte(&self) -> usize {
        self.reading.text.tokens[self.sentence.end - 1].span.end
    }

    /// Where the reported clause ends: at the sentence's end, or before the next cue of the same level.
    fn clause_end(&self, index: usize, from: usize) -> usize {
        let r = self.reading;
        let next = self.cues.iter().skip(index.wrapping_add(1)).filter(|c| c.tokens.start > from).take(8);
        for cue in next.filter(|_| index != usize::MAX) {
            if let Some(cut) = self.coordination(cue, from) {
                return cut;
            }
        }
        // `… लेकिन उन्होंने …`: the paper goes on about the speaker.
        let turn =
            |t: &usize| r.words[*t].is(Grammar::But) && r.words.get(t + 1).is_some_and(|w| w.is(Grammar::PronounNe));
        if let Some(cut) = (from + 2..self.sentence.end).find(turn) {
            return if r.token(cut - 1) == "," { cut - 1 } else { cut };
        }
        let mut end = self.sentence.end;
        // Final stops and closing marks stay outside, unless they close speech inside the clause.
        let is_outside = |t: usize| {
            let start = r.text.tokens[t].span.start;
            r.marked_at(start).is_none_or(|m| r.marked[m].outer.start == start)
        };
        while end > from && r.is_mark(end - 1) && is_outside(end - 1) {
            end -= 1;
        }
        end
    }

    /// Where `और (X ने) कहा कि` begins that goes on beside the clause, or the subject of a run-on `… चलेगा उन्होंने कहा कि`.
    pub fn coordination(&self, cue: &Cue, from: usize) -> Option<usize> {
        let r = self.reading;
        if !self.introduces(cue) || matches!(cue.voice, Voice::Dative | Voice::Passive | Voice::According) {
            return None;
        }
        let mut subject = false;
        for at in (from + 1..cue.tokens.start).rev().take(16) {
            let word = r.words[at];
            let far = cue.tokens.start - at > 8;
            if word.is(Grammar::But) || (word.is(Grammar::And) && !far) {
                return Some(if r.token(at - 1) == "," { at - 1 } else { at });
            }
            if word.is(Grammar::PronounNe) && self.is_finite(at - 1) {
                return Some(at);
            }
            // `जब X ने बताया कि … तो Y ने कहा`
            if r.token(at) == "तो" && self.is_finite(at - 1) {
                return Some(at);
            }
            subject |= word.is(Grammar::Ne);
            // `… होगा, X ने कहा- …`
            if subject && !far && r.token(at) == "," {
                return Some(at);
            }
            if word.is(Grammar::That) || (r.is_mark(at) && !subject) {
                return None;
            }
        }
        None
    }

    /// Is there कि or a mark right after the cue?
    pub fn introduces(&self, cue: &Cue) -> bool {
        let next = cue.tokens.end;
        next < self.sentence.end
            && (self.reading.words[next].is(Grammar::That) || self.reading.is_mark(next))
            && (next + 1 < self.sentence.end)
    }

    /// Does a token end a finite verb?
    fn is_finite(&self, at: usize) -> bool {
        let word = self.reading.words[at];
        word.is(Grammar::Aux)
            || word.is(Grammar::Passive)
            || self.reading.token(at).ends_with("गा")
            || self.reading.token(at).ends_with("गे")
            || self.reading.token(at).ends_with("गी")
    }

    /// The clause of some tokens: mixed where it holds marks.
    fn clause(&self, tokens: Range<usize>, rule: &'static str) -> Option<Content> {
        let r = self.reading;
        if tokens.is_empty() || r.count_words(tokens.clone()) < LEAST_WORDS {
            return None;
        }
        let mut span = r.span(&tokens);
        let marked = (r.marked.iter().enumerate())
            .skip(r.marked.partition_point(|m| m.outer.end <= span.start))
            .find(|(_, m)| m.outer.start < span.end);
        let Some((marked, m)) = marked else {
            return Some(Content { kind: QuoteKind::Indirect, span, rule, marked: None });
        };
        // Speech in marks that begins inside the clause and runs over its end belongs to it whole.
        span.end = span.end.max(m.outer.end);
        if m.outer.start == span.start && m.outer.end >= span.end {
            return Some(Content { kind: QuoteKind::Direct, span: m.content, rule, marked: Some(marked) });
        }
        Some(Content { kind: QuoteKind::Mixed, span, rule, marked: Some(marked) })
    }

    /// What stands before a cue: marks (`"…," X ने कहा`), or the clause before a cue that ends the sentence.
    pub fn before(&self, index: usize, subject: Option<&Range<usize>>) -> Option<Content> {
        let cue = &self.cues[index];
        let r = self.reading;
        let start = subject.map_or(cue.tokens.start, |s| s.start.min(cue.tokens.start));
        let byte = r.text.tokens[start].span.start;
        if let Some(marked) = r.marked.partition_point(|m| m.outer.end <= byte).checked_sub(1) {
            let m = r.marked[marked];
            let between = r.text.tokens_in(Span::new(m.outer.end, byte));
            let sentence_start = r.text.tokens[self.sentence.start].span.start;
            // `"…?" X ने कहा`: the marks may close the sentence before.
            let near = m.outer.end >= sentence_start || m.outer.end + 2 >= sentence_start;
            // `इसे "…" कहते हैं`, `बोर्ड पर '…' लिखा है`: a label.
            let head = r.text.tokens_in(Span::new(0, m.outer.start)).end.checked_sub(1);
            let labels = head.filter(|&h| h >= self.sentence.start).is_some_and(|h| {
                let word = r.words[h];
                word.is(Grammar::Ko)
                    || word.is(Grammar::PronounKo)
                    || (word.is(Grammar::On) && r.token(cue.tokens.start) == "लिखा")
            });
            // Far from its cue speech ends in a stop or a comma.
            let far = r.count_words(between.clone()) > 3;
            let stops = |text: &str, at_start: bool| {
                let is_stop = |c: char| ",।.?!|".contains(c);
                if at_start { text.starts_with(is_stop) } else { text.ends_with(is_stop) }
            };
            let source = r.text.source();
            let ended =
                stops(m.content.of(source), false) || stops(source.get(m.outer.end..).unwrap_or_default(), true);
            let same_paragraph = r.text.paragraph_at(m.outer.end - 1) == r.text.paragraph_at(byte);
            if near
                && same_paragraph
                && !labels
                && (!far || ended)
                && !r.is_title(marked)
                && r.count_words(between.clone()) <= 12
                && between.clone().all(|t| r.words[t].verb.is_none() && !r.words[t].is(Grammar::Aux))
            {
                return Some(Content {
                    kind: QuoteKind::Direct,
                    span: m.content,
                    rule: "marks-before-cue",
                    marked: Some(marked),
                });
            }
        }
        let subject = subject?;
        let ends = (cue.tokens.end.max(subject.end)..self.sentence.end).all(|t| r.is_mark(t));
        if !ends || cue.reach != Reach::Speech || cue.participle || start <= self.sentence.start + 1 {
            return None;
        }
        let comma = (self.sentence.start + 1..start).rev().take(8).find(|&t| matches!(r.token(t), "," | ";"))?;
        if r.count_words(comma + 1..start) > 5 || self.has_object(comma + 1..cue.tokens.start) {
            return None;
        }
        let clause = self.clause(self.sentence.start..comma, "clause-before-cue")?;
        (r.count_words(self.sentence.start..comma) > LEAST_WORDS).then_some(clause)
    }
    /// The marks that follow marked speech, joined by और: `कहा, "…" और "…"`.
    pub fn further_marks(&self, first: &Content) -> Vec<Content> {
        let r = self.reading;
        let mut found = Vec::new();
        let (QuoteKind::Direct, Some(mut last)) = (first.kind, first.marked) else { return found };
        while let Some(next) = r.marked.get(last + 1).filter(|m| m.outer.start < self.end_byte()) {
            let between = r.text.tokens_in(Span::new(r.marked[last].outer.end, next.outer.start));
            let joined = between.len() <= 2 && between.clone().any(|t| r.words[t].is(Grammar::And));
            if !joined
                || !between.clone().all(|t| r.words[t].is(Grammar::And) || r.token(t) == ",")
                || r.is_title(last + 1)
            {
                break;
            }
            last += 1;
            found.push(Content { span: next.content, marked: Some(last), ..first.clone() });
        }
        found
    }

    /// `जिसे X … बताते हैं`, `X उसे … कहते हैं`: the verb names something and reports nothing.
    fn has_object(&self, mut tokens: Range<usize>) -> bool {
        let r = self.reading;
        let names = r.token(tokens.end).starts_with("कह");
        tokens.any(|t| {
            let word = r.words[t];
            let pronoun = word.is(Grammar::PronounKo) || matches!(r.token(t), "इसे" | "जिसे" | "जिन्हें");
            pronoun || word.is(Grammar::Relative) || (names && word.is(Grammar::Ko))
        })
    }

    /// `X को "…" बताते हुए`: what the speaker calls somebody, in marks.
    pub fn characterization(&self, index: usize) -> Option<Content> {
        let r = self.reading;
        let byte = r.text.tokens[self.cues[index].tokens.start].span.start;
        let marked = r.marked.partition_point(|m| m.outer.end <= byte).checked_sub(1)?;
        let m = r.marked[marked];
        let before = r.text.tokens_in(Span::new(0, m.outer.start)).end.checked_sub(1)?;
        let called = r.words[before].is(Grammar::Ko) || r.words[before].is(Grammar::PronounKo);
        let adjacent = r.text.tokens_in(Span::new(m.outer.end, byte)).is_empty();
        let words = r.count_words(r.text.tokens_in(m.content));
        (called && adjacent && before >= self.sentence.start && words >= LEAST_WORDS).then_some(Content {
            kind: QuoteKind::Direct,
            span: m.content,
            rule: "characterization",
            marked: Some(marked),
        })
    }
}

/// Where unmarked speech that begins in a sentence ends: with its paragraph, or before the paper speaks again.
fn speech_end(r: &Reading, sentence: usize) -> usize {
    let Some(first) = r.text.sentences.get(sentence) else { return 0 };
    let paragraph = r.text.paragraph_at(first.span.start);
    let last = r.text.paragraphs.get(paragraph).map_or(sentence + 1, |p| p.sentences.end);
    let end = (sentence + 1..last).find(|&s| is_papers_own(r, &r.text.sentences[s].tokens)).unwrap_or(last);
    let mut tokens = first.tokens.start..r.text.sentences[end - 1].tokens.end;
    while tokens.end > tokens.start && r.is_mark(tokens.end - 1) {
        tokens.end -= 1;
    }
    if end > sentence + 1 { r.span(&tokens).end } else { 0 }
}

/// Does a sentence speak about the speaker or about somebody who acts, or report speech that is not the speaker's?
fn is_papers_own(r: &Reading, tokens: &Range<usize>) -> bool {
    let first_person = |tokens: Range<usize>| tokens.into_iter().any(|t| is_first_person(r.token(t)));
    let cues = cue::find(&r.words, tokens.clone());
    let reports = cues.iter().any(|c| c.reach != Reach::Thought && !first_person(tokens.start..c.tokens.start));
    if reports || r.marked_at(r.text.tokens[tokens.start].span.start).is_some() {
        return true;
    }
    let head = r.words[tokens.start];
    let third = head.is(Grammar::PronounNe) || head.is(Grammar::PronounGenitive) || head.is(Grammar::But);
    let aside = matches!(r.token(tokens.start), "इधर" | "उधर" | "दूसरी" | "बता" | "इस");
    let acts = |t: usize| {
        let person = r.named_at(t).filter(|n| n.kind == EntityKind::Person && n.tokens.start == t);
        person
            .is_some_and(|n| r.words.get(n.tokens.end).is_none_or(|w| w.is(Grammar::Ne) || !is_postposition(w.grammar)))
    };
    let attends = |t: usize| matches!(r.token(t), "मौजूद" | "उपस्थित");
    !first_person(tokens.clone()) && (third || aside || tokens.clone().any(|t| acts(t) || attends(t)))
}
