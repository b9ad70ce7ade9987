//! An archive from outside, opened and checked whole before anything of it is used.

use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
};

use domain::{audit, file, portable};
use kernel::{Error, Result};
use ledger::Problem;
use tempfile::TempDir;
use tenancy::{RebuildError, Snapshot, rebuild};

use super::{
    Unlock,
    contents::Contents,
    encryption::is_sealed,
    manifest::{AuditHead, FILES, Manifest, Table},
};
use crate::work::blocking;

/// Why an archive is not taken in.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each says itself what it is")]
pub enum ArchiveError {
    #[error("the archive is encrypted: give the key file or the passphrase that opens it")]
    Locked,
    #[error("the archive is not encrypted, though a key or passphrase was given")]
    NotLocked,
    #[error("this key or passphrase does not open the archive")]
    WrongKey,
    #[error("the archive is damaged: {0}")]
    Damaged(String),
    #[error("this is no archive: {0}")]
    NoArchive(String),
    #[error("the archive is of format `{0}`, which this program does not know")]
    OtherFormat(String),
    #[error("the archive has more than {0} entries")]
    TooManyEntries(usize),
    #[error("the archive would become larger than {0} bytes, which no archive of this size does")]
    Bomb(u64),
    #[error("the archive has an entry that none has: `{0}`")]
    Unsafe(String),
    #[error("`{0}` is in the archive and not in its manifest")]
    Untold(String),
    #[error("`{0}` is in the manifest and not in the archive")]
    Missing(String),
    #[error("`{0}` is not what the manifest says")]
    Differs(String),
    #[error("`{name}` cannot be read: {reason}")]
    Entry { name: String, reason: String },
    #[error("the database of the archive: {0}")]
    Database(#[from] RebuildError),
    #[error("the database of the archive is damaged: {0}")]
    Rows(String),
    #[error("the table `{0}` is not what the manifest says")]
    Table(String),
    #[error("the audit log of the archive: {0}")]
    AuditLog(Problem),
    #[error("the audit log of the archive does not end where the manifest says")]
    AuditHead,
    #[error("a record has a file with SHA-256 {0}, which is not in the archive")]
    File(String),
    #[error("the environment's database could not be filled: {0}")]
    Load(#[from] tenancy::OpenError),
    #[error(transparent)]
    Product(#[from] Error),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// An archive of which every byte was compared with its manifest, and the manifest with the database.
pub struct Opened {
    pub(super) contents: Contents,
    /// The rows of its database, in tables of our own making.
    pub(super) database: PathBuf,
    /// The entry of each content that files have.
    pub(super) files: Vec<(file::Content, String)>,
    // What is unpacked goes with it.
    _folder: TempDir,
}

impl Opened {
    /// Opens an archive and checks all of it. What is unpacked lies in a folder below `scratch` for as long as it is
    /// needed. Nothing is written elsewhere.
    pub async fn open(archive: &Path, unlock: Option<Unlock>, scratch: &Path) -> Result<Self, ArchiveError> {
        tokio::fs::create_dir_all(scratch).await?;
        let folder = TempDir::new_in(scratch)?;
        let (given, rebuilt) = (folder.path().join("given.sqlite"), folder.path().join("rebuilt.sqlite"));
        let (archive, unlocked, database) =
            (archive.to_owned(), folder.path().join("bundle.zip"), given.clone());
        let contents = blocking(move || {
            let archive = match (is_sealed(&archive)?, unlock) {
                (true, Some(unlock)) => {
                    unlock.open(&archive, &unlocked)?;
                    unlocked
                }
                (true, None) => return Err(ArchiveError::Locked),
                (false, Some(_)) => return Err(ArchiveError::NotLocked),
                (false, None) => archive,
            };
            let mut contents = Contents::open(&archive)?;
            contents.check(&database)?;
            Ok(contents)
        })
        .await??;
        rebuild((&given, &rebuilt), portable::is_carried).await?;
        tokio::fs::remove_file(&given).await?;
        let snapshot = Snapshot::open(&rebuilt);
        let checked = check_tables(&snapshot, &contents.manifest).await;
        snapshot.close().await?;
        checked?;
        // The rest is read as this program reads it.
        Snapshot::bring_up_to_date(&rebuilt).await?;
        let snapshot = Snapshot::open(&rebuilt);
        let files = check(&snapshot, &contents.manifest).await;
        snapshot.close().await?;
        Ok(Self { contents, database: rebuilt, files: files?, _folder: folder })
    }

    /// What it says of itself, all of which was found to be so.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.contents.manifest
    }
}

/// Compares the log and the files with the manifest; where each content of a file lies.
async fn check(
    snapshot: &Snapshot,
    manifest: &Manifest,
) -> Result<Vec<(file::Content, String)>, ArchiveError> {
    if let Some(damage) = snapshot.damage().await? {
        return Err(ArchiveError::Rows(damage.to_string()));
    }
    let end =
        audit::verify_snapshot(snapshot, manifest.environment.id).await?.map_err(ArchiveError::AuditLog)?;
    let head = (end.0 > 0).then_some(AuditHead { seq: end.0, hash: end.1 });
    if head != manifest.audit_head {
        return Err(ArchiveError::AuditHead);
    }
    let entries = manifest.entries.iter().filter(|entry| entry.name.starts_with(FILES));
    let mut places: HashMap<_, _> =
        entries.map(|entry| ((entry.sha256.0, entry.bytes), entry.name.clone())).collect();
    let located = file::contents(snapshot).await?.into_iter().map(|content| {
        let place = places.remove(&(content.sha256.0, content.bytes));
        place.map(|name| (content, name)).ok_or_else(|| ArchiveError::File(content.sha256.to_string()))
    });
    located.collect()
}

/// Compares the rows with the manifest, before anything becomes of them.
async fn check_tables(snapshot: &Snapshot, manifest: &Manifest) -> Result<(), ArchiveError> {
    if snapshot.schema_version().await? != manifest.versions.schema {
        return Err(ArchiveError::Differs("versions.schema".to_owned()));
    }
    let mut tables = snapshot.tables().await?;
    tables.retain(|name, _| portable::is_carried(name));
    for (name, digest) in &tables {
        if manifest.tables.get(name) != Some(&Table::from(*digest)) {
            return Err(ArchiveError::Table(name.clone()));
        }
    }
    match manifest.tables.keys().find(|name| !tables.contains_key(*name)) {
        Some(unknown) => {
            Err(ArchiveError::Table(unknown.chars().filter(|c| !c.is_control()).take(100).collect()))
        }
        None => Ok(()),
    }
}
