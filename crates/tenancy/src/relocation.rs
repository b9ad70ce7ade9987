//! An environment goes on in another database: moved to another place, or put back from a back-up.

mod moving;

use std::{path::Path, sync::Arc, time::Duration};

use kernel::{Error, Result, SpareDatabaseId, WorkId};
use tokio::task::JoinHandle;

use crate::{
    OpenError, Placement, PlacementChoice, Tenancy, TenantDb, TenantEntry, TenantStatus,
    snapshot::changes::Reached,
};

pub use moving::{Moved, Moving};

/// Seconds without a sign of life after which a piece of work is taken for dead.
const DEAD_AFTER_SECONDS: i64 = 60;
const SIGN_OF_LIFE: Duration = Duration::from_secs(10);
/// How long a database that was left is kept: servers that have not heard of it yet read there.
const KEPT_SECONDS: i64 = 60;

/// The one piece of work that may give an environment another database.
///
/// Put up the fence, load, and [`finish`](Relocation::finish); or have it [moved](Relocation::move_to) while people go on
/// writing. Dropped before that, or killed, it leaves the environment where it was: [`Tenancy::heal`] takes the fence
/// down and removes what was half made.
#[derive(Debug)]
pub struct Relocation {
    tenancy: Tenancy,
    tenant: TenantEntry,
    work: WorkId,
    signs_of_life: JoinHandle<()>,
}

/// A database that was loaded and that nobody uses yet.
#[derive(Debug)]
pub struct Loaded {
    id: SpareDatabaseId,
    placement: Placement,
    /// As far as it has what changed since it was copied.
    reached: Reached,
}

impl Tenancy {
    /// Begins. User error: `ENVIRONMENT_BUSY` when it is being moved or put back already.
    pub async fn relocate(&self, tenant: &TenantEntry) -> Result<Relocation> {
        let work = WorkId::generate(self.clock(), self.random());
        if !self.control().take_up(tenant.id, work, self.clock().now()).await? {
            return Err(Error::invalid("ENVIRONMENT_BUSY", &["id"]));
        }
        // Where it is now: it may have been moved since the caller looked.
        let found = self.list_tenants().await?.into_iter().find(|entry| entry.id == tenant.id);
        let tenant = found.ok_or(Error::NotFound)?;
        let alive = stay_alive(self.clone(), tenant.clone(), work);
        Ok(Relocation { tenancy: self.clone(), tenant, work, signs_of_life: tokio::spawn(alive) })
    }

    /// Takes up what was left behind by work that was killed, removes databases that no environment is in, and has
    /// those looked at that environments moved to.
    /// Cheap when there is nothing; every server does it now and then.
    pub async fn heal(&self) -> Result<()> {
        let now = self.clock().now();
        for (tenant, work) in
            self.control().left_behind(now - chrono::TimeDelta::seconds(DEAD_AFTER_SECONDS)).await?
        {
            if let Err(error) = self.undo(&tenant, work).await {
                tracing::error!(tenant = %tenant.slug, %error, "a move or restore that broke off cannot be undone yet");
            }
        }
        for spare in self.control().spares(now - chrono::TimeDelta::seconds(KEPT_SECONDS)).await? {
            if let Err(error) = self.vouch_for(&spare.owner).await {
                tracing::warn!(tenant = %spare.owner.slug, %error, "references of an environment that was moved are not vouched for yet");
            }
            match self.databases().discard(&spare.tenant).await {
                Ok(()) => self.control().forget_spare(spare.id).await?,
                // On a cluster this server does not know, say: one that does will find it.
                Err(error) => {
                    tracing::warn!(tenant = %spare.tenant.slug, %error, "a database that was left is not removed yet");
                }
            }
        }
        Ok(())
    }

    /// When an environment has left a database, the one it is in may have references that were not looked at yet.
    async fn vouch_for(&self, tenant: &TenantEntry) -> Result<(), OpenError> {
        match &tenant.placement {
            Placement::SqliteFile(_) => Ok(()),
            Placement::Postgres(_) => self.open(tenant).await?.vouch_for_references().await,
        }
    }

    async fn undo(&self, tenant: &TenantEntry, work: WorkId) -> Result<()> {
        let (healing, now) = (WorkId::generate(self.clock(), self.random()), self.clock().now());
        // From here on the dead work cannot finish, should it live after all.
        if self.control().swap_work((tenant.id, Some(work)), Some(healing), now).await? {
            if tenant.status == TenantStatus::Importing {
                self.remove_half(tenant, healing).await?;
                tracing::warn!(tenant = %tenant.slug, "what an import that broke off left is removed");
                return Ok(());
            }
            self.open(tenant).await?.stay().await?;
            self.control().swap_work((tenant.id, Some(healing)), None, now).await?;
            tracing::warn!(tenant = %tenant.slug, "a move or restore that broke off was undone");
        }
        Ok(())
    }
}

impl Relocation {
    /// The environment, as it was when this began.
    #[must_use]
    pub fn tenant(&self) -> &TenantEntry {
        &self.tenant
    }

    /// Has the environment refuse every write from here on, on all servers. Returns its database, in which nothing
    /// changes any more; people can go on reading.
    pub async fn put_up_fence(&self) -> Result<TenantDb> {
        let db = self.tenancy.open(&self.tenant).await?;
        db.put_up_fence(self.work, self.tenancy.clock().now()).await?;
        Ok(db)
    }

    /// Makes another database, with what a snapshot holds; the file is used up. On PostgreSQL everything is read back
    /// and compared.
    pub async fn load(&self, snapshot: &Path, place: &PlacementChoice) -> Result<Loaded, OpenError> {
        let placement =
            self.tenancy.databases().another_place(&self.tenant, place).map_err(OpenError::other)?;
        let id = SpareDatabaseId::generate(self.tenancy.clock(), self.tenancy.random());
        let now = self.tenancy.clock().now();
        let noted =
            self.tenancy.control().note_spare((id, self.tenant.id), (&placement, self.work), now).await;
        noted.map_err(OpenError::other)?;
        let loaded = Loaded { id, placement, reached: Reached::new() };
        self.tenancy.databases().load(&self.target(&loaded), snapshot).await?;
        Ok(loaded)
    }

    /// Has the environment go on in the database that was loaded, on this server at once and on others at their next
    /// look. In no moment is it in both or in none.
    pub async fn finish(self, loaded: Loaded) -> Result<Arc<TenantEntry>> {
        let left = SpareDatabaseId::generate(self.tenancy.clock(), self.tenancy.random());
        let places = (loaded.id, left, &loaded.placement);
        let now = self.tenancy.clock().now();
        if !self.tenancy.control().settle((&self.tenant, self.work), places, now).await? {
            return Err(Error::Unavailable("the environment, which another piece of work has taken over"));
        }
        self.tenancy.refresh().await?;
        Ok(Arc::new(self.target(&loaded)))
    }

    /// Leaves the environment where it is and lets writes through again.
    pub async fn abandon(self) -> Result<()> {
        self.tenancy.open(&self.tenant).await?.stay().await?;
        let now = self.tenancy.clock().now();
        self.tenancy.control().swap_work((self.tenant.id, Some(self.work)), None, now).await.map(drop)
    }

    fn target(&self, loaded: &Loaded) -> TenantEntry {
        TenantEntry { placement: loaded.placement.clone(), ..self.tenant.clone() }
    }
}

impl Drop for Relocation {
    fn drop(&mut self) {
        self.signs_of_life.abort();
    }
}

pub(crate) async fn stay_alive(tenancy: Tenancy, tenant: TenantEntry, work: WorkId) {
    loop {
        tokio::time::sleep(SIGN_OF_LIFE).await;
        match tenancy.control().is_at_work(tenant.id, work, tenancy.clock().now()).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => tracing::warn!(%error, "a sign of life of a move or restore was not written down"),
        }
    }
}
