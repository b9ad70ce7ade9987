//! Access of people from outside: consultants, whom the customer lets in, and the operator's people.
//!
//! A grant has an end, a role below administrator and, if the customer wants, a list of registers. The
//! account behind it is an ordinary one that only works while a grant is in force.

mod change;
pub(crate) mod entity;
mod give;
mod repo;
mod rules;
mod visit;

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{AccessGrantId, FormId, Instant, Result, Role, UserId};

pub use change::{GrantChange, change, withdraw};
pub use give::{Consultant, OperatorVisit, let_consultant_in, let_operator_in};
pub use visit::{Visit, visits};

use crate::{Ctx, Permission, user::AccountKind};

/// Access of somebody from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessGrant {
    /// Which.
    pub id: AccessGrantId,
    /// Whose.
    pub user_id: UserId,
    /// A consultant's or the operator's.
    pub kind: AccountKind,
    /// Where they come from.
    pub organisation: String,
    /// Why they are let in; may be empty for a consultant.
    pub reason: String,
    /// What they may do; never administrator.
    pub role: Role,
    /// The registers they are limited to; `None`: all that their role may see.
    pub forms: Option<Vec<FormId>>,
    /// When it began.
    pub starts_at: Instant,
    /// The last day, in the time zone of the Netherlands.
    pub ends_on: NaiveDate,
    /// The moment it ends: with the last day, or earlier.
    pub ends_at: Instant,
    /// Who let them in; nobody when it was the operator.
    pub granted_by: Option<UserId>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Instant>,
    /// By whom.
    pub withdrawn_by: Option<UserId>,
    /// Counts changes.
    pub version: i32,
}

impl AccessGrant {
    /// Whether it gives access at this moment.
    #[must_use]
    pub fn is_in_force(&self, now: Instant) -> bool {
        self.withdrawn_at.is_none() && self.starts_at <= now && now < self.ends_at
    }
}

/// How often somebody came by while a grant was in force.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Visits {
    /// Sign-ins.
    pub count: u64,
    /// The last of them.
    pub last_at: Option<Instant>,
}

/// All grants: those in force first, then the newest first.
pub async fn list(ctx: &Ctx) -> Result<Vec<AccessGrant>> {
    ctx.require(Permission::SeePeople)?;
    let mut grants = repo::list(ctx).await?;
    grants.sort_by_key(|grant| !grant.is_in_force(ctx.now()));
    Ok(grants)
}

/// Several grants by id; unknown ones are absent.
pub async fn find_many(ctx: &Ctx, ids: &[AccessGrantId]) -> Result<Vec<AccessGrant>> {
    ctx.require(Permission::SeePeople)?;
    if ids.is_empty() { Ok(Vec::new()) } else { repo::find_many(ctx.read(), ids).await }
}

/// How often those of several grants came by, in one query; who never did is absent.
pub async fn visit_counts(ctx: &Ctx, ids: &[AccessGrantId]) -> Result<HashMap<AccessGrantId, Visits>> {
    ctx.require(Permission::SeePeople)?;
    repo::visits(ctx, ids).await
}

/// The grant by which somebody from outside has access now. Asked while a request is authenticated.
pub(crate) async fn in_force(ctx: &Ctx, user: UserId) -> Result<Option<AccessGrant>> {
    repo::in_force(ctx.read(), user, ctx.now()).await
}
