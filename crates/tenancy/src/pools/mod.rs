//! The open databases: a bounded number, each opened once, none harmed by another.

mod slots;

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kernel::{Clock, TenantId};
use tokio::{
    runtime::Handle,
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use crate::{OpenError, Placement, PoolLimits, TenantDb, tenant_db::Connections};
use slots::{OpenPool, Slots, Use};

/// The open databases of this server.
#[derive(Clone)]
pub(crate) struct TenantPools(Arc<Shared>);

/// How busy the open databases are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolStats {
    /// Environments whose database is open now.
    pub open: usize,
    /// Requests and jobs that hold one of them now.
    pub in_use: usize,
    /// Databases opened since the start.
    pub opened: u64,
}

struct Shared {
    limits: PoolLimits,
    clock: Arc<dyn Clock>,
    /// One permit per place; a database gives its permit back when it is closed.
    places: Arc<Semaphore>,
    slots: Mutex<Slots>,
    /// For closing: the last user of a database may let go of it outside any task.
    runtime: Handle,
}

impl TenantPools {
    /// Must be called inside a tokio runtime.
    pub(crate) fn new(limits: PoolLimits, clock: Arc<dyn Clock>) -> Self {
        let places = Arc::new(Semaphore::new(limits.open_tenants.max(1)));
        let slots = Mutex::new(Slots::default());
        Self(Arc::new(Shared { limits, clock, places, slots, runtime: Handle::current() }))
    }

    /// The database of `tenant`, opened by `connect` when it is not open at `placement`: by one caller, the others
    /// wait for it. A failure is given to all who ask within the back-off.
    pub(crate) async fn open(
        &self,
        (tenant, placement): (TenantId, &Placement),
        connect: impl Future<Output = Result<Connections, OpenError>> + Send,
    ) -> Result<TenantDb, OpenError> {
        let gate = {
            let mut slots = self.0.slots();
            if let Some(one) = slots.take(tenant, placement) {
                return Ok(self.lend(tenant, one));
            }
            slots.gate(tenant)
        };
        // One that was left may be at rest already.
        self.0.make_room();
        let _turn = gate.lock().await;
        {
            let mut slots = self.0.slots();
            if let Some(one) = slots.take(tenant, placement) {
                return Ok(self.lend(tenant, one));
            }
            let now = self.0.clock.now();
            if let Some(error) = slots.recent_failure((tenant, placement), now, self.0.limits.back_off) {
                return Err(error);
            }
        }
        let place = self.0.place().await?;
        match connect.await {
            Ok(connections) => {
                let one = self.0.slots().put((tenant, placement), connections, place);
                Ok(self.lend(tenant, one))
            }
            Err(error) => {
                self.0.slots().fail((tenant, placement), error.clone(), self.0.clock.now());
                Err(error)
            }
        }
    }

    pub(crate) fn stats(&self) -> PoolStats {
        self.0.slots().stats()
    }

    /// Closes all, each when its work in flight is done. Nothing opens afterwards.
    pub(crate) async fn close(&self) {
        self.0.places.close();
        let pools = self.0.slots().take_all();
        futures::future::join_all(pools.iter().map(|pool| pool.connections.close())).await;
    }

    fn lend(&self, tenant: TenantId, Use { connections, number }: Use) -> TenantDb {
        TenantDb::new(Lease { tenant, connections, number, pools: Arc::clone(&self.0) })
    }
}

impl Shared {
    fn slots(&self) -> MutexGuard<'_, Slots> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for one more open database: a free one, or that of the environment whose last use is
    /// longest ago. One that is at work is never closed for it.
    async fn place(self: &Arc<Self>) -> Result<OwnedSemaphorePermit, OpenError> {
        if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            return Ok(place);
        }
        let _waiting = Waiting::join(self);
        match timeout(self.limits.wait, Arc::clone(&self.places).acquire_owned()).await {
            Ok(Ok(place)) => Ok(place),
            Ok(Err(_)) | Err(_) => Err(OpenError::Exhausted(self.limits.open_tenants)),
        }
    }

    /// Closes databases that were left, and as many at rest as there are callers waiting for a place.
    fn make_room(self: &Arc<Self>) {
        let evicted = self.slots().evict();
        for OpenPool { connections, place, .. } in evicted {
            let shared = Arc::clone(self);
            self.runtime.spawn(async move {
                connections.close().await;
                shared.slots().closed();
                drop(place);
            });
        }
    }
}

/// A caller waiting for a place, counted for as long as it waits.
struct Waiting<'a>(&'a Shared);

impl<'a> Waiting<'a> {
    fn join(shared: &'a Arc<Shared>) -> Self {
        shared.slots().waiting += 1;
        let waiting = Self(shared);
        shared.make_room();
        waiting
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.slots().waiting -= 1;
    }
}

/// The use of one open database; it stays open at least until this is dropped.
pub(crate) struct Lease {
    tenant: TenantId,
    connections: Arc<Connections>,
    number: u64,
    pools: Arc<Shared>,
}

impl Lease {
    pub(crate) const fn tenant(&self) -> TenantId {
        self.tenant
    }

    pub(crate) fn connections(&self) -> &Connections {
        &self.connections
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.pools.slots().give_back(self.tenant, self.number);
        self.pools.make_room();
    }
}

impl fmt::Debug for TenantPools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TenantPools").field(&self.stats()).finish()
    }
}
