//! Where signed heads go: a place that whoever can change the database cannot change.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use async_trait::async_trait;
use kernel::{Result, TenantId};
use ledger::SignedHead;

/// A place that keeps signed heads and never changes or forgets one.
///
/// The server's folder is one; a back-up store and a monitor can be others, or several behind one.
#[async_trait]
pub trait Witness: Send + Sync {
    /// Keeps a head.
    async fn publish(&self, signed: &SignedHead) -> Result<()>;
    /// The head that was published last.
    async fn last(&self, tenant: TenantId) -> Result<Option<SignedHead>>;
    /// All heads, in any order.
    async fn all(&self, tenant: TenantId) -> Result<Vec<SignedHead>>;
}

/// Keeps nothing: for tests and for commands that publish nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoWitness;

#[async_trait]
impl Witness for NoWitness {
    async fn publish(&self, _signed: &SignedHead) -> Result<()> {
        Ok(())
    }

    async fn last(&self, _tenant: TenantId) -> Result<Option<SignedHead>> {
        Ok(None)
    }

    async fn all(&self, _tenant: TenantId) -> Result<Vec<SignedHead>> {
        Ok(Vec::new())
    }
}

/// The environments whose log has grown on this server since their heads were last published.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unpublished(Arc<Mutex<HashSet<TenantId>>>);

impl Unpublished {
    pub(crate) fn note(&self, tenant: TenantId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(tenant);
    }

    pub(crate) fn take(&self) -> HashSet<TenantId> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
