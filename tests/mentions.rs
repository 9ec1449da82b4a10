//! Laws of tagging: what holds for every text, be it news or noise.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use vakta::entity::Tagger;
use vakta::text::Text;

/// Names, titles, words and marks that meet in real copy.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "नरेंद्र",
        "मोदी",
        "डॉ.",
        "एस.",
        "के.सी.",
        "जयशंकर",
        "पटना",
        "नई दिल्ली",
        "भारत",
        "सुप्रीम कोर्ट",
        "भाजपा",
        "बिहार सरकार",
        "ने कहा",
        "में",
        "की",
        "और",
        "कि",
        "चंडीगढ़-मनाली",
        "(BJP)",
        "UNGA",
        "2025",
        "14 अगस्त",
        "\"",
        "‘",
        "’",
        ",",
        ":",
        "-",
        "।",
        ".",
        "\n",
        "\n\n",
        "🚀",
        "#भारत",
        "@x",
        "\u{200D}",
        "्",
        "ा",
    ])
    .prop_map(str::to_owned);
    prop_oneof![9 => known, 1 => any::<char>().prop_map(String::from)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mentions_are_runs_of_tokens_in_one_sentence(pieces in prop::collection::vec(piece(), 0..80), glue in prop::bool::ANY) {
        thread_local!(static TAGGER: Tagger = Tagger::new());
        let source = pieces.join(if glue { "" } else { " " });
        let text = Text::segment(&source);
        let mut end = 0;
        for mention in TAGGER.with(|tagger| tagger.tag(&text)) {
            let span = mention.span;
            prop_assert!(span.start >= end && span.start < span.end, "in order, without overlap: {source:?}");
            prop_assert!(text.tokens.iter().any(|t| t.span.start == span.start), "begins with a token: {source:?}");
            prop_assert!(text.tokens.iter().any(|t| t.span.end == span.end), "ends with a token: {source:?}");
            prop_assert!(text.sentences.iter().any(|s| s.span.contains(span)), "in one sentence: {source:?}");
            end = span.end;
        }
    }
}
