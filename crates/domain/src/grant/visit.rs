//! What people from outside did here, out of the audit log.

use kernel::{AuditEventId, Cursor, Error, Instant, Page, PageRequest, Result, UserId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Query};
use uuid::Uuid;

use crate::{
    Ctx, Permission,
    audit::entity,
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

type Row = (i64, Uuid, Option<Uuid>, String, Instant, Option<String>);

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
    let mut select = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Seq, entity::Column::Id, entity::Column::ActorUserId])
        .columns([entity::Column::Action, entity::Column::At, entity::Column::Address])
        .filter(by_outsiders)
        .order_by_desc(entity::Column::Seq)
        .limit(u64::from(page.first) + 1);
    if let Some(after) = &page.after {
        select = select.filter(entity::Column::Seq.lt(after.decode::<i64>(LIST)?));
    }
    let mut rows: Vec<Row> = select.into_tuple().all(ctx.read()).await.map_err(Error::internal)?;
    let has_next = rows.len() > page.first as usize;
    rows.truncate(page.first as usize);
    let item = |(seq, id, user, action, at, address): Row| {
        let (id, user_id) = (AuditEventId::from_uuid(id), user.map(UserId::from_uuid));
        Ok((Cursor::encode(LIST, &seq)?, Visit { id, user_id, action, at, address }))
    };
    Ok(Page { items: rows.into_iter().map(item).collect::<Result<_>>()?, has_next })
}
