//! Some tables of a database into a snapshot: what is not to go back when an environment is put back.

use std::path::Path;

use kernel::{Error, Result};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};
use tempfile::TempDir;

use super::{
    copy::{Wanted, from_postgres},
    edit::writable,
};
use crate::{OpenError, TenantDb, database::Engine, files::at_path};

/// Brings `into` up to date, has it hold in the `kept` tables what `from` holds in them at this moment, and nothing in
/// the `emptied` ones. Fails when a row then names one that is not there, and when a newer program made `into`.
pub async fn carry_over(
    into: &Path,
    from: &TenantDb,
    (kept, emptied): (&[&str], &[&str]),
) -> Result<(), OpenError> {
    let writer = Box::pin(writable(into)).await?;
    let carried = async {
        match from.engine() {
            Engine::Sqlite => carry(&writer, &super::file_of(from).await?, (kept, emptied)).await,
            Engine::Postgres => {
                let parent = into.parent().ok_or_else(|| Error::internal("a file without a folder"))?;
                let folder = TempDir::new_in(parent).map_err(|error| at_path(parent, error))?;
                let file = folder.path().join("kept.sqlite");
                from_postgres(from.begin_snapshot().await?, (&file, Wanted::RowsOf(kept))).await?;
                carry(&writer, &file, (kept, emptied)).await
            }
        }
    };
    let carried = carried.await;
    writer.close().await?;
    carried.map_err(OpenError::other)
}

async fn carry(db: &DatabaseConnection, from: &Path, (kept, emptied): (&[&str], &[&str])) -> Result<()> {
    attach(db, (from, "current")).await?;
    // Not an immediate one: that would lock the other database as well, in which people go on working.
    run(db, "BEGIN").await?;
    for table in kept {
        let columns = columns(db, table).await.map_err(Error::internal)?;
        run(db, &format!("DELETE FROM main.\"{table}\"")).await?;
        let copy =
            format!("INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM current.\"{table}\"");
        run(db, &copy).await?;
    }
    for table in emptied {
        run(db, &format!("DELETE FROM main.\"{table}\"")).await?;
    }
    let dangling = Statement::from_string(DbBackend::Sqlite, "PRAGMA main.foreign_key_check");
    if let Some(row) = db.query_one_raw(dangling).await.map_err(Error::internal)? {
        let (table, parent): (String, String) =
            (row.try_get_by_index(0).unwrap_or_default(), row.try_get_by_index(2).unwrap_or_default());
        return Err(Error::internal(format!(
            "a row of `{table}` would name one of `{parent}` that is not there"
        )));
    }
    run(db, "COMMIT").await?;
    run(db, "DETACH current").await
}

/// Has statements reach another file under a name, and rows come in any order.
pub(super) async fn attach(db: &DatabaseConnection, (file, name): (&Path, &str)) -> Result<()> {
    let path = file.to_str().ok_or_else(|| Error::internal("a path that is no UTF-8"))?;
    run(db, "PRAGMA foreign_keys = OFF").await?;
    let sql = format!("ATTACH ? AS {name}");
    let attach = Statement::from_sql_and_values(DbBackend::Sqlite, sql, [path.into()]);
    db.execute_raw(attach).await.map(drop).map_err(Error::internal)
}

/// The columns of a table, for a statement.
pub(super) async fn columns(db: &DatabaseConnection, table: &str) -> Result<String, DbErr> {
    let sql = "SELECT group_concat('\"' || name || '\"', ', ') FROM pragma_table_info(?)";
    let row =
        db.query_one_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, [table.into()])).await?;
    row.map(|row| row.try_get_by_index(0)).transpose().map(Option::unwrap_or_default)
}

pub(super) async fn run(db: &DatabaseConnection, sql: &str) -> Result<()> {
    db.execute_unprepared(sql).await.map(drop).map_err(Error::internal)
}
