//! Erasing somebody: whatever they signed in with goes with their name.

use domain::{Ctx, WriteTx, user};
use kernel::{Error, Result, UserId};
use sea_orm::{
    ConnectionTrait, ExprTrait,
    sea_query::{Expr, Query},
};

use crate::auth::Auth;

/// Tables with rows of a person's own.
const OF_A_PERSON: [&str; 6] =
    ["credential", "second_factor", "recovery_code", "passkey", "api_token", "session"];

impl Auth {
    /// Erases somebody who was archived: see [`user::erase`].
    pub async fn erase_person(&self, ctx: &Ctx, id: UserId) -> Result<()> {
        user::erase(ctx, id, async |tx| forget(tx, id).await).await
    }
}

async fn forget(tx: &WriteTx, id: UserId) -> Result<()> {
    for table in OF_A_PERSON {
        let delete =
            Query::delete().from_table(table).and_where(Expr::col("user_id").eq(id.uuid())).to_owned();
        tx.connection().execute(&delete).await.map_err(Error::internal)?;
    }
    Ok(())
}
