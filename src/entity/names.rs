//! The newsroom's own names.

use super::EntityKind;
use crate::text::Key;

/// A newsroom's own people, bodies and places.
#[derive(Clone, Debug, Default)]
pub struct Names {}

impl Names {
    /// The forms, given by kind and key, that are wordings of a listed name: index of the form and of the name.
    pub fn rows<'a>(&self, forms: impl Iterator<Item = (EntityKind, &'a Key)>) -> impl Iterator<Item = (usize, usize)> {
        forms.enumerate().filter_map(|_| None)
    }
}
