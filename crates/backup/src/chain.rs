//! The back-ups of an environment in a store, each of which names the one before.

use std::io;

use kernel::TenantId;
use ledger::{HeadKey, PublicKey};

use crate::{
    fetch::Backup,
    layout::Layout,
    make::MakeError,
    manifest::{Manifest, SignedManifest},
    store::{Store, StoreError},
};

/// Back-ups that a list may not show yet. With more, the store is out of order, and the next name is taken.
const MOST_UNLISTED: usize = 16;
/// Others that may come first while one is being made: nobody makes more at the same time.
const MOST_BEFORE: usize = 4;

/// The newest back-up of an environment in a store.
pub(crate) async fn newest<'a>(
    store: &'a Store,
    tenant: TenantId,
    key: &PublicKey,
) -> Result<Option<Backup<'a>>, MakeError> {
    let mut newest = Backup::list(store, tenant).await?.pop().unwrap_or_default();
    let layout = Layout::of(tenant, store.tier());
    // A list may be older than what it lists, and the names after it are known.
    for _ in 0..MOST_UNLISTED {
        if !store.has(&layout.manifest(newest + 1)).await? {
            break;
        }
        newest += 1;
    }
    if newest == 0 {
        return Ok(None);
    }
    Backup::find(store, (tenant, newest), key).await.map(Some).map_err(MakeError::Previous)
}

/// The number of the one that comes behind.
pub(crate) fn next(previous: Option<&Backup<'_>>) -> u64 {
    previous.map_or(1, |previous| previous.signed.manifest.sequence + 1)
}

/// Signs a manifest and keeps it, as the last of the chain, and reads it back. Another back-up may have come first since
/// this one was begun: one for safety, beside one of the plan. Then this one comes behind it.
pub(crate) async fn append(
    store: &Store,
    mut manifest: Manifest,
    key: &HeadKey,
) -> Result<SignedManifest, MakeError> {
    let mut tries_left = MOST_BEFORE;
    loop {
        let signed = SignedManifest::sign(manifest, key).map_err(io::Error::from)?;
        let error = match keep(store, &signed).await {
            Ok(()) => return Ok(signed),
            Err(error) => error,
        };
        manifest = signed.manifest;
        let newest = match &error {
            StoreError::Exists(_) if tries_left > 0 => newest(store, manifest.tenant, &key.public()).await?,
            _ => None,
        };
        // What has the name may also be something that is no back-up.
        let Some(newest) = newest.filter(|newest| newest.signed.manifest.sequence >= manifest.sequence)
        else {
            return Err(error.into());
        };
        manifest.sequence = next(Some(&newest));
        manifest.previous = Some(newest.signed.as_previous());
        tries_left -= 1;
    }
}

async fn keep(store: &Store, signed: &SignedManifest) -> Result<(), StoreError> {
    let Manifest { tenant, tier, sequence, .. } = signed.manifest;
    let path = Layout::of(tenant, tier).manifest(sequence);
    store.put(&path, signed.bytes().to_vec().into()).await?;
    if store.get_small(&path, signed.bytes().len()).await? == signed.bytes() {
        Ok(())
    } else {
        Err(StoreError::Differs(path.to_string()))
    }
}
