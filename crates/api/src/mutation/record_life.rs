//! Archiving records, throwing them away, bringing them back, and purging what was thrown away.

use std::collections::HashMap;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::{
    form,
    record::{self, LifeStep, Record},
};
use kernel::{FormId, RecordId};

use super::record::parse_id;
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::RecordObject,
};

/// Records that something happens to, all of them or none.
#[derive(InputObject)]
struct RecordsInput {
    /// Which: at most 200.
    ids: Vec<ID>,
}

/// Several records.
#[derive(SimpleObject)]
struct RecordsPayload {
    /// As they are now, in the order of the ids; empty when they were removed for good, or when there are errors.
    records: Vec<RecordObject>,
    /// What the user can mend; a record's error has the path `ids`, then its index.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct RecordLifeMutation;

#[Object]
impl RecordLifeMutation {
    /// Puts records away: they can be read, and not changed, and do not count on dashboards.
    #[graphql(complexity = "input.ids.len() * child_complexity + 1")]
    async fn archive_records(&self, cx: &Context<'_>, input: RecordsInput) -> Result<RecordsPayload> {
        take_step(cx, input, LifeStep::Archive).await
    }

    /// Takes records out of the archive.
    #[graphql(complexity = "input.ids.len() * child_complexity + 1")]
    async fn unarchive_records(&self, cx: &Context<'_>, input: RecordsInput) -> Result<RecordsPayload> {
        take_step(cx, input, LifeStep::Unarchive).await
    }

    /// Puts records in the recycle bin, where only those see them who may change every record of the register.
    #[graphql(complexity = "input.ids.len() * child_complexity + 1")]
    async fn delete_records(&self, cx: &Context<'_>, input: RecordsInput) -> Result<RecordsPayload> {
        take_step(cx, input, LifeStep::Delete).await
    }

    /// Takes records out of the recycle bin.
    #[graphql(complexity = "input.ids.len() * child_complexity + 1")]
    async fn restore_records(&self, cx: &Context<'_>, input: RecordsInput) -> Result<RecordsPayload> {
        take_step(cx, input, LifeStep::Restore).await
    }

    /// Removes records from the recycle bin for good, with their history and comments. It cannot be undone. For
    /// administrators, after a fresh code.
    async fn purge_records(&self, cx: &Context<'_>, input: RecordsInput) -> Result<RecordsPayload> {
        let purged = record::purge(&cx.scope().ctx, &parse_ids(&input.ids)?).await;
        cx.scope().records.clear::<RecordId>();
        let (_, user_errors) = outcome(purged)?;
        Ok(RecordsPayload { records: Vec::new(), user_errors })
    }
}

async fn take_step(cx: &Context<'_>, input: RecordsInput, step: LifeStep) -> Result<RecordsPayload> {
    let taken = record::take_step(&cx.scope().ctx, &parse_ids(&input.ids)?, step).await;
    let (records, user_errors) = outcome(taken)?;
    Ok(RecordsPayload { records: with_forms(cx, records.unwrap_or_default()).await?, user_errors })
}

/// Malformed ids point to nothing, like any unknown one.
pub(super) fn parse_ids(ids: &[ID]) -> Result<Vec<RecordId>> {
    ids.iter().map(parse_id).collect()
}

/// Changed records with their forms.
pub(super) async fn with_forms(cx: &Context<'_>, records: Vec<Record>) -> Result<Vec<RecordObject>> {
    // What an earlier mutation of this request has read is no longer so.
    cx.scope().records.clear::<RecordId>();
    let ids: Vec<FormId> = records.iter().map(|record| record.form_id).collect();
    let forms: HashMap<FormId, form::Form> = form::find_many(&cx.scope().ctx, &ids).await?;
    let with_form = |record: Record| Some(RecordObject { form: forms.get(&record.form_id)?.clone(), record });
    Ok(records.into_iter().filter_map(with_form).collect())
}
