//! HTML: the article as a page of its own, its names and quotes marked.

use super::pieces::{Part, Piece, pieces};
use super::{headline, read_paragraphs};
use crate::article::Article;
use crate::text::ParagraphKind;

const STYLE: &str = "\
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.7 'Noto Sans Devanagari',system-ui,sans-serif}\
mark{color:inherit;background:none;border-bottom:2px solid}\
.person{border-color:#1a6dc2}.organization{border-color:#a13fb0}.location{border-color:#2c8a4b}\
.quote{border:0;background:#fff1b8}.speaker{font-weight:600;border:0}.cue{border-bottom:1px dotted}";

/// A whole page. Headlines and paragraphs as in the text, furniture left out; each mark carries its index in the article.
pub fn page(article: &Article) -> String {
    let title = headline(article).unwrap_or("");
    let mut html = String::with_capacity(3 * article.text.source().len());
    html.push_str("<!doctype html>\n<html lang=\"hi\">\n<meta charset=\"utf-8\">\n<title>");
    escape(title, &mut html);
    html.push_str("</title>\n<style>");
    html.push_str(STYLE);
    html.push_str("</style>\n<article>\n");
    let paragraphs: Vec<_> = read_paragraphs(article).collect();
    let cut = pieces(article, paragraphs.iter().map(|p| p.span));
    for (paragraph, pieces) in paragraphs.iter().zip(cut) {
        let tag = if paragraph.kind == ParagraphKind::Headline { "h1" } else { "p" };
        html.push_str(&format!("<{tag}>"));
        marked(article, &pieces, &mut html);
        html.push_str(&format!("</{tag}>\n"));
    }
    html.push_str("</article>\n</html>\n");
    html
}

/// Writes pieces; those of one quote share one mark, around the marks of names.
fn marked(article: &Article, pieces: &[Piece], html: &mut String) {
    let mut open = None;
    for piece in pieces {
        if open != piece.quote {
            if open.is_some() {
                html.push_str("</mark>");
            }
            if let Some(number) = piece.quote {
                let kind = article.quotes[number].kind.name();
                html.push_str(&format!("<mark class=\"quote {kind}\" data-quote=\"{number}\">"));
            }
            open = piece.quote;
        }
        let part = piece.part.map(|part| match part {
            Part::Cue(number) => format!("<mark class=\"cue\" data-quote=\"{number}\">"),
            Part::Speaker(number) => format!("<mark class=\"speaker\" data-quote=\"{number}\">"),
        });
        let entity = piece
            .entity
            .map(|id| format!("<mark class=\"{}\" data-entity=\"{id}\">", article.entities[id].kind.name()));
        let marks: Vec<String> = part.into_iter().chain(entity).collect();
        marks.iter().for_each(|mark| html.push_str(mark));
        escape(article.text.slice(piece.span), html);
        marks.iter().for_each(|_| html.push_str("</mark>"));
    }
    if open.is_some() {
        html.push_str("</mark>");
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("<br>\n"),
            _ => html.push(c),
        }
    }
}
