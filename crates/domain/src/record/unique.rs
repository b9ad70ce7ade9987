//! Fields that no two records may hold the same in, checked inside the write transaction.

use std::collections::HashMap;

use kernel::{Error, RecordId, Result, UserError};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Record, Value, entity::value, index};
use crate::{WriteTx, form::Form, text::fold};

/// Values looked for in one statement.
const PER_STATEMENT: usize = 1_000;

/// A record with what the index holds of its value.
type Row = (Uuid, Option<String>, Option<f64>, Option<chrono::NaiveDate>);

/// Which of the records, by index, hold in a unique field what another record holds or what one before
/// them in the list does.
pub(super) async fn faults(
    tx: &WriteTx,
    form: &Form,
    records: &[&Record],
) -> Result<Vec<(usize, UserError)>> {
    let mut faults = Vec::new();
    for field in form.definition.fields.iter().filter(|field| field.unique) {
        let keyed: Vec<(usize, &Value, String)> = records
            .iter()
            .enumerate()
            .filter_map(|(index, record)| {
                let value = record.values.get(&field.key)?;
                Some((index, value, key(value)?))
            })
            .collect();
        let mut owners: HashMap<String, RecordId> = HashMap::new();
        for chunk in keyed.chunks(PER_STATEMENT) {
            let values = chunk.iter().map(|(_, value, _)| *value);
            owners.extend(holders(tx, (form, &field.key), values, records).await?);
        }
        for (index, _, key) in keyed {
            let Some(record) = records.get(index) else { continue };
            let owner = *owners.entry(key).or_insert(record.id);
            if owner != record.id {
                faults.push((index, UserError::at("NOT_UNIQUE", &["values", &field.key])));
            }
        }
    }
    Ok(faults)
}

/// What is compared: text without case and accents.
fn key(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(fold(text)),
        Value::Number(number) => Some(number.to_string()),
        Value::Date(day) => Some(day.to_string()),
        _ => None,
    }
}

/// Who holds each value, records of the list itself aside: they are about to change.
async fn holders<'a>(
    tx: &WriteTx,
    (form, field): (&Form, &str),
    values: impl Iterator<Item = &'a Value>,
    records: &[&Record],
) -> Result<HashMap<String, RecordId>> {
    let (mut texts, mut numbers, mut days) = (Vec::new(), Vec::new(), Vec::new());
    for value in values {
        match value {
            Value::Text(text) => texts.push(index::indexed(&fold(text)).to_owned()),
            Value::Number(number) => numbers.push(*number),
            Value::Date(day) => days.push(*day),
            _ => {}
        }
    }
    if texts.is_empty() && numbers.is_empty() && days.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Row> = value::Entity::find()
        .select_only()
        .columns([value::Column::RecordId, value::Column::SearchValue])
        .columns([value::Column::NumberValue, value::Column::DateValue])
        .filter(value::Column::FormId.eq(form.id.uuid()))
        .filter(value::Column::FieldKey.eq(field))
        .filter(
            // An empty list of one kind must not keep the index of another from being used.
            Condition::any()
                .add_option((!texts.is_empty()).then(|| value::Column::TextValue.is_in(texts)))
                .add_option((!numbers.is_empty()).then(|| value::Column::NumberValue.is_in(numbers)))
                .add_option((!days.is_empty()).then(|| value::Column::DateValue.is_in(days))),
        )
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    let named = |(id, text, number, day): Row| {
        let key = text.or_else(|| number.map(|number| number.to_string())).or_else(|| Some(day?.to_string()));
        Some((key?, RecordId::from_uuid(id)))
    };
    let is_other = |id: &RecordId| !records.iter().any(|record| record.id == *id);
    Ok(rows.into_iter().filter_map(named).filter(|(_, id)| is_other(id)).collect())
}
