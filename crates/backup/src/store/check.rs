//! Tries out what a store lets others do with what lies there.

use bytes::Bytes;
use kernel::Random;
use object_store::{GetOptions, ObjectStore, ObjectStoreExt, PutPayload, path::Path};

use super::{Store, StoreError, patiently, versions::Version};

/// What a store does when somebody writes over an object, or deletes it, with the server's own access key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It refuses.
    Refused,
    /// It does so, and keeps what was there as an older version: when deleting, one that cannot be deleted either.
    Kept,
    /// What was there is gone.
    Lost,
}

/// What was tried, and what came of it.
#[derive(Debug, Clone)]
pub struct StoreCheck {
    /// Where the probe lies, or lay.
    pub probe: String,
    /// A name that is taken is refused to whoever asks for a new one: two servers cannot write one manifest.
    pub creates_once: bool,
    /// What a list shows is there.
    pub lists: bool,
    /// Writing over it.
    pub overwritten: Held,
    /// Deleting it.
    pub deleted: Held,
}

impl StoreCheck {
    /// Whether back-ups may be made here at all.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.creates_once && self.lists
    }

    /// Whether somebody who has the server's access key cannot take back-ups away.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.overwritten != Held::Lost && self.deleted != Held::Lost
    }
}

impl Store {
    /// Puts a small object there and does what somebody would who wants to be rid of it. Where it can be deleted it
    /// is; where a lock keeps it, it stays for as long as the lock lasts.
    pub async fn check(&self, random: &dyn Random) -> Result<StoreCheck, StoreError> {
        let mut bytes = [0_u8; 16];
        random.fill(&mut bytes);
        let folder = Path::from(format!("{}/probes", self.tier));
        let probe = folder.clone().join(format!("{:032x}", u128::from_be_bytes(bytes)));
        let first = Bytes::from_static(b"waarborg was here");
        self.put(&probe, first.clone()).await?;
        if self.get_small(&probe, first.len()).await? != first {
            return Err(StoreError::Differs(probe.to_string()));
        }
        let original = self.version(&probe).await?;
        let creates_once = match self.put(&probe, Bytes::from_static(b"a second time")).await {
            Err(StoreError::Exists(_)) => true,
            Ok(()) => false,
            Err(error) => return Err(error),
        };
        let listed = self.list_all(&folder).await?;
        let lists = listed.iter().any(|found| found.location == probe);
        let original = original.as_deref();
        let over = self.objects.put(&probe, PutPayload::from_static(b"written over"));
        let overwritten = match patiently(over).await?.map_err(StoreError::at(&probe)) {
            Ok(_) if self.still_reads(&probe, original, &first).await? => Held::Kept,
            Ok(_) => Held::Lost,
            Err(error) => refused(error)?,
        };
        let deleted = match patiently(self.objects.delete(&probe)).await?.map_err(StoreError::at(&probe)) {
            Ok(()) => self.deleted_for_good(&probe, original, &first).await?,
            Err(error) => refused(error)?,
        };
        Ok(StoreCheck { probe: probe.to_string(), creates_once, lists, overwritten, deleted })
    }

    /// The name of the version that is read, where a store has such names.
    async fn version(&self, path: &Path) -> Result<Option<String>, StoreError> {
        match &self.versions {
            Some(versions) => Ok(patiently(versions.current(path)).await??.id),
            None => Ok(None),
        }
    }

    /// Somebody who may hide an object may try to delete what lies beneath, too.
    async fn deleted_for_good(
        &self,
        path: &Path,
        original: Option<&str>,
        first: &[u8],
    ) -> Result<Held, StoreError> {
        let (Some(versions), Some(id)) = (&self.versions, original) else { return Ok(Held::Lost) };
        let version = Version { id: Some(id.to_owned()), locked_until: None };
        match patiently(versions.delete(path, &version)).await? {
            Ok(()) => Ok(Held::Lost),
            Err(error) => {
                refused(error)?;
                let is_kept = self.still_reads(path, original, first).await?;
                Ok(if is_kept { Held::Kept } else { Held::Lost })
            }
        }
    }

    /// Whether an older version is there as it was written.
    async fn still_reads(
        &self,
        path: &Path,
        version: Option<&str>,
        first: &[u8],
    ) -> Result<bool, StoreError> {
        let Some(version) = version else { return Ok(false) };
        let options = GetOptions { version: Some(version.to_owned()), ..GetOptions::default() };
        let read = async { self.objects.get_opts(path, options).await?.bytes().await };
        match patiently(read).await?.map_err(StoreError::at(path)) {
            Ok(found) => Ok(found == first),
            Err(StoreError::Missing(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Whether an error says no; otherwise nothing was learnt.
fn refused(error: StoreError) -> Result<Held, StoreError> {
    match error {
        StoreError::Locked(_) | StoreError::Denied(_) | StoreError::Exists(_) => Ok(Held::Refused),
        error => Err(error),
    }
}
