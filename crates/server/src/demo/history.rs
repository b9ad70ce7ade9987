//! The stories of the demo's records as one history, the oldest moment first: the audit log and the
//! numbers of records then go by the calendar, as they do at a real customer.

use std::collections::HashMap;

use chrono::Duration;
use packs::demo::{DemoRecord, DemoStep};
use serde_json::Value;

/// When the first thing of a day happens, and how long people work.
const MORNING: i32 = 7 * 60;
const WORKING_DAY: i32 = 9 * 60;

/// Something that happened to a record.
pub(super) struct Moment<'a> {
    /// Relative to the day of seeding; never above 0.
    pub day: i32,
    /// Since midnight.
    pub time: Duration,
    /// The record.
    pub record: &'a DemoRecord,
    /// What happened; it was made when there is none.
    pub step: Option<&'a DemoStep>,
}

/// The first day of the stories, relative to the day of seeding.
pub(super) fn first_day(records: &[DemoRecord]) -> i32 {
    records.iter().map(|record| record.created_on_days).min().unwrap_or_default()
}

/// Everything that happened, in its order. Nothing happens before the records it speaks of are there.
pub(super) fn of(records: &[DemoRecord]) -> Vec<Moment<'_>> {
    let mut made_on: HashMap<&str, i32> = HashMap::new();
    let mut moments = Vec::new();
    for record in records {
        let later: Vec<&String> = record.steps.iter().flat_map(|step| &step.fields).collect();
        let first = record.values.iter().filter(|(key, _)| !later.contains(key));
        let mut day = not_before(record.created_on_days, first.map(|(_, value)| value), &made_on);
        made_on.insert(&record.local_key, day);
        moments.push(moment(day, record, None));
        for step in &record.steps {
            let told = step.fields.iter().filter_map(|key| record.values.get(key));
            day = not_before(step.on_days.max(day), told, &made_on);
            moments.push(moment(day, record, Some(step)));
        }
    }
    // Stable: what happens on one day stays in the order of the stories.
    moments.sort_by_key(|moment| moment.day);
    for day in moments.chunk_by_mut(|one, next| one.day == next.day) {
        let pause = WORKING_DAY / (i32::try_from(day.len()).unwrap_or(i32::MAX).saturating_add(1));
        for (nth, moment) in (1..).zip(day) {
            moment.time = Duration::minutes((MORNING + nth * pause).into());
        }
    }
    moments
}

fn moment<'a>(day: i32, record: &'a DemoRecord, step: Option<&'a DemoStep>) -> Moment<'a> {
    Moment { day, time: Duration::zero(), record, step }
}

/// The day, or the one on which the last of the records that the values name was made.
fn not_before<'a>(day: i32, values: impl Iterator<Item = &'a Value>, made_on: &HashMap<&str, i32>) -> i32 {
    let named = values.filter_map(Value::as_array).flatten().filter_map(Value::as_str);
    named.filter_map(|key| made_on.get(key)).copied().fold(day, i32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Links that need not be there from the beginning are filled in once all records are made.
    fn is_filled_in_later(record: &DemoRecord, key: &str) -> bool {
        let pack = packs::Pack::shared().unwrap();
        let form = pack.forms.iter().find(|form| form.key == record.form_key).unwrap();
        !form.field(key).unwrap().required
    }

    #[test]
    fn the_demos_history_goes_forward_and_speaks_of_nothing_that_is_not_there_yet() {
        for environment in packs::demo::environments().unwrap() {
            let mut there: Vec<&str> = Vec::new();
            let mut last = (i32::MIN, Duration::zero());
            for moment in of(&environment.records) {
                assert!((moment.day, moment.time) > last && moment.day <= 0, "{}", moment.record.local_key);
                last = (moment.day, moment.time);
                let later: Vec<_> = moment.record.steps.iter().flat_map(|step| &step.fields).collect();
                for (key, value) in &moment.record.values {
                    let is_told = match moment.step {
                        None => !later.contains(&key),
                        Some(step) => step.fields.contains(key),
                    };
                    let named = value.as_array().into_iter().flatten().filter_map(Value::as_str);
                    for name in named.filter(|name| environment.records.iter().any(|r| r.local_key == *name))
                    {
                        assert!(
                            !is_told || there.contains(&name) || is_filled_in_later(moment.record, key),
                            "{} names {name}",
                            moment.record.local_key
                        );
                    }
                }
                there.push(&moment.record.local_key);
            }
        }
    }
}
