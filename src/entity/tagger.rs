//! Tokens → mentions: the learned model, the name lists and the newsroom's own names.

use super::evidence::{self, Look};
use super::features::{self, Context, PLACES, Word};
use super::gazetteer::Gazetteer;
use super::{EntityKind, Mention};
use crate::crf::{Lattice, Model, ModelError, Reader, Row, WIDTH};
use crate::text::{Key, Text, TokenKind};
use std::collections::HashMap;
use std::ops::Range;

/// Kinds in the order of their labels: 0 is no mention, 1 + 2k the first word of kind k, 2 + 2k its further words.
pub const KINDS: [EntityKind; 6] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Location,
    EntityKind::Time,
    EntityKind::Number,
    EntityKind::Work,
];

/// Number of labels.
pub const LABELS: usize = 1 + 2 * KINDS.len();

/// First bytes of a model file.
pub const MAGIC: &[u8; 5] = b"VAKTA";
/// Version of the model file; changes with its layout and with what [`features`] computes.
pub const VERSION: u8 = 1;

const EMBEDDED: &[u8] = include_bytes!("data/entity.crf");

/// Finds mentions. Made once, used for any number of texts.
#[derive(Debug)]
pub struct Tagger {
    gazetteer: Gazetteer,
    first: Model,
    second: Model,
}

impl Default for Tagger {
    fn default() -> Tagger {
        Tagger::new()
    }
}

impl Tagger {
    /// The tagger with the embedded model and lists.
    ///
    /// # Panics
    /// Never: a test reads the embedded model.
    pub fn new() -> Tagger {
        Tagger::from_bytes(EMBEDDED).expect("the embedded model is tested")
    }

    /// A tagger with a model of one's own, as `cargo xtask train` writes it.
    ///
    /// # Errors
    /// When the bytes are no model, one of another version, or a damaged one.
    pub fn from_bytes(bytes: &[u8]) -> Result<Tagger, ModelError> {
        let mut reader = Reader::new(bytes);
        if reader.take(MAGIC.len(), "name").is_ok_and(|magic| magic != MAGIC) {
            return Err(ModelError::NotAModel);
        }
        let found = reader.u8("version")?;
        if found != VERSION {
            return Err(ModelError::Version { found, expected: VERSION });
        }
        let gazetteer = Gazetteer::read(&mut reader)?;
        let (first, second) = (Model::read(&mut reader)?, Model::read(&mut reader)?);
        if first.labels() != LABELS || second.labels() != LABELS {
            return Err(ModelError::Invalid("labels"));
        }
        reader.end()?;
        Ok(Tagger { gazetteer, first, second })
    }

    /// Mentions in text order, without overlap, each within one sentence.
    pub fn tag(&self, text: &Text) -> Vec<Mention> {
        let Scored { words, mut scores, look } = self.look(text);
        let sentences = sentences(text);
        evidence::features(&words, &sentences, &look, |token, feature| self.second.add(feature, &mut scores[token]));
        let mut lattice = Lattice::default();
        let mut mentions = Vec::new();
        for sentence in sentences {
            lattice.score(&self.second, &scores[sentence.clone()]);
            mentions_of(text, sentence.start, &lattice.labels(&self.second), &mut mentions);
        }
        mentions
    }

    /// The first look at a text.
    pub fn look(&self, text: &Text) -> Scored {
        let seen = Seen::new(text, &self.gazetteer, &self.first);
        let mut lattice = Lattice::default();
        let mut scored = Scored {
            words: seen.tokens.iter().map(|&n| seen.words[n as usize]).collect(),
            scores: Vec::with_capacity(text.tokens.len()),
            look: Look::default(),
        };
        for sentence in sentences(text) {
            let emissions = seen.emissions(&self.first, &self.gazetteer, sentence);
            lattice.score(&self.first, &emissions);
            for (i, label) in lattice.labels(&self.first).into_iter().enumerate() {
                scored.look.push(label, &lattice.loss(i), LABELS);
            }
            scored.scores.extend(emissions);
        }
        scored
    }
}

/// A text after the first look, token by token.
pub struct Scored {
    /// Words.
    pub words: Vec<Word>,
    /// Scores of labels.
    pub scores: Vec<Row>,
    /// Best labels.
    pub look: Look,
}

/// The tokens of each sentence: the sequences that are labelled.
pub fn sentences(text: &Text) -> Vec<Range<usize>> {
    text.sentences.iter().map(|s| s.tokens.clone()).collect()
}

/// Adds the mentions that a sentence's labels describe.
fn mentions_of(text: &Text, first: usize, labels: &[u8], mentions: &mut Vec<Mention>) {
    let mut open = false;
    for (token, &label) in text.tokens[first..].iter().zip(labels) {
        let Some(kind) = label.checked_sub(1).map(|l| KINDS[usize::from(l / 2)]) else {
            open = false;
            continue;
        };
        // No name begins or ends with a mark, save a bracket that closes one of its own (`शिअद (बादल)`).
        let mark = token.kind == TokenKind::Punctuation;
        match mentions.last_mut() {
            Some(last) if open && label % 2 == 0 => {
                let closes = text.slice(token.span) == ")" && text.slice(last.span).contains('(');
                if !mark || closes {
                    last.span.end = token.span.end;
                }
            }
            _ if mark => continue,
            _ => mentions.push(Mention { span: token.span, kind }),
        }
        open = true;
    }
}

/// The distinct words of a text, each looked at once.
struct Seen {
    /// For each token its word.
    tokens: Vec<u32>,
    words: Vec<Word>,
    /// For each word the scores it gives to a label of the word two after it, …, two before it.
    rows: Vec<[Row; PLACES]>,
}

impl Seen {
    fn new(text: &Text, gazetteer: &Gazetteer, model: &Model) -> Seen {
        let mut seen = Seen { tokens: Vec::with_capacity(text.tokens.len()), words: Vec::new(), rows: Vec::new() };
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        for token in &text.tokens {
            let number = *numbers.entry(text.slice(token.span)).or_insert_with(|| {
                let key = Key::fold(text.slice(token.span));
                let word = Word::new(&key, token.kind, gazetteer);
                seen.words.push(word);
                seen.rows.push(std::array::from_fn(|place| {
                    let mut row = [0; WIDTH];
                    features::alone(key.as_str(), word, place, |feature| model.add(feature, &mut row));
                    row
                }));
                u32::try_from(seen.words.len() - 1).unwrap_or(0)
            });
            seen.tokens.push(number);
        }
        seen
    }

    /// The scores of a sentence's tokens.
    fn emissions(&self, model: &Model, gazetteer: &Gazetteer, tokens: Range<usize>) -> Vec<Row> {
        let numbers = &self.tokens[tokens];
        let context = Context::new(numbers.iter().map(|&n| self.words[n as usize]).collect(), gazetteer);
        (0..numbers.len())
            .map(|at| {
                let mut row = [0; WIDTH];
                context.features(at, |feature| model.add(feature, &mut row));
                for place in 0..PLACES {
                    let neighbour = (at + place).checked_sub(features::REACH).and_then(|i| numbers.get(i));
                    if let Some(&number) = neighbour {
                        for (score, own) in row.iter_mut().zip(&self.rows[number as usize][place]) {
                            *score += own;
                        }
                    }
                }
                row
            })
            .collect()
    }
}
