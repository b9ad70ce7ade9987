//! Tokens for programs: a way in that can never do more than its owner.

mod entity;

use domain::{Ctx, WriteTx};
use kernel::{Result, UserId};
use sea_orm::entity::prelude::*;
use tenancy::database_error;

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
