//! Who said what.
//!
//! The cue is the key: cues are found first (`cue`), then what each introduces (`content`) and who speaks (`speaker`, `pronoun`), and the
//! three are tied at the cue (`join`), as Citron does for English.

mod alone;
mod content;
mod cue;
mod inflection;
mod join;
mod lexicon;
mod pronoun;
mod reading;
mod share;
mod speaker;
mod turn;

pub use share::{SpeakerSummary, Who, speakers};

use crate::entity::Entity;
use crate::span::Span;
use crate::text::Text;
use lexicon::Lexicon;
use reading::Reading;

/// How the words are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// The speaker's own words, in marks or after `नेता:`.
    Direct,
    /// A reported clause.
    Indirect,
    /// A reported clause that holds a fragment of speech in marks.
    Mixed,
}

impl QuoteKind {
    /// The name used in the wire format.
    pub const fn name(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Indirect => "indirect",
            QuoteKind::Mixed => "mixed",
        }
    }
}

/// What the speaker's mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeakerForm {
    /// A name.
    Name,
    /// `उन्होंने`, `वह` …
    Pronoun,
    /// `मंत्री`, `एक अधिकारी`, `पुलिस`, `बयान` …
    Role,
}

impl SpeakerForm {
    /// The name used in the wire format.
    pub const fn name(self) -> &'static str {
        match self {
            SpeakerForm::Name => "name",
            SpeakerForm::Pronoun => "pronoun",
            SpeakerForm::Role => "role",
        }
    }
}

/// Who speaks: the mention nearest to the cue, and whom it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Where the mention stands.
    pub span: Span,
    /// What it is.
    pub form: SpeakerForm,
    /// Index of the entity, where it stands for one.
    pub entity: Option<usize>,
    /// The other speakers of a coordination (`क, ख और ग ने कहा`).
    pub others: Vec<Span>,
}

/// One quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// How it is reported.
    pub kind: QuoteKind,
    /// What was said, without its marks.
    pub content: Span,
    /// The words that introduce it.
    pub cue: Option<Span>,
    /// Who said it, where the text tells.
    pub speaker: Option<Speaker>,
    /// Name of the rule that found it, so that an editor can be told why.
    pub rule: &'static str,
    /// Speech that goes on unmarked after a quote; shown, but no quote by the guide.
    pub continued: bool,
}

/// Finds quotes. Made once, used for any number of texts.
#[derive(Debug, Default)]
pub struct QuoteFinder {
    lexicon: Lexicon,
}

impl QuoteFinder {
    /// A finder with the embedded lexicon.
    pub fn new() -> QuoteFinder {
        QuoteFinder { lexicon: Lexicon::new() }
    }

    /// The quotes of a text, in text order of their contents.
    pub fn find(&self, text: &Text, entities: &[Entity]) -> Vec<Quote> {
        join::quotes(&Reading::new(text, entities, &self.lexicon))
    }
}
