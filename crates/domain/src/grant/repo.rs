use std::collections::HashMap;

use kernel::{AccessGrantId, Error, FormId, Instant, Result, UserId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
    sea_query::{Expr, ExprTrait, Func},
};
use uuid::Uuid;

use super::{AccessGrant, Visits, entity, entity::Column};
use crate::{Ctx, WriteTx, audit::event_row as audit};

impl TryFrom<entity::Model> for AccessGrant {
    type Error = Error;

    fn try_from(row: entity::Model) -> Result<Self> {
        let corrupt =
            |what: &'static str| Error::internal(format!("access_grant {} has no valid {what}", row.id));
        Ok(Self {
            id: AccessGrantId::from_uuid(row.id),
            user_id: UserId::from_uuid(row.user_id),
            kind: row.kind.parse().map_err(|()| corrupt("kind"))?,
            role: row.role.parse().map_err(|()| corrupt("role"))?,
            forms: row
                .form_ids
                .map(serde_json::from_value::<Vec<FormId>>)
                .transpose()
                .map_err(Error::internal)?,
            organisation: row.organisation,
            reason: row.reason,
            starts_at: row.starts_at,
            ends_on: row.ends_on,
            ends_at: row.ends_at,
            granted_by: row.granted_by.map(UserId::from_uuid),
            withdrawn_at: row.withdrawn_at,
            withdrawn_by: row.withdrawn_by.map(UserId::from_uuid),
            version: row.version,
        })
    }
}

fn forms(grant: &AccessGrant) -> Result<Option<serde_json::Value>> {
    grant.forms.as_ref().map(serde_json::to_value).transpose().map_err(Error::internal)
}

pub(super) async fn insert(tx: &WriteTx, grant: &AccessGrant) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(grant.id.uuid()),
        user_id: Set(grant.user_id.uuid()),
        kind: Set(grant.kind.as_str().to_owned()),
        organisation: Set(grant.organisation.clone()),
        reason: Set(grant.reason.clone()),
        role: Set(grant.role.as_str().to_owned()),
        form_ids: Set(forms(grant)?),
        starts_at: Set(grant.starts_at),
        ends_on: Set(grant.ends_on),
        ends_at: Set(grant.ends_at),
        granted_by: Set(grant.granted_by.map(UserId::uuid)),
        withdrawn_at: Set(None),
        withdrawn_by: Set(None),
        version: Set(grant.version),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

/// Overwrites a grant whose version is still `expected`; false when another was first.
pub(super) async fn save(tx: &WriteTx, grant: &AccessGrant, expected: i32) -> Result<bool> {
    let update = entity::Entity::update_many()
        .col_expr(Column::Organisation, Expr::value(grant.organisation.clone()))
        .col_expr(Column::Reason, Expr::value(grant.reason.clone()))
        .col_expr(Column::Role, Expr::value(grant.role.as_str()))
        .col_expr(Column::FormIds, Expr::value(forms(grant)?))
        .col_expr(Column::EndsOn, Expr::value(grant.ends_on))
        .col_expr(Column::EndsAt, Expr::value(grant.ends_at))
        .col_expr(Column::WithdrawnAt, Expr::value(grant.withdrawn_at))
        .col_expr(Column::WithdrawnBy, Expr::value(grant.withdrawn_by.map(UserId::uuid)))
        .col_expr(Column::Version, Expr::value(grant.version))
        .filter(Column::Id.eq(grant.id.uuid()))
        .filter(Column::Version.eq(expected))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(update.rows_affected == 1)
}

/// All grants, the newest first.
pub(super) async fn list(ctx: &Ctx) -> Result<Vec<AccessGrant>> {
    let query = entity::Entity::find().order_by_desc(Column::StartsAt).order_by_desc(Column::Id);
    let rows = query.all(ctx.read()).await.map_err(Error::internal)?;
    rows.into_iter().map(AccessGrant::try_from).collect()
}

pub(super) async fn find_many<C: ConnectionTrait>(db: &C, ids: &[AccessGrantId]) -> Result<Vec<AccessGrant>> {
    let query = entity::Entity::find().filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())));
    let rows = query.all(db).await.map_err(Error::internal)?;
    rows.into_iter().map(AccessGrant::try_from).collect()
}

/// The grant by which somebody has access at this moment.
pub(super) async fn in_force<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    now: Instant,
) -> Result<Option<AccessGrant>> {
    let row = entity::Entity::find()
        .filter(Column::UserId.eq(user.uuid()))
        .filter(Column::WithdrawnAt.is_null())
        .filter(Column::StartsAt.lte(now))
        .filter(Column::EndsAt.gt(now))
        .order_by_desc(Column::StartsAt)
        .order_by_desc(Column::Id)
        .limit(1)
        .one(db)
        .await
        .map_err(Error::internal)?;
    row.map(AccessGrant::try_from).transpose()
}

/// When and how often those of several grants have signed in while it was in force.
pub(super) async fn visits(ctx: &Ctx, ids: &[AccessGrantId]) -> Result<HashMap<AccessGrantId, Visits>> {
    let (at, of) = ((audit::Entity, audit::Column::At), (entity::Entity, Column::Id));
    let withdrawn_later = Condition::any()
        .add(Column::WithdrawnAt.is_null())
        .add(Expr::col((entity::Entity, Column::WithdrawnAt)).gte(Expr::col(at)));
    let during = Condition::all()
        .add(Expr::col((audit::Entity, audit::Column::ActorUserId)).equals((entity::Entity, Column::UserId)))
        .add(audit::Column::Action.eq("user.signed_in"))
        .add(Expr::col(at).gte(Expr::col((entity::Entity, Column::StartsAt))))
        .add(Expr::col(at).lt(Expr::col((entity::Entity, Column::EndsAt))))
        .add(withdrawn_later);
    let mut select = entity::Entity::find()
        .select_only()
        .column(Column::Id)
        .expr_as(Func::count(Expr::col((audit::Entity, audit::Column::Seq))), "count")
        .expr_as(Func::max(Expr::col(at)), "last")
        .filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())))
        .group_by(Expr::col(of));
    QueryTrait::query(&mut select).join(JoinType::InnerJoin, audit::Entity, during);
    let rows: Vec<(Uuid, i64, Option<Instant>)> =
        select.into_tuple().all(ctx.read()).await.map_err(Error::internal)?;
    let typed = |(id, count, last_at)| {
        let count = u64::try_from(count).unwrap_or_default();
        (AccessGrantId::from_uuid(id), Visits { count, last_at })
    };
    Ok(rows.into_iter().map(typed).collect())
}
