//! Has an environment go on in another place.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use domain::audit::{self, AuditEntry};
use kernel::{Clock, SystemClock};
use serde_json::json;
use tempfile::TempDir;
use tenancy::{Loaded, Placement, PlacementChoice, Relocation, TenantEntry};

use super::{support, tenant::in_words};
use crate::{App, Settings};

pub(crate) async fn run(settings: &Settings, slug: &str, to: &str) -> Result<()> {
    let config = settings.tenancy()?;
    let place = match to {
        "sqlite" => PlacementChoice::Sqlite,
        cluster => {
            let known = config.clusters.keys().cloned().collect::<Vec<_>>().join(", ");
            ensure!(
                config.clusters.contains_key(cluster),
                "there is no cluster `{cluster}`; --to is `sqlite` or one of: {known}"
            );
            PlacementChoice::Postgres { cluster: cluster.to_owned() }
        }
    };
    let app = settings.start().await?;
    let moved = relocate(&app, slug, (&place, &settings.data_dir.join("moving"))).await;
    app.close().await;
    moved
}

async fn relocate(app: &App, slug: &str, (place, scratch): (&PlacementChoice, &Path)) -> Result<()> {
    let entry = support::entry(app, slug).await?;
    app.tenancy.heal().await?;
    let relocation = app.tenancy.relocate(&entry).await.map_err(in_words)?;
    let from = relocation.tenant().placement.clone();
    println!("{slug} can be read, and not be changed …");
    let begun_at = SystemClock.now();
    let loaded = match load(&relocation, (place, scratch)).await {
        Ok(loaded) => loaded,
        Err(error) => {
            relocation.abandon().await?;
            return Err(error.context("nothing has changed"));
        }
    };
    let entry = relocation.finish(loaded).await?;
    let seconds = (SystemClock.now() - begun_at).as_seconds_f64();
    note(app, &entry, (&from, seconds)).await?;
    println!("{slug} goes on in {}, after {seconds:.1} s", named(&entry.placement));
    println!("What it left is removed by a server in a minute.");
    Ok(())
}

async fn load(relocation: &Relocation, (place, scratch): (&PlacementChoice, &Path)) -> Result<Loaded> {
    let db = relocation.put_up_fence().await?;
    std::fs::create_dir_all(scratch).with_context(|| scratch.display().to_string())?;
    let folder = TempDir::new_in(scratch)?;
    let file = folder.path().join("moving.sqlite");
    db.rows_to(&file).await?;
    println!("a copy of {} bytes is taken; it is brought in and compared …", std::fs::metadata(&file)?.len());
    Ok(relocation.load(&file, place).await?)
}

async fn note(app: &App, entry: &TenantEntry, (from, seconds): (&Placement, f64)) -> Result<()> {
    let ctx = app.as_system(entry).await?;
    let details = json!({ "from": kind(from), "to": kind(&entry.placement), "readOnlySeconds": seconds });
    let event = AuditEntry::about_environment("environment.moved", &ctx).with(details);
    ctx.write(async |tx| audit::record(&ctx, tx, event).await).await?;
    Ok(())
}

/// What a customer may read of a place.
fn kind(placement: &Placement) -> &'static str {
    match placement {
        Placement::SqliteFile(_) => "sqlite",
        Placement::Postgres(_) => "postgres",
    }
}

fn named(placement: &Placement) -> String {
    match placement {
        Placement::SqliteFile(file) => format!("the file {}", file.file),
        Placement::Postgres(placement) => {
            format!("the database {} on cluster {}", placement.database, placement.cluster)
        }
    }
}
