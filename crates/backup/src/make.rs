//! Makes a back-up: snapshot, database, files that are new, and the manifest last.

use std::{
    collections::{BTreeMap, HashMap},
    io,
    path::{Path as FilePath, PathBuf},
};

use kernel::{Clock, Random};
use ledger::{Hash, HeadKey};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use tenancy::{Snapshot, TableDigest, TenantBlobs, TenantDb, TenantEntry, TenantKey};

use crate::{
    chain,
    fetch::BadBackup,
    files,
    layout::{Kind, Layout},
    making::Making,
    manifest::{AuditHead, FORMAT, Manifest, Part, SignedManifest, Versions},
    progress::Progress,
    scratch,
    seal::Recipients,
    store::{Store, StoreError},
};

/// What the names of files in lists are made with.
pub(crate) const NAMES: &str = "back-up file names";

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
    let known = match &previous {
        Some(previous) => files::by_name(previous.files().await.map_err(MakeError::Previous)?),
        None => HashMap::new(),
    };
    let making = Making { source, store, layout: &layout, workshop, known: &known };
    let environment = serde_json::to_vec_pretty(&source.environment()).map_err(io::Error::from)?;
    let environment = making.part(Kind::Environment, io::Cursor::new(environment)).await?;
    // Files are on their way while the database is copied, sent and added up: which ones, the copy decides in the end.
    let early = domain::file::contents_now(source.db).await?;
    let (early, (copy, database, tables)) =
        futures::try_join!(making.send_early(early), send_database(&making, source))?;
    let files = making.files(copy.contents, early).await?;
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

/// Copies the database, and sends the copy while what is in its tables is added up.
async fn send_database(
    making: &Making<'_>,
    source: Source<'_>,
) -> Result<(Copy, Part, BTreeMap<String, TableDigest>), MakeError> {
    let copy = take(source, making.workshop.clock).await?;
    let file = std::fs::File::open(&copy.file)?;
    making.workshop.progress.expect(file.metadata()?.len());
    let snapshot = Snapshot::open(&copy.file);
    let adding_up = async { Ok(snapshot.tables().await?) };
    let (database, tables) = futures::try_join!(making.part(Kind::Database, file), adding_up)?;
    snapshot.close().await?;
    Ok((copy, database, tables))
}

async fn take(source: Source<'_>, clock: &dyn Clock) -> Result<Copy, MakeError> {
    let folder = scratch::folder(source.scratch).await?;
    let file = folder.path().join("copy.sqlite");
    let taken_at = clock.now();
    source.db.rows_to(&file).await?;
    let snapshot = Snapshot::open(&file);
    let audit_head = domain::audit::end_of(&snapshot).await?;
    let copy = Copy {
        taken_at,
        contents: domain::file::contents(&snapshot).await?,
        audit_head: audit_head.map(|(seq, hash)| AuditHead { seq, hash }),
        schema: snapshot.schema_version().await?,
        sqlite: snapshot.sqlite_version().await?,
        file,
        _folder: folder,
    };
    snapshot.close().await?;
    Ok(copy)
}
