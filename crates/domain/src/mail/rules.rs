//! When a mail is tried again.

use chrono::Duration;
use kernel::{Instant, Random};

/// How long a server that is trying a mail has it to itself. Longer than any attempt can take.
pub(super) const LEASE: Duration = Duration::minutes(5);
/// The wait after the first failure; it doubles with every further one.
const FIRST_WAIT: Duration = Duration::minutes(1);
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::hours(1);

/// When to try again after this many attempts: waits double, each a fifth shorter or longer by chance, so
/// that mails that failed together do not all come back together. `None` when that is too late.
pub(super) fn next_attempt(
    (attempts, now): (i32, Instant),
    expires_at: Instant,
    random: &dyn Random,
) -> Option<Instant> {
    let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or_default().min(6);
    let wait = (FIRST_WAIT * (1 << doublings)).min(LONGEST_WAIT);
    let mut byte = [0_u8; 1];
    random.fill(&mut byte);
    let [draw] = byte;
    // 80 % to 120 %.
    let permille = 800 + i32::from(draw) * 400 / 255;
    let next = now + wait * permille / 1_000;
    (next < expires_at).then_some(next)
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, FixedClock, SeededRandom};

    use super::*;

    #[test]
    fn waits_double_up_to_an_hour_and_vary_by_a_fifth() {
        let (now, random) = (FixedClock::default().now(), SeededRandom::new(7));
        for (attempts, minutes) in [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (50, 60), (i32::MAX, 60)] {
            let draws: Vec<_> = (0..200)
                .map(|_| next_attempt((attempts, now), now + Duration::days(3), &random).unwrap() - now)
                .collect();
            let (least, most) = (draws.iter().min().unwrap(), draws.iter().max().unwrap());
            let wait = Duration::minutes(minutes);
            assert!(*least >= wait * 8 / 10 && *most <= wait * 12 / 10, "{attempts}: {least} {most}");
            assert!(*least < wait && *most > wait, "{attempts} does not vary");
        }
    }

    #[test]
    fn what_would_come_too_late_is_not_tried_again() {
        let (now, random) = (FixedClock::default().now(), SeededRandom::new(7));
        assert_eq!(next_attempt((1, now), now + Duration::seconds(30), &random), None);
    }
}
