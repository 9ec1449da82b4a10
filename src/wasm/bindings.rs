//! Text in, wire object out.

use crate::wire::{Offsets, WireArticle};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Analyzes Hindi news texts; models are read once.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Analyzer(crate::Analyzer);

#[wasm_bindgen]
impl Analyzer {
    /// An analyzer with the embedded models and a newsroom's own names: `[{ name, kind, aliases }]`.
    ///
    /// # Errors
    /// When `names` is no such list; the message says where.
    #[wasm_bindgen(constructor)]
    pub fn new(names: JsValue) -> Result<Analyzer, JsError> {
        let analyzer = crate::Analyzer::new();
        if names.is_undefined() {
            return Ok(Analyzer(analyzer));
        }
        Ok(Analyzer(analyzer.with_names(serde_wasm_bindgen::from_value(names)?)))
    }

    /// The wire object of one article; without `segments` its lists of sentences and tokens are empty.
    pub fn analyze(&self, text: &str, segments: bool) -> Result<JsValue, JsError> {
        let article = self.0.analyze(text);
        let mut wire = WireArticle::new(&article, Offsets::Utf16);
        if !segments {
            wire.drop_segments();
        }
        Ok(wire.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
    }
}

impl Analyzer {
    /// The article itself, for the other doors of this module.
    pub(super) fn article(&self, text: &str) -> crate::Article {
        self.0.analyze(text)
    }
}
