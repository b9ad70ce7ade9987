use std::collections::HashMap;

use kernel::{CommentId, Cursor, Error, Page, PageRequest, RecordId, Result, UserId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Func},
};
use uuid::Uuid;

use super::{Comment, entity, entity::Column};
use crate::{Ctx, WriteTx};

impl TryFrom<entity::Model> for Comment {
    type Error = Error;

    fn try_from(row: entity::Model) -> Result<Self> {
        Ok(Self {
            id: CommentId::from_uuid(row.id),
            record_id: RecordId::from_uuid(row.record_id),
            author: UserId::from_uuid(row.author_id),
            html: row.html,
            mentions: serde_json::from_value(row.mentions).map_err(Error::internal)?,
            created_at: row.created_at,
            edited_at: row.edited_at,
            deleted_at: row.deleted_at,
        })
    }
}

pub(super) async fn find_many(ctx: &Ctx, ids: &[CommentId]) -> Result<Vec<Comment>> {
    let rows = entity::Entity::find()
        .filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())))
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    rows.into_iter().map(Comment::try_from).collect()
}

/// Newest first: ids are made in the order of time.
pub(super) async fn list(ctx: &Ctx, record: RecordId, page: &PageRequest) -> Result<Page<Comment>> {
    let name = format!("comments:{record}");
    let mut select = entity::Entity::find()
        .filter(Column::RecordId.eq(record.uuid()))
        .order_by_desc(Column::Id)
        .limit(u64::from(page.first) + 1);
    if let Some(after) = &page.after {
        select = select.filter(Column::Id.lt(after.decode::<Uuid>(&name)?));
    }
    let mut rows = select.all(ctx.read()).await.map_err(Error::internal)?;
    let has_next = rows.len() > page.first as usize;
    rows.truncate(page.first as usize);
    let with_cursor = |row: entity::Model| Ok((Cursor::encode(&name, &row.id)?, row.try_into()?));
    Ok(Page { items: rows.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}

/// How many comments several records have, without deleted ones; a record without any is absent.
pub(super) async fn count(ctx: &Ctx, records: &[RecordId]) -> Result<HashMap<RecordId, u64>> {
    let rows: Vec<(Uuid, i64)> = entity::Entity::find()
        .select_only()
        .column(Column::RecordId)
        .expr_as(Func::count(Expr::col(Column::Id)), "count")
        .filter(Column::RecordId.is_in(records.iter().map(|id| id.uuid())))
        .filter(Column::DeletedAt.is_null())
        .group_by(Column::RecordId)
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    let typed = |(id, count)| (RecordId::from_uuid(id), u64::try_from(count).unwrap_or_default());
    Ok(rows.into_iter().map(typed).collect())
}

pub(super) async fn insert(tx: &WriteTx, comment: &Comment) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(comment.id.uuid()),
        record_id: Set(comment.record_id.uuid()),
        author_id: Set(comment.author.uuid()),
        html: Set(comment.html.clone()),
        mentions: Set(json(&comment.mentions)?),
        created_at: Set(comment.created_at),
        edited_at: Set(None),
        deleted_at: Set(None),
        deleted_by: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

/// Overwrites a comment that is not deleted; false when it is.
pub(super) async fn save(tx: &WriteTx, comment: &Comment, deleted_by: Option<UserId>) -> Result<bool> {
    let update = entity::Entity::update_many()
        .col_expr(Column::Html, Expr::value(comment.html.clone()))
        .col_expr(Column::Mentions, Expr::value(json(&comment.mentions)?))
        .col_expr(Column::EditedAt, Expr::value(comment.edited_at))
        .col_expr(Column::DeletedAt, Expr::value(comment.deleted_at))
        .col_expr(Column::DeletedBy, Expr::value(deleted_by.map(kernel::TypedId::uuid)))
        .filter(Column::Id.eq(comment.id.uuid()))
        .filter(Column::DeletedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(update.rows_affected == 1)
}

fn json(mentions: &[UserId]) -> Result<serde_json::Value> {
    serde_json::to_value(mentions).map_err(Error::internal)
}

/// Takes out what was said from `end` on: in a copy that shows the past.
pub(crate) async fn wind_back(tx: &WriteTx, end: kernel::Instant) -> Result<()> {
    entity::Entity::delete_many()
        .filter(Column::CreatedAt.gte(end))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

/// The rows of what was said about some records.
pub(crate) async fn of_records(ctx: &Ctx, records: &[RecordId]) -> Result<Vec<entity::Model>> {
    entity::Entity::find()
        .filter(Column::RecordId.is_in(records.iter().map(|id| id.uuid())))
        .all(ctx.read())
        .await
        .map_err(Error::internal)
}

/// Writes rows of a copy.
pub(crate) async fn take_in(tx: &WriteTx, rows: Vec<entity::Model>) -> Result<()> {
    for row in rows {
        entity::Entity::insert(row.into_active_model())
            .exec_without_returning(tx.connection())
            .await
            .map_err(Error::internal)?;
    }
    Ok(())
}
