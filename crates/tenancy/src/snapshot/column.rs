//! Columns as they travel between SQLite and PostgreSQL.

use std::fmt::Write;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};
use uuid::Uuid;

/// Rows read and written at a time.
const BATCH: usize = 500;
/// SQLite takes this many parameters in one statement.
const MAX_PARAMETERS: usize = 32_766;

/// A column as PostgreSQL has it: SQLite's declarations tell less.
#[derive(Clone)]
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

/// The names of columns, quoted, for a statement.
pub(super) fn quoted(columns: &[Column]) -> String {
    columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ")
}

/// How many rows go into one statement.
pub(super) fn rows_at_once(columns: &[Column]) -> usize {
    BATCH.min(MAX_PARAMETERS / columns.len().max(1))
}

/// One statement that writes rows of PostgreSQL into a table of SQLite. By hand: building it of expressions takes longer
/// than the engine takes to run it.
pub(super) fn insert((table, columns): (&str, &[Column]), rows: &[QueryResult]) -> Result<Statement, DbErr> {
    let mut values = Vec::with_capacity(rows.len() * columns.len());
    for row in rows {
        for (index, column) in columns.iter().enumerate() {
            values.push(value(row, index, column.kind)?);
        }
    }
    let row = format!("({})", vec!["?"; columns.len()].join(", "));
    let rows = vec![row.as_str(); rows.len()].join(", ");
    let sql = format!("INSERT INTO \"{table}\" ({}) VALUES {rows}", quoted(columns));
    Ok(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values))
}

/// Adds a row to what a `COPY … FROM STDIN` of PostgreSQL reads: text, a tab between columns, `\N` for null. The same row
/// makes the same line, whichever engine it comes from.
pub(super) fn copy_line(columns: &[Column], row: &QueryResult, lines: &mut String) -> Result<(), DbErr> {
    for (index, column) in columns.iter().enumerate() {
        lines.push_str(if index == 0 { "" } else { "\t" });
        match text(row, index, column.kind)? {
            Some(text) => escape(&text, lines),
            None => lines.push_str("\\N"),
        }
    }
    lines.push('\n');
    Ok(())
}

fn escape(text: &str, line: &mut String) {
    for c in text.chars() {
        match c {
            '\\' => line.push_str("\\\\"),
            '\t' => line.push_str("\\t"),
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            c => line.push(c),
        }
    }
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

/// What a row holds, as PostgreSQL reads it.
fn text(row: &QueryResult, index: usize, kind: Kind) -> Result<Option<String>, DbErr> {
    Ok(match kind {
        Kind::Uuid => row.try_get_by_index::<Option<Uuid>>(index)?.map(|id| id.to_string()),
        Kind::Json if row.try_as_pg_row().is_some() => {
            row.try_get_by_index::<Option<serde_json::Value>>(index)?.map(|json| json.to_string())
        }
        Kind::Text | Kind::Json => row.try_get_by_index(index)?,
        Kind::Instant => {
            row.try_get_by_index::<Option<DateTime<Utc>>>(index)?.map(microseconds).transpose()?
        }
        Kind::Date => row.try_get_by_index::<Option<NaiveDate>>(index)?.map(|day| day.to_string()),
        Kind::SmallInteger => row.try_get_by_index::<Option<i16>>(index)?.map(|number| number.to_string()),
        Kind::Integer => row.try_get_by_index::<Option<i32>>(index)?.map(|number| number.to_string()),
        Kind::BigInteger => row.try_get_by_index::<Option<i64>>(index)?.map(|number| number.to_string()),
        Kind::Boolean => row.try_get_by_index::<Option<bool>>(index)?.map(|truth| truth.to_string()),
        // As short as reads back to the same number.
        Kind::Double => row.try_get_by_index::<Option<f64>>(index)?.map(|number| number.to_string()),
        Kind::Bytes => row.try_get_by_index::<Option<Vec<u8>>>(index)?.map(|bytes| hexadecimal(&bytes)),
    })
}

/// PostgreSQL keeps no less; what would be cut off is refused.
fn microseconds(at: DateTime<Utc>) -> Result<String, DbErr> {
    if at.timestamp_subsec_nanos().is_multiple_of(1_000) {
        Ok(at.to_rfc3339_opts(SecondsFormat::Micros, true))
    } else {
        Err(DbErr::Custom(format!("{at} is finer than microseconds")))
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let begin = String::with_capacity(2 + 2 * bytes.len()) + "\\x";
    bytes.iter().fold(begin, |mut text, byte| {
        // Writing to a text always works.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
