//! What becomes of records that name somebody who leaves, or is called otherwise.

use std::collections::HashMap;

use kernel::{Error, FormId, Result, UserId};

use super::{
    ChangeKind, Mentioned, Record, Value, differences, index,
    repo::{self, Saving},
    write,
};
use crate::{
    Ctx, Permission, WriteTx,
    form::{self, Form, FormRight, StatusKind},
    user::{self, User},
};

/// Puts `to` in the place of `from` in every record that is not done, each with its history and its
/// event, and tells how many there were. In a transaction of the caller's, who has authorised.
pub(crate) async fn reassign(ctx: &Ctx, tx: &WriteTx, (from, to): (UserId, UserId)) -> Result<u64> {
    let forms: HashMap<FormId, Form> =
        form::list(ctx).await?.iter().map(|form| (form.id, form.clone())).collect();
    let named = repo::naming(tx.connection(), from).await?;
    let mut open: Vec<(Record, Record, &Form)> = Vec::new();
    for record in named {
        let Some(form) = forms.get(&record.form_id).filter(|form| is_open(form, &record.status)) else {
            continue;
        };
        let mut changed = record.clone();
        for value in changed.values.values_mut() {
            put_in_place(value, (from, to));
        }
        if changed != record {
            write::stamp(ctx, form, &mut changed);
            open.push((record, changed, form));
        }
    }
    let mentioned: Mentioned = open.iter().flat_map(|(_, record, _)| record.values.values()).collect();
    let users: Vec<UserId> = mentioned.users.into_iter().collect();
    let users = user::find_many_in(tx, &users).await?;
    let mut lines = Vec::with_capacity(open.len());
    for (before, after, form) in &open {
        let saving = Saving { record: after, form, users: &users };
        if !repo::save(tx, &saving, before.version).await? {
            return Err(Error::internal("a record changed inside a write transaction"));
        }
        let changes = differences(&form.definition, before, after);
        write::audit_change(ctx, tx, ("record.updated", &changes), (form, after)).await?;
        lines.push(write::line(ctx, after, ChangeKind::Updated, changes));
    }
    repo::insert_changes(tx, lines).await?;
    Ok(open.len() as u64)
}

/// Puts one person in another's place; who stands there already does not stand twice.
fn put_in_place(value: &mut Value, (from, to): (UserId, UserId)) {
    let Value::User(ids) = value else { return };
    if ids.contains(&from) {
        let is_there = ids.contains(&to);
        ids.retain(|id| !is_there || *id != from);
        ids.iter_mut().filter(|id| **id == from).for_each(|id| *id = to);
    }
}

/// How many records that are not done name each of these people. Only registers that the actor sees as a
/// whole count.
pub async fn open_counts(ctx: &Ctx, users: &[UserId]) -> Result<HashMap<UserId, u64>> {
    ctx.require(Permission::Enter)?;
    let forms = form::list(ctx).await?;
    let visible: HashMap<FormId, &Form> =
        forms.iter().filter(|form| form.right >= FormRight::View).map(|form| (form.id, form)).collect();
    let mut counts: HashMap<UserId, u64> = HashMap::new();
    for counted in repo::count_naming(ctx, users).await? {
        if visible.get(&counted.form).is_some_and(|form| is_open(form, &counted.status)) {
            *counts.entry(counted.user).or_default() += counted.records;
        }
    }
    Ok(counts)
}

/// Has lists that are sorted by people know somebody's new name.
pub(crate) async fn rename_user(tx: &WriteTx, user: &User) -> Result<()> {
    repo::set_user_sort_key(tx, user.id, index::user_sort_key(Some(user))).await
}

fn is_open(form: &Form, status: &str) -> bool {
    form.status_or_unknown(status).kind != StatusKind::Done
}
