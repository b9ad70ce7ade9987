//! Columns as they travel between SQLite and PostgreSQL.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};
use uuid::Uuid;

/// Rows read and written at a time.
const BATCH: usize = 500;
/// SQLite takes this many parameters in one statement, PostgreSQL twice as many.
const MAX_PARAMETERS: usize = 32_766;

/// A column as PostgreSQL has it: SQLite's declarations tell less.
pub(super) struct Column {
    pub(super) name: String,
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

impl Column {
    /// What a row of either engine holds in this column, which is the one at `index`.
    pub(super) fn value(&self, row: &QueryResult, index: usize) -> Result<Value, DbErr> {
        value(row, index, self.kind)
    }
}

/// The names of columns, quoted, for a statement.
pub(super) fn quoted(columns: &[Column]) -> String {
    columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ")
}

/// How many rows go into one statement.
pub(super) fn rows_at_once(columns: &[Column]) -> usize {
    BATCH.min(MAX_PARAMETERS / columns.len().max(1))
}

/// One statement that writes rows of either engine into a table of another one. By hand: building it of expressions
/// takes longer than the engine takes to run it.
pub(super) fn insert(
    backend: DbBackend,
    (table, columns): (&str, &[Column]),
    rows: &[QueryResult],
) -> Result<Statement, DbErr> {
    let mut values = Vec::with_capacity(rows.len() * columns.len());
    let mut places = String::new();
    for (number, row) in rows.iter().enumerate() {
        places.push_str(if number == 0 { "(" } else { "), (" });
        for (index, column) in columns.iter().enumerate() {
            values.push(column.value(row, index)?);
            places.push_str(if index == 0 { "" } else { ", " });
            if backend == DbBackend::Postgres {
                places.push('$');
                places.push_str(&values.len().to_string());
            } else {
                places.push('?');
            }
        }
    }
    let sql = format!("INSERT INTO \"{table}\" ({}) VALUES {places})", quoted(columns));
    Ok(Statement::from_sql_and_values(backend, sql, values))
}

/// The columns of a table on PostgreSQL.
pub(super) async fn columns(source: &impl ConnectionTrait, table: &str) -> Result<Vec<Column>, DbErr> {
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
