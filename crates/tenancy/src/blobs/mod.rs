//! The files of one environment: under its own prefix, encrypted with its own key.

mod cipher;
mod name;
mod pieces;

use std::{fmt, io, path::Path, sync::Arc};

use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt, TryStreamExt, stream::try_unfold};
use kernel::{Error, Random, Result};
use object_store::{
    ObjectStore, ObjectStoreExt, buffered::BufWriter, local::LocalFileSystem, prefix::PrefixStore,
};
use tokio::io::AsyncWriteExt;

use crate::{SecretKey, TenantEntry, files::create_private_dir, seal::Unsealable};
use cipher::{CHUNK, ChunkCipher, HEADER, Header, SEALED_CHUNK};
pub use name::{BadBlobName, BlobName};
pub use pieces::pieces;

/// What the key of an environment's files is derived for.
pub(crate) const KEY_PURPOSE: &str = "blobs";
/// The most bytes [`TenantBlobs::get`] takes into memory.
const MAX_IN_MEMORY: usize = 64 * 1024 * 1024;

/// The store that all environments' files are in, each under a prefix of its own.
#[derive(Clone, Debug)]
pub(crate) struct BlobStore(Arc<dyn ObjectStore>);

impl BlobStore {
    /// A folder. What was put there survives a power cut.
    pub(crate) async fn folder(root: &Path) -> Result<Self> {
        create_private_dir(root).await?;
        let root = root.to_owned();
        let open = move || LocalFileSystem::new_with_prefix(root).map(|store| store.with_fsync(true));
        let store = tokio::task::spawn_blocking(open).await.map_err(Error::internal)?;
        Ok(Self(Arc::new(store.map_err(Error::internal)?)))
    }
}

/// The files of one environment.
///
/// Whoever reads the disk or the bucket sees names and sizes, no contents. A file that was changed,
/// cut short, reordered, renamed or taken from another environment is refused when it is read.
#[derive(Clone)]
pub struct TenantBlobs {
    store: Arc<PrefixStore<Arc<dyn ObjectStore>>>,
    owner: [u8; 16],
    key: SecretKey,
    random: Arc<dyn Random>,
}

impl TenantBlobs {
    pub(crate) fn new(
        store: &BlobStore,
        tenant: &TenantEntry,
        key: SecretKey,
        random: Arc<dyn Random>,
    ) -> Self {
        let prefix = format!("{}/blobs", tenant.slug);
        let store = Arc::new(PrefixStore::new(Arc::clone(&store.0), prefix));
        Self { store, owner: tenant.id.uuid().into_bytes(), key, random }
    }

    /// Keeps `content` under `name`, in place of what was there.
    pub async fn put(&self, name: &BlobName, content: Bytes) -> Result<()> {
        self.put_stream(name, futures::stream::iter([Ok(content)])).await.map(drop)
    }

    /// Keeps what `content` yields under `name` and returns its size in bytes.
    ///
    /// Nothing is kept when it ends in an error: what was there before stays.
    pub async fn put_stream(
        &self,
        name: &BlobName,
        content: impl Stream<Item = io::Result<Bytes>> + Send,
    ) -> Result<u64> {
        let mut writer = BufWriter::new(self.store.clone(), name.path());
        match self.write(&mut writer, name, content).await {
            Ok(size) => Ok(size),
            Err(error) => {
                // Aborting only fails when nothing was uploaded yet, and then there is nothing to undo.
                writer.abort().await.ok();
                Err(error)
            }
        }
    }

    /// The whole content, at most 64 MiB; use [`TenantBlobs::get_stream`] for what may be larger.
    pub async fn get(&self, name: &BlobName) -> Result<Bytes> {
        let mut chunks = std::pin::pin!(self.get_stream(name).await?);
        let mut content = BytesMut::new();
        while let Some(chunk) = chunks.try_next().await? {
            if content.len() + chunk.len() > MAX_IN_MEMORY {
                return Err(Error::internal(format!("blob {name} does not fit in memory")));
            }
            content.extend_from_slice(&chunk);
        }
        Ok(content.freeze())
    }

    /// The content in chunks of at most 64 KiB.
    ///
    /// Each chunk was checked before it is yielded; that none is missing at the end shows only
    /// there, so an error halfway means that what came before is not the whole file.
    pub async fn get_stream(
        &self,
        name: &BlobName,
    ) -> Result<impl Stream<Item = Result<Bytes>> + Send + 'static> {
        let source = pieces(self.store.get(&name.path()).await.map_err(store_error)?);
        let mut reader = Reader { source, pending: BytesMut::new(), is_at_end: false };
        reader.fill(HEADER).await?;
        if reader.pending.len() < HEADER {
            return Err(damaged(name));
        }
        let header = Header::parse(&reader.pending.split_to(HEADER)).ok_or_else(|| damaged(name))?;
        let cipher = ChunkCipher::new(&self.key, &header, self.bound_to(name));
        let name = name.clone();
        Ok(try_unfold(Some((reader, cipher)), move |state| {
            let name = name.clone();
            async move {
                let Some((mut reader, mut cipher)) = state else { return Ok(None) };
                reader.fill(SEALED_CHUNK + 1).await?;
                let is_last = reader.pending.len() <= SEALED_CHUNK;
                let sealed = reader.pending.split_to(reader.pending.len().min(SEALED_CHUNK));
                let chunk = cipher.open(&sealed, is_last).map_err(|_| damaged(&name))?;
                Ok(Some((Bytes::from(chunk), (!is_last).then_some((reader, cipher)))))
            }
        }))
    }

    /// Whether there is something under that name.
    pub async fn has(&self, name: &BlobName) -> Result<bool> {
        match self.store.head(&name.path()).await.map_err(store_error) {
            Ok(_) => Ok(true),
            Err(Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Removes it. Not found when there is nothing under that name.
    pub async fn delete(&self, name: &BlobName) -> Result<()> {
        // Some stores delete what is not there without a word.
        self.store.head(&name.path()).await.map_err(store_error)?;
        self.store.delete(&name.path()).await.map_err(store_error)
    }

    /// Whether there is none.
    pub(crate) async fn is_empty(&self) -> Result<bool> {
        Ok(self.store.list(None).try_next().await.map_err(store_error)?.is_none())
    }

    /// Removes all of them.
    pub(crate) async fn clear(&self) -> Result<()> {
        let names = self.store.list(None).map_ok(|found| found.location).boxed();
        let gone = self.store.delete_stream(names);
        gone.try_for_each(|_| std::future::ready(Ok(()))).await.map_err(store_error)
    }

    async fn write(
        &self,
        writer: &mut BufWriter,
        name: &BlobName,
        content: impl Stream<Item = io::Result<Bytes>> + Send,
    ) -> Result<u64> {
        let mut content = std::pin::pin!(content);
        let header = Header::generate(&*self.random);
        let mut cipher = ChunkCipher::new(&self.key, &header, self.bound_to(name));
        writer.put(Bytes::copy_from_slice(&header.to_bytes())).await.map_err(store_error)?;
        let (mut pending, mut size) = (BytesMut::new(), 0_u64);
        while let Some(bytes) = content.next().await {
            let bytes = bytes.map_err(Error::internal)?;
            size += bytes.len() as u64;
            pending.extend_from_slice(&bytes);
            // A full chunk waits: only when more follows is it known not to be the last.
            while pending.len() > CHUNK {
                let sealed = cipher.seal(&pending.split_to(CHUNK), false).map_err(Error::internal)?;
                writer.put(sealed.into()).await.map_err(store_error)?;
            }
        }
        let sealed = cipher.seal(&pending, true).map_err(Error::internal)?;
        writer.put(sealed.into()).await.map_err(store_error)?;
        writer.shutdown().await.map_err(Error::internal)?;
        Ok(size)
    }

    fn bound_to(&self, name: &BlobName) -> Vec<u8> {
        [self.owner.as_slice(), name.as_str().as_bytes()].concat()
    }
}

impl fmt::Debug for TenantBlobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TenantBlobs").field(&self.store.to_string()).finish()
    }
}

/// Collects what a store sends in pieces of any size.
struct Reader<S> {
    source: S,
    pending: BytesMut,
    is_at_end: bool,
}

impl<S: Stream<Item = object_store::Result<Bytes>> + Unpin> Reader<S> {
    /// Reads until `wanted` bytes are there or no more come.
    async fn fill(&mut self, wanted: usize) -> Result<()> {
        while !self.is_at_end && self.pending.len() < wanted {
            match self.source.try_next().await.map_err(store_error)? {
                Some(bytes) => self.pending.extend_from_slice(&bytes),
                None => self.is_at_end = true,
            }
        }
        Ok(())
    }
}

fn store_error(error: object_store::Error) -> Error {
    match error {
        object_store::Error::NotFound { .. } => Error::NotFound,
        error => Error::internal(error),
    }
}

fn damaged(name: &BlobName) -> Error {
    tracing::error!(%name, "a blob is damaged or not this environment's");
    Error::internal(Unsealable)
}
