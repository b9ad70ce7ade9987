//! Which packs are installed.

use kernel::{Error, Result};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};

use super::{
    FormDefinition, FormOrigin, InstalledPack,
    entity::{self, pack, revision},
    repo,
};
use crate::{Ctx, WriteTx};

fn installed(row: pack::Model) -> InstalledPack {
    InstalledPack { key: row.key, version: row.version }
}

pub(super) async fn find<C: ConnectionTrait>(db: &C, key: &str) -> Result<Option<InstalledPack>> {
    let row = pack::Entity::find_by_id(key).one(db).await.map_err(Error::internal)?;
    Ok(row.map(installed))
}

pub(super) async fn list(ctx: &Ctx) -> Result<Vec<InstalledPack>> {
    let select = pack::Entity::find().order_by_asc(pack::Column::Key);
    let rows = select.all(ctx.read()).await.map_err(Error::internal)?;
    Ok(rows.into_iter().map(installed).collect())
}

/// True when a form with this key is there, seen by the actor or not.
pub(super) async fn has_form(ctx: &Ctx, key: &str) -> Result<bool> {
    let select = entity::Entity::find().filter(entity::Column::Key.eq(key));
    Ok(select.count(ctx.read()).await.map_err(Error::internal)? > 0)
}

/// Notes a pack with its version.
pub(super) async fn save(ctx: &Ctx, tx: &WriteTx, (key, version): (&str, &str)) -> Result<()> {
    let row = pack::ActiveModel {
        key: Set(key.to_owned()),
        version: Set(version.to_owned()),
        installed_at: Set(ctx.now()),
        updated_at: Set(ctx.now()),
    };
    let newer = OnConflict::column(pack::Column::Key)
        .update_columns([pack::Column::Version, pack::Column::UpdatedAt])
        .to_owned();
    let insert = pack::Entity::insert(row).on_conflict(newer);
    insert.exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

/// Writes a pack's forms with their places in the menu, in two statements.
pub(super) async fn insert_forms(
    ctx: &Ctx,
    tx: &WriteTx,
    (pack, new): ((&str, &str), &[(FormDefinition, i32)]),
) -> Result<()> {
    let (mut forms, mut revisions) = (Vec::with_capacity(new.len()), Vec::with_capacity(new.len()));
    for (definition, position) in new {
        let source = repo::Source { origin: FormOrigin::Pack, pack: Some(pack), position: *position };
        let (_, form, first) = repo::rows(ctx, definition, source)?;
        forms.push(form);
        revisions.push(first);
    }
    if forms.is_empty() {
        return Ok(());
    }
    let insert = entity::Entity::insert_many(forms);
    insert.exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    let insert = revision::Entity::insert_many(revisions);
    insert.exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}
