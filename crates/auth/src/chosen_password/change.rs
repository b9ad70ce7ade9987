use domain::{
    Ctx,
    audit::{self, AuditEntry},
    link,
};
use kernel::{Error, Result, UserId};

use super::tell_owner;
use crate::{
    Auth, SecretText, account, credential,
    password::{About, Password},
    session,
    step_up::own_session,
    throttle::{self, Account},
};

/// Somebody who is signed in wants another password.
#[derive(Debug, Clone)]
pub struct PasswordChange {
    /// The one they have.
    pub current: SecretText,
    /// The one they want.
    pub new: SecretText,
}

impl Auth {
    /// Changes the actor's own password, in the environment of this name, once a fresh code was shown. All
    /// other sessions end, and links and tickets with them; API tokens stay.
    ///
    /// `INVALID_CREDENTIALS` at `currentPassword`; at `newPassword` what is wrong with it;
    /// [`Error::Throttled`] after [`crate::FREE_ATTEMPTS`] wrong ones.
    pub async fn change_password(&self, ctx: &Ctx, change: PasswordChange, environment: &str) -> Result<()> {
        ctx.require_fresh()?;
        let own @ (id, _) = own_session(ctx)?;
        let user = account::get_active(ctx, id).await?;
        let current = Password::typed(change.current.expose()).map_err(|_| wrong())?;
        let about = About { user: &user, environment };
        let new = Password::chosen_by(&about, change.new.expose(), "newPassword").map_err(Error::Invalid)?;
        let is_unchanged = new.is_same_as(&current);
        self.require_current(ctx, id, current).await?;
        if is_unchanged {
            return Err(Error::invalid("PASSWORD_UNCHANGED", &["newPassword"]));
        }
        let hash = self.hash(ctx, new).await?;
        ctx.write(async |tx| {
            throttle::forgive(tx, &Account::own_password(id)).await?;
            credential::save(ctx, tx, id, hash).await?;
            session::revoke_others(ctx, tx, own).await?;
            link::void_all(tx, id).await?;
            tell_owner(ctx, tx, &user).await?;
            audit::record(ctx, tx, AuditEntry::about("user.password_changed", id)).await
        })
        .await
    }

    /// Counts before it checks, so that guesses made at once are all counted.
    async fn require_current(&self, ctx: &Ctx, id: UserId, password: Password) -> Result<()> {
        let account = Account::own_password(id);
        throttle::refuse_while_blocked(ctx, &account).await?;
        let hash = credential::find_hash(ctx, Some(id)).await?;
        let turn = self.hasher.turn().await?;
        ctx.write(async |tx| throttle::attempt(ctx, tx, &account).await).await?;
        if self.hasher.verify(turn, password, hash.as_deref()).await? {
            return Ok(());
        }
        let entry = AuditEntry::about("user.password_change_refused", id);
        ctx.write(async |tx| audit::record(ctx, tx, entry).await).await?;
        Err(wrong())
    }
}

fn wrong() -> Error {
    Error::invalid("INVALID_CREDENTIALS", &["currentPassword"])
}
