//! Who of several people may see a record.

use kernel::{Actor, Error, Result, UserId};

use crate::{
    Ctx,
    access::beside_role,
    form,
    record::Record,
    user::{self, User},
};

/// Those who may sign in and see the record, each with their own role, groups and limits, in the order of the
/// ids. A few queries for each: for a handful of people.
pub(super) async fn among(ctx: &Ctx, record: &Record, ids: &[UserId]) -> Result<Vec<User>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut known = user::find_many(ctx, ids).await?;
    let mut readers = Vec::with_capacity(ids.len());
    for user in ids.iter().filter_map(|id| known.remove(id)).filter(|user| user.may_sign_in(ctx.now())) {
        if is_visible_to(ctx, record, &user).await? {
            readers.push(user);
        }
    }
    Ok(readers)
}

async fn is_visible_to(ctx: &Ctx, record: &Record, user: &User) -> Result<bool> {
    let Some(access) = beside_role(ctx, user.id, user.kind).await? else { return Ok(false) };
    let theirs = ctx.acting_with(Actor::User { id: user.id, role: user.role }, access, user.locale);
    match form::get(&theirs, record.form_id).await {
        Ok(form) => Ok(record.is_visible_to(theirs.actor(), &form)),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}
