//! Bytes: a checked little-endian reader for model files, and what can be wrong with one.

use std::fmt;

/// Why a model can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// The first bytes are not a model's.
    NotAModel,
    /// The model was written for another version of this program.
    Version {
        /// The version in the file.
        found: u8,
        /// The version this program reads.
        expected: u8,
    },
    /// The file ends inside the named part.
    Truncated(&'static str),
    /// The named part holds what no trainer writes.
    Invalid(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ModelError::NotAModel => f.write_str("not a model file: make one with `cargo xtask train`"),
            ModelError::Version { found, expected } => write!(
                f,
                "model of version {found}, but this program reads version {expected}: retrain with `cargo xtask train`"
            ),
            ModelError::Truncated(part) => write!(f, "model file ends inside its {part}: copy or download it again"),
            ModelError::Invalid(part) => write!(f, "model file is damaged in its {part}: copy or download it again"),
        }
    }
}

impl std::error::Error for ModelError {}

/// Reads a model file from the front; every read is checked.
#[derive(Clone, Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// A reader of a whole file.
    pub const fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader(bytes)
    }

    /// The next `count` bytes.
    ///
    /// # Errors
    /// [`ModelError::Truncated`] with the name of the `part` when fewer are left.
    pub fn take(&mut self, count: usize, part: &'static str) -> Result<&'a [u8], ModelError> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(ModelError::Truncated(part))?;
        self.0 = rest;
        Ok(head)
    }

    /// The next byte.
    ///
    /// # Errors
    /// As [`Reader::take`].
    pub fn u8(&mut self, part: &'static str) -> Result<u8, ModelError> {
        Ok(self.take(1, part)?[0])
    }

    /// The next four bytes, a count.
    ///
    /// # Errors
    /// As [`Reader::take`].
    pub fn count(&mut self, part: &'static str) -> Result<usize, ModelError> {
        let bytes = self.take(4, part)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
    }

    /// Two planes of bytes, low and high: `count` numbers of 16 bits. Planes compress better than pairs.
    ///
    /// # Errors
    /// As [`Reader::take`].
    pub fn planes(&mut self, count: usize, part: &'static str) -> Result<Vec<u16>, ModelError> {
        let (low, high) = (self.take(count, part)?, self.take(count, part)?);
        Ok(low.iter().zip(high).map(|(&l, &h)| u16::from_le_bytes([l, h])).collect())
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// [`ModelError::Invalid`] when bytes are left over.
    pub const fn end(self) -> Result<(), ModelError> {
        if self.0.is_empty() { Ok(()) } else { Err(ModelError::Invalid("end")) }
    }
}

/// Writes what [`Reader::count`] reads.
pub fn put_count(out: &mut Vec<u8>, count: usize) {
    out.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}

/// Writes what [`Reader::planes`] reads.
pub fn put_planes(out: &mut Vec<u8>, values: &[u16]) {
    out.extend(values.iter().map(|v| v.to_le_bytes()[0]));
    out.extend(values.iter().map(|v| v.to_le_bytes()[1]));
}
