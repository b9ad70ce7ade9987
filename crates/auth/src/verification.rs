//! The second step: a code for a session.

use domain::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
};
use kernel::{Result, UserId};
use serde_json::json;

use crate::{
    Auth, NewSession, SecretText, account, blocked,
    second_factor::{self, Stage},
    session::Proven,
    throttle::{self, Account},
    ticket,
    token::Purpose,
    totp::{self, Code},
};

/// Somebody shows a code.
#[derive(Debug, Clone)]
pub struct SecondStep {
    /// From the first step.
    pub ticket: SecretText,
    /// Six digits, exactly.
    pub code: SecretText,
    /// What the browser says it is, for the list of sessions.
    pub user_agent: String,
}

/// Why a code was not taken. For the audit log only.
#[derive(Debug, Clone, Copy)]
pub(crate) enum CodeRefusal {
    Wrong,
    Replayed,
    WrongRecoveryCode,
    /// No passkey of the user's, or an answer to another question than ours.
    Passkey,
}

impl Auth {
    /// Signs in with the ticket of [`crate::NextStep::VerifySecondFactor`] and a code.
    ///
    /// `INVALID_CODE` at `code` for a malformed code (which is not counted), a wrong one and one used
    /// before; [`Error::Throttled`] after [`crate::FREE_ATTEMPTS`] failures, whatever tickets they came
    /// with; [`Error::Unauthenticated`] when the ticket is not good (any more).
    pub async fn verify(&self, ctx: &Ctx, step: SecondStep) -> Result<NewSession> {
        let ticket = self.read_token(ctx, &step.ticket, Purpose::TicketVerify).await?;
        let code = Code::parse(&step.code)?;
        let user = account::get_active(ctx, ticket.sub).await?;
        let outcome = ctx
            .write(async |tx| {
                ticket::require_unused(tx, &ticket).await?;
                let wait = throttle::attempt(ctx, tx, &Account::codes(user.id)).await?;
                if let Err(refusal) = self.spend(ctx, tx, user.id, &code).await? {
                    // Committed, so that the attempt stays counted.
                    note_refusal(ctx, tx, user.id, (refusal, wait)).await?;
                    return Ok(None);
                }
                let proven = Proven { user, ticket, user_agent: step.user_agent };
                self.start_session(ctx, tx, proven).await.map(Some)
            })
            .await?;
        outcome.ok_or_else(totp::refused)
    }

    /// Uses up the code, if it is one of the user's and was not used before.
    pub(crate) async fn spend(
        &self,
        ctx: &Ctx,
        tx: &WriteTx,
        user: UserId,
        code: &Code,
    ) -> Result<Result<(), CodeRefusal>> {
        let sealed = second_factor::require_confirmed(tx, user).await?.sealed;
        let secret = second_factor::unseal(ctx, (user, Stage::Confirmed), &sealed)?;
        let Some(step) = totp::matching_step(&secret, code, ctx.now())? else {
            return Ok(Err(CodeRefusal::Wrong));
        };
        let is_fresh = second_factor::use_step(tx, user, step).await?;
        Ok(if is_fresh { Ok(()) } else { Err(CodeRefusal::Replayed) })
    }
}

/// Writes down that a code was refused, and how many seconds there are to wait for it.
pub(crate) async fn note_refusal(
    ctx: &Ctx,
    tx: &WriteTx,
    user: UserId,
    (refusal, wait): (CodeRefusal, Option<u64>),
) -> Result<()> {
    let action = match refusal {
        CodeRefusal::Wrong => "user.code_refused",
        CodeRefusal::Replayed => "user.code_replayed",
        CodeRefusal::WrongRecoveryCode => "user.recovery_code_refused",
        CodeRefusal::Passkey => "user.passkey_refused",
    };
    let entry = AuditEntry::about(action, user).with(json!({ "waitSeconds": wait }));
    audit::record(ctx, tx, entry).await?;
    if throttle::is_first_block(wait) {
        let owner = account::get(ctx, user).await?;
        blocked::tell_owner(ctx, tx, Some(&owner), wait).await?;
    }
    Ok(())
}
