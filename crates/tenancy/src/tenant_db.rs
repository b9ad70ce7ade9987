//! An environment's own database, as services see it.

use std::{fmt, path::Path, path::PathBuf, sync::Arc};

use kernel::{Error, Instant, Result, TenantId, WorkId};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, IsolationLevel, TransactionOptions,
    TransactionTrait,
};

use crate::{
    OpenError, SecretKey, TenantKey,
    database::{self, Engine},
    error::database_error,
    fence,
    pools::Lease,
    snapshot::{
        Copy,
        changes::{self, notes},
    },
};

/// The two ways into one database: one connection that writes, a few that only read.
#[derive(Debug)]
pub(crate) struct Connections {
    pub(crate) engine: Engine,
    pub(crate) writer: DatabaseConnection,
    pub(crate) readers: DatabaseConnection,
    pub(crate) key: TenantKey,
    /// The environment's own folder.
    pub(crate) folder: PathBuf,
}

impl Connections {
    /// Waits for work in flight, then closes. A failure only means that it was closed already.
    pub(crate) async fn close(&self) {
        for connection in [&self.readers, &self.writer] {
            if let Err(error) = connection.close_by_ref().await {
                tracing::debug!(%error, "closing a database");
            }
        }
    }
}

/// The database of one environment.
///
/// Only [`Tenancy::open`](crate::Tenancy::open) makes one, from an entry of the registry: whoever
/// holds it cannot reach another environment's data. Clones are cheap; while any clone lives the
/// database stays open, so drop it when the request or the job is done.
#[derive(Clone)]
pub struct TenantDb(Arc<Held>);

/// What keeps the database open.
enum Held {
    Lease(Lease),
    Copy(Copy),
}

impl TenantDb {
    pub(crate) fn new(lease: Lease) -> Self {
        Self(Arc::new(Held::Lease(lease)))
    }

    pub(crate) fn of_copy(copy: Copy) -> Self {
        Self(Arc::new(Held::Copy(copy)))
    }

    fn connections(&self) -> &Connections {
        match &*self.0 {
            Held::Lease(lease) => lease.connections(),
            Held::Copy(copy) => &copy.connections,
        }
    }

    /// What this environment's own keys come from: for a back-up, and for nothing else.
    #[must_use]
    pub fn key(&self) -> &TenantKey {
        &self.connections().key
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.connections().folder
    }

    /// Whose database this is.
    #[must_use]
    pub fn tenant_id(&self) -> TenantId {
        match &*self.0 {
            Held::Lease(lease) => lease.tenant(),
            Held::Copy(copy) => copy.tenant,
        }
    }

    /// The engine behind it. Both engines get the same statements; ask only where they cannot be.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.connections().engine
    }

    /// This environment's own key for one purpose: what is sealed with it opens nowhere else.
    #[must_use]
    pub fn secret_key(&self, purpose: &'static str) -> SecretKey {
        self.key().derive(purpose)
    }

    /// One of this environment's keys for a purpose that has several after each other.
    #[must_use]
    pub fn numbered_key(&self, purpose: &'static str, number: i32) -> SecretKey {
        self.key().derive_numbered(purpose, number)
    }

    /// For reading. A write through it is refused by the database.
    #[must_use]
    pub fn read(&self) -> &DatabaseConnection {
        &self.connections().readers
    }

    /// Begins a write transaction; dropping it uncommitted rolls back.
    ///
    /// An environment has one at a time, over all servers and on both engines: what you read in it
    /// nobody changes before you commit. So do nothing slow inside, and never begin a second one
    /// while holding the first. Unavailable when the turn does not come within 10 seconds, or while the environment
    /// is about to go on in another database.
    pub async fn begin_write(&self) -> Result<DatabaseTransaction> {
        let transaction = database::begin_write(&self.connections().writer).await.map_err(database_error)?;
        if fence::is_up(&transaction).await.map_err(database_error)? {
            return Err(Error::Unavailable("the environment, which is being moved or put back"));
        }
        Ok(transaction)
    }

    /// Refuses every write from now on, on all servers and for good: this database is about to be left. Returns when
    /// the last write is over.
    pub(crate) async fn put_up_fence(&self, work: WorkId, now: Instant) -> Result<()> {
        let transaction = self.begin_write().await?;
        fence::put_up(&transaction, work, now).await.map_err(database_error)?;
        transaction.commit().await.map_err(database_error)
    }

    /// Has every change to a row noted from now on, until [`TenantDb::stay`].
    pub(crate) async fn note_changes(&self) -> Result<()> {
        let transaction = self.begin_write().await?;
        notes::begin(&transaction).await.map_err(database_error)?;
        transaction.commit().await.map_err(database_error)
    }

    /// Lets writes through again, and notes no changes any more: the environment stays in this database.
    pub(crate) async fn stay(&self) -> Result<()> {
        let writer = &self.connections().writer;
        fence::take_down(writer).await.map_err(database_error)?;
        let transaction = database::begin_write(writer).await.map_err(database_error)?;
        if self.engine() == Engine::Postgres {
            // Whoever reads a table for long, a back-up say, holds this up, and this holds up all who come after.
            transaction.execute_unprepared("SET LOCAL lock_timeout = '1s'").await.map_err(database_error)?;
        }
        notes::end(&transaction).await.map_err(database_error)?;
        transaction.commit().await.map_err(database_error)
    }

    /// Has the database look at what it was not asked to look at when rows came in.
    pub(crate) async fn vouch_for_references(&self) -> Result<(), OpenError> {
        Ok(changes::vouch_for_references(self.connections()).await?)
    }

    /// Begins a read transaction in which everything read is of one moment: for exports and copies.
    pub async fn begin_snapshot(&self) -> Result<DatabaseTransaction> {
        let options = match self.engine() {
            // A WAL reader keeps the state it saw first.
            Engine::Sqlite => TransactionOptions::default(),
            Engine::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                ..TransactionOptions::default()
            },
        };
        self.read().begin_with_options(options).await.map_err(database_error)
    }
}

impl fmt::Debug for TenantDb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TenantDb").field(&self.tenant_id()).finish()
    }
}
