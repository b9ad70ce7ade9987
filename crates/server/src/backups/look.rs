//! Back-ups that are looked into: copies of them on this server, for as long as they are open.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use ::backup::{
    desk::{self, Looks},
    scratch_folder,
};
use async_trait::async_trait;
use domain::put_back::{EMPTIED_TABLES, KEPT_TABLES};
use kernel::{Error, RestoreId, Result};
use tempfile::TempDir;
use tenancy::{Restore, RestoreState, Snapshot, TenantDb, TenantEntry, carry_over};
use tokio::sync::OnceCell;

use super::{
    Backups,
    asking::{Asking, Failed, is_moved_on},
    work,
};
use crate::App;

/// Copies of back-ups that are looked into. Each server has its own, fetched when somebody first looks there.
pub(crate) struct OpenLooks {
    app: App,
    backups: Backups,
    kept: Mutex<HashMap<RestoreId, Arc<OnceCell<Copy>>>>,
}

/// A back-up, opened.
struct Copy {
    db: TenantDb,
    file: PathBuf,
    // Goes with it.
    _folder: TempDir,
}

#[async_trait]
impl Looks for OpenLooks {
    async fn copy(&self, look: &Restore) -> Result<TenantDb> {
        let cell = self.cell(look.id);
        let fetched = cell.get_or_try_init(|| async {
            let tenant = work::entry(&self.app, look.tenant).await?;
            self.fetch(&tenant, (look, false)).await?.ok_or_else(|| Failed::from("it is not handed over"))
        });
        match Box::pin(fetched).await {
            Ok(copy) => Ok(copy.db.clone()),
            Err(Failed(code, details)) => {
                tracing::error!(tenant = %look.tenant, code, details, "a back-up cannot be looked into");
                Err(Error::Unavailable("the back-up that is looked into"))
            }
        }
    }
}

impl OpenLooks {
    pub(crate) fn new(app: App, backups: Backups) -> Self {
        Self { app, backups, kept: Mutex::default() }
    }

    /// Has a back-up handed over, brings its files, and keeps a copy. False when it was taken back.
    pub(super) async fn open(&self, look: &Restore) -> Result<bool, Failed> {
        let tenant = work::entry(&self.app, look.tenant).await?;
        if !is_moved_on(&self.app, look, RestoreState::Waiting).await? {
            return Ok(false);
        }
        let Some(copy) = self.fetch(&tenant, (look, true)).await? else { return Ok(false) };
        let asking = Asking::begin(&self.app, &self.backups, look).await?;
        let is_complete = asking.files(&tenant, &copy.file).await?;
        // Two at once have the same.
        self.cell(look.id).set(copy).ok();
        Ok(is_complete)
    }

    /// Ends looks whose time is over, and removes what is left of those that ended.
    pub(super) async fn see_to(&self) -> anyhow::Result<()> {
        let (log, now) = (self.app.tenancy.backups(), self.app.domain.now());
        for look in log.looks().await? {
            if look.state == RestoreState::Open {
                if desk::open_until(&look).is_some_and(|until| until <= now) {
                    let tenant = work::entry(&self.app, look.tenant).await?;
                    desk::expire(&self.app.as_system(&tenant).await?, &log, &look).await?;
                }
            } else if let Err(Failed(code, details)) = self.clear(&look).await {
                tracing::warn!(tenant = %look.tenant, code, details, "what a look left behind is not removed");
            }
        }
        Ok(())
    }

    /// Lets go of copies that this server has of looks that are over.
    pub(super) async fn let_go(&self) -> Result<()> {
        let kept: Vec<RestoreId> = self.lock().keys().copied().collect();
        for id in kept {
            let found = self.app.tenancy.backups().find_restore(id).await?;
            // It is under way on this server until it is open.
            if found.is_none_or(|look| look.state.is_final() && look.sealed_identity.is_none()) {
                self.lock().remove(&id);
            }
        }
        Ok(())
    }

    /// Removes the files that were brought for a look and that nothing here holds, and forgets its key.
    async fn clear(&self, look: &Restore) -> Result<(), Failed> {
        let tenant = work::entry(&self.app, look.tenant).await?;
        let cell = self.cell(look.id);
        if cell.get().is_none() {
            match self.fetch(&tenant, (look, false)).await {
                Ok(copy) => drop(copy.map(|copy| cell.set(copy))),
                // What cannot be read brought no files either.
                Err(Failed("HANDOVER_REFUSED" | "BACKUP_UNREADABLE" | "NEWER_VERSION", _)) => {}
                Err(failed) => return Err(failed),
            }
        }
        if let Some(copy) = cell.get() {
            let snapshot = Snapshot::open(&copy.file);
            let contents = domain::file::contents(&snapshot).await;
            snapshot.close().await?;
            let system = self.app.as_system(&tenant).await?;
            let blobs = self.app.tenancy.blobs(&tenant);
            for content in domain::file::unknown_contents(&system, contents?).await? {
                blobs.delete(&content.blob_name().parse()?).await?;
            }
        }
        self.app.tenancy.backups().note_identity(look.id, None).await?;
        Ok(())
    }

    /// The back-up with the people of now: who was erased since stays so. Nothing when it was taken back; or, unless
    /// it may `wait`, when it was not handed over yet.
    async fn fetch(
        &self,
        tenant: &TenantEntry,
        (look, wait): (&Restore, bool),
    ) -> Result<Option<Copy>, Failed> {
        let asking = Asking::begin(&self.app, &self.backups, look).await?;
        let folder = scratch_folder(&self.backups.0.scratch).await?;
        let file = folder.path().join("held.sqlite");
        let is_here = if wait {
            asking.database(tenant, &file).await?
        } else {
            asking.database_again(tenant, &file).await?
        };
        if !is_here {
            return Ok(None);
        }
        let current = self.app.tenancy.open(tenant).await?;
        carry_over(&file, &current, (KEPT_TABLES, EMPTIED_TABLES))
            .await
            .map_err(super::restore::of_loading)?;
        let db = TenantDb::of_file(&file, (tenant.id, tenant.key.clone())).await?;
        Ok(Some(Copy { db, file, _folder: folder }))
    }

    fn cell(&self, id: RestoreId) -> Arc<OnceCell<Copy>> {
        Arc::clone(self.lock().entry(id).or_default())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<RestoreId, Arc<OnceCell<Copy>>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
