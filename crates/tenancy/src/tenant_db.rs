//! An environment's own database, as services see it.

use std::{fmt, path::Path, path::PathBuf, sync::Arc};

use kernel::{Result, TenantId};
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, IsolationLevel, TransactionOptions, TransactionTrait,
};

use crate::{
    MasterKey, SecretKey,
    database::{self, Engine},
    error::database_error,
    pools::Lease,
    snapshot::Copy,
};

/// The two ways into one database: one connection that writes, a few that only read.
#[derive(Debug)]
pub(crate) struct Connections {
    pub(crate) engine: Engine,
    pub(crate) writer: DatabaseConnection,
    pub(crate) readers: DatabaseConnection,
    pub(crate) keys: MasterKey,
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

    pub(crate) fn keys(&self) -> &MasterKey {
        &self.connections().keys
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
        self.connections().keys.derive(purpose, self.tenant_id())
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
    /// while holding the first. Unavailable when the turn does not come within 10 seconds.
    pub async fn begin_write(&self) -> Result<DatabaseTransaction> {
        database::begin_write(&self.connections().writer).await.map_err(database_error)
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
