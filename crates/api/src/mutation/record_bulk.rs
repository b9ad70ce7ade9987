//! Many records at once, and copies of one.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::record::{self, BulkChange, BulkOutcome, RecordProblem, RecordSave};
use kernel::UserErrors;

use super::{
    field_value::{FieldValueInput, changes},
    record::{RecordPayload, parse_id, with_form},
    record_life::{parse_ids, with_forms},
};
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::RecordObject,
};

/// The same change of several records of one register; fields that are left out stay as they are.
#[derive(InputObject)]
struct UpdateRecordsInput {
    /// Which: at most 200.
    ids: Vec<ID>,
    /// What changes.
    #[graphql(validator(max_items = 300))]
    values: Vec<FieldValueInput>,
    /// The status to go to, if it changes.
    status_key: Option<String>,
}

/// What is wrong with the change of one record.
#[derive(SimpleObject)]
#[graphql(name = "RecordProblem")]
struct RecordProblemObject {
    /// The record as it is.
    record: RecordObject,
    /// What the user can mend, as for a change of this record alone.
    user_errors: Vec<UserError>,
}

/// All records as they are now, or why none of them was changed.
#[derive(SimpleObject)]
struct BulkPayload {
    /// As they are now, in the order of the ids; empty when anything is wrong.
    records: Vec<RecordObject>,
    /// What is wrong, record by record.
    problems: Vec<RecordProblemObject>,
    /// What is wrong with the change itself.
    user_errors: Vec<UserError>,
}

/// Records to be made and changed.
#[derive(InputObject)]
struct SaveRecordsInput {
    /// Key of the register.
    form_key: String,
    /// The records: at most 100.
    #[graphql(validator(max_items = 100))]
    records: Vec<SaveRecordInput>,
}

/// A record to be made, or changed.
#[derive(InputObject)]
struct SaveRecordInput {
    /// Which; a new one when absent.
    id: Option<ID>,
    /// The version the change was made upon; needed with an id.
    version: Option<i32>,
    /// The values; fields that are left out stay as they are, or empty.
    #[graphql(validator(max_items = 300))]
    values: Vec<FieldValueInput>,
    /// The status to go to, if it changes; a new record gets the register's first unless given.
    status_key: Option<String>,
}

/// All records as they are now, or why none of them was written.
#[derive(SimpleObject)]
struct SaveRecordsPayload {
    /// In the order of the input; empty when anything is wrong.
    records: Vec<RecordObject>,
    /// What the user can mend; an error of a record has the path `records`, then its index, then as for this
    /// record alone.
    user_errors: Vec<UserError>,
}

/// A record to copy.
#[derive(InputObject)]
struct DuplicateRecordInput {
    /// Which.
    id: ID,
}

#[derive(Default)]
pub(super) struct RecordBulkMutation;

#[Object]
impl RecordBulkMutation {
    /// Changes several records of one register in the same way, all of them or none.
    #[graphql(complexity = "input.ids.len() * child_complexity + 1")]
    async fn update_records(&self, cx: &Context<'_>, input: UpdateRecordsInput) -> Result<BulkPayload> {
        let ids = parse_ids(&input.ids)?;
        let changed = match changes(input.values) {
            Ok(values) => {
                let change = BulkChange { ids, values, status: input.status_key };
                record::update_many(&cx.scope().ctx, change).await
            }
            Err(error) => Err(error),
        };
        let (changed, user_errors) = outcome(changed)?;
        let BulkOutcome { records, problems } = changed.unwrap_or_default();
        let (unchanged, errors): (Vec<_>, Vec<_>) =
            problems.into_iter().map(|RecordProblem { record, errors }| (record, errors)).unzip();
        let problem = |(record, errors): (RecordObject, UserErrors)| RecordProblemObject {
            record,
            user_errors: errors.0.into_iter().map(UserError::from).collect(),
        };
        let unchanged = with_forms(cx, unchanged).await?;
        Ok(BulkPayload {
            records: with_forms(cx, records).await?,
            problems: unchanged.into_iter().zip(errors).map(problem).collect(),
            user_errors,
        })
    }

    /// Makes and changes records of one register, all of them or none.
    #[graphql(complexity = "input.records.len() * child_complexity + 1")]
    async fn save_records(&self, cx: &Context<'_>, input: SaveRecordsInput) -> Result<SaveRecordsPayload> {
        let saved = match saves(input.records) {
            Ok(saves) => record::save_many(&cx.scope().ctx, &input.form_key, saves).await,
            Err(error) => Err(error),
        };
        let (records, user_errors) = outcome(saved)?;
        Ok(SaveRecordsPayload { records: with_forms(cx, records.unwrap_or_default()).await?, user_errors })
    }

    /// Makes a record with the values of another one and " (copy)" behind its title. It begins at the register's
    /// first status, with a number and a history of its own.
    async fn duplicate_record(&self, cx: &Context<'_>, input: DuplicateRecordInput) -> Result<RecordPayload> {
        let copied = record::duplicate(&cx.scope().ctx, parse_id(&input.id)?).await;
        let (copied, user_errors) = outcome(copied)?;
        Ok(RecordPayload { record: with_form(cx, copied).await?, user_errors })
    }
}

/// Reads the records of an input; or tells all that cannot be read, with its place.
fn saves(inputs: Vec<SaveRecordInput>) -> Result<Vec<RecordSave>, kernel::Error> {
    let mut errors = UserErrors::default();
    let mut saves = Vec::with_capacity(inputs.len());
    for (index, input) in inputs.into_iter().enumerate() {
        match save(input) {
            Ok(save) => saves.push(save),
            Err(kernel::Error::Invalid(mut wrong)) => {
                for error in &mut wrong.0 {
                    error.path.splice(0..0, ["records".to_owned(), index.to_string()]);
                }
                errors.extend(wrong);
            }
            Err(error) => return Err(error),
        }
    }
    errors.into_result()?;
    Ok(saves)
}

fn save(input: SaveRecordInput) -> kernel::Result<RecordSave> {
    // A malformed id points to nothing, like any unknown one.
    let unknown = |_| kernel::Error::invalid("RECORD_NOT_FOUND", &["id"]);
    let id = input.id.map(|id| id.parse()).transpose().map_err(unknown)?;
    Ok(RecordSave { id, version: input.version, values: changes(input.values)?, status: input.status_key })
}
