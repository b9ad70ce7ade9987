//! Opening databases and bringing them up to date: the only place of the product that does.

pub(crate) mod connect;
mod migrate;

pub(crate) use migrate::{MigrateError, migrate};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

/// The engine behind a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// One file.
    Sqlite,
    /// A database on a cluster.
    Postgres,
}

impl Engine {
    fn of(db: &DatabaseConnection) -> Self {
        match db.get_database_backend() {
            DbBackend::Sqlite => Self::Sqlite,
            _ => Self::Postgres,
        }
    }
}

/// Begins the one write transaction a database may have at a time, over all servers.
///
/// SQLite knows no other way. PostgreSQL is held to the same, so that what is right on the one is
/// right on the other: numbers without gaps, an audit chain without forks, no write skew.
pub(crate) async fn begin_write(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let options = TransactionOptions {
        // Deferred, a transaction that reads first cannot become a writer once another has written.
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let transaction = db.begin_with_options(options).await?;
    lock_writer(&transaction, Engine::of(db)).await?;
    Ok(transaction)
}

async fn lock_writer(transaction: &DatabaseTransaction, engine: Engine) -> Result<(), DbErr> {
    if engine == Engine::Postgres {
        // Advisory locks are the database's own: the number need only differ from other locks in it.
        transaction.execute_unprepared("SELECT pg_advisory_xact_lock(1)").await?;
    }
    Ok(())
}
