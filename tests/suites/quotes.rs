//! Quotes and speakers, by construction.

use super::lines;
use serde_json::json;
use vakta::entity::Names;
use vakta::{Analyzer, Article};

/// Each line of a table: the text with its contents in `⟦ ⟧` (`¶` is a paragraph break), a tab, and for each quote `kind speaker`, joined
/// by `; `, where the speaker is the mention as it stands or `-`, then `= name` where it stands for somebody.
pub fn run() {
    let analyzer = Analyzer::new().with_names(names());
    let tables = [
        include_str!("../cases/quotes/direct.txt"),
        include_str!("../cases/quotes/indirect.txt"),
        include_str!("../cases/quotes/speakers.txt"),
        include_str!("../cases/quotes/no-quotes.txt"),
        include_str!("../cases/quotes/headlines.txt"),
        include_str!("../cases/quotes/real-copy.txt"),
    ];
    let mut wrong = Vec::new();
    for case in tables.into_iter().flat_map(lines) {
        let (marked, expected) = case.split_once('\t').unwrap_or((case, ""));
        let (text, contents) = read(marked);
        let article = analyzer.analyze(&text);
        let found = describe(&article);
        let quotes: Vec<&str> = expected.split("; ").filter(|q| !q.is_empty()).collect();
        assert_eq!(quotes.len(), contents.len(), "a quote of the case lacks its description: {case}");
        let wanted: Vec<String> =
            quotes.iter().zip(&contents).map(|(quote, content)| format!("{quote}: {content}")).collect();
        let matches =
            wanted.len() == found.len() && wanted.iter().zip(&found).all(|(w, (short, long))| w == short || w == long);
        if !matches {
            let found: Vec<&String> = found.iter().map(|(_, long)| long).collect();
            wrong.push(format!("{marked}\n  wanted {wanted:#?}\n  found {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// The names of the cases, given as a newsroom gives its own: what is tested is quotes, whatever the tagger has learned.
fn names() -> Names {
    let people = ["नरेंद्र मोदी", "राहुल गांधी", "नीतीश कुमार", "तेजस्वी यादव", "ममता बनर्जी", "रामलाल"].map(|n| (n, "person"));
    let bodies = ["दिल्ली हाईकोर्ट", "केंद्रीय चुनाव आयोग", "कांग्रेस"].map(|n| (n, "organization"));
    let list: Vec<_> =
        people.into_iter().chain(bodies).map(|(name, kind)| json!({ "name": name, "kind": kind })).collect();
    serde_json::from_value(list.into()).expect("well-formed names")
}

/// The text of a case without its marks, and its contents.
fn read(marked: &str) -> (String, Vec<String>) {
    let text = marked.replace('¶', "\n\n");
    let contents =
        text.split('⟦').skip(1).filter_map(|rest| rest.split_once('⟧')).map(|(content, _)| content.to_owned());
    (text.replace(['⟦', '⟧'], ""), contents.collect())
}

/// Each quote as `kind speaker: content`, without and with the entity.
fn describe(article: &Article) -> Vec<(String, String)> {
    let quotes = article.quotes.iter().filter(|q| !q.continued);
    quotes
        .map(|q| {
            let content = article.text.slice(q.content);
            let kind = q.kind.name();
            let Some(speaker) = &q.speaker else {
                let line = format!("{kind} -: {content}");
                return (line.clone(), line);
            };
            let said = article.text.slice(speaker.span);
            let short = format!("{kind} {said}: {content}");
            match speaker.entity {
                Some(id) => (short, format!("{kind} {said} = {}: {content}", article.entities[id].name)),
                None => (short.clone(), short),
            }
        })
        .collect()
}
