//! The whole pipeline in a dozen lines.

use crate::article::Article;
use crate::entity::{Names, Resolver, Tagger};
use crate::quote::{self, QuoteFinder};
use crate::text::Text;
use crate::topic::{self, TopicFinder};

/// Analyzes Hindi news texts. Models are read once, in [`Analyzer::new`].
#[derive(Debug, Default)]
pub struct Analyzer {
    tagger: Tagger,
    resolver: Resolver,
    quotes: QuoteFinder,
    topics: TopicFinder,
    names: Names,
}

impl Analyzer {
    /// An analyzer with the embedded models.
    pub fn new() -> Analyzer {
        Analyzer {
            tagger: Tagger::new(),
            resolver: Resolver::new(),
            quotes: QuoteFinder::new(),
            topics: TopicFinder::new(),
            names: Names::default(),
        }
    }

    /// The analyzer with a newsroom's own names, which take effect at once and win over the model.
    pub fn with_names(self, names: Names) -> Analyzer {
        Analyzer { names, ..self }
    }

    /// Analyzes one article. Never fails: on a text it can't read it finds nothing.
    pub fn analyze(&self, source: &str) -> Article {
        let text = Text::segment(source);
        let mentions = self.names.overrule(&text, self.tagger.tag(&text));
        let entities = self.resolver.resolve(&text, &mentions, &self.names);
        let quotes = self.quotes.find(&text, &entities);
        let speakers = quote::speakers(&text, &quotes);
        let (topics, terms) = self.topics.find(&text, &entities);
        let subjects = topic::subjects(&quotes, &topics, &terms);
        Article { text, entities, quotes, topics, terms, subjects, speakers }
    }
}
