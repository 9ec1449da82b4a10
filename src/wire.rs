//! Article → JSON: the only file that knows the JSON's shape and UTF-16.
//!
//! The types here are the wire format, version 1. Within a version keys are only added. They borrow from the article and
//! serialize the same way natively (`serde_json`) and in the browser (`serde-wasm-bindgen`), key for key.

use crate::article::Article;
use crate::quote::{Quote, Speaker, Who};
use crate::span::Span;
use crate::topic::Subject;
use serde::{Serialize, Serializer};

/// The unit in which the JSON counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offsets {
    /// UTF-8 bytes, what Rust and Go count.
    Byte,
    /// Unicode code points, what Python counts and W3C Web Annotation asks for.
    Char,
    /// UTF-16 code units, what browsers and editors count.
    #[default]
    Utf16,
}

impl Offsets {
    /// The name used in the wire format.
    pub const fn name(self) -> &'static str {
        match self {
            Offsets::Byte => "byte",
            Offsets::Char => "char",
            Offsets::Utf16 => "utf16",
        }
    }

    const fn len_of(self, c: char) -> usize {
        match self {
            Offsets::Byte => c.len_utf8(),
            Offsets::Char => 1,
            Offsets::Utf16 => c.len_utf16(),
        }
    }
}

/// Counts UTF-16 code units along a text, for offsets that come in ascending order: faster than [`OffsetMap`], as it keeps none.
#[derive(Clone, Debug)]
pub struct Utf16Cursor<'a> {
    bytes: &'a [u8],
    byte: usize,
    unit: u32,
}

impl<'a> Utf16Cursor<'a> {
    /// Begins at the start of a text.
    pub fn new(source: &'a str) -> Utf16Cursor<'a> {
        Utf16Cursor { bytes: source.as_bytes(), byte: 0, unit: 0 }
    }

    /// The offset in UTF-16 code units of a byte offset that is not before the last one.
    #[inline]
    pub fn at(&mut self, byte: usize) -> u32 {
        let byte = byte.min(self.bytes.len());
        if byte == self.byte + 1 {
            // A space, mostly; one byte is a whole character.
            (self.byte, self.unit) = (byte, self.unit + 1);
        }
        while self.byte < byte {
            let count = (byte - self.byte).min(16);
            self.unit += match self.bytes.get(self.byte..self.byte + 16) {
                Some(chunk) => units(chunk, count),
                None => {
                    let mut chunk = [0; 16];
                    chunk[..count].copy_from_slice(&self.bytes[self.byte..self.byte + count]);
                    units(&chunk, count)
                }
            };
            self.byte += count;
        }
        self.unit
    }
}

/// UTF-16 code units of the first `count` of 16 bytes, all counted at once: a character has one, and one more where it has
/// four bytes.
#[inline(always)]
fn units(chunk: &[u8], count: usize) -> u32 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let half = |from: usize, count: usize| {
        let bytes = chunk.get(from..from + 8).and_then(|half| half.try_into().ok()).map_or(0, u64::from_le_bytes);
        let kept = bytes & !u64::MAX.checked_shl(8 * count as u32).unwrap_or(0);
        let continuation = kept >> 7 & !(kept >> 6) & ONES;
        let four = kept >> 7 & kept >> 6 & kept >> 5 & kept >> 4 & ONES;
        (continuation, four)
    };
    let (first, second) = (half(0, count.min(8)), half(8, count.saturating_sub(8)));
    let sum = |flags: u64| (flags.wrapping_mul(ONES) >> 56) as u32;
    count as u32 + sum(first.1 + second.1) - sum(first.0 + second.0)
}

/// Converts byte offsets of one text, all found in a single pass over it.
pub struct OffsetMap {
    bytes: Vec<usize>,
    units: Vec<usize>,
}

impl OffsetMap {
    /// Prepares the conversion of these spans' offsets.
    pub fn new(source: &str, spans: impl Iterator<Item = Span>, offsets: Offsets) -> OffsetMap {
        let mut bytes: Vec<usize> = spans.flat_map(|s| [s.start, s.end]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let mut units = Vec::with_capacity(bytes.len());
        let mut chars = source.char_indices().peekable();
        let mut count = 0;
        for &byte in &bytes {
            while let Some((_, c)) = chars.next_if(|&(at, _)| at < byte) {
                count += offsets.len_of(c);
            }
            units.push(count);
        }
        OffsetMap { bytes, units }
    }

    /// A span in the chosen unit.
    pub fn span(&self, span: Span) -> WireSpan {
        let unit = |byte| self.bytes.binary_search(&byte).map_or(0, |i| self.units[i]);
        WireSpan { start: unit(span.start), end: unit(span.end) }
    }
}

/// A span in the unit that `offsets` names.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct WireSpan {
    start: usize,
    end: usize,
}

impl WireSpan {
    /// Start and end, for typed arrays.
    pub fn pair(self) -> [u32; 2] {
        [self.start, self.end].map(|unit| u32::try_from(unit).unwrap_or(u32::MAX))
    }
}

/// A number between 0 and 1, written with at most three decimals, and a whole one without any, as `JSON.stringify` does.
#[derive(Clone, Copy, Debug)]
struct Score(f64);

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let thousandths = (self.0 * 1000.0).round();
        if thousandths % 1000.0 == 0.0 {
            serializer.serialize_u32((thousandths / 1000.0) as u32)
        } else {
            serializer.serialize_f64(thousandths / 1000.0)
        }
    }
}

/// The whole result.
#[derive(Debug, Serialize)]
pub struct WireArticle<'a> {
    version: u32,
    offsets: &'static str,
    paragraphs: Vec<WireKind>,
    sentences: Vec<WireSpan>,
    tokens: Vec<WireKind>,
    entities: Vec<WireEntity<'a>>,
    quotes: Vec<WireQuote<'a>>,
    topics: Vec<WireTopic>,
    terms: Vec<WireTerm<'a>>,
    speakers: Vec<WireSpeakerSummary<'a>>,
}

#[derive(Debug, Serialize)]
struct WireKind {
    start: usize,
    end: usize,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct WireEntity<'a> {
    id: usize,
    kind: &'static str,
    name: &'a str,
    mentions: Vec<WireSpan>,
}

#[derive(Debug, Serialize)]
struct WireQuote<'a> {
    kind: &'static str,
    content: WireSpan,
    cue: Option<WireSpan>,
    speaker: Option<WireSpeaker>,
    rule: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    continued: bool,
    topics: &'a [usize],
    terms: &'a [usize],
}

#[derive(Debug, Serialize)]
struct WireSpeaker {
    start: usize,
    end: usize,
    form: &'static str,
    entity: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<WireSpan>,
}

#[derive(Debug, Serialize)]
struct WireTopic {
    code: &'static str,
    name: WireName,
    score: Score,
    evidence: Vec<WireSpan>,
    narrower: Vec<WireConcept>,
}

#[derive(Debug, Serialize)]
struct WireConcept {
    code: &'static str,
    name: WireName,
}

#[derive(Debug, Serialize)]
struct WireName {
    hi: &'static str,
    en: &'static str,
}

#[derive(Debug, Serialize)]
struct WireTerm<'a> {
    text: &'a str,
    score: Score,
    mentions: Vec<WireSpan>,
}

#[derive(Debug, Serialize)]
struct WireSpeakerSummary<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    quotes: &'a [usize],
    words: usize,
}

impl<'a> WireArticle<'a> {
    /// The wire form of an article.
    pub fn new(article: &'a Article, offsets: Offsets) -> WireArticle<'a> {
        let map = OffsetMap::new(article.text.source(), spans(article), offsets);
        let all = |spans: &[Span]| spans.iter().map(|&s| map.span(s)).collect::<Vec<_>>();
        let kind = |span: Span, kind| {
            let WireSpan { start, end } = map.span(span);
            WireKind { start, end, kind }
        };
        let speaker = |s: &Speaker| {
            let WireSpan { start, end } = map.span(s.span);
            WireSpeaker { start, end, form: s.form.name(), entity: s.entity, others: all(&s.others) }
        };
        let quote = |(q, about): (&Quote, &'a Subject)| WireQuote {
            kind: q.kind.name(),
            content: map.span(q.content),
            cue: q.cue.map(|s| map.span(s)),
            speaker: q.speaker.as_ref().map(speaker),
            rule: q.rule,
            continued: q.continued,
            topics: &about.topics,
            terms: &about.terms,
        };
        WireArticle {
            version: 1,
            offsets: offsets.name(),
            paragraphs: article.text.paragraphs.iter().map(|p| kind(p.span, p.kind.name())).collect(),
            sentences: article.text.sentences.iter().map(|s| map.span(s.span)).collect(),
            tokens: article.text.tokens.iter().map(|t| kind(t.span, t.kind.name())).collect(),
            entities: (article.entities.iter().enumerate())
                .map(|(id, e)| WireEntity { id, kind: e.kind.name(), name: &e.name, mentions: all(&e.mentions) })
                .collect(),
            quotes: article.quotes.iter().zip(&article.subjects).map(quote).collect(),
            topics: (article.topics.iter())
                .map(|t| WireTopic {
                    code: t.code,
                    name: WireName { hi: t.name_hi, en: t.name_en },
                    score: Score(t.score),
                    evidence: all(&t.evidence),
                    narrower: (t.narrower.iter())
                        .map(|c| WireConcept { code: c.code, name: WireName { hi: c.name_hi, en: c.name_en } })
                        .collect(),
                })
                .collect(),
            terms: (article.terms.iter())
                .map(|t| WireTerm { text: &t.text, score: Score(t.score), mentions: all(&t.mentions) })
                .collect(),
            speakers: (article.speakers.iter())
                .map(|s| {
                    let (entity, role) = match &s.who {
                        Who::Entity(id) => (Some(*id), None),
                        Who::Role(role) => (None, Some(role.as_str())),
                    };
                    WireSpeakerSummary { entity, role, quotes: &s.quotes, words: s.words }
                })
                .collect(),
        }
    }
}

impl WireArticle<'_> {
    /// Empties the lists of sentences and tokens, most of the result of a long text.
    pub fn drop_segments(&mut self) {
        self.sentences.clear();
        self.tokens.clear();
    }
}

/// Every span of an article.
fn spans(article: &Article) -> impl Iterator<Item = Span> {
    let text = &article.text;
    let quote_spans = |q: &Quote| {
        let speaker = q.speaker.iter().flat_map(|s| std::iter::once(s.span).chain(s.others.iter().copied()));
        std::iter::once(q.content).chain(q.cue).chain(speaker).collect::<Vec<_>>()
    };
    (text.paragraphs.iter().map(|p| p.span))
        .chain(text.sentences.iter().map(|s| s.span))
        .chain(text.tokens.iter().map(|t| t.span))
        .chain(article.entities.iter().flat_map(|e| e.mentions.iter().copied()))
        .chain(article.quotes.iter().flat_map(quote_spans))
        .chain(article.topics.iter().flat_map(|t| t.evidence.iter().copied()))
        .chain(article.terms.iter().flat_map(|t| t.mentions.iter().copied()))
}
