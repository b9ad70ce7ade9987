//! Filling a place with what a snapshot holds.

use std::{io, path::Path};

use kernel::{Error, Result};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use super::Databases;
use crate::{
    OpenError, Placement, TenantEntry,
    files::{at_path, create_private_dir},
    snapshot,
    tenant_db::Connections,
};

impl Databases {
    /// Makes the database of `tenant`, which is not there yet, with what a snapshot holds. The file is brought up to
    /// date on the way, and is used up.
    ///
    /// Fails when the snapshot is of a newer program, and when what came in is not what the snapshot holds.
    pub(crate) async fn load(&self, tenant: &TenantEntry, file: &Path) -> Result<(), OpenError> {
        let source = snapshot::writable(file).await?;
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
                let filled = fill(&source, &connections).await;
                source.close().await?;
                connections.close().await;
                filled
            }
        }
    }
}

/// Fills a database of PostgreSQL with the rows of a file. They are read back while its indexes are made.
async fn fill(source: &DatabaseConnection, connections: &Connections) -> Result<(), OpenError> {
    let filled = snapshot::into_postgres(source, &connections.writer).await?;
    tokio::try_join!(filled.complete(&connections.writer), filled.read_back(&connections.readers))?;
    Ok(())
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
