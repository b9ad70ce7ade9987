//! Another phone while the old one is at hand, or after signing in with a recovery code.
//!
//! The secret in use stays until a code of the new one was shown. As at enrolment the last one shown is
//! the only one that can be confirmed: it is sealed for the session it was shown in.

use domain::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
    mail::{self, Letter, Recipient},
};
use kernel::{Error, Result, SessionId, UserId};
use serde_json::json;
use totp_rs::Secret;

use crate::{
    Auth, Enrollment, SecretText, TICKET_LIFETIME, account, credential,
    enrollment::shown,
    second_factor::{self, Confirmed, Stage},
    session,
    step_up::own_session,
    throttle::{self, Account},
    totp::{self, Code},
    verification::{CodeRefusal, note_refusal},
};

impl Auth {
    /// Shows the secret for another authenticator app; the same one again in the same session. Asks for a
    /// fresh code. `environment` is the name people know theirs by.
    pub async fn begin_replacement(&self, ctx: &Ctx, environment: &str) -> Result<Enrollment> {
        ctx.require_fresh()?;
        let (id, session) = own_session(ctx)?;
        let user = account::get_active(ctx, id).await?;
        let secret = ctx
            .write(async |tx| match self.pending_replacement(ctx, tx, (id, session)).await? {
                Some(secret) => Ok(secret),
                None => self.show_replacement(ctx, tx, (id, session)).await,
            })
            .await?;
        shown(&secret, environment, user.username)
    }

    /// Puts the shown secret in the place of the one in use, once its owner proves to have it, and gives new
    /// recovery codes. The user's other sessions and tickets end: they may be on the phone that is gone.
    ///
    /// `INVALID_CODE` at `code` and [`Error::Throttled`] as [`Auth::verify`]; `SET_UP_EXPIRED` at `code` when
    /// it was begun longer than [`TICKET_LIFETIME`] ago, or elsewhere since.
    pub async fn confirm_replacement(&self, ctx: &Ctx, code: &SecretText) -> Result<Vec<SecretText>> {
        let (user, session) = own_session(ctx)?;
        let recipient = Recipient::of(&account::get_active(ctx, user).await?)?;
        let code = Code::parse(code)?;
        let outcome = ctx
            .write(async |tx| {
                let secret = self.pending_replacement(ctx, tx, (user, session)).await?;
                let secret = secret.ok_or_else(|| Error::invalid("SET_UP_EXPIRED", &["code"]))?;
                let wait = throttle::attempt(ctx, tx, &Account::codes(user)).await?;
                let Some(step) = totp::matching_step(&secret, &code, ctx.now())? else {
                    // Committed, so that the attempt stays counted.
                    note_refusal(ctx, tx, user, (CodeRefusal::Wrong, wait)).await?;
                    return Ok(None);
                };
                throttle::forgive(tx, &Account::codes(user)).await?;
                let sealed = second_factor::seal(ctx, (user, Stage::Confirmed), &secret)?;
                second_factor::replace(ctx, tx, Confirmed { user, sealed, step }).await?;
                credential::void_tickets(ctx, tx, user).await?;
                let ended = session::revoke_others(ctx, tx, (user, session)).await?;
                let entry = AuditEntry::about("user.second_factor_replaced", user);
                audit::record(ctx, tx, entry.with(json!({ "sessions": ended }))).await?;
                mail::queue(ctx, tx, &recipient, &Letter::SecondFactorReplaced {}).await?;
                self.renew_recovery_codes(ctx, tx, user).await.map(Some)
            })
            .await?;
        outcome.ok_or_else(totp::refused)
    }

    /// The secret shown in this session a moment ago, if it is still the one to confirm.
    async fn pending_replacement(
        &self,
        ctx: &Ctx,
        tx: &WriteTx,
        (user, session): (UserId, SessionId),
    ) -> Result<Option<Secret>> {
        let factor = second_factor::require_confirmed(tx, user).await?;
        let Some(pending) = factor.replacement else { return Ok(None) };
        if pending.shown_at + TICKET_LIFETIME <= ctx.now() {
            return Ok(None);
        }
        // Sealed for another session, it does not open.
        Ok(second_factor::unseal(ctx, (user, Stage::Replacement(session)), &pending.sealed).ok())
    }

    async fn show_replacement(
        &self,
        ctx: &Ctx,
        tx: &WriteTx,
        (user, session): (UserId, SessionId),
    ) -> Result<Secret> {
        let secret = totp::new_secret(ctx.random());
        let sealed = second_factor::seal(ctx, (user, Stage::Replacement(session)), &secret)?;
        second_factor::save_replacement(ctx, tx, user, sealed).await?;
        audit::record(ctx, tx, AuditEntry::about("user.second_factor_replacement_shown", user)).await?;
        Ok(secret)
    }
}
