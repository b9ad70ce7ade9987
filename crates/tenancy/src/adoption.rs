//! An environment comes in from another installation.

use std::{io, path::Path, sync::Arc};

use kernel::{Error, Result, TenantId, WorkId};
use tokio::task::JoinHandle;

use crate::{
    NewTenant, OpenError, Tenancy, TenantBlobs, TenantDb, TenantEntry, TenantStatus, files::at_path,
    relocation::stay_alive, tenancy::taken,
};

/// Where an environment that comes in will live.
#[derive(Debug, Clone)]
pub struct NewHome {
    /// Its id, which it keeps: its audit log is bound to it.
    pub id: TenantId,
    /// Its short name, its name and its address here.
    pub tenant: NewTenant,
}

/// The one piece of work that brings an environment in.
///
/// Until [`finish`](Adoption::finish) it has no address and serves nothing. [`abandon`](Adoption::abandon) leaves nothing
/// of it; dropped or killed before that, [`Tenancy::heal`] removes what is half there.
#[derive(Debug)]
pub struct Adoption {
    tenancy: Tenancy,
    tenant: TenantEntry,
    work: WorkId,
    signs_of_life: JoinHandle<()>,
}

impl Tenancy {
    /// Begins, with an id that came along and a place of the configured kind. Its keys come from the master key of this
    /// installation.
    ///
    /// User errors: those of [`Tenancy::create_tenant`], and `ENVIRONMENT_EXISTS` at `id` when it is here already.
    pub async fn adopt_tenant(&self, home: NewHome) -> Result<Adoption> {
        let mut tenant = self.entry(home.id, home.tenant)?;
        // A name of its own: whatever lies there already is not touched, nor taken away when this fails.
        tenant.placement = self.databases().another_place(&tenant, &self.config().new_tenants)?;
        tenant.status = TenantStatus::Importing;
        let work = WorkId::generate(self.clock(), self.random());
        if let Some(owners) = self.control().insert((&tenant, Some(work)), self.random()).await? {
            return Err(taken(&owners));
        }
        if !self.blobs(&tenant).is_empty().await? {
            self.control().forget(tenant.id, work).await?;
            return Err(Error::invalid("SLUG_TAKEN", &["slug"]));
        }
        let alive = tokio::spawn(stay_alive(self.clone(), tenant.clone(), work));
        Ok(Adoption { tenancy: self.clone(), tenant, work, signs_of_life: alive })
    }

    /// Removes what there is of an environment that never came to be.
    pub(crate) async fn remove_half(&self, tenant: &TenantEntry, work: WorkId) -> Result<()> {
        self.databases().discard(tenant).await?;
        self.blobs(tenant).clear().await?;
        let folder = self.config().tenant_dir(&tenant.slug);
        remove_empty(&folder).await?;
        self.control().forget(tenant.id, work).await
    }
}

impl Adoption {
    /// The environment as it will be.
    #[must_use]
    pub fn tenant(&self) -> &TenantEntry {
        &self.tenant
    }

    /// Its files.
    #[must_use]
    pub fn blobs(&self) -> TenantBlobs {
        self.tenancy.blobs(&self.tenant)
    }

    /// Makes its database, with what a snapshot holds; the file is used up. On PostgreSQL everything is read back and
    /// compared.
    pub async fn load(&self, snapshot: &Path) -> Result<(), OpenError> {
        self.tenancy.databases().load(&self.tenant, snapshot).await
    }

    /// Its database, once it is loaded.
    pub async fn open(&self) -> Result<TenantDb, OpenError> {
        let connect = Box::pin(self.tenancy.databases().connect(&self.tenant));
        self.tenancy.pools().open((self.tenant.id, &self.tenant.placement), connect).await
    }

    /// Gives it its address, on this server at once and on others at their next look.
    pub async fn finish(self) -> Result<Arc<TenantEntry>> {
        if !self.tenancy.control().welcome(self.tenant.id, self.work).await? {
            return Err(Error::Unavailable("the environment, which was taken for left behind"));
        }
        self.tenancy.refresh().await?;
        tracing::info!(tenant = %self.tenant.slug, host = %self.tenant.host, "environment imported");
        self.tenancy.registry().lookup(&self.tenant.host).ok_or(Error::NotFound)
    }

    /// Leaves nothing of it. Let go of its database first.
    pub async fn abandon(self) -> Result<()> {
        self.signs_of_life.abort();
        self.tenancy.remove_half(&self.tenant, self.work).await
    }
}

impl Drop for Adoption {
    fn drop(&mut self) {
        self.signs_of_life.abort();
    }
}

/// Removes a folder with the empty folders in it; one that holds a file is somebody's and stays.
async fn remove_empty(folder: &Path) -> Result<()> {
    for path in
        [folder.join("blobs").join("files"), folder.join("blobs"), folder.join("copies"), folder.to_owned()]
    {
        match tokio::fs::remove_dir(&path).await {
            Ok(()) => {}
            Err(error)
                if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty) => {}
            Err(error) => return Err(at_path(&path, error)),
        }
    }
    Ok(())
}
