//! Rows of the typed index, made from a record's values.
//!
//! Sort keys are bytes in the order of the values, the same on both databases, whose own collations
//! differ: a first byte tells filled (1) from empty (2), so that empty fields come last.

use std::collections::HashMap;

use kernel::{Instant, UserId, dutch_day};
use sea_orm::ActiveValue::Set;

use super::{Deadline, Value, Values, entity::value, value::YesNoNa};
use crate::{
    form::{Field, FormDefinition},
    text::{cut, fold, plain_text},
    user::User,
};

const FILLED: u8 = 1;
/// The sort key of an empty field.
pub(super) const EMPTY_KEY: [u8; 1] = [2];
/// How much of a text takes part in sorting, in characters.
const SORTED_CHARACTERS: usize = 100;
/// How much of a text the indexed column holds, in characters.
const INDEXED_CHARACTERS: usize = 200;

/// Whose values they are.
#[derive(Clone, Copy)]
pub(super) struct Owner {
    pub record_id: uuid::Uuid,
    pub form_id: uuid::Uuid,
    pub number: i64,
}

/// One row of the index, before it knows its record.
#[derive(Default)]
struct Row {
    sort_key: Vec<u8>,
    text: Option<String>,
    search: Option<String>,
    number: Option<f64>,
    date: Option<chrono::NaiveDate>,
    user: Option<uuid::Uuid>,
    reference: Option<uuid::Uuid>,
}

/// All rows of one record.
pub(super) fn rows(
    owner: Owner,
    definition: &FormDefinition,
    values: &Values,
    users: &HashMap<UserId, User>,
) -> Vec<value::ActiveModel> {
    rows_for(owner, definition.all_fields(), values, users)
}

/// The rows of some fields of one record.
pub(super) fn rows_for<'a>(
    owner: Owner,
    fields: impl Iterator<Item = &'a Field>,
    values: &Values,
    users: &HashMap<UserId, User>,
) -> Vec<value::ActiveModel> {
    let mut all = Vec::new();
    for field in fields {
        let found = values.get(&field.key).filter(|value| value.fits(&field.kind));
        let rows = match found {
            Some(value) => rows_of(field, value, users),
            None if field.kind.is_sortable() => vec![Row { sort_key: EMPTY_KEY.to_vec(), ..Row::default() }],
            None => Vec::new(),
        };
        all.extend((0..).zip(rows).map(|(position, row)| active(owner, &field.key, position, row)));
    }
    all
}

/// What free-text search reads: every text of the record, folded, with its number and title.
pub(super) fn search_text(code: &str, definition: &FormDefinition, values: &Values) -> String {
    let mut text = fold(code);
    for field in definition.all_fields() {
        let words = match values.get(&field.key) {
            Some(Value::Text(text)) => fold(text),
            Some(Value::RichText(html)) => fold(&plain_text(html)),
            Some(Value::Words(words)) => fold(&words.join("\n")),
            Some(Value::WebLink(links)) => links
                .iter()
                .map(|link| fold(&format!("{} {}", link.title, link.url)))
                .collect::<Vec<_>>()
                .join("\n"),
            _ => continue,
        };
        text.push('\n');
        text.push_str(&words);
    }
    text
}

fn rows_of(field: &Field, value: &Value, users: &HashMap<UserId, User>) -> Vec<Row> {
    match value {
        Value::Text(text) => vec![text_row(&fold(text))],
        Value::RichText(html) => vec![text_row(&fold(&plain_text(html)))],
        Value::Number(number) => {
            vec![Row { sort_key: filled(&number_key(*number)), number: Some(*number), ..Row::default() }]
        }
        Value::Date(date) => {
            vec![Row { sort_key: filled(date.to_string().as_bytes()), date: Some(*date), ..Row::default() }]
        }
        Value::YesNoNa(answer) => {
            let place = YesNoNa::ALL.iter().position(|known| known == answer).unwrap_or_default();
            vec![coded_row(place, answer.as_str())]
        }
        Value::Choice(keys) => keys.iter().map(|key| coded_row(option_place(field, key), key)).collect(),
        Value::User(ids) => {
            let row = |id: &UserId| Row {
                sort_key: user_sort_key(users.get(id)),
                user: Some(id.uuid()),
                ..Row::default()
            };
            ids.iter().map(row).collect()
        }
        Value::DateTime(at) => vec![Row {
            sort_key: filled(&number_key(seconds(*at))),
            date: Some(dutch_day(*at)),
            ..Row::default()
        }],
        Value::Words(words) => words.iter().map(|word| word_row(word)).collect(),
        Value::Country(codes) => codes.iter().map(|code| word_row(code)).collect(),
        Value::Colour(hex) => vec![word_row(hex)],
        Value::Group(ids) => ids.iter().map(|id| word_row(&id.to_string())).collect(),
        Value::File(ids) => ids.iter().map(|id| word_row(&id.to_string())).collect(),
        Value::WebLink(links) => {
            links.iter().map(|link| text_row(&fold(&format!("{} {}", link.title, link.url)))).collect()
        }
        Value::Checklist(ticked) => checklist_rows(field, ticked),
        Value::Deadline(deadline) => deadline_rows(*deadline),
        Value::Reference(ids) => ids
            .iter()
            .map(|id| Row { sort_key: filled(&[]), reference: Some(id.uuid()), ..Row::default() })
            .collect(),
        Value::LikelihoodImpact(place) => {
            let mut key = place.score().to_be_bytes().to_vec();
            key.extend([place.likelihood, place.impact]);
            vec![Row {
                sort_key: filled(&key),
                text: Some(matrix_cell(place.likelihood, place.impact)),
                number: Some(f64::from(place.score())),
                ..Row::default()
            }]
        }
    }
}

/// How much of a folded text the indexed column holds.
pub(super) fn indexed(folded: &str) -> &str {
    cut(folded, INDEXED_CHARACTERS)
}

/// A word as it is written, sorted without case and accents.
fn word_row(word: &str) -> Row {
    Row {
        sort_key: filled(cut(&fold(word), SORTED_CHARACTERS).as_bytes()),
        text: Some(cut(word, INDEXED_CHARACTERS).to_owned()),
        search: Some(fold(word)),
        ..Row::default()
    }
}

/// The first row says how many points are ticked; each row says one of them.
fn checklist_rows(field: &Field, ticked: &[String]) -> Vec<Row> {
    let count = u32::try_from(ticked.len()).unwrap_or(u32::MAX);
    let mut rows: Vec<Row> = ticked.iter().map(|key| coded_row(option_place(field, key), key)).collect();
    if let Some(first) = rows.first_mut() {
        first.sort_key = filled(&count.to_be_bytes());
        first.number = Some(f64::from(count));
    }
    rows
}

/// What the index calls a clock that runs, and one that was stopped in time or too late.
pub(super) const RUNNING: &str = "RUNNING";
pub(super) const MET: &str = "MET";
pub(super) const MISSED: &str = "MISSED";
/// The second row of a clock: from when on it is urgent.
pub(super) const URGENT: &str = "URGENT";

/// A row that says when the term ends and how it stands, and for a running clock one that says from when
/// on it is urgent. Numbers are seconds since 1970: whether a clock has run out depends on the day it is
/// asked.
fn deadline_rows(deadline: Deadline) -> Vec<Row> {
    let state = match deadline.stopped_at {
        None => RUNNING,
        Some(stopped) if stopped <= deadline.due_at => MET,
        Some(_) => MISSED,
    };
    let row = |at: Instant, text: &str| Row {
        sort_key: filled(&number_key(seconds(at))),
        text: Some(text.to_owned()),
        number: Some(seconds(at)),
        date: Some(dutch_day(at)),
        ..Row::default()
    };
    let mut rows = vec![row(deadline.due_at, state)];
    if state == RUNNING {
        rows.push(row(deadline.soon_from(), URGENT));
    }
    rows
}

/// Seconds since 1970.
#[allow(clippy::cast_precision_loss, reason = "a calendar of four digits has fewer than 2^53 seconds")]
pub(super) fn seconds(at: Instant) -> f64 {
    at.timestamp() as f64
}

/// Where a user stands in a list that is sorted by people.
pub(super) fn user_sort_key(user: Option<&User>) -> Vec<u8> {
    let name = user.map(|user| fold(&user.display_name)).unwrap_or_default();
    filled(cut(&name, SORTED_CHARACTERS).as_bytes())
}

/// How the index names a cell of the risk matrix.
pub(super) fn matrix_cell(likelihood: u8, impact: u8) -> String {
    format!("{likelihood}x{impact}")
}

fn text_row(folded: &str) -> Row {
    Row {
        sort_key: filled(cut(folded, SORTED_CHARACTERS).as_bytes()),
        text: Some(indexed(folded).to_owned()),
        search: Some(folded.to_owned()),
        ..Row::default()
    }
}

fn coded_row(place: usize, code: &str) -> Row {
    let place = u32::try_from(place).unwrap_or(u32::MAX);
    Row { sort_key: filled(&place.to_be_bytes()), text: Some(code.to_owned()), ..Row::default() }
}

fn option_place(field: &Field, key: &str) -> usize {
    field.kind.options().iter().position(|option| option.key == key).unwrap_or(usize::MAX)
}

fn filled(key: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(key.len() + 1);
    bytes.push(FILLED);
    bytes.extend_from_slice(key);
    bytes
}

/// Eight bytes that sort as the number does: the sign bit flipped, and all bits of negative ones.
fn number_key(number: f64) -> [u8; 8] {
    let bits = (number + 0.0).to_bits();
    let ordered = if bits >> 63 == 0 { bits ^ (1 << 63) } else { !bits };
    ordered.to_be_bytes()
}

fn active(owner: Owner, field_key: &str, position: i32, row: Row) -> value::ActiveModel {
    value::ActiveModel {
        record_id: Set(owner.record_id),
        field_key: Set(field_key.to_owned()),
        position: Set(position),
        form_id: Set(owner.form_id),
        sort_key: Set(row.sort_key),
        text_value: Set(row.text),
        search_value: Set(row.search),
        number_value: Set(row.number),
        date_value: Set(row.date),
        user_id: Set(row.user),
        reference_id: Set(row.reference),
        record_number: Set(owner.number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_keys_sort_as_numbers_do() {
        let numbers = [f64::MIN, -1e9, -2.5, -1.0, -0.001, 0.0, 1e-9, 0.5, 1.0, 2.0, 10.0, 1e15];
        let keys: Vec<_> = numbers.iter().map(|number| number_key(*number)).collect();
        assert!(keys.is_sorted(), "{keys:?}");
        assert_eq!(number_key(-0.0), number_key(0.0));
    }

    #[test]
    fn empty_fields_come_behind_every_value() {
        assert!(filled(&[0xff; 101]) < EMPTY_KEY.to_vec());
    }
}
