//! Lines: which line breaks part paragraphs, and which only fit the text to a width.

/// Longest line, in bytes, of a text that may be wrapped to a width: a longer one means that breaks part paragraphs.
const LONGEST: usize = 420;
/// Narrowest and widest column that texts are wrapped to, in characters.
const COLUMNS: std::ops::RangeInclusive<usize> = 40..=140;

/// How a text's line breaks are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Every line is a paragraph.
    Lines,
    /// Lines are wrapped to so many characters; a blank line, or one that ends early, parts paragraphs.
    Wrapped(usize),
}

impl Layout {
    /// Looks at the lengths of all lines.
    ///
    /// A text is wrapped when most lines are full (the next line's first word would not have fitted) and few of these end
    /// in a terminator.
    pub fn of(source: &str) -> Layout {
        if source.lines().any(|line| line.len() > LONGEST) {
            return Layout::Lines;
        }
        let lines = || source.lines().map(str::trim);
        let width = lines().map(|line| line.chars().count()).max().unwrap_or(0);
        if !COLUMNS.contains(&width) {
            return Layout::Lines;
        }
        let (mut joints, mut full, mut ended) = (0, 0, 0);
        for (line, next) in lines().zip(lines().skip(1)) {
            if line.is_empty() || next.is_empty() {
                continue;
            }
            joints += 1;
            if is_full(line, next, width) {
                full += 1;
                ended += usize::from(line.ends_with(['।', '.', '?', '!', '|', ':']));
            }
        }
        if full >= 3 && full * 3 >= joints * 2 && ended * 3 <= full { Layout::Wrapped(width) } else { Layout::Lines }
    }

    /// Does a paragraph end between two tokens that a line break parts? `before` and `after` are where they end and start.
    pub fn parts(self, source: &str, before: usize, after: usize) -> bool {
        let Layout::Wrapped(width) = self else { return true };
        let gap = &source[before..after];
        let breaks = gap.chars().filter(|c| matches!(c, '\n' | '\u{2028}')).count();
        if breaks > 1 || gap.contains('\u{2029}') {
            return true;
        }
        let line = source[..before].rsplit('\n').next().unwrap_or("").trim();
        let next = source[after..].lines().next().unwrap_or("");
        !is_full(line, next, width)
    }
}

/// Would the next line's first word not have fitted?
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or("");
    line.chars().count() + 1 + word.chars().count() > width
}
