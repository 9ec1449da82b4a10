//! Media topics: which of the 17 top-level IPTC Media Topics an article speaks about.

use super::concept::Concept;
use super::vocabulary::{Evidence, Words};
use crate::span::Span;
use crate::text::{ParagraphKind, Text};
use std::collections::HashMap;
use std::ops::Range;

/// A media topic the article speaks about.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// IPTC Media Topic code, `medtop:11000000`.
    pub code: &'static str,
    /// Its name in Hindi.
    pub name_hi: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// 0 to 1.
    pub score: f64,
    /// The spans that speak for it, in text order.
    pub evidence: Vec<Span>,
    /// Parts of it that the article is surely about, surest first.
    pub narrower: Vec<Concept>,
}

/// What speaks for one topic.
#[derive(Clone, Debug, Default)]
struct Case {
    points: u64,
    spans: Vec<Span>,
}

/// Finds the topics of a text, best first, and the tokens of every phrase that speaks for any topic, in text order.
pub fn find(text: &Text, words: &Words, concepts: &[Concept]) -> (Vec<Topic>, Vec<Range<usize>>) {
    let (cases, phrases) = weigh(text, words, concepts.len());
    let top = || concepts.iter().zip(&cases).filter(|(concept, _)| concept.broader.is_empty());
    let all: u64 = top().map(|(_, case)| case.points).sum();
    let best = top().map(|(_, case)| case.points).max().unwrap_or(0);
    let mut topics: Vec<Topic> = top()
        .filter(|(_, case)| case.points >= LEAST_POINTS)
        .filter(|(_, case)| case.points == best || 100 * case.points >= LEAST_PERCENT * all)
        .map(|(&Concept { code, name_hi, name_en, .. }, case)| {
            let score = chance(case.points as f64 / all as f64);
            let narrower = narrower(concepts, &cases, code, case.points);
            Topic { code, name_hi, name_en, score, evidence: case.spans.clone(), narrower }
        })
        .collect();
    topics.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.code.cmp(b.code)));
    topics.truncate(MOST_TOPICS);
    (topics, phrases)
}

/// The parts of a topic that have a good share of its points, surest first.
fn narrower(concepts: &[Concept], cases: &[Case], code: &str, points: u64) -> Vec<Concept> {
    let parts = concepts.iter().zip(cases).filter(|(part, _)| !part.broader.is_empty() && code.ends_with(part.broader));
    let mut sure: Vec<(u64, Concept)> = parts
        .filter(|(_, case)| case.points >= SURE_POINTS && 100 * case.points >= SURE_PERCENT * points)
        .map(|(&part, case)| (case.points, part))
        .collect();
    sure.sort_by_key(|&(points, part)| (std::cmp::Reverse(points), part.code));
    sure.into_iter().take(MOST_PARTS).map(|(_, part)| part).collect()
}

/// Fewer points are chance: a single weak word.
const LEAST_POINTS: u64 = 60;
/// A further topic has at least this share of all points.
const LEAST_PERCENT: u64 = 17;
/// More is no answer.
const MOST_TOPICS: usize = 3;

/// A part of a topic is sure with this many points, more than one word can make, and this share of the topic's.
const SURE_POINTS: u64 = 100;
const SURE_PERCENT: u64 = 25;
/// Parts shown of one topic.
const MOST_PARTS: usize = 2;

/// How often a topic with this share of all points is right: measured on 700 of our own texts and 20 annotated articles,
/// in straight lines between these points.
const CALIBRATION: [(f64, f64); 6] = [(0.0, 0.0), (0.1, 0.15), (0.2, 0.5), (0.3, 0.75), (0.5, 0.95), (1.0, 1.0)];

fn chance(share: f64) -> f64 {
    let line = CALIBRATION.windows(2).find(|line| share <= line[1].0);
    line.map_or(1.0, |line| {
        let ((x0, y0), (x1, y1)) = (line[0], line[1]);
        y0 + (y1 - y0) * (share - x0) / (x1 - x0)
    })
}

/// What a word that comes again counts each time, in halves.
const AGAIN: [u32; 4] = [2, 1, 1, 0];
/// What a word in a headline counts more, in halves.
const HEADLINE: u32 = 2;

/// Adds up, for each topic, the weights of the words and phrases that speak for it, times their rarity.
fn weigh(text: &Text, words: &Words, topics: usize) -> (Vec<Case>, Vec<Range<usize>>) {
    let mut phrases = Vec::new();
    let mut cases = vec![Case::default(); topics];
    let mut seen: HashMap<(usize, usize, usize), usize> = HashMap::new();
    for paragraph in text.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Furniture) {
        let headline = paragraph.kind == ParagraphKind::Headline;
        for sentence in &text.sentences[paragraph.sentences.clone()] {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let matched = matches(words, at, sentence.tokens.end);
                let len = matched.iter().map(|(_, e)| e.rest.len() + 1).max().unwrap_or(1);
                let rarity = (at..at + len).filter_map(|t| words.at(t)).map(|w| w.entry.rarity).max().unwrap_or(0);
                let rarity = u32::from(rarity);
                for (number, evidence) in matched {
                    let before = seen.entry((number, evidence.topic, evidence.rest.len())).or_default();
                    let case = &mut cases[evidence.topic];
                    let times = AGAIN[(*before).min(AGAIN.len() - 1)] + if headline { HEADLINE } else { 0 };
                    case.points += u64::from(evidence.weight * rarity * times);
                    let last = text.tokens[at + evidence.rest.len()].span;
                    case.spans.push(text.tokens[at].span.join(last));
                    *before += 1;
                }
                if len > 1 {
                    phrases.push(at..at + len);
                }
                at += len;
            }
        }
    }
    (cases, phrases)
}

/// The longest phrases that begin at a token.
fn matches<'a>(words: &Words<'a>, at: usize, end: usize) -> Vec<(usize, &'a Evidence)> {
    let Some((word, number)) = words.at(at).and_then(|w| Some((w, w.number?))) else { return Vec::new() };
    let fits = |e: &&Evidence| {
        at + e.rest.len() < end
            && e.form.as_ref().is_none_or(|form| *form == word.key)
            && e.rest.iter().enumerate().all(|(i, &n)| words.at(at + 1 + i).is_some_and(|w| w.number == Some(n)))
    };
    let mut matched: Vec<(usize, &Evidence)> = word.entry.evidence.iter().filter(fits).map(|e| (number, e)).collect();
    let longest = matched.first().map_or(0, |(_, e)| e.rest.len());
    matched.retain(|(_, e)| e.rest.len() == longest);
    matched
}
