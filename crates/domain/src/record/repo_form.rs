//! What a form's designer asks about its records, and does to all of them at once.

use std::collections::HashSet;

use kernel::{Error, FormId, RecordId, Result};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Func},
};

use super::{
    Record,
    entity::{self, Column, value},
    repo::document,
};
use crate::WriteTx;

/// Takes some fields out of the index.
pub(super) async fn delete_index(tx: &WriteTx, form: FormId, fields: &[&str]) -> Result<()> {
    value::Entity::delete_many()
        .filter(value::Column::FormId.eq(form.uuid()))
        .filter(value::Column::FieldKey.is_in(fields.iter().copied()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

/// Records of a form in the order of their ids, put away or not.
pub(super) async fn batch(
    tx: &WriteTx,
    (form, after): (FormId, Option<RecordId>),
    limit: u64,
) -> Result<Vec<Record>> {
    let mut select =
        entity::Entity::find().filter(Column::FormId.eq(form.uuid())).order_by_asc(Column::Id).limit(limit);
    if let Some(after) = after {
        select = select.filter(Column::Id.gt(after.uuid()));
    }
    let rows = select.all(tx.connection()).await.map_err(Error::internal)?;
    rows.into_iter().map(Record::try_from).collect()
}

/// Writes what search reads of a record, and the record itself when it differs.
pub(super) async fn overwrite(
    tx: &WriteTx,
    record: &Record,
    (differs, search_text): (bool, String),
) -> Result<()> {
    let mut update = entity::Entity::update_many()
        .col_expr(Column::SearchText, Expr::value(search_text))
        .filter(Column::Id.eq(record.id.uuid()));
    if differs {
        update = update
            .col_expr(Column::Doc, Expr::value(document(&record.values)?))
            .col_expr(Column::Version, Expr::value(record.version))
            .col_expr(Column::UpdatedAt, Expr::value(record.updated_at))
            .col_expr(Column::UpdatedBy, Expr::value(record.updated_by.map(kernel::TypedId::uuid)));
    }
    update.exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

/// Keys of the statuses that records of a form are in.
pub(crate) async fn statuses_in_use(tx: &WriteTx, form: FormId) -> Result<HashSet<String>> {
    let rows: Vec<String> = entity::Entity::find()
        .select_only()
        .column(Column::Status)
        .distinct()
        .filter(Column::FormId.eq(form.uuid()))
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(rows.into_iter().collect())
}

/// True when two records hold the same in a field.
pub(crate) async fn has_twins(tx: &WriteTx, form: FormId, field: &str) -> Result<bool> {
    let twin: Option<i64> = value::Entity::find()
        .select_only()
        .expr_as(Func::count(Expr::col(value::Column::RecordId)), "count")
        .filter(value::Column::FormId.eq(form.uuid()))
        .filter(value::Column::FieldKey.eq(field))
        .filter(value::Column::SortKey.ne(super::index::EMPTY_KEY.to_vec()))
        .group_by(value::Column::SearchValue)
        .group_by(value::Column::NumberValue)
        .group_by(value::Column::DateValue)
        .having(Expr::expr(Func::count(Expr::col(value::Column::RecordId))).gt(1))
        .limit(1)
        .into_tuple()
        .one(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(twin.is_some())
}

/// True when a record's likelihood or impact lies beyond these numbers of steps.
pub(crate) async fn has_place_beyond(
    tx: &WriteTx,
    (form, field): (FormId, &str),
    (likelihood, impact): (usize, usize),
) -> Result<bool> {
    let cells: Vec<String> = value::Entity::find()
        .select_only()
        .column(value::Column::TextValue)
        .distinct()
        .filter(value::Column::FormId.eq(form.uuid()))
        .filter(value::Column::FieldKey.eq(field))
        .filter(value::Column::TextValue.is_not_null())
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    let is_beyond = |cell: &String| {
        let (left, right) = cell.split_once('x')?;
        Some(left.parse::<usize>().ok()? > likelihood || right.parse::<usize>().ok()? > impact)
    };
    Ok(cells.iter().any(|cell| is_beyond(cell).unwrap_or(false)))
}
