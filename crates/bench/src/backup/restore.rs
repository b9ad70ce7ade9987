//! Putting an environment back as the product does it, with all of its files lost: asked for, handed over by the holder
//! of the key, brought, made safe, loaded, and gone over to.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use ::backup::{Identity, Keeper, Prover, Recipients, StorePlace, Stores, Tier};
use anyhow::{Result, bail, ensure};
use domain::Domain;
use kernel::{RestoreId, SystemClock, SystemRandom};
use ledger::PublicKey;
use server::{App, Backups, Canary, backup_key, http::HttpSettings};
use tenancy::{BackupRun, BackupState, Restore, RestoreState, TenantEntry};
use tokio::{sync::oneshot, time::sleep};

use super::side;
use crate::{child, engine::Residence};

/// How often the server, the keeper and we look.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// The longest until the first back-ups are made, and until the environment is back.
const PATIENCE: Duration = Duration::from_mins(20);

/// What it took.
#[derive(Debug, Clone, Copy)]
pub(super) struct PutBack {
    pub(super) seconds: f64,
    /// Files that had been lost, and are back.
    pub(super) files: usize,
}

/// Has a server make its back-ups, loses all files, and has it put the environment back.
pub(super) async fn measure(
    residence: &Residence,
    (folder, identity, recipients): (&Path, &Identity, &[String]),
) -> Result<PutBack> {
    let mut app = Box::pin(App::start(residence.settings()?.tenancy()?)).await?;
    let recipients = Recipients::parse(recipients.iter().map(String::as_str))?;
    let keeper = (recipients, identity.signing_key().public());
    app.backups = Some(Backups::new(stores(folder)?, keeper, folder.join("work")).looking_every(LOOK_EVERY));
    let installation = backup_key(&app.tenancy).public();
    let listener = child::listen().await?;
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = app.clone();
    let served = tokio::spawn(async move {
        let until = async { drop(stopped.await) };
        Box::pin(serving.serve(listener, HttpSettings::default(), until)).await;
    });
    let done = tokio::select! {
        done = Box::pin(lose_and_put_back(&app)) => done,
        error = Box::pin(keep(folder, (identity, &installation))) => error,
    };
    drop(stop);
    served.await?;
    done
}

async fn lose_and_put_back(app: &App) -> Result<PutBack> {
    let tenant = side::environment(app).await?;
    let run = first_hot(app, &tenant).await?;
    let blobs = app.tenancy.blobs(&tenant);
    let system = app.as_system(&tenant).await?;
    let revisions = domain::file::list_all(&system).await?;
    drop(system);
    let names: Vec<_> = revisions
        .iter()
        .map(|listed| domain::file::blob_name(&listed.revision.sha256).parse())
        .collect::<Result<_, _>>()?;
    for name in &names {
        blobs.delete(name).await?;
    }
    let begin = Instant::now();
    let id = ask(app, &tenant, &run).await?;
    until_done(app, id).await?;
    let seconds = begin.elapsed().as_secs_f64();
    for name in &names {
        ensure!(blobs.has(name).await?, "{name} was not brought back");
    }
    Ok(PutBack { seconds, files: names.len() })
}

/// The first hot back-up, once those of both stores are made.
async fn first_hot(app: &App, tenant: &TenantEntry) -> Result<BackupRun> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        let runs = app.tenancy.backups().of(tenant.id, 10).await?;
        if runs.len() == 2 && runs.iter().all(|run| run.state == BackupState::Made) {
            return Ok(runs.into_iter().find(|run| run.tier == Tier::Hot).unwrap_or_else(|| unreachable!()));
        }
        sleep(LOOK_EVERY).await;
    }
    bail!("the server made no back-ups")
}

async fn ask(app: &App, tenant: &TenantEntry, run: &BackupRun) -> Result<RestoreId> {
    let now = app.domain.now();
    let restore = Restore {
        id: RestoreId::generate(app.domain.clock(), app.domain.random()),
        tenant: tenant.id,
        backup: run.id,
        asked_by: None,
        asked_at: now,
        reason: "Meting".to_owned(),
        state: RestoreState::Asked,
        seen_at: now,
        sealed_identity: None,
        safety: None,
        finished_at: None,
        failure: None,
    };
    ensure!(app.tenancy.backups().ask_restore(&restore).await?, "another one is under way");
    Ok(restore.id)
}

async fn until_done(app: &App, id: RestoreId) -> Result<()> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        match app.tenancy.backups().find_restore(id).await? {
            Some(found) if found.state == RestoreState::Done => return Ok(()),
            Some(found) if found.state.is_final() => bail!("it was not put back: {:?}", found.failure),
            _ => sleep(LOOK_EVERY).await,
        }
    }
    bail!("it was not put back in time")
}

/// Hands over what is asked for, until dropped.
async fn keep<T>(folder: &Path, (identity, installation): (&Identity, &PublicKey)) -> Result<T> {
    let (stores, scratch) = (stores(folder)?, folder.join("keeper"));
    let domain = Domain::new(Arc::new(SystemClock), Arc::new(SystemRandom));
    let examiner = Canary::new()?;
    let prover = Prover { identity, scratch: &scratch, domain: &domain, examiner: &examiner };
    let keeper = Keeper { prover, installation, random: &SystemRandom };
    loop {
        Box::pin(keeper.hand_over(stores.of(Tier::Hot), |_, _| {})).await?;
        sleep(LOOK_EVERY).await;
    }
}

fn stores(folder: &Path) -> Result<Stores> {
    let place = |name| StorePlace::Folder(folder.join(name));
    Ok(Stores::new(&place("hot"), &place("cold"))?)
}
