//! Laws of segmentation: what holds for every text, be it news or noise.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation;
use vakta::text::Text;
use vakta::wire::Utf16Cursor;

/// Pieces that meet in real copy, and those that break segmenters: signs without a base, joiners, controls, half sequences.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "है",
        "हैं",
        "डॉ",
        "आई",
        "पी",
        "एस",
        "के",
        "क",
        "ा",
        "्",
        "़",
        "ं",
        "०",
        "१५",
        "12",
        "3",
        "a",
        "B",
        "The",
        "com",
        "www",
        "http",
        "://",
        "।",
        "॥",
        "॰",
        ".",
        ".",
        "..",
        "…",
        "?",
        "!",
        "|",
        "l",
        ",",
        ";",
        ":",
        "-",
        "–",
        "—",
        "/",
        "\"",
        "'",
        "''",
        "``",
        "‘",
        "’",
        "“",
        "”",
        "«",
        "»",
        "(",
        ")",
        "[",
        "]",
        " ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\t",
        "\u{A0}",
        "\u{AD}",
        "\u{200B}",
        "\u{200C}",
        "\u{200D}",
        "\u{200E}",
        "\u{202E}",
        "\u{2028}",
        "\u{2029}",
        "\u{85}",
        "\u{3000}",
        "\u{FEFF}",
        "\0",
        "\u{7}",
        "\u{301}",
        "\u{600}",
        "\u{FE0F}",
        "\u{20E3}",
        "😀",
        "👍🏽",
        "👨\u{200D}👩",
        "🇮",
        "🇳",
        "❤️",
        "₹",
        "$",
        "%",
        "#",
        "@",
        "_",
        "&",
        "é",
        "ß",
        "漢字",
        "かな",
        "한",
        "ไทย",
        "বাংলা",
        "اردو",
        "\u{D4E}",
        "𑅐",
        "\u{1CD0}",
        "\u{A8E0}",
        "½",
        "²",
        "Ⓐ",
        "\u{E0067}",
        "ॐ",
        "ऽ",
        "\u{971}",
    ])
    .prop_map(str::to_owned);
    prop_oneof![9 => known, 1 => any::<char>().prop_map(String::from)]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

/// Sentences and paragraphs are runs of tokens; tokens are in order, apart, whole clusters, and all there is but white space.
fn obeys(source: &str) {
    let text = Text::segment(source);
    let clusters: Vec<usize> = source.grapheme_indices(true).map(|(at, _)| at).chain([source.len()]).collect();
    let mut cursor = Utf16Cursor::new(source);
    let mut end = 0;
    for token in &text.tokens {
        assert!(token.span.start >= end && !token.span.is_empty(), "tokens in order: {source:?}");
        assert!(source[end..token.span.start].chars().all(char::is_whitespace), "all is covered: {source:?}");
        for border in [token.span.start, token.span.end] {
            assert!(clusters.binary_search(&border).is_ok(), "a cluster is cut at {border}: {source:?}");
            let units = source[..border].encode_utf16().count();
            assert_eq!(cursor.at(border) as usize, units, "offsets convert: {source:?}");
        }
        end = token.span.end;
    }
    assert!(source[end..].chars().all(char::is_whitespace), "all is covered: {source:?}");

    let mut next = 0;
    for sentence in &text.sentences {
        assert_eq!(sentence.tokens.start, next, "every token has its sentence: {source:?}");
        next = sentence.tokens.end;
        let tokens = &text.tokens[sentence.tokens.clone()];
        let (first, last) = (tokens.first().expect("no empty sentence"), tokens.last().expect("no empty sentence"));
        assert_eq!((sentence.span.start, sentence.span.end), (first.span.start, last.span.end), "{source:?}");
    }
    assert_eq!(next, text.tokens.len(), "every token has its sentence: {source:?}");

    let mut next = 0;
    for paragraph in &text.paragraphs {
        assert_eq!(paragraph.sentences.start, next, "every sentence has its paragraph: {source:?}");
        next = paragraph.sentences.end;
        let sentences = &text.sentences[paragraph.sentences.clone()];
        let (first, last) =
            (sentences.first().expect("no empty paragraph"), sentences.last().expect("no empty paragraph"));
        assert_eq!((paragraph.span.start, paragraph.span.end), (first.span.start, last.span.end), "{source:?}");
    }
    assert_eq!(next, text.sentences.len(), "every sentence has its paragraph: {source:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_made_up_copy(source in text()) {
        obeys(&source);
    }

    #[test]
    fn of_any_string(source in any::<String>()) {
        obeys(&source);
    }
}

#[test]
fn of_dirt() {
    for source in
        ["", " ", "\n\n", "\0\0\0", "\u{301}", " \u{301}", "\u{FEFF}", "क\0ख", "राम\r\nश्याम", "\u{200B}।\u{200B} है"]
    {
        obeys(source);
    }
    obeys(include_str!("fixtures/dirt.txt"));
    obeys(include_str!("fixtures/article.txt"));
}

/// Long runs of one thing: ten times the text takes about ten times as long. (Loose, since machines are busy; quadratic is a hundred.)
#[test]
fn of_long_runs() {
    let time = |source: &str| {
        let began = Instant::now();
        assert!(Text::segment(source).tokens.iter().all(|t| !t.span.is_empty()));
        began.elapsed()
    };
    for piece in [
        "क",
        "ा",
        " ",
        "\n",
        ".",
        "।",
        "\"",
        "(",
        "“",
        "'",
        "a.",
        "एस.",
        "1,",
        "a@",
        "http://",
        "www.",
        "a-",
        "आई. ",
        "#",
        "है ",
        "है। ",
        "“है।",
        "है? \"",
        "क\n",
        "a'",
        " . ",
        "₹",
        "é",
        "é.",
        "क। é ",
        "\u{301}",
        " \u{301}",
        "क\u{301} ",
        "🇮🇳",
        "😀",
        "1\u{20E3}",
        "\u{200B}",
        "\u{200D}",
        "\u{600}",
        "\u{AD}",
        "漢",
    ] {
        let short = (0..3).map(|_| time(&piece.repeat(30_000 / piece.len()))).min().unwrap_or_default();
        // One run of five in time is enough: a busy machine slows some, quadratic work slows all.
        let long = piece.repeat(300_000 / piece.len());
        let bound = short * 50 + Duration::from_millis(200);
        assert!((0..5).any(|_| time(&long) < bound), "{piece:?}: {short:?}, and ten times as much took over {bound:?}");
    }
    let letters = "क".repeat(10_000_000 / 3);
    assert_eq!(Text::segment(&letters).tokens.len(), 1);
}
