//! Encode: documents → sequences to learn from; learned weights → bytes of a model.

use super::corpus::Document;
use super::learner::{Learned, Sequences, follows};
use vakta::crf::model::{FORBIDDEN, Model, Weights};
use vakta::crf::{Row, WIDTH};
use vakta::entity::evidence;
use vakta::entity::features::{self, Context, PLACES, Word};
use vakta::entity::gazetteer::Gazetteer;
use vakta::entity::tagger::{LABELS, Scored, sentences};

/// Steps of a weight's unit: learned weights are rounded to these.
const UNIT: f32 = 32.0;
/// A feature counts that occurs so often.
const LEAST: u8 = 3;
const NONE: u32 = u32::MAX;

/// Sequences, and the key of each of their features.
pub struct Encoded {
    /// What the learner reads; features are indices into `keys`.
    pub sequences: Sequences,
    /// Keys that the tagger computes.
    pub keys: Vec<u32>,
}

impl Encoded {
    /// What the first model learns from: words and their neighbours.
    pub fn first(documents: &[Document], gazetteer: &Gazetteer) -> Encoded {
        let mut data = Sequences::default();
        for Document { text, .. } in documents {
            for tokens in sentences(text) {
                let keys: Vec<_> = tokens.clone().map(|t| features::key_of(text, t)).collect();
                let words: Vec<Word> =
                    tokens.zip(&keys).map(|(t, key)| Word::new(key, text.tokens[t].kind, gazetteer)).collect();
                let context = Context::new(words.clone(), gazetteer);
                for at in 0..words.len() {
                    context.features(at, |feature| data.features.push(feature));
                    for place in 0..PLACES {
                        if let Some(i) = (at + place).checked_sub(features::REACH).filter(|&i| i < words.len()) {
                            features::alone(keys[i].as_str(), words[i], place, |feature| data.features.push(feature));
                        }
                    }
                    data.ends.push(data.features.len());
                }
            }
        }
        Encoded::number(data, documents)
    }

    /// What the second model learns from: the first look at each article.
    pub fn second(documents: &[Document], look: impl Fn(usize) -> Scored) -> Encoded {
        let mut data = Sequences::default();
        for (d, document) in documents.iter().enumerate() {
            let Scored { words, scores, look } = look(d);
            let mut of_token = vec![Vec::new(); words.len()];
            evidence::features(&words, &sentences(&document.text), &look, |token, feature| {
                of_token[token].push(feature)
            });
            for features in of_token {
                data.features.extend(features);
                data.ends.push(data.features.len());
            }
            data.base.extend(scores.iter().map(|row: &Row| row.map(|score| score as f32 / UNIT)));
        }
        Encoded::number(data, documents)
    }

    /// Puts labels and ends of sequences in, and indices in place of keys; rare features fall out.
    fn number(mut data: Sequences, documents: &[Document]) -> Encoded {
        for document in documents {
            let first = data.allowed.len();
            data.allowed.extend(document.allowed());
            data.sequence_ends.extend(document.text.sentences.iter().map(|s| first + s.tokens.end));
        }
        let mut counts = vec![0u8; 1 << 24];
        for &key in &data.features {
            counts[key as usize] = counts[key as usize].saturating_add(1);
        }
        let mut numbers = vec![NONE; 1 << 24];
        let mut keys = Vec::new();
        for (key, _) in counts.iter().enumerate().filter(|&(_, &count)| count >= LEAST) {
            numbers[key] = keys.len() as u32;
            keys.push(key as u32);
        }
        let all = std::mem::take(&mut data.features);
        let mut start = 0;
        for end in &mut data.ends {
            data.features.extend(all[start..*end].iter().map(|&key| numbers[key as usize]).filter(|&n| n != NONE));
            start = std::mem::replace(end, data.features.len());
        }
        Encoded { sequences: data, keys }
    }

    /// A model's bytes. Feature weights are multiplied by `scale`: after dropout the sum of all is over-eager.
    pub fn model(&self, learned: &Learned, scale: f32) -> Vec<u8> {
        let transition = |from: usize, to: usize| {
            if follows(from, to) { (learned.transitions[from][to] * UNIT).round() as i16 } else { FORBIDDEN }
        };
        let transitions: Vec<Vec<i16>> =
            (0..LABELS).chain([WIDTH]).map(|from| (0..LABELS).map(|to| transition(from, to)).collect()).collect();
        let integer = |weight: f32| (weight * scale * UNIT).round().clamp(-127.0, 127.0) as i8;
        let rows: Vec<(u32, Weights)> = (self.keys.iter().zip(&learned.weights))
            .map(|(&key, row)| (key, row.map(integer)))
            .filter(|(_, row)| row.iter().any(|&weight| weight != 0))
            .collect();
        let mut bytes = Vec::new();
        Model::write(LABELS, &transitions, &rows, &mut bytes);
        bytes
    }
}
