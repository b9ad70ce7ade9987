//! From PostgreSQL to SQLite, table by table, in one repeatable-read transaction.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, Result};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, QueryResult, Statement,
    TransactionTrait, Value,
    sea_query::{Alias, Expr, Query, SimpleExpr, SqliteQueryBuilder},
};
use uuid::Uuid;

use crate::{TenantDb, error::database_error};

/// Rows read and written at a time.
const BATCH: usize = 500;
/// SQLite takes this many parameters in one statement.
const MAX_PARAMETERS: usize = 32_766;

/// Copies what a transaction on PostgreSQL sees to a new SQLite file.
pub(super) async fn from_postgres(db: &TenantDb, file: &Path) -> Result<()> {
    let target = super::empty(file).await?;
    let source = db.begin_snapshot().await?;
    let outcome = copy(&source, &target).await;
    source.rollback().await.map_err(database_error)?;
    outcome.map_err(database_error)?;
    target.close().await.map_err(Error::internal)
}

/// A column as PostgreSQL has it: SQLite's declarations tell less.
struct Column {
    name: String,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Uuid,
    Text,
    Json,
    Instant,
    Date,
    SmallInteger,
    Integer,
    BigInteger,
    Boolean,
    Double,
    Bytes,
}

async fn copy(source: &DatabaseTransaction, target: &DatabaseConnection) -> Result<(), DbErr> {
    // Rows may come before those they point to.
    target.execute_unprepared("PRAGMA foreign_keys = OFF").await?;
    let writing = target.begin().await?;
    for table in super::table_names(&writing).await? {
        let columns = columns(source, &table).await?;
        copy_table(source, &writing, (&table, &columns)).await?;
    }
    writing.commit().await?;
    target.execute_unprepared("PRAGMA foreign_keys = ON").await?;
    Ok(())
}

async fn columns(source: &DatabaseTransaction, table: &str) -> Result<Vec<Column>, DbErr> {
    let sql = "SELECT column_name::text, udt_name::text FROM information_schema.columns \
               WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position";
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [table.into()]);
    let rows = source.query_all_raw(statement).await?;
    rows.iter()
        .map(|row| {
            let (name, udt): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let kind = kind(&udt).ok_or_else(|| DbErr::Custom(format!("{table}.{name} is {udt}")))?;
            Ok(Column { name, kind })
        })
        .collect()
}

fn kind(udt: &str) -> Option<Kind> {
    Some(match udt {
        "uuid" => Kind::Uuid,
        "text" | "varchar" => Kind::Text,
        "json" | "jsonb" => Kind::Json,
        "timestamptz" => Kind::Instant,
        "date" => Kind::Date,
        "int2" => Kind::SmallInteger,
        "int4" => Kind::Integer,
        "int8" => Kind::BigInteger,
        "bool" => Kind::Boolean,
        "float8" => Kind::Double,
        "bytea" => Kind::Bytes,
        _ => return None,
    })
}

async fn copy_table(
    source: &DatabaseTransaction,
    target: &DatabaseTransaction,
    (table, columns): (&str, &[Column]),
) -> Result<(), DbErr> {
    let names = columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ");
    // A name of its own: sqlx remembers by the text of a statement what its rows look like.
    let cursor = format!("\"copy of {table}\"");
    let declare = format!("DECLARE {cursor} NO SCROLL CURSOR FOR SELECT {names} FROM \"{table}\"");
    source.execute_unprepared(&declare).await?;
    let batch = BATCH.min(MAX_PARAMETERS / columns.len().max(1));
    let fetch = format!("FETCH {batch} FROM {cursor}");
    loop {
        let rows = source.query_all_raw(Statement::from_string(DbBackend::Postgres, fetch.clone())).await?;
        if rows.is_empty() {
            break;
        }
        let mut insert = Query::insert();
        insert.into_table(Alias::new(table)).columns(columns.iter().map(|column| Alias::new(&column.name)));
        for row in &rows {
            let values: Vec<SimpleExpr> = columns
                .iter()
                .enumerate()
                .map(|(index, column)| Ok(Expr::value(value(row, index, column.kind)?)))
                .collect::<Result<_, DbErr>>()?;
            insert.values_panic(values);
        }
        let (sql, values) = insert.build(SqliteQueryBuilder);
        target.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await?;
    }
    source.execute_unprepared(&format!("CLOSE {cursor}")).await?;
    Ok(())
}

fn value(row: &QueryResult, index: usize, kind: Kind) -> Result<Value, DbErr> {
    Ok(match kind {
        Kind::Uuid => row.try_get_by_index::<Option<Uuid>>(index)?.into(),
        Kind::Text => row.try_get_by_index::<Option<String>>(index)?.into(),
        Kind::Json => row.try_get_by_index::<Option<serde_json::Value>>(index)?.into(),
        Kind::Instant => row.try_get_by_index::<Option<DateTime<Utc>>>(index)?.into(),
        Kind::Date => row.try_get_by_index::<Option<NaiveDate>>(index)?.into(),
        Kind::SmallInteger => row.try_get_by_index::<Option<i16>>(index)?.into(),
        Kind::Integer => row.try_get_by_index::<Option<i32>>(index)?.into(),
        Kind::BigInteger => row.try_get_by_index::<Option<i64>>(index)?.into(),
        Kind::Boolean => row.try_get_by_index::<Option<bool>>(index)?.into(),
        Kind::Double => row.try_get_by_index::<Option<f64>>(index)?.into(),
        Kind::Bytes => row.try_get_by_index::<Option<Vec<u8>>>(index)?.into(),
    })
}
