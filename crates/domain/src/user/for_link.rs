//! What links in mails do to a user's row, inside the transaction of the link.

use kernel::{EmailAddress, Error, Result, Role, UserError, UserId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, SqlErr, sea_query::Expr};

use super::{AccountKind, User, UserStatus, entity, rules::login_key};
use crate::{Ctx, WriteTx};

/// The user with this id, whoever asks.
pub(crate) async fn find_in(connection: &impl ConnectionTrait, id: UserId) -> Result<Option<User>> {
    let row = entity::Entity::find_by_id(id.uuid()).one(connection).await.map_err(Error::internal)?;
    row.map(User::try_from).transpose()
}

/// The environment's own administrators who can sign in.
pub(crate) async fn administrators(ctx: &Ctx, tx: &WriteTx) -> Result<Vec<User>> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Role.eq(Role::Administrator.as_str()))
        .filter(entity::Column::Kind.eq(AccountKind::Member.as_str()))
        .filter(entity::Column::Status.eq(UserStatus::Active.as_str()))
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    let users = rows.into_iter().map(User::try_from).collect::<Result<Vec<_>>>()?;
    Ok(users.into_iter().filter(|user| user.may_sign_in(ctx.now())).collect())
}

/// Lets somebody who was invited sign in. For the one who has checked the invitation. False when the user
/// was not invited (any more).
pub async fn activate(tx: &WriteTx, id: UserId) -> Result<bool> {
    let update = entity::Entity::update_many()
        .col_expr(entity::Column::Status, Expr::value(UserStatus::Active.as_str()))
        .col_expr(entity::Column::Version, next_version())
        .filter(entity::Column::Id.eq(id.uuid()))
        .filter(entity::Column::Status.eq(UserStatus::Invited.as_str()));
    let result = update.exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(result.rows_affected == 1)
}

/// Notes that an invitation is on its way.
pub(crate) async fn note_invitation(ctx: &Ctx, tx: &WriteTx, id: UserId) -> Result<()> {
    let update = entity::Entity::update_many()
        .col_expr(entity::Column::InvitationSentAt, Expr::value(ctx.now()))
        .filter(entity::Column::Id.eq(id.uuid()));
    update.exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

/// Gives a user another address. `ALREADY_TAKEN` at `email` when somebody else has it by now.
pub(crate) async fn change_email(tx: &WriteTx, id: UserId, address: &EmailAddress) -> Result<()> {
    let update = entity::Entity::update_many()
        .col_expr(entity::Column::Email, Expr::value(address.as_str()))
        .col_expr(entity::Column::EmailKey, Expr::value(login_key(address.as_str())))
        .col_expr(entity::Column::Version, next_version())
        .filter(entity::Column::Id.eq(id.uuid()));
    match update.exec(tx.connection()).await {
        Ok(_) => Ok(()),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(UserError::at("ALREADY_TAKEN", &["email"]).into())
        }
        Err(error) => Err(Error::internal(error)),
    }
}

fn next_version() -> sea_orm::sea_query::SimpleExpr {
    Expr::col(entity::Column::Version).add(1)
}
