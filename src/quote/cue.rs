//! Cues: the words that introduce speech, by construction; negated, rumoured and merely planned speech left out.

use super::inflection::Form;
use super::lexicon::{Grammar, Reach, Word};
use std::ops::Range;

/// How a cue is tied to its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// `X ने कहा`.
    Ergative,
    /// `X कहते हैं`, `X बोले`.
    Nominative,
    /// `X का कहना है`, `X की मांग है`.
    Genitive,
    /// `X को उम्मीद है`.
    Dative,
    /// `बयान में कहा गया`.
    Passive,
    /// `X के मुताबिक`.
    According,
}

/// A cue: its tokens, its voice, and what it can introduce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// How its speaker stands.
    pub voice: Voice,
    /// What it introduces.
    pub reach: Reach,
    /// `कहते हुए`: counts only with कि or marks right after it.
    pub participle: bool,
}

/// The cues of one sentence, in order.
pub fn find(words: &[&Word], sentence: Range<usize>) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let cursor = Cursor { words, start: sentence.start, end: sentence.end };
        match cursor.cue(at) {
            Some(cue) => {
                at = cue.tokens.end.max(at + 1);
                cues.push(cue);
            }
            None => at += 1,
        }
    }
    cues
}

struct Cursor<'a> {
    words: &'a [&'a Word],
    start: usize,
    end: usize,
}

impl Cursor<'_> {
    fn is(&self, at: usize, grammar: Grammar) -> bool {
        (self.start..self.end).contains(&at) && self.words[at].is(grammar)
    }

    fn skip(&self, mut at: usize, what: impl Fn(&Word) -> bool) -> usize {
        while at < self.end && what(self.words[at]) {
            at += 1;
        }
        at
    }

    /// The cue whose first word stands at `at`.
    fn cue(&self, at: usize) -> Option<Cue> {
        self.frame(at).or_else(|| self.noun(at)).or_else(|| self.verb(at))
    }

    /// `के मुताबिक`, `उनके अनुसार`, `के हवाले से`, `की मानें तो`.
    fn frame(&self, at: usize) -> Option<Cue> {
        if !(self.is(at, Grammar::Genitive) || self.is(at, Grammar::PronounGenitive)) {
            return None;
        }
        let next = at + 1;
        let source =
            self.is(next, Grammar::Source) && (self.is(next + 1, Grammar::Se) || self.is(next + 1, Grammar::In));
        let two_words = source || (self.is(next, Grammar::Believe) && self.is(next + 1, Grammar::Particle));
        let end = match () {
            () if self.is(next, Grammar::According) => next + 1,
            // `X के हवाले से कहा कि`
            () if source => {
                self.verb(next + 2).filter(|v| self.is(v.tokens.end, Grammar::That)).map_or(next + 2, |v| v.tokens.end)
            }
            () if two_words => next + 2,
            () => return None,
        };
        // A pronoun is the speaker itself: the cue begins after it.
        let start = if self.is(at, Grammar::Genitive) { at } else { next };
        Some(Cue { tokens: start..end, voice: Voice::According, reach: Reach::Speech, participle: false })
    }

    /// A verb of speech in a finite form.
    fn verb(&self, at: usize) -> Option<Cue> {
        let word = *self.words.get(at).filter(|_| at < self.end)?;
        if word.slip && self.is(at + 1, Grammar::That) {
            return Some(Cue { tokens: at..at + 1, voice: Voice::Ergative, reach: Reach::Speech, participle: false });
        }
        let (form, reach) = word.verb?;
        // कहीं is somewhere.
        if self.negated(at) || word.is(Grammar::Adverb) {
            return None;
        }
        let (end, mut voice, participle) = self.finite(at, form, word.nominative)?;
        // लोगों को लगता है
        if reach == Reach::Thought && voice == Voice::Nominative && self.owner(at) == Some(Voice::Dative) {
            voice = Voice::Dative;
        }
        Some(Cue { tokens: at..end, voice, reach, participle })
    }

    /// Where a verb complex ends, and its voice: `कहा है`, `कहा गया था`, `कह दिया`, `कहते हैं`, `(का) कहना है`.
    fn finite(&self, at: usize, form: Form, nominative: bool) -> Option<(usize, Voice, bool)> {
        let next = at + 1;
        let tail = |from: usize| self.skip(from, |w| w.is(Grammar::Aux));
        let active = if nominative { Voice::Nominative } else { Voice::Ergative };
        match form {
            Form::Perfective if self.is(next, Grammar::Passive) => Some((tail(next + 1), Voice::Passive, false)),
            // कहा जाता है, कहा जा रहा है: people say; कहा हुआ: the said.
            Form::Perfective if self.is(next, Grammar::Habit) || self.is(next, Grammar::While) => None,
            Form::Perfective => (!self.is(next, Grammar::Not)).then(|| (tail(next), active, false)),
            Form::Imperfective if self.is(next, Grammar::While) => Some((next + 1, Voice::Ergative, true)),
            Form::Imperfective => Some((tail(next), Voice::Nominative, !self.is(next, Grammar::Aux))),
            Form::Stem => {
                let vector = next < self.end && self.words[next].vector;
                let running = self.is(next, Grammar::Aux) && next + 1 < self.end;
                (vector || running).then(|| {
                    let voice = if running { Voice::Nominative } else { active };
                    (tail(next + 1), voice, false)
                })
            }
            Form::Infinitive => {
                let owner = self.owner(at)?;
                (owner != Voice::Dative).then(|| (tail(next), Voice::Genitive, false))
            }
            Form::Oblique | Form::Conjunctive => None,
        }
    }

    /// A noun with its light verb (`आरोप भी लगाया`), or with है after its owner (`X का आरोप है`).
    fn noun(&self, at: usize) -> Option<Cue> {
        let (stems, reach) = self.words[at].noun?;
        if reach == Reach::None || self.negated(at) {
            return None;
        }
        if self.is(at + 1, Grammar::Aux) {
            let voice = self.owner(at)?;
            return Some(Cue {
                tokens: at..self.skip(at + 1, |w| w.is(Grammar::Aux)),
                voice,
                reach: if reach == Reach::Thought { reach } else { Reach::Act },
                participle: false,
            });
        }
        let verb = self.skip(at + 1, |w| {
            matches!(w.grammar, Some(Grammar::Particle | Grammar::This | Grammar::Ko | Grammar::Express))
        });
        let expressed = (at + 1..verb).any(|t| self.is(t, Grammar::Express));
        if verb > at + 4 || verb >= self.end || self.is(verb, Grammar::Not) {
            return None;
        }
        let (stem, form) = self.words[verb].light?;
        if (stems & (1 << stem) == 0 && !expressed) || form == Form::Infinitive {
            return None;
        }
        let (end, voice, participle) = self.finite(verb, form, false)?;
        Some(Cue { tokens: at..end, voice, reach, participle })
    }

    /// Whose is it? `X का (यह भी) कहना`, `उनका …`, `X को …`.
    fn owner(&self, at: usize) -> Option<Voice> {
        let mut before = at;
        while before > self.start && at - before < 4 {
            before -= 1;
            let word = self.words[before];
            if word.is(Grammar::Genitive) || word.is(Grammar::PronounGenitive) {
                return Some(Voice::Genitive);
            }
            if word.is(Grammar::Ko) || word.is(Grammar::PronounKo) {
                return Some(Voice::Dative);
            }
            if !(word.is(Grammar::Particle) || word.is(Grammar::This)) {
                return None;
            }
        }
        None
    }

    /// `नहीं कहा`, `न तो कहा`.
    fn negated(&self, at: usize) -> bool {
        at > self.start
            && (self.is(at - 1, Grammar::Not)
                || (at > self.start + 1 && self.is(at - 1, Grammar::Particle) && self.is(at - 2, Grammar::Not)))
    }
}
