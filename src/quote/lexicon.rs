//! The words this floor knows, read once from its data files: verbs, cue nouns, grammar, roles.

use super::inflection::{Form, forms};
use crate::text::{Key, Text};
use std::collections::HashMap;

/// How much a verb or noun of speech can introduce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Marked speech, a कि clause, a clause without कि.
    Speech,
    /// Marked speech or a कि clause.
    Act,
    /// A कि clause only.
    Thought,
    /// Nothing: listed so that its verb is not taken for a cue (`मत रखा`, `इनकार किया`).
    None,
}

/// Words of grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grammar {
    Ne,
    Genitive,
    Ko,
    Se,
    In,
    On,
    Until,
    That,
    Aux,
    While,
    Passive,
    Habit,
    Not,
    And,
    But,
    Particle,
    This,
    Relative,
    When,
    PronounNe,
    PronounGenitive,
    PronounKo,
    Pronoun,
    NotASpeaker,
    According,
    Source,
    Believe,
    Express,
    Adverb,
}

/// What a role word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The person whose name it precedes somewhere in the article.
    Office,
    /// The same, of a calling that many share.
    Profession,
    /// The last fitting person.
    Player,
    /// The body whose name holds the word.
    Body,
    /// The court named before.
    Court,
    /// The firm named before.
    Firm,
    /// Nobody in particular.
    Group,
    /// A document, which speaks for its issuer.
    Document,
}

/// What the lexicon knows of one word; a word may be several things (`की`: genitive and verb).
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// Its classes of grammar.
    pub grammar: Option<Grammar>,
    /// A verb of speech or thought.
    pub verb: Option<(Form, Reach)>,
    /// That verb takes its subject without `ने` in all tenses (`बोले`).
    pub nominative: bool,
    /// A slip for a verb of speech before कि (`कहां कि`).
    pub slip: bool,
    /// A light verb: its stem's number and form.
    pub light: Option<(u8, Form)>,
    /// A vector verb, which follows a stem (`कह दिया`).
    pub vector: bool,
    /// A cue noun: bit set of light stems, and its reach.
    pub noun: Option<(u64, Reach)>,
    /// A role.
    pub role: Option<Role>,
}

impl Word {
    /// Is it this word of grammar?
    pub fn is(&self, grammar: Grammar) -> bool {
        self.grammar == Some(grammar)
    }
}

/// All words, by folded key.
#[derive(Debug)]
pub struct Lexicon {
    words: Vec<Word>,
    index: HashMap<Key, u32>,
    /// Endings of role words, as keys, and the number of the word that stands for each.
    endings: Vec<(Key, u32)>,
}

/// Columns of the lines of a data file, comments left out.
fn rows(data: &str) -> impl Iterator<Item = Vec<&str>> {
    data.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(|l| l.split('\t').collect())
}

impl Default for Lexicon {
    fn default() -> Lexicon {
        Lexicon::new()
    }
}

impl Lexicon {
    /// Reads the embedded files.
    pub fn new() -> Lexicon {
        // Word 0 is the unknown one.
        let mut lexicon = Lexicon { words: vec![Word::default()], index: HashMap::new(), endings: Vec::new() };
        let mut lights: Vec<&str> = Vec::new();
        for row in rows(include_str!("data/verbs.tsv")) {
            let [stem, class, rest @ ..] = row.as_slice() else { continue };
            let light = (lights.len() as u8).min(63);
            if *class == "light" {
                lights.push(stem);
            }
            if *class == "slip" {
                lexicon.word(stem).slip = true;
                continue;
            }
            for (word, form) in forms(stem, rest.first().copied()) {
                let word = lexicon.word(&word);
                match *class {
                    "speech" => word.verb = Some((form, Reach::Speech)),
                    "speech-nominative" => {
                        word.verb = Some((form, Reach::Speech));
                        word.nominative = true;
                    }
                    "thought" => word.verb = Some((form, Reach::Thought)),
                    "vector" => word.vector = form == Form::Perfective || form == Form::Imperfective,
                    _ => word.light = Some((light, form)),
                }
            }
        }
        for row in rows(include_str!("data/cue-nouns.tsv")) {
            let [noun, stems, class] = row.as_slice() else { continue };
            let bits = stems.split(',').filter_map(|s| lights.iter().position(|l| l == &s)).fold(0, |b, i| b | 1 << i);
            let reach = match *class {
                "act" => Reach::Act,
                "thought" => Reach::Thought,
                _ => Reach::None,
            };
            let known = lexicon.word(noun).noun.map_or(0, |(bits, _)| bits);
            lexicon.word(noun).noun = Some((known | bits, reach));
        }
        for row in rows(include_str!("data/function-words.tsv")) {
            let [word, class] = row.as_slice() else { continue };
            lexicon.word(word).grammar = grammar(class);
        }
        for row in rows(include_str!("data/roles.tsv")) {
            let [word, class] = row.as_slice() else { continue };
            lexicon.word(word).role = role(class);
            if let Some(ending) = word.strip_prefix('-') {
                lexicon.endings.push((Key::fold(ending), lexicon.number(word) as u32));
            }
        }
        lexicon
    }

    fn word(&mut self, text: &str) -> &mut Word {
        let next = self.words.len() as u32;
        let at = *self.index.entry(Key::fold(text)).or_insert(next);
        if at == next {
            self.words.push(Word::default());
        }
        &mut self.words[at as usize]
    }

    /// What is known of a word.
    pub fn look_up(&self, text: &str) -> &Word {
        &self.words[self.number(text)]
    }

    fn number(&self, text: &str) -> usize {
        let key = Key::fold(text);
        let by_ending = || {
            let longer =
                |e: &&(Key, u32)| key.as_str().len() > e.0.as_str().len() && key.as_str().ends_with(e.0.as_str());
            self.endings.iter().find(longer).map(|&(_, number)| number)
        };
        self.index.get(&key).copied().or_else(by_ending).unwrap_or(0) as usize
    }

    /// The word of every token of a text.
    pub fn read(&self, text: &Text) -> Vec<&Word> {
        // News repeats its words: each distinct one is folded once.
        let mut known: HashMap<&str, &Word> = HashMap::new();
        (text.tokens.iter())
            .map(|token| {
                let word = text.slice(token.span);
                *known.entry(word).or_insert_with(|| self.look_up(word))
            })
            .collect()
    }
}

fn grammar(class: &str) -> Option<Grammar> {
    Some(match class {
        "ne" => Grammar::Ne,
        "genitive" => Grammar::Genitive,
        "ko" => Grammar::Ko,
        "se" => Grammar::Se,
        "in" => Grammar::In,
        "on" => Grammar::On,
        "until" => Grammar::Until,
        "that" => Grammar::That,
        "aux" => Grammar::Aux,
        "while" => Grammar::While,
        "passive" => Grammar::Passive,
        "habit" => Grammar::Habit,
        "not" => Grammar::Not,
        "and" => Grammar::And,
        "but" => Grammar::But,
        "particle" => Grammar::Particle,
        "this" => Grammar::This,
        "relative" => Grammar::Relative,
        "when" => Grammar::When,
        "pronoun-ne" => Grammar::PronounNe,
        "pronoun-genitive" => Grammar::PronounGenitive,
        "pronoun-ko" => Grammar::PronounKo,
        "pronoun" => Grammar::Pronoun,
        "not-a-speaker" => Grammar::NotASpeaker,
        "according" => Grammar::According,
        "source" => Grammar::Source,
        "believe" => Grammar::Believe,
        "express" => Grammar::Express,
        "adverb" => Grammar::Adverb,
        _ => return None,
    })
}

fn role(class: &str) -> Option<Role> {
    Some(match class {
        "office" => Role::Office,
        "profession" => Role::Profession,
        "player" => Role::Player,
        "body" => Role::Body,
        "court" => Role::Court,
        "firm" => Role::Firm,
        "group" => Role::Group,
        "document" => Role::Document,
        _ => return None,
    })
}
