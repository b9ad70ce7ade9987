//! A record's way through its statuses.

use serde_json::{Map, Value};

use super::{DemoRecord, DemoStep};

/// A status a record reaches, and what is filled in then.
pub(super) struct Stage {
    /// Key of the status.
    pub(super) status: &'static str,
    /// The day, relative to the day of seeding.
    pub(super) on_days: i32,
    /// Username of who does it.
    pub(super) by: String,
    /// What is filled in.
    pub(super) values: Map<String, Value>,
}

/// Makes the record from the stages it reached, the first of which is its making.
pub(super) fn live(form_key: &str, local_key: String, made: Stage, later: Vec<Stage>) -> DemoRecord {
    let mut record = DemoRecord {
        form_key: form_key.to_owned(),
        local_key,
        status: made.status.to_owned(),
        values: made.values,
        created_on_days: made.on_days,
        created_by: made.by,
        steps: Vec::with_capacity(later.len()),
    };
    for stage in later {
        stage.status.clone_into(&mut record.status);
        record.steps.push(DemoStep {
            on_days: stage.on_days,
            by: stage.by,
            status: stage.status.to_owned(),
            fields: stage.values.keys().cloned().collect(),
        });
        record.values.extend(stage.values);
    }
    record
}

/// Answers by field key; what was left open (`null`) is left out.
pub(super) fn answers<const N: usize>(pairs: [(&str, Value); N]) -> Map<String, Value> {
    pairs
        .into_iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}
