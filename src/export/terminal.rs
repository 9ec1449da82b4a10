//! Terminal: the article painted with ANSI styles, and below it who spoke and what about.

use super::pieces::{Part, Piece, pieces};
use crate::article::Article;
use crate::entity::EntityKind;
use crate::quote::Who;
use crate::text::ParagraphKind;
use anstyle::{AnsiColor, Style};
use std::fmt::Write;

/// The whole painting; the writer takes the styles out where no terminal shows them.
pub fn paint(article: &Article) -> String {
    let mut out = String::new();
    let cut = pieces(article, article.text.paragraphs.iter().map(|p| p.span));
    for (paragraph, pieces) in article.text.paragraphs.iter().zip(cut) {
        for piece in &pieces {
            let style = match paragraph.kind {
                ParagraphKind::Headline => style(article, piece).bold(),
                ParagraphKind::Body => style(article, piece),
                ParagraphKind::Furniture => Style::new().dimmed(),
            };
            let _ = write!(out, "{style}{}{style:#}", article.text.slice(piece.span));
        }
        out.push_str("\n\n");
    }
    summary(article, &mut out);
    out
}

/// Names have a colour of their kind, speech is in italics, its speaker underlined.
fn style(article: &Article, piece: &Piece) -> Style {
    let mut style = Style::new();
    if let Some(id) = piece.entity {
        let colour = match article.entities[id].kind {
            EntityKind::Person => AnsiColor::Cyan,
            EntityKind::Organization => AnsiColor::Magenta,
            EntityKind::Location => AnsiColor::Green,
            EntityKind::Time | EntityKind::Number | EntityKind::Work => AnsiColor::Blue,
        };
        style = style.fg_color(Some(colour.into()));
    } else if piece.quote.is_some() {
        style = style.fg_color(Some(AnsiColor::Yellow.into()));
    }
    if piece.quote.is_some() {
        style = style.italic();
    }
    match piece.part {
        Some(Part::Speaker(_)) => style.underline(),
        Some(Part::Cue(_)) => style.bold(),
        None => style,
    }
}

fn summary(article: &Article, out: &mut String) {
    let bold = Style::new().bold();
    for topic in &article.topics {
        let _ = writeln!(out, "{bold}{}{bold:#} {:.2}", topic.name_hi, topic.score);
    }
    let terms: Vec<&str> = article.terms.iter().map(|t| t.text.as_str()).collect();
    if !terms.is_empty() {
        let _ = writeln!(out, "{}", terms.join(" · "));
    }
    for speaker in &article.speakers {
        let name = match &speaker.who {
            Who::Entity(id) => article.entities.get(*id).map_or("", |e| &e.name),
            Who::Role(role) => role,
        };
        let _ = writeln!(out, "\n{bold}{name}{bold:#} ({} शब्द)", speaker.words);
        for &number in &speaker.quotes {
            let _ = writeln!(out, "  — {}", article.text.slice(article.quotes[number].content));
        }
    }
}
