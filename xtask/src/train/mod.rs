//! train: learns the tagger's model, `src/entity/data/entity.crf`.
//!
//! Two models in a row. The first sees words and their neighbours; the second sees what the first said of the same words
//! elsewhere in the article. So that the second meets the first's errors as they are on unseen text, it learns from the
//! looks of models that were trained on the other folds of the data. Same data, same bytes.

pub mod corpus;
mod encode;
mod learner;
mod lists;

use corpus::Document;
use encode::Encoded;
use learner::Settings;
use rayon::prelude::*;
use std::error::Error;
use std::path::Path;
use std::time::Instant;
use vakta::crf::{ModelError, Reader};
use vakta::entity::Tagger;
use vakta::entity::gazetteer::Gazetteer;
use vakta::entity::tagger::{self, LABELS};

const CORPORA: &str = "../shared/data";
const NEWS: &str = "xtask/data/news";
const LISTS: &str = "src/entity/data";
const MODEL: &str = "src/entity/data/entity.crf";

const FIRST: Settings = Settings { epochs: 8, alpha: 0.1, l1: 4.0, l2: 1.0, dropout: 0.4 };
const SECOND: Settings = Settings { epochs: 6, alpha: 0.1, l1: 2.0, l2: 1.0, dropout: 0.2 };
const SCALE: f32 = 0.75;
const FOLDS: usize = 4;

/// Runs the verb.
pub fn run() -> Result<(), Box<dyn Error>> {
    let clock = Instant::now();
    let mut documents = corpus::conll(&Path::new(CORPORA).join("il-ner/train.conll"), true)?;
    documents.extend(corpus::conll(&Path::new(CORPORA).join("hiner/train.conll"), false)?);
    documents.extend(corpus::news(Path::new(NEWS))?);
    let lists = lists::Entries::read(Path::new(LISTS))?.bytes();
    let bytes = learn(&documents, &lists)?;
    std::fs::write(MODEL, &bytes)?;
    println!("{MODEL}: {} bytes in {:.0?}", bytes.len(), clock.elapsed());
    Ok(())
}

/// Learns a model file from documents and the lists' bytes.
fn learn(documents: &[Document], lists: &[u8]) -> Result<Vec<u8>, ModelError> {
    let gazetteer = Gazetteer::read(&mut Reader::new(lists))?;
    let encoded = Encoded::first(documents, &gazetteer);
    let folds = documents.iter().enumerate();
    let folds: Vec<usize> =
        folds.flat_map(|(d, document)| document.text.sentences.iter().map(move |_| d % FOLDS)).collect();
    let all: Vec<usize> = (0..folds.len()).collect();
    // The model of a fold learns from the others; the last, of no fold, from all.
    let train = |fold: usize| {
        let others: Vec<usize> = all.iter().copied().filter(|&sequence| folds[sequence] != fold).collect();
        encoded.model(&learner::learn(&encoded.sequences, &others, LABELS, encoded.keys.len(), &FIRST), SCALE)
    };
    let models: Vec<Vec<u8>> = (0..=FOLDS).into_par_iter().map(train).collect();
    let nothing =
        Encoded::first(&[], &gazetteer).model(&learner::learn(&Default::default(), &[], LABELS, 0, &SECOND), 1.0);
    let taggers = models[..FOLDS]
        .iter()
        .map(|first| Tagger::from_bytes(&tagger::file(lists, first, &nothing)))
        .collect::<Result<Vec<_>, _>>()?;
    let encoded = Encoded::second(documents, |d| taggers[d % FOLDS].look(&documents[d].text));
    let learned = learner::learn(&encoded.sequences, &all, LABELS, encoded.keys.len(), &SECOND);
    Ok(tagger::file(lists, &models[FOLDS], &encoded.model(&learned, 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use vakta::entity::{EntityKind, Mention};

    #[test]
    fn the_same_data_give_the_same_bytes() {
        let texts = ["[P राम सिंह] ने कहा कि [L पटना] में [O जल विभाग] काम करेगा।\nसड़क पर [P सिंह] से लोग मिले।"; 12];
        let documents: Vec<Document> = texts.into_iter().map(corpus::marked).collect();
        let lists = lists::Entries::default().bytes();
        let bytes = learn(&documents, &lists).unwrap();
        assert_eq!(bytes, learn(&documents, &lists).unwrap());
        let tagger = Tagger::from_bytes(&bytes).unwrap();
        // Our texts leave times, numbers and works open: of those a model that saw nothing else may say anything.
        let marked =
            |m: &Mention| matches!(m.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Location);
        let found: Vec<Mention> = tagger.tag(&documents[0].text).into_iter().filter(marked).collect();
        assert_eq!(found, documents[0].mentions, "it has learned what it was shown");
    }
}
