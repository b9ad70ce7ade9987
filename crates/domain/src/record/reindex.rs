//! Brings the records of a form up to a new revision of it: their index, the text that search reads, and
//! what is worked out.

use kernel::Result;

use super::{ChangeKind, Record, Value, derive::derive, differences, index, repo, repo_form, write};
use crate::{
    Ctx, WriteTx,
    form::{Field, FieldKind, Form, FormDefinition},
    user,
};

/// Records read and written at a time.
const BATCH: u64 = 500;

/// Writes anew what the change from `old` touches. A change of labels or rights touches nothing.
pub(crate) async fn reindex(ctx: &Ctx, tx: &WriteTx, (form, old): (&Form, &FormDefinition)) -> Result<()> {
    let new = &form.definition;
    let derives = new.fields.iter().any(|field| {
        field.kind.is_derived() && old.field(&field.key).is_none_or(|known| known.kind != field.kind)
    });
    let touched: Vec<&Field> = new.fields.iter().filter(|field| is_touched(field, old, derives)).collect();
    let gone: Vec<&Field> = old.fields.iter().filter(|field| new.field(&field.key).is_none()).collect();
    if touched.is_empty() && gone.is_empty() {
        return Ok(());
    }
    let keys: Vec<&str> = touched.iter().chain(&gone).map(|field| field.key.as_str()).collect();
    repo_form::delete_index(tx, form.id, &keys).await?;
    let mut after = None;
    loop {
        let records = repo_form::batch(tx, (form.id, after), BATCH).await?;
        let Some(last) = records.last() else { return Ok(()) };
        after = Some(last.id);
        rewrite(ctx, tx, (form, &touched), records).await?;
    }
}

/// Fields whose index rows may differ from what they were.
fn is_touched(field: &Field, old: &FormDefinition, derives: bool) -> bool {
    let Some(known) = old.field(&field.key) else { return true };
    let order = |kind: &FieldKind| -> Vec<String> {
        kind.options().iter().map(|option| option.key.clone()).collect()
    };
    // A formula may read another: all are worked out anew when one changes.
    (derives && field.kind.is_derived()) || order(&known.kind) != order(&field.kind)
}

async fn rewrite(
    ctx: &Ctx,
    tx: &WriteTx,
    (form, touched): (&Form, &[&Field]),
    records: Vec<Record>,
) -> Result<()> {
    let users: Vec<_> = records
        .iter()
        .flat_map(|record| touched.iter().filter_map(|field| record.values.get(&field.key)))
        .flat_map(|value| if let Value::User(ids) = value { ids.as_slice() } else { &[] })
        .copied()
        .collect();
    let users = user::find_many_in(tx, &users).await?;
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for record in records {
        let mut derived = record.clone();
        derive(&form.definition, &mut derived.values);
        let owner =
            index::Owner { record_id: record.id.uuid(), form_id: form.id.uuid(), number: record.number };
        rows.extend(index::rows_for(owner, touched.iter().copied(), &derived.values, &users));
        let changes = differences(&form.definition, &record, &derived);
        if !changes.is_empty() {
            write::stamp(ctx, form, &mut derived);
            lines.push(write::line(ctx, &derived, ChangeKind::Recalculated, changes));
        }
        let text = index::search_text(&form.code(record.number), &form.definition, &derived.values);
        repo_form::overwrite(tx, &derived, (derived.version != record.version, text)).await?;
    }
    repo::insert_chunked(tx, rows).await?;
    repo::insert_changes(tx, lines).await
}
