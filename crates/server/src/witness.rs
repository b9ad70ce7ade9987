//! A folder outside the databases that keeps signed heads of audit logs.
//!
//! One file per head, `<environment>/<microseconds since 1970, 20 digits>-<event>.json`, written once and never
//! changed. It is worth most
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
        let (head, micros) = (&signed.head, signed.head.at.timestamp_micros());
        let path = Path::from(format!("{}/{micros:020}-{}.json", head.tenant, head.seq));
        let payload = PutPayload::from(serde_json::to_vec_pretty(signed).map_err(Error::internal)?);
        let once = PutOptions { mode: PutMode::Create, ..PutOptions::default() };
        match self.store.put_opts(&path, payload, once).await {
            // Another server was first, in the same microsecond.
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
        // Twenty digits: the last name is that of the last head.
        let Some(path) = self.paths(tenant).await?.into_iter().max() else { return Ok(None) };
        let signed = self.read(&path).await?;
        self.remember(&signed);
        Ok(Some(signed))
    }

    async fn all(&self, tenant: TenantId) -> Result<Vec<SignedHead>> {
        let paths = self.paths(tenant).await?;
        let heads: Vec<SignedHead> = futures::stream::iter(paths)
            .map(async |path| self.read(&path).await)
            .buffer_unordered(AT_ONCE)
            .try_collect()
            .await?;
        // What another server has published since counts here too: it may be that a copy was put back.
        if let Some(last) = heads.iter().max_by_key(|signed| signed.head.at) {
            self.remember(last);
        }
        Ok(heads)
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, FixedClock, SeededRandom};
    use ledger::{Hash, Head, HeadKey};
    use object_store::memory::InMemory;

    use super::*;

    fn head(tenant: TenantId, seq: i64, minutes: i64) -> SignedHead {
        let at = FixedClock::default().now() + chrono::Duration::minutes(minutes);
        let hash = Hash([u8::try_from(seq).unwrap(); 32]);
        HeadKey::new(&[1; 32]).sign(Head { tenant, seq, hash, at, previous: None, restored: None })
    }

    #[tokio::test]
    async fn aud_09_heads_are_kept_as_they_were_first_given_and_the_last_is_known_after_a_start() {
        let store: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
        let (clock, random) = (FixedClock::default(), SeededRandom::new(1));
        let (one, other) = (TenantId::generate(&clock, &random), TenantId::generate(&clock, &random));
        let witness = WitnessFolder::over(Arc::clone(&store));
        assert_eq!(witness.last(one).await.unwrap(), None);
        // The last one is of an earlier event: a copy was put back.
        for signed in [head(one, 3, 0), head(one, 12, 5), head(one, 7, 10), head(other, 99, 1)] {
            witness.publish(&signed).await.unwrap();
        }
        let forged = SignedHead { key_id: "another".to_owned(), ..head(one, 7, 10) };
        witness.publish(&forged).await.unwrap();

        let again = WitnessFolder::over(store);
        assert_eq!(again.last(one).await.unwrap(), Some(head(one, 7, 10)));
        let mut all = again.all(one).await.unwrap();
        all.sort_by_key(|signed| signed.head.at);
        assert_eq!(all, [head(one, 3, 0), head(one, 12, 5), head(one, 7, 10)]);
    }
}
