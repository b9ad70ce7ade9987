//! Own forms, and new revisions of any form.

use std::collections::{HashMap, HashSet};

use kernel::{Error, Result, UserError, UserErrors};

use super::{
    Field, FieldKind, Form, FormChange, FormDefinition, FormDraft, FormOrigin, ITSELF, criteria, diff,
    draft::free_key, get_by_key, repo, repo_revision,
};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    record,
};

/// Makes an own register.
pub async fn create_own(ctx: &Ctx, draft: FormDraft) -> Result<Form> {
    let mut definition = define(ctx, None, draft).await?;
    let key = ctx
        .write(async |tx| {
            let taken = repo::taken(tx).await?;
            // Forms the actor may not see take part: a code names one record.
            if taken.iter().any(|form| form.number_prefix == definition.number_prefix) {
                return Err(Error::invalid("ALREADY_TAKEN", &["numberPrefix"]));
            }
            let last = taken.iter().map(|form| form.position).max().unwrap_or_default();
            let keys = taken.into_iter().map(|form| form.key).collect();
            definition.key = free_key(&keys, &definition.key);
            name_itself(&mut definition);
            let source = repo::Source { origin: FormOrigin::Own, pack: None, position: last + 1 };
            let id = repo::insert(ctx, tx, &definition, source).await?;
            let details = serde_json::json!({"key": definition.key, "fields": definition.fields.len()});
            audit::record(ctx, tx, AuditEntry::about("form.created", id).with(details)).await?;
            Ok(definition.key.clone())
        })
        .await?;
    get_by_key(ctx, &key).await
}

/// What publishing a draft would change, or everything that is wrong with it. Changes nothing.
pub async fn check(ctx: &Ctx, form_key: Option<&str>, draft: FormDraft) -> Result<Vec<FormChange>> {
    ctx.require(Permission::ManageForms)?;
    let form = match form_key {
        Some(key) => Some(get_by_key(ctx, key).await?),
        None => None,
    };
    let definition = define(ctx, form.as_ref(), draft).await?;
    Ok(form.map(|form| diff::changes(&form.definition, &definition)).unwrap_or_default())
}

/// Publishes a new revision of a form, made upon `revision`. Refused with `CONFLICT` when somebody else
/// published in between; a draft that changes nothing makes no revision.
pub async fn publish(ctx: &Ctx, (form_key, revision): (&str, i32), draft: FormDraft) -> Result<Form> {
    let form = get_by_key(ctx, form_key).await?;
    ctx.require(Permission::ManageForms)?;
    if form.revision != revision {
        return Err(Error::invalid("CONFLICT", &["revision"]));
    }
    let definition = define(ctx, Some(&form), draft).await?;
    let changes = diff::changes(&form.definition, &definition);
    if changes.is_empty() {
        return Ok(form);
    }
    ctx.write(async |tx| {
        refuse_used(ctx, tx, (&form, &definition)).await?;
        revise(ctx, tx, (&form, &definition)).await?;
        let paths: Vec<&str> = changes.iter().map(|change| change.path.as_str()).take(100).collect();
        let details = serde_json::json!({
            "key": definition.key, "revision": form.revision + 1, "changes": paths,
        });
        audit::record(ctx, tx, AuditEntry::about("form.published", form.id).with(details)).await
    })
    .await?;
    get_by_key(ctx, form_key).await
}

/// Writes a revision and brings the records' index and worked-out values up to it. In a transaction of the
/// caller's, who has authorised.
pub(super) async fn revise(
    ctx: &Ctx,
    tx: &WriteTx,
    (form, definition): (&Form, &FormDefinition),
) -> Result<()> {
    let revised = repo_revision::insert_revision(ctx, tx, (form, definition)).await?;
    record::reindex(ctx, tx, (&revised, &form.definition)).await
}

async fn define(ctx: &Ctx, form: Option<&Form>, mut draft: FormDraft) -> Result<FormDefinition> {
    ctx.require(Permission::ManageForms)?;
    let forms = super::list(ctx).await?;
    let scale = criteria::current(ctx).await?.map(|criteria| criteria.scale).unwrap_or_default();
    let key = form.map(|form| form.definition.key.as_str());
    if let (Some(form), true) = (form, draft.statuses.is_empty()) {
        draft.statuses.clone_from(&form.definition.statuses);
    }
    let mut definition = draft.define(key, &scale).map_err(Error::Invalid)?;
    let mut errors = UserErrors::default();
    if let Some(form) = form {
        name_itself(&mut definition);
        keep(&mut errors, form, &mut definition);
    } else if forms.iter().any(|form| form.definition.number_prefix == definition.number_prefix) {
        errors.push(UserError::at("ALREADY_TAKEN", &["numberPrefix"]));
    }
    check_sources(&mut errors, &definition, (form, &forms));
    errors.into_result()?;
    Ok(definition)
}

/// Fields that point at the form itself name it, now that its key is known.
fn name_itself(definition: &mut FormDefinition) {
    for field in &mut definition.fields {
        if let FieldKind::Reference { form: Some(form), .. } | FieldKind::DynamicChoice { form, .. } =
            &mut field.kind
            && form == ITSELF
        {
            form.clone_from(&definition.key);
        }
    }
}

/// What a new revision may not change, and what it takes over.
fn keep(errors: &mut UserErrors, form: &Form, definition: &mut FormDefinition) {
    let current = &form.definition;
    definition.rights.clone_from(&current.rights);
    definition.charts.clone_from(&current.charts);
    if definition.number_prefix != current.number_prefix {
        errors.push(UserError::at("FIXED", &["numberPrefix"]));
    }
    for (index, field) in definition.fields.iter_mut().enumerate() {
        let Some(known) = current.fields.iter().find(|known| known.key == field.key) else { continue };
        field.base = known.base;
        if known.kind.name() == field.kind.name() {
            retire(field, known);
        } else {
            errors.push(UserError::at("FIXED", &["fields", &index.to_string(), "kind"]));
        }
    }
    let keys: HashSet<&str> = definition.fields.iter().map(|field| field.key.as_str()).collect();
    for field in current.fields.iter().filter(|field| field.base) {
        if !keys.contains(field.key.as_str()) {
            errors.push(UserError::at("BASE_FIELD_REMOVED", &["fields"]).with("key", &field.key));
        }
    }
}

/// Options that are taken out stay for the records that hold them, and are not offered any more.
fn retire(field: &mut Field, known: &Field) {
    let (FieldKind::Choice { options, .. } | FieldKind::Checklist { items: options }) = &mut field.kind
    else {
        return;
    };
    for option in known.kind.options() {
        if !options.iter().any(|kept| kept.key == option.key) {
            options.push(super::ChoiceOption { retired: true, ..option.clone() });
        }
    }
}

/// Other registers a field names must be there, with the fields it names.
fn check_sources(
    errors: &mut UserErrors,
    definition: &FormDefinition,
    (form, forms): (Option<&Form>, &[Form]),
) {
    let find = |key: &str| -> Option<&FormDefinition> {
        // The key of a form that is being made may still be another's.
        if key == ITSELF || form.is_some_and(|form| form.definition.key == key) {
            return Some(definition);
        }
        forms.iter().map(|form| &*form.definition).find(|form| form.key == key)
    };
    for (index, field) in definition.fields.iter().enumerate() {
        let at = |code, member| UserError::at(code, &["fields", &index.to_string(), member]);
        match &field.kind {
            FieldKind::Reference { form: Some(form), columns, .. } => match find(form) {
                None => errors.push(at("FORM_NOT_FOUND", "referencedFormKey")),
                Some(target) if columns.iter().any(|key| target.field(key).is_none()) => {
                    errors.push(at("FIELD_NOT_FOUND", "columns"));
                }
                Some(_) => {}
            },
            FieldKind::DynamicChoice { form, field, .. } => {
                let source = find(form).and_then(|target| target.field(field));
                let is_line = |field: &Field| matches!(field.kind, FieldKind::Text { multiline: false, .. });
                if find(form).is_none() {
                    errors.push(at("FORM_NOT_FOUND", "sourceFormKey"));
                } else if !source.is_some_and(is_line) {
                    errors.push(at("FIELD_NOT_FOUND", "sourceFieldKey"));
                }
            }
            _ => {}
        }
    }
}

/// What records and earlier revisions do not allow.
async fn refuse_used(ctx: &Ctx, tx: &WriteTx, (form, definition): (&Form, &FormDefinition)) -> Result<()> {
    let mut errors = UserErrors::default();
    let gone = form
        .definition
        .statuses
        .iter()
        .filter(|status| !definition.statuses.iter().any(|kept| kept.key == status.key));
    let used = record::statuses_in_use(tx, form.id).await?;
    for status in gone.filter(|status| used.contains(&status.key)) {
        let name = status.label.get(ctx.locale());
        errors.push(UserError::at("STATUS_IN_USE", &["statuses"]).with("status", name));
    }
    let earlier = kinds_before(tx, form).await?;
    for (index, field) in definition.fields.iter().enumerate() {
        let at = index.to_string();
        if earlier.get(&field.key).is_some_and(|kind| *kind != field.kind.name()) {
            errors.push(UserError::at("KEY_USED_BEFORE", &["fields", &at, "key"]));
        }
        let was_unique = form.definition.field(&field.key).is_some_and(|known| known.unique);
        if field.unique && !was_unique && record::has_twins(tx, form.id, &field.key).await? {
            errors.push(UserError::at("NOT_UNIQUE", &["fields", &at, "isUnique"]));
        }
    }
    errors.into_result()
}

/// The kind each key ever had: a record may still hold a value of it.
async fn kinds_before(tx: &WriteTx, form: &Form) -> Result<HashMap<String, &'static str>> {
    let revisions = repo_revision::revisions(tx, form.id).await?;
    let fields = revisions.iter().flat_map(|definition| &definition.fields);
    Ok(fields.map(|field| (field.key.clone(), field.kind.name())).collect())
}
