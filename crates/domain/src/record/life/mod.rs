//! Archiving records, throwing them away, bringing them back, and purging what was thrown away.

mod repo;

use std::collections::{HashMap, HashSet};

use kernel::{Error, FormId, RecordId, Result, UserError, UserErrors};
use serde_json::json;

use super::{ChangeKind, Record, find_also_deleted, repo as records, write};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    form::{self, Form},
};

/// The most records that are changed at once.
pub const MAX_AT_ONCE: usize = 200;

/// What happens to a record as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LifeStep {
    /// It is put away: it can be read, and not changed.
    Archive,
    /// It is taken out of the archive.
    Unarchive,
    /// It is put in the recycle bin.
    Delete,
    /// It is taken out of the recycle bin; what was archived before is so again.
    Restore,
}

impl LifeStep {
    const fn kind(self) -> ChangeKind {
        match self {
            Self::Archive => ChangeKind::Archived,
            Self::Unarchive => ChangeKind::Unarchived,
            Self::Delete => ChangeKind::Deleted,
            Self::Restore => ChangeKind::Restored,
        }
    }

    const fn action(self) -> &'static str {
        match self {
            Self::Archive => "record.archived",
            Self::Unarchive => "record.unarchived",
            Self::Delete => "record.deleted",
            Self::Restore => "record.restored",
        }
    }

    /// True when there is nothing left to do.
    const fn is_taken(self, record: &Record) -> bool {
        match self {
            Self::Archive => record.is_archived,
            Self::Unarchive => !record.is_archived,
            Self::Delete => record.is_deleted(),
            Self::Restore => !record.is_deleted(),
        }
    }

    /// What is in the recycle bin comes out of it first.
    const fn is_possible(self, record: &Record) -> bool {
        matches!(self, Self::Delete | Self::Restore) || !record.is_deleted()
    }
}

/// Takes a step with at most 200 records, all or none of them, and gives them as they are then, in the order
/// of the ids. Records for which there is nothing left to do stay as they are.
///
/// `RECORD_DELETED` at `ids` and the index, for who would archive what is in the recycle bin.
pub async fn take_step(ctx: &Ctx, ids: &[RecordId], step: LifeStep) -> Result<Vec<Record>> {
    let (ids, forms) = authorise(ctx, ids).await?;
    ctx.write(async |tx| {
        let mut records = read(tx, &ids).await?;
        let refused = |record: &Record| (!step.is_possible(record)).then_some("RECORD_DELETED");
        check(&records, refused).into_result()?;
        let mut lines = Vec::with_capacity(records.len());
        for record in records.iter_mut().filter(|record| !step.is_taken(record)) {
            apply(ctx, step, record);
            lines.push(write::line(ctx, record, step.kind(), Vec::new()));
        }
        let moved: HashSet<RecordId> = lines.iter().map(|line| line.record_id).collect();
        repo::set(ctx, tx, &moved.iter().copied().collect::<Vec<_>>(), step).await?;
        records::insert_changes(tx, lines).await?;
        for record in records.iter().filter(|record| moved.contains(&record.id)) {
            let details = json!({
                "code": code(&forms, record), "title": record.title, "version": record.version,
            });
            audit::record(ctx, tx, AuditEntry::about(step.action(), record.id).with(details)).await?;
        }
        Ok(records)
    })
    .await
}

/// Removes at most 200 records from the recycle bin for good, all or none of them: their values, history,
/// comments and links to files. The audit log keeps their codes and titles. It cannot be undone, so a fresh
/// code is asked.
///
/// `RECORD_NOT_DELETED` at `ids` and the index, for what is not in the recycle bin.
pub async fn purge(ctx: &Ctx, ids: &[RecordId]) -> Result<()> {
    ctx.require(Permission::PurgeRecords)?;
    let (ids, forms) = authorise(ctx, ids).await?;
    ctx.require_fresh()?;
    ctx.write(async |tx| {
        let records = read(tx, &ids).await?;
        let refused = |record: &Record| (!record.is_deleted()).then_some("RECORD_NOT_DELETED");
        check(&records, refused).into_result()?;
        repo::purge(tx, &ids).await?;
        for record in &records {
            let form = forms.get(&record.form_id).map(|form| form.definition.key.as_str());
            let details = json!({ "code": code(&forms, record), "title": record.title, "form": form });
            audit::record(ctx, tx, AuditEntry::about("record.purged", record.id).with(details)).await?;
        }
        Ok(())
    })
    .await
}

/// The ids, each once, with the forms of their records; when the actor sees all of these and may put them
/// away.
async fn authorise(ctx: &Ctx, ids: &[RecordId]) -> Result<(Vec<RecordId>, HashMap<FormId, Form>)> {
    let ids = each_once(ids)?;
    let found = find_also_deleted(ctx, &ids).await?;
    if found.len() < ids.len() {
        return Err(Error::NotFound);
    }
    let wanted: Vec<FormId> = found.iter().map(|record| record.form_id).collect();
    let forms = form::find_many(ctx, &wanted).await?;
    if forms.values().all(Form::lets_put_away) { Ok((ids, forms)) } else { Err(Error::Forbidden) }
}

/// The ids, each once, in their order; at most 200.
pub(super) fn each_once(ids: &[RecordId]) -> Result<Vec<RecordId>> {
    if ids.len() > MAX_AT_ONCE {
        return Err(UserError::at("TOO_MANY", &["ids"]).with("max", MAX_AT_ONCE).into());
    }
    let mut seen = HashSet::new();
    Ok(ids.iter().copied().filter(|id| seen.insert(*id)).collect())
}

/// The records as they are now, in the order of the ids: what was authorised may have been purged since.
async fn read(tx: &WriteTx, ids: &[RecordId]) -> Result<Vec<Record>> {
    let found = records::find_many(tx.connection(), ids).await?;
    let mut found: HashMap<RecordId, Record> = found.into_iter().map(|record| (record.id, record)).collect();
    ids.iter().map(|id| found.remove(id).ok_or(Error::NotFound)).collect()
}

fn check(records: &[Record], refused: impl Fn(&Record) -> Option<&'static str>) -> UserErrors {
    let error = |(index, record): (usize, &Record)| {
        Some(UserError::at(refused(record)?, &["ids", &index.to_string()]))
    };
    UserErrors(records.iter().enumerate().filter_map(error).collect())
}

fn apply(ctx: &Ctx, step: LifeStep, record: &mut Record) {
    match step {
        LifeStep::Archive => record.is_archived = true,
        LifeStep::Unarchive => record.is_archived = false,
        LifeStep::Delete => {
            record.deleted_at = Some(ctx.now());
            record.deleted_by = ctx.actor().user_id();
        }
        LifeStep::Restore => {
            record.deleted_at = None;
            record.deleted_by = None;
        }
    }
    write::mark(ctx, record);
}

fn code(forms: &HashMap<FormId, Form>, record: &Record) -> Option<String> {
    forms.get(&record.form_id).map(|form| form.code(record.number))
}
