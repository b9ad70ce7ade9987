use std::collections::HashSet;

use domain::{Ctx, WriteTx};
use kernel::{Error, PasskeyId, Result, UserId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder, QuerySelect, SqlErr, entity::prelude::*};
use tenancy::database_error;

use super::{Passkey, entity};

/// A passkey as it is kept.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub id: PasskeyId,
    /// base64url.
    pub credential_id: String,
    /// Public key and extensions, as `webauthn_rp` writes them.
    pub static_state: Vec<u8>,
    /// Counter and flags, as `webauthn_rp` writes them.
    pub dynamic_state: Vec<u8>,
    pub transports: u8,
}

impl From<entity::Model> for Passkey {
    fn from(row: entity::Model) -> Self {
        Self {
            id: PasskeyId::from_uuid(row.id),
            name: row.name,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
        }
    }
}

impl TryFrom<entity::Model> for Stored {
    type Error = Error;

    fn try_from(row: entity::Model) -> Result<Self> {
        Ok(Self {
            id: PasskeyId::from_uuid(row.id),
            credential_id: row.credential_id,
            static_state: row.static_state,
            dynamic_state: row.dynamic_state,
            transports: u8::try_from(row.transports).map_err(Error::internal)?,
        })
    }
}

pub(super) async fn list(ctx: &Ctx, user: UserId) -> Result<Vec<Passkey>> {
    Ok(rows(ctx.read(), user).await?.into_iter().map(Passkey::from).collect())
}

/// The user's passkeys as they are kept.
pub(super) async fn stored(connection: &impl ConnectionTrait, user: UserId) -> Result<Vec<Stored>> {
    rows(connection, user).await?.into_iter().map(Stored::try_from).collect()
}

async fn rows(connection: &impl ConnectionTrait, user: UserId) -> Result<Vec<entity::Model>> {
    entity::Entity::find()
        .filter(entity::Column::UserId.eq(user.uuid()))
        .order_by_asc(entity::Column::CreatedAt)
        .order_by_asc(entity::Column::Id)
        .all(connection)
        .await
        .map_err(database_error)
}

pub(super) async fn find(ctx: &Ctx, user: UserId, id: PasskeyId) -> Result<Option<Passkey>> {
    let row = entity::Entity::find_by_id(id.uuid())
        .filter(entity::Column::UserId.eq(user.uuid()))
        .one(ctx.read())
        .await
        .map_err(database_error)?;
    Ok(row.map(Passkey::from))
}

/// Keeps a new passkey. False when there is one with this credential already, whoever's.
pub(super) async fn insert(
    tx: &WriteTx,
    user: UserId,
    (passkey, stored): (&Passkey, &Stored),
) -> Result<bool> {
    let row = entity::ActiveModel {
        id: Set(passkey.id.uuid()),
        user_id: Set(user.uuid()),
        name: Set(passkey.name.clone()),
        credential_id: Set(stored.credential_id.clone()),
        static_state: Set(stored.static_state.clone()),
        dynamic_state: Set(stored.dynamic_state.clone()),
        transports: Set(stored.transports.into()),
        created_at: Set(passkey.created_at),
        last_used_at: Set(None),
    };
    match entity::Entity::insert(row).exec_without_returning(tx.connection()).await {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(false),
        Err(error) => Err(database_error(error)),
    }
}

/// Keeps what an answer has changed: the counter, and that it was used.
pub(super) async fn note_use(ctx: &Ctx, tx: &WriteTx, id: PasskeyId, dynamic_state: Vec<u8>) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::DynamicState, Expr::value(dynamic_state))
        .col_expr(entity::Column::LastUsedAt, Expr::value(ctx.now()))
        .filter(entity::Column::Id.eq(id.uuid()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

pub(super) async fn rename(tx: &WriteTx, (user, id): (UserId, PasskeyId), name: &str) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Name, Expr::value(name))
        .filter(entity::Column::Id.eq(id.uuid()))
        .filter(entity::Column::UserId.eq(user.uuid()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

/// Removes a passkey. False when it was gone.
pub(super) async fn remove(tx: &WriteTx, (user, id): (UserId, PasskeyId)) -> Result<bool> {
    let result = entity::Entity::delete_many()
        .filter(entity::Column::Id.eq(id.uuid()))
        .filter(entity::Column::UserId.eq(user.uuid()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(result.rows_affected == 1)
}

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
