//! Gazetteer: which lists a word or a phrase stands in, kept as hashes.

use crate::crf::{Keys, ModelError, Reader, bytes::put_planes};

/// A set of lists, one bit each; the upper bits say how frequent a word is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lists(pub u16);

impl Lists {
    /// Places of India and of the world.
    pub const PLACE: Lists = Lists(1);
    /// Given names.
    pub const GIVEN: Lists = Lists(1 << 1);
    /// Family names.
    pub const FAMILY: Lists = Lists(1 << 2);
    /// Organizations and their abbreviations.
    pub const ORGANIZATION: Lists = Lists(1 << 3);
    /// People, by their full and short names.
    pub const PERSON: Lists = Lists(1 << 4);
    /// Words that are no names.
    pub const COMMON: Lists = Lists(1 << 5);
    /// Names that are words as well.
    pub const AMBIGUOUS: Lists = Lists(1 << 6);
    /// Titles, roles and kin, which stand before a name.
    pub const BEFORE_PERSON: Lists = Lists(1 << 7);
    /// Honorifics, which stand after one.
    pub const AFTER_PERSON: Lists = Lists(1 << 8);
    /// Words that organizations begin with.
    pub const ORGANIZATION_FIRST: Lists = Lists(1 << 9);
    /// Words that organizations end with.
    pub const ORGANIZATION_LAST: Lists = Lists(1 << 10);
    /// Words that places are built with.
    pub const PLACE_WORD: Lists = Lists(1 << 11);
    /// First words of phrases in any list.
    pub const BEGINS: Lists = Lists(1 << 12);
    /// How often a word stands in the texts learned from: four classes.
    pub const FREQUENCY: Lists = Lists(7 << 13);

    /// The frequency of function words (के, ने, में …).
    pub const FREQUENCY_TOP: u64 = 3 << 13;

    /// What both sets hold.
    pub const fn and(self, other: Lists) -> Lists {
        Lists(self.0 & other.0)
    }

    /// What either holds, with the higher frequency.
    pub const fn or(self, other: Lists) -> Lists {
        let mask = Lists::FREQUENCY.0;
        let (own, others) = (self.0 & mask, other.0 & mask);
        Lists((self.0 | other.0) & !mask | if own > others { own } else { others })
    }

    /// Is it in no list?
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Words and phrases with the lists they stand in. A phrase that is in none is taken for one of another about three times
/// in a thousand: the model learned with that.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    keys: Keys,
    lists: Vec<u16>,
}

impl Gazetteer {
    /// Longest phrase, in words.
    pub const LONGEST: usize = 7;

    /// The lists of a word or a phrase, by its hash.
    pub fn phrase(&self, hash: u64) -> Lists {
        Lists(self.keys.rank(key(hash)).map_or(0, |rank| self.lists[rank]))
    }

    /// Reads what [`Gazetteer::write`] wrote.
    ///
    /// # Errors
    /// When the file ends early or is damaged.
    pub fn read(reader: &mut Reader<'_>) -> Result<Gazetteer, ModelError> {
        let keys = Keys::read(reader)?;
        let lists = reader.planes(keys.len(), "lists")?;
        Ok(Gazetteer { keys, lists })
    }

    /// Writes words and phrases, given by their hashes.
    pub fn write(entries: impl IntoIterator<Item = (u64, Lists)>, out: &mut Vec<u8>) {
        let mut sorted = std::collections::BTreeMap::<u32, Lists>::new();
        for (hash, lists) in entries {
            let slot = sorted.entry(key(hash)).or_default();
            *slot = slot.or(lists);
        }
        Keys::write(&sorted.keys().copied().collect::<Vec<_>>(), out);
        put_planes(out, &sorted.into_values().map(|lists| lists.0).collect::<Vec<_>>());
    }
}

fn key(hash: u64) -> u32 {
    u32::try_from(hash >> 40).unwrap_or(0)
}
