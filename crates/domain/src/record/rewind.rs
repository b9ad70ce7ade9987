//! Winds records back to a moment: everything their history tells of later is undone.

use std::collections::{HashMap, HashSet};

use kernel::{Error, FormId, Instant, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    ChangeKind, Record, RecordChange, STATUS, Value,
    entity::{self, Column, change, value},
    repo::{self, Saving, insert_chunked, read_change},
    search,
    write::title,
};
use crate::{
    Ctx, WriteTx,
    form::{self, Form},
    user,
};

/// Records wound back at a time.
const BATCH: u64 = 500;

/// A record as it stood, with what the record itself does not tell.
struct Past {
    record: Record,
    archived_at: Option<Instant>,
}

/// Winds back what changed from `end` on, and all records of forms that were other then. The transaction is
/// that of a copy without foreign keys.
pub(crate) async fn wind_back(
    ctx: &Ctx,
    tx: &WriteTx,
    (end, rewritten): (Instant, &HashSet<FormId>),
) -> Result<()> {
    for form in form::list(ctx).await?.iter() {
        let since = if rewritten.contains(&form.id) { None } else { Some(end) };
        let mut after = None;
        loop {
            let rows = batch(tx, (form.id, since), after).await?;
            let Some(last) = rows.last() else { break };
            after = Some(last.id);
            wind_back_batch(tx, (form, end), rows).await?;
        }
    }
    change::Entity::delete_many()
        .filter(change::Column::At.gte(end))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

async fn batch(
    tx: &WriteTx,
    (form, since): (FormId, Option<Instant>),
    after: Option<Uuid>,
) -> Result<Vec<entity::Model>> {
    let mut select =
        entity::Entity::find().filter(Column::FormId.eq(form.uuid())).order_by_asc(Column::Id).limit(BATCH);
    if let Some(since) = since {
        select = select.filter(Column::UpdatedAt.gte(since));
    }
    if let Some(after) = after {
        select = select.filter(Column::Id.gt(after));
    }
    select.all(tx.connection()).await.map_err(Error::internal)
}

async fn wind_back_batch(
    tx: &WriteTx,
    (form, end): (&Form, Instant),
    rows: Vec<entity::Model>,
) -> Result<()> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut lines = lines(tx, &ids).await?;
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        let lines = lines.remove(&row.id).unwrap_or_default();
        kept.extend(past(row.try_into()?, lines, end));
    }
    delete(tx, ids).await?;
    write(tx, form, kept).await
}

/// The history of some records, oldest first.
async fn lines(tx: &WriteTx, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<RecordChange>>> {
    let rows = change::Entity::find()
        .filter(change::Column::RecordId.is_in(ids.iter().copied()))
        .order_by_asc(change::Column::Version)
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    let mut lines: HashMap<Uuid, Vec<RecordChange>> = HashMap::with_capacity(ids.len());
    for row in rows {
        lines.entry(row.record_id).or_default().push(read_change(row)?);
    }
    Ok(lines)
}

/// A record as it was just before `end`; `None` when it was not there yet.
fn past(mut record: Record, lines: Vec<RecordChange>, end: Instant) -> Option<Past> {
    let (before, since): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.at < end);
    for change in since.into_iter().rev().flat_map(|line| line.changes.into_iter().rev()) {
        match (change.field.as_str(), change.before) {
            (STATUS, Some(Value::Text(status))) => record.status = status,
            (STATUS, _) => {}
            (field, Some(value)) => drop(record.values.insert(field.to_owned(), value)),
            (field, None) => drop(record.values.remove(field)),
        }
    }
    let last = before.last()?;
    (record.version, record.updated_at, record.updated_by) = (last.version, last.at, last.by);
    let (mut archived_at, mut deleted) = (None, None);
    for line in &before {
        match line.kind {
            ChangeKind::Archived => archived_at = Some(line.at),
            ChangeKind::Unarchived => archived_at = None,
            ChangeKind::Deleted => deleted = Some((line.at, line.by)),
            ChangeKind::Restored => deleted = None,
            _ => {}
        }
    }
    record.is_archived = archived_at.is_some();
    record.deleted_at = deleted.map(|(at, _)| at);
    record.deleted_by = deleted.and_then(|(_, by)| by);
    Some(Past { record, archived_at })
}

/// Takes records and their index out; those that were there are written anew.
async fn delete(tx: &WriteTx, ids: Vec<Uuid>) -> Result<()> {
    value::Entity::delete_many()
        .filter(value::Column::RecordId.is_in(ids.iter().copied()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    entity::Entity::delete_many()
        .filter(Column::Id.is_in(ids))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

async fn write(tx: &WriteTx, form: &Form, all: Vec<Past>) -> Result<()> {
    let users: Vec<_> = all
        .iter()
        .flat_map(|past| past.record.values.values())
        .flat_map(|value| if let Value::User(ids) = value { ids.as_slice() } else { &[] })
        .copied()
        .collect();
    let users = user::find_many_in(tx, &users).await?;
    let (mut rows, mut index) = (Vec::with_capacity(all.len()), Vec::new());
    let search_rows = search::rows(tx, all.len()).await?;
    for (Past { mut record, archived_at }, search_row) in all.into_iter().zip(search_rows) {
        record.title = title(&form.definition, &record.values);
        let saving = Saving { record: &record, form, users: &users };
        index.extend(saving.index_rows());
        rows.push(repo::row(&saving, (archived_at, search_row))?);
    }
    insert_chunked(tx, rows).await?;
    insert_chunked(tx, index).await
}
