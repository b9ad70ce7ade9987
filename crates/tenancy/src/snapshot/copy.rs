//! From PostgreSQL to SQLite, table by table, in one repeatable-read transaction.

use std::path::Path;

use kernel::{Error, Result};
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, TransactionTrait};

use super::{
    column,
    cursor::{Cursor, Selection},
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
        let all = Selection { name: &table, from: &format!("\"{table}\""), columns: &columns };
        copy_rows(source, all, (&writing, &table)).await?;
    }
    match wanted {
        Wanted::Everything => helpers.put_up(&writing).await?,
        Wanted::Rows | Wanted::RowsOf(_) => helpers.leave_out(&writing).await?,
    }
    writing.commit().await?;
    target.execute_unprepared("PRAGMA foreign_keys = ON").await?;
    Ok(())
}

/// Copies rows into a table of SQLite. Returns how many.
pub(super) async fn copy_rows(
    source: &DatabaseTransaction,
    selection: Selection<'_>,
    (target, table): (&DatabaseTransaction, &str),
) -> Result<u64, DbErr> {
    let (columns, mut copied) = (selection.columns, 0);
    let cursor = Cursor::open(source, selection).await?;
    let mut rows = cursor.next().await?;
    let mut statement = None;
    while !rows.is_empty() || statement.is_some() {
        copied += rows.len() as u64;
        let write = async {
            match statement.take() {
                Some(statement) => target.execute_raw(statement).await.map(drop),
                None => Ok(()),
            }
        };
        let make = async { (!rows.is_empty()).then(|| column::insert((table, columns), &rows)).transpose() };
        // While one engine writes these rows and the other one reads ahead, the rows between them become a statement.
        ((), rows, statement) = tokio::try_join!(write, cursor.next(), make)?;
    }
    cursor.close().await?;
    Ok(copied)
}
