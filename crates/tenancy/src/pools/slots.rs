//! The book-keeping of open databases. Nothing in here waits: it is all behind one short lock.

use std::{collections::HashMap, sync::Arc, time::Duration};

use kernel::{Instant, TenantId};
use tokio::sync::OwnedSemaphorePermit;

use super::PoolStats;
use crate::{OpenError, Placement, tenant_db::Connections};

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
    /// Databases that environments have left, until the last use of each is over.
    left: Vec<OpenPool>,
}

/// The use of an open database, to be given back.
pub(super) struct Use {
    pub(super) connections: Arc<Connections>,
    /// Which opening it is a use of.
    pub(super) number: u64,
}

#[derive(Default)]
struct Slot {
    gate: Gate,
    open: Option<OpenPool>,
    failure: Option<(Instant, Placement, OpenError)>,
}

/// An open database and its place.
pub(super) struct OpenPool {
    pub(super) connections: Arc<Connections>,
    pub(super) place: OwnedSemaphorePermit,
    number: u64,
    placement: Placement,
    in_use: usize,
    last_use: u64,
}

impl Slots {
    pub(super) fn gate(&mut self, tenant: TenantId) -> Gate {
        Arc::clone(&self.by_tenant.entry(tenant).or_default().gate)
    }

    /// The open database at this place, counted as used once more. One at another place is left.
    pub(super) fn take(&mut self, tenant: TenantId, placement: &Placement) -> Option<Use> {
        let slot = self.by_tenant.get_mut(&tenant)?;
        if slot.open.as_ref().is_some_and(|pool| pool.placement != *placement) {
            self.left.extend(slot.open.take());
            return None;
        }
        let pool = slot.open.as_mut()?;
        pool.in_use += 1;
        Some(Use { connections: Arc::clone(&pool.connections), number: pool.number })
    }

    /// Keeps a database just opened, counted as used once.
    pub(super) fn put(
        &mut self,
        (tenant, placement): (TenantId, &Placement),
        connections: Connections,
        place: OwnedSemaphorePermit,
    ) -> Use {
        let connections = Arc::new(connections);
        self.opened += 1;
        let slot = self.by_tenant.entry(tenant).or_default();
        slot.failure = None;
        let number = self.opened;
        let pool = OpenPool {
            connections: Arc::clone(&connections),
            place,
            number,
            placement: placement.clone(),
            in_use: 1,
            last_use: self.uses,
        };
        self.left.extend(slot.open.replace(pool));
        Use { connections, number }
    }

    pub(super) fn give_back(&mut self, tenant: TenantId, number: u64) {
        self.uses += 1;
        let open = self.by_tenant.get_mut(&tenant).and_then(|slot| slot.open.as_mut());
        if let Some(pool) = open.into_iter().chain(&mut self.left).find(|pool| pool.number == number) {
            pool.in_use -= 1;
            pool.last_use = self.uses;
        }
    }

    pub(super) fn fail(
        &mut self,
        (tenant, placement): (TenantId, &Placement),
        error: OpenError,
        now: Instant,
    ) {
        self.by_tenant.entry(tenant).or_default().failure = Some((now, placement.clone(), error));
    }

    /// The failure at this place, of less than `back_off` ago. A clock that was set back ends it too.
    pub(super) fn recent_failure(
        &self,
        (tenant, placement): (TenantId, &Placement),
        now: Instant,
        back_off: Duration,
    ) -> Option<OpenError> {
        let (at, place, error) = self.by_tenant.get(&tenant)?.failure.as_ref()?;
        let is_recent = (now - *at).to_std().is_ok_and(|age| age < back_off);
        (is_recent && place == placement).then(|| error.clone())
    }

    /// Takes out the databases at rest that were left, and those that must make room, the longest at rest first.
    pub(super) fn evict(&mut self) -> Vec<OpenPool> {
        let mut evicted: Vec<_> = self.left.extract_if(.., |pool| pool.in_use == 0).collect();
        self.closing += evicted.len();
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
        self.by_tenant.values_mut().filter_map(|slot| slot.open.take()).chain(self.left.drain(..)).collect()
    }

    pub(super) fn stats(&self) -> PoolStats {
        let open = self.by_tenant.values().filter_map(|slot| slot.open.as_ref()).chain(&self.left);
        PoolStats {
            open: open.clone().count() + self.closing,
            in_use: open.map(|pool| pool.in_use).sum(),
            opened: self.opened,
        }
    }
}
