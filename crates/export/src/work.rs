//! What exports and imports work with.

use chrono::NaiveDate;
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

impl Work {
    /// The same work in the environment as it stood at the end of a past day, when there is one.
    pub(crate) async fn as_of(&self, day: Option<NaiveDate>) -> Result<Self> {
        let ctx = match day {
            Some(day) => self.ctx.as_of(day).await?,
            None => self.ctx.clone(),
        };
        Ok(Self { ctx, ..self.clone() })
    }
}

/// Reads a blob's name that a service made.
pub(crate) fn blob_name(name: &str) -> Result<BlobName> {
    name.parse().map_err(Error::internal)
}

/// Runs work that blocks, on a thread that may.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}
