//! Erasing somebody: the right to be forgotten, where the law allows it.

use kernel::{Error, Locale, Result, UserId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{Expr, Query},
};

use super::{
    User, UserStatus,
    entity::{Column, Entity},
    find_in, get,
};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    dashboard, saved_view,
};

/// Erases what is personal of somebody who was archived: their name, login and mail address, and with
/// the destruction of their key all that the audit log holds of them. What they did stays, without who
/// they were. `also` erases what else is kept of them, in the same transaction.
///
/// It cannot be undone, so a fresh code is asked. `NOT_ARCHIVED` and `ERASED` at `id`.
pub async fn erase(ctx: &Ctx, id: UserId, also: impl AsyncFnOnce(&WriteTx) -> Result<()>) -> Result<()> {
    ctx.require(Permission::ManagePeople)?;
    get(ctx, id).await?;
    ctx.require_fresh()?;
    ctx.write(async |tx| {
        let user = find_in(tx.connection(), id).await?.ok_or(Error::NotFound)?;
        if user.status != UserStatus::Archived {
            return Err(Error::invalid("NOT_ARCHIVED", &["id"]));
        }
        if !audit::destroy_key(ctx, tx, id).await? {
            return Err(Error::invalid("ERASED", &["id"]));
        }
        forget_name(tx, &user).await?;
        forget_rows(tx, id).await?;
        saved_view::forget_private(tx, id).await?;
        dashboard::forget_private(tx, id).await?;
        also(tx).await?;
        audit::record(ctx, tx, AuditEntry::about("user.erased", id)).await
    })
    .await
}

/// The row stays, for what points to it; it says nothing of anybody any more.
async fn forget_name(tx: &WriteTx, user: &User) -> Result<()> {
    let name = match user.locale {
        Locale::Nl => "Gewist persoon",
        Locale::En => "Erased person",
    };
    // Of the id, so that no two are alike; and nobody can ask for either.
    let login = format!("erased-{}", user.id.uuid().simple());
    let email = format!("{login}@invalid");
    Entity::update_many()
        .col_expr(Column::DisplayName, Expr::value(name))
        .col_expr(Column::Username, Expr::value(login.as_str()))
        .col_expr(Column::UsernameKey, Expr::value(login.as_str()))
        .col_expr(Column::Email, Expr::value(email.as_str()))
        .col_expr(Column::EmailKey, Expr::value(email.as_str()))
        .col_expr(Column::Version, Expr::value(user.version + 1))
        .filter(Column::Id.eq(user.id.uuid()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

/// What is kept of a person beside their row.
async fn forget_rows(tx: &WriteTx, id: UserId) -> Result<()> {
    for table in ["user_preference", "account_link", "mail", "dashboard_home"] {
        let delete =
            Query::delete().from_table(table).and_where(Expr::col("user_id").eq(id.uuid())).to_owned();
        tx.connection().execute(&delete).await.map_err(Error::internal)?;
    }
    Ok(())
}
