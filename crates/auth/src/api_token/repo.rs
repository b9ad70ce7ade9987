use chrono::Duration;
use domain::{Ctx, WriteTx};
use kernel::{ApiTokenId, Error, FormId, Result, UserId};
use sea_orm::{ActiveValue::Set, Condition, PaginatorTrait, QueryOrder, QuerySelect, entity::prelude::*};
use tenancy::database_error;

use super::{ApiToken, entity};
use crate::account;

/// How often use, and refusal, is written down: more often would make every read a write.
const NOTE_INTERVAL: Duration = Duration::minutes(1);
/// The most tokens one list tells.
const MAX_LISTED: u64 = 500;

pub(super) async fn insert(tx: &WriteTx, token: &ApiToken, secret_hash: Vec<u8>) -> Result<()> {
    let forms = token.forms.as_ref().map(serde_json::to_value).transpose().map_err(Error::internal)?;
    let row = entity::ActiveModel {
        id: Set(token.id.uuid()),
        user_id: Set(token.owner.uuid()),
        name: Set(token.name.clone()),
        prefix: Set(token.prefix.clone()),
        secret_hash: Set(secret_hash),
        can_write: Set(token.can_write),
        forms: Set(forms),
        networks: Set(serde_json::to_value(&token.networks).map_err(Error::internal)?),
        created_at: Set(token.created_at),
        expires_on: Set(token.expires_on),
        last_used_at: Set(None),
        last_used_address: Set(None),
        last_refused_at: Set(None),
        revoked_at: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(database_error)?;
    Ok(())
}

/// The token that is known by these characters, with its hash and its owner.
pub(super) async fn find_by_prefix(
    ctx: &Ctx,
    prefix: &str,
) -> Result<Option<(ApiToken, Vec<u8>, account::Model)>> {
    let found = entity::Entity::find()
        .filter(entity::Column::Prefix.eq(prefix))
        .find_also_related(account::Entity)
        .one(ctx.read())
        .await
        .map_err(database_error)?;
    let Some((row, Some(owner))) = found else { return Ok(None) };
    let hash = row.secret_hash.clone();
    Ok(Some((token(ctx, row, &owner)?, hash, owner)))
}

/// One token, whoever's.
pub(super) async fn find(ctx: &Ctx, id: ApiTokenId) -> Result<Option<ApiToken>> {
    let found = entity::Entity::find_by_id(id.uuid())
        .find_also_related(account::Entity)
        .one(ctx.read())
        .await
        .map_err(database_error)?;
    let Some((row, Some(owner))) = found else { return Ok(None) };
    token(ctx, row, &owner).map(Some)
}

/// The tokens of one owner, or of all; the newest first.
pub(super) async fn list(ctx: &Ctx, owner: Option<UserId>) -> Result<Vec<ApiToken>> {
    let mut query = entity::Entity::find().find_also_related(account::Entity);
    if let Some(owner) = owner {
        query = query.filter(entity::Column::UserId.eq(owner.uuid()));
    }
    let rows = query
        .order_by_desc(entity::Column::CreatedAt)
        .order_by_desc(entity::Column::Id)
        .limit(MAX_LISTED)
        .all(ctx.read())
        .await
        .map_err(database_error)?;
    rows.into_iter().filter_map(|(row, owner)| owner.map(|owner| token(ctx, row, &owner))).collect()
}

/// How many tokens the owner has that are neither revoked nor expired.
pub(super) async fn count_in_use(ctx: &Ctx, tx: &WriteTx, owner: UserId) -> Result<usize> {
    let count = entity::Entity::find()
        .filter(entity::Column::UserId.eq(owner.uuid()))
        .filter(entity::Column::RevokedAt.is_null())
        .filter(entity::Column::ExpiresOn.gte(kernel::dutch_day(ctx.now())))
        .count(tx.connection())
        .await
        .map_err(database_error)?;
    usize::try_from(count).map_err(Error::internal)
}

/// Revokes one token. False when it was already.
pub(super) async fn revoke(ctx: &Ctx, tx: &WriteTx, id: ApiTokenId) -> Result<bool> {
    let result = entity::Entity::update_many()
        .col_expr(entity::Column::RevokedAt, Expr::value(ctx.now()))
        .filter(entity::Column::Id.eq(id.uuid()))
        .filter(entity::Column::RevokedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(result.rows_affected == 1)
}

/// Revokes what tokens a user has and counts them.
pub(crate) async fn revoke_all(ctx: &Ctx, tx: &WriteTx, user: UserId) -> Result<u64> {
    let result = entity::Entity::update_many()
        .col_expr(entity::Column::RevokedAt, Expr::value(ctx.now()))
        .filter(entity::Column::UserId.eq(user.uuid()))
        .filter(entity::Column::RevokedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(result.rows_affected)
}

/// Notes that the token is in use, unless that was noted a moment ago.
pub(super) async fn note_use(ctx: &Ctx, id: ApiTokenId) -> Result<()> {
    let address = ctx.address().map(|address| address.to_string());
    let last = entity::Column::LastUsedAt;
    ctx.write(async |tx| {
        entity::Entity::update_many()
            .col_expr(last, Expr::value(ctx.now()))
            .col_expr(entity::Column::LastUsedAddress, Expr::value(address))
            .filter(entity::Column::Id.eq(id.uuid()))
            .filter(Condition::any().add(last.is_null()).add(last.lte(ctx.now() - NOTE_INTERVAL)))
            .exec(tx.connection())
            .await
            .map_err(database_error)?;
        Ok(())
    })
    .await
}

/// Whether its use is to be noted.
pub(super) fn is_use_to_be_noted(ctx: &Ctx, token: &ApiToken) -> bool {
    token.last_used_at.is_none_or(|last| last + NOTE_INTERVAL <= ctx.now())
}

/// Notes that the token was refused. False when that was noted a moment ago: who holds one cannot fill the
/// audit log with it.
pub(super) async fn note_refusal(ctx: &Ctx, tx: &WriteTx, id: ApiTokenId) -> Result<bool> {
    let last = entity::Column::LastRefusedAt;
    let result = entity::Entity::update_many()
        .col_expr(last, Expr::value(ctx.now()))
        .filter(entity::Column::Id.eq(id.uuid()))
        .filter(Condition::any().add(last.is_null()).add(last.lte(ctx.now() - NOTE_INTERVAL)))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(result.rows_affected == 1)
}

fn token(ctx: &Ctx, row: entity::Model, owner: &account::Model) -> Result<ApiToken> {
    let forms: Option<Vec<FormId>> =
        row.forms.map(serde_json::from_value).transpose().map_err(Error::internal)?;
    let is_good = row.revoked_at.is_none()
        && kernel::dutch_day(ctx.now()) <= row.expires_on
        && owner.is_open(ctx.now());
    Ok(ApiToken {
        id: ApiTokenId::from_uuid(row.id),
        owner: UserId::from_uuid(row.user_id),
        name: row.name,
        prefix: row.prefix,
        can_write: row.can_write,
        forms,
        networks: serde_json::from_value(row.networks).map_err(Error::internal)?,
        created_at: row.created_at,
        expires_on: row.expires_on,
        last_used_at: row.last_used_at,
        last_used_address: row.last_used_address,
        revoked_at: row.revoked_at,
        is_good,
    })
}
