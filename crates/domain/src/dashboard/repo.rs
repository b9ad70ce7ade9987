use kernel::{DashboardId, Error, Result, UserId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use super::{
    Stored,
    entity::{self, Column, home},
};
use crate::{Ctx, WriteTx};

impl TryFrom<entity::Model> for Stored {
    type Error = Error;

    fn try_from(row: entity::Model) -> Result<Self> {
        Ok(Self {
            id: DashboardId::from_uuid(row.id),
            owner: UserId::from_uuid(row.owner_id),
            name: row.name,
            is_shared: row.is_shared,
            version: row.version,
            cards: serde_json::from_str(&row.cards).map_err(Error::internal)?,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

pub(super) async fn find<C: ConnectionTrait>(db: &C, id: DashboardId) -> Result<Option<Stored>> {
    let row = entity::Entity::find_by_id(id.uuid()).one(db).await.map_err(Error::internal)?;
    row.map(Stored::try_from).transpose()
}

/// Somebody's own dashboards, and the shared ones.
pub(super) async fn list(ctx: &Ctx, owner: UserId) -> Result<Vec<Stored>> {
    let seen = Condition::any().add(Column::OwnerId.eq(owner.uuid())).add(Column::IsShared.eq(true));
    let rows = entity::Entity::find().filter(seen).all(ctx.read()).await.map_err(Error::internal)?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// How many dashboards somebody has, but for one.
pub(super) async fn count_own(tx: &WriteTx, dashboard: &Stored) -> Result<u64> {
    let own = Condition::all()
        .add(Column::OwnerId.eq(dashboard.owner.uuid()))
        .add(Column::Id.ne(dashboard.id.uuid()));
    entity::Entity::find().filter(own).count(tx.connection()).await.map_err(Error::internal)
}

/// How many dashboards are shared, but for one.
pub(super) async fn count_shared(tx: &WriteTx, dashboard: &Stored) -> Result<u64> {
    let shared = Condition::all().add(Column::IsShared.eq(true)).add(Column::Id.ne(dashboard.id.uuid()));
    entity::Entity::find().filter(shared).count(tx.connection()).await.map_err(Error::internal)
}

pub(super) async fn insert(tx: &WriteTx, dashboard: &Stored) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(dashboard.id.uuid()),
        owner_id: Set(dashboard.owner.uuid()),
        name: Set(dashboard.name.clone()),
        is_shared: Set(dashboard.is_shared),
        version: Set(dashboard.version),
        cards: Set(dashboard.cards_json()?),
        created_at: Set(dashboard.created_at),
        updated_at: Set(dashboard.updated_at),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

/// Saves a dashboard in place of the version before; false when that is not there any more.
pub(super) async fn save(tx: &WriteTx, dashboard: &Stored) -> Result<bool> {
    let saved = entity::Entity::update_many()
        .col_expr(Column::Name, Expr::value(dashboard.name.as_str()))
        .col_expr(Column::IsShared, Expr::value(dashboard.is_shared))
        .col_expr(Column::Version, Expr::value(dashboard.version))
        .col_expr(Column::Cards, Expr::value(dashboard.cards_json()?))
        .col_expr(Column::UpdatedAt, Expr::value(dashboard.updated_at))
        .filter(Column::Id.eq(dashboard.id.uuid()))
        .filter(Column::Version.eq(dashboard.version - 1))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(saved.rows_affected == 1)
}

pub(super) async fn delete(tx: &WriteTx, id: DashboardId) -> Result<()> {
    entity::Entity::delete_by_id(id.uuid()).exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn delete_private(tx: &WriteTx, owner: UserId) -> Result<()> {
    entity::Entity::delete_many()
        .filter(Column::OwnerId.eq(owner.uuid()))
        .filter(Column::IsShared.eq(false))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

/// The dashboard that opens for somebody.
pub(super) async fn find_home<C: ConnectionTrait>(db: &C, user: UserId) -> Result<Option<DashboardId>> {
    let found = home::Entity::find_by_id(user.uuid())
        .select_only()
        .column(home::Column::DashboardId)
        .into_tuple::<uuid::Uuid>()
        .one(db)
        .await
        .map_err(Error::internal)?;
    Ok(found.map(DashboardId::from_uuid))
}

/// Has a dashboard open for somebody.
pub(super) async fn set_home(tx: &WriteTx, user: UserId, dashboard: DashboardId) -> Result<()> {
    let row = home::ActiveModel { user_id: Set(user.uuid()), dashboard_id: Set(dashboard.uuid()) };
    let replaced =
        OnConflict::column(home::Column::UserId).update_column(home::Column::DashboardId).to_owned();
    home::Entity::insert(row)
        .on_conflict(replaced)
        .exec_without_returning(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

/// Has the built-in start page open for somebody again, if it was this dashboard.
pub(super) async fn unset_home(tx: &WriteTx, user: UserId, dashboard: DashboardId) -> Result<()> {
    home::Entity::delete_many()
        .filter(home::Column::UserId.eq(user.uuid()))
        .filter(home::Column::DashboardId.eq(dashboard.uuid()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

/// Has it open for its owner alone: others do not see it any more.
pub(super) async fn unset_others(tx: &WriteTx, dashboard: &Stored) -> Result<()> {
    home::Entity::delete_many()
        .filter(home::Column::DashboardId.eq(dashboard.id.uuid()))
        .filter(home::Column::UserId.ne(dashboard.owner.uuid()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}
