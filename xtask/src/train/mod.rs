//! train: learns the tagger's model, `src/entity/data/entity.crf`.

pub mod corpus;
mod learner;
mod lists;
mod score;

use corpus::Document;
use learner::{Learned, Sequences, Settings};
use std::error::Error;
use std::path::Path;
use vakta::crf::model::{FORBIDDEN, Model, Weights};
use vakta::crf::{Reader, WIDTH};
use vakta::entity::Tagger;
use vakta::entity::evidence;
use vakta::entity::features::{self, Context, PLACES, Word};
use vakta::entity::gazetteer::Gazetteer;
use vakta::entity::tagger::{LABELS, MAGIC, VERSION, sentences};

fn env(name: &str, default: f32) -> f32 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// Runs the verb.
pub fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    if let Ok(model) = std::env::var("MODEL") {
        let tagger = Tagger::from_bytes(&std::fs::read(model)?)?;
        for path in args {
            let mut table = score::Table::default();
            for gold in score::read(Path::new(path))? {
                table.add(&gold, &tagger.tag(&gold.text), std::env::var("SHOW").is_ok());
            }
            println!("{:<28} {}", path.rsplit('/').next().unwrap_or(path), table.line());
        }
        return Ok(());
    }
    let clock = std::time::Instant::now();
    let data = Path::new("../shared/data");
    let mut documents = corpus::conll(&data.join("il-ner/train.conll"), true)?;
    documents.extend(corpus::conll(&data.join("hiner/train.conll"), false)?);
    let mut news = corpus::news(Path::new("xtask/data/news"))?;
    let mut held = Vec::new();
    let hold = env("HOLD", 0.0) as usize;
    if hold > 0 {
        let mut n = 0;
        news.retain_mut(|d| {
            n += 1;
            if n % hold == 0 {
                held.push(std::mem::replace(d, corpus::marked("")));
                false
            } else {
                true
            }
        });
    }
    documents.extend(news);
    let entries = lists::Entries::read(Path::new("src/entity/data"))?;
    let lists = entries.bytes();
    let gazetteer = Gazetteer::read(&mut Reader::new(&lists))?;
    let mut features = Features::new();
    let sequences = features.sequences(&documents, &gazetteer);
    eprintln!("{} tokens, {} features, {:?}", sequences.ends.len(), features.keys.len(), clock.elapsed());
    let settings = Settings {
        epochs: env("EPOCHS", 8.0) as usize,
        alpha: env("ALPHA", 0.1),
        l1: env("L1", 5.0),
        l2: env("L2", 1.0),
        dropout: env("DROPOUT", 0.4),
    };
    let settings2 = Settings {
        epochs: env("EPOCHS2", 6.0) as usize,
        alpha: env("ALPHA2", 0.1),
        l1: env("L12", 2.0),
        l2: env("L22", 1.0),
        dropout: env("DROPOUT2", 0.2),
    };
    let scale = env("SCALE", 0.7);
    let folds = env("FOLDS", 4.0) as usize;
    // Sequences of each document.
    let mut spans = Vec::new();
    let mut at = 0;
    for d in &documents {
        spans.push(at..at + d.text.sentences.len());
        at += d.text.sentences.len();
    }
    let model = |fold: usize| {
        let which: Vec<usize> =
            spans.iter().enumerate().filter(|(d, _)| d % folds != fold).flat_map(|(_, s)| s.clone()).collect();
        let learned = learner::learn(&sequences, &which, LABELS, features.keys.len(), &settings);
        let mut out = Vec::new();
        write(&learned, &features.keys, scale, &mut out);
        eprintln!("model {fold}, {:?}", clock.elapsed());
        out
    };
    let jobs: Vec<usize> = if folds > 1 { (0..=folds).rev().collect() } else { vec![1] };
    let next = std::sync::atomic::AtomicUsize::new(0);
    let models: Vec<std::sync::Mutex<Vec<u8>>> = jobs.iter().map(|_| Default::default()).collect();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let job = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    let Some(&fold) = jobs.get(job) else { break };
                    *models[job].lock().unwrap() = model(fold);
                }
            });
        }
    });
    let models: Vec<Vec<u8>> = models.into_iter().map(|m| m.into_inner().unwrap()).collect();
    let file = |first: &[u8], second: &[u8]| {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        out.extend(&lists);
        out.extend(first);
        out.extend(second);
        out
    };
    let transitions = |learned: &[u8]| learned[..1 + 2 * LABELS * (LABELS + 1)].to_vec();
    let empty = |first: &[u8]| {
        let mut second = transitions(first);
        second.extend([0; 4]);
        second
    };
    report(args, &held, &file(&models[0], &empty(&models[0])))?;
    let second = if folds > 1 {
        let taggers: Vec<Tagger> = (0..folds)
            .map(|f| Tagger::from_bytes(&file(&models[folds - f], &empty(&models[folds - f]))))
            .collect::<Result<_, _>>()?;
        let mut features2 = Features::new();
        let sequences2 = features2.second(&documents, |d| &taggers[d % folds]);
        let all: Vec<usize> = (0..sequences2.sequence_ends.len()).collect();
        let learned = learner::learn(&sequences2, &all, LABELS, features2.keys.len(), &settings2);
        let mut out = Vec::new();
        write(&learned, &features2.keys, 1.0, &mut out);
        out
    } else {
        empty(&models[0])
    };
    let out = file(&models[0], &second);
    eprintln!("{} bytes, {:?}", out.len(), clock.elapsed());
    std::fs::write(std::env::var("OUT").unwrap_or("src/entity/data/entity.crf".into()), &out)?;
    report(args, &held, &out)
}

fn report(args: &[String], held: &[Document], out: &[u8]) -> Result<(), Box<dyn Error>> {
    let tagger = Tagger::from_bytes(out)?;
    for path in args {
        let mut table = score::Table::default();
        for gold in score::read(Path::new(path))? {
            table.add(&gold, &tagger.tag(&gold.text), std::env::var("SHOW").is_ok());
        }
        println!("{:<28} {}", path.rsplit('/').next().unwrap_or(path), table.line());
    }
    if !held.is_empty() {
        let mut table = score::Table::default();
        for d in held {
            table.add(&score::of(d), &tagger.tag(&d.text), std::env::var("SHOWHELD").is_ok());
        }
        println!("{:<28} {}", "held news", table.line());
    }
    Ok(())
}

/// Parts of a unit of weight.
const UNIT: f32 = 32.0;

fn write(learned: &Learned, keys: &[u32], scale: f32, out: &mut Vec<u8>) {
    let transitions: Vec<Vec<i16>> = (0..LABELS)
        .chain([WIDTH])
        .map(|from| {
            (0..LABELS)
                .map(|to| {
                    if learner::follows(from, to) {
                        (learned.transitions[from][to] * UNIT).round() as i16
                    } else {
                        FORBIDDEN
                    }
                })
                .collect()
        })
        .collect();
    let mut rows: Vec<(u32, Weights)> = keys
        .iter()
        .zip(&learned.weights)
        .map(|(&key, row)| (key, row.map(|w| (w * scale * UNIT).round().clamp(-127.0, 127.0) as i8)))
        .filter(|(_, row)| row.iter().any(|&w| w != 0))
        .collect();
    rows.sort_unstable_by_key(|r| r.0);
    eprintln!("{} rows, {} weights", rows.len(), rows.iter().flat_map(|r| r.1).filter(|&w| w != 0).count());
    Model::write(LABELS, &transitions, &rows, out);
}

/// Numbers for the features that occur.
struct Features {
    numbers: Vec<u32>,
    keys: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Features {
    fn new() -> Features {
        Features { numbers: Vec::new(), keys: Vec::new() }
    }

    /// Documents as sequences of features; those that occur once are left out.
    fn sequences(&mut self, documents: &[Document], gazetteer: &Gazetteer) -> Sequences {
        let mut data = Sequences::default();
        for document in documents {
            extract(document, gazetteer, &mut data);
        }
        self.number(&mut data);
        data
    }

    /// Documents after their first look.
    fn second<'a>(&mut self, documents: &[Document], tagger: impl Fn(usize) -> &'a Tagger) -> Sequences {
        let mut data = Sequences::default();
        for (d, document) in documents.iter().enumerate() {
            let scored = tagger(d).look(&document.text);
            let sentences = sentences(&document.text);
            let mut per_token = vec![Vec::new(); scored.words.len()];
            evidence::features(&scored.words, &sentences, &scored.look, |token, f| per_token[token].push(f));
            for features in per_token {
                data.features.extend(features);
                data.ends.push(data.features.len());
            }
            data.base.extend(scored.scores.iter().map(|row| row.map(|s| s as f32 / UNIT)));
            data.allowed.extend(document.allowed());
            let first = data.ends.len() - document.text.tokens.len();
            data.sequence_ends.extend(sentences.iter().map(|s| first + s.end));
        }
        self.number(&mut data);
        data
    }

    fn number(&mut self, data: &mut Sequences) {
        let mut counts = vec![0u8; 1 << 24];
        for &f in &data.features {
            counts[f as usize] = counts[f as usize].saturating_add(1);
        }
        self.numbers = vec![NONE; 1 << 24];
        for (key, &count) in counts.iter().enumerate() {
            if count >= env("CUT", 2.0) as u8 {
                self.numbers[key] = self.keys.len() as u32;
                self.keys.push(key as u32);
            }
        }
        let (mut kept, mut at, mut end) = (0, 0, 0);
        for slot in &mut data.ends {
            end = end.max(*slot);
            while at < end {
                let number = self.numbers[data.features[at] as usize];
                if number != NONE {
                    data.features[kept] = number;
                    kept += 1;
                }
                at += 1;
            }
            *slot = kept;
        }
        data.features.truncate(kept);
    }
}

fn extract(document: &Document, gazetteer: &Gazetteer, data: &mut Sequences) {
    let text = &document.text;
    data.allowed.extend(document.allowed());
    for sentence in &text.sentences {
        let keys: Vec<_> = sentence.tokens.clone().map(|t| features::key_of(text, t)).collect();
        let words: Vec<Word> =
            sentence.tokens.clone().zip(&keys).map(|(t, key)| Word::new(key, text.tokens[t].kind, gazetteer)).collect();
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
        data.sequence_ends.push(data.ends.len());
    }
}
