//! The ticket between password and code: proof of the one, worthless without the other, good for one session.

mod entity;

use chrono::{DateTime, Duration};
use domain::{Ctx, WriteTx};
use kernel::{Error, IdPrefix, Instant, Result, TypedId, UserId};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use tenancy::database_error;

use crate::{
    Auth, SecretText, credential, passkey, recovery_code,
    token::{Claims, Grant, LEEWAY_SECONDS, Purpose},
};

/// How long one may take for the second step.
pub const TICKET_LIFETIME: Duration = Duration::minutes(10);

enum TicketKind {}

impl IdPrefix for TicketKind {
    const PREFIX: &'static str = "tkt";
}

/// The password was right. This is no session: it opens the next step and nothing else.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// To be handed in with the next step.
    pub token: SecretText,
    /// What the next step is.
    pub next_step: NextStep,
    /// When the ticket is worthless: after [`TICKET_LIFETIME`].
    pub expires_at: Instant,
    /// The second step can be a passkey.
    pub has_passkey: bool,
    /// The second step can be a recovery code.
    pub has_recovery_codes: bool,
}

/// What turns a ticket into a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// There is no second factor yet: set one up.
    EnrollSecondFactor,
    /// Show the code.
    VerifySecondFactor,
}

impl Auth {
    /// A ticket for somebody whose password was right.
    pub(crate) async fn issue_ticket(&self, ctx: &Ctx, user: UserId, next_step: NextStep) -> Result<Ticket> {
        let purpose = match next_step {
            NextStep::EnrollSecondFactor => Purpose::TicketEnroll,
            NextStep::VerifySecondFactor => Purpose::TicketVerify,
        };
        let issued_at = ctx.now();
        let expires_at = issued_at + TICKET_LIFETIME;
        let id = TypedId::<TicketKind>::generate(ctx.clock(), ctx.random()).uuid();
        let grant = Grant { purpose, user, id, issued_at, expires_at };
        let token = self.signing_key(ctx).await?.issue(&grant)?;
        Ok(Ticket {
            token,
            next_step,
            expires_at,
            has_passkey: passkey::exists(ctx.read(), user).await?,
            has_recovery_codes: recovery_code::count(ctx.read(), user).await? > 0,
        })
    }
}

/// Refuses a ticket that gave a session already, or that was made void since: by a new password, say.
pub(crate) async fn require_unused(tx: &WriteTx, ticket: &Claims) -> Result<()> {
    let used = entity::Entity::find_by_id(ticket.jti).one(tx.connection()).await.map_err(database_error)?;
    let void_before = credential::tickets_void_before(tx, ticket.sub).await?.ok_or(Error::Unauthenticated)?;
    // Whole seconds are all a ticket tells.
    let is_stale = u64::try_from(void_before.timestamp()).is_ok_and(|moment| moment > ticket.iat);
    if used.is_some() || is_stale { Err(Error::Unauthenticated) } else { Ok(()) }
}

/// Makes the ticket worthless.
pub(crate) async fn consume(tx: &WriteTx, ticket: &Claims) -> Result<()> {
    let last_second = ticket.exp.saturating_add(LEEWAY_SECONDS);
    let expires_at = i64::try_from(last_second).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let row = entity::ActiveModel {
        id: Set(ticket.jti),
        expires_at: Set(expires_at.ok_or(Error::Unauthenticated)?),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(database_error)?;
    Ok(())
}

/// Forgets used tickets that have expired.
pub(crate) async fn sweep(ctx: &Ctx, tx: &WriteTx) -> Result<()> {
    entity::Entity::delete_many()
        .filter(entity::Column::ExpiresAt.lt(ctx.now()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}
