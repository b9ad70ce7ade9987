//! How long objects are locked.

use std::{io, sync::Arc};

use chrono::Days;
use kernel::{Clock, Instant};

/// A lock in compliance mode rather than governance: nobody can take it back, the owner of the bucket neither.
#[derive(Clone)]
pub(super) struct Lock {
    /// At least so many from the back-up on that an object is part of.
    pub(super) days: u32,
    pub(super) clock: Arc<dyn Clock>,
}

impl Lock {
    /// Until when what is sent now is locked. A tenth longer than was asked for: the lock of a file that many
    /// back-ups share is renewed now and then, not with each of them.
    pub(super) fn until(&self) -> io::Result<String> {
        let until = self.after(self.days + self.days.div_ceil(10)).ok_or(io::ErrorKind::InvalidInput)?;
        Ok(until.format("%Y-%m-%dT%H:%M:%SZ").to_string())
    }

    /// Whether a lock that ends then is long enough for a back-up that is made now.
    pub(super) fn reaches(&self, end: Instant) -> bool {
        self.after(self.days).is_some_and(|least| least <= end)
    }

    fn after(&self, days: u32) -> Option<Instant> {
        self.clock.now().checked_add_days(Days::new(days.into()))
    }
}
