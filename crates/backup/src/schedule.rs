//! When back-ups are due.

use chrono::{Days, Duration};
use kernel::{Instant, TenantId, dutch_day, dutch_midnight};

use crate::manifest::Tier;

/// Hours between two hot back-ups, counted on and on: the clock that is put forward or back in spring and autumn is
/// no matter to them.
const HOT_HOURS: i64 = 12;
/// The hours of the night, in the Netherlands, in which cold back-ups are begun: from the first to before the last.
const COLD_HOURS: (i64, i64) = (1, 5);

/// The last moment, until now, at which a back-up of an environment was due. After a long stop there is one to be
/// made up for, not all that were missed.
#[must_use]
pub fn last_due(tier: Tier, tenant: TenantId, now: Instant) -> Instant {
    match tier {
        Tier::Hot => {
            let (period, at) = (HOT_HOURS * 3600, now.timestamp());
            let since = (at - spread(tenant, period)).rem_euclid(period);
            now - Duration::seconds(since) - Duration::nanoseconds(i64::from(now.timestamp_subsec_nanos()))
        }
        Tier::Cold => {
            let today = cold_on(tenant, now, 0);
            if today <= now { today } else { cold_on(tenant, now, 1) }
        }
    }
}

/// The first moment after now at which one is due.
#[must_use]
pub fn next_due(tier: Tier, tenant: TenantId, now: Instant) -> Instant {
    match tier {
        Tier::Hot => last_due(tier, tenant, now) + Duration::hours(HOT_HOURS),
        Tier::Cold => {
            let today = cold_on(tenant, now, 0);
            // From noon on the next day's: whatever happens to the clock, noon is on it.
            if today > now {
                today
            } else {
                cold_on(tenant, dutch_midnight(dutch_day(now)) + Duration::hours(36), 0)
            }
        }
    }
}

/// Since when an environment should have had a newer back-up in a store than its last one, if it should. There is some
/// time for making it.
#[must_use]
pub fn overdue_since(tier: Tier, last_taken_at: Option<Instant>, now: Instant) -> Option<Instant> {
    let allowed = match tier {
        Tier::Hot => Duration::hours(HOT_HOURS) + Duration::minutes(15),
        // The longest day there is, and the time one takes.
        Tier::Cold => Duration::hours(26),
    };
    let since = last_taken_at? + allowed;
    (since < now).then_some(since)
}

/// The moment of the day `before` days before now.
fn cold_on(tenant: TenantId, now: Instant, before: u64) -> Instant {
    let day = dutch_day(now);
    let (from, to) = COLD_HOURS;
    let midnight = dutch_midnight(day.checked_sub_days(Days::new(before)).unwrap_or(day));
    midnight + Duration::hours(from) + Duration::seconds(spread(tenant, (to - from) * 3600))
}

/// Where in a period an environment has its turn, in seconds: they are spread over all of it, and each keeps its own.
fn spread(tenant: TenantId, period: i64) -> i64 {
    // The last bits of an id are random.
    let random = u64::try_from(tenant.uuid().as_u128() & u128::from(u32::MAX)).unwrap_or_default();
    i64::try_from(random).unwrap_or_default().rem_euclid(period)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use kernel::{FixedClock, SeededRandom};

    use super::*;

    fn at(text: &str) -> Instant {
        text.parse::<DateTime<Utc>>().unwrap()
    }

    fn tenants() -> Vec<TenantId> {
        let (clock, random) = (FixedClock::default(), SeededRandom::new(7));
        (0..200).map(|_| TenantId::generate(&clock, &random)).collect()
    }

    #[test]
    fn bak_16_hot_ones_are_due_every_twelve_hours_over_both_nights_the_clock_is_changed() {
        for tenant in tenants() {
            for begin in ["2026-03-27T00:00:00Z", "2026-10-23T00:00:00Z"] {
                let (mut now, mut last) = (at(begin), last_due(Tier::Hot, tenant, at(begin)));
                while now < at(begin) + Duration::days(4) {
                    now += Duration::minutes(7);
                    let due = last_due(Tier::Hot, tenant, now);
                    assert!(due <= now && now - due < Duration::hours(12), "{due} at {now}");
                    assert!(due == last || due - last == Duration::hours(12), "{last} and then {due}");
                    assert_eq!(next_due(Tier::Hot, tenant, now), due + Duration::hours(12));
                    last = due;
                }
            }
        }
    }

    #[test]
    fn bak_16_cold_ones_are_due_once_on_each_dutch_day_of_23_24_and_25_hours() {
        for tenant in tenants() {
            for begin in ["2026-03-26T12:00:00Z", "2026-10-22T12:00:00Z"] {
                let (mut now, mut days) = (at(begin), std::collections::BTreeSet::new());
                while now < at(begin) + Duration::days(6) {
                    now += Duration::minutes(11);
                    let (due, next) = (last_due(Tier::Cold, tenant, now), next_due(Tier::Cold, tenant, now));
                    assert!(due <= now && now < next, "{due} {now} {next}");
                    let apart = next - due;
                    assert!(apart >= Duration::hours(23) && apart <= Duration::hours(25), "{due} {next}");
                    days.insert(due);
                }
                let on: std::collections::BTreeSet<_> = days.iter().map(|due| dutch_day(*due)).collect();
                assert_eq!((on.len(), days.len()), (days.len(), 7), "one a day");
            }
        }
    }

    #[test]
    fn environments_have_their_turns_all_over_the_period() {
        let mut hours = [0; 12];
        for tenant in tenants() {
            let due = last_due(Tier::Hot, tenant, at("2026-05-01T00:00:00Z"));
            let hour = usize::try_from((due.timestamp() / 3600).rem_euclid(12)).unwrap();
            hours[hour] += 1;
        }
        assert!(hours.iter().all(|count| (5..=40).contains(count)), "{hours:?}");
    }
}
