use std::net::IpAddr;

use domain::{Ctx, WriteTx, text::cut};
use kernel::{Instant, Result, SessionId, UserId};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use tenancy::database_error;

use super::{IDLE_LIFETIME, RETENTION, TOUCH_INTERVAL, entity};
use crate::account;

/// The most characters kept of what a browser says it is.
const USER_AGENT_CHARACTERS: usize = 400;

pub(super) struct NewRow {
    pub id: SessionId,
    pub user: UserId,
    pub expires_at: Instant,
    pub fresh_until: Instant,
    pub user_agent: String,
}

pub(super) async fn insert(ctx: &Ctx, tx: &WriteTx, new: NewRow) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(new.id.uuid()),
        user_id: Set(new.user.uuid()),
        created_at: Set(ctx.now()),
        last_seen_at: Set(ctx.now()),
        expires_at: Set(new.expires_at),
        revoked_at: Set(None),
        user_agent: Set(cut(&new.user_agent, USER_AGENT_CHARACTERS).replace('\0', "")),
        address: Set(ctx.address().map(|address| address.to_string()).unwrap_or_default()),
        fresh_until: Set(Some(new.fresh_until)),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(database_error)?;
    Ok(())
}

/// The session and its user, in one query.
pub(super) async fn find_with_account(
    ctx: &Ctx,
    id: SessionId,
) -> Result<Option<(entity::Model, account::Model)>> {
    let found = entity::Entity::find_by_id(id.uuid())
        .find_also_related(account::Entity)
        .one(ctx.read())
        .await
        .map_err(database_error)?;
    Ok(found.and_then(|(session, account)| account.map(|account| (session, account))))
}

/// Notes that the session is in use, unless that was noted a moment ago.
pub(super) async fn touch(ctx: &Ctx, id: SessionId) -> Result<()> {
    ctx.write(async |tx| {
        entity::Entity::update_many()
            .col_expr(entity::Column::LastSeenAt, Expr::value(ctx.now()))
            .filter(entity::Column::Id.eq(id.uuid()))
            .filter(entity::Column::LastSeenAt.lte(ctx.now() - TOUCH_INTERVAL))
            .exec(tx.connection())
            .await
            .map_err(database_error)?;
        Ok(())
    })
    .await
}

/// Revokes one session, of this owner if one is given. False when there was none to revoke.
pub(super) async fn revoke(ctx: &Ctx, tx: &WriteTx, id: SessionId, owner: Option<UserId>) -> Result<bool> {
    let mut update = entity::Entity::update_many()
        .col_expr(entity::Column::RevokedAt, Expr::value(ctx.now()))
        .filter(entity::Column::Id.eq(id.uuid()))
        .filter(entity::Column::RevokedAt.is_null());
    if let Some(owner) = owner {
        update = update.filter(entity::Column::UserId.eq(owner.uuid()));
    }
    let result = update.exec(tx.connection()).await.map_err(database_error)?;
    Ok(result.rows_affected > 0)
}

/// Revokes what sessions a user has and counts them.
pub(crate) async fn revoke_all(ctx: &Ctx, tx: &WriteTx, user: UserId) -> Result<u64> {
    // No session has the nil id.
    revoke_others(ctx, tx, (user, SessionId::from_uuid(Uuid::nil()))).await
}

/// Revokes what sessions a user has beside this one, and counts them.
pub(crate) async fn revoke_others(
    ctx: &Ctx,
    tx: &WriteTx,
    (user, current): (UserId, SessionId),
) -> Result<u64> {
    let result = entity::Entity::update_many()
        .col_expr(entity::Column::RevokedAt, Expr::value(ctx.now()))
        .filter(entity::Column::UserId.eq(user.uuid()))
        .filter(entity::Column::Id.ne(current.uuid()))
        .filter(entity::Column::RevokedAt.is_null())
        .filter(entity::Column::ExpiresAt.gt(ctx.now()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(result.rows_affected)
}

/// The sessions of a user that are in use, the one used last first.
pub(super) async fn list(ctx: &Ctx, user: UserId) -> Result<Vec<entity::Model>> {
    entity::Entity::find()
        .filter(entity::Column::UserId.eq(user.uuid()))
        .filter(entity::Column::RevokedAt.is_null())
        .filter(entity::Column::ExpiresAt.gt(ctx.now()))
        .filter(entity::Column::LastSeenAt.gt(ctx.now() - IDLE_LIFETIME))
        .order_by_desc(entity::Column::LastSeenAt)
        .order_by_desc(entity::Column::Id)
        .all(ctx.read())
        .await
        .map_err(database_error)
}

/// Has a fresh code count in this session until then. False when the session has ended.
pub(super) async fn set_fresh_until(tx: &WriteTx, id: SessionId, until: Instant) -> Result<bool> {
    let result = entity::Entity::update_many()
        .col_expr(entity::Column::FreshUntil, Expr::value(until))
        .filter(entity::Column::Id.eq(id.uuid()))
        .filter(entity::Column::RevokedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(result.rows_affected == 1)
}

/// Whether the user signed in from this address before; the same query for nobody, so that it takes as long.
pub(crate) async fn is_known_address(ctx: &Ctx, user: Option<UserId>, address: IpAddr) -> Result<bool> {
    let found: Option<Uuid> = entity::Entity::find()
        .select_only()
        .column(entity::Column::Id)
        .filter(entity::Column::UserId.eq(user.map_or(Uuid::nil(), UserId::uuid)))
        .filter(entity::Column::Address.eq(address.to_string()))
        .into_tuple()
        .one(ctx.read())
        .await
        .map_err(database_error)?;
    Ok(found.is_some())
}

/// Forgets sessions that ended long ago.
pub(super) async fn sweep(ctx: &Ctx, tx: &WriteTx) -> Result<()> {
    entity::Entity::delete_many()
        .filter(entity::Column::ExpiresAt.lt(ctx.now() - RETENTION))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}
