//! From PostgreSQL to SQLite, table by table, in one repeatable-read transaction.

use std::path::Path;

use kernel::{Error, Result};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, Statement, TransactionTrait,
};

use super::{
    column::{self, Column},
    helpers::{self, Helpers},
};
use crate::error::database_error;

/// What goes into the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted<'a> {
    /// All that a database of SQLite has.
    Everything,
    /// The rows of all tables, without what makes finding them quick.
    Rows,
    /// The rows of these tables; all others stay empty.
    RowsOf(&'a [&'a str]),
}

impl Wanted<'_> {
    fn has(self, table: &str) -> bool {
        match self {
            Self::Everything | Self::Rows => true,
            Self::RowsOf(tables) => tables.contains(&table),
        }
    }
}

/// Copies what a transaction on PostgreSQL sees to a new SQLite file.
pub(crate) async fn from_postgres(
    source: DatabaseTransaction,
    (file, wanted): (&Path, Wanted<'_>),
) -> Result<()> {
    let target = super::empty(file).await?;
    let outcome = copy(&source, &target, wanted).await;
    source.rollback().await.map_err(database_error)?;
    outcome.map_err(database_error)?;
    target.close().await.map_err(Error::internal)
}

async fn copy(
    source: &DatabaseTransaction,
    target: &DatabaseConnection,
    wanted: Wanted<'_>,
) -> Result<(), DbErr> {
    // Rows may come before those they point to.
    target.execute_unprepared("PRAGMA foreign_keys = OFF").await?;
    target.execute_unprepared(helpers::UNSAFE).await?;
    let writing = target.begin().await?;
    let helpers = Helpers::take_down(&writing).await?;
    for table in super::table_names(&writing).await?.into_iter().filter(|table| wanted.has(table)) {
        let columns = column::columns(source, &table).await?;
        copy_table(source, &writing, (&table, &columns)).await?;
    }
    match wanted {
        Wanted::Everything => helpers.put_up(&writing).await?,
        Wanted::Rows | Wanted::RowsOf(_) => helpers.leave_out(&writing).await?,
    }
    writing.commit().await?;
    target.execute_unprepared("PRAGMA foreign_keys = ON").await?;
    Ok(())
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
