//! Making and changing records.

use kernel::{Error, RecordChangeId, RecordId, Result, UserError};

use super::{
    Change, ChangeKind, Record, RecordChange, STATUS, Value, Values,
    draft::{Draft, Drafts, alone},
    get,
    rules::ValueChanges,
};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    form::{self, Form, FormDefinition},
};

/// A record to be made.
#[derive(Debug, Clone)]
pub struct NewRecord {
    /// Key of the register.
    pub form_key: String,
    /// The values by field key.
    pub values: ValueChanges,
    /// Key of the status; the form's first when absent.
    pub status: Option<String>,
}

/// A change of a record.
#[derive(Debug, Clone)]
pub struct RecordUpdate {
    /// Which.
    pub id: RecordId,
    /// The version the change was made upon.
    pub version: i32,
    /// What changes; fields that are not named stay.
    pub values: ValueChanges,
    /// The status to go to, if it changes.
    pub status: Option<String>,
}

/// Makes a record.
pub async fn create(ctx: &Ctx, new: NewRecord) -> Result<Record> {
    ctx.require(Permission::Enter)?;
    let form = form::get_by_key(ctx, &new.form_key).await?;
    if !form.takes_records() {
        return Err(Error::Forbidden);
    }
    write_one(ctx, &form, Draft::create(ctx, &form, new.values, new.status)).await
}

/// Changes a record. Refused with `CONFLICT` when somebody else did in between; a change that
/// changes nothing makes no version.
pub async fn update(ctx: &Ctx, update: RecordUpdate) -> Result<Record> {
    let current = get(ctx, update.id).await?;
    let form = form::get(ctx, current.form_id).await?;
    if !form.takes_records() {
        return Err(Error::Forbidden);
    }
    current.check_in_use("id")?;
    if current.version != update.version {
        return Err(conflict());
    }
    write_one(ctx, &form, Draft::change(&form, current, update.values, update.status)).await
}

pub(super) async fn write_one(ctx: &Ctx, form: &Form, draft: Draft) -> Result<Record> {
    let drafts = Drafts::check(ctx, form, vec![draft]).await?;
    let mut written = drafts.write(ctx).await.map_err(alone)?;
    written.pop().ok_or_else(|| Error::internal("a draft came to no record"))
}

fn conflict() -> Error {
    Error::invalid("CONFLICT", &["version"])
}

/// The status a new record begins with.
pub(super) fn initial_status(
    definition: &FormDefinition,
    wanted: Option<String>,
) -> Result<String, UserError> {
    let unknown = || UserError::at("UNKNOWN_STATUS", &["statusKey"]);
    match wanted {
        None => definition.statuses.first().map(|status| status.key.clone()).ok_or_else(unknown),
        Some(key) if definition.statuses.iter().any(|status| status.key == key) => Ok(key),
        Some(_) => Err(unknown()),
    }
}

/// Refuses a step the form does not allow.
pub(super) fn check_transition(definition: &FormDefinition, from: &str, to: &str) -> Result<(), UserError> {
    if !definition.statuses.iter().any(|status| status.key == to) {
        return Err(UserError::at("UNKNOWN_STATUS", &["statusKey"]));
    }
    let current = definition.statuses.iter().find(|status| status.key == from);
    // A status that left the form must not lock its records in.
    if current.is_none_or(|status| status.next.iter().any(|next| next == to)) {
        Ok(())
    } else {
        Err(UserError::at("STATUS_NOT_ALLOWED", &["statusKey"]).with("from", from).with("to", to))
    }
}

/// A record that has no number yet.
pub(super) fn blank(ctx: &Ctx, form: &Form, status: String, values: Values) -> Record {
    let (now, by) = (ctx.now(), ctx.actor().user_id());
    Record {
        id: RecordId::generate(ctx.clock(), ctx.random()),
        form_id: form.id,
        number: 0,
        title: title(&form.definition, &values),
        status,
        values,
        version: 1,
        created_at: now,
        created_by: by,
        updated_at: now,
        updated_by: by,
        is_archived: false,
        deleted_at: None,
        deleted_by: None,
    }
}

/// Marks a record whose values changed with its title, its next version, who and when.
pub(super) fn stamp(ctx: &Ctx, form: &Form, record: &mut Record) {
    record.title = title(&form.definition, &record.values);
    mark(ctx, record);
}

/// Marks a changed record with its next version, who and when.
pub(super) fn mark(ctx: &Ctx, record: &mut Record) {
    record.version += 1;
    record.updated_at = ctx.now();
    record.updated_by = ctx.actor().user_id();
}

pub(super) fn title(definition: &FormDefinition, values: &Values) -> String {
    match values.get(&definition.title_field) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// What differs between two states of a record, in the order of the form, the status last.
#[must_use]
pub fn differences(definition: &FormDefinition, before: &Record, after: &Record) -> Vec<Change> {
    let mut changes: Vec<Change> = definition
        .all_fields()
        .map(|field| Change {
            field: field.key.clone(),
            before: before.values.get(&field.key).cloned(),
            after: after.values.get(&field.key).cloned(),
        })
        .filter(|change| change.before != change.after)
        .collect();
    if before.status != after.status {
        changes.push(Change {
            field: STATUS.to_owned(),
            before: Some(Value::Text(before.status.clone())),
            after: Some(Value::Text(after.status.clone())),
        });
    }
    changes
}

pub(super) fn line(ctx: &Ctx, record: &Record, kind: ChangeKind, changes: Vec<Change>) -> RecordChange {
    RecordChange {
        id: RecordChangeId::generate(ctx.clock(), ctx.random()),
        record_id: record.id,
        version: record.version,
        at: record.updated_at,
        by: record.updated_by,
        kind,
        changes,
    }
}

/// The first line of a record's history: every value out of nothing.
pub(super) fn creation(
    ctx: &Ctx,
    definition: &FormDefinition,
    record: &Record,
    kind: ChangeKind,
) -> RecordChange {
    let nothing = Record { values: Values::new(), ..record.clone() };
    line(ctx, record, kind, differences(definition, &nothing, record))
}

pub(super) async fn audit_change(
    ctx: &Ctx,
    tx: &WriteTx,
    (action, changes): (&'static str, &[Change]),
    (form, record): (&Form, &Record),
) -> Result<()> {
    let fields: serde_json::Map<String, serde_json::Value> = changes
        .iter()
        .map(|change| {
            let side = |value: &Option<Value>| value.as_ref().map_or(serde_json::Value::Null, Value::for_log);
            (change.field.clone(), serde_json::json!([side(&change.before), side(&change.after)]))
        })
        .collect();
    let details = serde_json::json!({
        "code": form.code(record.number), "version": record.version, "changes": fields,
    });
    audit::record(ctx, tx, AuditEntry::about(action, record.id).with(details)).await
}
