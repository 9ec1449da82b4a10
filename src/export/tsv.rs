//! TSV: a line a quote, for spreadsheets.

use crate::article::Article;

/// The columns.
const HEAD: &str = "quote\tkind\tspeaker\tsaid by\tcue\twords\ttopics\tterms\n";

/// A table of the quotes: number, kind, the speaker's name, the speaker as it stands there, cue, the words said, and what about.
pub fn quotes(article: &Article) -> String {
    let mut table = HEAD.to_owned();
    for (number, quote) in article.quotes.iter().enumerate() {
        let speaker = quote.speaker.as_ref();
        let name = speaker.and_then(|s| article.entities.get(s.entity?)).map_or("", |e| &e.name);
        let subject = article.subjects.get(number);
        let topics = subject.into_iter().flat_map(|s| &s.topics).filter_map(|&t| article.topics.get(t));
        let terms = subject.into_iter().flat_map(|s| &s.terms).filter_map(|&t| article.terms.get(t));
        let cells = [
            number.to_string(),
            quote.kind.name().to_owned(),
            name.to_owned(),
            speaker.map_or("", |s| article.text.slice(s.span)).to_owned(),
            quote.cue.map_or("", |cue| article.text.slice(cue)).to_owned(),
            article.text.slice(quote.content).to_owned(),
            topics.map(|t| t.name_hi).collect::<Vec<_>>().join("; "),
            terms.map(|t| t.text.as_str()).collect::<Vec<_>>().join("; "),
        ];
        table.push_str(&cells.map(|cell| cell.replace(['\t', '\n', '\r'], " ")).join("\t"));
        table.push('\n');
    }
    table
}
