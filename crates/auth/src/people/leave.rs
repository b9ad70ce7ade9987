//! People who leave, and people from outside whose time is over.

use domain::{
    Ctx,
    grant::{self, AccessGrant},
    user::{self, Archiving, User},
};
use kernel::{AccessGrantId, Result};

use crate::{Auth, factors::end_access};

impl Auth {
    /// Archives an account, hands its open records over, and ends whatever it is signed in with.
    pub async fn archive_user(&self, ctx: &Ctx, archiving: Archiving) -> Result<User> {
        ctx.write(async |tx| {
            let user = user::archive(ctx, tx, &archiving).await?;
            end_access(ctx, tx, user.id).await?;
            Ok(user)
        })
        .await
    }

    /// Withdraws access of somebody from outside: what they are signed in with ends at once.
    pub async fn withdraw_access(&self, ctx: &Ctx, id: AccessGrantId) -> Result<AccessGrant> {
        ctx.write(async |tx| {
            let grant = grant::withdraw(ctx, tx, id).await?;
            end_access(ctx, tx, grant.user_id).await?;
            Ok(grant)
        })
        .await
    }
}
