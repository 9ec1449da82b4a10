//! Sentences and tokens as typed arrays of offsets: one pass, no object per item.

use super::bindings::Analyzer;
use crate::text::{segment, sentence};
use crate::wire::Utf16Cursor;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Analyzer {
    /// Sentence offsets in UTF-16 code units: start, end, start, end, …
    pub fn sentences(&self, text: &str) -> Vec<u32> {
        let mut flat = segments(text);
        flat.truncate(1 + flat[0] as usize);
        flat.remove(0);
        flat
    }

    /// Token offsets in UTF-16 code units: start, end, start, end, …
    pub fn tokens(&self, text: &str) -> Vec<u32> {
        let mut flat = segments(text);
        flat.drain(..=flat[0] as usize);
        flat
    }

    /// Both at once: how many numbers tell of sentences, these numbers, then those of tokens.
    pub fn segments(&self, text: &str) -> Vec<u32> {
        segments(text)
    }
}

fn segments(text: &str) -> Vec<u32> {
    let mut sentences = vec![0];
    // News copy has a token in about eleven bytes.
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut cursor = Utf16Cursor::new(text);
    segment(text, |paragraph| {
        let first = tokens.len();
        for token in paragraph {
            tokens.push(cursor.at(token.span.start));
            tokens.push(cursor.at(token.span.end));
        }
        sentence::split(text, paragraph, |range| {
            sentences.push(tokens[first + 2 * range.start]);
            sentences.push(tokens[first + 2 * range.end - 1]);
        });
    });
    sentences[0] = sentences.len() as u32 - 1;
    sentences.append(&mut tokens);
    sentences
}
