//! Sentences and tokens as typed arrays of offsets: no object per item.

use super::bindings::Analyzer;
use crate::span::Span;
use crate::text::Text;
use crate::wire::{OffsetMap, Offsets};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Analyzer {
    /// Sentence offsets in UTF-16 code units: start, end, start, end, …
    pub fn sentences(&self, text: &str) -> Vec<u32> {
        let segmented = Text::segment(text);
        offsets(text, segmented.sentences.iter().map(|s| s.span))
    }

    /// Token offsets in UTF-16 code units: start, end, start, end, …
    pub fn tokens(&self, text: &str) -> Vec<u32> {
        let segmented = Text::segment(text);
        offsets(text, segmented.tokens.iter().map(|t| t.span))
    }
}

fn offsets(text: &str, spans: impl Iterator<Item = Span> + Clone) -> Vec<u32> {
    let map = OffsetMap::new(text, spans.clone(), Offsets::Utf16);
    spans.flat_map(|span| map.span(span).pair()).collect()
}
