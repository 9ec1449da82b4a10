//! Stem: what the forms of a Hindi noun or adjective share.
//!
//! Longest-suffix stripping after Ramanathan and Rao, "A Lightweight Stemmer for Hindi" (EACL 2003 workshop), cut down to
//! the endings of number and case, so that words of different meaning stay apart.

/// Ending of a form and what the stem has in its place, longest endings first; endings are folded as `Key` folds.
const ENDINGS: [(&str, &str); 14] = [
    ("ियों", "ी"),
    ("ियां", "ी"),
    ("ाओं", "ा"),
    ("ाएं", "ा"),
    ("ायें", "ा"),
    ("ुओं", "ू"),
    ("ुएं", "ू"),
    ("इयों", "ई"),
    ("इयां", "ई"),
    ("ओं", ""),
    ("एं", ""),
    ("ों", ""),
    ("ें", ""),
    ("े", "ा"),
];

/// The stems that a folded form may have, the likelier first.
///
/// Oblique plurals are the one ambiguity: `किसानों` comes from `किसान`, `डिब्बों` from `डिब्बा`.
pub fn stems(form: &str) -> (String, Option<String>) {
    let found = ENDINGS.iter().find_map(|&(ending, replacement)| {
        let rest = form.strip_suffix(ending)?;
        (rest.chars().filter(|&c| !is_sign(c)).count() >= 2).then_some((rest, ending, replacement))
    });
    match found {
        Some((rest, "ों", _)) => (rest.to_owned(), Some(format!("{rest}ा"))),
        Some((rest, _, replacement)) => (format!("{rest}{replacement}"), None),
        None => (form.to_owned(), None),
    }
}

const fn is_sign(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0903}' | '\u{093E}'..='\u{094D}')
}

#[cfg(test)]
mod tests {
    use super::stems;
    use crate::text::Key;

    #[test]
    fn forms_of_a_word_meet() {
        for forms in [
            "किसान किसानों",
            "डिब्बा डिब्बे डिब्बों",
            "नौकरी नौकरियां नौकरियों",
            "महिला महिलाएँ महिलाओं",
            "साधू साधुओं",
            "मिठाई मिठाइयां",
            "सड़क सड़कें सड़कों",
        ] {
            let mut shared: Option<Vec<String>> = None;
            for form in forms.split(' ') {
                let (first, second) = stems(Key::fold(form).as_str());
                let these: Vec<String> = std::iter::once(first).chain(second).collect();
                shared = Some(match shared {
                    None => these,
                    Some(before) => before.into_iter().filter(|stem| these.contains(stem)).collect(),
                });
            }
            assert!(shared.is_some_and(|stems| !stems.is_empty()), "{forms}");
        }
    }

    #[test]
    fn short_words_stay() {
        for word in ["में", "के", "ने", "हों", "दें"] {
            assert_eq!(stems(word), (word.to_owned(), None));
        }
    }
}
