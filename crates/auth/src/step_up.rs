//! A fresh proof for what matters most: a session that has just shown a code may do it for ten minutes.

use domain::{Credential, Ctx};
use kernel::{Actor, Error, Instant, Result, SessionId, UserId};

use crate::{
    Auth, SecretText, session,
    throttle::{self, Account},
    totp::{self, Code},
    verification::note_refusal,
};

impl Auth {
    /// Takes a code of the authenticator app, and tells until when it counts for sensitive actions in this
    /// session: for [`crate::FRESHNESS`]. The code is used up.
    ///
    /// `INVALID_CODE` at `code` and [`Error::Throttled`] as [`Auth::verify`], counted together with it.
    pub async fn step_up(&self, ctx: &Ctx, code: &SecretText) -> Result<Instant> {
        let (user, session) = own_session(ctx)?;
        let code = Code::parse(code)?;
        let outcome = ctx
            .write(async |tx| {
                let wait = throttle::attempt(ctx, tx, &Account::codes(user)).await?;
                if let Err(refusal) = self.spend(ctx, tx, user, &code).await? {
                    // Committed, so that the attempt stays counted.
                    note_refusal(ctx, tx, user, (refusal, wait)).await?;
                    return Ok(None);
                }
                throttle::forgive(tx, &Account::codes(user)).await?;
                session::refresh(ctx, tx, session).await.map(Some)
            })
            .await?;
        outcome.ok_or_else(totp::refused)
    }
}

/// The actor and their session; programs have none.
pub(crate) fn own_session(ctx: &Ctx) -> Result<(UserId, SessionId)> {
    match (ctx.actor(), ctx.access().credential) {
        (Actor::User { id, .. }, Credential::Session(session)) => Ok((id, session)),
        (Actor::Anonymous, _) => Err(Error::Unauthenticated),
        _ => Err(Error::Forbidden),
    }
}
