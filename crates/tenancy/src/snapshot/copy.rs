//! From PostgreSQL to SQLite, table by table, in one repeatable-read transaction.

use std::path::Path;

use kernel::{Error, Result};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, Statement, TransactionTrait,
};

use super::column::{self, Column};
use crate::error::database_error;

/// What the file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To be used like the database itself.
    Use,
    /// To compare its rows with those of another one: whatever makes finding them quick is left out.
    Compare,
}

/// Copies what a transaction on PostgreSQL sees to a new SQLite file.
pub(crate) async fn from_postgres(
    source: DatabaseTransaction,
    (file, purpose): (&Path, Purpose),
) -> Result<()> {
    let target = super::empty(file).await?;
    let outcome = copy(&source, &target, purpose).await;
    source.rollback().await.map_err(database_error)?;
    outcome.map_err(database_error)?;
    target.close().await.map_err(Error::internal)
}

async fn copy(
    source: &DatabaseTransaction,
    target: &DatabaseConnection,
    purpose: Purpose,
) -> Result<(), DbErr> {
    // Rows may come before those they point to. A file that is not finished is thrown away: nothing has to outlive
    // a power cut, or be taken back. One thread sorts for an index while another one reads.
    let settings = "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; \
                    PRAGMA cache_size = -65536; PRAGMA threads = 1";
    target.execute_unprepared(settings).await?;
    let writing = target.begin().await?;
    let helpers = helpers(&writing).await?;
    for Helper { kind, name, .. } in &helpers {
        writing.execute_unprepared(&format!("DROP {kind} \"{name}\"")).await?;
    }
    for table in super::table_names(&writing).await? {
        let columns = column::columns(source, &table).await?;
        copy_table(source, &writing, (&table, &columns)).await?;
    }
    if purpose == Purpose::Use {
        // Of all rows at once they take a part of the time that they take row by row.
        writing.execute_unprepared(migrations::tenant::FILL_SEARCH).await?;
        for Helper { definition, .. } in &helpers {
            writing.execute_unprepared(definition).await?;
        }
    }
    writing.commit().await?;
    target.execute_unprepared("PRAGMA foreign_keys = ON").await?;
    Ok(())
}

/// An index or a trigger that was made by a statement of its own.
struct Helper {
    kind: String,
    name: String,
    definition: String,
}

async fn helpers(target: &DatabaseTransaction) -> Result<Vec<Helper>, DbErr> {
    let sql = "SELECT type, name, sql FROM sqlite_schema \
               WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name";
    let rows = target.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    rows.iter()
        .map(|row| {
            let (kind, name, definition) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            Ok(Helper { kind, name, definition })
        })
        .collect()
}

async fn copy_table(
    source: &DatabaseTransaction,
    target: &DatabaseTransaction,
    (table, columns): (&str, &[Column]),
) -> Result<(), DbErr> {
    let names = column::quoted(columns);
    // A name of its own: sqlx remembers by the text of a statement what its rows look like.
    let cursor = format!("\"copy of {table}\"");
    let declare = format!("DECLARE {cursor} NO SCROLL CURSOR FOR SELECT {names} FROM \"{table}\"");
    source.execute_unprepared(&declare).await?;
    let fetch = format!("FETCH {} FROM {cursor}", column::rows_at_once(columns));
    let fetch = || source.query_all_raw(Statement::from_string(DbBackend::Postgres, fetch.clone()));
    let mut rows = fetch().await?;
    while !rows.is_empty() {
        let write = async { target.execute_raw(column::insert((table, columns), &rows)?).await };
        // One engine reads the next rows while the other one writes these.
        (rows, _) = tokio::try_join!(fetch(), write)?;
    }
    source.execute_unprepared(&format!("CLOSE {cursor}")).await?;
    Ok(())
}
