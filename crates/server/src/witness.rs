//! A folder outside the databases that keeps signed heads of audit logs.
//!
//! One file per head, `<environment>/<event, 20 digits>.json`, written once and never changed. It is worth most
//! where the database's administrator cannot write: another machine's disk, or a bucket with object lock.

use std::{
    collections::HashMap,
    path::Path as FilePath,
    sync::{Arc, Mutex, PoisonError},
};

use async_trait::async_trait;
use domain::audit::Witness;
use futures::{StreamExt, TryStreamExt};
use kernel::{Error, Result, TenantId};
use ledger::SignedHead;
use object_store::{
    ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload, local::LocalFileSystem, path::Path,
};

/// Heads read at the same time.
const AT_ONCE: usize = 16;

/// A folder that keeps signed heads.
pub struct WitnessFolder {
    store: Arc<dyn ObjectStore>,
    /// The last head that was published from here, so that the folder is listed once.
    last: Mutex<HashMap<TenantId, SignedHead>>,
}

impl WitnessFolder {
    /// The folder at `path`, made when there is none.
    pub fn open(path: &FilePath) -> Result<Self> {
        std::fs::create_dir_all(path).map_err(Error::internal)?;
        let store = LocalFileSystem::new_with_prefix(path).map_err(Error::internal)?.with_fsync(true);
        Ok(Self::over(Arc::new(store)))
    }

    /// A place in any store.
    #[must_use]
    pub fn over(store: Arc<dyn ObjectStore>) -> Self {
        Self { store, last: Mutex::default() }
    }

    fn remember(&self, signed: &SignedHead) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.insert(signed.head.tenant, signed.clone());
    }

    async fn paths(&self, tenant: TenantId) -> Result<Vec<Path>> {
        let folder = Path::from(tenant.to_string());
        let listed = self.store.list(Some(&folder)).map_ok(|found| found.location);
        listed.try_collect().await.map_err(Error::internal)
    }

    async fn read(&self, path: &Path) -> Result<SignedHead> {
        let found = self.store.get(path).await.map_err(Error::internal)?;
        let bytes = found.bytes().await.map_err(Error::internal)?;
        serde_json::from_slice(&bytes).map_err(Error::internal)
    }
}

#[async_trait]
impl Witness for WitnessFolder {
    async fn publish(&self, signed: &SignedHead) -> Result<()> {
        let path = Path::from(format!("{}/{:020}.json", signed.head.tenant, signed.head.seq));
        let payload = PutPayload::from(serde_json::to_vec_pretty(signed).map_err(Error::internal)?);
        let once = PutOptions { mode: PutMode::Create, ..PutOptions::default() };
        match self.store.put_opts(&path, payload, once).await {
            // Another server was first with the same event.
            Ok(_) | Err(object_store::Error::AlreadyExists { .. }) => {}
            Err(error) => return Err(Error::internal(error)),
        }
        self.remember(signed);
        Ok(())
    }

    async fn last(&self, tenant: TenantId) -> Result<Option<SignedHead>> {
        let known = self.last.lock().unwrap_or_else(PoisonError::into_inner).get(&tenant).cloned();
        if known.is_some() {
            return Ok(known);
        }
        // Twenty digits: the last name is that of the last event.
        let Some(path) = self.paths(tenant).await?.into_iter().max() else { return Ok(None) };
        let signed = self.read(&path).await?;
        self.remember(&signed);
        Ok(Some(signed))
    }

    async fn all(&self, tenant: TenantId) -> Result<Vec<SignedHead>> {
        let paths = self.paths(tenant).await?;
        futures::stream::iter(paths)
            .map(async |path| self.read(&path).await)
            .buffer_unordered(AT_ONCE)
            .try_collect()
            .await
    }
}
