//! The newsroom's own names: a list that takes effect with no training and wins over the model.

use super::{EntityKind, Mention};
use crate::span::Span;
use crate::text::{Key, Text, TokenKind};
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;

/// A name that a newsroom lists, as `{"name": "ममता बनर्जी", "kind": "person", "aliases": ["दीदी"]}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The full name.
    pub name: String,
    /// What it names.
    pub kind: EntityKind,
    /// Other wordings: short names, acronyms, spellings.
    pub aliases: Vec<String>,
}

/// A newsroom's own people, bodies and places.
///
/// Deserializes from a list of [`Name`]s, whatever the format (JSON, JavaScript objects); an error says where:
///
/// ```
/// use vakta::entity::Names;
/// let names: Result<Names, _> = serde_json::from_str(r#"[{"name": "दैनिक सवेरा", "kind": "paper"}]"#);
/// assert!(names.unwrap_err().to_string().starts_with("names[0].kind: unknown kind `paper`"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Names {
    kinds: Vec<EntityKind>,
    /// Wording → name.
    wordings: HashMap<Vec<Key>, usize>,
    /// A trie over the wordings' words: node and word → node; node 0 is the root.
    steps: HashMap<(usize, Key), usize>,
    /// The name that ends at each node.
    ends: Vec<Option<usize>>,
}

/// What is wrong with a list of names, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamesError {
    /// Index of the name in the list.
    pub index: usize,
    /// `name` or `aliases`.
    pub key: &'static str,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for NamesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "names[{}].{}: {}", self.index, self.key, self.problem)
    }
}

impl std::error::Error for NamesError {}

impl Names {
    /// Prepares a list.
    ///
    /// # Errors
    /// When a wording holds no letter or digit, or is given to two names.
    pub fn new(list: &[Name]) -> Result<Names, NamesError> {
        let mut names = Names { ends: vec![None], ..Names::default() };
        for (index, name) in list.iter().enumerate() {
            names.kinds.push(name.kind);
            let aliases = name.aliases.iter().map(|alias| ("aliases", alias));
            for (key, wording) in std::iter::once(("name", &name.name)).chain(aliases) {
                names.add(index, wording).map_err(|problem| NamesError { index, key, problem })?;
            }
        }
        Ok(names)
    }

    /// Is nothing listed?
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    fn add(&mut self, index: usize, wording: &str) -> Result<(), String> {
        let words: Vec<Key> = pieces(wording, 0).map(|(word, _)| word).collect();
        if words.is_empty() {
            return Err(format!("`{wording}` holds no letter or digit"));
        }
        let mut node = 0;
        for word in &words {
            let next = self.ends.len();
            node = *self.steps.entry((node, word.clone())).or_insert(next);
            if node == next {
                self.ends.push(None);
            }
        }
        match self.ends[node] {
            Some(other) if other != index => Err(format!("`{wording}` stands in names[{other}] already")),
            _ => {
                self.ends[node] = Some(index);
                self.wordings.insert(words, index);
                Ok(())
            }
        }
    }

    /// The listed names in a text, in text order: at each word the longest wording, compared by folded key.
    pub fn find(&self, text: &Text) -> Vec<Mention> {
        let mut mentions = Vec::new();
        if self.is_empty() {
            return mentions;
        }
        for sentence in &text.sentences {
            let words: Vec<(Key, Span)> = (text.tokens[sentence.tokens.clone()].iter())
                .filter(|t| !matches!(t.kind, TokenKind::Url | TokenKind::Handle | TokenKind::Hashtag))
                .flat_map(|t| {
                    // Marks between words end a wording; a hyphen or the stop of an abbreviation does not.
                    let mut inner = pieces(text.slice(t.span), t.span.start).peekable();
                    let mark = inner.peek().is_none() && !matches!(text.slice(t.span), "-" | "–" | ".");
                    inner.chain(mark.then(|| (Key::default(), t.span)))
                })
                .collect();
            let mut at = 0;
            while at < words.len() {
                let mut node = 0;
                let mut longest = None;
                for (ahead, (word, span)) in words[at..].iter().enumerate() {
                    let Some(&next) = self.steps.get(&(node, word.clone())) else { break };
                    node = next;
                    if let Some(name) = self.ends[node] {
                        longest = Some((ahead + 1, name, span.end));
                    }
                }
                match longest {
                    Some((length, name, end)) => {
                        mentions.push(Mention { span: Span::new(words[at].1.start, end), kind: self.kinds[name] });
                        at += length;
                    }
                    None => at += 1,
                }
            }
        }
        mentions
    }

    /// Found mentions with the listed names in place of those they overlap; both in text order.
    ///
    /// A found mention stays only where it holds the listed name as part of a longer one of the same kind: with `गांधी`
    /// listed, `राहुल गांधी` is still one name.
    pub fn overrule(&self, text: &Text, found: Vec<Mention>) -> Vec<Mention> {
        let listed = self.find(text);
        if listed.is_empty() {
            return found;
        }
        let is_part = |long: &Mention, part: &Mention| {
            long.kind == part.kind && long.span != part.span && long.span.contains(part.span)
        };
        let mut kept = Vec::with_capacity(found.len() + listed.len());
        let mut rest = listed.iter().peekable();
        for mention in found {
            while let Some(own) = rest.next_if(|own| own.span.end <= mention.span.start) {
                kept.push(*own);
            }
            match rest.peek() {
                Some(own) if is_part(&mention, own) => {
                    while rest.next_if(|own| mention.span.contains(own.span)).is_some() {}
                    kept.push(mention);
                }
                Some(own) if own.span.overlaps(mention.span) => {}
                _ => kept.push(mention),
            }
        }
        kept.extend(rest);
        kept
    }

    /// The forms, given by kind and text, that are wordings of a listed name: index of the form and of the name.
    pub fn rows<'a>(&self, forms: impl Iterator<Item = (EntityKind, &'a str)>) -> impl Iterator<Item = (usize, usize)> {
        forms.enumerate().filter_map(|(form, (kind, wording))| {
            let words: Vec<Key> =
                if self.is_empty() { return None } else { pieces(wording, 0).map(|(word, _)| word).collect() };
            let name = *self.wordings.get(&words)?;
            (self.kinds[name] == kind).then_some((form, name))
        })
    }
}

/// The words of a wording, without stops and hyphens: `के.सी.` and `के सी` are alike. Each with its place.
fn pieces(wording: &str, start: usize) -> impl Iterator<Item = (Key, Span)> {
    let is_inner =
        |c: char| c.is_alphanumeric() || matches!(c, '\u{0900}'..='\u{0963}' | '\u{00AD}' | '\u{200B}'..='\u{200F}');
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &wording[at..];
        let begin = at + rest.find(is_inner)?;
        let end = wording[begin..].find(|c| !is_inner(c)).map_or(wording.len(), |length| begin + length);
        at = end;
        Some((Key::fold(&wording[begin..end]), Span::new(start + begin, start + end)))
    })
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Names, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = Names;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of names, each an object with `name`, `kind` and, if any, `aliases`")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                loop {
                    let place = |e: A::Error| A::Error::custom(format_args!("names[{}]{e}", names.len()));
                    match list.next_element::<Name>().map_err(place)? {
                        Some(name) => names.push(name),
                        None => return Names::new(&names).map_err(A::Error::custom),
                    }
                }
            }
        }
        deserializer.deserialize_seq(List)
    }
}

/// Errors begin with the key, `.kind: …`, or with a colon, to follow the name of the list.
impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name, D::Error> {
        struct One;
        impl<'de> Visitor<'de> for One {
            type Value = Name;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with `name`, `kind` and, if any, `aliases`")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Name, A::Error> {
                let (mut name, mut kind, mut aliases) = (None, None, Vec::new());
                while let Some(key) = map.next_key::<String>()? {
                    let place = |e: A::Error| A::Error::custom(format_args!(".{key}: {e}"));
                    match key.as_str() {
                        "name" => name = Some(map.next_value::<String>().map_err(place)?),
                        "kind" => {
                            let given = map.next_value::<String>().map_err(place)?;
                            kind = Some(kind_of(&given).ok_or_else(|| {
                                let use_one = "use `person`, `organization` or `location`";
                                A::Error::custom(format_args!(".kind: unknown kind `{given}`; {use_one}"))
                            })?);
                        }
                        "aliases" => aliases = map.next_value::<Vec<String>>().map_err(place)?,
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                            return Err(A::Error::custom(format_args!(
                                ".{key}: unknown key; use `name`, `kind`, `aliases`"
                            )));
                        }
                    }
                }
                let name = name.ok_or_else(|| A::Error::custom(": no `name`"))?;
                let kind = kind.ok_or_else(|| A::Error::custom(": no `kind`"))?;
                Ok(Name { name, kind, aliases })
            }
        }
        deserializer.deserialize_map(One)
    }
}

fn kind_of(name: &str) -> Option<EntityKind> {
    [EntityKind::Person, EntityKind::Organization, EntityKind::Location].into_iter().find(|kind| kind.name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(json: &str) -> Names {
        serde_json::from_str(json).unwrap()
    }

    fn error(json: &str) -> String {
        serde_json::from_str::<Names>(json).unwrap_err().to_string()
    }

    fn found(names: &Names, source: &str) -> Vec<String> {
        let text = Text::segment(source);
        names.find(&text).into_iter().map(|m| text.slice(m.span).to_owned()).collect()
    }

    #[test]
    fn errors_say_where() {
        assert!(error("[{]").contains("line 1 column 3"), "{}", error("[{]"));
        assert!(error(r#"{"name": "क"}"#).contains("a list of names"));
        let cases = [
            (r#"[{"kind": "person"}]"#, "names[0]: no `name`"),
            (r#"[{"name": "क"}]"#, "names[0]: no `kind`"),
            (r#"[{"name": "क", "kind": "person"}, {"name": 3, "kind": "person"}]"#, "names[1].name: invalid type"),
            (r#"[{"name": "क", "kind": "persn"}]"#, "names[0].kind: unknown kind `persn`"),
            (r#"[{"name": "क", "kind": "person", "alias": []}]"#, "names[0].alias: unknown key"),
            (r#"[{"name": "क", "kind": "person", "aliases": "ख"}]"#, "names[0].aliases: invalid type"),
            (r#"[{"name": " - ", "kind": "person"}]"#, "names[0].name: ` - ` holds no letter"),
            (
                r#"[{"name": "क", "kind": "person"}, {"name": "ख", "kind": "person", "aliases": ["क"]}]"#,
                "names[1].aliases: `क` stands in names[0] already",
            ),
        ];
        for (json, start) in cases {
            let said = error(json);
            assert!(said.starts_with(start), "{said}");
            assert!(said.contains("line 1"), "{said}");
        }
    }

    #[test]
    fn longest_wording_in_any_spelling() {
        let names = names(
            r#"[{"name": "के.सी. वेणुगोपाल", "kind": "person"},
                {"name": "आम आदमी पार्टी", "kind": "organization", "aliases": ["आम आदमी"]},
                {"name": "हिन्दी भवन", "kind": "location"}]"#,
        );
        let source = "के सी वेणुगोपाल ने कहा। आम आदमी पार्टी के आम आदमी, आम, आदमी हिंदी भवन पहुंचे।";
        assert_eq!(found(&names, source), ["के सी वेणुगोपाल", "आम आदमी पार्टी", "आम आदमी", "हिंदी भवन"]);
        assert_eq!(found(&names, "के-सी वेणुगोपाल आए।"), ["के-सी वेणुगोपाल"]);
        assert_eq!(found(&names, "हिंदीभवन और @आम आदमीपन"), [""; 0]);
    }

    #[test]
    fn listed_names_win() {
        let names = names(r#"[{"name": "सवेरा", "kind": "organization"}, {"name": "गांधी", "kind": "person"}]"#);
        let source = "नया सवेरा के अनुसार राहुल गांधी और गांधी आए।";
        let text = Text::segment(source);
        let mention = |words: &str, kind| {
            let start = source.find(words).unwrap();
            Mention { span: Span::new(start, start + words.len()), kind }
        };
        let found = vec![mention("नया सवेरा", EntityKind::Person), mention("राहुल गांधी", EntityKind::Person)];
        let won = names.overrule(&text, found);
        let words: Vec<&str> = won.iter().map(|m| text.slice(m.span)).collect();
        assert_eq!(words, ["सवेरा", "राहुल गांधी", "गांधी"]);
        assert_eq!(won[0].kind, EntityKind::Organization);
    }
}
