//! Many records at once: the same change of all, or each its own.

use std::collections::{HashMap, HashSet};

use kernel::{Error, RecordId, Result, UserError, UserErrors};

use super::{
    Record,
    draft::{Draft, Drafts},
    find_many,
    life::each_once,
    rules::ValueChanges,
};
use crate::{
    Ctx, Permission,
    form::{self, Form},
};

/// The most records that are saved at once, each with its own values.
pub const MAX_SAVED_AT_ONCE: usize = 100;

/// The same change of several records of one register.
#[derive(Debug, Clone)]
pub struct BulkChange {
    /// Which: at most 200.
    pub ids: Vec<RecordId>,
    /// What changes; fields that are not named stay.
    pub values: ValueChanges,
    /// The status to go to, if it changes.
    pub status: Option<String>,
}

/// What came of a change of several records: all of them, or what is wrong with some.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BulkOutcome {
    /// As they are now, in the order of the ids; empty when there are problems.
    pub records: Vec<Record>,
    /// Why nothing was written.
    pub problems: Vec<RecordProblem>,
}

/// What is wrong with the change of one record.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordProblem {
    /// The record as it is.
    pub record: Record,
    /// What is wrong, as for a change of this record alone.
    pub errors: UserErrors,
}

/// Changes several records in the same way, all or none of them. Whoever changes many does not look at each:
/// there is no version to give back, and what somebody else changed in the meantime stays.
///
/// `DIFFERENT_FORMS` at `ids` when they are not of one register.
pub async fn update_many(ctx: &Ctx, change: BulkChange) -> Result<BulkOutcome> {
    let ids = each_once(&change.ids)?;
    let mut found: HashMap<RecordId, Record> =
        find_many(ctx, &ids).await?.into_iter().map(|record| (record.id, record)).collect();
    let records: Option<Vec<Record>> = ids.iter().map(|id| found.remove(id)).collect();
    let records = records.ok_or(Error::NotFound)?;
    let Some(first) = records.first() else { return Ok(BulkOutcome::default()) };
    let form = form::get(ctx, first.form_id).await?;
    if !form.takes_records() {
        return Err(Error::Forbidden);
    }
    if records.iter().any(|record| record.form_id != form.id) {
        return Err(Error::invalid("DIFFERENT_FORMS", &["ids"]));
    }
    let draft =
        |record: &Record| Draft::change(&form, record.clone(), change.values.clone(), change.status.clone());
    let drafts = Drafts::check(ctx, &form, records.iter().map(draft).collect()).await?;
    match drafts.write(ctx).await {
        Ok(records) => Ok(BulkOutcome { records, problems: Vec::new() }),
        Err(Error::Invalid(errors)) => {
            Ok(BulkOutcome { records: Vec::new(), problems: problems(records, errors) })
        }
        Err(error) => Err(error),
    }
}

/// Puts each error with the record it is of.
fn problems(records: Vec<Record>, errors: UserErrors) -> Vec<RecordProblem> {
    let mut of: HashMap<usize, UserErrors> = HashMap::new();
    for mut error in errors.0 {
        let index = (!error.path.is_empty()).then(|| error.path.remove(0));
        let index = index.and_then(|index| index.parse().ok()).unwrap_or_default();
        of.entry(index).or_default().push(error);
    }
    let problem = |(index, record)| Some(RecordProblem { record, errors: of.remove(&index)? });
    records.into_iter().enumerate().filter_map(problem).collect()
}

/// A record to be made, or changed.
#[derive(Debug, Clone)]
pub struct RecordSave {
    /// Which; a new one when absent.
    pub id: Option<RecordId>,
    /// The version the change was made upon; of no meaning for a new one.
    pub version: Option<i32>,
    /// The values; fields that are not named stay.
    pub values: ValueChanges,
    /// The status to go to, if it changes; the form's first for a new one, unless given.
    pub status: Option<String>,
}

/// Makes and changes at most 100 records of one register, all or none of them, and gives them in their order.
///
/// Errors are told behind `records` and the index: those of each record alone, `RECORD_NOT_FOUND` at `id` for
/// what is not of this register, and `DUPLICATE_NUMBER` at `id` for what is named twice.
pub async fn save_many(ctx: &Ctx, form_key: &str, records: Vec<RecordSave>) -> Result<Vec<Record>> {
    ctx.require(Permission::Enter)?;
    let form = form::get_by_key(ctx, form_key).await?;
    if !form.takes_records() {
        return Err(Error::Forbidden);
    }
    if records.len() > MAX_SAVED_AT_ONCE {
        return Err(UserError::at("TOO_MANY", &["records"]).with("max", MAX_SAVED_AT_ONCE).into());
    }
    let ids: Vec<RecordId> = records.iter().filter_map(|record| record.id).collect();
    let found = find_many(ctx, &ids).await?.into_iter().filter(|record| record.form_id == form.id);
    let existing: HashMap<RecordId, Record> = found.map(|record| (record.id, record)).collect();
    let mut seen = HashSet::new();
    let mut misplaced = UserErrors::default();
    let mut drafts = Vec::with_capacity(records.len());
    for (index, save) in records.into_iter().enumerate() {
        let is_repeated = save.id.is_some_and(|id| !seen.insert(id));
        match draft(ctx, &form, (save, &existing), is_repeated) {
            Ok(draft) => drafts.push(draft),
            Err(mut error) => {
                error.path.splice(0..0, ["records".to_owned(), index.to_string()]);
                misplaced.push(error);
            }
        }
    }
    // Where a record has no draft, the others' places are not theirs.
    misplaced.into_result()?;
    let drafts = Drafts::check(ctx, &form, drafts).await?;
    drafts.write(ctx).await.map_err(among_records)
}

fn draft(
    ctx: &Ctx,
    form: &Form,
    (save, existing): (RecordSave, &HashMap<RecordId, Record>),
    is_repeated: bool,
) -> Result<Draft, UserError> {
    let Some(id) = save.id else { return Ok(Draft::create(ctx, form, save.values, save.status)) };
    if is_repeated {
        return Err(UserError::at("DUPLICATE_NUMBER", &["id"]));
    }
    let current = existing.get(&id).ok_or_else(|| UserError::at("RECORD_NOT_FOUND", &["id"]))?;
    match save.version {
        None => Err(UserError::at("REQUIRED", &["version"])),
        Some(version) if version != current.version => Err(UserError::at("CONFLICT", &["version"])),
        Some(_) => Ok(Draft::change(form, current.clone(), save.values, save.status)),
    }
}

fn among_records(error: Error) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    for error in &mut errors.0 {
        error.path.insert(0, "records".to_owned());
    }
    Error::Invalid(errors)
}
