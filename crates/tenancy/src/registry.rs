//! The registry of environments, in memory.

use std::{collections::HashMap, sync::Arc};

use arc_swap::ArcSwap;
use kernel::Result;
use tokio::sync::Mutex;

use crate::{Host, TenantEntry, control::ControlDatabase};

/// Which environments have an address, as of the last look in the control database.
///
/// Looking something up costs no query and no lock. What this server changes is seen at once, what
/// another server changes at the next poll.
#[derive(Debug, Clone, Default)]
pub struct Registry(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    by_host: ArcSwap<HashMap<Host, Arc<TenantEntry>>>,
    /// One look at a time: a slow look must not put back what a later one replaced.
    refreshing: Mutex<()>,
}

impl Registry {
    /// The environment at this address, active or suspended.
    #[must_use]
    pub fn lookup(&self, host: &Host) -> Option<Arc<TenantEntry>> {
        self.0.by_host.load().get(host).cloned()
    }

    /// All environments that have an address, by slug.
    #[must_use]
    pub fn tenants(&self) -> Vec<Arc<TenantEntry>> {
        let mut tenants: Vec<_> = self.0.by_host.load().values().cloned().collect();
        tenants.sort_by(|a, b| a.slug.cmp(&b.slug));
        tenants
    }

    /// Looks in the control database. When that fails, what was known stays.
    pub(crate) async fn refresh(&self, control: &ControlDatabase) -> Result<()> {
        let _turn = self.0.refreshing.lock().await;
        let by_host = control
            .list()
            .await?
            .into_iter()
            .filter(|tenant| tenant.status.has_address())
            .map(|tenant| (tenant.host.clone(), Arc::new(tenant)))
            .collect();
        self.0.by_host.store(Arc::new(by_host));
        Ok(())
    }
}
