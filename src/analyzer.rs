//! The whole pipeline in a dozen lines.

use crate::article::Article;
use crate::entity::{Tagger, resolve};
use crate::quote;
use crate::text::Text;

/// Analyzes Hindi news texts. Models are read once, in [`Analyzer::new`].
#[derive(Debug, Default)]
pub struct Analyzer {
    tagger: Tagger,
}

impl Analyzer {
    /// An analyzer with the embedded models.
    pub fn new() -> Analyzer {
        Analyzer { tagger: Tagger::new() }
    }

    /// Analyzes one article. Never fails: on a text it can't read it finds nothing.
    pub fn analyze(&self, source: &str) -> Article {
        let text = Text::segment(source);
        let mentions = self.tagger.tag(&text);
        let entities = resolve(&text, &mentions);
        let quotes = quote::find(&text, &entities);
        Article { text, entities, quotes, ..Article::default() }
    }
}
