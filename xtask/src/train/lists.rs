//! Lists: the name lists and word counts, as the gazetteer that the tagger reads.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use vakta::entity::common_words::CommonWords;
use vakta::entity::features::{self, join};
use vakta::entity::gazetteer::{Gazetteer, Lists};
use vakta::text::Text;

/// Words and phrases with their lists.
#[derive(Default)]
pub struct Entries(BTreeMap<u64, Lists>);

impl Entries {
    /// Reads the lists of a folder.
    pub fn read(folder: &Path) -> io::Result<Entries> {
        let mut entries = Entries::default();
        let all = |_: &[&str]| Some(Lists::PLACE);
        entries.file(folder, "places-india.tsv", &[0], all)?;
        entries.file(folder, "places-world.tsv", &[0], all)?;
        entries.file(folder, "given-names.tsv", &[0], |_| Some(Lists::GIVEN))?;
        entries.file(folder, "family-names.tsv", &[0], |_| Some(Lists::FAMILY))?;
        entries.file(folder, "organizations.tsv", &[0, 2], |_| Some(Lists::ORGANIZATION))?;
        entries.file(folder, "people.tsv", &[0, 2], |_| Some(Lists::PERSON))?;
        entries.file(folder, "ambiguous.tsv", &[0], |_| Some(Lists::AMBIGUOUS))?;
        entries.file(folder, "person-words.tsv", &[0], |row| {
            Some(if row.get(1) == Some(&"after") { Lists::AFTER_PERSON } else { Lists::BEFORE_PERSON })
        })?;
        entries.file(folder, "organization-words.tsv", &[0], |row| {
            Some(match row.get(1) {
                Some(&"first") => Lists::ORGANIZATION_FIRST,
                Some(&"last") => Lists::ORGANIZATION_LAST,
                _ => Lists::ORGANIZATION_FIRST.or(Lists::ORGANIZATION_LAST),
            })
        })?;
        entries.file(folder, "place-words.tsv", &[0], |row| (!row[0].starts_with('-')).then_some(Lists::PLACE_WORD))?;
        CommonWords::new().forms().for_each(|form| entries.add(&form, Lists::COMMON));
        for line in std::fs::read_to_string(folder.join("word-frequency.tsv"))?.lines().filter(|l| !l.starts_with('#'))
        {
            let Some((word, class)) = line.split_once('\t') else { continue };
            let class: u16 = class.parse().unwrap_or(600);
            let class = if class < 270 {
                3
            } else if class < 480 {
                2
            } else {
                1
            };
            entries.add(word, Lists(class << 13));
        }
        Ok(entries)
    }

    fn file(
        &mut self,
        folder: &Path,
        name: &str,
        columns: &[usize],
        lists: impl Fn(&[&str]) -> Option<Lists>,
    ) -> io::Result<()> {
        let path = folder.join(name);
        if !path.exists() {
            eprintln!("{}: not there yet, left out", path.display());
            return Ok(());
        }
        for line in std::fs::read_to_string(path)?.lines().filter(|l| !l.starts_with('#')) {
            let row: Vec<&str> = line.split('\t').collect();
            let Some(lists) = lists(&row) else { continue };
            for name in columns.iter().filter_map(|&c| row.get(c)).flat_map(|cell| cell.split('|')) {
                self.add(name, lists);
            }
        }
        Ok(())
    }

    fn add(&mut self, name: &str, lists: Lists) {
        let text = Text::segment(name.trim());
        let words: Vec<u64> =
            (0..text.tokens.len()).map(|t| features::hash(features::key_of(&text, t).as_str())).collect();
        let Some((&first, rest)) = words.split_first() else { return };
        if words.len() > Gazetteer::LONGEST {
            return;
        }
        if !rest.is_empty() {
            self.put(first, Lists::BEGINS);
        }
        self.put(rest.iter().fold(first, |phrase, &word| join(phrase, word)), lists);
    }

    fn put(&mut self, hash: u64, lists: Lists) {
        let slot = self.0.entry(hash).or_default();
        *slot = slot.or(lists);
    }

    /// The gazetteer's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        Gazetteer::write(self.0.iter().map(|(&hash, &lists)| (hash, lists)), &mut out);
        out
    }
}
