//! Moving an environment while people work in it: they can only read for as long as it takes to bring over the last
//! changes.

use std::{path::Path, sync::Arc};

use chrono::TimeDelta;
use kernel::{Error, Result};
use tempfile::TempDir;

use super::{Loaded, Relocation};
use crate::{OpenError, PlacementChoice, TenantDb, TenantEntry, files::at_path, snapshot::changes};

/// What was written since the copy was made is brought over again and again, at most this often, until it takes no
/// longer than this.
const MOST_ROUNDS: usize = 5;
const SHORT: TimeDelta = TimeDelta::seconds(1);
/// How often it waits for its turn to write, ten seconds each time: an import may take some minutes.
const MOST_TURNS: usize = 30;

/// A step of a move, when it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moving {
    /// A copy of so many bytes is taken.
    Copied(u64),
    /// It is brought in, and compared.
    Loaded,
    /// So many rows that changed since then are brought over.
    CaughtUp(u64),
    /// Nobody writes any more: what changed last can be brought over.
    ReadOnly,
}

/// What a move came to.
#[derive(Debug)]
pub struct Moved {
    /// The environment, in its new place.
    pub tenant: Arc<TenantEntry>,
    /// How long nobody could write.
    pub read_only: TimeDelta,
}

impl Relocation {
    /// Has the environment go on in another place, with files made in a folder on the way. People read and write, but
    /// for the moment in which the last changes are brought over. When it fails everything is as before, and so it is
    /// when `stop` completes before it is done, which gives `None`.
    pub async fn move_to(
        self,
        (place, folder): (&PlacementChoice, &Path),
        tell: impl Fn(Moving),
        stop: impl Future<Output = ()>,
    ) -> Result<Option<Moved>, OpenError> {
        let brought = tokio::select! {
            brought = self.bring((place, folder), tell) => brought.map(Some),
            () = stop => Ok(None),
        };
        let (loaded, begun_at) = match brought {
            Ok(Some(brought)) => brought,
            given_up => {
                let tenant = self.tenant.slug.clone();
                if let Err(error) = self.abandon().await {
                    tracing::warn!(%tenant, %error, "what a move left is taken away by a server in a minute");
                }
                return given_up.map(|_| None);
            }
        };
        let tenancy = self.tenancy.clone();
        let tenant = self.finish(loaded).await?;
        Ok(Some(Moved { tenant, read_only: tenancy.clock().now() - begun_at }))
    }

    /// Also tells since when nobody writes.
    async fn bring(
        &self,
        (place, folder): (&PlacementChoice, &Path),
        tell: impl Fn(Moving),
    ) -> Result<(Loaded, kernel::Instant), OpenError> {
        let scratch = TempDir::new_in(folder).map_err(|error| at_path(folder, error))?;
        let file = scratch.path().join("moving.sqlite");
        let db = self.follow().await?;
        db.rows_to(&file).await?;
        let copied = tokio::fs::metadata(&file).await.map_err(|error| at_path(&file, error))?;
        tell(Moving::Copied(copied.len()));
        let mut loaded = self.load(&file, place).await?;
        tell(Moving::Loaded);
        let clock = self.tenancy.clock();
        for _ in 0..MOST_ROUNDS {
            let begun_at = clock.now();
            tell(Moving::CaughtUp(self.catch_up(&mut loaded, folder).await?));
            if clock.now() - begun_at <= SHORT {
                break;
            }
        }
        self.wait_for_fence().await?;
        let begun_at = clock.now();
        tell(Moving::ReadOnly);
        tell(Moving::CaughtUp(self.catch_up(&mut loaded, folder).await?));
        Ok((loaded, begun_at))
    }

    /// Puts up the fence, when whoever writes for long is done.
    async fn wait_for_fence(&self) -> Result<()> {
        for _ in 1..MOST_TURNS {
            match self.put_up_fence().await {
                Err(Error::Unavailable(_)) => {}
                put_up => return put_up.map(drop),
            }
        }
        self.put_up_fence().await.map(drop)
    }

    /// Has every change to the environment noted from here on. What is loaded of a copy that is made after this can
    /// [catch up](Relocation::catch_up).
    pub async fn follow(&self) -> Result<TenantDb, OpenError> {
        let db = self.tenancy.open(&self.tenant).await?;
        db.note_changes().await?;
        Ok(db)
    }

    /// Brings over what changed since it was copied, or since the last time. Returns how many rows that were.
    pub async fn catch_up(&self, loaded: &mut Loaded, folder: &Path) -> Result<u64, OpenError> {
        let from = self.tenancy.open(&self.tenant).await?;
        let to = self.tenancy.databases().connect(&self.target(loaded)).await?;
        let scratch = TempDir::new_in(folder).map_err(|error| at_path(folder, error))?;
        let caught_up = changes::catch_up((&from, &to), &mut loaded.reached, scratch.path()).await;
        to.close().await;
        caught_up
    }
}
