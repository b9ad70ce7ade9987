//! Removes back-ups, and what is left over from those that broke off.

use std::collections::HashSet;

use chrono::Duration;
use kernel::{Instant, TenantId};
use ledger::PublicKey;
use object_store::path::Path;

use crate::{
    fetch::{Backup, BadBackup},
    layout::Layout,
    store::{Store, StoreError},
};

/// What lies there without being named for less than this may be of a back-up that is being made.
const GRACE: Duration = Duration::hours(24);

/// Why nothing more was removed. What was until then is gone as a whole.
#[derive(Debug, thiserror::Error)]
pub enum PruneError {
    /// The store refuses, or does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What another back-up needs cannot be told.
    #[error("nothing is swept while back-up {sequence} cannot be read: {reason}")]
    Unreadable {
        /// Which.
        sequence: u64,
        /// Why.
        reason: BadBackup,
    },
}

/// Removes back-ups of an environment, each as a whole: first its manifest, without which it is none. What only they
/// needed goes with the next [`sweep`].
pub async fn remove(store: &Store, tenant: TenantId, sequences: &[u64]) -> Result<(), PruneError> {
    let layout = Layout::of(tenant, store.tier());
    for sequence in sequences {
        store.remove(&layout.manifest(*sequence)).await?;
    }
    Ok(())
}

/// Removes objects that no back-up of an environment names, and proofs of back-ups that are gone; how many. Removes
/// nothing when one of the manifests cannot be read.
pub async fn sweep(
    store: &Store,
    tenant: TenantId,
    (key, now): (&PublicKey, Instant),
) -> Result<usize, PruneError> {
    let layout = Layout::of(tenant, store.tier());
    // Listed before the manifests are: what a back-up made since has sent is younger, or it is named in one before.
    let lying: Vec<_> = store.list(layout.folder()).await?;
    let sequences = Backup::list(store, tenant).await?;
    let mut named: HashSet<Path> = HashSet::new();
    for sequence in &sequences {
        let unreadable = |reason| PruneError::Unreadable { sequence: *sequence, reason };
        let backup = Backup::find(store, (tenant, *sequence), key).await.map_err(unreadable)?;
        let objects = backup.objects().await.map_err(unreadable)?;
        named.extend(objects.into_iter().map(|(path, _)| path));
        named.insert(layout.proof(*sequence));
    }
    let mut removed = 0;
    for object in lying {
        let is_old = now - object.last_modified > GRACE;
        if is_old && !named.contains(&object.location) && layout.may_be_swept(&object.location) {
            store.remove(&object.location).await?;
            removed += 1;
        }
    }
    Ok(removed)
}
