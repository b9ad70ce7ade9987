//! What people from outside did here, out of the audit log.

use kernel::{AuditEventId, Instant, Page, PageRequest, Result, UserId};
use sea_orm::{ColumnTrait, Condition, sea_query::Query};

use crate::{
    Ctx, Permission,
    audit::{self, event_row as entity},
    user::{AccountKind, entity as user},
};

const LIST: &str = "visits";

/// Something that a consultant or the operator did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The line of the audit log.
    pub id: AuditEventId,
    /// Who; nobody when it was the operator at the command line.
    pub user_id: Option<UserId>,
    /// What.
    pub action: String,
    /// When.
    pub at: Instant,
    /// From where.
    pub address: Option<String>,
}

/// Sign-ins and other work of people from outside, the newest first.
pub async fn visits(ctx: &Ctx, page: &PageRequest) -> Result<Page<Visit>> {
    ctx.require(Permission::SeePeople)?;
    let outsiders = Query::select()
        .column(user::Column::Id)
        .from(user::Entity)
        .and_where(user::Column::Kind.ne(AccountKind::Member.as_str()))
        .to_owned();
    let by_outsiders = Condition::any()
        .add(entity::Column::ActorUserId.in_subquery(outsiders))
        .add(entity::Column::ActorKind.eq(AccountKind::Operator.as_str()));
    let found = audit::newest_first(ctx, (LIST, by_outsiders), page).await?;
    Ok(found.map(|event| Visit {
        id: event.id,
        user_id: event.actor,
        action: event.action,
        at: event.at,
        address: event.address,
    }))
}
