//! Makes a back-up: snapshot, database, files that are new, and the manifest last.

use std::{
    collections::HashMap,
    io,
    path::{Path as FilePath, PathBuf},
};

use futures::{StreamExt, TryStreamExt};
use kernel::{Clock, Random};
use ledger::{Hash, HeadKey};
use object_store::path::Path;
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use tenancy::{Snapshot, TenantBlobs, TenantDb, TenantEntry, TenantKey};
use tokio_util::io::{StreamReader, SyncIoBridge};

use crate::{
    chain,
    fetch::{Backup, BadBackup},
    files::{self, FileEntry},
    layout::{Kind, Layout},
    manifest::{AuditHead, FORMAT, FileList, Manifest, Part, SignedManifest, Versions},
    pipe::{self, Sent},
    progress::Progress,
    scratch,
    seal::{self, Recipients},
    store::{Store, StoreError},
};

/// What the names of files in lists are made with.
const NAMES: &str = "back-up file names";
/// Files on their way at the same time, beside the database.
const FILES_AT_ONCE: usize = 3;

/// An environment that is backed up.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// What the registry knows of it.
    pub tenant: &'a TenantEntry,
    /// Its database.
    pub db: &'a TenantDb,
    /// Its files.
    pub blobs: &'a TenantBlobs,
    /// A folder for the copy of the database while it is worked on.
    pub scratch: &'a FilePath,
}

/// What back-ups are made with.
pub struct Workshop<'a> {
    /// The keys that open them.
    pub recipients: &'a Recipients,
    /// What manifests are signed with.
    pub key: &'a HeadKey,
    /// Now.
    pub clock: &'a dyn Clock,
    /// For names.
    pub random: &'a dyn Random,
    /// Is told how far it is.
    pub progress: &'a Progress,
}

/// Why no back-up was made. What was written of it means nothing, and is removed one day.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The newest back-up that lies there is not believed: making another upon it would hide that.
    #[error("the back-up before is not to be trusted: {0}")]
    Previous(#[source] BadBackup),
    /// A file that a record holds is not there, or is damaged.
    #[error("the file with SHA-256 {sha256} cannot be read: {reason}")]
    File {
        /// Which.
        sha256: Hash,
        /// Why.
        reason: String,
    },
    /// The environment's database, or this program.
    #[error(transparent)]
    Product(#[from] kernel::Error),
    /// The disk.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What the registry knows of an environment, as a back-up holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Environment {
    /// Its id.
    pub id: kernel::TenantId,
    /// Its short name.
    pub slug: String,
    /// Its name, for its users.
    pub name: String,
    /// The address that led to it.
    pub host: String,
    /// The language of whoever has not chosen one.
    pub locale: kernel::Locale,
    /// When it was asked for.
    pub created_at: kernel::Instant,
    /// What its own keys come from.
    pub key: CarriedKey,
}

/// What an environment's own keys come from, on its way in a back-up: 32 bytes in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedKey(pub TenantKey);

impl Serialize for CarriedKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Hash(**self.0.expose()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for CarriedKey {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Hash(bytes) = Hash::deserialize(deserializer)?;
        Ok(Self(TenantKey::new(bytes.into())))
    }
}

impl Environment {
    /// What names of files in the list are made with.
    pub(crate) fn file_names(&self) -> tenancy::SecretKey {
        self.key.0.derive(NAMES)
    }
}

impl Source<'_> {
    fn environment(&self) -> Environment {
        let TenantEntry { id, slug, name, host, locale, created_at, .. } = self.tenant;
        Environment {
            id: *id,
            slug: slug.to_string(),
            name: name.clone(),
            host: host.to_string(),
            locale: *locale,
            created_at: *created_at,
            key: CarriedKey(self.db.key().clone()),
        }
    }
}

/// A copy of the database on this machine, and what was read of it.
struct Copy {
    file: PathBuf,
    snapshot: Snapshot,
    taken_at: kernel::Instant,
    contents: Vec<domain::file::Content>,
    audit_head: Option<AuditHead>,
    schema: String,
    sqlite: String,
    // The file goes with it.
    _folder: TempDir,
}

/// Makes a back-up of an environment in a store. When it returns, all of it was read back as it was written.
pub async fn make(
    source: Source<'_>,
    store: &Store,
    workshop: &Workshop<'_>,
) -> Result<SignedManifest, MakeError> {
    let layout = Layout::of(source.tenant.id, store.tier());
    let previous = chain::newest(store, source.tenant.id, &workshop.key.public()).await?;
    let copy = take(source, workshop.clock).await?;
    let making = Making { source, store, layout: &layout, workshop };
    // What is in the tables is added up while they and the files are sent.
    let sending = making.objects((&copy.file, copy.contents), previous.as_ref());
    let ((database, environment, files), tables) =
        futures::try_join!(sending, async { Ok(copy.snapshot.tables().await?) })?;
    copy.snapshot.close().await?;
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        tenant: source.tenant.id,
        slug: source.tenant.slug.to_string(),
        tier: store.tier(),
        sequence: chain::next(previous.as_ref()),
        taken_at: copy.taken_at,
        finished_at: workshop.clock.now(),
        versions: Versions {
            waarborg: env!("CARGO_PKG_VERSION").to_owned(),
            schema: copy.schema,
            sqlite: copy.sqlite,
        },
        recipients: workshop.recipients.names(),
        database,
        environment,
        files,
        tables: tables.into_iter().map(|(name, digest)| (name, digest.into())).collect(),
        audit_head: copy.audit_head,
        previous: previous.as_ref().map(|previous| previous.signed.as_previous()),
    };
    chain::append(store, manifest, workshop.key).await
}

async fn take(source: Source<'_>, clock: &dyn Clock) -> Result<Copy, MakeError> {
    let folder = scratch::folder(source.scratch).await?;
    let file = folder.path().join("copy.sqlite");
    let taken_at = clock.now();
    source.db.snapshot_to(&file).await?;
    let snapshot = Snapshot::open(&file);
    let audit_head = domain::audit::end_of(&snapshot).await?;
    Ok(Copy {
        taken_at,
        contents: domain::file::contents(&snapshot).await?,
        audit_head: audit_head.map(|(seq, hash)| AuditHead { seq, hash }),
        schema: snapshot.schema_version().await?,
        sqlite: snapshot.sqlite_version().await?,
        file,
        snapshot,
        _folder: folder,
    })
}

/// A back-up that is being made.
struct Making<'a> {
    source: Source<'a>,
    store: &'a Store,
    layout: &'a Layout,
    workshop: &'a Workshop<'a>,
}

impl Making<'_> {
    fn path(&self, object: &str) -> Result<Path, MakeError> {
        self.layout.object(object).ok_or_else(|| StoreError::Missing(object.to_owned()).into())
    }

    /// Sends the database, what the registry knows, and the files.
    async fn objects(
        &self,
        (file, contents): (&FilePath, Vec<domain::file::Content>),
        previous: Option<&Backup<'_>>,
    ) -> Result<(Part, Part, FileList), MakeError> {
        let file = std::fs::File::open(file)?;
        self.workshop.progress.expect(file.metadata()?.len());
        let environment = serde_json::to_vec_pretty(&self.source.environment()).map_err(io::Error::from)?;
        let environment = self.part(Kind::Environment, io::Cursor::new(environment)).await?;
        // Beside each other: one large object keeps one processor busy, and the others would wait.
        let (database, files) =
            futures::try_join!(self.part(Kind::Database, file), self.files(contents, previous))?;
        Ok((database, environment, files))
    }

    async fn part(&self, kind: Kind, content: impl io::Read + Send + 'static) -> Result<Part, MakeError> {
        let object = Layout::new_object(kind, self.workshop.random);
        let path = self.path(&object)?;
        let Sent { sealed, plain } =
            pipe::send((self.store, &path), self.workshop.recipients, self.workshop.progress.watch(content))
                .await?;
        Ok(Part {
            object,
            bytes: sealed.bytes,
            sha256: sealed.sha256,
            plain_bytes: plain.bytes,
            plain_sha256: plain.sha256,
        })
    }

    /// Sends what the store does not have yet, and lists all.
    async fn files(
        &self,
        contents: Vec<domain::file::Content>,
        previous: Option<&Backup<'_>>,
    ) -> Result<FileList, MakeError> {
        let known = match previous {
            Some(previous) => files::by_name(previous.files().await.map_err(MakeError::Previous)?),
            None => HashMap::new(),
        };
        let key = self.source.db.secret_key(NAMES);
        let is_new = |content: &&domain::file::Content| {
            files::name_of(&key, content.sha256).is_some_and(|name| !known.contains_key(&name.0))
        };
        self.workshop.progress.expect(contents.iter().filter(is_new).map(|content| content.bytes).sum());
        let mut entries: Vec<FileEntry> = futures::stream::iter(contents)
            .map(|content| self.file(&known, (content, &key)))
            .buffer_unordered(FILES_AT_ONCE)
            .try_collect()
            .await?;
        entries.sort_unstable_by_key(|entry| entry.name.0);
        let object = Layout::new_object(Kind::FileList, self.workshop.random);
        let path = self.path(&object)?;
        let bytes = files::write(&entries)?;
        let measure = seal::measure(&bytes);
        self.store.put(&path, bytes.into()).await?;
        self.store.confirm(&path, measure).await?;
        Ok(FileList {
            object,
            bytes: measure.bytes,
            sha256: measure.sha256,
            count: entries.len() as u64,
            total_bytes: entries.iter().map(|entry| entry.bytes).sum(),
        })
    }

    async fn file(
        &self,
        known: &HashMap<[u8; 32], FileEntry>,
        (content, key): (domain::file::Content, &tenancy::SecretKey),
    ) -> Result<FileEntry, MakeError> {
        let unreadable = |reason: String| MakeError::File { sha256: content.sha256, reason };
        let name = files::name_of(key, content.sha256).ok_or_else(|| unreadable("no name".to_owned()))?;
        if let Some(entry) = known.get(&name.0)
            && self.store.keep_on(&self.path(&entry.object)?).await?
        {
            return Ok(entry.clone());
        }
        let blob = content.blob_name().parse().map_err(|_| unreadable("it has no name".to_owned()))?;
        let stream =
            self.source.blobs.get_stream(&blob).await.map_err(|error| unreadable(error.to_string()))?;
        let reader = StreamReader::new(Box::pin(stream.map_err(io::Error::other)));
        let object = Layout::new_object(Kind::File, self.workshop.random);
        let path = self.path(&object)?;
        let bridge = self.workshop.progress.watch(SyncIoBridge::new(reader));
        let Sent { sealed, plain } =
            pipe::send((self.store, &path), self.workshop.recipients, bridge).await?;
        if plain.sha256 != content.sha256 {
            return Err(unreadable("its content is not what its name says".to_owned()));
        }
        Ok(FileEntry { name, object, bytes: sealed.bytes, sha256: sealed.sha256 })
    }
}
