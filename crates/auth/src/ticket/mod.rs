//! The ticket between password and code: proof of the one, worthless without the other, good for one session.

mod entity;

use chrono::{DateTime, Duration};
use domain::{Ctx, WriteTx};
use kernel::{Error, IdPrefix, Instant, Result, TypedId, UserId};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use tenancy::database_error;

use crate::{
    Auth, SecretText, credential,
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
    pub(crate) fn issue_ticket(&self, ctx: &Ctx, user: UserId, next_step: NextStep) -> Result<Ticket> {
        let purpose = match next_step {
            NextStep::EnrollSecondFactor => Purpose::TicketEnroll,
            NextStep::VerifySecondFactor => Purpose::TicketVerify,
        };
        let issued_at = ctx.now();
        let expires_at = issued_at + TICKET_LIFETIME;
        let id = TypedId::<TicketKind>::generate(ctx.clock(), ctx.random()).uuid();
        let token = self.token_key(ctx).issue(&Grant { purpose, user, id, issued_at, expires_at })?;
        Ok(Ticket { token, next_step, expires_at })
    }
}

/// Refuses a ticket that gave a session already, or whose password has been replaced since.
pub(crate) async fn require_unused(tx: &WriteTx, ticket: &Claims) -> Result<()> {
    let used = entity::Entity::find_by_id(ticket.jti).one(tx.connection()).await.map_err(database_error)?;
    let changed_at = credential::changed_at(tx, ticket.sub).await?.ok_or(Error::Unauthenticated)?;
    // Whole seconds are all a ticket tells.
    let is_stale = u64::try_from(changed_at.timestamp()).is_ok_and(|changed| changed > ticket.iat);
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
