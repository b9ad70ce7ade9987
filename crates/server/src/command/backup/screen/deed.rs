//! What a key leads to.

use ::backup::desk::{self, RestoreWish};
use kernel::{BackupRunId, Error, RestoreId, Result, TenantId};
use tenancy::TenantEntry;

use super::{
    data,
    state::{Notice, Screen, View},
};
use crate::{App, command::support};

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    Leave,
    /// An environment is looked at more closely.
    Open(TenantId),
    /// It is backed up now.
    Make(TenantId),
    PutBack {
        tenant: TenantId,
        backup: BackupRunId,
        reason: String,
        name: String,
    },
    Cancel(TenantId, RestoreId),
}

/// Does it; false when the screen is left.
pub(super) async fn carry_out(app: &App, screen: &mut Screen, deed: Deed) -> bool {
    let done = match deed {
        Deed::Leave => return false,
        Deed::Open(tenant) => {
            match data::opened(app, tenant).await {
                Ok(opened) => screen.open(opened),
                Err(error) => screen.tell(error),
            }
            return true;
        }
        Deed::Make(tenant) => make(app, tenant).await.map(|()| screen.words.make_asked),
        Deed::PutBack { tenant, backup, reason, name } => {
            let wish = RestoreWish { backup, reason, confirmation: name };
            put_back(app, tenant, wish).await.map(|()| {
                screen.view = View::Backups;
                screen.words.restore_asked
            })
        }
        Deed::Cancel(tenant, id) => cancel(app, tenant, id).await.map(|()| screen.words.cancelled),
    };
    look_again(app, screen).await;
    match done {
        Ok(told) => screen.notice = Some(Notice::Fine(told.to_owned())),
        Err(error) => screen.tell(error),
    }
    true
}

/// Reads everything that is on the screen again.
pub(super) async fn look_again(app: &App, screen: &mut Screen) {
    let read = async {
        let overview = data::overview(app).await?;
        let opened = match &screen.opened {
            Some(opened) => Some(data::opened(app, opened.tenant).await?),
            None => None,
        };
        Ok((overview, opened))
    };
    match read.await {
        Ok((overview, opened)) => screen.renew(overview, opened),
        Err(error) => screen.tell(error),
    }
}

async fn make(app: &App, tenant: TenantId) -> Result<()> {
    let ctx = support::open_as_operator(app, &find(app, tenant).await?).await?;
    // Whether stores are set up is the server's to know: one that makes none never takes it on.
    desk::ask(&ctx, &app.tenancy.backups(), true).await.map(drop)
}

async fn put_back(app: &App, tenant: TenantId, wish: RestoreWish) -> Result<()> {
    let tenant = find(app, tenant).await?;
    let ctx = support::open_as_operator(app, &tenant).await?;
    desk::ask_restore(&ctx, &app.tenancy.backups(), (wish, &tenant.name)).await.map(drop)
}

async fn cancel(app: &App, tenant: TenantId, id: RestoreId) -> Result<()> {
    let ctx = support::open_as_operator(app, &find(app, tenant).await?).await?;
    desk::cancel_restore(&ctx, &app.tenancy.backups(), id).await.map(drop)
}

async fn find(app: &App, id: TenantId) -> Result<TenantEntry> {
    app.find_environment(id).await?.ok_or(Error::NotFound)
}
