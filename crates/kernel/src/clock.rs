//! The injected clock.

use std::sync::Mutex;

use chrono::{DateTime, Duration, NaiveDate, SubsecRound, TimeZone, Utc};

/// A moment in UTC, precise to the microsecond (what both databases keep).
pub type Instant = DateTime<Utc>;

/// The calendar day it is in the Netherlands: days in the product (an end date, a deadline) are Dutch ones.
#[must_use]
pub fn dutch_day(at: Instant) -> NaiveDate {
    at.with_timezone(&chrono_tz::Europe::Amsterdam).date_naive()
}

/// The moment a day begins in the Netherlands. Nobody moves the clock at midnight there.
#[must_use]
pub fn dutch_midnight(day: NaiveDate) -> Instant {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let local = chrono_tz::Europe::Amsterdam.from_local_datetime(&midnight).earliest();
    local.map_or_else(|| midnight.and_utc(), |local| local.with_timezone(&Utc))
}

/// Tells the time. Ask it instead of `Utc::now`, so that a test can choose the moment.
pub trait Clock: Send + Sync {
    /// Now, in UTC, cut to whole microseconds.
    fn now(&self) -> Instant;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> Instant {
        Utc::now().trunc_subsecs(6)
    }
}

/// A clock that stands still until told to move.
#[derive(Debug)]
pub struct FixedClock(Mutex<Instant>);

impl FixedClock {
    /// A clock that stands at `instant`.
    #[must_use]
    pub fn at(instant: Instant) -> Self {
        Self(Mutex::new(instant.trunc_subsecs(6)))
    }

    /// Moves the clock, backwards too.
    pub fn advance(&self, by: Duration) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) += by;
    }
}

impl Default for FixedClock {
    /// Monday 5 January 2026, 09:00 in Amsterdam.
    fn default() -> Self {
        Self::at(Utc.with_ymd_and_hms(2026, 1, 5, 8, 0, 0).single().unwrap_or_default())
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
