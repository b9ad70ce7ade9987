//! A copy of an environment's database, as it is at one moment, in a SQLite file of the same schema.

mod carry;
pub(crate) mod changes;
mod column;
mod copy;
mod cursor;
mod edit;
mod file;
mod helpers;
mod load;
mod rebuild;
mod tables;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use kernel::{Error, Result, TenantId};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use tempfile::TempDir;

use crate::{
    TenantDb, TenantKey,
    database::{
        Engine,
        connect::{self, Missing},
        migrate,
    },
    error::database_error,
    files::{at_path, create_private_dir},
    tenant_db::Connections,
};

pub use carry::carry_over;
pub(crate) use copy::{Wanted, from_postgres};
pub(crate) use edit::writable;
pub use file::{Damage, Snapshot};
pub(crate) use helpers::complete;
pub(crate) use load::into_postgres;
pub use rebuild::{RebuildError, rebuild};
pub use tables::TableDigest;

/// The folder beside an environment's database where copies live for a while.
const FOLDER: &str = "copies";

/// A copy this old is used by nobody: services keep one for minutes.
const LEFT_BEHIND: Duration = Duration::from_hours(24);

/// A copy of a database that can be read and written like the database itself. It is in a folder of its own,
/// which goes with the last use of it.
pub(crate) struct Copy {
    pub(crate) tenant: TenantId,
    pub(crate) connections: Connections,
    // Goes with it.
    _folder: Option<TempDir>,
}

impl TenantDb {
    /// Writes everything the database holds at this moment to a new SQLite file. Users notice nothing: SQLite
    /// copies behind a reader's back, PostgreSQL reads of one moment.
    pub async fn snapshot_to(&self, file: &Path) -> Result<()> {
        match self.engine() {
            Engine::Sqlite => vacuum_into(self, file).await,
            Engine::Postgres => from_postgres(self.begin_snapshot().await?, (file, Wanted::Everything)).await,
        }
    }

    /// The same, in a file that may have no more than the rows, which is made much sooner. It is given what it lacks
    /// where it is put in place of a database, or opened like one.
    pub async fn rows_to(&self, file: &Path) -> Result<()> {
        match self.engine() {
            Engine::Sqlite => vacuum_into(self, file).await,
            Engine::Postgres => from_postgres(self.begin_snapshot().await?, (file, Wanted::Rows)).await,
        }
    }

    /// A copy to look at, and to change without anybody noticing.
    pub async fn copy(&self) -> Result<Self> {
        let parent = self.folder().join(FOLDER);
        create_private_dir(&parent).await?;
        let folder = TempDir::new_in(&parent).map_err(|error| at_path(&parent, error))?;
        let file = folder.path().join("copy.db");
        self.snapshot_to(&file).await?;
        let of_copy = opened(&file, (self.tenant_id(), self.key().clone())).await?;
        Ok(Self::of_copy(Copy { _folder: Some(folder), ..of_copy }))
    }

    /// A file that a back-up held, brought up to date and opened like the database itself: to look whether everything
    /// in it works. What is written there is written nowhere else. Refused when a newer program made it.
    pub async fn of_file(file: &Path, (tenant, key): (TenantId, TenantKey)) -> Result<Self> {
        Ok(Self::of_copy(opened(file, (tenant, key)).await?))
    }
}

async fn opened(file: &Path, (tenant, key): (TenantId, TenantKey)) -> Result<Copy> {
    let writer = Box::pin(writable(file)).await.map_err(Error::internal)?;
    Box::pin(complete(&writer)).await.map_err(Error::internal)?;
    // Nothing in here has to survive a power cut, and what is undone goes in no order.
    let settings = "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF";
    writer.execute_unprepared(settings).await.map_err(Error::internal)?;
    let readers = connect::sqlite_readers(file, READERS);
    let folder = file.parent().unwrap_or(file).to_owned();
    let connections = Connections { engine: Engine::Sqlite, writer, readers, key, folder };
    Ok(Copy { tenant, connections, _folder: None })
}

/// Connections that read a copy at once.
const READERS: u32 = 4;

/// Removes copies that a server left behind when it was killed.
pub(crate) async fn remove_leftovers(tenant_dir: &Path) {
    let Ok(mut copies) = tokio::fs::read_dir(tenant_dir.join(FOLDER)).await else { return };
    while let Ok(Some(copy)) = copies.next_entry().await {
        let made = copy.metadata().await.and_then(|data| data.modified());
        if made.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > LEFT_BEHIND))
            && let Err(error) = tokio::fs::remove_dir_all(copy.path()).await
        {
            tracing::warn!(%error, path = %copy.path().display(), "a left copy cannot be removed");
        }
    }
}

async fn vacuum_into(db: &TenantDb, file: &Path) -> Result<()> {
    let into = file.to_str().ok_or_else(|| Error::internal("a path that is no UTF-8"))?;
    // Beside the others: readers may write nowhere, and the writer has better things to do.
    let copier = connect::sqlite_copier(&file_of(db).await?);
    let statement = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [into.into()]);
    let outcome = copier.execute_raw(statement).await.map_err(database_error);
    copier.close().await.map_err(Error::internal)?;
    outcome.map(drop)
}

/// Where a database on SQLite lies.
async fn file_of(db: &TenantDb) -> Result<PathBuf> {
    let name = Statement::from_string(
        DbBackend::Sqlite,
        "SELECT file FROM pragma_database_list WHERE name = 'main'",
    );
    let row = db.read().query_one_raw(name).await.map_err(database_error)?;
    let row = row.ok_or_else(|| Error::internal("a database without a file"))?;
    row.try_get_by_index::<String>(0).map(PathBuf::from).map_err(Error::internal)
}

/// A new SQLite file with the tables of an environment, and nothing in them.
async fn empty(file: &Path) -> Result<sea_orm::DatabaseConnection> {
    let writer = connect::sqlite_writer(file, Missing::Create).await.map_err(Error::internal)?;
    migrate::<migrations::tenant::Migrator>(&writer).await.map_err(Error::internal)?;
    Ok(writer)
}

/// The tables of a SQLite database of an environment that hold its data. Virtual tables and their shadows are left out:
/// they are made of what the others hold. So are the notes of what changes.
const TABLES: &str = "SELECT name FROM pragma_table_list \
                      WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' \
                      AND name NOT GLOB 'changed_*' AND name NOT IN ('seaql_migrations', 'fence')";

/// Their names, in order.
async fn table_names(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = format!("SELECT name FROM ({TABLES}) ORDER BY name");
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// The one number a query yields, on either engine; 0 when there is no row.
async fn number(db: &impl ConnectionTrait, sql: &str) -> Result<i64, DbErr> {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    row.map(|row| row.try_get_by_index(0)).transpose().map(Option::unwrap_or_default)
}
