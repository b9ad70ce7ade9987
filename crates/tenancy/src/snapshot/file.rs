//! A snapshot as a file that nobody writes to.

use std::{collections::BTreeMap, path::Path};

use kernel::{Error, Result};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, Statement};

use super::tables::{self, TableDigest};
use crate::database::connect;

/// As many as are used at the same time.
const CONNECTIONS: u32 = tables::TABLES_AT_ONCE;

/// What is wrong with a database as a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Its pages do not hang together.
    #[error("its pages do not hang together: {0}")]
    Pages(String),
    /// A row names another that is not there.
    #[error("a row of `{table}` names one of `{parent}` that is not there")]
    Dangling {
        /// The table of the row.
        table: String,
        /// The table it points to.
        parent: String,
    },
}

/// A snapshot of an environment's database, see [`TenantDb::snapshot_to`](crate::TenantDb::snapshot_to).
#[derive(Debug)]
pub struct Snapshot {
    db: DatabaseConnection,
}

impl Snapshot {
    /// Opens a file to read.
    #[must_use]
    pub fn open(file: &Path) -> Self {
        Self { db: connect::sqlite_readers(file, CONNECTIONS) }
    }

    /// The first thing that is wrong with it: SQLite's own check of every page and index, then every reference.
    pub async fn damage(&self) -> Result<Option<Damage>> {
        let pages: Option<String> = match self.first("PRAGMA integrity_check(1)").await {
            Ok(row) => row.and_then(|row| row.try_get_by_index(0).ok()),
            // So damaged that the check itself does not get through.
            Err(error) => Some(error.to_string()),
        };
        match pages {
            Some(told) if told == "ok" => {}
            told => return Ok(Some(Damage::Pages(told.unwrap_or_default()))),
        }
        let Some(row) = self.first("PRAGMA foreign_key_check").await.map_err(Error::internal)? else {
            return Ok(None);
        };
        let text = |index| row.try_get_by_index(index).map_err(Error::internal);
        Ok(Some(Damage::Dangling { table: text(0)?, parent: text(2)? }))
    }

    /// What is in every table, by name.
    pub async fn tables(&self) -> Result<BTreeMap<String, TableDigest>> {
        let names = super::table_names(&self.db).await.map_err(Error::internal)?;
        tables::digest(self.db.get_sqlite_connection_pool(), names).await.map_err(Error::internal)
    }

    /// The newest migration it has had, e.g. `m0004_record`; empty when it has had none.
    pub async fn schema_version(&self) -> Result<String> {
        self.text("SELECT max(version) FROM seaql_migrations").await
    }

    /// The version of the library that reads it.
    pub async fn sqlite_version(&self) -> Result<String> {
        self.text("SELECT sqlite_version()").await
    }

    /// Rows that a statement of the caller's own finds.
    pub async fn rows(&self, sql: &str) -> Result<Vec<QueryResult>> {
        let statement = Statement::from_string(DbBackend::Sqlite, sql);
        self.db.query_all_raw(statement).await.map_err(Error::internal)
    }

    /// Where to read.
    #[must_use]
    pub fn read(&self) -> &DatabaseConnection {
        &self.db
    }

    /// Lets go of the file.
    pub async fn close(self) -> Result<()> {
        self.db.close().await.map_err(Error::internal)
    }

    async fn text(&self, sql: &str) -> Result<String> {
        let row = self.first(sql).await.map_err(Error::internal)?;
        let text = row.map(|row| row.try_get_by_index::<Option<String>>(0)).transpose();
        Ok(text.map_err(Error::internal)?.flatten().unwrap_or_default())
    }

    async fn first(&self, sql: &str) -> Result<Option<QueryResult>, DbErr> {
        self.db.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await
    }
}
