//! Tokens → mentions: the learned model, the name lists and the newsroom's own names.

use super::evidence::{self, Look};
use super::features::{self, Context, PLACES, Word};
use super::gazetteer::Gazetteer;
use super::{EntityKind, Mention};
use crate::crf::{Lattice, Model, ModelError, Reader, Row, WIDTH};
use crate::text::{Key, Text, Token, TokenKind};
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
const MAGIC: &[u8] = b"VAKTA";
/// Version of the model file; changes with its layout and with what [`features`] computes.
const VERSION: u8 = 1;

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
        if !bytes.starts_with(&MAGIC[..MAGIC.len().min(bytes.len())]) {
            return Err(ModelError::NotAModel);
        }
        reader.take(MAGIC.len(), "name")?;
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
        let mut found = Vec::new();
        for sentence in sentences {
            lattice.score(&self.second, &scores[sentence.clone()]);
            found.extend(mentions(sentence.start, &lattice.labels(&self.second)));
        }
        // No name begins with a mark. (Some end with one: `शिअद (बादल)`.)
        let is_mark = |token: &Token| token.kind == TokenKind::Punctuation;
        let named = |(kind, tokens): (EntityKind, Range<usize>)| {
            let tokens = &text.tokens[tokens];
            let first = tokens.iter().find(|token| !is_mark(token))?;
            Some(Mention { span: first.span.join(tokens.last()?.span), kind })
        };
        found.into_iter().filter_map(named).collect()
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
            let mut labels = lattice.labels(&self.first).into_iter();
            lattice.losses(&self.first, &emissions, |losses| scored.look.push(labels.next().unwrap_or(0), losses));
            scored.scores.extend(emissions);
        }
        scored
    }
}

/// A model file: its parts are written by [`Gazetteer::write`] and [`Model::write`].
pub fn file(gazetteer: &[u8], first: &[u8], second: &[u8]) -> Vec<u8> {
    [MAGIC, &[VERSION], gazetteer, first, second].concat()
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

/// The stretches of tokens that a sentence's labels make mentions.
fn mentions(first: usize, labels: &[u8]) -> Vec<(EntityKind, Range<usize>)> {
    let mut found: Vec<(EntityKind, Range<usize>)> = Vec::new();
    for (at, &label) in (first..).zip(labels) {
        let Some(kind) = label.checked_sub(1).map(|l| KINDS[usize::from(l / 2)]) else { continue };
        match found.last_mut() {
            Some((_, last)) if last.end == at && label.is_multiple_of(2) => last.end += 1,
            _ => found.push((kind, at..at + 1)),
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::gazetteer::Lists;

    fn small() -> Vec<u8> {
        let (mut gazetteer, mut model) = (Vec::new(), Vec::new());
        Gazetteer::write([(features::hash("पटना"), Lists::PLACE), (7, Lists::BEGINS)], &mut gazetteer);
        let mut weights = [0; WIDTH];
        weights[1] = 9;
        Model::write(LABELS, &vec![vec![0; LABELS]; LABELS + 1], &[(3, weights)], &mut model);
        file(&gazetteer, &model, &model)
    }

    #[test]
    fn every_truncation_is_an_error() {
        let bytes = small();
        Tagger::from_bytes(&bytes).unwrap();
        for end in 0..bytes.len() {
            let error = Tagger::from_bytes(&bytes[..end]).unwrap_err();
            assert!(matches!(error, ModelError::Truncated(_)), "{end}: {error}");
        }
        for end in (0..EMBEDDED.len()).step_by(EMBEDDED.len() / 50) {
            assert!(Tagger::from_bytes(&EMBEDDED[..end]).is_err(), "{end}");
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert_eq!(Tagger::from_bytes(&longer).unwrap_err(), ModelError::Invalid("end"));
    }

    #[test]
    fn other_files_and_versions_are_told_apart() {
        assert_eq!(Tagger::from_bytes(b"RIFF....").unwrap_err(), ModelError::NotAModel);
        let mut bytes = small();
        bytes[MAGIC.len()] = VERSION + 1;
        let error = Tagger::from_bytes(&bytes).unwrap_err();
        assert_eq!(error, ModelError::Version { found: VERSION + 1, expected: VERSION });
        assert!(error.to_string().contains("retrain"), "{error}");
    }

    #[test]
    fn the_embedded_model_knows_names() {
        let text = Text::segment("मुख्यमंत्री नीतीश कुमार ने पटना में कहा कि सुप्रीम कोर्ट का फैसला सही है।");
        let found: Vec<_> = Tagger::new().tag(&text).iter().map(|m| (text.slice(m.span).to_owned(), m.kind)).collect();
        let expected = [
            ("नीतीश कुमार", EntityKind::Person),
            ("पटना", EntityKind::Location),
            ("सुप्रीम कोर्ट", EntityKind::Organization),
        ];
        assert_eq!(found, expected.map(|(name, kind)| (name.to_owned(), kind)));
    }
}
