use kernel::{Error, FormId, Result, SavedViewId, UserId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::{SavedView, entity, entity::Column};
use crate::{Ctx, WriteTx};

impl From<entity::Model> for SavedView {
    fn from(row: entity::Model) -> Self {
        Self {
            id: SavedViewId::from_uuid(row.id),
            form_id: FormId::from_uuid(row.form_id),
            owner: UserId::from_uuid(row.owner_id),
            name: row.name,
            is_shared: row.is_shared,
            state: row.state,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

pub(super) async fn find<C: ConnectionTrait>(db: &C, id: SavedViewId) -> Result<Option<SavedView>> {
    let row = entity::Entity::find_by_id(id.uuid()).one(db).await.map_err(Error::internal)?;
    Ok(row.map(SavedView::from))
}

/// Somebody's own views of several forms, and the shared ones.
pub(super) async fn list(ctx: &Ctx, forms: &[FormId], owner: UserId) -> Result<Vec<SavedView>> {
    let seen = Condition::any().add(Column::OwnerId.eq(owner.uuid())).add(Column::IsShared.eq(true));
    let rows = entity::Entity::find()
        .filter(Column::FormId.is_in(forms.iter().map(|id| id.uuid())))
        .filter(seen)
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(rows.into_iter().map(SavedView::from).collect())
}

/// How many views of a form somebody has, but for one.
pub(super) async fn count_own(tx: &WriteTx, view: &SavedView) -> Result<u64> {
    let own = of_form(view).add(Column::OwnerId.eq(view.owner.uuid()));
    entity::Entity::find().filter(own).count(tx.connection()).await.map_err(Error::internal)
}

/// How many views of a form are shared, but for one.
pub(super) async fn count_shared(tx: &WriteTx, view: &SavedView) -> Result<u64> {
    let shared = of_form(view).add(Column::IsShared.eq(true));
    entity::Entity::find().filter(shared).count(tx.connection()).await.map_err(Error::internal)
}

fn of_form(view: &SavedView) -> Condition {
    Condition::all().add(Column::FormId.eq(view.form_id.uuid())).add(Column::Id.ne(view.id.uuid()))
}

/// Writes a view in place of what was there.
pub(super) async fn put(tx: &WriteTx, view: &SavedView) -> Result<()> {
    delete(tx, view.id).await?;
    let row = entity::ActiveModel {
        id: Set(view.id.uuid()),
        form_id: Set(view.form_id.uuid()),
        owner_id: Set(view.owner.uuid()),
        name: Set(view.name.clone()),
        is_shared: Set(view.is_shared),
        state: Set(view.state.clone()),
        created_at: Set(view.created_at),
        updated_at: Set(view.updated_at),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn delete(tx: &WriteTx, id: SavedViewId) -> Result<()> {
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
