//! Forms of Hindi verbs by rule (McGregor, *Outline of Hindi Grammar*, 2nd ed.): from a stem to the forms that news uses.

/// What a form of a verb can do in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `कह`: before another verb (`कह दिया`, `कह रहे हैं`).
    Stem,
    /// `कहा`, `बोलीं`: finite by itself; takes a subject with `ने` where the verb is transitive.
    Perfective,
    /// `कहते`: finite with `हैं`/`थे`, a participle with `हुए`.
    Imperfective,
    /// `कहना`: a noun (`उनका कहना है`).
    Infinitive,
    /// `कहने`: its oblique case (`कहने पर`).
    Oblique,
    /// `कहकर`: having said.
    Conjunctive,
}

/// Every form of a stem, with what it is. `perfective` is the stem of the perfective where it is irregular (`कि` of कर).
pub fn forms(stem: &str, perfective: Option<&str>) -> Vec<(String, Form)> {
    let vowel = stem.ends_with(['ा', 'ो', 'े', 'आ']);
    let past: &[&str] = match perfective {
        // किया किये किए की कीं; दिया दिए दी दीं; हुआ हुए हुई हुईं
        Some(irregular) if irregular.ends_with('ि') => &["या", "ये", "ए"],
        Some(_) => &["आ", "ए", "ई", "ईं"],
        None if vowel => &["या", "ये", "ए", "यी", "ई", "यीं", "ईं"],
        None => &["ा", "े", "ी", "ीं"],
    };
    let root = perfective.unwrap_or(stem);
    let mut all = vec![(stem.to_owned(), Form::Stem)];
    all.extend(past.iter().map(|ending| (format!("{root}{ending}"), Form::Perfective)));
    if let Some(short) = root.strip_suffix('ि') {
        all.extend(["ी", "ीं"].map(|ending| (format!("{short}{ending}"), Form::Perfective)));
    }
    let regular = [
        (["ता", "ते", "ती", "तीं"].as_slice(), Form::Imperfective),
        (&["ना", "नी"], Form::Infinitive),
        (&["ने"], Form::Oblique),
        (&["कर", "के"], Form::Conjunctive),
    ];
    for (endings, form) in regular {
        all.extend(endings.iter().map(|ending| (format!("{stem}{ending}"), form)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_and_irregular_stems() {
        let of = |stem, perfective, form| -> Vec<String> {
            forms(stem, perfective).into_iter().filter(|(_, f)| *f == form).map(|(word, _)| word).collect()
        };
        assert_eq!(of("कह", None, Form::Perfective), ["कहा", "कहे", "कही", "कहीं"]);
        assert!(of("बता", None, Form::Perfective).contains(&"बताया".to_owned()));
        assert_eq!(of("कर", Some("कि"), Form::Perfective), ["किया", "किये", "किए", "की", "कीं"]);
        assert_eq!(of("हो", Some("हु"), Form::Perfective), ["हुआ", "हुए", "हुई", "हुईं"]);
        assert_eq!(of("बता", None, Form::Conjunctive), ["बताकर", "बताके"]);
    }
}
