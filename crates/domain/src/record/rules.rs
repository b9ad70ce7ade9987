//! Whether values fit their form. Pure: what needs the database is in `lookup.rs`.

use std::collections::BTreeMap;

use kernel::{Actor, Instant, UserError, UserErrors, dutch_day};

use super::{Value, Values, derive::derive, tidy};
use crate::form::{Field, FieldDefault, FieldKind, FormDefinition};

/// What is to change, by field key; `None` empties the field.
pub type ValueChanges = BTreeMap<String, Option<Value>>;

/// The values after the changes, tidied and with everything worked out anew, and all that is wrong with
/// them at once for a record in `status`. A change that does not fit leaves the value as it was.
pub(super) fn apply(
    definition: &FormDefinition,
    current: &Values,
    changes: ValueChanges,
    status: &str,
) -> (Values, UserErrors) {
    let mut errors = UserErrors::default();
    let mut values = current.clone();
    for (key, change) in changes {
        let Some(field) = definition.field(&key) else {
            errors.push(UserError::at("UNKNOWN_FIELD", &["values", &key]));
            continue;
        };
        if field.kind.is_derived() {
            errors.push(UserError::at("READ_ONLY", &["values", &key]));
            continue;
        }
        match change.map(|value| tidy(field, value)).transpose() {
            Ok(Some(value)) if !value.is_empty() => drop(values.insert(key, value)),
            Ok(_) => drop(values.remove(&key)),
            Err(error) => errors.push(error),
        }
    }
    derive(definition, &mut values);
    for field in definition.fields.iter().filter(|field| !values.contains_key(&field.key)) {
        let told = errors.0.iter().any(|error| error.path.last() == Some(&field.key));
        if !told && definition.is_compulsory(field, &values, status) {
            errors.push(UserError::at("REQUIRED", &["values", &field.key]));
        }
    }
    (values, errors)
}

/// Fills in what a new record begins with where nothing was said about a field.
pub(super) fn with_defaults(
    definition: &FormDefinition,
    mut changes: ValueChanges,
    (actor, now): (Actor, Instant),
) -> ValueChanges {
    for field in &definition.fields {
        if let Some(default) = &field.default
            && !changes.contains_key(&field.key)
            && let Some(value) = begin_with(field, default, (actor, now))
        {
            changes.insert(field.key.clone(), Some(value));
        }
    }
    changes
}

fn begin_with(field: &Field, default: &FieldDefault, (actor, now): (Actor, Instant)) -> Option<Value> {
    match default {
        FieldDefault::Value(value) => Some(value.clone()),
        FieldDefault::Me => actor.user_id().map(Value::user),
        FieldDefault::Today if field.kind == FieldKind::DateTime {} => Some(Value::DateTime(now)),
        FieldDefault::Today => Some(Value::Date(dutch_day(now))),
    }
}
