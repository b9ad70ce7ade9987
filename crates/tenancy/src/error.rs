//! Why a database could not be opened, and what a service makes of a database's own errors.

use std::sync::Arc;

use kernel::Error;
use sea_orm::{DbErr, RuntimeErr, sqlx};

/// Why an environment's database could not be opened. It concerns that environment alone.
#[derive(Debug, Clone, thiserror::Error)]
pub enum OpenError {
    /// The environment is still being created, or is closed.
    #[error("the environment is not in use")]
    NotInUse,
    /// A newer binary has been here.
    #[error("the database is at {database}, this binary only knows up to {binary}: start the newer binary")]
    Newer {
        /// The newest migration the database has had.
        database: String,
        /// The newest migration this binary knows.
        binary: String,
    },
    /// The password of its role was sealed with another master key, or was tampered with.
    #[error("the password of the database role cannot be unsealed with this master key")]
    Sealed,
    /// The placement names a cluster that is not configured.
    #[error("the database is on cluster `{0}`, which is not configured")]
    UnknownCluster(String),
    /// As many environments as allowed are open, all at work.
    #[error("all {0} places for open environments are taken")]
    Exhausted(usize),
    /// The database itself refused.
    #[error("{0}")]
    Database(Arc<DbErr>),
    /// The disk, or what came in is not what was sent.
    #[error("{0}")]
    Other(Arc<Error>),
}

impl OpenError {
    pub(crate) fn other(error: Error) -> Self {
        Self::Other(Arc::new(error))
    }
}

impl From<Error> for OpenError {
    fn from(error: Error) -> Self {
        Self::other(error)
    }
}

impl From<DbErr> for OpenError {
    fn from(error: DbErr) -> Self {
        Self::Database(Arc::new(error))
    }
}

impl From<OpenError> for Error {
    /// The client only learns that the environment does not answer now; the log has the rest.
    fn from(_: OpenError) -> Self {
        Self::Unavailable("the environment's database")
    }
}

/// What a service returns when a query failed: unavailable when waiting helps, else a fault of ours.
#[must_use]
pub fn database_error(error: DbErr) -> Error {
    if is_passing(&error) {
        tracing::warn!(%error, "an environment's database does not answer now");
        return Error::Unavailable("the environment's database");
    }
    Error::internal(error)
}

fn is_passing(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) => true,
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => match &**error {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
            sqlx::Error::Database(error) => error.code().is_some_and(|code| is_passing_code(&code)),
            _ => false,
        },
        _ => false,
    }
}

/// SQLite: busy, read-only, I/O error, full, cannot open. PostgreSQL: classes 08 (connection),
/// 53 (resources), 57 (cancelled, shut down) and 55P03 (waited too long for a lock).
fn is_passing_code(code: &str) -> bool {
    match code.parse::<u32>() {
        // SQLite's extended codes keep the primary one in the lowest byte; PostgreSQL's have five digits.
        Ok(number) if code.len() < 5 => matches!(number & 0xff, 5 | 8 | 10 | 13 | 14),
        _ => ["08", "53", "57", "55P03"].iter().any(|class| code.starts_with(class)),
    }
}
