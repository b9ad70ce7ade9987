//! A user's second factor: a secret shared with their authenticator app, sealed at rest.

mod entity;
mod provision;

use std::collections::HashSet;

use domain::{Ctx, WriteTx};
use kernel::{Error, Instant, Result, SessionId, UserId};
use sea_orm::{ActiveValue::Set, Condition, ConnectionTrait, QuerySelect, entity::prelude::*};
use tenancy::database_error;
use totp_rs::Secret;
use uuid::Uuid;

use crate::totp::SECRET_BYTES;

const KEY_PURPOSE: &str = "second-factor";

/// What a sealed secret belongs to, beside its user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Shown to the holder of the ticket with this id, and to nobody who signs in elsewhere.
    Pending(Uuid),
    /// Shown in the session with this id, to take the place of the one in use.
    Replacement(SessionId),
    /// In use.
    Confirmed,
}

/// The stored second factor of a user.
#[derive(Debug, Clone)]
pub(crate) struct SecondFactor {
    pub sealed: Vec<u8>,
    pub is_confirmed: bool,
    /// The secret of a new phone, not confirmed yet.
    pub replacement: Option<Replacement>,
}

/// A secret that was shown, to take the place of the one in use.
#[derive(Debug, Clone)]
pub(crate) struct Replacement {
    /// Sealed for [`Stage::Replacement`].
    pub sealed: Vec<u8>,
    pub shown_at: Instant,
}

/// Encrypts the secret for one user, of one environment, at one stage.
pub(crate) fn seal(ctx: &Ctx, owner: (UserId, Stage), secret: &Secret) -> Result<Vec<u8>> {
    let bound_to = bound_to(ctx, owner);
    tenancy::seal(&ctx.secret_key(KEY_PURPOSE), &bound_to, secret.as_bytes(), ctx.random())
        .map_err(Error::internal)
}

/// Decrypts it; fails when it was sealed for anybody or anything else.
pub(crate) fn unseal(ctx: &Ctx, owner: (UserId, Stage), sealed: &[u8]) -> Result<Secret> {
    let bytes = tenancy::unseal(&ctx.secret_key(KEY_PURPOSE), &bound_to(ctx, owner), sealed)
        .map_err(Error::internal)?;
    let bytes: [u8; SECRET_BYTES] = bytes.as_slice().try_into().map_err(Error::internal)?;
    Ok(Secret::new_stack(bytes))
}

/// Environment, user and stage, each of fixed length or last.
fn bound_to(ctx: &Ctx, (user, stage): (UserId, Stage)) -> Vec<u8> {
    let (tenant, user) = (ctx.tenant_id().uuid(), user.uuid());
    match stage {
        Stage::Pending(ticket) => {
            [tenant.as_bytes(), user.as_bytes(), ticket.as_bytes(), b"pending".as_slice()].concat()
        }
        Stage::Replacement(session) => {
            let session = session.uuid();
            [tenant.as_bytes(), user.as_bytes(), session.as_bytes(), b"replacement".as_slice()].concat()
        }
        Stage::Confirmed => [tenant.as_bytes(), user.as_bytes(), b"confirmed".as_slice()].concat(),
    }
}

pub(crate) async fn find(connection: &impl ConnectionTrait, user: UserId) -> Result<Option<SecondFactor>> {
    let row = entity::Entity::find_by_id(user.uuid()).one(connection).await.map_err(database_error)?;
    Ok(row.map(|row| {
        let replacement = row.replacement_sealed.zip(row.replacement_shown_at);
        SecondFactor {
            sealed: row.secret_sealed,
            is_confirmed: row.confirmed_at.is_some(),
            replacement: replacement.map(|(sealed, shown_at)| Replacement { sealed, shown_at }),
        }
    }))
}

/// Refuses when the user has no second factor in use.
pub(crate) async fn require_confirmed(tx: &WriteTx, user: UserId) -> Result<SecondFactor> {
    let found = find(tx.connection(), user).await?;
    found.filter(|factor| factor.is_confirmed).ok_or(Error::Unauthenticated)
}

/// Removes the user's second factor, in use or not.
pub(crate) async fn remove(tx: &WriteTx, user: UserId) -> Result<()> {
    entity::Entity::delete_by_id(user.uuid()).exec(tx.connection()).await.map_err(database_error)?;
    Ok(())
}

/// Stores a secret nobody has confirmed yet, instead of another such one. Never replaces one in use.
pub(crate) async fn save_pending(ctx: &Ctx, tx: &WriteTx, user: UserId, sealed: Vec<u8>) -> Result<()> {
    entity::Entity::delete_many()
        .filter(entity::Column::UserId.eq(user.uuid()))
        .filter(entity::Column::ConfirmedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    insert(ctx, tx, user, entity::ActiveModel { secret_sealed: Set(sealed), ..Default::default() }).await
}

/// Puts the pending secret to use; the code of `step` proved it and is spent. False when none is pending.
pub(crate) async fn confirm(ctx: &Ctx, tx: &WriteTx, factor: Confirmed) -> Result<bool> {
    let result = entity::Entity::update_many()
        .col_expr(entity::Column::SecretSealed, Expr::value(factor.sealed))
        .col_expr(entity::Column::ConfirmedAt, Expr::value(ctx.now()))
        .col_expr(entity::Column::LastUsedStep, Expr::value(factor.step))
        .filter(entity::Column::UserId.eq(factor.user.uuid()))
        .filter(entity::Column::ConfirmedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(result.rows_affected == 1)
}

/// Stores a secret that may take the place of the one in use, instead of another such one.
pub(crate) async fn save_replacement(ctx: &Ctx, tx: &WriteTx, user: UserId, sealed: Vec<u8>) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::ReplacementSealed, Expr::value(sealed))
        .col_expr(entity::Column::ReplacementShownAt, Expr::value(ctx.now()))
        .filter(entity::Column::UserId.eq(user.uuid()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

/// Puts the replacement to use instead of the secret that was; the code of `step` proved it and is spent.
pub(crate) async fn replace(ctx: &Ctx, tx: &WriteTx, factor: Confirmed) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::SecretSealed, Expr::value(factor.sealed))
        .col_expr(entity::Column::ConfirmedAt, Expr::value(ctx.now()))
        .col_expr(entity::Column::LastUsedStep, Expr::value(factor.step))
        .col_expr(entity::Column::ReplacementSealed, Expr::value(None::<Vec<u8>>))
        .col_expr(entity::Column::ReplacementShownAt, Expr::value(None::<Instant>))
        .filter(entity::Column::UserId.eq(factor.user.uuid()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

/// A secret whose owner has shown its code.
pub(crate) struct Confirmed {
    pub user: UserId,
    /// Sealed for [`Stage::Confirmed`].
    pub sealed: Vec<u8>,
    /// The time step of the code.
    pub step: i64,
}

/// Spends the code of `step`. False when it, or a later one, was spent before.
///
/// One conditional statement, so that of any number of servers only one gets true.
pub(crate) async fn use_step(tx: &WriteTx, user: UserId, step: i64) -> Result<bool> {
    let last = entity::Column::LastUsedStep;
    let result = entity::Entity::update_many()
        .col_expr(last, Expr::value(step))
        .filter(entity::Column::UserId.eq(user.uuid()))
        .filter(Condition::any().add(last.is_null()).add(last.lt(step)))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(result.rows_affected == 1)
}

async fn insert(ctx: &Ctx, tx: &WriteTx, user: UserId, row: entity::ActiveModel) -> Result<()> {
    let row = entity::ActiveModel { user_id: Set(user.uuid()), created_at: Set(ctx.now()), ..row };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(database_error)?;
    Ok(())
}

/// Somebody whose second factor in use cannot be opened.
pub(crate) async fn unreadable(ctx: &Ctx) -> Result<Option<UserId>> {
    let rows = entity::Entity::find()
        .filter(entity::Column::ConfirmedAt.is_not_null())
        .all(ctx.read())
        .await
        .map_err(database_error)?;
    let users = rows.into_iter().map(|row| (UserId::from_uuid(row.user_id), row.secret_sealed));
    Ok(users
        .into_iter()
        .find_map(|(user, sealed)| unseal(ctx, (user, Stage::Confirmed), &sealed).is_err().then_some(user)))
}

/// Those of these users who have a second factor in use.
pub(crate) async fn enrolled_among(ctx: &Ctx, users: &[UserId]) -> Result<HashSet<UserId>> {
    let rows: Vec<Uuid> = entity::Entity::find()
        .select_only()
        .column(entity::Column::UserId)
        .filter(entity::Column::UserId.is_in(users.iter().map(|user| user.uuid())))
        .filter(entity::Column::ConfirmedAt.is_not_null())
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(database_error)?;
    Ok(rows.into_iter().map(UserId::from_uuid).collect())
}
