//! What a key leads to.

use ::backup::desk::{self, RestoreWish};
use kernel::{BackupRunId, Error, RestoreId, Result, TenantId};

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
        Deed::Open(tenant) => data::opened(app, tenant).await.map(|opened| {
            screen.open(opened);
            None
        }),
        Deed::Make(tenant) => make(app, tenant).await.map(|()| Some(screen.words.make_asked)),
        Deed::PutBack { tenant, backup, reason, name } => {
            let wish = RestoreWish { backup, reason, confirmation: name };
            put_back(app, tenant, wish).await.map(|()| {
                screen.view = View::Backups;
                Some(screen.words.restore_asked)
            })
        }
        Deed::Cancel(tenant, id) => cancel(app, tenant, id).await.map(|()| Some(screen.words.cancelled)),
    };
    look_again(app, screen).await;
    match done {
        Ok(told) => screen.notice = told.map(|text| Notice::Fine(text.to_owned())),
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

async fn find(app: &App, id: TenantId) -> Result<tenancy::TenantEntry> {
    app.tenancy.list_tenants().await?.into_iter().find(|tenant| tenant.id == id).ok_or(Error::NotFound)
}
