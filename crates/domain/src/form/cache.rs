//! Parsed definitions. A published revision never changes, so it is parsed once per server.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use kernel::{FormRevisionId, TenantId};

use super::FormDefinition;

/// Beyond this many definitions the cache begins anew; a thousand environments' worth.
const CAPACITY: usize = 50_000;

type Definitions = HashMap<(TenantId, FormRevisionId), Arc<FormDefinition>>;

/// Definitions by environment and revision.
#[derive(Clone, Default)]
pub(crate) struct DefinitionCache(Arc<RwLock<Definitions>>);

impl DefinitionCache {
    pub(super) fn get(&self, tenant: TenantId, revision: FormRevisionId) -> Option<Arc<FormDefinition>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&(tenant, revision)).cloned()
    }

    pub(super) fn put(&self, tenant: TenantId, revision: FormRevisionId, definition: Arc<FormDefinition>) {
        let mut definitions = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if definitions.len() >= CAPACITY {
            definitions.clear();
        }
        definitions.insert((tenant, revision), definition);
    }
}
