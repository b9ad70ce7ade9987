//! What a story leaves open, drawn from a fixed seed.

use kernel::{Random, SeededRandom};

/// A row of draws.
pub(super) struct Draw(SeededRandom);

impl Draw {
    /// The row that belongs to this seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(SeededRandom::new(seed))
    }

    /// A whole number from `low` to `high`, both included; `low` when the range is empty.
    pub(super) fn between(&self, low: i32, high: i32) -> i32 {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        let size = u32::try_from(high - low + 1).unwrap_or(0).max(1);
        low + i32::try_from(u32::from_le_bytes(bytes) % size).unwrap_or(0)
    }

    /// True in about `percent` of 100 draws.
    pub(super) fn chance(&self, percent: i32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of `choices`; `None` when there are none.
    pub(super) fn pick<'a, T: ?Sized>(&self, choices: &[&'a T]) -> Option<&'a T> {
        let last = i32::try_from(choices.len()).unwrap_or(i32::MAX) - 1;
        choices.get(usize::try_from(self.between(0, last)).unwrap_or(0)).copied()
    }
}
