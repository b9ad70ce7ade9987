//! How failures become waiting.

use chrono::Duration;
use kernel::Instant;

/// Attempts that may fail within [`WINDOW`] before one has to wait.
pub const FREE_ATTEMPTS: u32 = 5;
/// How long failures are remembered: from the first one, or from the end of the last wait.
pub const WINDOW: Duration = Duration::minutes(15);
/// The wait after the last free attempt; it doubles with every failure after that.
const FIRST_BLOCK: Duration = Duration::seconds(30);
/// The longest wait. Nobody is locked out for good by what strangers type.
pub const LONGEST_BLOCK: Duration = Duration::minutes(15);

/// What is remembered of one account's failures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub failures: u32,
    pub window_started_at: Instant,
    pub blocked_until: Option<Instant>,
}

impl Tally {
    fn is_forgotten(&self, now: Instant) -> bool {
        let last =
            self.blocked_until.map_or(self.window_started_at, |until| until.max(self.window_started_at));
        last + WINDOW <= now
    }
}

/// Whole seconds still to wait, if any.
pub(crate) fn wait(tally: Option<&Tally>, now: Instant) -> Option<u64> {
    let left = tally?.blocked_until? - now;
    let milliseconds = u64::try_from(left.num_milliseconds()).ok().filter(|left| *left > 0)?;
    Some(milliseconds.div_ceil(1_000))
}

/// Whether a wait of this many seconds is the first one: the moment to tell the owner.
pub(crate) fn is_first_block(wait: Option<u64>) -> bool {
    wait.is_some_and(|seconds| seconds == FIRST_BLOCK.num_seconds().unsigned_abs())
}

/// The tally with one more failure.
pub(crate) fn count(tally: Option<Tally>, now: Instant) -> Tally {
    let before = tally.filter(|tally| !tally.is_forgotten(now));
    let failures = before.map_or(0, |tally| tally.failures).saturating_add(1);
    Tally {
        failures,
        window_started_at: before.map_or(now, |tally| tally.window_started_at),
        blocked_until: block(failures).map(|block| now + block),
    }
}

/// How long to wait after this many failures.
fn block(failures: u32) -> Option<Duration> {
    let doublings = failures.checked_sub(FREE_ATTEMPTS)?;
    // 30 s doubled five times is past the longest wait already.
    Some((FIRST_BLOCK * (1 << doublings.min(5))).min(LONGEST_BLOCK))
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, FixedClock};

    use super::*;

    #[test]
    fn the_fifth_failure_brings_30_seconds_and_every_next_one_twice_as_much_up_to_15_minutes() {
        let waits: Vec<_> =
            (1..=12).map(|failures| block(failures).map(|block| block.num_seconds())).collect();
        let mut wanted = vec![None; 4];
        wanted.extend([30, 60, 120, 240, 480, 900, 900, 900].map(Some));
        assert_eq!(waits, wanted);
        assert_eq!(block(u32::MAX), Some(LONGEST_BLOCK));
    }

    #[test]
    fn a_wait_is_told_in_whole_seconds_rounded_up() {
        let now = FixedClock::default().now();
        let tally =
            |left: Duration| Tally { failures: 5, window_started_at: now, blocked_until: Some(now + left) };
        assert_eq!(wait(Some(&tally(Duration::milliseconds(29_001))), now), Some(30));
        assert_eq!(wait(Some(&tally(Duration::milliseconds(1))), now), Some(1));
        assert_eq!(wait(Some(&tally(Duration::zero())), now), None);
        assert_eq!(wait(None, now), None);
    }

    #[test]
    fn failures_are_forgotten_a_quarter_of_an_hour_after_the_first_one_or_the_last_wait() {
        let clock = FixedClock::default();
        let start = clock.now();
        let four = (0..4).fold(None, |tally, _| Some(count(tally, start)));
        assert_eq!(count(four, start + WINDOW - Duration::seconds(1)).failures, 5);
        assert_eq!(count(four, start + WINDOW).failures, 1);
        let five = Some(count(four, start));
        let freed = start + Duration::seconds(30);
        assert_eq!(count(five, freed + WINDOW - Duration::seconds(1)).failures, 6);
        assert_eq!(count(five, freed + WINDOW).failures, 1);
    }

    #[test]
    fn mfa_09_a_hundred_failures_in_a_row_never_bring_more_than_the_longest_wait() {
        let clock = FixedClock::default();
        let mut tally = None;
        for _ in 0..100 {
            let next = count(tally, clock.now());
            let left = wait(Some(&next), clock.now()).unwrap_or(0);
            assert!(left <= LONGEST_BLOCK.num_seconds().unsigned_abs());
            clock.advance(Duration::seconds(left.cast_signed()));
            tally = Some(next);
        }
        assert_eq!(wait(tally.as_ref(), clock.now()), None);
    }
}
