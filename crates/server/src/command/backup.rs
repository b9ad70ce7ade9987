mod keeper;
mod operator;
mod screen;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use ::backup::{
    Backup, BadPlace, Held, Identity, Manifest, Progress, Prover, Recipients, SamePlace, SignedManifest,
    Source, Store, StorePlace, Tier, Workshop, make, prove,
};
use anyhow::{Context, Result, bail, ensure};
use domain::Domain;
use kernel::{SystemClock, SystemRandom, TenantId};
use ledger::PublicKey;
use zeroize::Zeroizing;

use super::support;
use crate::{
    App, Settings,
    backups::{problems, signing_key},
    canary::Canary,
    cli::{BackupCommand, BackupPlace},
};

/// Makes back-ups, and looks into them.
pub(crate) async fn run(command: BackupCommand) -> Result<()> {
    match command {
        BackupCommand::Keygen => {
            let (identity, secret) = Identity::generate();
            println!("# public key: {}\n{}", identity.recipient(), *secret);
            Ok(())
        }
        BackupCommand::PublicKey { settings } => {
            let app = settings.start().await?;
            println!("{}", signing_key(&app.tenancy).public());
            app.close().await;
            Ok(())
        }
        BackupCommand::Make { slug, tier, store, recipients, settings } => {
            let place = placed(tier, store.as_deref())?;
            apart(tier, &place)?;
            let store = place.open(tier).with_context(|| place.to_string())?;
            let recipients = Recipients::parse(recipients.iter().map(String::as_str))?;
            ensure!(
                recipients.names().len() >= 2,
                "back-ups are made for two keys at least: that of operations and one that is kept elsewhere"
            );
            make_one(&settings, (&slug, &store), &recipients).await
        }
        BackupCommand::CheckStore { tier, store } => check(tier, store.as_deref()).await,
        BackupCommand::Keeper { identity, public_key, scratch, every, once, hand_over, until_stdin_ends } => {
            let round = (!once).then(|| Duration::from_secs(every.max(1)));
            let (identity, installation) = (secret(&identity)?, public_key.parse()?);
            let working = keeper::run((&identity, &installation), &scratch, (round, hand_over));
            if until_stdin_ends {
                tokio::select! {
                    worked = working => worked,
                    () = super::stdin_ended() => Ok(()),
                }
            } else {
                working.await
            }
        }
        BackupCommand::KeeperKey { identity } => {
            println!("{}", secret(&identity)?.signing_key().public());
            Ok(())
        }
        BackupCommand::Status { settings } => status(&settings).await,
        BackupCommand::Screen { locale, settings } => {
            let app = settings.start().await?;
            let shown = screen::run(&app, locale).await;
            app.close().await;
            shown
        }
        BackupCommand::Runs { slug, last, settings } => {
            let app = settings.start().await?;
            let told = operator::runs(&app, slug.as_deref(), last).await;
            app.close().await;
            told
        }
        BackupCommand::Restore { slug, backup, reason, confirm, settings } => {
            let app = settings.start().await?;
            let put_back = operator::restore(&app, &slug, (&backup, &reason, &confirm)).await;
            app.close().await;
            put_back
        }
        BackupCommand::CancelRestore { slug, id, settings } => {
            let app = settings.start().await?;
            let cancelled = operator::cancel(&app, &slug, &id).await;
            app.close().await;
            cancelled
        }
        BackupCommand::List { place } => list(&place).await,
        BackupCommand::Inspect { place, sequence } => inspect(&place, sequence).await,
        BackupCommand::Prove { place, sequence, identity, scratch } => {
            prove_one(&place, sequence, (&secret(&identity)?, &scratch)).await
        }
    }
}

/// The key in a file.
fn secret(file: &Path) -> Result<Identity> {
    let text = Zeroizing::new(std::fs::read_to_string(file).with_context(|| at(file))?);
    text.parse().with_context(|| at(file))
}

async fn status(settings: &Settings) -> Result<()> {
    let app = settings.start().await?;
    let found = problems(&app).await;
    app.close().await;
    let found = found?;
    for problem in &found {
        println!("{problem}");
    }
    ensure!(found.is_empty(), "back-ups are not as they should be");
    println!("every environment has its back-ups, and they are proven");
    Ok(())
}

fn at(path: &Path) -> String {
    path.display().to_string()
}

async fn make_one(settings: &Settings, (slug, store): (&str, &Store), recipients: &Recipients) -> Result<()> {
    let app = settings.start().await?;
    let made = make_with(&app, settings, (slug, store), recipients).await;
    app.close().await;
    let made = made?;
    told(&made.manifest);
    Ok(())
}

async fn make_with(
    app: &App,
    settings: &Settings,
    (slug, store): (&str, &Store),
    recipients: &Recipients,
) -> Result<SignedManifest> {
    let tenant = support::entry(app, slug).await?;
    let db = Box::pin(app.tenancy.open(&tenant)).await?;
    let blobs = app.tenancy.blobs(&tenant);
    let scratch: PathBuf = settings.data_dir.join("back-up");
    let source = Source { tenant: &tenant, db: &db, blobs: &blobs, scratch: &scratch };
    let key = signing_key(&app.tenancy);
    let progress = Progress::default();
    let workshop =
        Workshop { recipients, key: &key, clock: &SystemClock, random: &SystemRandom, progress: &progress };
    Ok(Box::pin(make(source, store, &workshop)).await?)
}

/// Where a store is, of what the command line or the environment says.
pub(super) fn placed(tier: Tier, store: Option<&str>) -> Result<StorePlace, BadPlace> {
    StorePlace::read(tier, store, |name| std::env::var(name).ok())
}

/// Refuses to make a back-up in one place with those of the other tier, where that one is known.
fn apart(tier: Tier, place: &StorePlace) -> Result<()> {
    let other = if tier == Tier::Hot { Tier::Cold } else { Tier::Hot };
    match placed(other, None) {
        Ok(other) => Ok(SamePlace::refuse(place, &other)?),
        Err(BadPlace::Unset(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn opened(place: &BackupPlace) -> Result<(Store, TenantId, PublicKey)> {
    let BackupPlace { store, tier, tenant, public_key } = place;
    let store = placed(*tier, store.as_deref())?;
    if let StorePlace::Folder(folder) = &store {
        ensure!(folder.is_dir(), "there is no folder {}", at(folder));
    }
    let tenant =
        tenant.parse().map_err(|_| anyhow::anyhow!("--tenant must be an environment's id: env_…"))?;
    Ok((store.open(*tier).with_context(|| store.to_string())?, tenant, public_key.parse()?))
}

async fn check(tier: Tier, store: Option<&str>) -> Result<()> {
    let place = placed(tier, store)?;
    let store = place.open(tier).with_context(|| place.to_string())?;
    let found = store.check(&SystemRandom).await.with_context(|| place.to_string())?;
    let told = |held| match held {
        Held::Refused => "refused",
        Held::Kept => "done, and what was there stays as an older version",
        Held::Lost => "done, and what was there is lost",
    };
    println!("{place}");
    println!("a name that is taken: {}", if found.creates_once { "refused" } else { "written over" });
    println!("listed: {}", if found.lists { "yes" } else { "no" });
    println!("written over with this key: {}", told(found.overwritten));
    println!("deleted with this key: {}", told(found.deleted));
    ensure!(found.is_usable(), "no back-ups can be made here: two servers could write over each other's");
    let asks_lock = matches!(&place, StorePlace::S3(place) if place.lock_days().is_some());
    ensure!(found.is_safe() || !asks_lock, "the lock that is asked for does not hold");
    if !found.is_safe() {
        println!("whoever has this key can take back-ups away: see \"Back-ups\" in OPERATIONS.md");
    }
    Ok(())
}

/// The newest when none is named.
async fn find(
    (store, tenant, key): &(Store, TenantId, PublicKey),
    sequence: Option<u64>,
) -> Result<Backup<'_>> {
    let newest = match sequence {
        Some(sequence) => Some(sequence),
        None => Backup::list(store, *tenant).await?.pop(),
    };
    let Some(sequence) = newest else { bail!("there is no {} back-up of {tenant} here", store.tier()) };
    Ok(Backup::find(store, (*tenant, sequence), key).await?)
}

async fn list(place: &BackupPlace) -> Result<()> {
    let (store, tenant, key) = opened(place)?;
    let mut is_sound = true;
    for sequence in Backup::list(&store, tenant).await? {
        match Backup::find(&store, (tenant, sequence), &key).await {
            Ok(backup) => told(&backup.signed.manifest),
            Err(error) => {
                is_sound = false;
                println!("{sequence:>6}  {error}");
            }
        }
    }
    ensure!(is_sound, "not all of them are to be trusted");
    Ok(())
}

async fn inspect(place: &BackupPlace, sequence: Option<u64>) -> Result<()> {
    let opened = opened(place)?;
    let backup = find(&opened, sequence).await?;
    let manifest = &backup.signed.manifest;
    told(manifest);
    println!("{}", serde_json::to_string_pretty(manifest)?);
    let (objects, bytes) = Box::pin(backup.check()).await?;
    println!("{objects} objects of {bytes} bytes lie there as they were written");
    Ok(())
}

async fn prove_one(
    place: &BackupPlace,
    sequence: Option<u64>,
    (identity, scratch): (&Identity, &Path),
) -> Result<()> {
    let opened = opened(place)?;
    let backup = find(&opened, sequence).await?;
    told(&backup.signed.manifest);
    let canary = Canary::new()?;
    let domain = Domain::new(Arc::new(SystemClock), Arc::new(SystemRandom));
    let prover = Prover { identity, scratch, domain: &domain, examiner: &canary };
    let proof = Box::pin(prove(&backup, &prover)).await?;
    let took = proof.finished_at - proof.begun_at;
    println!(
        "proven in {} s: {} rows, a database of {} bytes, {} files of {} bytes",
        took.num_seconds(),
        proof.rows,
        proof.database_bytes,
        proof.files,
        proof.file_bytes
    );
    Ok(())
}

/// One line on a back-up.
fn told(manifest: &Manifest) {
    let Manifest { sequence, tier, slug, taken_at, database, files, .. } = manifest;
    println!(
        "{sequence:>6}  {tier:<4}  {}  {slug}: database {} bytes, {} files of {} bytes",
        taken_at.format("%Y-%m-%d %H:%M:%S UTC"),
        database.bytes,
        files.count,
        files.total_bytes
    );
}
