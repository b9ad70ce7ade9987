//! What the screen shows, of the control database alone: environments need not be opened, nor be reachable.

use std::collections::HashMap;

use ::backup::{KeeperHealth, Tier, next_due};
use kernel::{Instant, Result, TenantId};
use tenancy::{BackupReason, BackupRun, Restore, RestorePurpose, TenantEntry};

use crate::{
    App,
    backups::{Health, health},
};

/// Back-ups and restores of one environment that are shown.
const SHOWN: (u64, u64) = (200, 50);

/// All environments.
pub(super) struct Overview {
    pub now: Instant,
    /// Those that need somebody first, then by short name.
    pub rows: Vec<Row>,
    pub keeper: KeeperHealth,
}

/// One environment.
pub(super) struct Row {
    pub id: TenantId,
    pub slug: String,
    pub name: String,
    /// Hot and cold.
    pub places: [Place; 2],
    pub busy: Busy,
}

/// How it stands in one store.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub health: Health,
    pub taken_at: Option<Instant>,
    pub proven: Option<Instant>,
    pub next_at: Instant,
}

/// What is being done for an environment.
#[derive(Debug, Clone, Default)]
pub(super) struct Busy {
    pub run: Option<BackupRun>,
    pub restore: Option<Restore>,
}

impl Row {
    /// The worst of both stores.
    pub(super) fn health(&self) -> Health {
        self.places.iter().map(|place| place.health).max().unwrap_or(Health::Fine)
    }
}

/// Reads all of it, in as many statements however many environments there are.
pub(super) async fn overview(app: &App) -> Result<Overview> {
    let (log, now) = (app.tenancy.backups(), app.domain.now());
    let standings = log.standings().await?;
    let mut busy = busy(app).await?;
    let row = |tenant: TenantEntry| {
        let places = Tier::ALL.map(|tier| {
            let standing = standings.get(&(tenant.id, tier)).copied().unwrap_or_default();
            Place {
                health: health(tier, (&standing, tenant.created_at), now),
                taken_at: standing.taken_at(),
                proven: standing.proven,
                next_at: next_due(tier, tenant.id, now),
            }
        });
        let busy = busy.remove(&tenant.id).unwrap_or_default();
        Row { id: tenant.id, slug: tenant.slug.to_string(), name: tenant.name, places, busy }
    };
    let tenants = app.tenancy.list_tenants().await?;
    let mut rows: Vec<Row> =
        tenants.into_iter().filter(|tenant| tenant.status.has_address()).map(row).collect();
    rows.sort_by(|a, b| b.health().cmp(&a.health()).then_with(|| a.slug.cmp(&b.slug)));
    let keeper = KeeperHealth::read(&log, now).await?;
    Ok(Overview { now, rows, keeper })
}

async fn busy(app: &App) -> Result<HashMap<TenantId, Busy>> {
    let log = app.tenancy.backups();
    let mut busy: HashMap<TenantId, Busy> = HashMap::new();
    for run in log.under_way().await? {
        let of_tenant = busy.entry(run.tenant).or_default();
        of_tenant.run = Some(run);
    }
    for restore in log.restores_under_way().await? {
        if restore.purpose == RestorePurpose::PutBack {
            let of_tenant = busy.entry(restore.tenant).or_default();
            of_tenant.restore = Some(restore);
        }
    }
    Ok(busy)
}

/// One environment that is looked at more closely.
pub(super) struct Opened {
    pub tenant: TenantId,
    /// The latest first.
    pub runs: Vec<BackupRun>,
    /// The last time it was put back, or is.
    pub restore: Option<Restore>,
}

impl Opened {
    /// The safety back-up that is being made.
    pub(super) fn safety(&self) -> Option<&BackupRun> {
        self.runs.iter().find(|run| run.reason == BackupReason::Safety && run.finished_at.is_none())
    }
}

/// Reads what is known of one environment's back-ups.
pub(super) async fn opened(app: &App, tenant: TenantId) -> Result<Opened> {
    let (log, (runs, restores)) = (app.tenancy.backups(), SHOWN);
    let put_back = |restore: &Restore| restore.purpose == RestorePurpose::PutBack;
    Ok(Opened {
        tenant,
        runs: log.of(tenant, runs).await?,
        restore: log.restores_of(tenant, restores).await?.into_iter().find(put_back),
    })
}
