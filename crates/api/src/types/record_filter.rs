//! A filter as clients write it.

use domain::record::{DeadlineState, FieldFilter, RecordFilter, RecordState};
use serde_json::{Map, Value, json};

/// The input `RecordFilter` that says the same, without what it leaves out.
pub(super) fn filter_json(filter: &RecordFilter) -> Value {
    let state = match filter.state {
        RecordState::Active => None,
        RecordState::Archived => Some("ARCHIVED"),
        RecordState::Deleted => Some("DELETED"),
    };
    let fields: Vec<Value> = filter.fields.iter().map(field_json).collect();
    members([
        ("search", json!(filter.search)),
        ("statusKeys", json!(filter.status_keys)),
        ("fields", if fields.is_empty() { Value::Null } else { json!(fields) }),
        ("state", json!(state)),
    ])
}

fn field_json(filter: &FieldFilter) -> Value {
    let deadlines =
        filter.deadlines.as_ref().map(|states| states.iter().copied().map(state_name).collect::<Vec<_>>());
    members([
        ("key", json!(filter.key)),
        ("contains", json!(filter.contains)),
        ("anyOf", json!(filter.any_of)),
        ("users", json!(filter.users)),
        ("references", json!(filter.references)),
        ("groups", json!(filter.groups)),
        ("deadlines", json!(deadlines)),
        ("numberFrom", json!(filter.number_from)),
        ("numberTo", json!(filter.number_to)),
        ("dateFrom", json!(filter.date_from)),
        ("dateTo", json!(filter.date_to)),
        ("isEmpty", json!(filter.is_empty)),
    ])
}

const fn state_name(state: DeadlineState) -> &'static str {
    match state {
        DeadlineState::Running => "RUNNING",
        DeadlineState::Soon => "SOON",
        DeadlineState::Overdue => "OVERDUE",
        DeadlineState::Met => "MET",
        DeadlineState::Missed => "MISSED",
    }
}

fn members<const N: usize>(all: [(&str, Value); N]) -> Value {
    let said = all.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(said.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use async_graphql::InputType;
    use kernel::{FixedClock, SeededRandom, UserId};

    use super::*;
    use crate::types::RecordFilterInput;

    #[test]
    fn a_filter_goes_out_as_the_input_it_comes_back_in() {
        let id = UserId::generate(&FixedClock::default(), &SeededRandom::new(1));
        let filter = RecordFilter {
            search: Some("a \"b\"".into()),
            status_keys: Some(vec!["open".into()]),
            fields: vec![
                FieldFilter {
                    key: "owner".into(),
                    users: Some(vec![id]),
                    number_from: Some(0.1 + 0.2),
                    number_to: Some(-1e-7),
                    date_from: "0202-06-01".parse().ok(),
                    date_to: "9999-12-31".parse().ok(),
                    is_empty: Some(false),
                    ..FieldFilter::default()
                },
                FieldFilter {
                    key: "due".into(),
                    any_of: Some(vec!["2x3".into()]),
                    groups: Some(Vec::new()),
                    references: Some(Vec::new()),
                    deadlines: Some(DeadlineState::ALL.to_vec()),
                    contains: Some("x".into()),
                    ..FieldFilter::default()
                },
            ],
            state: RecordState::Archived,
        };
        for filter in [filter, RecordFilter::default()] {
            let sent = async_graphql::Value::from_json(filter_json(&filter)).unwrap();
            let back = RecordFilterInput::parse(Some(sent)).ok().unwrap().into_filter().ok().unwrap();
            assert_eq!(back, filter);
        }
        assert_eq!(filter_json(&RecordFilter::default()), json!({}));
    }
}
