//! Vocabulary: the words that say something about a topic or about rarity, and the words of one article by number.

use super::concept::Concept;
use super::stem::stems;
use crate::entity::inflection::Inflection;
use crate::entity::lists::rows;
use crate::text::{Key, Text, TokenKind};
use std::collections::{HashMap, HashSet};

const TOPIC_WORDS: &str = include_str!("data/media-topic-words.tsv");
const FREQUENCIES: &str = include_str!("data/word-frequencies.tsv");
const CLASSES: &str = include_str!("data/word-classes.tsv");

/// How rare a word is that no list knows.
pub const RAREST: u8 = 15;

/// One word or phrase that speaks for a topic.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Index of the topic.
    pub topic: usize,
    /// How strongly it speaks.
    pub weight: u32,
    /// The words that follow in the text, as their numbers; empty for a single word.
    pub rest: Vec<usize>,
    /// Does only this form speak?
    pub form: Option<Key>,
}

/// What part a word can take in a key term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Class {
    /// Any: a noun, as far as is known.
    #[default]
    Content,
    /// It stands before a noun; alone it is a weak term.
    Adjective,
    /// None: a form of a verb, a function word, a name of time or measure, a newsroom word.
    Stop,
}

/// What is known of a word.
#[derive(Clone, Debug)]
pub struct Entry {
    /// 0 (in nearly every article) to [`RAREST`].
    pub rarity: u8,
    /// What part it can take in a key term.
    pub class: Class,
    /// Longest phrases first.
    pub evidence: Vec<Evidence>,
}

/// Stands for every word that the lists lack.
static UNKNOWN: Entry = Entry { rarity: RAREST, class: Class::Content, evidence: Vec::new() };

/// The word lists, read once.
#[derive(Debug, Default)]
pub struct Vocabulary {
    by_stem: HashMap<String, usize>,
    entries: Vec<Entry>,
    /// Folded stems of verbs.
    verbs: HashSet<String>,
    inflection: Inflection,
}

impl Vocabulary {
    /// With the embedded lists; topics are indices of these concepts.
    pub fn new(concepts: &[Concept]) -> Vocabulary {
        let mut words = Vocabulary::default();
        for [rarity, stems] in rows(FREQUENCIES) {
            for stem in stems.split(' ') {
                let number = words.number(stem.to_owned());
                words.entries[number].rarity = rarity.parse().unwrap_or(RAREST);
            }
        }
        for [topic, weight, phrases] in rows(TOPIC_WORDS) {
            let topic = concepts.iter().position(|c| c.digits().starts_with(topic));
            let (Some(topic), Ok(weight)) = (topic, weight.parse()) else {
                continue;
            };
            for phrase in phrases.split('|') {
                let (phrase, exact) = phrase.strip_prefix('=').map_or((phrase, false), |rest| (rest, true));
                let numbers: Vec<usize> =
                    phrase.split(' ').map(|word| words.number_of(Key::fold(word).as_str())).collect();
                if let Some((&first, rest)) = numbers.split_first() {
                    let form = exact.then(|| Key::fold(phrase));
                    let known = &mut words.entries[first].evidence;
                    // Two forms of one word on the list are one word.
                    if !known.iter().any(|e| e.topic == topic && e.rest == rest && e.form == form) {
                        known.push(Evidence { topic, weight, rest: rest.to_vec(), form });
                    }
                }
            }
        }
        words.classify();
        for entry in &mut words.entries {
            entry.evidence.sort_by_key(|e| std::cmp::Reverse(e.rest.len()));
        }
        words
    }

    fn classify(&mut self) {
        for [class, list] in rows(CLASSES) {
            for word in list.split(' ') {
                let lemma = Key::fold(word).as_str().to_owned();
                if class == "verb" {
                    self.verbs.insert(lemma);
                    continue;
                }
                let number = self.number_of(&lemma);
                let known = &mut self.entries[number].class;
                match class {
                    "stop" => *known = Class::Stop,
                    _ if *known == Class::Content => *known = Class::Adjective,
                    _ => {}
                }
            }
        }
    }

    fn number_of(&mut self, form: &str) -> usize {
        self.look_up(form).unwrap_or_else(|| self.number(stems(form).0))
    }

    fn number(&mut self, stem: String) -> usize {
        let entries = &mut self.entries;
        *self.by_stem.entry(stem).or_insert_with(|| {
            entries.push(UNKNOWN.clone());
            entries.len() - 1
        })
    }

    fn look_up(&self, form: &str) -> Option<usize> {
        let (first, second) = stems(form);
        self.by_stem.get(&first).or_else(|| self.by_stem.get(&second?)).copied()
    }
}

impl Vocabulary {
    /// The class of a folded form: as listed, or as its ending tells.
    fn class(&self, form: &str, entry: &Entry) -> Class {
        let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
        let short = form.chars().nth(1).is_none();
        match entry.class {
            Class::Content if short || ends(&FUTURE) || self.is_verb(form, entry) => Class::Stop,
            Class::Content if ends(&ADJECTIVE) || self.is_made_of_a_noun(form) => Class::Adjective,
            class => class,
        }
    }

    /// Is it a form of a verb, other than its stem? An infinitive that speaks for a topic by itself is a noun: `घटना` is an
    /// event more often than to shrink.
    fn is_verb(&self, form: &str, entry: &Entry) -> bool {
        let noun = form.ends_with("ना") && entry.evidence.iter().any(|e| e.rest.is_empty());
        let verb_of = |at: usize| {
            let stem = &form[..at];
            self.verbs.contains(stem)
                && (self.inflection.paradigm("v", stem))
                    .is_some_and(|number| self.inflection.forms(stem, number).any(|f| f == form))
        };
        !noun && form.char_indices().skip(1).any(|(at, _)| verb_of(at))
    }

    /// Is it a noun of the vocabulary with ी, as `चुनावी`, `विदेशी`?
    fn is_made_of_a_noun(&self, form: &str) -> bool {
        form.strip_suffix('ी').is_some_and(|noun| noun.len() > 6 && self.by_stem.contains_key(noun))
    }
}

/// A distinct word of an article.
#[derive(Debug)]
pub struct Word<'a> {
    /// Its folded form.
    pub key: Key,
    /// Joins its forms within the article.
    pub stem: usize,
    /// Its number in the vocabulary, where that holds it.
    pub number: Option<usize>,
    /// What is known of it.
    pub entry: &'a Entry,
    /// What part it can take in a key term, by list or by ending.
    pub class: Class,
}

/// Endings of the future tense, of any verb.
const FUTURE: [&str; 9] = ["ेगा", "ेगी", "ेंगे", "ेंगी", "ूंगा", "ूंगी", "एगा", "एगी", "एंगे"];
/// Endings of adjectives.
const ADJECTIVE: [&str; 9] = ["ीय", "िक", "इक", "ित", "त्मक", "पूर्ण", "रहित", "शील", "वादी"];

/// The words of an article.
#[derive(Debug)]
pub struct Words<'a> {
    distinct: Vec<Word<'a>>,
    of_token: Vec<Option<usize>>,
}

impl<'a> Words<'a> {
    /// Looks up each distinct word of the text once.
    pub fn of(text: &Text, vocabulary: &'a Vocabulary) -> Words<'a> {
        let mut by_form: HashMap<&str, usize> = HashMap::new();
        let mut by_stem: HashMap<String, usize> = HashMap::new();
        let mut distinct = Vec::new();
        let of_token = (text.tokens.iter())
            .map(|token| {
                (token.kind == TokenKind::Word).then(|| {
                    let form = text.slice(token.span);
                    *by_form.entry(form).or_insert_with(|| {
                        let key = Key::fold(form);
                        let number = vocabulary.look_up(key.as_str());
                        let stem = stems(key.as_str()).0;
                        let stem = stem.strip_suffix('ा').unwrap_or(&stem).to_owned();
                        let next = by_stem.len();
                        let stem = *by_stem.entry(stem).or_insert(next);
                        let entry = number.map_or(&UNKNOWN, |n| &vocabulary.entries[n]);
                        let class = vocabulary.class(key.as_str(), entry);
                        distinct.push(Word { key, stem, number, entry, class });
                        distinct.len() - 1
                    })
                })
            })
            .collect();
        Words { distinct, of_token }
    }

    /// The word of a token, where it is one.
    pub fn at(&self, token: usize) -> Option<&Word<'a>> {
        self.of_token.get(token).copied().flatten().map(|word| &self.distinct[word])
    }
}
