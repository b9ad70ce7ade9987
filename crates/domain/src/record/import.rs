//! Many records at once, all or nothing.

use std::{collections::HashMap, ops::ControlFlow};

use kernel::{Error, Result, UserError, UserId};

use super::{
    Change, ChangeKind, Record, RecordChange, Values, differences,
    lookup::Lookup,
    repo::{self, Saving},
    rules::{self, ValueChanges},
    sequence, unique, write,
};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    form::{self, Form},
    user::User,
};

/// Records written between two reports of progress.
const BATCH: usize = 250;

/// What one row of a workbook asks for.
#[derive(Debug, Clone)]
pub struct ImportItem {
    /// The record to change, as it was when the plan was made; a new one when absent.
    pub existing: Option<Record>,
    /// The values that the row gives.
    pub values: ValueChanges,
    /// The status that the row gives; any step is allowed, for the workbook tells how things are.
    pub status: Option<String>,
}

/// What an item comes to.
#[derive(Debug, Clone)]
pub struct ImportOutcome {
    /// The record as it would be.
    pub record: Record,
    /// What would change; empty when the record is already so.
    pub changes: Vec<Change>,
}

impl ImportItem {
    /// The record as it would be; or everything that is wrong. Pure but for ids: existence of
    /// users and records is checked by [`import`].
    pub fn outcome(&self, ctx: &Ctx, form: &Form) -> Result<ImportOutcome> {
        if let Some(existing) = &self.existing {
            existing.check_in_use("id")?;
        }
        let Some(existing) = &self.existing else {
            let status = write::initial_status(&form.definition, self.status.clone())?;
            let changes =
                rules::with_defaults(&form.definition, self.values.clone(), (ctx.actor(), ctx.now()));
            let (values, errors) = rules::apply(&form.definition, &Values::new(), changes, &status);
            errors.into_result()?;
            let record = write::blank(ctx, form, status, values);
            let changes = write::creation(ctx, &form.definition, &record, ChangeKind::Imported).changes;
            return Ok(ImportOutcome { record, changes });
        };
        let mut record = existing.clone();
        if let Some(status) = &self.status {
            record.status = write::initial_status(&form.definition, Some(status.clone()))?;
        }
        let (values, errors) =
            rules::apply(&form.definition, &existing.values, self.values.clone(), &record.status);
        errors.into_result()?;
        record.values = values;
        let changes = differences(&form.definition, existing, &record);
        if !changes.is_empty() {
            write::stamp(ctx, form, &mut record);
        }
        Ok(ImportOutcome { record, changes })
    }
}

/// How many records an import made, changed and left alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ImportTotals {
    /// Made.
    pub created: u64,
    /// Changed.
    pub updated: u64,
    /// Already so.
    pub unchanged: u64,
}

/// Told how many items are written, of how many; `Break` stops the import and leaves nothing.
pub trait ImportProgress: Send + Sync {
    /// Called every few hundred items.
    fn report(&self, done: u64, total: u64) -> ControlFlow<()>;
}

/// Writes all items in one transaction, or none. `path` of an error begins with the item's index.
pub async fn import(
    ctx: &Ctx,
    form: &Form,
    items: &[ImportItem],
    progress: &dyn ImportProgress,
) -> Result<Option<ImportTotals>> {
    ctx.require(Permission::Import)?;
    let mut existing = items.iter().filter_map(|item| item.existing.as_ref());
    let may_write = |record: &Record| record.form_id == form.id && record.is_visible_to(ctx.actor(), form);
    if !form.takes_records() || !existing.all(may_write) {
        return Err(Error::Forbidden);
    }
    let outcomes = outcomes(ctx, form, items)?;
    let lookup = Lookup::of(ctx, form, outcomes.iter().map(|outcome| &outcome.record.values)).await?;
    let nothing = Values::new();
    for (index, (item, outcome)) in items.iter().zip(&outcomes).enumerate() {
        let before = item.existing.as_ref().map_or(&nothing, |record| &record.values);
        let errors = lookup.check(form, before, &outcome.record.values);
        errors.into_result().map_err(|error| at_row(error, index))?;
    }
    let plan = Plan { form, items, outcomes: &outcomes, users: &lookup.users };
    let written = ctx.write(async |tx| plan.write(ctx, tx, progress).await).await;
    match written {
        Err(Error::Unavailable(CANCELLED)) => Ok(None),
        other => other.map(Some),
    }
}

/// Marks, inside the transaction only, that the import was cancelled.
const CANCELLED: &str = "import cancelled";

/// Everything an import writes, known to be sound.
struct Plan<'a> {
    form: &'a Form,
    items: &'a [ImportItem],
    outcomes: &'a [ImportOutcome],
    users: &'a HashMap<UserId, User>,
}

impl Plan<'_> {
    async fn write(&self, ctx: &Ctx, tx: &WriteTx, progress: &dyn ImportProgress) -> Result<ImportTotals> {
        let created = self.items.iter().filter(|item| item.existing.is_none()).count();
        let mut number =
            form::take_numbers(tx, self.form.id, i64::try_from(created).unwrap_or_default()).await?;
        let mut totals = ImportTotals::default();
        let total = u64::try_from(self.items.len()).unwrap_or_default();
        for (items, outcomes) in self.items.chunks(BATCH).zip(self.outcomes.chunks(BATCH)) {
            let done = totals.created + totals.updated + totals.unchanged;
            if progress.report(done, total).is_break() {
                return Err(Error::Unavailable(CANCELLED));
            }
            let mut records: Vec<Record> = outcomes.iter().map(|outcome| outcome.record.clone()).collect();
            self.complete(tx, (&mut records, items), usize::try_from(done).unwrap_or_default()).await?;
            let mut lines: Vec<RecordChange> = Vec::with_capacity(BATCH);
            let mut fresh = Vec::with_capacity(BATCH);
            for ((item, outcome), mut record) in items.iter().zip(outcomes).zip(records) {
                match &item.existing {
                    Some(_) if outcome.changes.is_empty() => totals.unchanged += 1,
                    Some(existing) => {
                        self.save(tx, &record, existing.version).await?;
                        lines.push(write::line(ctx, &record, ChangeKind::Imported, outcome.changes.clone()));
                        totals.updated += 1;
                    }
                    None => {
                        record.number = number;
                        number += 1;
                        lines.push(write::creation(
                            ctx,
                            &self.form.definition,
                            &record,
                            ChangeKind::Imported,
                        ));
                        fresh.push(record);
                        totals.created += 1;
                    }
                }
            }
            let fresh: Vec<_> = fresh.iter().map(|record| self.saving(record)).collect();
            repo::insert(tx, &fresh).await?;
            repo::insert_changes(tx, lines).await?;
        }
        let details = serde_json::json!({
            "form": self.form.definition.key, "created": totals.created, "updated": totals.updated,
        });
        audit::record(ctx, tx, AuditEntry::about("record.imported", self.form.id).with(details)).await?;
        Ok(totals)
    }

    /// Numbers that are given once, and a refusal of what must be unique and is not.
    async fn complete(
        &self,
        tx: &WriteTx,
        (records, items): (&mut [Record], &[ImportItem]),
        offset: usize,
    ) -> Result<()> {
        let fresh = records.iter_mut().zip(items).filter(|(_, item)| item.existing.is_none());
        sequence::fill(tx, self.form, &mut fresh.map(|(record, _)| record).collect::<Vec<_>>()).await?;
        let all: Vec<&Record> = records.iter().collect();
        match unique::faults(tx, self.form, &all).await?.into_iter().next() {
            None => Ok(()),
            Some((index, error)) => Err(at_row(error.into(), offset + index)),
        }
    }

    async fn save(&self, tx: &WriteTx, record: &Record, expected_version: i32) -> Result<()> {
        if repo::save(tx, &self.saving(record), expected_version).await? {
            return Ok(());
        }
        Err(UserError::at("CONFLICT", &["rows"]).with("code", self.form.code(record.number)).into())
    }

    fn saving<'s>(&'s self, record: &'s Record) -> Saving<'s> {
        Saving { record, form: self.form, users: self.users }
    }
}

fn outcomes(ctx: &Ctx, form: &Form, items: &[ImportItem]) -> Result<Vec<ImportOutcome>> {
    let outcome =
        |(index, item): (usize, &ImportItem)| item.outcome(ctx, form).map_err(|error| at_row(error, index));
    items.iter().enumerate().map(outcome).collect()
}

fn at_row(error: Error, index: usize) -> Error {
    match error {
        Error::Invalid(mut errors) => {
            for error in &mut errors.0 {
                error.path.insert(0, index.to_string());
            }
            Error::Invalid(errors)
        }
        other => other,
    }
}
