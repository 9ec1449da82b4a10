//! Key terms, by what makes one and what does not.

use super::{lines, topics};
use vakta::Analyzer;

/// Each line of a table: the text, terms among the first five, words that no term may hold.
pub fn run() {
    let analyzer = Analyzer::new();
    let mut wrong = Vec::new();
    for case in lines(include_str!("../cases/terms.txt")) {
        let mut columns = case.split('\t');
        let mut column = || columns.next().unwrap_or("");
        let (text, wanted, unwanted) = (column().replace('¶', "\n\n"), column(), column());
        let article = analyzer.analyze(&text);
        let terms: Vec<&str> = article.terms.iter().map(|t| t.text.as_str()).collect();
        let first = &terms[..terms.len().min(5)];
        let missing = wanted.split('|').find(|term| !first.contains(term));
        let held = unwanted.split('|').find(|word| terms.iter().any(|term| term.split(' ').any(|w| w == *word)));
        if missing.is_some() || held.is_some() {
            wrong.push(format!("{text}\n  missing {missing:?}, unwanted {held:?}, found {terms:?}"));
        }
        topics::laws(&article);
        let again = analyzer.analyze(&text);
        assert_eq!((article.topics, article.terms), (again.topics, again.terms));
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
