use kernel::{Error, Result};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, Func},
};

use super::{
    super::{
        entity::{Column, value},
        query::ListQuery,
    },
    FieldTotal,
};
use crate::Ctx;

/// What fields come to over all records of a list; those without a number are absent.
pub(super) async fn totals(ctx: &Ctx, query: &ListQuery<'_>, keys: &[String]) -> Result<Vec<FieldTotal>> {
    type Row = (String, i64, Option<f64>, Option<f64>, Option<f64>);
    let ids = QueryTrait::into_query(query.matching(ctx).await?.select_only().column(Column::Id));
    let number = || Expr::col(value::Column::NumberValue);
    let rows: Vec<Row> = value::Entity::find()
        .select_only()
        .column(value::Column::FieldKey)
        .expr_as(Func::count(number()), "count")
        .expr_as(Func::sum(number()), "sum")
        .expr_as(Func::min(number()), "minimum")
        .expr_as(Func::max(number()), "maximum")
        .filter(value::Column::FormId.eq(query.form.id.uuid()))
        .filter(value::Column::FieldKey.is_in(keys))
        .filter(value::Column::NumberValue.is_not_null())
        .filter(value::Column::RecordId.in_subquery(ids))
        .group_by(value::Column::FieldKey)
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    let typed = |(key, count, sum, minimum, maximum)| {
        let count = u64::try_from(count).unwrap_or_default();
        FieldTotal { key, count, sum, average: None, minimum, maximum }
    };
    Ok(rows.into_iter().map(typed).collect())
}
