//! A place where back-ups lie: a folder, or a bucket of S3. Nothing in it is ever written twice.

use std::{fmt, sync::Arc, time::Duration};

use bytes::Bytes;
use futures::{Stream, StreamExt, TryStreamExt};
use ledger::Hash;
use object_store::{
    ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload, WriteMultipart, local::LocalFileSystem,
    path::Path,
};
use sha2::{Digest, Sha256};
use tokio::time::timeout;

use crate::{manifest::Tier, seal::Measure};

/// Bytes of one part of a large object; no object is larger than 10,000 of them.
const PART: usize = 8 * 1024 * 1024;
/// Parts on their way at the same time.
const PARTS_AT_ONCE: usize = 4;
/// The longest a store may say nothing.
const PATIENCE: Duration = Duration::from_mins(2);

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such object.
    #[error("`{0}` is not there")]
    Missing(String),
    /// There is one, and it stays.
    #[error("`{0}` is there already")]
    Exists(String),
    /// What came back is not what was sent.
    #[error("`{0}` does not read back as it was written")]
    Differs(String),
    /// It did not answer in time.
    #[error("the store says nothing for {} seconds", PATIENCE.as_secs())]
    Silent,
    /// What was to be sent could not be read.
    #[error("what was to be kept ended early: {0}")]
    Source(std::io::Error),
    /// It refused, or broke off; it was tried several times.
    #[error(transparent)]
    Refused(object_store::Error),
}

impl StoreError {
    /// True when it tells what lies there; false when the store could not be asked now.
    pub(crate) fn is_verdict(&self) -> bool {
        matches!(self, Self::Missing(_) | Self::Differs(_))
    }

    fn at(path: &Path) -> impl FnOnce(object_store::Error) -> Self {
        move |error| match error {
            object_store::Error::NotFound { .. } => Self::Missing(path.to_string()),
            object_store::Error::AlreadyExists { .. } | object_store::Error::Precondition { .. } => {
                Self::Exists(path.to_string())
            }
            error => Self::Refused(error),
        }
    }
}

/// A place where back-ups lie.
#[derive(Clone)]
pub struct Store {
    tier: Tier,
    place: String,
    objects: Arc<dyn ObjectStore>,
    /// An object of which one bit is read wrongly: a drill for the one who proves.
    spoilt: Option<(Path, u64)>,
}

impl Store {
    /// `place` says where it is, to people and to tell two stores apart.
    #[must_use]
    pub fn new(tier: Tier, place: String, objects: Arc<dyn ObjectStore>) -> Self {
        Self { tier, place, objects, spoilt: None }
    }

    /// A folder, made when there is none. What was written there survives a power cut.
    pub fn folder(tier: Tier, path: &std::path::Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(path)?;
        let place = path.canonicalize()?.display().to_string();
        let objects = LocalFileSystem::new_with_prefix(path).map_err(std::io::Error::other)?.with_fsync(true);
        Ok(Self::new(tier, place, Arc::new(objects)))
    }

    /// What it is for.
    #[must_use]
    pub fn tier(&self) -> Tier {
        self.tier
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Keeps a small object, if there is none of that name.
    pub(crate) async fn put(&self, path: &Path, bytes: Bytes) -> Result<(), StoreError> {
        let once = PutOptions { mode: PutMode::Create, ..PutOptions::default() };
        let put = self.objects.put_opts(path, PutPayload::from_bytes(bytes), once);
        patiently(put).await?.map(drop).map_err(StoreError::at(path))
    }

    /// Keeps an object of any size as it comes. Its name must be one that nobody else can have thought of: a store
    /// cannot refuse a large object whose name is taken.
    pub(crate) async fn put_stream(
        &self,
        path: &Path,
        content: impl Stream<Item = std::io::Result<Bytes>>,
    ) -> Result<(), StoreError> {
        let mut content = std::pin::pin!(content);
        let mut first = Vec::new();
        // What fits in one part goes in one piece.
        let mut is_small = false;
        while first.len() < PART {
            let Some(bytes) = content.next().await else {
                is_small = true;
                break;
            };
            first.extend_from_slice(&bytes.map_err(StoreError::Source)?);
        }
        if is_small {
            return self.put(path, first.into()).await;
        }
        let upload = patiently(self.objects.put_multipart(path)).await?.map_err(StoreError::at(path))?;
        let mut upload = WriteMultipart::new_with_chunk_size(upload, PART);
        match send(&mut upload, (first.into(), content)).await {
            Ok(()) => patiently(upload.finish()).await?.map(drop).map_err(StoreError::at(path)),
            Err(error) => {
                // What was sent is of no use, and nothing shows it: a store that cannot forget it now does so later.
                if let Err(error) = upload.abort().await {
                    tracing::warn!(%path, %error, "an upload that failed could not be undone");
                }
                Err(error)
            }
        }
    }

    /// What an object holds, in pieces.
    pub(crate) async fn get(
        &self,
        path: &Path,
    ) -> Result<impl Stream<Item = Result<Bytes, StoreError>> + Send + use<>, StoreError> {
        let found = patiently(self.objects.get(path)).await?.map_err(StoreError::at(path))?;
        let mut until_spoilt =
            self.spoilt.as_ref().filter(|(spoilt, _)| spoilt == path).map(|(_, byte)| *byte);
        let pieces = found.into_stream().map_err(StoreError::Refused);
        Ok(pieces.map_ok(move |piece| until_spoilt.as_mut().map_or(piece.clone(), |left| spoil(piece, left))))
    }

    /// The same store, in which one bit of one object is read wrongly.
    pub(crate) fn spoilt(&self, path: Path, byte: u64) -> Self {
        Self { spoilt: Some((path, byte)), ..self.clone() }
    }

    /// A small object whole, at most `most` bytes.
    pub(crate) async fn get_small(&self, path: &Path, most: usize) -> Result<Vec<u8>, StoreError> {
        let mut pieces = std::pin::pin!(self.get(path).await?);
        let mut bytes = Vec::new();
        while let Some(piece) = patiently(pieces.try_next()).await?? {
            if bytes.len() + piece.len() > most {
                return Err(StoreError::Differs(path.to_string()));
            }
            bytes.extend_from_slice(&piece);
        }
        Ok(bytes)
    }

    /// Reads an object whole and measures it.
    pub(crate) async fn measure(&self, path: &Path) -> Result<Measure, StoreError> {
        let mut pieces = std::pin::pin!(self.get(path).await?);
        let (mut digest, mut bytes) = (Sha256::new(), 0_u64);
        while let Some(piece) = patiently(pieces.try_next()).await?? {
            bytes += piece.len() as u64;
            digest.update(&piece);
        }
        Ok(Measure { bytes, sha256: Hash(digest.finalize().into()) })
    }

    /// Reads an object back; refused when it is not what was written.
    pub(crate) async fn confirm(&self, path: &Path, written: Measure) -> Result<(), StoreError> {
        let read = self.measure(path).await?;
        if read == written { Ok(()) } else { Err(StoreError::Differs(path.to_string())) }
    }

    /// The folders in a folder, by name.
    pub(crate) async fn folders(&self, folder: &Path) -> Result<Vec<Path>, StoreError> {
        let listed = patiently(self.objects.list_with_delimiter(Some(folder))).await?;
        Ok(listed.map_err(StoreError::Refused)?.common_prefixes)
    }

    /// Removes an object; one that is not there is no error.
    pub(crate) async fn remove(&self, path: &Path) -> Result<(), StoreError> {
        match patiently(self.objects.delete(path)).await? {
            Err(object_store::Error::NotFound { .. }) | Ok(()) => Ok(()),
            Err(error) => Err(StoreError::Refused(error)),
        }
    }

    /// The objects below a folder, by name.
    pub(crate) async fn list(&self, folder: &Path) -> Result<Vec<object_store::ObjectMeta>, StoreError> {
        let listed = self.objects.list(Some(folder)).map_err(StoreError::Refused).try_collect();
        let mut found: Vec<object_store::ObjectMeta> = patiently(listed).await??;
        found.sort_by(|one, other| one.location.cmp(&other.location));
        Ok(found)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Store({}, {})", self.tier, self.place)
    }
}

async fn send(
    upload: &mut WriteMultipart,
    (first, mut content): (Bytes, impl Stream<Item = std::io::Result<Bytes>> + Unpin),
) -> Result<(), StoreError> {
    upload.put(first);
    while let Some(bytes) = content.next().await {
        let bytes = bytes.map_err(StoreError::Source)?;
        patiently(upload.wait_for_capacity(PARTS_AT_ONCE)).await?.map_err(StoreError::Refused)?;
        upload.put(bytes);
    }
    Ok(())
}

/// Flips a bit of the byte that is `left` bytes on, when it is in this piece.
fn spoil(piece: Bytes, left: &mut u64) -> Bytes {
    let (length, place) = (piece.len() as u64, *left);
    *left = left.wrapping_sub(length);
    match usize::try_from(place) {
        Ok(place) if (place as u64) < length => {
            let mut bytes = piece.to_vec();
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 1;
            }
            *left = u64::MAX;
            bytes.into()
        }
        _ => piece,
    }
}

async fn patiently<T>(asked: impl Future<Output = T>) -> Result<T, StoreError> {
    timeout(PATIENCE, asked).await.map_err(|_| StoreError::Silent)
}
