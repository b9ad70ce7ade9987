//! A user's password, as its hash.

mod entity;

use domain::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
};
use kernel::{Instant, Result, UserId};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use tenancy::database_error;

use crate::{Auth, SecretText, account, auth::require_system, password::Password, session};

impl Auth {
    /// Gives a user a password of 12 to 128 characters and ends all their sessions and tickets.
    /// System only: whoever runs a command or a seed answers for the password, so that the lists of common
    /// and personal ones are not consulted. People choose theirs through a link or when signed in.
    pub async fn set_password(&self, ctx: &Ctx, user: UserId, password: &SecretText) -> Result<()> {
        require_system(ctx)?;
        let user = account::get(ctx, user).await?;
        let password = Password::chosen(password.expose())?;
        let turn = self.hasher.turn().await?;
        let hash = self.hasher.hash(turn, password, ctx.random()).await?;
        ctx.write(async |tx| {
            save(ctx, tx, user.id, hash).await?;
            session::revoke_all(ctx, tx, user.id).await?;
            audit::record(ctx, tx, AuditEntry::about("user.password_set", user.id)).await
        })
        .await
    }
}

/// The user's hash; the same query for nobody, so that it takes as long.
pub(crate) async fn find_hash(ctx: &Ctx, user: Option<UserId>) -> Result<Option<String>> {
    let id = user.map_or(Uuid::nil(), UserId::uuid);
    let row = entity::Entity::find_by_id(id).one(ctx.read()).await.map_err(database_error)?;
    Ok(row.map(|row| row.password_hash))
}

/// The moment before which the user's tickets are worthless; `None` for who has no password.
pub(crate) async fn tickets_void_before(tx: &WriteTx, user: UserId) -> Result<Option<Instant>> {
    let row = entity::Entity::find_by_id(user.uuid()).one(tx.connection()).await.map_err(database_error)?;
    Ok(row.map(|row| row.tickets_void_before.map_or(row.changed_at, |moment| moment.max(row.changed_at))))
}

/// Makes every ticket of the user's worthless.
pub(crate) async fn void_tickets(ctx: &Ctx, tx: &WriteTx, user: UserId) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::TicketsVoidBefore, Expr::value(ctx.now()))
        .filter(entity::Column::UserId.eq(user.uuid()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

pub(crate) async fn save(ctx: &Ctx, tx: &WriteTx, user: UserId, hash: String) -> Result<()> {
    let row = entity::ActiveModel {
        user_id: Set(user.uuid()),
        password_hash: Set(hash),
        changed_at: Set(ctx.now()),
        ..Default::default()
    };
    let replace = OnConflict::column(entity::Column::UserId)
        .update_columns([entity::Column::PasswordHash, entity::Column::ChangedAt])
        .to_owned();
    entity::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}
