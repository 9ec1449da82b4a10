//! Sentence: where one ends.
//!
//! Ends are sought at marks only: danda, question mark, stop … The standard (UAX #29, rules SB6 to SB11) gives the frame:
//! closing marks belong to the sentence before, a comma or a small letter after the mark means that it goes on. What Hindi
//! copy adds is told at each rule.

use super::abbreviation::{self, Abbreviation};
use super::lists::{CLITICS, FINALS, REPORTING};
use super::token::{Token, TokenKind};
use crate::span::Span;
use std::ops::Range;

/// A sentence: its span without outer white space, and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, closing marks included.
    pub span: Span,
    /// Indices into [`Text::tokens`](super::Text::tokens).
    pub tokens: Range<usize>,
}

/// Longest clause that is searched for a word that reports speech, in tokens.
const CLAUSE: usize = 24;

/// What a token may mean for the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// Danda.
    Danda,
    /// Question or exclamation.
    Cry,
    /// One full stop.
    Stop,
    /// `…` or a run of stops.
    Ellipsis,
    /// A bar or the letter l, where they may stand for the danda.
    Bar,
    /// A word with an abbreviation's stop.
    Abbreviated,
    /// Opening or closing double mark, or one that may be both.
    Quote(Side, Family),
    OpenBracket,
    CloseBracket,
    /// Comma, semicolon, colon, dash: the sentence goes on.
    Joint,
    Emoji,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Single,
    Double,
}

impl Mark {
    fn of(source: &str, token: &Token) -> Mark {
        use Family::{Double, Single};
        match token.kind {
            TokenKind::Punctuation => match token.span.of(source) {
                "." => Mark::Stop,
                "|" | "||" => Mark::Bar,
                "\"" | "``" | "''" => Mark::Quote(Side::Either, Double),
                "'" | "`" => Mark::Quote(Side::Either, Single),
                "‘‘" | "“" | "«" | "„" => Mark::Quote(Side::Open, Double),
                "’’" | "”" | "»" => Mark::Quote(Side::Close, Double),
                "‘" | "‚" => Mark::Quote(Side::Open, Single),
                "’" => Mark::Quote(Side::Close, Single),
                "(" | "[" | "{" => Mark::OpenBracket,
                ")" | "]" | "}" => Mark::CloseBracket,
                "," | ";" | ":" | "-" | "–" | "—" | "--" => Mark::Joint,
                text => match text.chars().next() {
                    Some('।' | '॥') => Mark::Danda,
                    Some('?' | '!' | '？' | '！') => Mark::Cry,
                    Some('.' | '…') => Mark::Ellipsis,
                    _ => Mark::Other,
                },
            },
            // Every word comes by here: bytes are faster looked at than text.
            TokenKind::Word => match source.as_bytes().get(token.span.start..token.span.end) {
                Some([.., b'.']) => Mark::Abbreviated,
                Some(b"l" | b"I") => Mark::Bar,
                _ => Mark::Other,
            },
            TokenKind::Emoji => Mark::Emoji,
            _ => Mark::Other,
        }
    }

    const fn is_terminator(self) -> bool {
        matches!(self, Mark::Danda | Mark::Cry | Mark::Stop | Mark::Ellipsis | Mark::Bar)
    }
}

/// Splits the tokens of one paragraph into sentences: ranges that together are all of `tokens`.
pub fn split(source: &str, tokens: &[Token], mut found: impl FnMut(Range<usize>)) {
    let mut paragraph = Splitter { source, tokens, first: 0, quote: None, brackets: 0 };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        // Nearly all tokens are words that end in no stop.
        if token.kind == TokenKind::Word && source.as_bytes().get(token.span.end - 1).is_some_and(|&last| last >= 0x80)
        {
            at += 1;
            continue;
        }
        let mark = paragraph.mark(at);
        at = match mark {
            Mark::Other | Mark::Joint => {
                at += 1;
                continue;
            }
            Mark::Quote(side, family) => {
                paragraph.read_quote(at, side, family);
                at += 1;
                continue;
            }
            Mark::OpenBracket => {
                paragraph.brackets += usize::from(at > paragraph.first);
                at += 1;
                continue;
            }
            Mark::CloseBracket => {
                paragraph.brackets = paragraph.brackets.saturating_sub(1);
                at += 1;
                continue;
            }
            _ => {
                let tail = paragraph.tail(at);
                if paragraph.ends(at, mark, &tail) {
                    found(paragraph.first..tail.end);
                    paragraph.first = tail.end;
                    paragraph.brackets = 0;
                }
                tail.end
            }
        };
    }
    if paragraph.first < tokens.len() {
        found(paragraph.first..tokens.len());
    }
}

/// The state of reading one paragraph.
struct Splitter<'a> {
    source: &'a str,
    tokens: &'a [Token],
    /// First token of the sentence being read.
    first: usize,
    /// The quotation that is open.
    quote: Option<Quotation>,
    /// Brackets opened within the sentence.
    brackets: usize,
}

#[derive(Clone, Copy)]
struct Quotation {
    family: Family,
    /// Does it begin its sentence? Then what follows it may belong to that sentence.
    leads: bool,
}

/// What follows a terminator and belongs to its sentence.
struct Tail {
    end: usize,
    /// A quotation was closed; did it begin its sentence?
    closed: Option<bool>,
    bracket: bool,
}

impl Splitter<'_> {
    fn mark(&self, at: usize) -> Mark {
        self.tokens.get(at).map_or(Mark::Other, |t| Mark::of(self.source, t))
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.source))
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|t| t.kind)
    }

    /// Does the token stand right after the one before it?
    fn is_glued(&self, at: usize) -> bool {
        at > 0 && at < self.tokens.len() && self.tokens[at - 1].span.end == self.tokens[at].span.start
    }

    /// Does a mark lean on the word after it?
    fn leans_on_next(&self, at: usize) -> bool {
        self.is_glued(at + 1)
            && matches!(
                self.kind(at + 1),
                Some(TokenKind::Word | TokenKind::Number | TokenKind::Hashtag | TokenKind::Handle)
            )
    }

    /// Does the quotation mark close one? By its shape, else by what it leans on, else by what is open.
    fn closes(&self, at: usize, side: Side) -> bool {
        let (before, after) = (self.is_glued(at), self.leans_on_next(at));
        match side {
            Side::Close => before || !after || self.quote.is_some(),
            _ if before != after => before,
            Side::Either => self.quote.is_some(),
            Side::Open => before && self.quote.is_some(),
        }
    }

    fn read_quote(&mut self, at: usize, side: Side, family: Family) {
        match self.quote {
            // A double mark also closes single ones (mismatched pairs); a single mark in double ones is nested.
            Some(open) if (open.family == family || family == Family::Double) && self.closes(at, side) => {
                self.quote = None;
            }
            Some(_) => {}
            None if !self.closes(at, side) => self.quote = Some(Quotation { family, leads: at == self.first }),
            None => {}
        }
    }

    /// Takes in closing marks, emoji and further terminators.
    fn tail(&mut self, at: usize) -> Tail {
        let mut tail = Tail { end: at + 1, closed: None, bracket: false };
        loop {
            let next = tail.end;
            match self.mark(next) {
                Mark::Quote(side, family) if self.closes(next, side) => {
                    let open = self.quote;
                    self.read_quote(next, side, family);
                    if self.quote.is_none() {
                        tail.closed = Some(open.is_some_and(|q| q.leads));
                    }
                }
                Mark::CloseBracket => {
                    self.brackets = self.brackets.saturating_sub(1);
                    tail.bracket = true;
                }
                Mark::Emoji => {}
                Mark::Bar if self.kind(next) == Some(TokenKind::Word) => return tail,
                mark if mark.is_terminator() => {}
                _ => return tail,
            }
            tail.end = next + 1;
        }
    }

    /// Does the sentence end with the mark at `at` and its tail?
    fn ends(&self, at: usize, mark: Mark, tail: &Tail) -> bool {
        let next = tail.end;
        let Some(token) = self.tokens.get(next) else { return true };
        let word = token.span.of(self.source);
        if self.mark(next) == Mark::Joint {
            return false;
        }
        let quoted = tail.closed.is_some();
        let clitic = CLITICS.contains(word);
        if (clitic && (quoted || tail.bracket)) || (quoted && word == "पर") {
            return false;
        }
        if mark == Mark::Danda {
            return true;
        }
        if word.starts_with(|c: char| c.is_ascii_lowercase()) && token.kind == TokenKind::Word {
            return false;
        }
        match mark {
            Mark::Cry => {
                let inside = self.brackets > 0 || (tail.bracket && !abbreviation::begins_sentence(word));
                !clitic && !inside && !self.is_reported(next, tail)
            }
            Mark::Ellipsis if quoted => !self.is_reported(next, tail),
            Mark::Ellipsis => self.is_long_pause(at, word, clitic),
            Mark::Stop => !self.is_inner_stop(at, next, clitic),
            Mark::Bar => self.stands_for_danda(at),
            Mark::Abbreviated => self.is_abbreviation_final(at, word),
            Mark::Emoji => quoted && !self.is_reported(next, tail),
            _ => false,
        }
    }

    /// Dots after a clause end it where the next word begins a sentence, and three stops also elsewhere, as in the standard;
    /// after a word or two the speaker only stops for breath.
    fn is_long_pause(&self, at: usize, next_word: &str, clitic: bool) -> bool {
        let words = at - self.first;
        let stops = self.text(at).starts_with("..") && self.is_glued(at) && !clitic && words >= 5;
        stops || (words >= 2 && abbreviation::begins_sentence(next_word))
    }

    /// A full stop that ends nothing: of a list's number, of an abbreviation written apart, between Latin words.
    fn is_inner_stop(&self, at: usize, next: usize, clitic: bool) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = self.text(before);
        let abbreviation = match abbreviation::kind(word) {
            Some(Abbreviation::Title | Abbreviation::Letter) => true,
            Some(Abbreviation::Short) => !abbreviation::begins_sentence(self.text(next)),
            _ => false,
        };
        let number = |at: usize| self.kind(at) == Some(TokenKind::Number);
        let numbers_item = before == self.first && number(before) && word.chars().count() <= 3;
        let decimal = number(before) && number(next) && !self.is_glued(at);
        let short = word.chars().count() <= 3 && !FINALS.contains(word);
        let latin = word.is_ascii() && self.kind(before) == Some(TokenKind::Word);
        let glued_latin = latin && next == at + 1 && self.is_glued(next) && self.text(next).is_ascii();
        numbers_item || abbreviation || decimal || glued_latin || (clitic && (short || latin))
    }

    /// A bar ends a sentence where it leans on a Hindi word or follows a verb; elsewhere it separates.
    fn stands_for_danda(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if FINALS.contains(self.text(before)) {
            return true;
        }
        let hindi = self.text(before).ends_with(super::char_class::is_devanagari);
        self.kind(at) == Some(TokenKind::Punctuation) && hindi && self.is_glued(at) && !self.is_glued(at + 1)
    }

    /// An abbreviation ends a sentence where it is no title or initial and the next word begins one.
    fn is_abbreviation_final(&self, at: usize, next_word: &str) -> bool {
        let word = self.text(at).trim_end_matches('.');
        let may_end = word.contains('.') || abbreviation::kind(word) == Some(Abbreviation::Short);
        may_end && abbreviation::begins_sentence(next_word)
    }

    /// After a quotation that began its sentence: is it reported by the clause that follows (`"…?" X ने पूछा`)?
    fn is_reported(&self, from: usize, tail: &Tail) -> bool {
        if tail.closed != Some(true) {
            return false;
        }
        let mut reported = false;
        for at in from..self.tokens.len().min(from + CLAUSE) {
            match self.mark(at) {
                Mark::Quote(..) => return false,
                mark if mark.is_terminator() => return reported,
                _ if reported && matches!(self.text(at), "कि" | ":") => return false,
                _ => reported |= REPORTING.contains(self.text(at)),
            }
        }
        reported && from + CLAUSE >= self.tokens.len()
    }
}
