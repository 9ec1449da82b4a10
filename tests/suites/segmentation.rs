//! Sentences, tokens and paragraphs of hard cases.

use super::lines;
use vakta::text::{ParagraphKind, Text, TokenKind};

/// All three tables and the wrapped text.
pub fn run() {
    for line in lines(include_str!("../cases/sentences.txt")) {
        sentences(line);
    }
    for line in lines(include_str!("../cases/tokens.txt")) {
        tokens(line);
    }
    for block in include_str!("../cases/paragraphs.txt").split("\n\n") {
        paragraphs(block);
    }
    wrapped(include_str!("../cases/wrapped.txt"));
}

fn sentences(case: &str) {
    let case = case.replace("\\u{A0}", "\u{A0}").replace("\\u{200D}", "\u{200D}");
    let expected: Vec<&str> = case.split('‖').map(str::trim).collect();
    let source = case.replace('‖', "");
    let text = Text::segment(&source);
    let found: Vec<&str> = text.sentences.iter().map(|s| text.slice(s.span)).collect();
    assert_eq!(found, expected);
}

fn tokens(case: &str) {
    let (source, expected) = case.split_once('\t').expect("text, tab, tokens");
    let text = Text::segment(source);
    let show = |index: usize| match text.tokens[index].kind {
        TokenKind::Word | TokenKind::Punctuation => text.token_text(index).to_owned(),
        kind => format!("{}/{}", text.token_text(index), kind.name()),
    };
    let found: Vec<String> = (0..text.tokens.len()).map(show).collect();
    assert_eq!(found.join(" "), expected);
}

fn paragraphs(block: &str) {
    let rows: Vec<(&str, &str)> = lines(block).filter_map(|row| row.split_once('\t')).collect();
    let source: Vec<&str> = rows.iter().map(|row| row.1).collect();
    let text = Text::segment(&source.join("\n"));
    let letter = |kind| match kind {
        ParagraphKind::Headline => "H",
        ParagraphKind::Body => "B",
        ParagraphKind::Furniture => "F",
    };
    let found: Vec<(&str, &str)> = text.paragraphs.iter().map(|p| (letter(p.kind), text.slice(p.span))).collect();
    assert_eq!(found, rows);
}

/// A text wrapped to a width: its paragraphs are parted by blank lines, and a sentence may run over a line's end.
fn wrapped(case: &str) {
    let body = case.split_once("\n\n").expect("a comment, a blank line, the text").1;
    let unwrapped: Vec<String> = body.trim().split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
    for source in [body.to_owned(), body.replace('\n', "\r\n")] {
        let text = Text::segment(&source);
        let found: Vec<String> =
            text.paragraphs.iter().map(|p| text.slice(p.span).replace("\r\n", " ").replace('\n', " ")).collect();
        assert_eq!(found, unwrapped);
    }
}
