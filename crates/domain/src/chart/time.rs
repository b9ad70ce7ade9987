//! Stretches of the calendar, and ages.

use chrono::{Datelike, Days, Months, NaiveDate};
use kernel::{Instant, Locale, dutch_midnight};

use crate::form::Interval;

/// The most months, quarters or years of one chart; what is older is put together.
pub(super) const MAX_STRETCHES: usize = 48;

const MONTHS: [[&str; 12]; 2] = [
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

/// How old records are, in days from today back.
pub(super) struct Age {
    pub(super) key: &'static str,
    first: u64,
    last: Option<u64>,
}

/// From the youngest to the oldest.
pub(super) const AGES: [Age; 5] = [
    Age { key: "0-7", first: 0, last: Some(7) },
    Age { key: "8-30", first: 8, last: Some(30) },
    Age { key: "31-90", first: 31, last: Some(90) },
    Age { key: "91-365", first: 91, last: Some(365) },
    Age { key: "366", first: 366, last: None },
];

impl Age {
    /// True for a day of this age, or of a younger one.
    pub(super) fn reaches(&self, day: NaiveDate, today: NaiveDate) -> bool {
        self.oldest(today).is_none_or(|oldest| day >= oldest)
    }

    /// The first day of this age; none of the oldest.
    pub(super) fn oldest(&self, today: NaiveDate) -> Option<NaiveDate> {
        today.checked_sub_days(Days::new(self.last?))
    }

    /// The last day of this age; none of the youngest: days to come are in it.
    pub(super) fn youngest(&self, today: NaiveDate) -> Option<NaiveDate> {
        if self.first == 0 { None } else { today.checked_sub_days(Days::new(self.first)) }
    }

    pub(super) fn label(&self, locale: Locale) -> String {
        let say = |nl: &'static str, en: &'static str| if locale == Locale::Nl { nl } else { en };
        match (self.first, self.last) {
            (0, _) => say("t/m 7 dagen", "up to 7 days").to_owned(),
            (first, Some(last)) => format!("{first}–{last} {}", say("dagen", "days")),
            (_, None) => say("meer dan 365 dagen", "more than 365 days").to_owned(),
        }
    }
}

/// When each age but the oldest begins, the longest ago first.
pub(super) fn age_begins(today: NaiveDate) -> Vec<Instant> {
    AGES.iter().rev().filter_map(|age| age.oldest(today)).map(dutch_midnight).collect()
}

/// When the latest stretches begin, the oldest first.
pub(super) fn begins(interval: Interval, today: NaiveDate) -> Vec<Instant> {
    let mut all = vec![first_day(interval, today)];
    while let Some(earlier) = all.last().and_then(NaiveDate::pred_opt).filter(|_| all.len() < MAX_STRETCHES) {
        all.push(first_day(interval, earlier));
    }
    all.into_iter().rev().map(dutch_midnight).collect()
}

/// The first day of the month, quarter or year a day is in.
pub(super) fn first_day(interval: Interval, day: NaiveDate) -> NaiveDate {
    let month = match interval {
        Interval::Month => day.month(),
        Interval::Quarter => day.month0() / 3 * 3 + 1,
        Interval::Year => 1,
    };
    NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day)
}

/// The first day of the stretch after the one that begins with `first`; none at the end of the calendar.
pub(super) fn next(interval: Interval, first: NaiveDate) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(match interval {
        Interval::Month => 1,
        Interval::Quarter => 3,
        Interval::Year => 12,
    }))
}

/// `2026-03`, `2026-Q1`, `2026`.
pub(super) fn key(interval: Interval, first: NaiveDate) -> String {
    let year = first.year();
    match interval {
        Interval::Month => format!("{year:04}-{:02}", first.month()),
        Interval::Quarter => format!("{year:04}-Q{}", first.month0() / 3 + 1),
        Interval::Year => format!("{year:04}"),
    }
}

/// `mrt 2026`, `K1 2026`, `2026`.
pub(super) fn label((interval, locale): (Interval, Locale), first: NaiveDate) -> String {
    let year = first.year();
    let [dutch, english] = &MONTHS;
    let (months, quarter) = if locale == Locale::Nl { (dutch, 'K') } else { (english, 'Q') };
    match interval {
        Interval::Month => {
            let month = usize::try_from(first.month0()).ok().and_then(|month| months.get(month));
            format!("{} {year}", month.copied().unwrap_or_default())
        }
        Interval::Quarter => format!("{quarter}{} {year}", first.month0() / 3 + 1),
        Interval::Year => year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn stretches_begin_at_midnight_in_the_netherlands_and_follow_each_other() {
        let begins = begins(Interval::Month, day("2026-05-20"));
        assert_eq!(begins.len(), MAX_STRETCHES);
        assert_eq!(begins.last().unwrap().to_rfc3339(), "2026-04-30T22:00:00+00:00");
        assert_eq!(begins[0], dutch_midnight(day("2022-06-01")));
        for interval in [Interval::Month, Interval::Quarter, Interval::Year] {
            let mut first = first_day(interval, day("2024-02-29"));
            for _ in 0..50 {
                let after = next(interval, first).unwrap();
                assert_eq!(first_day(interval, after.pred_opt().unwrap()), first);
                assert_eq!(first_day(interval, after), after);
                first = after;
            }
        }
        assert_eq!(next(Interval::Year, day("9999-01-01")).map(|day| day.year()), Some(10_000));
    }

    #[test]
    fn stretches_have_a_name_in_both_languages() {
        let first = day("2026-04-01");
        assert_eq!(label((Interval::Month, Locale::Nl), first), "apr 2026");
        assert_eq!(label((Interval::Quarter, Locale::Nl), first), "K2 2026");
        assert_eq!(label((Interval::Quarter, Locale::En), first), "Q2 2026");
        assert_eq!(label((Interval::Year, Locale::En), first), "2026");
        assert_eq!(key(Interval::Month, first), "2026-04");
        assert_eq!(key(Interval::Quarter, first), "2026-Q2");
    }

    #[test]
    fn every_day_has_one_age_and_days_to_come_are_young() {
        let today = day("2026-05-20");
        let age = |day: NaiveDate| AGES.iter().find(|age| age.reaches(day, today)).unwrap().key;
        for (back, wanted) in
            [(0, "0-7"), (7, "0-7"), (8, "8-30"), (30, "8-30"), (31, "31-90"), (365, "91-365"), (366, "366")]
        {
            assert_eq!(age(today - Days::new(back)), wanted, "{back}");
        }
        assert_eq!(age(today + Days::new(400)), "0-7");
        for pair in AGES.windows(2) {
            assert_eq!(pair[0].oldest(today).unwrap().pred_opt(), pair[1].youngest(today));
        }
        assert_eq!(age_begins(today)[0], dutch_midnight(today - Days::new(365)));
    }
}
