//! Vakta reads a Hindi news article and tells who said what about what.
//!
//! ```
//! let article = vakta::Analyzer::new().analyze("मंत्री ने कहा कि सड़क बनेगी।");
//! assert_eq!(article.text.sentences.len(), 1);
//! ```
//!
//! Text flows one way; nothing knows what stands to its right:
//!
//! ```text
//! span → text → crf → entity → quote → topic → article → analyzer → wire, export → { wasm, command } → www
//! ```
#![deny(missing_docs)]

pub mod span; // half-open byte range of the original text
pub mod text; // paragraphs, sentences, tokens
pub mod crf; // linear-chain tagger with integer weights
pub mod entity; // who, which body and which place is named
pub mod quote; // who said what
pub mod topic; // what it is about
pub mod article; // the plain result
pub mod analyzer; // the whole pipeline
pub mod wire; // the result as JSON
pub mod export; // the result in the formats of others
#[cfg(target_arch = "wasm32")]
pub mod wasm; // the browser's door

pub use analyzer::Analyzer;
pub use article::Article;
pub use span::Span;
