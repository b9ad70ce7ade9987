//! Removes back-ups, and what is left over from those that broke off.

use std::collections::HashSet;

use chrono::Duration;
use kernel::{Instant, TenantId};
use ledger::PublicKey;
use object_store::{ObjectMeta, path::Path};

use crate::{
    fetch::{Backup, BadBackup},
    layout::Layout,
    store::{Store, StoreError},
};

/// What lies there without being named for less than this may be of a back-up that is being made.
const GRACE: Duration = Duration::hours(24);

/// Objects asked for in one go.
const AT_ONCE: usize = 1000;

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

/// Removes back-ups of an environment, each as a whole: its manifest, without which it is none. What only they needed
/// goes with the next [`sweep`]. Those that went; a lock may keep others until its time is over.
pub async fn remove(store: &Store, tenant: TenantId, sequences: Vec<u64>) -> Result<Vec<u64>, PruneError> {
    let layout = Layout::of(tenant, store.tier());
    let mut gone = Vec::with_capacity(sequences.len());
    let mut manifests = sequences.into_iter().map(|sequence| layout.manifest(sequence)).collect::<Vec<_>>();
    while !manifests.is_empty() {
        let later = manifests.split_off(manifests.len().min(AT_ONCE));
        let deleted = store.delete_many(std::mem::replace(&mut manifests, later)).await?;
        gone.extend(deleted.gone.iter().filter_map(Layout::sequence));
        if let Some((_, error)) = deleted.failed.into_iter().next() {
            return Err(error.into());
        }
    }
    Ok(gone)
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
    let lying: Vec<_> = store.list_all(layout.folder()).await?;
    let sequences = Backup::list(store, tenant).await?;
    let mut named: HashSet<Path> = HashSet::new();
    for sequence in &sequences {
        let unreadable = |reason| PruneError::Unreadable { sequence: *sequence, reason };
        let backup = Backup::find(store, (tenant, *sequence), key).await.map_err(unreadable)?;
        let objects = backup.objects().await.map_err(unreadable)?;
        named.extend(objects.into_iter().map(|(path, _)| path));
        named.insert(layout.proof(*sequence));
    }
    let is_left = |object: &ObjectMeta| {
        now - object.last_modified > GRACE
            && !named.contains(&object.location)
            && layout.may_be_swept(&object.location)
    };
    let mut left: Vec<Path> = lying.into_iter().filter(is_left).map(|object| object.location).collect();
    let mut removed = 0;
    while !left.is_empty() {
        let later = left.split_off(left.len().min(AT_ONCE));
        let deleted = store.delete_many(std::mem::replace(&mut left, later)).await?;
        removed += deleted.gone.len();
        if let Some((_, error)) = deleted.failed.into_iter().next() {
            return Err(error.into());
        }
    }
    Ok(removed)
}
