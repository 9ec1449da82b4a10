//! The word and name lists as shipped, and how a list file is read.

/// Bodies: name, kind, short forms joined by `|`.
pub const ORGANIZATIONS: &str = include_str!("data/organizations.tsv");
/// Head words of bodies' names, each with the place it takes in them.
pub const ORGANIZATION_WORDS: &str = include_str!("data/organization-words.tsv");

/// Words that places' names are built with, each with the place it takes in them.
pub const PLACE_WORDS: &str = include_str!("data/place-words.tsv");

/// The columns of a list's lines, comment and empty lines left out; a missing column reads as empty.
pub fn rows<const N: usize>(list: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or(""))
    })
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn comments_are_left_out_and_short_lines_padded() {
        let read: Vec<[&str; 2]> = rows("# word\tmeaning\nक\tख\tग\n\nघ\n").collect();
        assert_eq!(read, [["क", "ख"], ["घ", ""]]);
    }
}
