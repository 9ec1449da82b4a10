//! Features: what the tagger sees of a word and its neighbours. The one file that trainer and tagger share.
//!
//! A feature is a 24-bit hash. Most depend on one word and on the place from which it is seen ([`alone`]); they are
//! summed once a distinct word. The rest join two or three words ([`together`]).

use super::gazetteer::{Gazetteer, Lists};
use crate::text::{Key, Text, TokenKind};

/// How far a word sees to each side.
pub const REACH: usize = 2;
/// Places from which a word is seen: two before it, itself, two after it.
pub const PLACES: usize = 2 * REACH + 1;

/// What is known of a word apart from its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Hash of its key.
    pub hash: u64,
    /// The lists it stands in.
    pub lists: Lists,
    /// Script, length and kind, in one number.
    shape: u8,
    /// A mark that opens or closes what is quoted.
    is_quotation_mark: bool,
}

/// Stands before the first and after the last word.
pub const NO_WORD: Word = Word { hash: 1, lists: Lists(0), shape: 0, is_quotation_mark: false };

impl Word {
    /// Looks at a token.
    pub fn new(key: &Key, kind: TokenKind, gazetteer: &Gazetteer) -> Word {
        let key = key.as_str();
        let is_quotation_mark = matches!(key, "\"" | "'" | "“" | "”" | "‘" | "’" | "''" | "‘‘" | "’’" | "«" | "»");
        Word { hash: hash(key), lists: gazetteer.phrase(hash(key)), shape: shape(key, kind), is_quotation_mark }
    }

    /// Its lists, its frequency and, where it is in none, its shape.
    fn class(self) -> u64 {
        let lists = u64::from(self.lists.0 & !Lists::BEGINS.0);
        if lists == 0 { u64::from(self.shape) << 16 } else { lists }
    }

    fn frequency(self) -> u64 {
        u64::from(self.lists.and(Lists::FREQUENCY).0)
    }
}

/// A phrase of some list that covers a word, and where in it the word stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    lists: Lists,
    /// 0 at no phrase, 1 first, 2 inner, 3 last word.
    part: u8,
}

impl Phrase {
    const fn hash(self) -> u64 {
        (self.lists.0 as u64) << 2 | self.part as u64
    }
}

/// Hash of a key (FNV-1a, then mixed).
pub fn hash(key: &str) -> u64 {
    mix(key.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)))
}

/// Hash of a phrase, from the hash of the phrase so far and that of its next word.
pub const fn join(phrase: u64, word: u64) -> u64 {
    mix(phrase.rotate_left(5) ^ word)
}

/// Spreads a number's bits over all bits (the finalizer of MurmurHash3).
const fn mix(mut h: u64) -> u64 {
    h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h = (h ^ (h >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

/// The key of a feature: of what sort it is and what it holds.
pub fn feature(sort: u64, value: u64) -> u32 {
    u32::try_from(mix(value ^ sort.wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 40).unwrap_or(0)
}

/// The key of a token for look-up.
pub fn key_of(text: &Text, token: usize) -> Key {
    Key::fold(text.token_text(token))
}

fn shape(key: &str, kind: TokenKind) -> u8 {
    let first = key.chars().next().unwrap_or(' ');
    let script = if first.is_ascii_alphabetic() {
        1
    } else if crate::text::char_class::is_devanagari(first) {
        2
    } else if first.is_ascii_digit() {
        3
    } else {
        4
    };
    let length = u8::try_from(key.chars().count().min(7)).unwrap_or(7);
    let kind = match kind {
        TokenKind::Word => 1,
        TokenKind::Number => 2,
        TokenKind::Punctuation => 3,
        _ => 4,
    };
    1 + length + 8 * (script + 5 * kind)
}

/// The features of one word, seen from a place: 0 from two words before it, [`REACH`] from itself.
pub fn alone(key: &str, word: Word, place: usize, mut emit: impl FnMut(u32)) {
    let sort = 100 * (place as u64 + 1);
    emit(feature(sort, word.hash));
    emit(feature(sort + 1, word.class()));
    if place.abs_diff(REACH) == 1 {
        emit(feature(sort + 2, u64::from(word.shape)));
        emit(feature(sort + 3, word.frequency()));
    }
    if place != REACH {
        return;
    }
    emit(feature(4, u64::from(word.shape)));
    emit(feature(5, word.frequency()));
    for bit in 0..12 {
        let list = word.lists.0 & 1 << bit;
        if list != 0 {
            emit(feature(6, u64::from(list)));
            emit(feature(7, u64::from(list) | word.frequency()));
        }
    }
    let chars: Vec<char> = std::iter::once('^').chain(key.chars()).chain(std::iter::once('$')).collect();
    // A function word tells by itself what its pieces would.
    if word.frequency() < Lists::FREQUENCY_TOP {
        for first in 0..chars.len() {
            let mut gram = 0u64;
            for (length, &c) in (1..).zip(chars[first..].iter().take(6)) {
                gram = gram.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(c);
                if (3..6).contains(&length) || (length == 6 && (first == 0 || first + 6 == chars.len())) {
                    emit(feature(8, gram));
                }
            }
        }
    }
    for end in [2, 3] {
        if let Some(start) = chars.len().checked_sub(end) {
            emit(feature(9, chars[start..].iter().fold(0, |h, &c| join(h, u64::from(c)))));
        }
    }
    emit(feature(10, u64::from(chars[1].to_ascii_lowercase())));
}

/// A sentence as its words see it.
#[derive(Clone, Debug)]
pub struct Context {
    words: Vec<Word>,
    phrases: Vec<Phrase>,
    /// The nearest function word before each word, and after it, with its distance.
    before: Vec<u64>,
    after: Vec<u64>,
    /// How long the stretch in quotation marks is that holds each word: 0 none, 1 a short one.
    quoted: Vec<u64>,
}

/// How far a word looks for a function word.
const FAR: usize = 4;
/// Most words of a quoted stretch that may be a title.
const TITLE: usize = 6;

impl Context {
    /// Looks at the words of a sentence.
    pub fn new(words: Vec<Word>, gazetteer: &Gazetteer) -> Context {
        let phrases = phrases(&words, gazetteer);
        let nearest = |range: &mut dyn Iterator<Item = usize>| {
            let found = range.take(FAR).enumerate().find(|&(_, i)| words[i].frequency() == Lists::FREQUENCY_TOP);
            found.map_or(0, |(distance, i)| (words[i].hash << 3) | (distance as u64 + 1))
        };
        let before = (0..words.len()).map(|at| nearest(&mut (0..at).rev())).collect();
        let after = (0..words.len()).map(|at| nearest(&mut (at + 1..words.len()))).collect();
        let quoted = quoted(&words);
        Context { words, phrases, before, after, quoted }
    }

    /// The features that join a word with its neighbours.
    pub fn features(&self, at: usize, mut emit: impl FnMut(u32)) {
        let [before2, before, own, after, after2] = self.window(at);
        let class = [before.class(), own.class(), after.class()];
        emit(feature(20, join(before.hash, own.hash)));
        emit(feature(21, join(own.hash, after.hash)));
        emit(feature(22, join(before.hash, after.hash)));
        emit(feature(23, join(class[0], class[1])));
        emit(feature(24, join(class[1], class[2])));
        emit(feature(25, join(join(class[0], class[1]), class[2])));
        emit(feature(26, join(before.hash, class[1])));
        emit(feature(27, join(class[1], after.hash)));
        emit(feature(28, join(before2.hash, before.hash)));
        emit(feature(29, join(after.hash, after2.hash)));
        for place in 0..3 {
            let phrase = (at + place).checked_sub(1).and_then(|i| self.phrases.get(i)).copied().unwrap_or_default();
            if phrase != Phrase::default() {
                emit(feature(30 + place as u64, phrase.hash()));
                if place == 1 {
                    emit(feature(33, phrase.hash() << 16 | own.frequency()));
                    emit(feature(34, join(phrase.hash(), after.hash)));
                }
            }
        }
        emit(feature(40, join(self.after[at], class[1])));
        emit(feature(41, self.after[at]));
        emit(feature(42, join(self.before[at], class[1])));
        emit(feature(43, join(self.before[at], self.after[at])));
        if self.quoted[at] != 0 {
            emit(feature(44, self.quoted[at]));
            emit(feature(45, join(self.quoted[at], class[1])));
        }
    }

    /// The words around a word, itself in the middle.
    fn window(&self, at: usize) -> [Word; PLACES] {
        std::array::from_fn(|place| {
            (at + place).checked_sub(REACH).and_then(|i| self.words.get(i)).copied().unwrap_or(NO_WORD)
        })
    }
}

/// For each word whether it stands in a short stretch between quotation marks, as titles do.
fn quoted(words: &[Word]) -> Vec<u64> {
    let mut inside = vec![0; words.len()];
    let mut open: Option<usize> = None;
    for (at, _) in words.iter().enumerate().filter(|(_, word)| word.is_quotation_mark) {
        match open {
            Some(start) if (1..=TITLE).contains(&(at - start - 1)) => {
                inside[start + 1..at].fill(1);
                open = None;
            }
            _ => open = Some(at),
        }
    }
    inside
}

/// For each word of a sentence, the listed phrase of two or more words that covers it: the longest, from the left.
fn phrases(words: &[Word], gazetteer: &Gazetteer) -> Vec<Phrase> {
    let mut found = vec![Phrase::default(); words.len()];
    let mut at = 0;
    while at < words.len() {
        let (end, lists) = longest(&words[at..], gazetteer);
        if !lists.is_empty() {
            for (i, slot) in found[at..at + end].iter_mut().enumerate() {
                let part = if i == 0 {
                    1
                } else if i + 1 == end {
                    3
                } else {
                    2
                };
                *slot = Phrase { lists, part };
            }
        }
        at += end;
    }
    found
}

/// Number of words of the longest listed phrase that begins at the first word, and its lists; one word in none.
fn longest(words: &[Word], gazetteer: &Gazetteer) -> (usize, Lists) {
    let mut best = (1, Lists::default());
    if !words[0].lists.and(Lists::BEGINS).is_empty() {
        let mut phrase = words[0].hash;
        for (i, word) in words.iter().enumerate().take(Gazetteer::LONGEST).skip(1) {
            phrase = join(phrase, word.hash);
            let lists = gazetteer.phrase(phrase);
            if !lists.is_empty() {
                best = (i + 1, lists);
            }
        }
    }
    best
}
