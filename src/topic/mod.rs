//! What the article is about: IPTC Media Topics and key terms.

use crate::span::Span;

/// A media topic the article speaks about.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// IPTC Media Topic code, `medtop:11000000`.
    pub code: &'static str,
    /// Its name in Hindi.
    pub name_hi: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// 0 to 1.
    pub score: f64,
    /// The spans that speak for it.
    pub evidence: Vec<Span>,
}

/// A key term.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its full form, as it stands in the text.
    pub text: String,
    /// 0 to 1, relative to the best term.
    pub score: f64,
    /// All its mentions.
    pub mentions: Vec<Span>,
}
