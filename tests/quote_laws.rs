//! Laws that every quote obeys, whatever the text.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use vakta::{Analyzer, Article};

fn check(analyzer: &Analyzer, source: &str) -> Article {
    let article = analyzer.analyze(source);
    let text = &article.text;
    let mut end = 0;
    for quote in &article.quotes {
        let content = quote.content;
        assert!(!content.is_empty() && source.get(content.start..content.end).is_some(), "{source:?}");
        assert!(content.start >= end, "quotes of one level overlap: {source:?}");
        end = content.end;
        if let Some(cue) = quote.cue {
            assert!(!content.overlaps(cue), "the cue lies in the content: {source:?}");
        }
        if let Some(speaker) = &quote.speaker {
            assert!(!content.contains(speaker.span), "the speaker lies in its own words: {source:?}");
            assert!(speaker.entity.is_none_or(|e| e < article.entities.len()));
        }
        let first = text.paragraph_at(content.start);
        let last = text.paragraph_at(content.end - 1);
        assert!(last - first <= 3, "a quote runs over too many paragraphs: {source:?}");
        let furniture = text.paragraphs[first..=last].iter().all(|p| p.kind.name() != "furniture");
        assert!(furniture || first != last, "a quote in furniture: {source:?}");
    }
    let words: usize = article.speakers.iter().map(|s| s.quotes.len()).sum();
    assert_eq!(words, article.quotes.iter().filter(|q| q.speaker.is_some()).count());
    article
}

/// Texts made of what matters to this floor, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "मोदी ",
        "राहुल गांधी ",
        "ने ",
        "कहा ",
        "कि ",
        "बोले",
        "- ",
        ": ",
        ", ",
        "। ",
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "‘‘",
        "''",
        "«",
        "»",
        "\n\n",
        "\n",
        "उन्होंने ",
        "के मुताबिक ",
        "के हवाले से ",
        "— मोदी (@modi) ",
        "यह कहना है ",
        "का",
        "हम चले। ",
        "का कहना है ",
        "बयान में कहा गया ",
        "पुल बनेगा ",
        "और ",
        "लेकिन ",
        "नहीं ",
        "मंत्री ",
        "अदालत ",
        "? ",
        "…",
        "(",
        ")",
        " ",
        "यह भी पढ़ें: ",
        "सवाल: ",
        "😀",
        "की ",
        "को ",
        "जो ",
        "हैं ",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn quotes_obey_the_laws(source in pieces()) {
        thread_local!(static ANALYZER: Analyzer = Analyzer::new());
        ANALYZER.with(|analyzer| { check(analyzer, &source); });
    }

    #[test]
    fn any_text_is_survived(source in "\\PC{0,200}") {
        thread_local!(static ANALYZER: Analyzer = Analyzer::new());
        ANALYZER.with(|analyzer| { check(analyzer, &source); });
    }
}

/// Work grows with length: with a quadratic step anywhere these would take hours, not seconds.
#[test]
fn odd_marks_are_survived_at_length() {
    let analyzer = Analyzer::new();
    for piece in ["वह आया और चला गया। ", "\"", "“‘", "मोदी ने कहा, \"हां।\" ", "मोदी ने कहा कि ", "उन्होंने कहा "]
    {
        check(&analyzer, &format!("\"{}", piece.repeat(30_000)));
    }
}

#[test]
fn unmarked_speech_that_goes_on_is_marked_as_such() {
    let analyzer = Analyzer::new();
    let article =
        analyzer.analyze("राहुल गांधी ने कहा कि यात्रा सफल रही। हम हर गांव तक गए। लोगों ने हमें रोटी खिलाई। सभा में भीड़ थी।");
    let continued: Vec<&str> =
        article.quotes.iter().filter(|q| q.continued).map(|q| article.text.slice(q.content)).collect();
    assert_eq!(continued, ["हम हर गांव तक गए। लोगों ने हमें रोटी खिलाई।"]);
    assert!(article.quotes.iter().all(|q| q.speaker.as_ref().is_some_and(|s| s.entity == Some(0))));
}

#[test]
fn of_coordinated_speakers_the_others_are_kept() {
    let analyzer = Analyzer::new();
    let article = analyzer.analyze("सोनिया गांधी, राहुल गांधी और मनमोहन सिंह ने कहा कि देश एक है।");
    let speaker = article.quotes[0].speaker.as_ref().expect("a speaker");
    let others: Vec<&str> = speaker.others.iter().map(|&s| article.text.slice(s)).collect();
    assert_eq!((article.text.slice(speaker.span), others), ("मनमोहन सिंह", vec!["सोनिया गांधी", "राहुल गांधी"]));
}
