//! Passkeys: a second way for the second factor, beside the authenticator app.

mod entity;

use std::collections::HashSet;

use domain::{Ctx, WriteTx};
use kernel::{Result, UserId};
use sea_orm::{ConnectionTrait, QuerySelect, entity::prelude::*};
use tenancy::database_error;

/// True when the user has a passkey.
pub(crate) async fn exists(connection: &impl ConnectionTrait, user: UserId) -> Result<bool> {
    let found: Option<Uuid> = entity::Entity::find()
        .select_only()
        .column(entity::Column::Id)
        .filter(entity::Column::UserId.eq(user.uuid()))
        .into_tuple()
        .one(connection)
        .await
        .map_err(database_error)?;
    Ok(found.is_some())
}

/// Those of these users who have a passkey.
pub(crate) async fn owners_among(ctx: &Ctx, users: &[UserId]) -> Result<HashSet<UserId>> {
    let rows: Vec<Uuid> = entity::Entity::find()
        .select_only()
        .column(entity::Column::UserId)
        .distinct()
        .filter(entity::Column::UserId.is_in(users.iter().map(|user| user.uuid())))
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(database_error)?;
    Ok(rows.into_iter().map(UserId::from_uuid).collect())
}

/// Removes all passkeys of a user.
pub(crate) async fn remove_all(tx: &WriteTx, user: UserId) -> Result<()> {
    entity::Entity::delete_many()
        .filter(entity::Column::UserId.eq(user.uuid()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}
