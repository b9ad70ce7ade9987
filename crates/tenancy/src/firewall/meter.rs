//! Counting what is asked: a bucket per subject that empties at an even pace.

use std::collections::HashMap;

use super::Subject;

/// A minute, in microseconds: how much a bucket holds.
pub(super) const FULL: i64 = 60_000_000;
/// How far work that was only measured afterwards can put a bucket in debt.
const MOST_DEBT: i64 = 2 * FULL;
/// The most subjects with a bucket per environment.
const MOST_SUBJECTS: usize = 4_096;

/// What a request takes, in tenths of a plain one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cost(u32);

impl Cost {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// A file of the application, out of memory.
    pub const PAGE: Self = Self(1);
    /// A plain request.
    pub const ONE: Self = Self(10);

    /// So many plain requests.
    #[must_use]
    pub const fn requests(count: u32) -> Self {
        Self(count.saturating_mul(10))
    }

    /// So many tenths of a plain request.
    #[must_use]
    pub const fn tenths(count: u32) -> Self {
        Self(count)
    }

    /// How long it fills a bucket that allows so many requests a minute.
    fn micros(self, per_minute: u32) -> i64 {
        FULL * i64::from(self.0) / (i64::from(per_minute.max(1)) * 10)
    }
}

/// The buckets of an environment. A bucket is the moment at which it will be empty (GCRA's
/// theoretical arrival time), in microseconds since 1970: one number says all.
#[derive(Debug, Default)]
pub(super) struct Meter {
    empty_at: HashMap<Subject, i64>,
}

impl Meter {
    /// Adds to a subject's bucket, or tells how many seconds until there is room.
    pub(super) fn take(
        &mut self,
        subject: Subject,
        (cost, per_minute): (Cost, u32),
        now: i64,
    ) -> Result<(), u64> {
        let at = self.level(subject, now);
        // What could never fit goes in an empty bucket.
        let filled = at + cost.micros(per_minute).min(FULL);
        let over = filled - now - FULL;
        if over > 0 {
            return Err(u64::try_from(over).unwrap_or_default().div_ceil(1_000_000));
        }
        self.set(subject, filled, now);
        Ok(())
    }

    /// Adds to a subject's bucket what was measured afterwards.
    pub(super) fn add(&mut self, subject: Subject, (cost, per_minute): (Cost, u32), now: i64) {
        let at = self.level(subject, now);
        self.set(subject, (at + cost.micros(per_minute)).min(now + MOST_DEBT), now);
    }

    /// Puts back what was kept over a restart.
    pub(super) fn restore(&mut self, subject: Subject, empty_at: i64, now: i64) {
        let at = self.level(subject, now).max(empty_at.min(now + MOST_DEBT));
        self.set(subject, at, now);
    }

    /// The buckets that a restart must not empty: a quarter full or more.
    pub(super) fn heavy(&self, now: i64) -> impl Iterator<Item = (Subject, i64)> {
        self.empty_at.iter().map(|(subject, at)| (*subject, *at)).filter(move |(_, at)| *at - now >= FULL / 4)
    }

    pub(super) fn clear(&mut self) {
        self.empty_at.clear();
    }

    /// Between empty and the most anybody can owe, also after the clock was put back.
    fn level(&self, subject: Subject, now: i64) -> i64 {
        self.empty_at.get(&subject).copied().unwrap_or(now).clamp(now, now + MOST_DEBT)
    }

    fn set(&mut self, subject: Subject, empty_at: i64, now: i64) {
        if self.empty_at.len() >= MOST_SUBJECTS && !self.empty_at.contains_key(&subject) {
            self.make_room(now);
        }
        self.empty_at.insert(subject, empty_at);
    }

    /// Forgets who is at zero; when everybody has something, the half with the least.
    fn make_room(&mut self, now: i64) {
        self.empty_at.retain(|_, at| *at > now);
        if self.empty_at.len() < MOST_SUBJECTS {
            return;
        }
        let mut levels: Vec<i64> = self.empty_at.values().copied().collect();
        let middle = levels.len() / 2;
        let (_, median, _) = levels.select_nth_unstable(middle);
        let median = *median;
        let mut left = middle;
        self.empty_at.retain(|_, at| {
            // Equals count too: a thousand newcomers with the same little must not all stay.
            let stays = *at > median || (*at == median && left > 0);
            left -= usize::from(stays && left > 0);
            stays
        });
    }

    #[cfg(test)]
    fn len(&self) -> usize {
        self.empty_at.len()
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use proptest::prelude::*;

    use super::*;

    const SECOND: i64 = 1_000_000;

    fn subject(number: u32) -> Subject {
        Subject::address(IpAddr::V4(Ipv4Addr::from(number)))
    }

    fn takes(meter: &mut Meter, cost: Cost, per_minute: u32, now: i64) -> Result<(), u64> {
        meter.take(subject(1), (cost, per_minute), now)
    }

    #[test]
    fn ten_21_a_burst_of_a_minute_is_let_through_and_then_the_pace_holds() {
        let mut meter = Meter::default();
        for _ in 0..60 {
            assert_eq!(takes(&mut meter, Cost::ONE, 60, 0), Ok(()));
        }
        assert_eq!(takes(&mut meter, Cost::ONE, 60, 0), Err(1));
        assert_eq!(takes(&mut meter, Cost::ONE, 60, SECOND), Ok(()));
        assert_eq!(takes(&mut meter, Cost::ONE, 60, SECOND), Err(1));
        assert_eq!(takes(&mut meter, Cost::requests(10), 60, SECOND), Err(10));
        assert_eq!(takes(&mut meter, Cost::ONE, 60, 200 * SECOND), Ok(()));
    }

    #[test]
    fn ten_21_dear_requests_count_for_more_and_a_page_for_little() {
        let mut meter = Meter::default();
        assert_eq!(takes(&mut meter, Cost::requests(59), 60, 0), Ok(()));
        for _ in 0..10 {
            assert_eq!(takes(&mut meter, Cost::PAGE, 60, 0), Ok(()));
        }
        assert_eq!(takes(&mut meter, Cost::PAGE, 60, 0), Err(1));
        let mut meter = Meter::default();
        assert_eq!(takes(&mut meter, Cost::requests(5_000), 60, 0), Ok(()), "into an empty bucket");
        assert_eq!(takes(&mut meter, Cost::PAGE, 60, 0), Err(1));
    }

    #[test]
    fn ten_21_work_measured_afterwards_puts_in_debt_for_a_bounded_time() {
        let mut meter = Meter::default();
        meter.add(subject(1), (Cost::requests(1_000_000), 60), 0);
        assert_eq!(takes(&mut meter, Cost::ONE, 60, 0), Err(61));
        assert_eq!(takes(&mut meter, Cost::ONE, 60, 61 * SECOND), Ok(()));
    }

    #[test]
    fn a_clock_that_is_put_back_keeps_nobody_out_for_longer_than_what_they_owed() {
        let mut meter = Meter::default();
        for _ in 0..60 {
            takes(&mut meter, Cost::ONE, 60, 1_000 * SECOND).unwrap();
        }
        meter.restore(subject(1), 100_000 * SECOND, 0);
        assert_eq!(takes(&mut meter, Cost::ONE, 60, 0), Err(61));
    }

    #[test]
    fn ten_21_a_flood_of_addresses_takes_bounded_room_and_does_not_free_who_is_over() {
        let mut meter = Meter::default();
        for _ in 0..60 {
            takes(&mut meter, Cost::ONE, 60, 0).unwrap();
        }
        for number in 2..20_000 {
            meter.take(subject(number), (Cost::ONE, 60), 0).unwrap();
            assert!(meter.len() <= MOST_SUBJECTS);
        }
        assert_eq!(takes(&mut meter, Cost::ONE, 60, 0), Err(1));
    }

    proptest! {
        /// Whatever the pattern: no minute lets through more than two minutes' worth, burst and pace together.
        #[test]
        fn no_more_passes_than_a_burst_and_the_pace(
            steps in prop::collection::vec((0_i64..5 * SECOND, 1_u32..40), 1..300),
            per_minute in 10_u32..200,
        ) {
            let (mut meter, mut now, mut passed) = (Meter::default(), 0, 0_i64);
            for (pause, tenths) in steps {
                now += pause;
                if takes(&mut meter, Cost::tenths(tenths), per_minute, now).is_ok() {
                    passed += i64::from(tenths);
                }
            }
            let allowed = i64::from(per_minute) * 10 * (now + FULL) / FULL;
            // A microsecond is lost in rounding per request.
            prop_assert!(passed <= allowed + 1, "{passed} of {allowed}");
        }
    }
}
