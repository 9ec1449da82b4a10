//! Text in, wire object out.

use crate::wire::{Offsets, WireArticle};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Analyzes Hindi news texts; models are read once.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Analyzer(crate::Analyzer);

#[wasm_bindgen]
impl Analyzer {
    /// An analyzer with the embedded models.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Analyzer {
        Analyzer(crate::Analyzer::new())
    }

    /// The wire object of one article.
    pub fn analyze(&self, text: &str) -> Result<JsValue, JsError> {
        let article = self.0.analyze(text);
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        Ok(WireArticle::new(&article, Offsets::Utf16).serialize(&serializer)?)
    }
}
