//! Setting up the second factor, at the first sign-in and after a reset.
//!
//! The secret is made here and bound to the ticket it was shown for. Who signs in elsewhere gets
//! another one, and the last one shown is the only one that can be confirmed: of two devices one
//! wins, the other starts again, and nobody keeps a secret somebody else has seen.

use domain::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
};
use kernel::{Error, Result};
use totp_rs::Secret;

use crate::{
    Auth, NewSession, SecondStep, SecretText, account, qr,
    second_factor::{self, Confirmed, Stage},
    session::Proven,
    throttle::{self, Account},
    ticket,
    token::{Claims, Purpose},
    totp::{self, Code},
    verification::{CodeRefusal, note_refusal},
};

/// What an authenticator app has to know.
#[derive(Debug, Clone)]
pub struct Enrollment {
    /// The secret for typing: base32 in groups of four.
    pub secret_text: SecretText,
    /// The same for an app on this device: `otpauth://totp/...`.
    pub otpauth_uri: SecretText,
    /// The same for the camera: a standalone `<svg role="img">`, black on white. It carries no name of
    /// its own; the page gives it one.
    pub qr_svg: SecretText,
    /// What the app calls the account: the username.
    pub account_name: String,
    /// What the app calls us.
    pub issuer: String,
}

impl Auth {
    /// Shows the secret to set up with the ticket of [`crate::NextStep::EnrollSecondFactor`]; the same one as
    /// long as it is the same ticket and nobody began elsewhere since. `environment` is the name people know
    /// theirs by.
    ///
    /// [`Error::Unauthenticated`] when the ticket is not good (any more), or a second factor is in use.
    pub async fn begin_enrollment(
        &self,
        ctx: &Ctx,
        ticket: &SecretText,
        environment: &str,
    ) -> Result<Enrollment> {
        let ticket = self.read_token(ctx, ticket, Purpose::TicketEnroll).await?;
        let user = account::get_active(ctx, ticket.sub).await?;
        let secret = ctx
            .write(async |tx| {
                ticket::require_unused(tx, &ticket).await?;
                match self.pending(ctx, tx, &ticket).await? {
                    Some(secret) => Ok(secret),
                    None => self.show_new_secret(ctx, tx, &ticket).await,
                }
            })
            .await?;
        shown(&secret, environment, user.username)
    }

    /// Puts the shown secret to use, once its owner proves to have it, and signs them in, with their first
    /// recovery codes. The code counts as used.
    ///
    /// Errors as [`Auth::verify`]; [`Error::Unauthenticated`] also when set-up was begun elsewhere since.
    pub async fn confirm_enrollment(&self, ctx: &Ctx, step: SecondStep) -> Result<NewSession> {
        let ticket = self.read_token(ctx, &step.ticket, Purpose::TicketEnroll).await?;
        let code = Code::parse(&step.code)?;
        let user = account::get_active(ctx, ticket.sub).await?;
        let outcome = ctx
            .write(async |tx| {
                ticket::require_unused(tx, &ticket).await?;
                let secret = self.pending(ctx, tx, &ticket).await?.ok_or(Error::Unauthenticated)?;
                let wait = throttle::attempt(ctx, tx, &Account::codes(user.id)).await?;
                let Some(step_of_code) = totp::matching_step(&secret, &code, ctx.now())? else {
                    // Committed, so that the attempt stays counted.
                    note_refusal(ctx, tx, user.id, (CodeRefusal::Wrong, wait)).await?;
                    return Ok(None);
                };
                let sealed = second_factor::seal(ctx, (user.id, Stage::Confirmed), &secret)?;
                let confirmed = Confirmed { user: user.id, sealed, step: step_of_code };
                if !second_factor::confirm(ctx, tx, confirmed).await? {
                    return Err(Error::Unauthenticated);
                }
                audit::record(ctx, tx, AuditEntry::about("user.second_factor_enrolled", user.id)).await?;
                let codes = self.renew_recovery_codes(ctx, tx, user.id).await?;
                let proven = Proven { user, ticket, user_agent: step.user_agent };
                let session = self.start_session(ctx, tx, proven).await?;
                Ok(Some(NewSession { recovery_codes: Some(codes), ..session }))
            })
            .await?;
        outcome.ok_or_else(totp::refused)
    }

    /// The secret shown for this ticket, if it is still the one to confirm.
    async fn pending(&self, ctx: &Ctx, tx: &WriteTx, ticket: &Claims) -> Result<Option<Secret>> {
        let Some(factor) = second_factor::find(tx.connection(), ticket.sub).await? else { return Ok(None) };
        if factor.is_confirmed {
            return Err(Error::Unauthenticated);
        }
        // Sealed for another ticket, it does not open.
        Ok(second_factor::unseal(ctx, (ticket.sub, Stage::Pending(ticket.jti)), &factor.sealed).ok())
    }

    async fn show_new_secret(&self, ctx: &Ctx, tx: &WriteTx, ticket: &Claims) -> Result<Secret> {
        let secret = totp::new_secret(ctx.random());
        let sealed = second_factor::seal(ctx, (ticket.sub, Stage::Pending(ticket.jti)), &secret)?;
        second_factor::save_pending(ctx, tx, ticket.sub, sealed).await?;
        audit::record(ctx, tx, AuditEntry::about("user.second_factor_shown", ticket.sub)).await?;
        Ok(secret)
    }
}

/// The secret in the forms apps and people take it in.
pub(crate) fn shown(secret: &Secret, environment: &str, account_name: String) -> Result<Enrollment> {
    let issuer = format!("Waarborg ({environment})");
    let otpauth_uri = totp::otpauth_uri(secret, &issuer, &account_name)?;
    Ok(Enrollment {
        secret_text: totp::grouped(secret),
        qr_svg: qr::svg(&otpauth_uri)?,
        otpauth_uri,
        account_name,
        issuer,
    })
}
