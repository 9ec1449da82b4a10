//! Bodies and places: long names, the short ones and acronyms that stand for them, and names in other words.

use super::Form;
use super::groups::Groups;
use super::initials::{Letters, initial_sound, is_passed_over, is_syllabic_acronym, sound_of_letter};
use super::spelling::Spelling;
use crate::entity::{EntityKind, lists};
use crate::text::char_class::is_devanagari;
use crate::text::{Key, Text};
use std::collections::{HashMap, HashSet};

const SYNONYMS: &str = include_str!("../data/body-synonyms.tsv");
const PLACE_ALIASES: &str = include_str!("../data/place-aliases.tsv");

/// Longer names looked at for one shorter: enough for any article, few enough for any text.
const MOST: usize = 8;
/// Words of a name that are compared; longer ones are no names.
const LONGEST: usize = 12;

/// What the linking of bodies and places knows.
#[derive(Debug)]
pub struct Lists {
    /// Phrase of a body's name → the phrase that stands for all its synonyms.
    synonyms: HashMap<String, String>,
    /// Words and phrases that say only what kind of body it is.
    heads: HashSet<String>,
    /// Parties: कांग्रेस is one, not short for तृणमूल कांग्रेस.
    parties: HashSet<String>,
    organizations: Aliases,
    places: Aliases,
}

/// Names with their short forms. A row's index stands for what it names.
#[derive(Debug, Default)]
struct Aliases {
    names: HashMap<String, Vec<usize>>,
    short: HashMap<String, Vec<usize>>,
    rows: usize,
}

impl Aliases {
    fn add(&mut self, name: &str, short: &str) {
        self.names.entry(compact(name)).or_default().push(self.rows);
        for short in short.split('|').filter(|s| !s.is_empty()) {
            self.short.entry(compact(short)).or_default().push(self.rows);
        }
        self.rows += 1;
    }

    fn knows(&self, compact: &str) -> bool {
        self.names.contains_key(compact) || self.short.contains_key(compact)
    }
}

/// The key without spaces and marks: `जम्मू-कश्मीर` and `जम्मू कश्मीर` are one.
fn compact(name: &str) -> String {
    Key::fold(name).as_str().chars().filter(|&c| is_devanagari(c) || c.is_alphanumeric()).collect()
}

/// Vowel signs, nasal signs and virama.
const fn is_mark_of_letter(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0903}' | '\u{093E}'..='\u{094D}')
}

impl Lists {
    /// With the embedded lists.
    pub fn new() -> Lists {
        let fold = |s: &str| Key::fold(s).as_str().to_owned();
        let synonyms = lists::rows(SYNONYMS)
            .flat_map(|[name, others]| others.split('|').map(move |other| (fold(other), fold(name))))
            .collect();
        let heads = lists::rows(lists::ORGANIZATION_WORDS)
            .filter(|[_, position]| *position != "first")
            .map(|[word, _]| fold(word))
            .collect();
        let parties = lists::rows(lists::ORGANIZATIONS)
            .filter(|[_, kind]| *kind == "party")
            .map(|[name, _]| compact(name))
            .collect();
        let (mut organizations, mut places) = (Aliases::default(), Aliases::default());
        lists::rows(lists::ORGANIZATIONS).for_each(|[name, _, short]| organizations.add(name, short));
        lists::rows(PLACE_ALIASES).for_each(|[name, short]| places.add(name, short));
        Lists { synonyms, heads, parties, organizations, places }
    }

    /// Replaces the phrases of a body's name by the one that stands for their synonyms, longest first.
    fn canonical(&self, words: &[String]) -> Vec<String> {
        let mut canonical = Vec::with_capacity(words.len());
        let mut at = 0;
        while at < words.len() {
            let longest = (1..=3.min(words.len() - at))
                .rev()
                .find_map(|len| self.synonyms.get(&words[at..at + len].join(" ")).map(|phrase| (len, phrase)));
            match longest {
                Some((len, phrase)) => {
                    canonical.extend(phrase.split(' ').map(str::to_owned));
                    at += len;
                }
                None => {
                    canonical.push(words[at].clone());
                    at += 1;
                }
            }
        }
        canonical
    }

    /// Can the name, with which the longer one begins, stand for it?
    fn is_beginning(&self, name: &Name, long: &Name) -> bool {
        let rest = &long.canonical[name.canonical.len()..];
        match name.kind {
            EntityKind::Location => rest.iter().all(|word| is_kind_of_place(word)),
            _ => {
                // हरियाणा रोडवेज is whole, and not short for हरियाणा रोडवेज वर्कर्स यूनियन.
                let whole = name.canonical.last().is_some_and(|word| self.is_head(word));
                !whole && (!self.organizations.knows(&name.compact) || self.is_head(&rest.join(" ")))
            }
        }
    }

    /// Can the name, with which a longer one ends, stand for it?
    fn is_end(&self, name: &Name) -> bool {
        let head = self.is_head(&name.canonical.join(" ")) && !self.parties.contains(&name.compact);
        name.kind == EntityKind::Organization && (head || !self.organizations.knows(&name.compact))
    }

    fn is_head(&self, phrase: &str) -> bool {
        self.heads.contains(phrase) || phrase.split(' ').all(|word| self.heads.contains(word))
    }
}

/// A name taken apart.
struct Name {
    form: usize,
    kind: EntityKind,
    compact: String,
    /// The letters it spells, where it is an acronym of letters.
    letters: Option<String>,
    /// As written, folded.
    words: Vec<String>,
    /// Synonyms replaced.
    canonical: Vec<String>,
}

/// Unites the forms of bodies and of places. `glosses`: forms that stand in brackets right after others.
pub fn link(
    lists: &Lists,
    letters: &Letters,
    text: &Text,
    forms: &[Form],
    glosses: &[(usize, usize)],
    groups: &mut Groups,
) {
    for kind in [EntityKind::Organization, EntityKind::Location] {
        let names: Vec<Name> = (forms.iter().enumerate())
            .filter(|(_, f)| f.kind == kind && !f.furniture)
            .map(|(form, f)| {
                let key =
                    Key::fold(&text.slice(f.span).replace(['-', '–', '.', '(', ')', ',', '‘', '’', '\'', '"'], " "));
                let words: Vec<String> = key.as_str().split_whitespace().take(LONGEST).map(str::to_owned).collect();
                let canonical = if kind == EntityKind::Organization { lists.canonical(&words) } else { words.clone() };
                let letters = letters.read(text.slice(f.span)).filter(|read| read.len() > 1);
                Name { form, kind, compact: compact(text.slice(f.span)), letters, words, canonical }
            })
            .filter(|name| !name.words.is_empty())
            .collect();
        link_spellings(&names, groups);
        link_letters(&names, groups);
        link_listed(
            if kind == EntityKind::Organization { &lists.organizations } else { &lists.places },
            &names,
            groups,
        );
        if kind == EntityKind::Organization {
            link_acronyms(&names, groups);
        }
        link_parts(lists, &names, groups);
    }
    for &(name, gloss) in glosses {
        link_gloss(lists, letters, text, forms, name, gloss, groups);
    }
}

/// The same words in other spellings, with or without spaces.
fn link_spellings(names: &[Name], groups: &mut Groups) {
    let mut seen: HashMap<String, Vec<(Spelling, usize, usize)>> = HashMap::new();
    for name in names {
        let whole = Spelling::new(&name.canonical.concat());
        let alike = seen.entry(whole.bones.clone()).or_default();
        let other =
            alike.iter().find(|(other, words, _)| whole.is_variant_of(other, *words > 1 && name.words.len() > 1));
        match other {
            Some(&(_, _, form)) => groups.unite(name.form, form),
            None if alike.len() < MOST => alike.push((whole, name.words.len(), name.form)),
            None => {}
        }
    }
}

/// बीजेपी and BJP.
fn link_letters(names: &[Name], groups: &mut Groups) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for name in names {
        if let Some(read) = &name.letters {
            let form = *seen.entry(read).or_insert(name.form);
            groups.unite(name.form, form);
        }
    }
}

/// Names and short forms of one row of the lists. A short form of several rows stands for the one that the article
/// names in full, else for the first.
fn link_listed(aliases: &Aliases, names: &[Name], groups: &mut Groups) {
    let mut row_of: HashMap<usize, usize> = HashMap::new();
    let mut unite = |groups: &mut Groups, row: usize, form: usize| {
        let other = *row_of.entry(row).or_insert(form);
        groups.unite(form, other);
    };
    let none = Vec::new();
    let mut in_full: HashSet<usize> = HashSet::new();
    for name in names {
        for &row in aliases.names.get(&name.compact).unwrap_or(&none) {
            in_full.insert(row);
            unite(groups, row, name.form);
        }
    }
    for name in names {
        let rows = aliases.short.get(&name.compact).unwrap_or(&none);
        let named: Vec<usize> = rows.iter().copied().filter(|row| in_full.contains(row)).collect();
        let is_row = aliases.names.contains_key(&name.compact);
        for &row in if !named.is_empty() || is_row { &named[..] } else { &rows[..rows.len().min(1)] } {
            unite(groups, row, name.form);
        }
    }
}

/// Acronyms of names that the lists lack, by the beginnings of their words.
fn link_acronyms(names: &[Name], groups: &mut Groups) {
    let mut by_sounds: HashMap<String, Vec<&Name>> = HashMap::new();
    for name in names.iter().filter(|name| name.words.len() > 1) {
        let fitting = by_sounds.entry(sounds(&name.words)).or_default();
        if fitting.len() < MOST {
            fitting.push(name);
        }
    }
    for name in names.iter().filter(|name| name.words.len() == 1) {
        let sounds = match &name.letters {
            Some(letters) => letters.chars().map(sound_of_letter).collect::<String>(),
            None => name
                .compact
                .chars()
                .filter(|&c| !is_mark_of_letter(c))
                .filter_map(|c| initial_sound(&Spelling::new(c.encode_utf8(&mut [0; 4]))))
                .collect(),
        };
        if sounds.len() < 3 {
            continue;
        }
        let longer: Vec<usize> = by_sounds
            .get(&sounds)
            .into_iter()
            .flatten()
            .filter(|long| name.letters.is_some() || is_syllabic_acronym(&name.compact, &content_words(&long.words)))
            .map(|long| long.form)
            .collect();
        groups.abbreviate(name.form, &longer);
    }
}

fn content_words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).filter(|word| !is_passed_over(word)).collect()
}

/// The merged sounds with which the words begin.
fn sounds(words: &[String]) -> String {
    content_words(words).into_iter().filter_map(|word| initial_sound(&Spelling::new(word))).collect()
}

/// The beginning or the end of a longer name: `तृणमूल` of `तृणमूल कांग्रेस`, `हाईकोर्ट` of `दिल्ली हाईकोर्ट`.
fn link_parts(lists: &Lists, names: &[Name], groups: &mut Groups) {
    let mut beginnings: HashMap<String, Vec<&Name>> = HashMap::new();
    let mut ends: HashMap<String, Vec<&Name>> = HashMap::new();
    let push = |list: &mut Vec<_>, name| {
        if list.len() < MOST {
            list.push(name);
        }
    };
    for name in names {
        for cut in 1..name.canonical.len() {
            push(beginnings.entry(name.canonical[..cut].join(" ")).or_default(), name);
            push(ends.entry(name.canonical[cut..].join(" ")).or_default(), name);
        }
    }
    for name in names {
        let phrase = name.canonical.join(" ");
        let begun = beginnings.get(&phrase).into_iter().flatten().filter(|long| lists.is_beginning(name, long));
        let ended = ends.get(&phrase).into_iter().flatten().filter(|_| lists.is_end(name));
        let longer: Vec<usize> = begun.chain(ended).map(|long| long.form).collect();
        groups.abbreviate(name.form, &longer);
    }
}

/// A word that says only what kind of place it is, so that the name is the same without it.
fn is_kind_of_place(word: &str) -> bool {
    matches!(
        word,
        "प्रदेश"
            | "शहर"
            | "जिला"
            | "जिले"
            | "राज्य"
            | "सिटी"
            | "गांव"
            | "ग्राम"
            | "तहसील"
            | "नदी"
            | "देश"
            | "टाउन"
            | "कस्बा"
    )
}

/// The second name stands in brackets after the first: its acronym, or the same in Latin letters.
fn link_gloss(
    lists: &Lists,
    letters: &Letters,
    text: &Text,
    forms: &[Form],
    name: usize,
    gloss: usize,
    groups: &mut Groups,
) {
    let (long, short) = (text.slice(forms[name].span), text.slice(forms[gloss].span));
    let (long_rows, short_rows) = (compact(long), compact(short));
    let latin = short.chars().any(|c| c.is_ascii_alphabetic()) && !long.chars().any(|c| c.is_ascii_alphabetic());
    let acronym = forms[gloss].kind == EntityKind::Organization && letters.read(short).is_some_and(|l| l.len() > 1);
    let listed_apart =
        lists.organizations.names.contains_key(&long_rows) && lists.organizations.names.contains_key(&short_rows);
    if (latin || acronym) && !listed_apart {
        groups.unite(name, gloss);
    }
}
