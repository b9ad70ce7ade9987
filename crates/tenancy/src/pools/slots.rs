//! The book-keeping of open databases. Nothing in here waits: it is all behind one short lock.

use std::{collections::HashMap, sync::Arc, time::Duration};

use kernel::{Instant, TenantId};
use tokio::sync::OwnedSemaphorePermit;

use super::PoolStats;
use crate::{OpenError, tenant_db::Connections};

/// Who opens the database of one environment.
pub(super) type Gate = Arc<tokio::sync::Mutex<()>>;

/// What is known of each environment asked for since the start.
#[derive(Default)]
pub(super) struct Slots {
    by_tenant: HashMap<TenantId, Slot>,
    /// Counts uses: the order of last use, free of any clock.
    uses: u64,
    opened: u64,
    /// Callers waiting for a place.
    pub(super) waiting: usize,
    /// Databases on their way out, whose places are to come.
    closing: usize,
}

#[derive(Default)]
struct Slot {
    gate: Gate,
    open: Option<OpenPool>,
    failure: Option<(Instant, OpenError)>,
}

/// An open database and its place.
pub(super) struct OpenPool {
    pub(super) connections: Arc<Connections>,
    pub(super) place: OwnedSemaphorePermit,
    in_use: usize,
    last_use: u64,
}

impl Slots {
    pub(super) fn gate(&mut self, tenant: TenantId) -> Gate {
        Arc::clone(&self.by_tenant.entry(tenant).or_default().gate)
    }

    /// The open database, counted as used once more.
    pub(super) fn take(&mut self, tenant: TenantId) -> Option<Arc<Connections>> {
        let pool = self.by_tenant.get_mut(&tenant)?.open.as_mut()?;
        pool.in_use += 1;
        Some(Arc::clone(&pool.connections))
    }

    /// Keeps a database just opened, counted as used once.
    pub(super) fn put(
        &mut self,
        tenant: TenantId,
        connections: Connections,
        place: OwnedSemaphorePermit,
    ) -> Arc<Connections> {
        let connections = Arc::new(connections);
        self.opened += 1;
        let slot = self.by_tenant.entry(tenant).or_default();
        slot.failure = None;
        let kept = Arc::clone(&connections);
        slot.open = Some(OpenPool { connections: kept, place, in_use: 1, last_use: self.uses });
        connections
    }

    pub(super) fn give_back(&mut self, tenant: TenantId) {
        self.uses += 1;
        if let Some(pool) = self.by_tenant.get_mut(&tenant).and_then(|slot| slot.open.as_mut()) {
            pool.in_use -= 1;
            pool.last_use = self.uses;
        }
    }

    pub(super) fn fail(&mut self, tenant: TenantId, error: OpenError, now: Instant) {
        self.by_tenant.entry(tenant).or_default().failure = Some((now, error));
    }

    /// The failure of less than `back_off` ago. A clock that was set back ends it too.
    pub(super) fn recent_failure(
        &self,
        tenant: TenantId,
        now: Instant,
        back_off: Duration,
    ) -> Option<OpenError> {
        let (at, error) = self.by_tenant.get(&tenant)?.failure.as_ref()?;
        (now - *at).to_std().is_ok_and(|age| age < back_off).then(|| error.clone())
    }

    /// Takes out the databases at rest that must make room, the longest at rest first.
    pub(super) fn evict(&mut self) -> Vec<OpenPool> {
        let mut evicted = Vec::new();
        while self.waiting > self.closing {
            let at_rest = |slot: &&mut Slot| slot.open.as_ref().is_some_and(|pool| pool.in_use == 0);
            let oldest = self
                .by_tenant
                .values_mut()
                .filter(at_rest)
                .min_by_key(|slot| slot.open.as_ref().map(|pool| pool.last_use));
            let Some(pool) = oldest.and_then(|slot| slot.open.take()) else { break };
            self.closing += 1;
            evicted.push(pool);
        }
        evicted
    }

    /// A database taken out by [`Slots::evict`] is closed, its place about to be free.
    pub(super) fn closed(&mut self) {
        self.closing -= 1;
    }

    pub(super) fn take_all(&mut self) -> Vec<OpenPool> {
        self.by_tenant.values_mut().filter_map(|slot| slot.open.take()).collect()
    }

    pub(super) fn stats(&self) -> PoolStats {
        let open = self.by_tenant.values().filter_map(|slot| slot.open.as_ref());
        PoolStats {
            open: open.clone().count() + self.closing,
            in_use: open.map(|pool| pool.in_use).sum(),
            opened: self.opened,
        }
    }
}
