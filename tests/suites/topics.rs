//! Media topics, and what holds for topics and terms of any text.

use super::lines;
use vakta::text::{Key, ParagraphKind};
use vakta::{Analyzer, Article};

/// Each line of a table: the text (`¶` is a paragraph break), the topics that must be found, narrower topics that must be.
pub fn run() {
    let analyzer = Analyzer::new();
    let mut wrong = Vec::new();
    for case in lines(include_str!("../cases/topics.txt")) {
        let mut columns = case.split('\t');
        let mut column = || columns.next().unwrap_or("");
        let (text, codes, narrower) = (column().replace('¶', "\n\n"), column(), column());
        let article = analyzer.analyze(&text);
        let found: Vec<&str> = article.topics.iter().map(|t| &t.code[7..9]).collect();
        let parts: Vec<&str> = article.topics.iter().flat_map(|t| &t.narrower).map(|c| c.digits()).collect();
        let first = codes.split(' ').next().filter(|c| !c.is_empty());
        let right = found.first().copied() == first
            && codes.split_whitespace().all(|c| found.contains(&c))
            && narrower.split_whitespace().all(|c| parts.contains(&c));
        if !right {
            wrong.push(format!("{text}\n  wanted {codes} {narrower}, found {found:?} {parts:?}"));
        }
        laws(&article);
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Scores lie between 0 and 1, best first; evidence and mentions stand in read paragraphs, in text order; a term's words are its mentions'.
pub fn laws(article: &Article) {
    let furniture: Vec<_> = article.text.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Furniture).collect();
    let scores = [
        article.topics.iter().map(|t| t.score).collect::<Vec<_>>(),
        article.terms.iter().map(|t| t.score).collect::<Vec<_>>(),
    ];
    for scores in scores {
        assert!(scores.iter().all(|s| (0.0..=1.0).contains(s)), "{scores:?}");
        assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    }
    let spans = article.topics.iter().map(|t| &t.evidence).chain(article.terms.iter().map(|t| &t.mentions));
    for spans in spans {
        assert!(!spans.is_empty() && spans.is_sorted());
        for span in spans {
            assert!(!article.text.slice(*span).is_empty());
            assert!(!furniture.iter().any(|p| p.span.overlaps(*span)), "{}", article.text.slice(*span));
        }
    }
    for term in &article.terms {
        assert!(term.mentions.iter().any(|&m| article.text.slice(m) == term.text), "{}", term.text);
        let words = |text: &str| Key::fold(text).as_str().split(' ').count();
        assert!(term.mentions.iter().all(|&m| words(article.text.slice(m)) == words(&term.text)), "{}", term.text);
    }
    assert_eq!(article.subjects.len(), article.quotes.len());
}
