//! Keyed: a sorted set of 24-bit keys, stored as gaps and searched by bucket.

use super::bytes::{ModelError, Reader, put_count};

/// Bits of a key.
pub const KEY_BITS: u32 = 24;
/// Bits of a key that its bucket tells.
const BUCKET_BITS: u32 = 16;
const LOW_BITS: u32 = KEY_BITS - BUCKET_BITS;

/// A set of 24-bit keys that gives each its rank.
///
/// Keys are hashes, spread evenly: a bucket of the upper 16 bits holds one or two, so a search is one short scan.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Rank of the first key of each bucket, and one past the last.
    starts: Vec<u32>,
    /// The low byte of each key.
    lows: Vec<u8>,
}

impl Keys {
    /// The set of `sorted` keys, each below 2²⁴.
    pub fn new(sorted: impl IntoIterator<Item = u32>) -> Keys {
        let mut keys = Keys { starts: vec![0; (1 << BUCKET_BITS) + 1], lows: Vec::new() };
        let mut filled = 0;
        for key in sorted {
            let bucket = ((key >> LOW_BITS) as usize).min((1 << BUCKET_BITS) - 1);
            keys.close(&mut filled, bucket);
            keys.lows.push(key.to_le_bytes()[0]);
        }
        keys.close(&mut filled, 1 << BUCKET_BITS);
        keys
    }

    fn close(&mut self, filled: &mut usize, bucket: usize) {
        while *filled < bucket {
            *filled += 1;
            self.starts[*filled] = u32::try_from(self.lows.len()).unwrap_or(u32::MAX);
        }
    }

    /// Number of keys.
    pub fn len(&self) -> usize {
        self.lows.len()
    }

    /// Is there no key?
    pub fn is_empty(&self) -> bool {
        self.lows.is_empty()
    }

    /// The rank of a key, if it is in the set.
    #[inline]
    pub fn rank(&self, key: u32) -> Option<usize> {
        let bucket = (key >> LOW_BITS) as usize & ((1 << BUCKET_BITS) - 1);
        let (first, last) = (self.starts[bucket] as usize, self.starts[bucket + 1] as usize);
        let low = key.to_le_bytes()[0];
        self.lows[first..last].iter().position(|&l| l == low).map(|at| first + at)
    }

    /// Reads a set: its size, then the gaps between its keys as three planes of bytes.
    ///
    /// # Errors
    /// When the file ends, or the gaps lead past 24 bits.
    pub fn read(reader: &mut Reader<'_>) -> Result<Keys, ModelError> {
        let count = reader.count("keys")?;
        let [a, b, c] = [reader.take(count, "keys")?, reader.take(count, "keys")?, reader.take(count, "keys")?];
        let mut at = 0u32;
        let mut sorted = Vec::with_capacity(count);
        for i in 0..count {
            let gap = u32::from_le_bytes([a[i], b[i], c[i], 0]);
            if (gap == 0 && i > 0) || at + gap >= 1 << KEY_BITS {
                return Err(ModelError::Invalid("keys"));
            }
            at += gap;
            sorted.push(at);
        }
        Ok(Keys::new(sorted))
    }

    /// Writes what [`Keys::read`] reads.
    pub fn write(sorted: &[u32], out: &mut Vec<u8>) {
        put_count(out, sorted.len());
        for plane in 0..3 {
            let mut last = 0;
            out.extend(sorted.iter().map(|&key| {
                let gap = key - last;
                last = key;
                gap.to_le_bytes()[plane]
            }));
        }
    }
}
