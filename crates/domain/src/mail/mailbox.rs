//! Which environments have something to send.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use kernel::TenantId;

/// The flags of environments that have a mail to send, raised when it is committed. In memory: what a
/// server that stops leaves behind is found in the queues themselves. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Mailbox(Arc<Mutex<BTreeSet<TenantId>>>);

impl Mailbox {
    pub(crate) fn raise_flag(&self, tenant: TenantId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(tenant);
    }

    /// The environments whose flag is up; lowers them all.
    #[must_use]
    pub fn empty(&self) -> BTreeSet<TenantId> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
