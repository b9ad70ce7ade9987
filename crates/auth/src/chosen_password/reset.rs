use chrono::Duration;
use domain::{
    Ctx,
    audit::{self, AuditEntry},
    link::{self, LinkPurpose},
    mail,
    user::{self, User},
};
use kernel::{Error, Result};

use super::{Choice, link_invalid, tell_owner};
use crate::{
    Auth, credential,
    password::{About, Password},
    session,
    sign_in::MAX_LOGIN_BYTES,
    throttle::{self, Account},
};

/// How soon after one mail the next can be asked for with the same login.
const PAUSE: Duration = Duration::minutes(5);
/// The most that is asked from one address within [`crate::WINDOW`]: an office on a Monday morning.
const REQUESTS: u32 = 20;
/// The most such mails somebody gets in a day, whoever asks for them.
const MAILS_A_DAY: u64 = 6;

impl Auth {
    /// Mails whoever has this login a link for choosing another password.
    ///
    /// The answer is the same, and takes as long, when nobody has it, when they may not sign in, and when
    /// the last mail is not five minutes old: nothing is sent then. [`Error::Throttled`] when too many are
    /// asked for from one address.
    pub async fn request_password_reset(&self, ctx: &Ctx, login: &str) -> Result<()> {
        let login = if login.len() > MAX_LOGIN_BYTES { "" } else { login };
        let found = user::find_by_login(ctx, login).await?;
        let user = found.as_ref().filter(|user| user.may_sign_in(ctx.now()));
        ctx.write(async |tx| {
            if let Some(address) = ctx.address() {
                throttle::take_share(ctx, tx, &Account::reset_requests(address), REQUESTS).await?;
            }
            if throttle::take_turn(ctx, tx, &Account::reset_mails(login), PAUSE).await? {
                let id = user.map(|user| user.id);
                let since = ctx.now() - Duration::days(1);
                let sent = mail::count_since(tx, id, "password_reset", since).await?;
                link::send_password_reset(ctx, tx, user.filter(|_| sent < MAILS_A_DAY)).await?;
            }
            audit::record(ctx, tx, requested(user)).await
        })
        .await
    }

    /// Takes another password through a link: in the environment of this name, once. Ends all sessions and
    /// tickets, signs nobody in, leaves the second factor alone, and forgives no failures. Tells whose it is.
    ///
    /// `LINK_INVALID` at `token` when the link is not good (any more); at `password` what is wrong with it;
    /// [`Error::Throttled`] after [`crate::FREE_ATTEMPTS`] passwords that were the one of now.
    pub async fn reset_password(&self, ctx: &Ctx, choice: Choice, environment: &str) -> Result<User> {
        let token = choice.token.expose();
        let found = link::find(ctx, token).await?.filter(|link| link.purpose == LinkPurpose::PasswordReset);
        let user = found.ok_or_else(link_invalid)?.user;
        let about = About { user: &user, environment };
        let password =
            Password::chosen_by(&about, choice.password.expose(), "password").map_err(Error::Invalid)?;
        let current = credential::find_hash(ctx, Some(user.id)).await?;
        // Whoever has the link must not find out with it which password it was.
        let guesses = Account::own_password(user.id);
        ctx.write(async |tx| throttle::attempt(ctx, tx, &guesses).await).await?;
        if self.fits(password.clone(), current.as_deref()).await? {
            return Err(Error::invalid("PASSWORD_UNCHANGED", &["password"]));
        }
        let hash = self.hash(ctx, password).await?;
        ctx.write(async |tx| {
            let user = link::redeem(ctx, tx, token, LinkPurpose::PasswordReset).await?.user;
            credential::save(ctx, tx, user.id, hash).await?;
            throttle::forgive(tx, &guesses).await?;
            session::revoke_all(ctx, tx, user.id).await?;
            // Also one for another address: whoever asked for it may not have been the owner.
            link::void_all(tx, user.id).await?;
            tell_owner(ctx, tx, &user).await?;
            audit::record(ctx, tx, AuditEntry::about("user.password_reset", user.id)).await?;
            Ok(user)
        })
        .await
    }
}

fn requested(user: Option<&User>) -> AuditEntry {
    let action = "user.password_reset_requested";
    match user {
        Some(user) => AuditEntry::about(action, user.id),
        // Not what was typed: it may be anything.
        None => AuditEntry { action, subject_kind: "usr", subject_id: None, details: serde_json::json!({}) },
    }
}
