//! From PostgreSQL to SQLite, table by table, in one repeatable-read transaction.

use std::path::Path;

use kernel::{Error, Result};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, Statement, TransactionTrait,
};

use super::column::{self, Column};
use crate::error::database_error;

/// Copies what a transaction on PostgreSQL sees to a new SQLite file.
pub(crate) async fn from_postgres(source: DatabaseTransaction, file: &Path) -> Result<()> {
    let target = super::empty(file).await?;
    let outcome = copy(&source, &target).await;
    source.rollback().await.map_err(database_error)?;
    outcome.map_err(database_error)?;
    target.close().await.map_err(Error::internal)
}

async fn copy(source: &DatabaseTransaction, target: &DatabaseConnection) -> Result<(), DbErr> {
    // Rows may come before those they point to. A file that is not finished is thrown away: nothing has to outlive
    // a power cut, or be taken back.
    let settings = "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; \
                    PRAGMA cache_size = -65536";
    target.execute_unprepared(settings).await?;
    let writing = target.begin().await?;
    let indexes = indexes(&writing).await?;
    for (name, _) in &indexes {
        writing.execute_unprepared(&format!("DROP INDEX \"{name}\"")).await?;
    }
    for table in super::table_names(&writing).await? {
        let columns = column::columns(source, &table).await?;
        copy_table(source, &writing, (&table, &columns)).await?;
    }
    // Of all rows at once they take a part of the time that they take row by row.
    for (_, definition) in &indexes {
        writing.execute_unprepared(definition).await?;
    }
    writing.commit().await?;
    target.execute_unprepared("PRAGMA foreign_keys = ON").await?;
    Ok(())
}

/// The indexes that were made by a statement of their own, and that statement.
async fn indexes(target: &DatabaseTransaction) -> Result<Vec<(String, String)>, DbErr> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
    let rows = target.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
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
    let batch = column::rows_at_once(columns);
    let fetch = format!("FETCH {batch} FROM {cursor}");
    loop {
        let rows = source.query_all_raw(Statement::from_string(DbBackend::Postgres, fetch.clone())).await?;
        if rows.is_empty() {
            break;
        }
        target.execute_raw(column::insert(DbBackend::Sqlite, (table, columns), &rows)?).await?;
    }
    source.execute_unprepared(&format!("CLOSE {cursor}")).await?;
    Ok(())
}
