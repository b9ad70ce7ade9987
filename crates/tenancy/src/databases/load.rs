//! Filling a place with what a snapshot holds.

use std::{collections::BTreeMap, io, path::Path};

use kernel::{Error, Result};
use sea_orm::{ConnectionTrait, DatabaseConnection, TransactionTrait};
use tempfile::TempDir;

use super::Databases;
use crate::{
    OpenError, Placement, Snapshot, TenantEntry, fence,
    files::{at_path, create_private_dir},
    snapshot::{self, TableDigest, Wanted},
    tenant_db::Connections,
};

impl Databases {
    /// Makes the database of `tenant`, which is not there yet, with what a snapshot holds. The file is brought up to
    /// date on the way, and is used up.
    ///
    /// Fails when the snapshot is of a newer program, and when what came in is not what the snapshot holds.
    pub(crate) async fn load(&self, tenant: &TenantEntry, file: &Path) -> Result<(), OpenError> {
        let source = snapshot::writable(file).await?;
        fence::take_down(&source).await?;
        match &tenant.placement {
            Placement::SqliteFile(placement) => {
                snapshot::complete(&source).await?;
                // All of it into the one file that is moved.
                source.execute_unprepared("PRAGMA journal_mode = DELETE").await?;
                source.close().await?;
                create_private_dir(&self.config.tenant_dir(&tenant.slug)).await.map_err(OpenError::other)?;
                take(file, &self.config.tenant_file(&tenant.slug, placement)).await.map_err(OpenError::other)
            }
            Placement::Postgres(_) => {
                self.create(tenant).await.map_err(OpenError::other)?;
                let connections = self.connect(tenant).await?;
                let filled = fill((&source, file), &connections).await;
                source.close().await?;
                connections.close().await;
                filled
            }
        }
    }
}

/// Fills a database of PostgreSQL with the rows of a file. It is read back while its indexes are made.
async fn fill(
    (source, file): (&DatabaseConnection, &Path),
    connections: &Connections,
) -> Result<(), OpenError> {
    let aside = snapshot::into_postgres(source, &connections.writer).await?;
    let putting_back = async { Ok(aside.put_back(&connections.writer).await?) };
    let comparing = async { compare(&connections.readers, file).await.map_err(OpenError::other) };
    tokio::try_join!(putting_back, comparing).map(drop)
}

/// Reads everything back from PostgreSQL, and compares it with the file it came from.
async fn compare(target: &DatabaseConnection, file: &Path) -> Result<()> {
    let parent = file.parent().ok_or_else(|| Error::internal("a file without a folder"))?;
    let folder = TempDir::new_in(parent).map_err(|error| at_path(parent, error))?;
    let again = folder.path().join("again.sqlite");
    let reading = target.begin().await.map_err(Error::internal)?;
    snapshot::from_postgres(reading, (&again, Wanted::Rows)).await?;
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
