//! Takes objects away for good, where the store lets us.

use futures::{StreamExt, stream};
use kernel::{Clock, SystemClock};
use object_store::{ObjectStoreExt, path::Path};

use super::{Store, StoreError, patiently, versions::Versions};

/// Objects that may be asked for at once.
const MOST: usize = 1000;
/// Objects on their way at the same time.
const AT_ONCE: usize = 8;

/// What became of objects that were to be deleted.
#[derive(Debug, Default)]
pub struct Deleted {
    /// They are gone, or were not there.
    pub gone: Vec<Path>,
    /// A lock keeps them; the store deletes them when its time is over and it is asked again.
    pub locked: Vec<Path>,
    /// It did not work.
    pub failed: Vec<(Path, StoreError)>,
}

impl Store {
    /// Deletes objects, at most a thousand at once. Where a bucket keeps versions, the one that is read is deleted
    /// for good: a mark over it would only hide it, and free nothing.
    pub async fn delete_many(&self, paths: Vec<Path>) -> Result<Deleted, StoreError> {
        if paths.len() > MOST {
            return Err(StoreError::TooMany(MOST));
        }
        let asked = stream::iter(paths).map(|path| async {
            let outcome = self.delete(&path).await;
            (path, outcome)
        });
        let mut asked = asked.buffer_unordered(AT_ONCE);
        let mut deleted = Deleted::default();
        while let Some((path, outcome)) = asked.next().await {
            match outcome {
                Ok(()) | Err(StoreError::Missing(_)) => deleted.gone.push(path),
                Err(StoreError::Locked(_)) => deleted.locked.push(path),
                Err(error) => deleted.failed.push((path, error)),
            }
        }
        Ok(deleted)
    }

    pub(super) async fn delete(&self, path: &Path) -> Result<(), StoreError> {
        match &self.versions {
            Some(versions) => patiently(delete_version(versions, path)).await?,
            None => patiently(self.objects.delete(path)).await?.map_err(StoreError::at(path)),
        }
    }
}

async fn delete_version(versions: &Versions, path: &Path) -> Result<(), StoreError> {
    let version = versions.current(path).await?;
    let refused = versions.delete(path, &version).await;
    // Some stores say no more than "access denied", whether it is the lock or the key.
    let is_locked = version.locked_until.is_some_and(|until| until > SystemClock.now());
    match refused {
        Err(StoreError::Denied(path)) if is_locked => Err(StoreError::Locked(path)),
        other => other,
    }
}
