//! The index table says what the documents say, whatever was written.

use std::collections::BTreeSet;

use kernel::dutch_day;
use proptest::{collection::vec, prelude::*};
use waarborg_domain::{
    Ctx,
    form::FormDefinition,
    record::{self, ImportItem, ImportProgress, Record, Value},
    text::fold,
};

use crate::{
    generate::{self, Known, for_all},
    model::words,
    stage::{Stage, change, create, rows},
};

/// A row of the index as text: number, field, position, text, search, number, day, user, record.
type Row = String;

pub(crate) async fn table(ctx: &Ctx) -> BTreeSet<Row> {
    let rows = rows(
        ctx,
        "SELECT record_number, field_key, position, text_value, search_value, number_value, date_value, \
             user_id, reference_id, sort_key FROM record_value",
    )
    .await;
    rows.iter()
        .map(|row| {
            let is_empty = row.try_get_by_index::<Vec<u8>>(9).unwrap() == [2];
            let cells = (
                row.try_get_by_index::<Option<String>>(3).unwrap(),
                row.try_get_by_index::<Option<String>>(4).unwrap(),
                row.try_get_by_index::<Option<f64>>(5).unwrap().map(|number| number + 0.0),
                row.try_get_by_index::<Option<chrono::NaiveDate>>(6).unwrap(),
                row.try_get_by_index::<Option<uuid::Uuid>>(7).unwrap(),
                row.try_get_by_index::<Option<uuid::Uuid>>(8).unwrap(),
            );
            let number: i64 = row.try_get_by_index(0).unwrap();
            let key: String = row.try_get_by_index(1).unwrap();
            let position: i32 = row.try_get_by_index(2).unwrap();
            format!("{number} {key} {position} {is_empty} {cells:?}")
        })
        .collect()
}

type Cells = (
    Option<String>,
    Option<String>,
    Option<f64>,
    Option<chrono::NaiveDate>,
    Option<uuid::Uuid>,
    Option<uuid::Uuid>,
);

fn cells(value: &Value) -> Vec<Cells> {
    let word = |word: &str| (Some(word.to_owned()), Some(fold(word)), None, None, None, None);
    let coded = |code: &str| (Some(code.to_owned()), None, None, None, None, None);
    match value {
        Value::Text(_) | Value::RichText(_) => {
            let search = words(value).unwrap();
            vec![(Some(search.chars().take(200).collect()), Some(search), None, None, None, None)]
        }
        Value::Number(number) => vec![(None, None, Some(*number + 0.0), None, None, None)],
        Value::Date(day) => vec![(None, None, None, Some(*day), None, None)],
        Value::YesNoNa(answer) => vec![coded(answer.as_str())],
        Value::Choice(keys) => keys.iter().map(|key| coded(key)).collect(),
        Value::User(ids) => ids.iter().map(|id| (None, None, None, None, Some(id.uuid()), None)).collect(),
        Value::DateTime(at) => vec![(None, None, None, Some(dutch_day(*at)), None, None)],
        Value::Country(all) => all.iter().map(|code| word(code)).collect(),
        Value::Colour(hex) => vec![word(hex)],
        Value::Checklist(ticked) => {
            let mut rows: Vec<Cells> = ticked.iter().map(|key| coded(key)).collect();
            rows[0].2 = Some(f64::from(u8::try_from(ticked.len()).unwrap()));
            rows
        }
        Value::WebLink(links) => links
            .iter()
            .map(|link| {
                let search = fold(&format!("{} {}", link.title, link.url));
                (Some(search.chars().take(200).collect()), Some(search), None, None, None, None)
            })
            .collect(),
        Value::Deadline(clock) => {
            let row = |at: kernel::Instant, text: &str| {
                (
                    Some(text.to_owned()),
                    None,
                    Some(at.signed_duration_since(kernel::Instant::UNIX_EPOCH).as_seconds_f64()),
                    Some(dutch_day(at)),
                    None,
                    None,
                )
            };
            match clock.stopped_at {
                None => vec![row(clock.due_at, "RUNNING"), row(clock.soon_from(), "URGENT")],
                Some(at) if at <= clock.due_at => vec![row(clock.due_at, "MET")],
                Some(_) => vec![row(clock.due_at, "MISSED")],
            }
        }
        Value::Words(_) | Value::Group(_) | Value::File(_) => panic!("no field of things holds it"),
        Value::Reference(ids) => {
            ids.iter().map(|id| (None, None, None, None, None, Some(id.uuid()))).collect()
        }
        Value::LikelihoodImpact(place) => {
            let cell = format!("{}x{}", place.likelihood, place.impact);
            vec![(Some(cell), None, Some(f64::from(place.score())), None, None, None)]
        }
    }
}

pub(crate) fn expected(form: &FormDefinition, records: &[Record]) -> BTreeSet<Row> {
    let mut rows = BTreeSet::new();
    for record in records {
        for field in form.all_fields() {
            let key = &field.key;
            match record.values.get(key) {
                Some(value) => {
                    for (position, cells) in cells(value).into_iter().enumerate() {
                        rows.insert(format!("{} {key} {position} false {cells:?}", record.number));
                    }
                }
                None if field.kind.is_sortable() => {
                    let nothing: Cells = (None, None, None, None, None, None);
                    rows.insert(format!("{} {key} 0 true {nothing:?}", record.number));
                }
                None => {}
            }
        }
    }
    rows
}

pub(crate) struct Quiet;

impl ImportProgress for Quiet {
    fn report(&self, _done: u64, _total: u64) -> std::ops::ControlFlow<()> {
        std::ops::ControlFlow::Continue(())
    }
}

/// One write: to which record, and what.
#[derive(Debug, Clone)]
struct Write {
    target: usize,
    values: record::ValueChanges,
    by_import: bool,
}

fn writes(known: &Known) -> impl Strategy<Value = Vec<Write>> + use<> {
    let write = (0_usize..8, generate::changes(known, true), any::<bool>())
        .prop_map(|(target, values, by_import)| Write { target, values, by_import });
    vec(write, 1..8)
}

async fn all(stage: &Stage) -> Vec<Record> {
    let numbers: Vec<i64> = (1..=stage.number("SELECT COUNT(*) FROM record").await).collect();
    let form = stage.things().await;
    let mut records: Vec<Record> =
        record::find_by_numbers(&stage.manager(), &form, &numbers).await.unwrap().into_values().collect();
    records.sort_by_key(|record| record.number);
    records
}

tenancy::on_both_engines! {
    async fn the_index_equals_the_documents_after_any_writes(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let known = generate::known(&stage).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        for_all(12, writes(&known), async |writes| {
            for write in writes {
                let existing = all(&stage).await.get(write.target).cloned();
                if write.by_import {
                    let item = ImportItem { existing, values: write.values, status: Some("done".to_owned()) };
                    record::import(&manager, &form, &[item], &Quiet).await.unwrap();
                } else if let Some(existing) = existing {
                    change(&manager, &existing, write.values).await.unwrap();
                } else {
                    create(&manager, "things", write.values).await.unwrap();
                }
            }
            let records = all(&stage).await;
            assert_eq!(table(&manager).await, expected(&form.definition, &records));
        });
    }
}
