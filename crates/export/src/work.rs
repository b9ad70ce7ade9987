//! What exports and imports work with.

use domain::Ctx;
use kernel::{Error, Result};
use tenancy::{BlobName, TenantBlobs};

/// One request, with the environment's files.
#[derive(Clone)]
pub struct Work {
    /// Who asks, in which environment.
    pub ctx: Ctx,
    /// The environment's files.
    pub blobs: TenantBlobs,
    /// The environment's name, for covers.
    pub environment: String,
}

/// Reads a blob's name that a service made.
pub(crate) fn blob_name(name: &str) -> Result<BlobName> {
    name.parse().map_err(Error::internal)
}

/// Runs work that blocks, on a thread that may.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}
