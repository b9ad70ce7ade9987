//! Revisions, what packs said, and the criteria they share.

use std::sync::Arc;

use kernel::{Error, FormId, FormRevisionId, Instant, Result, UserId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait, sea_query::Expr,
};
use uuid::Uuid;

use super::{
    ArchivedForm, Form, FormDefinition, FormOrigin, FormRevision, FormRight, RiskCriteria,
    entity::{self, criteria, revision},
};
use crate::{Ctx, WriteTx};

/// Writes the next revision of a form and makes it the current one; the form as it is then.
pub(super) async fn insert_revision(
    ctx: &Ctx,
    tx: &WriteTx,
    (form, definition): (&Form, &FormDefinition),
) -> Result<Form> {
    let id = FormRevisionId::generate(ctx.clock(), ctx.random());
    let row = revision::ActiveModel {
        id: Set(id.uuid()),
        form_id: Set(form.id.uuid()),
        number: Set(form.revision + 1),
        definition: Set(serde_json::to_value(definition).map_err(Error::internal)?),
        published_at: Set(ctx.now()),
        published_by: Set(ctx.actor().user_id().map(kernel::TypedId::uuid)),
    };
    revision::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    let update = entity::Entity::update_many()
        .col_expr(entity::Column::CurrentRevisionId, Expr::value(id.uuid()))
        .filter(entity::Column::Id.eq(form.id.uuid()))
        .filter(entity::Column::CurrentRevisionId.eq(form.revision_id.uuid()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    if update.rows_affected != 1 {
        return Err(Error::invalid("CONFLICT", &["revision"]));
    }
    let definition = Arc::new(definition.clone());
    Ok(Form { revision_id: id, revision: form.revision + 1, definition, ..form.clone() })
}

/// Every definition a form ever had, oldest first.
pub(super) async fn revisions(tx: &WriteTx, form: FormId) -> Result<Vec<FormDefinition>> {
    let rows: Vec<serde_json::Value> = revision::Entity::find()
        .select_only()
        .column(revision::Column::Definition)
        .filter(revision::Column::FormId.eq(form.uuid()))
        .order_by_asc(revision::Column::Number)
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    rows.into_iter().map(|row| serde_json::from_value(row).map_err(Error::internal)).collect()
}

/// What the pack said of a form; nothing for an own form.
pub(super) async fn base(ctx: &Ctx, form: FormId) -> Result<Option<FormDefinition>> {
    base_of(ctx.read(), form).await
}

/// The same, inside a transaction.
pub(super) async fn base_in(tx: &WriteTx, form: FormId) -> Result<Option<FormDefinition>> {
    base_of(tx.connection(), form).await
}

async fn base_of<C: ConnectionTrait>(db: &C, form: FormId) -> Result<Option<FormDefinition>> {
    let found: Option<Option<serde_json::Value>> = entity::Entity::find_by_id(form.uuid())
        .select_only()
        .column(entity::Column::BaseDefinition)
        .into_tuple()
        .one(db)
        .await
        .map_err(Error::internal)?;
    found.flatten().map(|json| serde_json::from_value(json).map_err(Error::internal)).transpose()
}

/// Notes what a newer version of the pack says.
pub(super) async fn set_base(
    tx: &WriteTx,
    form: FormId,
    (definition, version): (&FormDefinition, &str),
) -> Result<()> {
    let json = serde_json::to_value(definition).map_err(Error::internal)?;
    entity::Entity::update_many()
        .col_expr(entity::Column::BaseDefinition, Expr::value(json))
        .col_expr(entity::Column::PackVersion, Expr::value(version))
        .filter(entity::Column::Id.eq(form.uuid()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

/// Every form that is not archived, as the product itself sees it.
pub(super) async fn all(ctx: &Ctx, tx: &WriteTx) -> Result<Vec<Form>> {
    type Row = (Uuid, String, i32, Uuid, i32, serde_json::Value);
    let rows: Vec<Row> = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Id, entity::Column::Origin, entity::Column::Position])
        .column(entity::Column::CurrentRevisionId)
        .columns([revision::Column::Number, revision::Column::Definition])
        .join(JoinType::InnerJoin, entity::Relation::CurrentRevision.def())
        .filter(entity::Column::ArchivedAt.is_null())
        .order_by_asc(entity::Column::Position)
        .order_by_asc(entity::Column::Key)
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    rows.into_iter()
        .map(|(id, origin, position, revision_id, revision, definition)| {
            let definition: FormDefinition = serde_json::from_value(definition).map_err(Error::internal)?;
            Ok(Form {
                id: FormId::from_uuid(id),
                origin: if origin == "own" { FormOrigin::Own } else { FormOrigin::Pack },
                revision_id: FormRevisionId::from_uuid(revision_id),
                revision,
                position,
                definition: Arc::new(definition),
                right: FormRight::Edit,
                is_read_only: ctx.access().is_read_only,
            })
        })
        .collect()
}

/// The newest criteria.
pub(super) async fn criteria<C: ConnectionTrait>(db: &C) -> Result<Option<RiskCriteria>> {
    let row = criteria::Entity::find()
        .order_by_desc(criteria::Column::Version)
        .one(db)
        .await
        .map_err(Error::internal)?;
    row.map(|row| {
        let scale = serde_json::from_value(row.scale).map_err(Error::internal)?;
        Ok(RiskCriteria { version: row.version, scale })
    })
    .transpose()
}

/// Writes the next version of the criteria.
pub(super) async fn insert_criteria(ctx: &Ctx, tx: &WriteTx, new: &RiskCriteria) -> Result<()> {
    let row = criteria::ActiveModel {
        version: Set(new.version),
        scale: Set(serde_json::to_value(&new.scale).map_err(Error::internal)?),
        created_at: Set(ctx.now()),
        created_by: Set(ctx.actor().user_id().map(kernel::TypedId::uuid)),
    };
    criteria::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

/// Revisions of a form before a number, newest first.
pub(super) async fn list(
    ctx: &Ctx,
    (form, before): (FormId, Option<i32>),
    limit: u64,
) -> Result<Vec<FormRevision>> {
    let mut select = revision::Entity::find()
        .select_only()
        .columns([revision::Column::Number])
        .column(revision::Column::PublishedAt)
        .column(revision::Column::PublishedBy)
        .filter(revision::Column::FormId.eq(form.uuid()))
        .order_by_desc(revision::Column::Number)
        .limit(limit);
    if let Some(before) = before {
        select = select.filter(revision::Column::Number.lt(before));
    }
    let rows: Vec<(i32, Instant, Option<Uuid>)> =
        select.into_tuple().all(ctx.read()).await.map_err(Error::internal)?;
    let typed = |(number, published_at, by): (i32, Instant, Option<Uuid>)| FormRevision {
        number,
        published_at,
        published_by: by.map(UserId::from_uuid),
    };
    Ok(rows.into_iter().map(typed).collect())
}

/// Puts a form away, or takes it back.
pub(super) async fn set_archived(tx: &WriteTx, form: FormId, at: Option<Instant>) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::ArchivedAt, Expr::value(at))
        .filter(entity::Column::Id.eq(form.uuid()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

/// An own form that was put away.
pub(super) async fn find_archived(ctx: &Ctx, key: &str) -> Result<Option<FormId>> {
    let found: Option<Uuid> = entity::Entity::find()
        .select_only()
        .column(entity::Column::Id)
        .filter(entity::Column::Key.eq(key))
        .filter(entity::Column::Origin.eq("own"))
        .filter(entity::Column::ArchivedAt.is_not_null())
        .into_tuple()
        .one(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(found.map(FormId::from_uuid))
}

/// The most registers that are listed as put away.
const MOST_ARCHIVED: u64 = 500;

/// Own forms that were put away, the latest first.
pub(super) async fn archived(ctx: &Ctx) -> Result<Vec<ArchivedForm>> {
    let rows: Vec<(String, Instant, serde_json::Value)> = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Key, entity::Column::ArchivedAt])
        .column(revision::Column::Definition)
        .join(JoinType::InnerJoin, entity::Relation::CurrentRevision.def())
        .filter(entity::Column::Origin.eq("own"))
        .filter(entity::Column::ArchivedAt.is_not_null())
        .order_by_desc(entity::Column::ArchivedAt)
        .order_by_asc(entity::Column::Key)
        .limit(MOST_ARCHIVED)
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    let read = |(key, archived_at, definition): (String, Instant, serde_json::Value)| {
        let definition: FormDefinition = serde_json::from_value(definition).map_err(Error::internal)?;
        Ok(ArchivedForm { key, name: definition.name, icon: definition.icon, archived_at })
    };
    rows.into_iter().map(read).collect()
}
