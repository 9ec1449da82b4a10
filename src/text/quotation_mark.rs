//! Quotation marks: which open, close and re-open; pairs, or the best guess where one is missing.
//!
//! Hindi papers mix `"`, `“ ”`, `' '`, `‘ ’`, `‘‘ ’’`, `'' ''`, ``` `` '' ``` and `« »`, often in one pair (`‘…”`), and lose every
//! twentieth closing mark. So a mark's shape is only a hint: straight marks pair by what stands beside them and by parity within
//! their paragraph, any closing mark may close what is open, and what stays open ends with its paragraph unless a later one
//! re-opens or closes it.

use super::paragraph::ParagraphKind;
use super::{Text, char_class};
use crate::span::Span;

/// The words between the outermost marks of one pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Without the marks and the white space just inside them; may run over paragraphs.
    pub content: Span,
    /// With the marks.
    pub outer: Span,
    /// Was its closing mark found?
    pub closed: bool,
}

/// How many paragraphs further a closing mark is looked for.
const REACH: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Single,
    Double,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opening,
    Closing,
    Straight,
}

/// One mark; a doubled single mark is one of the double family.
#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    family: Family,
    shape: Shape,
    paragraph: usize,
    /// Nothing but space, brackets or punctuation stands before it …
    space_before: bool,
    /// … or after it.
    space_after: bool,
    /// First thing in its paragraph.
    first: bool,
    /// Straight marks of its family that follow in its paragraph.
    remaining: usize,
}

impl Mark {
    /// Does it look like one that opens, whatever is open?
    fn opens(&self) -> bool {
        match self.shape {
            Shape::Opening => true,
            Shape::Closing => false,
            Shape::Straight => self.space_before && !self.space_after,
        }
    }

    /// Does it look like one that closes?
    fn closes(&self) -> bool {
        match self.shape {
            Shape::Opening => false,
            Shape::Closing => true,
            Shape::Straight => !self.space_before || self.space_after,
        }
    }
}

/// The outermost marked stretches of a text in text order, furniture left out. Linear in the text.
pub fn marked(text: &Text) -> Vec<Marked> {
    let marks = marks(text);
    let mut found = Vec::new();
    // The open stretch: its opening mark, and the marks open inside it.
    let mut open: Option<(Mark, Vec<Family>)> = None;
    for (i, &mark) in marks.iter().enumerate() {
        match &mut open {
            None => {
                // A closing mark after nothing is a slip, unless the marks after it show that it opens.
                let stray = mark.shape == Shape::Closing || (mark.closes() && !mark.opens() && mark.remaining % 2 == 0);
                if !stray || (mark.space_before && !mark.space_after) {
                    open = Some((mark, Vec::new()));
                }
            }
            Some((opening, inside)) => {
                let top = inside.last().copied().unwrap_or(opening.family);
                let reopens = mark.first && mark.opens() && mark.paragraph > opening.paragraph;
                if reopens {
                    // The same speech goes on in a new paragraph.
                } else if mark.family == top {
                    let closes = match mark.shape {
                        Shape::Opening => false,
                        Shape::Closing => true,
                        Shape::Straight => !mark.opens() || mark.remaining % 2 == 0,
                    };
                    if closes && inside.pop().is_none() {
                        found.push(stretch(text, opening.span, mark.span));
                        open = None;
                    } else if !closes && inside.is_empty() {
                        // Its closing mark was forgotten: it ends before this one.
                        found.push(unclosed(
                            text,
                            opening.span,
                            forgotten_end(text, opening.span.end, mark.span.start),
                        ));
                        open = Some((mark, Vec::new()));
                    }
                } else if mark.opens()
                    && !(inside.is_empty() && mark.family == Family::Double && mark.shape == Shape::Straight)
                {
                    inside.push(mark.family);
                } else if mark.closes() {
                    if inside.is_empty() {
                        // A pair of two shapes: `‘…”`.
                        found.push(stretch(text, opening.span, mark.span));
                        open = None;
                    } else {
                        // The inner one lacks its own closing mark.
                        inside.pop();
                        if inside.is_empty() && opening.family == mark.family {
                            found.push(stretch(text, opening.span, mark.span));
                            open = None;
                        }
                    }
                }
            }
        }
        let Some((opening, _)) = &open else { continue };
        let goes_on = marks.get(i + 1).is_some_and(|next| {
            next.paragraph == mark.paragraph
                || (next.paragraph <= mark.paragraph + REACH && ((next.first && next.opens()) || !next.opens()))
        });
        if !goes_on {
            let end = text.paragraphs.get(mark.paragraph).map_or(mark.span.end, |p| p.span.end);
            found.push(unclosed(text, opening.span, end));
            open = None;
        }
    }
    found.retain(|m| !m.content.is_empty());
    found
}

/// The stretch between two marks.
fn stretch(text: &Text, opening: Span, closing: Span) -> Marked {
    Marked { content: trimmed(text, opening.end, closing.start), outer: opening.join(closing), closed: true }
}

/// A stretch without a closing mark, up to `end`.
fn unclosed(text: &Text, opening: Span, end: usize) -> Marked {
    let content = trimmed(text, opening.end, end);
    Marked { content, outer: Span::new(opening.start, content.end.max(opening.end)), closed: false }
}

/// Where a stretch ends whose closing mark was forgotten: with the sentence before the one that opens the next.
fn forgotten_end(text: &Text, opening: usize, next: usize) -> usize {
    let start = text.sentences.get(text.sentence_at(next)).map_or(next, |s| s.span.start);
    if start > opening { start.min(next) } else { next }
}

fn trimmed(text: &Text, start: usize, end: usize) -> Span {
    let inside = text.slice(Span::new(start, end));
    let start = start + (inside.len() - inside.trim_start().len());
    Span::new(start, start + inside.trim().len())
}

/// Every mark of the text that is no apostrophe and no sign of feet or minutes.
fn marks(text: &Text) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (paragraph, p) in text.paragraphs.iter().enumerate() {
        if p.kind == ParagraphKind::Furniture {
            continue;
        }
        let first_of_paragraph = marks.len();
        let source = p.span.of(text.source());
        let mut chars = source.char_indices().peekable();
        let mut before = ' ';
        while let Some((at, c)) = chars.next() {
            let Some((mut family, shape)) = shape_of(c) else {
                before = c;
                continue;
            };
            let mut end = at + c.len_utf8();
            // Two singles side by side are one double mark.
            if family == Family::Single
                && let Some((next, d)) = chars.next_if(|&(_, d)| shape_of(d).is_some_and(|(f, _)| f == Family::Single))
            {
                family = Family::Double;
                end = next + d.len_utf8();
            }
            let after = chars.peek().map_or(' ', |&(_, d)| d);
            let apostrophe = family == Family::Single && shape != Shape::Opening && is_inner(before) && is_inner(after);
            if !apostrophe {
                marks.push(Mark {
                    span: Span::new(p.span.start + at, p.span.start + end),
                    family,
                    shape,
                    paragraph,
                    space_before: is_outside(before),
                    space_after: is_outside(after),
                    first: at == 0,
                    remaining: 0,
                });
            }
            before = c;
        }
        let mut counts = [0, 0];
        for mark in marks[first_of_paragraph..].iter_mut().rev() {
            mark.remaining = counts[mark.family as usize];
            counts[mark.family as usize] += usize::from(mark.shape == Shape::Straight);
        }
    }
    marks
}

const fn shape_of(c: char) -> Option<(Family, Shape)> {
    match c {
        '"' | '＂' => Some((Family::Double, Shape::Straight)),
        '“' | '„' | '«' => Some((Family::Double, Shape::Opening)),
        '”' | '»' => Some((Family::Double, Shape::Closing)),
        '\'' | '´' => Some((Family::Single, Shape::Straight)),
        '‘' | '‚' | '`' => Some((Family::Single, Shape::Opening)),
        '’' => Some((Family::Single, Shape::Closing)),
        _ => None,
    }
}

/// A letter, sign or digit: on both sides of a mark it makes that an apostrophe.
fn is_inner(c: char) -> bool {
    char_class::is_devanagari(c) || c.is_alphanumeric()
}

fn is_outside(c: char) -> bool {
    !is_inner(c)
}
