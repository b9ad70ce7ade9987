//! Filling a place with what a snapshot holds.

use std::{collections::BTreeMap, io, path::Path};

use kernel::{Error, Result};
use sea_orm::{ConnectionTrait, DatabaseConnection, TransactionTrait};
use tempfile::TempDir;

use super::{Databases, up_to_date};
use crate::{
    OpenError, Placement, Snapshot, TenantEntry,
    database::connect::{self, Missing},
    fence,
    files::{at_path, create_private_dir},
    snapshot::{self, Purpose, TableDigest},
};

impl Databases {
    /// Makes the database of `tenant`, which is not there yet, with what a snapshot holds. The file is brought up to
    /// date on the way, and is used up.
    ///
    /// Fails when the snapshot is of a newer program, and when what came in is not what the snapshot holds.
    pub(crate) async fn load(&self, tenant: &TenantEntry, file: &Path) -> Result<(), OpenError> {
        let source = up_to_date(connect::sqlite_writer(file, Missing::Refuse).await?).await?;
        fence::take_down(&source).await?;
        match &tenant.placement {
            Placement::SqliteFile(placement) => {
                // All of it into the one file that is moved.
                source.execute_unprepared("PRAGMA journal_mode = DELETE").await?;
                source.close().await?;
                create_private_dir(&self.config.tenant_dir(&tenant.slug)).await.map_err(OpenError::other)?;
                take(file, &self.config.tenant_file(&tenant.slug, placement)).await.map_err(OpenError::other)
            }
            Placement::Postgres(_) => {
                self.create(tenant).await.map_err(OpenError::other)?;
                let connections = self.connect(tenant).await?;
                let loaded = snapshot::into_postgres(&source, &connections.writer).await;
                source.close().await?;
                let compared = match loaded {
                    Ok(()) => compare(&connections.writer, file).await.map_err(OpenError::other),
                    Err(error) => Err(error.into()),
                };
                connections.close().await;
                compared
            }
        }
    }
}

/// Reads everything back from PostgreSQL, and compares it with the file it came from.
async fn compare(target: &DatabaseConnection, file: &Path) -> Result<()> {
    let parent = file.parent().ok_or_else(|| Error::internal("a file without a folder"))?;
    let folder = TempDir::new_in(parent).map_err(|error| at_path(parent, error))?;
    let again = folder.path().join("again.sqlite");
    let reading = target.begin().await.map_err(Error::internal)?;
    snapshot::from_postgres(reading, (&again, Purpose::Compare)).await?;
    let (wanted, found) = tokio::try_join!(tables(file), tables(&again))?;
    match wanted.iter().find(|(name, digest)| found.get(*name) != Some(digest)) {
        None => Ok(()),
        Some((name, digest)) => {
            let text = format!("`{name}` did not arrive as it was: {digest:?}, {:?}", found.get(name));
            Err(Error::internal(text))
        }
    }
}

async fn tables(file: &Path) -> Result<BTreeMap<String, TableDigest>> {
    let snapshot = Snapshot::open(file);
    let tables = snapshot.tables().await;
    snapshot.close().await?;
    tables
}

/// Moves a file into place, over file systems too, so that it survives a power cut.
async fn take(from: &Path, to: &Path) -> Result<()> {
    let parent = to.parent().ok_or_else(|| Error::internal("a file without a folder"))?;
    let moved = match tokio::fs::rename(from, to).await {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            tokio::fs::copy(from, to).await.map(drop)
        }
        moved => moved,
    };
    moved.map_err(|error| at_path(to, error))?;
    for path in [to, parent] {
        let synced = async { tokio::fs::File::open(path).await?.sync_all().await };
        synced.await.map_err(|error| at_path(path, error))?;
    }
    Ok(())
}
