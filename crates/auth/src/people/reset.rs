//! Resetting somebody's second factor: it must be set up anew at the next sign-in.
//!
//! There is no moment at which it is neither on nor required: a password without a second factor opens
//! the way to setting one up, and to nothing else.

use domain::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    mail::{self, Letter, Recipient},
    user::{self, AccountKind, User},
};
use kernel::{Actor, Error, Result};
use serde_json::json;

use crate::{
    Auth,
    auth::require_system,
    factors::{Ended, remove_factors},
    second_factor,
};

impl Auth {
    /// Takes a colleague's second factor away, and ends everything they are signed in with. For full users
    /// with a fresh code, about people of an equal or lower role, and never about oneself. A second time does
    /// nothing.
    pub async fn reset_second_factor(&self, ctx: &Ctx, id: kernel::UserId) -> Result<User> {
        ctx.require(Permission::ResetSecondFactor)?;
        ctx.write(async |tx| {
            let user = user::get(ctx, id).await?;
            if !may_reset_second_factor(ctx, &user) {
                return Err(Error::Forbidden);
            }
            ctx.require_fresh()?;
            let by = match ctx.actor().user_id() {
                Some(actor) => user::get(ctx, actor).await?.display_name,
                None => return Err(Error::Forbidden),
            };
            reset(ctx, tx, &user, (by, None)).await?;
            Ok(user)
        })
        .await
    }

    /// The operator's way, for a customer whose only administrator has lost everything. System only; `by`
    /// and the reason are for the customer to read.
    pub async fn reset_second_factor_for(
        &self,
        ctx: &Ctx,
        login: &str,
        (by, reason): (&str, &str),
    ) -> Result<User> {
        require_system(ctx)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Error::invalid("REQUIRED", &["reason"]));
        }
        let user = user::find_by_login(ctx, login).await?.ok_or(Error::NotFound)?;
        ctx.write(async |tx| reset(ctx, tx, &user, (by.to_owned(), Some(reason))).await).await?;
        Ok(user)
    }
}

/// Whether the actor may reset this person's second factor.
#[must_use]
pub fn may_reset_second_factor(ctx: &Ctx, user: &User) -> bool {
    let Actor::User { id, role } = ctx.actor() else { return false };
    ctx.may(Permission::ResetSecondFactor)
        && user.id != id
        && user.role <= role
        // The operator's people are the operator's to help.
        && user.kind != AccountKind::Operator
}

async fn reset(ctx: &Ctx, tx: &WriteTx, user: &User, (by, reason): (String, Option<&str>)) -> Result<()> {
    let had_one = second_factor::find(tx.connection(), user.id).await?.is_some();
    let ended = remove_factors(ctx, tx, user.id).await?;
    if !had_one && ended == Ended::default() {
        return Ok(());
    }
    let details = json!({ "reason": reason, "sessions": ended.sessions, "apiTokens": ended.api_tokens });
    let entry = AuditEntry::about("user.second_factor_reset", user.id).with(details);
    audit::record(ctx, tx, entry).await?;
    mail::queue(ctx, tx, &Recipient::of(user)?, &Letter::SecondFactorReset { by }).await
}
