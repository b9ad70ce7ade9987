//! Connections with the settings every database of ours must have.

use std::{path::Path, time::Duration};

use sea_orm::{
    DatabaseConnection, DbErr, RuntimeErr, SqlxPostgresConnector, SqlxSqliteConnector,
    sqlx::{
        self, ConnectOptions, Connection,
        pool::PoolOptions,
        postgres::PgConnectOptions,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

/// How long a request waits for a connection before it is told to come back.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
/// How long SQLite waits for another process's lock.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// A connection nobody uses is given back: an environment open at rest costs nothing.
const IDLE_TIMEOUT: Duration = Duration::from_mins(1);
/// A PostgreSQL connection that rested longer is tried before it is used.
const TRUSTED_REST: Duration = Duration::from_secs(5);
/// The longest one statement may run on PostgreSQL, and the longest it may wait for a lock: as
/// long as for a connection.
const STATEMENT_TIMEOUT: Duration = Duration::from_secs(30);
const LOCK_TIMEOUT: Duration = ACQUIRE_TIMEOUT;

/// Whether a missing SQLite file is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    Create,
    Refuse,
}

/// The only connection that writes to a SQLite file.
pub(crate) async fn sqlite_writer(path: &Path, missing: Missing) -> Result<DatabaseConnection, DbErr> {
    let options = sqlite_options(path)
        .create_if_missing(missing == Missing::Create)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = pool_options(1).test_before_acquire(false).connect_with(options).await.map_err(refused)?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

/// Up to `most` connections that can read a SQLite file and never write to it.
pub(crate) fn sqlite_readers(path: &Path, most: u32) -> DatabaseConnection {
    let options = sqlite_options(path).create_if_missing(false).pragma("query_only", "ON");
    let pool = pool_options(most).test_before_acquire(false).connect_lazy_with(options);
    SqlxSqliteConnector::from_sqlx_sqlite_pool(pool)
}

/// A connection that copies a SQLite file elsewhere, which one that never writes cannot.
pub(crate) fn sqlite_copier(path: &Path) -> DatabaseConnection {
    // It takes as long as it takes: no log has to warn of it.
    let options = sqlite_options(path).create_if_missing(false).disable_statement_logging();
    let pool = pool_options(1).test_before_acquire(false).connect_lazy_with(options);
    SqlxSqliteConnector::from_sqlx_sqlite_pool(pool)
}

/// The only connection of this server that writes to a PostgreSQL database.
pub(crate) async fn postgres_writer(options: PgConnectOptions) -> Result<DatabaseConnection, DbErr> {
    let options = options.options(timeouts());
    let pool = postgres_pool(1).connect_with(options).await.map_err(refused)?;
    Ok(SqlxPostgresConnector::from_sqlx_postgres_pool(pool))
}

/// Up to `most` connections that can read a PostgreSQL database and never write to it.
pub(crate) fn postgres_readers(options: PgConnectOptions, most: u32) -> DatabaseConnection {
    let options = options.options(timeouts()).options([("default_transaction_read_only", "on")]);
    let pool = postgres_pool(most).connect_lazy_with(options);
    SqlxPostgresConnector::from_sqlx_postgres_pool(pool)
}

fn sqlite_options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(path).foreign_keys(true).busy_timeout(BUSY_TIMEOUT)
}

fn timeouts() -> [(&'static str, String); 2] {
    [
        ("statement_timeout", STATEMENT_TIMEOUT.as_millis().to_string()),
        ("lock_timeout", LOCK_TIMEOUT.as_millis().to_string()),
    ]
}

fn pool_options<DB: sqlx::Database>(most: u32) -> PoolOptions<DB> {
    PoolOptions::new().max_connections(most).acquire_timeout(ACQUIRE_TIMEOUT).idle_timeout(IDLE_TIMEOUT)
}

fn postgres_pool(most: u32) -> PoolOptions<sqlx::Postgres> {
    pool_options(most).test_before_acquire(false).before_acquire(
        |connection: &mut sqlx::PgConnection, metadata| {
            Box::pin(async move {
                if metadata.idle_for >= TRUSTED_REST {
                    connection.ping().await?;
                }
                Ok(true)
            })
        },
    )
}

fn refused(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}
