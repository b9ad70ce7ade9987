//! Reads a back-up: fetches, checks and opens what its manifest names.

use std::{
    fs::File,
    io::{self, BufWriter, Read, Write},
    path::Path as FilePath,
};

use bytes::Bytes;
use futures::{Stream, StreamExt};
use kernel::TenantId;
use ledger::PublicKey;
use object_store::path::Path;
use tokio::task::spawn_blocking;
use tokio_util::io::{StreamReader, SyncIoBridge};

use crate::{
    background::in_thread,
    files::{self, FileEntry},
    layout::Layout,
    make::Environment,
    manifest::{Part, SignedManifest, Tier},
    seal::{self, Identity, Measure, OpenError},
    signed::BadStatement,
    store::{Store, StoreError},
};

/// The largest manifest there can be.
const MOST_MANIFEST: usize = 4 * 1024 * 1024;
/// The largest environment part there can be, opened.
const MOST_ENVIRONMENT: u64 = 1024 * 1024;
/// The largest list of files there can be, compressed.
const MOST_LIST: usize = 256 * 1024 * 1024;

/// What is wrong with a back-up, and where.
#[derive(Debug, thiserror::Error)]
pub enum BadBackup {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Its manifest is not believed.
    #[error("the manifest `{path}` is not to be trusted: {reason}")]
    Manifest {
        /// Where it lies.
        path: String,
        /// Why.
        reason: BadStatement,
    },
    /// Its manifest is true, and of another environment, store or number than where it lies.
    #[error(
        "the manifest `{path}` is that of {kind} back-up {sequence} of {tenant}: it was put in another's place"
    )]
    Misplaced {
        /// Where it lies.
        path: String,
        /// Of what it is.
        kind: Tier,
        /// Which.
        sequence: u64,
        /// Whose.
        tenant: TenantId,
    },
    /// An object is not what the manifest says.
    #[error("`{object}` is not what the manifest says: it is {found}")]
    Differs {
        /// Which.
        object: String,
        /// What lies there.
        found: Measure,
    },
    /// An object does not open.
    #[error("`{object}` does not open: {reason}")]
    Sealed {
        /// Which.
        object: String,
        /// Why.
        reason: OpenError,
    },
    /// It opens, and cannot be read.
    #[error("`{object}` cannot be read: {reason}")]
    Unreadable {
        /// Which.
        object: String,
        /// Why.
        reason: String,
    },
    /// A file that a record holds is in no list.
    #[error("the file with SHA-256 {0} is in no list")]
    FileMissing(ledger::Hash),
    /// The disk.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A back-up in a store, of which the manifest was read and found true.
#[derive(Debug, Clone)]
pub struct Backup<'a> {
    /// What it says of itself.
    pub signed: SignedManifest,
    store: &'a Store,
    layout: Layout,
}

impl<'a> Backup<'a> {
    /// Reads the manifest of one back-up.
    pub async fn find(
        store: &'a Store,
        (tenant, sequence): (TenantId, u64),
        key: &PublicKey,
    ) -> Result<Self, BadBackup> {
        let layout = Layout::of(tenant, store.tier());
        let path = layout.manifest(sequence);
        let bytes = store.get_small(&path, MOST_MANIFEST).await?;
        let signed = SignedManifest::open(bytes, key)
            .map_err(|reason| BadBackup::Manifest { path: path.to_string(), reason })?;
        let manifest = &signed.manifest;
        if (manifest.tenant, manifest.tier, manifest.sequence) != (tenant, store.tier(), sequence) {
            return Err(BadBackup::Misplaced {
                path: path.to_string(),
                kind: manifest.tier,
                sequence: manifest.sequence,
                tenant: manifest.tenant,
            });
        }
        Ok(Self { signed, store, layout })
    }

    /// The numbers of the back-ups of an environment in a store, the oldest first. What lies there otherwise is
    /// left out.
    pub async fn list(store: &Store, tenant: TenantId) -> Result<Vec<u64>, StoreError> {
        let manifests = store.list_all(&Layout::of(tenant, store.tier()).manifests()).await?;
        Ok(manifests.iter().filter_map(|found| Layout::sequence(&found.location)).collect())
    }

    /// Reads every object and compares it with the manifest and the list of files, without opening any: how many
    /// there are, and their bytes. Needs no key.
    pub async fn check(&self) -> Result<(u64, u64), BadBackup> {
        let manifest = &self.signed.manifest;
        let parts = [&manifest.database, &manifest.environment];
        let parts = parts.map(|part| (part.object.clone(), part.bytes, part.sha256));
        let files = self.files().await?.into_iter().map(|entry| (entry.object, entry.bytes, entry.sha256));
        let (mut objects, mut total) = (1, manifest.files.bytes);
        for (object, bytes, sha256) in parts.into_iter().chain(files) {
            let found = self.store.measure(&self.path(&object)?).await?;
            if found != (Measure { bytes, sha256 }) {
                return Err(BadBackup::Differs { object, found });
            }
            (objects, total) = (objects + 1, total + bytes);
        }
        Ok((objects, total))
    }

    /// Where its objects lie, manifest and files included, and their bytes.
    pub(crate) async fn objects(&self) -> Result<Vec<(Path, u64)>, BadBackup> {
        let manifest = &self.signed.manifest;
        let files = self.files().await?;
        let named = [
            (&manifest.database.object, manifest.database.bytes),
            (&manifest.environment.object, manifest.environment.bytes),
            (&manifest.files.object, manifest.files.bytes),
        ];
        let named = named.into_iter().chain(files.iter().map(|entry| (&entry.object, entry.bytes)));
        let mut objects: Vec<(Path, u64)> =
            named.map(|(object, bytes)| Ok((self.path(object)?, bytes))).collect::<Result<_, BadBackup>>()?;
        let length = self.signed.bytes().len() as u64;
        objects.push((self.layout.manifest(manifest.sequence), length));
        Ok(objects)
    }

    /// What the registry knew of the environment.
    pub async fn environment(&self, identity: &Identity) -> Result<Environment, BadBackup> {
        let part = &self.signed.manifest.environment;
        let most = MOST_ENVIRONMENT.min(part.plain_bytes);
        let plain = self.open(identity, (part, most), Vec::new()).await?;
        serde_json::from_slice(&plain).map_err(|error| unreadable(&part.object, error))
    }

    /// Writes the database to a new file.
    pub async fn database(&self, identity: &Identity, file: &FilePath) -> Result<(), BadBackup> {
        let part = &self.signed.manifest.database;
        let sink = BufWriter::new(File::create_new(file)?);
        let written = self.open(identity, (part, part.plain_bytes), sink).await?;
        written.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        Ok(())
    }

    /// Its list of files.
    pub async fn files(&self) -> Result<Vec<FileEntry>, BadBackup> {
        let list = &self.signed.manifest.files;
        let bytes = self.store.get_small(&self.path(&list.object)?, MOST_LIST).await?;
        let found = seal::measure(&bytes);
        if (found.bytes, found.sha256) != (list.bytes, list.sha256) {
            return Err(BadBackup::Differs { object: list.object.clone(), found });
        }
        let entries = spawn_blocking(move || files::read(&bytes)).await.map_err(io::Error::other)?;
        let entries = entries.map_err(|error| unreadable(&list.object, error))?;
        if entries.len() as u64 == list.count {
            Ok(entries)
        } else {
            Err(unreadable(&list.object, format!("it lists {} files, not {}", entries.len(), list.count)))
        }
    }

    /// Opens one file of the list into `sink`; what is in it. It may be as long as `most` bytes.
    pub async fn file<W: Write + Send + 'static>(
        &self,
        identity: &Identity,
        (entry, most): (&FileEntry, u64),
        sink: W,
    ) -> Result<(Measure, W), BadBackup> {
        let sealed = Measure { bytes: entry.bytes, sha256: entry.sha256 };
        self.unseal(identity, (&entry.object, sealed, most), sink).await
    }

    async fn open<W: Write + Send + 'static>(
        &self,
        identity: &Identity,
        (part, most): (&Part, u64),
        sink: W,
    ) -> Result<W, BadBackup> {
        let part = &Part { plain_bytes: most.min(part.plain_bytes), ..part.clone() };
        open_part(self.store, &self.layout, (identity, part), sink).await
    }

    async fn unseal<W: Write + Send + 'static>(
        &self,
        identity: &Identity,
        (object, wanted, most): (&str, Measure, u64),
        sink: W,
    ) -> Result<(Measure, W), BadBackup> {
        unseal((self.store, self.path(object)?), (identity, object), (wanted, most), sink).await
    }

    fn path(&self, object: &str) -> Result<Path, BadBackup> {
        self.layout.object(object).ok_or_else(|| unreadable(object, "its name leads elsewhere"))
    }
}

/// Opens a part into `sink`; it is what its measures say, or an error.
pub(crate) async fn open_part<W: Write + Send + 'static>(
    store: &Store,
    layout: &Layout,
    (identity, part): (&Identity, &Part),
    sink: W,
) -> Result<W, BadBackup> {
    let path =
        layout.object(&part.object).ok_or_else(|| unreadable(&part.object, "its name leads elsewhere"))?;
    let sealed = Measure { bytes: part.bytes, sha256: part.sha256 };
    let wanted = (sealed, part.plain_bytes);
    let (plain, sink) = unseal((store, path), (identity, &part.object), wanted, sink).await?;
    if (plain.bytes, plain.sha256) == (part.plain_bytes, part.plain_sha256) {
        Ok(sink)
    } else {
        Err(BadBackup::Differs { object: part.object.clone(), found: plain })
    }
}

async fn unseal<W: Write + Send + 'static>(
    (store, path): (&Store, Path),
    (identity, object): (&Identity, &str),
    (wanted, most): (Measure, u64),
    sink: W,
) -> Result<(Measure, W), BadBackup> {
    let stream = store.get(&path).await?;
    let reader = blocking(stream);
    let identity = identity.clone();
    let opening = in_thread(move || {
        let mut sink = sink;
        seal::open(&identity, (reader, most), &mut sink).map(|measures| (measures, sink))
    });
    let opened = opening.await?;
    let ((sealed, plain), sink) =
        opened.map_err(|reason| BadBackup::Sealed { object: object.to_owned(), reason })?;
    if sealed == wanted {
        Ok((plain, sink))
    } else {
        Err(BadBackup::Differs { object: object.to_owned(), found: sealed })
    }
}

fn unreadable(object: &str, reason: impl ToString) -> BadBackup {
    BadBackup::Unreadable { object: object.to_owned(), reason: reason.to_string() }
}

/// A stream as threads that may wait read it.
fn blocking(
    stream: impl Stream<Item = Result<Bytes, StoreError>> + Send + 'static,
) -> impl Read + Send + 'static {
    SyncIoBridge::new(StreamReader::new(Box::pin(stream.map(|piece| piece.map_err(io::Error::other)))))
}
