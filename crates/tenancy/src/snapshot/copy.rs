//! From PostgreSQL to SQLite, table by table, in one repeatable-read transaction.

use std::path::Path;

use kernel::{Error, Result};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, Statement, TransactionTrait,
    sea_query::{Alias, Expr, Query, SimpleExpr, SqliteQueryBuilder},
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
    // Rows may come before those they point to.
    target.execute_unprepared("PRAGMA foreign_keys = OFF").await?;
    let writing = target.begin().await?;
    for table in super::table_names(&writing).await? {
        let columns = column::columns(source, &table).await?;
        copy_table(source, &writing, (&table, &columns)).await?;
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
    let batch = column::rows_at_once(columns);
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
                .map(|(index, column)| Ok(Expr::value(column.value(row, index)?)))
                .collect::<Result<_, DbErr>>()?;
            insert.values_panic(values);
        }
        let (sql, values) = insert.build(SqliteQueryBuilder);
        target.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await?;
    }
    source.execute_unprepared(&format!("CLOSE {cursor}")).await?;
    Ok(())
}
