//! Proves that a back-up can be put back: fetches all of it, opens it, and compares what comes out with what its
//! manifest says went in.

use std::{collections::BTreeSet, io, ops::ControlFlow, path::Path};

use async_trait::async_trait;
use domain::{Access, Ctx, Domain, Request, file::Content};
use futures::{FutureExt, StreamExt, TryStreamExt};
use kernel::{Actor, Instant};
use tenancy::{Damage, Snapshot, TenantDb};

use crate::{
    fetch::{Backup, BadBackup},
    files,
    make::Environment,
    manifest::{AuditHead, Table},
    scratch,
    seal::Identity,
};

/// Files that are opened at the same time.
const FILES_AT_ONCE: usize = 4;

/// What was proven, and at what cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    /// When it was begun.
    pub begun_at: Instant,
    /// When the last byte was compared.
    pub finished_at: Instant,
    /// Bytes of the database.
    pub database_bytes: u64,
    /// Rows of all its tables.
    pub rows: u64,
    /// Files opened.
    pub files: u64,
    /// Bytes in them.
    pub file_bytes: u64,
}

/// Why a back-up cannot be put back, or is not what was backed up.
#[derive(Debug, thiserror::Error)]
pub enum Unproven {
    /// It does not come out of the store.
    #[error(transparent)]
    Backup(#[from] BadBackup),
    /// The database is broken.
    #[error("the database: {0}")]
    Database(Damage),
    /// Its tables are of another version than the manifest says.
    #[error("the tables are at `{found}`, and the manifest says `{told}`")]
    Schema {
        /// What it has.
        found: String,
        /// What it should have.
        told: String,
    },
    /// A table holds something else.
    #[error("the table `{name}` holds {found:?}, and the manifest says {told:?}")]
    Table {
        /// Which.
        name: String,
        /// What it holds.
        found: Option<Table>,
        /// What it should hold.
        told: Option<Table>,
    },
    /// The audit log ends elsewhere.
    #[error("the audit log ends at {found:?}, and the manifest says {told:?}")]
    AuditHead {
        /// Where it ends.
        found: Option<AuditHead>,
        /// Where it should.
        told: Option<AuditHead>,
    },
    /// It knows itself by another name than its manifest.
    #[error("it holds the environment {0}, which is not the one of its manifest")]
    Environment(kernel::TenantId),
    /// A file holds something else than its name says.
    #[error("`{object}` does not hold the file with SHA-256 {sha256}")]
    File {
        /// Where it lies.
        object: String,
        /// What it should be.
        sha256: ledger::Hash,
    },
    /// It breaks a rule that every environment's database keeps.
    #[error("{0}")]
    Rule(String),
    /// The audit log does not hang together.
    #[error("the audit log: {0}")]
    AuditLog(ledger::Problem),
    /// People cannot work in it.
    #[error("nobody could work in it: {0}")]
    Unusable(String),
    /// This program, or its disk.
    #[error(transparent)]
    Product(#[from] kernel::Error),
}

impl Unproven {
    /// True when it tells of the back-up; false when it only tells that it could not be looked at now.
    #[must_use]
    pub fn is_verdict(&self) -> bool {
        match self {
            Self::Product(_) | Self::Backup(BadBackup::Io(_)) => false,
            Self::Backup(BadBackup::Store(error)) => error.is_verdict(),
            _ => true,
        }
    }
}

impl From<io::Error> for Unproven {
    fn from(error: io::Error) -> Self {
        Self::Backup(error.into())
    }
}

/// Looks whether people could work in an environment that was put back.
#[async_trait]
pub trait Examiner: Send + Sync {
    /// What does not work, in words. What it writes goes with the copy.
    async fn examine(&self, system: &Ctx) -> kernel::Result<Option<String>>;
}

/// What back-ups are proven with.
pub struct Prover<'a> {
    /// A key that opens them.
    pub identity: &'a Identity,
    /// A folder with room for a database.
    pub scratch: &'a Path,
    /// The product's services, over what is put back.
    pub domain: &'a Domain,
    /// Tries to work in it.
    pub examiner: &'a dyn Examiner,
}

/// Puts a back-up back into a folder of its own below the scratch folder, compares, looks whether it can be worked in,
/// and removes it again.
pub async fn prove(backup: &Backup<'_>, prover: &Prover<'_>) -> Result<Proof, Unproven> {
    let Prover { identity, scratch, domain, .. } = prover;
    let begun_at = domain.now();
    let folder = scratch::folder(scratch).await?;
    let file = folder.path().join("database.sqlite");
    backup.database(identity, &file).await?;
    let environment = backup.environment(identity).await?;
    if environment.id != backup.signed.manifest.tenant {
        return Err(Unproven::Environment(environment.id));
    }
    let snapshot = Snapshot::open(&file);
    let contents = domain::file::contents(&snapshot).await;
    let database = async {
        // Nothing else can be said of one that does not hang together.
        let looked = futures::try_join!(undamaged(&file), compare(backup, &snapshot).map(Ok));
        snapshot.close().await?;
        let ((), compared) = looked?;
        let rows = compared?;
        work_in(&file, &environment, prover).await?;
        Ok::<u64, Unproven>(rows)
    };
    let files = async { compare_files(backup, identity, (&environment, &contents?)).await };
    // Beside each other: the one works in the copy, the other reads the store. What is wrong with the database is told
    // first and at once, as it may be why its files are not found.
    let (rows, files) = futures::try_join!(database, files.map(Ok))?;
    let (files, file_bytes) = files?;
    let database_bytes = backup.signed.manifest.database.plain_bytes;
    Ok(Proof { begun_at, finished_at: domain.now(), database_bytes, rows, files, file_bytes })
}

/// Looks at every page and every reference, over a connection of its own.
async fn undamaged(file: &Path) -> Result<(), Unproven> {
    let snapshot = Snapshot::open(file);
    let damage = snapshot.damage().await;
    snapshot.close().await?;
    damage?.map_or(Ok(()), |damage| Err(Unproven::Database(damage)))
}

/// Holds what is in it against its manifest.
async fn compare(backup: &Backup<'_>, snapshot: &Snapshot) -> Result<u64, Unproven> {
    let manifest = &backup.signed.manifest;
    let found = snapshot.schema_version().await?;
    if found != manifest.versions.schema {
        return Err(Unproven::Schema { found, told: manifest.versions.schema.clone() });
    }
    let tables = snapshot.tables().await?;
    let names: BTreeSet<&String> = tables.keys().chain(manifest.tables.keys()).collect();
    for name in names {
        let found = tables.get(name).copied().map(Table::from);
        let told = manifest.tables.get(name).copied();
        if found != told {
            return Err(Unproven::Table { name: name.clone(), found, told });
        }
    }
    let found = domain::audit::end_of(snapshot).await?.map(|(seq, hash)| AuditHead { seq, hash });
    if found != manifest.audit_head {
        return Err(Unproven::AuditHead { found, told: manifest.audit_head });
    }
    Ok(tables.values().map(|table| table.rows).sum())
}

/// Opens the copy like an environment's own database, with all that makes it quick. It is held against the rules of
/// every environment, its audit log is checked, event for event, and people's work is tried.
async fn work_in(file: &Path, environment: &Environment, prover: &Prover<'_>) -> Result<(), Unproven> {
    let db = TenantDb::of_file(file, (environment.id, environment.key.0.clone())).await?;
    let snapshot = Snapshot::open(file);
    let rule = domain::soundness::broken_rule(&snapshot).await;
    snapshot.close().await?;
    if let Some(rule) = rule? {
        return Err(Unproven::Rule(rule));
    }
    let system = prover.domain.ctx(Request {
        db,
        actor: Actor::System,
        access: Access::default(),
        locale: environment.locale,
        address: None,
    });
    let checked = domain::audit::verify(&system, |_, _| ControlFlow::Continue(())).await?;
    if let Some(problem) = checked.and_then(|checked| checked.problem) {
        return Err(Unproven::AuditLog(problem));
    }
    match prover.examiner.examine(&system).await? {
        None => Ok(()),
        Some(problem) => Err(Unproven::Unusable(problem)),
    }
}

/// Opens every file that the database speaks of.
async fn compare_files(
    backup: &Backup<'_>,
    identity: &Identity,
    (environment, contents): (&Environment, &[Content]),
) -> Result<(u64, u64), Unproven> {
    let key = environment.file_names();
    let listed = files::by_name(backup.files().await?);
    let opened = futures::stream::iter(contents.to_vec()).map(async |content: Content| {
        let missing = || BadBackup::FileMissing(content.sha256);
        let name = files::name_of(&key, content.sha256).ok_or_else(missing)?;
        let entry = listed.get(&name.0).ok_or_else(missing)?;
        let (plain, _) = backup.file(identity, (entry, content.bytes), io::sink()).await?;
        if (plain.sha256, plain.bytes) != (content.sha256, content.bytes) {
            return Err(Unproven::File { object: entry.object.clone(), sha256: content.sha256 });
        }
        Ok(plain.bytes)
    });
    let opened = opened.buffer_unordered(FILES_AT_ONCE);
    let bytes = opened.try_fold(0, async |sum, bytes| Ok(sum + bytes)).await?;
    Ok((contents.len() as u64, bytes))
}
