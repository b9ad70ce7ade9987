use std::collections::HashMap;

use kernel::{EmailAddress, Error, Instant, Result, SecretText, UserId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict,
};
use uuid::Uuid;

use super::{LinkPurpose, Pending, entity, entity::Column, token};
use crate::{Ctx, WriteTx};

/// A link that was just made.
pub(super) struct Issued {
    /// For the mail; kept nowhere.
    pub token: SecretText,
    /// When it stops working.
    pub expires_at: Instant,
}

/// Makes a link, in the place of an earlier one for the same purpose; nobody's leads nowhere.
pub(super) async fn issue(
    ctx: &Ctx,
    tx: &WriteTx,
    (user, purpose): (Option<UserId>, LinkPurpose),
    email: Option<&EmailAddress>,
) -> Result<Issued> {
    let (token, token_hash) = token::new(ctx.random());
    let expires_at = ctx.now() + purpose.lifetime();
    let row = entity::ActiveModel {
        user_id: Set(user.map_or(Uuid::nil(), UserId::uuid)),
        purpose: Set(purpose.as_str().to_owned()),
        token_hash: Set(token_hash),
        email: Set(email.map(ToString::to_string)),
        created_at: Set(ctx.now()),
        expires_at: Set(expires_at),
    };
    let replace = OnConflict::columns([Column::UserId, Column::Purpose])
        .update_columns([Column::TokenHash, Column::Email, Column::CreatedAt, Column::ExpiresAt])
        .to_owned();
    entity::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(Issued { token, expires_at })
}

pub(super) async fn find(
    connection: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<entity::Model>> {
    let select = entity::Entity::find().filter(Column::TokenHash.eq(token_hash));
    select.one(connection).await.map_err(Error::internal)
}

/// Removes a link. False when somebody else did.
pub(super) async fn take(tx: &WriteTx, token_hash: &str) -> Result<bool> {
    let delete = entity::Entity::delete_many().filter(Column::TokenHash.eq(token_hash));
    let result = delete.exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(result.rows_affected == 1)
}

pub(super) async fn remove_of(tx: &WriteTx, user: UserId) -> Result<()> {
    let delete = entity::Entity::delete_many().filter(Column::UserId.eq(user.uuid()));
    delete.exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn pending(ctx: &Ctx, users: &[UserId]) -> Result<HashMap<UserId, Pending>> {
    let rows = entity::Entity::find()
        .filter(Column::UserId.is_in(users.iter().map(|user| user.uuid())))
        .filter(Column::ExpiresAt.gt(ctx.now()))
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    let mut pending: HashMap<UserId, Pending> = HashMap::new();
    for row in rows {
        let entry = pending.entry(UserId::from_uuid(row.user_id)).or_default();
        if row.purpose == LinkPurpose::Invitation.as_str() {
            entry.invitation_expires_at = Some(row.expires_at);
        } else if row.email.is_some() {
            entry.email = row.email;
        }
    }
    Ok(pending)
}
