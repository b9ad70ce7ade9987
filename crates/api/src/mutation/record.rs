use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::form;
use domain::record::{self, NewRecord, Record, RecordUpdate, ValueChanges};
use kernel::{FormId, RecordId};

use super::field_value::{FieldValueInput, changes};
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::RecordObject,
};

/// A record to be made.
#[derive(InputObject)]
struct CreateRecordInput {
    /// Key of the register.
    form_key: String,
    /// The values; fields that are left out stay empty.
    #[graphql(validator(max_items = 300))]
    values: Vec<FieldValueInput>,
    /// Key of the status; the form's first unless given.
    status_key: Option<String>,
}

/// A change of a record; fields that are left out stay as they are.
#[derive(InputObject)]
struct UpdateRecordInput {
    /// Which.
    id: ID,
    /// The version the change was made upon; another one's change in between is refused with CONFLICT.
    version: i32,
    /// What changes.
    #[graphql(validator(max_items = 300))]
    values: Vec<FieldValueInput>,
    /// The status to go to, if it changes.
    status_key: Option<String>,
}

/// A step of a record's status.
#[derive(InputObject)]
struct ChangeRecordStatusInput {
    /// Which.
    id: ID,
    /// The version the step was taken upon.
    version: i32,
    /// The status to go to.
    status_key: String,
}

/// The record as it is now. A field's error has the path `values`, then the field's key.
#[derive(SimpleObject)]
pub(super) struct RecordPayload {
    /// As it is now; on CONFLICT as the other made it.
    pub record: Option<RecordObject>,
    /// What the user can mend.
    pub user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct RecordMutation;

#[Object]
impl RecordMutation {
    /// Makes a record.
    async fn create_record(&self, cx: &Context<'_>, input: CreateRecordInput) -> Result<RecordPayload> {
        let created = match changes(input.values) {
            Ok(values) => {
                let new = NewRecord { form_key: input.form_key, values, status: input.status_key };
                record::create(&cx.scope().ctx, new).await
            }
            Err(error) => Err(error),
        };
        let (created, user_errors) = outcome(created)?;
        Ok(RecordPayload { record: with_form(cx, created).await?, user_errors })
    }

    /// Changes a record.
    async fn update_record(&self, cx: &Context<'_>, input: UpdateRecordInput) -> Result<RecordPayload> {
        let id = parse_id(&input.id)?;
        match changes(input.values) {
            Ok(values) => {
                let update = RecordUpdate { id, version: input.version, values, status: input.status_key };
                self::update(cx, update).await
            }
            Err(error) => Ok(RecordPayload { record: None, user_errors: outcome::<()>(Err(error))?.1 }),
        }
    }

    /// Takes a step of a record's status.
    async fn change_record_status(
        &self,
        cx: &Context<'_>,
        input: ChangeRecordStatusInput,
    ) -> Result<RecordPayload> {
        let update = RecordUpdate {
            id: parse_id(&input.id)?,
            version: input.version,
            values: ValueChanges::new(),
            status: Some(input.status_key),
        };
        self::update(cx, update).await
    }
}

/// A malformed id points to nothing, like any unknown one.
pub(super) fn parse_id(id: &ID) -> Result<RecordId> {
    Ok(id.parse().map_err(|_| kernel::Error::NotFound)?)
}

async fn update(cx: &Context<'_>, update: RecordUpdate) -> Result<RecordPayload> {
    let ctx = &cx.scope().ctx;
    let id = update.id;
    let (mut updated, user_errors) = outcome(record::update(ctx, update).await)?;
    if user_errors.iter().any(|error| error.code == "CONFLICT") {
        updated = Some(record::get(ctx, id).await?);
    }
    Ok(RecordPayload { record: with_form(cx, updated).await?, user_errors })
}

pub(super) async fn with_form(cx: &Context<'_>, record: Option<Record>) -> Result<Option<RecordObject>> {
    // What an earlier mutation of this request has read is no longer so.
    cx.scope().records.clear::<RecordId>();
    cx.scope().counts.clear::<FormId>();
    match record {
        Some(record) => {
            Ok(Some(RecordObject { form: form::get(&cx.scope().ctx, record.form_id).await?, record }))
        }
        None => Ok(None),
    }
}
