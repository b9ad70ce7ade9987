//! Sees to it that back-ups are made when they are due, by one server of several.

use std::{collections::HashSet, sync::Arc, time::Duration};

use ::backup::{Drill, Tier, Verdict, last_due};
use anyhow::Result;
use chrono::TimeDelta;
use kernel::{BackupRunId, RestoreId, WorkId};
use sha2::{Digest, Sha256};
use tenancy::{BackupDrill, BackupPlan, BackupProof, BackupReason, BackupRun, TenantEntry};
use tokio::{
    sync::Semaphore,
    task::JoinSet,
    time::{Instant, MissedTickBehavior, interval},
};

use super::{Backups, OpenLooks, alert::Alert, restore, work};
use crate::App;

/// What the server that sees to back-ups leads.
const LEASE: &str = "back-ups";
/// Seconds for which it leads when it says nothing more.
const LEASE_SECONDS: i64 = 60;
/// The most back-ups made at the same time.
const MOST_AT_ONCE: usize = 4;
/// How often is asked what the keeper says.
const HEAR_EVERY: Duration = Duration::from_secs(30);

/// Works until dropped.
pub(crate) async fn watch(app: App, backups: Backups, looks: Arc<OpenLooks>) {
    let mut ticks = interval(backups.0.tick);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut watch = Watch {
        app,
        backups,
        places: Arc::new(Semaphore::new(at_once())),
        tasks: JoinSet::new(),
        begun: HashSet::new(),
        restores: JoinSet::new(),
        looks,
        restoring: HashSet::new(),
        heard: None,
        alert: Alert::default(),
    };
    loop {
        ticks.tick().await;
        if let Err(error) = watch.look().await {
            tracing::warn!(error = format!("{error:#}"), "back-ups cannot be seen to now");
        }
    }
}

/// Back-ups made at the same time: each keeps two processors busy.
#[must_use]
pub fn at_once() -> usize {
    std::thread::available_parallelism().map_or(1, |processors| processors.get() / 2).clamp(1, MOST_AT_ONCE)
}

struct Watch {
    app: App,
    backups: Backups,
    places: Arc<Semaphore>,
    tasks: JoinSet<BackupRunId>,
    /// At work on this server.
    begun: HashSet<BackupRunId>,
    looks: Arc<OpenLooks>,
    restores: JoinSet<RestoreId>,
    restoring: HashSet<RestoreId>,
    heard: Option<Instant>,
    alert: Alert,
}

impl Watch {
    async fn look(&mut self) -> Result<()> {
        while let Some(Ok(done)) = self.tasks.try_join_next() {
            self.begun.remove(&done);
        }
        while let Some(Ok(done)) = self.restores.try_join_next() {
            self.restoring.remove(&done);
        }
        self.app.tenancy.heal().await?;
        self.looks.let_go().await?;
        let (log, now) = (self.app.tenancy.backups(), self.app.domain.now());
        let until = now + TimeDelta::seconds(LEASE_SECONDS);
        if !log.lead(LEASE, self.backups.0.server, (now, until)).await? {
            return Ok(());
        }
        self.begin_what_is_due().await?;
        self.put_back_what_was_asked().await?;
        self.looks.see_to().await?;
        if self.heard.is_none_or(|at| at.elapsed() >= HEAR_EVERY.min(self.backups.0.tick * 3)) {
            self.heard = Some(Instant::now());
            self.hear_keeper().await?;
            self.alert.tell(&self.app).await?;
        }
        Ok(())
    }

    async fn begin_what_is_due(&mut self) -> Result<()> {
        let (log, now) = (self.app.tenancy.backups(), self.app.domain.now());
        let tenants = self.app.tenancy.list_tenants().await?;
        let planned = log.last_planned().await?;
        let due =
            |tenant: &TenantEntry| Tier::ALL.map(|tier| (tenant.id, tier, last_due(tier, tenant.id, now)));
        let open: Vec<_> = tenants.into_iter().filter(|tenant| tenant.status.has_address()).collect();
        for (tenant, tier, due_at) in open.iter().flat_map(due) {
            if planned.get(&(tenant, tier)).is_none_or(|last| *last < due_at) {
                self.begin(BackupPlan { tenant, tier, reason: BackupReason::Schedule, due_at }).await?;
            }
        }
        for run in log.waiting(now).await? {
            // One of the plan is made up for by a later one.
            let is_late =
                run.reason == BackupReason::Schedule && run.due_at < last_due(run.tier, run.tenant, now);
            if !is_late && open.iter().any(|tenant| tenant.id == run.tenant) {
                let BackupRun { tenant, tier, reason, due_at, .. } = run;
                self.begin(BackupPlan { tenant, tier, reason, due_at }).await?;
            }
        }
        Ok(())
    }

    /// Begins when there is room: what is not begun now is found again at the next look.
    async fn begin(&mut self, plan: BackupPlan) -> Result<()> {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else { return Ok(()) };
        let log = self.app.tenancy.backups();
        let Some(id) = log.begin(plan, (self.app.domain.clock(), self.app.domain.random())).await? else {
            return Ok(());
        };
        let Some(run) = log.find(id).await?.filter(|_| self.begun.insert(id)) else { return Ok(()) };
        let (app, backups) = (self.app.clone(), self.backups.clone());
        self.tasks.spawn(async move {
            work::run(&app, &backups, &run).await;
            drop(place);
            id
        });
        Ok(())
    }

    /// Takes on what was asked for, or left by a server that was killed.
    async fn put_back_what_was_asked(&mut self) -> Result<()> {
        let (log, now) = (self.app.tenancy.backups(), self.app.domain.now());
        for restore in log.restores_under_way().await? {
            if restore::is_left(&restore, now) && self.restoring.insert(restore.id) {
                let (app, backups, looks) = (self.app.clone(), self.backups.clone(), Arc::clone(&self.looks));
                self.restores.spawn(async move {
                    restore::run(&app, (&backups, &looks), &restore).await;
                    restore.id
                });
            }
        }
        Ok(())
    }

    /// Writes down what was said of back-ups, and of damaged ones.
    async fn hear_keeper(&self) -> Result<()> {
        let log = self.app.tenancy.backups();
        let key = &self.backups.0.keeper;
        for run in log.unproven().await? {
            let Some(made) = run.made else { continue };
            let store = self.backups.0.stores.of(run.tier);
            if let Some(verdict) = Verdict::find(store, (run.tenant, made.sequence), key).await? {
                log.note_proof(run.id, &proof(&verdict)).await?;
            }
        }
        for tier in Tier::ALL {
            if let Some(drill) = Drill::last(self.backups.0.stores.of(tier), key).await? {
                let Drill { tier, at, is_noticed, found, .. } = drill;
                // The same one gives the same id, whoever hears of it.
                let digest = Sha256::digest(format!("{tier} {at}"));
                let id = digest.first_chunk().copied().map(uuid::Uuid::from_bytes).unwrap_or_default();
                let noted = BackupDrill { tier, at, is_noticed, found };
                log.note_drill(WorkId::from_uuid(id), &noted).await?;
            }
        }
        Ok(())
    }
}

fn proof(verdict: &Verdict) -> BackupProof {
    let outcome = match &verdict.outcome {
        ::backup::Outcome::Proven { rows, .. } => Ok(*rows),
        ::backup::Outcome::Refuted { reason } => Err(reason.clone()),
    };
    BackupProof { begun_at: verdict.begun_at, finished_at: verdict.finished_at, outcome }
}
