//! Deadline clocks: when a term ends, and how it stands.

use chrono::{Datelike, Days, Duration, Months, NaiveDate};
use kernel::{Instant, dutch_day, dutch_midnight};
use serde::{Deserialize, Serialize};

use super::{Value, Values, YesNoNa};
use crate::form::DeadlineRule;

/// A term that runs, or ran until it was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Deadline {
    /// When it began.
    pub started_at: Instant,
    /// When it ends. A term in days or months ends with the last moment of a day in the Netherlands.
    pub due_at: Instant,
    /// When what had to be done was done.
    pub stopped_at: Option<Instant>,
}

/// How a deadline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineState {
    /// There is time.
    Running,
    /// Less than a quarter of the term is left.
    Soon,
    /// The term is over and nothing was done.
    Overdue,
    /// Done in time.
    Met,
    /// Done too late.
    Missed,
}

impl DeadlineState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Running, Self::Soon, Self::Overdue, Self::Met, Self::Missed];
}

impl Deadline {
    /// How it stands at a moment.
    #[must_use]
    pub fn state(&self, now: Instant) -> DeadlineState {
        match self.stopped_at {
            Some(stopped) if stopped <= self.due_at => DeadlineState::Met,
            Some(_) => DeadlineState::Missed,
            None if now > self.due_at => DeadlineState::Overdue,
            None if now >= self.soon_from() => DeadlineState::Soon,
            None => DeadlineState::Running,
        }
    }

    /// From then on less than a quarter of the term is left.
    #[must_use]
    pub fn soon_from(&self) -> Instant {
        self.due_at - (self.due_at - self.started_at) / 4
    }
}

impl DeadlineRule {
    /// The clock for these answers; none while it has not begun.
    #[must_use]
    pub fn clock(&self, values: &Values) -> Option<Deadline> {
        let started_at = moment(values.get(&self.from)?)?;
        let extension = self
            .extension
            .as_ref()
            .filter(|extension| values.get(&extension.when) == Some(&Value::YesNoNa(YesNoNa::Yes)));
        let sum = |term: Option<u32>, more: Option<u32>| term.map(|term| term + more.unwrap_or_default());
        let more = |of: fn(&crate::form::DeadlineExtension) -> Option<u32>| extension.and_then(of);
        let due_at = if let Some(hours) = sum(self.hours, more(|extension| extension.hours)) {
            started_at.checked_add_signed(Duration::hours(i64::from(hours)))?
        } else if let Some(days) = sum(self.days, more(|extension| extension.days)) {
            end_of(dutch_day(started_at).checked_add_days(Days::new(u64::from(days)))?)?
        } else {
            let months = sum(self.months, more(|extension| extension.months))?;
            end_of(dutch_day(started_at).checked_add_months(Months::new(months))?)?
        };
        if !(1..=9999).contains(&dutch_day(due_at).year()) {
            return None;
        }
        let stopped_at = self.stopped_by.as_ref().and_then(|key| values.get(key)).and_then(moment);
        Some(Deadline { started_at, due_at, stopped_at })
    }
}

/// A day without a time counts from its beginning: the clock of a breach that was found some time on
/// Monday must not run out later than the law says.
fn moment(value: &Value) -> Option<Instant> {
    match value {
        Value::Date(day) => Some(dutch_midnight(*day)),
        Value::DateTime(at) => Some(*at),
        _ => None,
    }
}

fn end_of(day: NaiveDate) -> Option<Instant> {
    Some(dutch_midnight(day.succ_opt()?) - Duration::seconds(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn rule() -> DeadlineRule {
        let nothing = (None, None, None);
        let (hours, days, months) = nothing;
        let stopped_by = Some("done".into());
        DeadlineRule { from: "begun".into(), hours, days, months, extension: None, stopped_by }
    }

    fn values(begun: Value) -> Values {
        Values::from([("begun".to_owned(), begun)])
    }

    #[test]
    fn hours_are_counted_exactly_through_a_change_of_the_clock() {
        let rule = DeadlineRule { hours: Some(72), ..rule() };
        // The clock goes back in that night: three days have 73 hours on the wall.
        let clock = rule.clock(&values(Value::DateTime(at("2026-10-24T09:15:00Z")))).unwrap();
        assert_eq!(clock.due_at, at("2026-10-27T09:15:00Z"));
    }

    #[test]
    fn a_month_ends_with_the_day_of_the_same_number_or_the_last_of_a_short_month() {
        let rule = DeadlineRule { months: Some(1), ..rule() };
        let due = |day: &str| rule.clock(&values(Value::Date(day.parse().unwrap()))).unwrap().due_at;
        assert_eq!(dutch_day(due("2026-03-15")), "2026-04-15".parse::<NaiveDate>().unwrap());
        assert_eq!(due("2026-01-31"), at("2026-02-28T22:59:59Z"));
    }

    #[test]
    fn an_extension_counts_when_its_question_is_answered_with_yes() {
        let extension = crate::form::DeadlineExtension {
            when: "longer".into(),
            hours: None,
            days: None,
            months: Some(2),
        };
        let rule = DeadlineRule { months: Some(1), extension: Some(extension), ..rule() };
        let mut values = values(Value::Date("2026-01-31".parse().unwrap()));
        values.insert("longer".into(), Value::YesNoNa(YesNoNa::No));
        assert_eq!(dutch_day(rule.clock(&values).unwrap().due_at).to_string(), "2026-02-28");
        values.insert("longer".into(), Value::YesNoNa(YesNoNa::Yes));
        assert_eq!(dutch_day(rule.clock(&values).unwrap().due_at).to_string(), "2026-04-30");
    }

    #[test]
    fn a_clock_runs_becomes_urgent_and_is_met_or_missed() {
        let rule = DeadlineRule { hours: Some(40), ..rule() };
        let mut values = values(Value::DateTime(at("2026-01-01T00:00:00Z")));
        let clock = rule.clock(&values).unwrap();
        assert_eq!(clock.state(at("2026-01-01T01:00:00Z")), DeadlineState::Running);
        assert_eq!(clock.state(at("2026-01-02T06:00:00Z")), DeadlineState::Soon);
        assert_eq!(clock.state(at("2026-01-02T16:00:01Z")), DeadlineState::Overdue);
        for (stopped, state) in
            [("2026-01-02T16:00:00Z", DeadlineState::Met), ("2026-01-02T16:00:01Z", DeadlineState::Missed)]
        {
            values.insert("done".into(), Value::DateTime(at(stopped)));
            assert_eq!(rule.clock(&values).unwrap().state(at("2030-01-01T00:00:00Z")), state);
        }
        assert_eq!(rule.clock(&Values::new()), None);
    }
}
