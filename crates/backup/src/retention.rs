//! Which back-ups are kept.

use std::collections::HashSet;

use chrono::{Datelike, Duration};
use kernel::{Instant, dutch_day};
use tenancy::{BackupRun, BackupState};

use crate::manifest::Tier;

/// How many back-ups are kept, and never fewer than the last two that were proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// All of these last days.
    pub days: u32,
    /// After that the last of each day, this many days.
    pub daily: u32,
    /// Then the last of each week.
    pub weekly: u32,
    /// Then the last of each month.
    pub monthly: u32,
}

impl Retention {
    /// What is usual: hot ones for a month, cold ones for a year.
    #[must_use]
    pub const fn usual(tier: Tier) -> Self {
        match tier {
            Tier::Hot => Self { days: 3, daily: 14, weekly: 4, monthly: 0 },
            Tier::Cold => Self { days: 7, daily: 31, weekly: 13, monthly: 12 },
        }
    }
}

/// The last proven ones, which stay whatever their age.
const PROVEN: usize = 2;
/// A clock that is this much further than the last back-up is not believed.
const LEAP: Duration = Duration::days(35);
/// A clock that is this much behind it is not believed either.
const BACK: Duration = Duration::hours(1);

/// Why nothing is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Suspicious {
    /// The last back-up is of the future, or of long ago.
    #[error("the clock says {now}, and the last back-up is of {last}")]
    Clock {
        /// What the clock says.
        now: Instant,
        /// The moment the last back-up shows.
        last: Instant,
    },
    /// More than half would go at once.
    #[error("{going} of {all} would go at once: that is no ordinary day, and has to be looked at")]
    TooMany {
        /// How many would go.
        going: usize,
        /// Of how many.
        all: usize,
    },
}

/// Which of the back-ups of one environment in one store may go. They are those that lie there, in any order.
pub fn outdated(
    kept: &[BackupRun],
    retention: Retention,
    now: Instant,
) -> Result<Vec<&BackupRun>, Suspicious> {
    let mut by_age: Vec<(&BackupRun, Instant)> =
        kept.iter().filter_map(|run| Some((run, run.made?.taken_at))).collect();
    by_age.sort_by_key(|(_, taken_at)| std::cmp::Reverse(*taken_at));
    let Some((_, last)) = by_age.first().copied() else { return Ok(Vec::new()) };
    // One that was made with a wrong clock says nothing of the right one: those before it are asked too.
    let leapt = by_age.windows(2).take(PROVEN).any(|pair| match pair {
        [(_, later), (_, earlier)] => *later - *earlier > LEAP,
        _ => false,
    });
    if now - last > LEAP || last - now > BACK || leapt {
        return Err(Suspicious::Clock { now, last });
    }
    let is_proven = |run: &BackupRun| run.state == BackupState::Proven;
    let proven: Vec<Instant> =
        by_age.iter().filter(|(run, _)| is_proven(run)).take(PROVEN).map(|(_, at)| *at).collect();
    let mut wanted = Wanted::new(retention, now);
    let outdated: Vec<&BackupRun> = by_age
        .iter()
        .filter(|(run, taken_at)| {
            let is_wanted = wanted.keeps(*taken_at);
            // Only what is older than two that are proven may go, and what is not proven yet has still to be.
            let is_behind = proven.len() == PROVEN && proven.iter().all(|newer| newer > taken_at);
            !is_wanted && is_behind && run.state != BackupState::Made
        })
        .map(|(run, _)| *run)
        .collect();
    if outdated.len() * 2 > by_age.len() {
        return Err(Suspicious::TooMany { going: outdated.len(), all: by_age.len() });
    }
    Ok(outdated)
}

/// Goes through back-ups from the latest to the oldest.
struct Wanted {
    retention: Retention,
    now: Instant,
    seen: HashSet<Period>,
}

#[derive(PartialEq, Eq, Hash)]
enum Period {
    Day(chrono::NaiveDate),
    Week(chrono::IsoWeek),
    Month(i32, u32),
}

impl Wanted {
    fn new(retention: Retention, now: Instant) -> Self {
        Self { retention, now, seen: HashSet::new() }
    }

    fn keeps(&mut self, taken_at: Instant) -> bool {
        let (age, day) = (self.now - taken_at, dutch_day(taken_at));
        let Retention { days, daily, weekly, monthly } = self.retention;
        let periods = [
            (Period::Day(day), days + daily),
            (Period::Week(day.iso_week()), days + daily + 7 * weekly),
            (Period::Month(day.year(), day.month()), days + daily + 7 * weekly + 31 * monthly),
        ];
        let mut is_kept = age < Duration::days(days.into());
        for (period, until) in periods {
            // The first that is met of a period is its last one.
            let is_first = self.seen.insert(period);
            is_kept |= is_first && age < Duration::days(until.into());
        }
        is_kept
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use kernel::{BackupRunId, FixedClock, SeededRandom, TenantId};
    use proptest::prelude::*;
    use tenancy::{BackupFigures, BackupReason};

    use super::*;

    fn now() -> Instant {
        "2026-11-27T12:00:00Z".parse::<DateTime<Utc>>().unwrap()
    }

    fn run(hours_ago: i64, state: BackupState) -> BackupRun {
        let (clock, random) = (FixedClock::default(), SeededRandom::new(hours_ago.unsigned_abs()));
        let taken_at = now() - Duration::hours(hours_ago);
        let figures = BackupFigures { sequence: 1, taken_at, database_bytes: 1, files: 0, file_bytes: 0 };
        BackupRun {
            id: BackupRunId::generate(&clock, &random),
            tenant: TenantId::generate(&clock, &random),
            tier: Tier::Hot,
            reason: BackupReason::Schedule,
            due_at: taken_at,
            state,
            attempts: 1,
            begun_at: taken_at,
            seen_at: taken_at,
            progress: (0, 0),
            finished_at: Some(taken_at),
            made: state.is_made().then_some(figures),
            failure: None,
            proof: None,
            removed_at: None,
        }
    }

    fn ages(outdated: &[&BackupRun]) -> Vec<i64> {
        outdated.iter().map(|run| (now() - run.due_at).num_hours()).collect()
    }

    #[test]
    fn bak_17_of_a_year_of_hot_ones_the_last_days_weeks_and_no_more_are_kept() {
        // As it goes: every twelve hours one more, and what is outdated goes.
        let mut kept: Vec<BackupRun> = Vec::new();
        for hours_ago in (0..365 * 2).rev().map(|half_day| half_day * 12) {
            kept.push(run(hours_ago, BackupState::Proven));
            let then = now() - Duration::hours(hours_ago);
            let going: Vec<_> = outdated(&kept, Retention::usual(Tier::Hot), then)
                .unwrap()
                .iter()
                .map(|run| run.id)
                .collect();
            kept.retain(|run| !going.contains(&run.id));
        }
        // 3 days of two, 14 of one, 4 weeks.
        assert!((22..=27).contains(&kept.len()), "{}", kept.len());
        let oldest = kept.iter().map(|run| (now() - run.due_at).num_days()).max().unwrap();
        assert!((38..=45).contains(&oldest), "{oldest} days");
    }

    #[test]
    fn bak_17_nothing_goes_while_the_clock_looks_wrong() {
        let kept: Vec<_> = (0..40).map(|day| run(day * 24, BackupState::Proven)).collect();
        let ask = |now| outdated(&kept, Retention::usual(Tier::Hot), now);
        assert!(ask(now()).is_ok());
        for wrong in ["2099-01-01T00:00:00Z", "2026-11-26T12:00:00Z", "2027-01-02T00:00:00Z"] {
            let wrong = wrong.parse::<DateTime<Utc>>().unwrap();
            assert!(matches!(ask(wrong), Err(Suspicious::Clock { .. })), "{wrong}");
        }
        // Made and proven while the clock said 2099: still nothing of the others goes.
        for many in 1..=2 {
            let mut kept = kept.clone();
            kept.extend((0..many).map(|hour| run(-24 * 365 * 73 - hour, BackupState::Proven)));
            let asked = outdated(&kept, Retention::usual(Tier::Hot), "2099-11-10T00:00:00Z".parse().unwrap());
            assert!(asked.is_err(), "{asked:?}");
        }
    }

    #[test]
    fn bak_17_a_store_with_only_old_ones_that_would_lose_most_at_once_is_left_alone() {
        let kept: Vec<_> = (0..40).map(|hour| run(24 * 30 + hour, BackupState::Proven)).collect();
        let asked = outdated(&kept, Retention { days: 1, daily: 1, weekly: 0, monthly: 0 }, now());
        assert_eq!(asked, Err(Suspicious::TooMany { going: 38, all: 40 }));
    }

    #[test]
    fn bak_17_without_two_that_are_proven_nothing_goes_and_what_is_not_proven_yet_stays() {
        let strict = Retention { days: 1, daily: 0, weekly: 0, monthly: 0 };
        let one = [run(1, BackupState::Proven), run(200, BackupState::Refuted), run(300, BackupState::Made)];
        assert_eq!(outdated(&one, strict, now()), Ok(vec![]));
        let two = [
            run(1, BackupState::Made),
            run(100, BackupState::Proven),
            run(150, BackupState::Refuted),
            run(200, BackupState::Proven),
            run(250, BackupState::Made),
            run(300, BackupState::Proven),
            run(350, BackupState::Refuted),
        ];
        assert_eq!(ages(&outdated(&two, strict, now()).unwrap()), [300, 350]);
    }

    proptest! {
        #[test]
        fn bak_17_whatever_lies_there_the_last_two_proven_ones_stay(
            runs in prop::collection::vec((0_i64..20_000, 0..3_usize), 0..60),
            retention in (0_u32..5, 0_u32..20, 0_u32..6, 0_u32..6),
        ) {
            let states = [BackupState::Made, BackupState::Proven, BackupState::Refuted];
            let kept: Vec<_> = runs.iter().map(|(age, state)| run(*age, states[*state])).collect();
            let (days, daily, weekly, monthly) = retention;
            let Ok(going) = outdated(&kept, Retention { days, daily, weekly, monthly }, now()) else { return Ok(()) };
            let proven = |runs: &[&BackupRun]| runs.iter().filter(|run| run.state == BackupState::Proven).count();
            let staying: Vec<&BackupRun> = kept.iter().filter(|run| !going.contains(run)).collect();
            let all: Vec<&BackupRun> = kept.iter().collect();
            prop_assert!(proven(&staying) >= proven(&all).min(2));
            prop_assert!(going.len() * 2 <= kept.len());
            let newest_proven = ages(&all.iter().filter(|run| run.state == BackupState::Proven).copied().collect::<Vec<_>>()).into_iter().min();
            for gone in ages(&going) {
                prop_assert!(newest_proven.is_some_and(|newer| newer < gone));
            }
        }
    }
}
