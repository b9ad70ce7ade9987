//! Records taken back from a back-up that is looked into.

use std::{collections::HashMap, sync::Arc};

use kernel::{Error, Instant, RecordId, RestoreId, Result};
use serde_json::json;

use super::{
    Change, LifeStep, Record, Values,
    draft::{Draft, Drafts},
    find_also_deleted, find_many,
    life::each_once,
    repo, rules, take_step, tidy,
};
use crate::{
    Ctx, Permission,
    audit::{self, AuditEntry},
    comment, file,
    form::{self, FieldKind, Form, FormDefinition},
};

/// The most lines of history that come with a record.
const MOST_LINES: u64 = 10_000;

/// Where records are taken from.
pub struct TakenFrom {
    /// The back-up, [looked into](Ctx::in_backup).
    pub held: Ctx,
    /// The look.
    pub look: RestoreId,
    /// The moment the back-up shows.
    pub taken_at: Instant,
}

/// What has become of a record since the back-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is the same.
    Same,
    /// It differs.
    Changed,
    /// It is in the recycle bin.
    InRecycleBin,
    /// It was removed for good.
    Gone,
}

/// A record as a back-up holds it, beside what it is now.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// As the back-up holds it.
    pub held: Record,
    /// Its register, as it is now.
    pub form: Form,
    /// What has become of it.
    pub fate: Fate,
    /// What taking it back would change; before is now.
    pub changes: Vec<Change>,
    /// Keys of fields, as they were then, whose value the form does not take any more.
    pub left_out: Vec<String>,
    /// The form as it was then, for what those were called.
    pub definition_then: Arc<FormDefinition>,
}

/// What at most 200 records were in the back-up beside what they are now, in the order of the ids. Those that the
/// back-up does not hold, or had in its recycle bin, and those of registers the actor does not see, are absent.
pub async fn compare(ctx: &Ctx, held: &Ctx, ids: &[RecordId]) -> Result<Vec<Comparison>> {
    ctx.require(Permission::RestoreBackups)?;
    let plans = plans(ctx, held, &each_once(ids)?).await?;
    Ok(plans.into_iter().map(Plan::into_comparison).collect())
}

/// Takes at most 200 records of one register back, all or none of them, and gives them as they are then, in the order
/// of the ids. One that was removed for good comes back with its history, comments and files, and with its number unless
/// that was given anew; one in the recycle bin comes out of it; one that is there is changed. What is the same stays.
///
/// User errors at `recordIds`: `TOO_MANY`, `RECORDS_OF_SEVERAL_REGISTERS`, `REGISTER_TAKES_NO_RECORDS`; and those of
/// writing a record, behind its index.
pub async fn take_back(ctx: &Ctx, from: &TakenFrom, ids: &[RecordId]) -> Result<Vec<Record>> {
    ctx.require(Permission::RestoreBackups)?;
    let ids = each_once(ids)?;
    let plans = plans(ctx, &from.held, &ids).await?;
    if plans.len() < ids.len() {
        return Err(Error::NotFound);
    }
    let Some(form) = plans.first().map(|plan| plan.form.clone()) else { return Ok(Vec::new()) };
    let refused = |code| Error::invalid(code, &["recordIds"]);
    if plans.iter().any(|plan| plan.form.id != form.id) {
        return Err(refused("RECORDS_OF_SEVERAL_REGISTERS"));
    }
    if !form.lets_put_away() {
        return Err(refused("REGISTER_TAKES_NO_RECORDS"));
    }
    let taken: Vec<RecordId> = plans.iter().map(|plan| plan.held.id).collect();
    let gone: Vec<RecordId> = of_fate(&plans, Fate::Gone);
    let binned = of_fate(&plans, Fate::InRecycleBin);
    let files = file::held_by(&from.held, &taken).await?;
    let comments = comment::of_records(&from.held, &gone).await?;
    let mut lines = Vec::new();
    for id in &gone {
        lines.extend(repo::history(&from.held, *id, None, MOST_LINES).await?);
    }
    let drafts = plans.into_iter().map(|plan| plan.draft).collect();
    let drafts = Drafts::check(ctx, &form, drafts).await?.without_errors()?;
    ctx.write(async |tx| {
        file::take_in(tx, &files).await?;
        let records = drafts.write_in(ctx, tx).await?;
        file::take_links(tx, &files).await?;
        repo::insert_changes(tx, lines).await?;
        comment::take_in(tx, comments).await?;
        let codes: Vec<String> = records.iter().map(|record| form.code(record.number)).collect();
        let details = json!({ "backupTakenAt": from.taken_at, "form": form.definition.key, "codes": codes });
        audit::record(ctx, tx, AuditEntry::about("backup.taken_from", from.look).with(details)).await
    })
    .await?;
    take_step(ctx, &binned, LifeStep::Restore).await?;
    in_order(find_many(ctx, &taken).await?, &taken)
}

fn of_fate(plans: &[Plan], fate: Fate) -> Vec<RecordId> {
    plans.iter().filter(|plan| plan.fate == fate).map(|plan| plan.held.id).collect()
}

fn in_order(found: Vec<Record>, ids: &[RecordId]) -> Result<Vec<Record>> {
    let mut found: HashMap<RecordId, Record> = found.into_iter().map(|record| (record.id, record)).collect();
    ids.iter().map(|id| found.remove(id).ok_or(Error::NotFound)).collect()
}

/// What would be done with one record.
struct Plan {
    held: Record,
    form: Form,
    definition_then: Arc<FormDefinition>,
    fate: Fate,
    draft: Draft,
    left_out: Vec<String>,
}

impl Plan {
    fn into_comparison(self) -> Comparison {
        let Self { held, form, definition_then, fate, draft, left_out } = self;
        let changes = draft.changes(&form);
        Comparison { held, form, fate, changes, left_out, definition_then }
    }
}

async fn plans(ctx: &Ctx, held: &Ctx, ids: &[RecordId]) -> Result<Vec<Plan>> {
    let mut then: HashMap<RecordId, Record> =
        find_many(held, ids).await?.into_iter().map(|record| (record.id, record)).collect();
    let mut now: HashMap<RecordId, Record> =
        find_also_deleted(ctx, ids).await?.into_iter().map(|record| (record.id, record)).collect();
    let ids_of_forms: Vec<_> = then.values().map(|record| record.form_id).collect();
    let forms = form::find_many(ctx, &ids_of_forms).await?;
    let old_forms = form::find_many(held, &ids_of_forms).await?;
    let mut plans = Vec::with_capacity(then.len());
    for id in ids {
        let Some(record) = then.remove(id) else { continue };
        let (Some(form), Some(old_form)) = (forms.get(&record.form_id), old_forms.get(&record.form_id))
        else {
            continue;
        };
        plans.push(plan((ctx, form), &old_form.definition, (record, now.remove(id))));
    }
    renumber(ctx, &mut plans).await?;
    Ok(plans)
}

fn plan(
    (ctx, form): (&Ctx, &Form),
    definition_then: &Arc<FormDefinition>,
    (held, current): (Record, Option<Record>),
) -> Plan {
    let (form, definition_then) = (form.clone(), Arc::clone(definition_then));
    let Some(current) = current else {
        // Its document comes back as it was: what the form does not take any more stays in it and shows nowhere.
        let draft = Draft::taken_back_anew(ctx, &form, held.clone());
        return Plan { held, form, definition_then, fate: Fate::Gone, draft, left_out: Vec::new() };
    };
    let (wanted, left_out) = wanted(&form, &definition_then, &held.values);
    // A status that left the form cannot be gone back to.
    let is_known = form.definition.statuses.iter().any(|status| status.key == held.status);
    let status = if is_known { held.status.clone() } else { current.status.clone() };
    let is_deleted = current.is_deleted();
    let draft = Draft::taken_back(&form, current, (wanted, status));
    let fate = match (is_deleted, draft.changes(&form).is_empty()) {
        (true, _) => Fate::InRecycleBin,
        (false, true) => Fate::Same,
        (false, false) => Fate::Changed,
    };
    Plan { held, form, definition_then, fate, draft, left_out }
}

/// Every field that was there then and is now, with its value of then; and those whose value the form does not take any
/// more.
fn wanted(form: &Form, then: &FormDefinition, held: &Values) -> (rules::ValueChanges, Vec<String>) {
    let (mut wanted, mut left_out) = (rules::ValueChanges::new(), Vec::new());
    for field_then in then.all_fields() {
        let value = held.get(&field_then.key);
        match (form.definition.field(&field_then.key), value) {
            (Some(field), _) if field.kind.is_derived() => {}
            (Some(field), None) => drop(wanted.insert(field.key.clone(), None)),
            (Some(field), Some(value)) => match tidy(field, value.clone()) {
                Ok(value) => drop(wanted.insert(field.key.clone(), Some(value))),
                Err(_) => left_out.push(field.key.clone()),
            },
            (None, Some(_)) => left_out.push(field_then.key.clone()),
            (None, None) => {}
        }
    }
    (wanted, left_out)
}

/// Has records that come back get a new number where another has theirs: the whole environment was put back meanwhile.
async fn renumber(ctx: &Ctx, plans: &mut [Plan]) -> Result<()> {
    let mut wanted: HashMap<_, (Form, Vec<i64>)> = HashMap::new();
    for plan in plans.iter().filter(|plan| plan.fate == Fate::Gone) {
        let (_, numbers) = wanted.entry(plan.form.id).or_insert_with(|| (plan.form.clone(), Vec::new()));
        numbers.push(plan.held.number);
    }
    for (id, (form, numbers)) in wanted {
        let taken = repo::find_by_numbers(ctx, id, &numbers).await?;
        let is_given = |plan: &&mut Plan| {
            plan.fate == Fate::Gone && plan.form.id == id && taken.contains_key(&plan.held.number)
        };
        for plan in plans.iter_mut().filter(is_given) {
            let given_once = form
                .definition
                .fields
                .iter()
                .filter(|field| matches!(field.kind, FieldKind::AutoNumber { .. }));
            plan.draft.forget_numbers(given_once.map(|field| field.key.as_str()));
        }
    }
    Ok(())
}
