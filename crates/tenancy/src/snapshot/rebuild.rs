//! A file from outside, copied row by row into a database of our own making.
//!
//! What is in such a file beside rows (triggers, views, columns that compute) comes from a stranger and would run
//! whenever we touch it. So nothing but rows of ordinary tables is read, and the file itself is never used.

use std::{collections::BTreeSet, path::Path};

use kernel::Error;
use migrations::schema_version;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, QueryResult, Statement, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use super::helpers::Helpers;
use crate::database::connect::{self, Missing};

/// The most migrations a file may name.
const MAX_MIGRATIONS: usize = 10_000;

/// Why a file from outside was not taken over.
#[derive(Debug, thiserror::Error)]
pub enum RebuildError {
    /// A newer program made it.
    #[error("it was made at {database}, this program only knows up to {program}: use the newer program")]
    Newer {
        /// The newest migration the file has had.
        database: String,
        /// The newest migration this program knows.
        program: String,
    },
    /// It is no database of an environment, or not the one it says it is.
    #[error("it is not a database of an environment: {0}")]
    Foreign(String),
    /// A row does not fit the tables, or the file is damaged.
    #[error("its rows cannot be read: {0}")]
    Rows(#[source] DbErr),
    /// The disk, or this program.
    #[error(transparent)]
    Product(#[from] Error),
}

/// Makes `target` with the tables that the program of `source` had, and with the rows of those that are wanted. The
/// tables are not brought up to date: what was said of the rows of the source can be compared first.
///
/// `target` must not be there yet.
pub async fn rebuild(
    (source, target): (&Path, &Path),
    is_wanted: impl Fn(&str) -> bool,
) -> Result<(), RebuildError> {
    let steps = migrations_of(source).await?;
    let writer = connect::sqlite_writer(target, Missing::Create).await.map_err(Error::internal)?;
    migrations::tenant::Migrator::up(&writer, Some(steps)).await.map_err(Error::internal)?;
    let from = source.to_str().ok_or_else(|| Error::internal("a path that is no UTF-8"))?;
    let attach =
        Statement::from_sql_and_values(DbBackend::Sqlite, "ATTACH DATABASE ? AS given", [from.into()]);
    writer
        .execute_unprepared(&format!("{SUSPICION}; PRAGMA foreign_keys = OFF"))
        .await
        .map_err(Error::internal)?;
    writer.execute_raw(attach).await.map_err(RebuildError::Rows)?;
    // One transaction, so that it is one connection: the file is attached to that one alone.
    let transaction = writer.begin().await.map_err(Error::internal)?;
    let helpers = Helpers::take_down(&transaction).await.map_err(Error::internal)?;
    for table in super::table_names(&transaction).await.map_err(Error::internal)? {
        if is_wanted(&table) {
            copy(&transaction, &table).await?;
        }
    }
    // A stranger's rows may break a rule of ours.
    helpers.put_up(&transaction).await.map_err(RebuildError::Rows)?;
    transaction.commit().await.map_err(Error::internal)?;
    // All of it into the one file.
    writer.execute_unprepared("DETACH given; PRAGMA journal_mode = DELETE").await.map_err(Error::internal)?;
    writer.close().await.map_err(Error::internal)?;
    Ok(())
}

/// What is said to SQLite before a file of a stranger is read: its schema may call nothing that has effects, and its
/// pages are not believed.
const SUSPICION: &str = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON";

/// How many of our migrations a file has had.
async fn migrations_of(source: &Path) -> Result<u32, RebuildError> {
    let given = connect::sqlite_readers(source, 1);
    let read = async {
        given.execute_unprepared(SUSPICION).await?;
        let kind = "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = 'seaql_migrations'";
        let kind = given.query_one_raw(Statement::from_string(DbBackend::Sqlite, kind)).await?;
        let is_table =
            matches!(kind.map(|row| row.try_get_by_index::<String>(0)), Some(Ok(kind)) if kind == "table");
        if !is_table {
            return Ok(None);
        }
        let sql = format!("SELECT version FROM seaql_migrations LIMIT {}", MAX_MIGRATIONS + 1);
        let rows = given.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
        rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<BTreeSet<String>, DbErr>>().map(Some)
    };
    let applied = read.await;
    given.close().await.map_err(Error::internal)?;
    let Some(applied) = applied.map_err(RebuildError::Rows)? else {
        return Err(RebuildError::Foreign("it does not say which tables it has".to_owned()));
    };
    let known: Vec<String> = migrations::tenant::Migrator::migrations()
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect();
    if let Some(newest) = applied.iter().rfind(|version| !known.contains(version)) {
        // What it says goes to a terminal.
        let database = newest.chars().filter(|c| !c.is_control()).take(100).collect();
        let program = schema_version::<migrations::tenant::Migrator>();
        return Err(RebuildError::Newer { database, program });
    }
    let is_beginning = known.iter().take(applied.len()).all(|version| applied.contains(version));
    match u32::try_from(applied.len()) {
        Ok(steps) if steps > 0 && is_beginning => Ok(steps),
        _ => Err(RebuildError::Foreign("its tables are those of no version".to_owned())),
    }
}

/// Copies one table of the file that is attached. `table` is a name of ours.
async fn copy(transaction: &DatabaseTransaction, table: &str) -> Result<(), RebuildError> {
    let ours = names(transaction, ("main", table)).await.map_err(Error::internal)?;
    let given = names(transaction, ("given", table)).await.map_err(RebuildError::Rows)?;
    if ours.is_none() || ours != given {
        return Err(RebuildError::Foreign(format!("its table `{table}` is another one")));
    }
    let columns: Vec<String> = ours.into_iter().flatten().map(|name| format!("\"{name}\"")).collect();
    let columns = columns.join(", ");
    // No index of the stranger's is believed.
    let sql = format!(
        "INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM given.\"{table}\" NOT INDEXED"
    );
    transaction.execute_unprepared(&sql).await.map(drop).map_err(RebuildError::Rows)
}

/// The names of a table's columns; `None` when it is no ordinary table, or when one of them computes.
async fn names(
    db: &impl ConnectionTrait,
    (schema, table): (&str, &str),
) -> Result<Option<BTreeSet<String>>, DbErr> {
    let kind = "SELECT type FROM pragma_table_list WHERE schema = ? AND name = ?";
    let columns = "SELECT name, hidden FROM pragma_table_xinfo(?2, ?1)";
    let ask =
        |sql: &str| Statement::from_sql_and_values(DbBackend::Sqlite, sql, [schema.into(), table.into()]);
    let kind = db.query_one_raw(ask(kind)).await?;
    match kind.map(|row| row.try_get_by_index::<String>(0)).transpose()? {
        Some(kind) if kind == "table" => {}
        _ => return Ok(None),
    }
    let plain = |row: &QueryResult| -> Result<Option<String>, DbErr> {
        let (name, hidden): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        Ok((hidden == 0).then_some(name))
    };
    let rows = db.query_all_raw(ask(columns)).await?;
    rows.iter().map(plain).collect()
}
