//! A place where back-ups lie: a folder, or a bucket of S3. Nothing in it is ever written twice.

mod check;
mod delete;
mod error;
mod lock;
mod pair;
mod place;
mod s3;
mod versions;
mod wire;

use std::{fmt, sync::Arc, time::Duration};

use bytes::Bytes;
use futures::{Stream, StreamExt, TryStreamExt, stream};
use ledger::Hash;
use object_store::{
    ObjectMeta, ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload, WriteMultipart,
    local::LocalFileSystem, path::Path,
};
use sha2::{Digest, Sha256};
use tokio::time::timeout;

use self::versions::Versions;
pub use self::{
    check::{Held, StoreCheck},
    delete::Deleted,
    error::StoreError,
    pair::{BadStores, SamePlace, Stores},
    place::{BadPlace, S3Place, StorePlace},
    s3::Endurance,
};
use crate::{manifest::Tier, seal::Measure};

/// Bytes of one part of a large object; no object is larger than 10,000 of them.
const PART: usize = 8 * 1024 * 1024;
/// Parts on their way at the same time.
const PARTS_AT_ONCE: usize = 4;
/// The longest a store may say nothing, all attempts of [`Endurance`] included.
const PATIENCE: Duration = Duration::from_mins(3);
/// More objects than a sound store shows below one folder: a list ends, whoever makes it.
const MOST_LISTED: usize = 1_000_000;

/// A place where back-ups lie.
#[derive(Clone)]
pub struct Store {
    tier: Tier,
    place: String,
    objects: Arc<dyn ObjectStore>,
    /// Of a bucket.
    versions: Option<Versions>,
    /// An object of which one bit is read wrongly: a drill for the one who proves.
    spoilt: Option<(Path, u64)>,
}

impl Store {
    /// `place` says where it is, to people.
    #[must_use]
    pub fn new(tier: Tier, place: String, objects: Arc<dyn ObjectStore>) -> Self {
        Self { tier, place, objects, versions: None, spoilt: None }
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
        let put = self.objects.put_opts(path, PutPayload::from_bytes(bytes.clone()), once);
        match patiently(put).await?.map_err(StoreError::at(path)) {
            // An attempt of which the answer was lost may have come through: then it is ours.
            Err(StoreError::Exists(taken)) => match self.get_small(path, bytes.len()).await {
                Ok(found) if found == bytes => Ok(()),
                Ok(_) | Err(StoreError::Differs(_) | StoreError::Missing(_)) => {
                    Err(StoreError::Exists(taken))
                }
                Err(error) => Err(error),
            },
            put => put.map(drop),
        }
    }

    /// Whether there is an object of that name.
    pub(crate) async fn has(&self, path: &Path) -> Result<bool, StoreError> {
        match patiently(self.objects.head(path)).await?.map_err(StoreError::at(path)) {
            Ok(_) => Ok(true),
            Err(StoreError::Missing(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whether an object is there to be part of one more back-up. Where objects are locked, it is so from now on for
    /// as long as one that is sent now.
    pub(crate) async fn keep_on(&self, path: &Path) -> Result<bool, StoreError> {
        let Some(versions) = &self.versions else { return Ok(true) };
        match patiently(versions.keep_on(path)).await? {
            Ok(()) => Ok(true),
            Err(StoreError::Missing(_)) => Ok(false),
            Err(error) => Err(error),
        }
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
            Ok(()) => match patiently(upload.finish()).await?.map_err(StoreError::at(path)) {
                // The upload is not there any more: an attempt of which the answer was lost has ended it. Whoever
                // asked reads back what is there.
                Err(StoreError::Missing(_)) if self.has(path).await? => Ok(()),
                finished => finished.map(drop),
            },
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
        let pieces = patient(tenancy::pieces(found));
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
        while let Some(piece) = pieces.try_next().await? {
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
        while let Some(piece) = pieces.try_next().await? {
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
        Ok(listed.map_err(StoreError::at(folder))?.common_prefixes)
    }

    /// The objects below a folder, as they come.
    pub(crate) fn list(
        &self,
        folder: &Path,
    ) -> impl Stream<Item = Result<ObjectMeta, StoreError>> + Send + use<> {
        patient(self.objects.list(Some(folder)))
    }

    /// The objects below a folder, by name.
    pub(crate) async fn list_all(&self, folder: &Path) -> Result<Vec<ObjectMeta>, StoreError> {
        let mut listed = std::pin::pin!(self.list(folder));
        let mut found = Vec::new();
        while let Some(object) = listed.try_next().await? {
            if found.len() == MOST_LISTED {
                return Err(StoreError::TooMany(MOST_LISTED));
            }
            found.push(object);
        }
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
        patiently(upload.wait_for_capacity(PARTS_AT_ONCE)).await?.map_err(StoreError::whole)?;
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

/// What a store sends piece by piece, each within its time.
fn patient<T: Send + 'static>(
    pieces: impl Stream<Item = object_store::Result<T>> + Send + 'static,
) -> impl Stream<Item = Result<T, StoreError>> + Send {
    stream::try_unfold(pieces.boxed(), async |mut pieces| {
        let piece = patiently(pieces.try_next()).await?.map_err(StoreError::whole)?;
        Ok(piece.map(|piece| (piece, pieces)))
    })
}
