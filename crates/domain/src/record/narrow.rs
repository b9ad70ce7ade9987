//! The few records of a large register that a filter can mean, found before the list is gone through.
//!
//! A list is read in its order until a page is full, which is soon where many match, and never where few do. So it
//! is first asked of each condition that has an index how many rows there are, up to a bound: of few, the records
//! are named and no others are looked at. Neither database is left to guess: the one has no statistics, and those
//! of the other say nothing of what comes together.

use kernel::{Error, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, Statement,
    sea_query::{Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr},
};
use uuid::Uuid;

use super::{
    RecordFilter,
    condition::FieldQuestion,
    entity::{self, Column},
    search,
};
use crate::{Ctx, form::Form};

/// So many records are named at most: to look each of them up costs as much as it may take until a page is found
/// among a hundred thousand of which more match.
pub(crate) const FEW_RECORDS: u64 = 4_000;
/// No more conditions than these are asked.
const MOST_ASKED: usize = 6;

/// The records of `form` that can match, when they are few.
pub(super) async fn narrow(
    ctx: &Ctx,
    (form, filter): (&Form, &RecordFilter),
    questions: &[FieldQuestion],
) -> Result<Option<SimpleExpr>> {
    let mut found = Vec::new();
    if let Some(search) = &filter.search
        && let Some(query) = search::query_of(search)
        && ctx.read().get_database_backend() == DbBackend::Sqlite
    {
        found.extend(search_rows(ctx, query).await?.map(Few::Rows));
    }
    for way in ways(form, filter, questions) {
        found.extend(few_ids(ctx, way).await?.map(Few::Ids));
    }
    Ok(found.into_iter().min_by_key(Few::len).map(|few| few.condition(form)))
}

/// Which records each condition leaves, where an index tells.
fn ways(form: &Form, filter: &RecordFilter, questions: &[FieldQuestion]) -> Vec<SelectStatement> {
    let of_fields = questions
        .iter()
        .flat_map(|question| question.ways.iter().map(|way| question.select(form, way.clone())));
    let of_status = filter.status_keys.as_ref().map(|keys| {
        Query::select()
            .column(Column::Id)
            .from(entity::Entity)
            .and_where(Column::FormId.eq(form.id.uuid()))
            .and_where(Column::Status.is_in(keys))
            .take()
    });
    of_fields.chain(of_status).take(MOST_ASKED).collect()
}

/// Records, by what an index calls them.
enum Few {
    Ids(Vec<Uuid>),
    Rows(Vec<i64>),
}

impl Few {
    fn len(&self) -> usize {
        match self {
            Self::Ids(ids) => ids.len(),
            Self::Rows(rows) => rows.len(),
        }
    }

    fn condition(self, form: &Form) -> SimpleExpr {
        let is_named = match self {
            Self::Ids(ids) => Expr::col((entity::Entity, Column::Id)).is_in(ids),
            Self::Rows(rows) => Expr::col((entity::Entity, Column::SearchRow)).is_in(rows),
        };
        is_named.and(hidden(Column::FormId).eq(form.id.uuid()))
    }
}

/// A column as the result of a function: no database walks through an index of it in place of the few records.
pub(super) fn hidden(column: Column) -> SimpleExpr {
    let column = || Expr::col((entity::Entity, column));
    Func::coalesce([column(), column()]).into()
}

async fn few_ids(ctx: &Ctx, mut way: SelectStatement) -> Result<Option<Vec<Uuid>>> {
    way.limit(ctx.few_records() + 1);
    let rows = ctx.read().query_all(&way).await.map_err(Error::internal)?;
    if rows.len() as u64 > ctx.few_records() {
        return Ok(None);
    }
    let ids = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<Uuid>, _>>();
    let mut ids = ids.map_err(Error::internal)?;
    // A record has a row for each of its answers.
    ids.sort_unstable();
    ids.dedup();
    Ok(Some(ids))
}

async fn search_rows(ctx: &Ctx, query: String) -> Result<Option<Vec<i64>>> {
    let most = ctx.few_records();
    let sql = "SELECT rowid FROM record_search WHERE record_search MATCH ? LIMIT ?";
    let statement = Statement::from_sql_and_values(DbBackend::Sqlite, sql, [query.into(), (most + 1).into()]);
    let rows = ctx.read().query_all_raw(statement).await.map_err(Error::internal)?;
    if rows.len() as u64 > most {
        return Ok(None);
    }
    rows.iter()
        .map(|row| row.try_get_by_index(0))
        .collect::<Result<_, _>>()
        .map(Some)
        .map_err(Error::internal)
}
