//! Has an environment go on in another place.

use std::path::Path;

use ::backup::scratch_folder;
use anyhow::{Result, bail, ensure};
use domain::audit::{self, AuditEntry};
use serde_json::json;
use tenancy::{Moved, Moving, Placement, PlacementChoice};

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
    println!("a copy of {slug} is taken, while people go on …");
    let tell = |step| println!("{}", told(slug, step));
    let scratch = scratch_folder(scratch).await?;
    let moved = match relocation.move_to((place, scratch.path()), tell, super::asked_to_stop()).await {
        Ok(Some(moved)) => moved,
        Ok(None) => bail!("stopped; nothing has changed"),
        Err(error) => bail!("nothing has changed: {error}"),
    };
    note(app, &from, &moved).await?;
    let seconds = moved.read_only.as_seconds_f64();
    println!("{slug} goes on in {}; it was read-only for {seconds:.1} s", named(&moved.tenant.placement));
    println!("What it left is removed by a server in a minute or two.");
    Ok(())
}

fn told(slug: &str, step: Moving) -> String {
    match step {
        Moving::Copied(bytes) => format!("{bytes} bytes; they are brought in and compared …"),
        Moving::Loaded => "all of it is there; now what changed meanwhile …".to_owned(),
        Moving::CaughtUp(rows) => format!("{rows} rows that changed were brought over"),
        Moving::ReadOnly => format!("{slug} can be read, and not be changed …"),
    }
}

async fn note(app: &App, from: &Placement, Moved { tenant, read_only }: &Moved) -> Result<()> {
    let ctx = app.as_system(tenant).await?;
    let seconds = read_only.as_seconds_f64();
    let details = json!({ "from": from.kind(), "to": tenant.placement.kind(), "readOnlySeconds": seconds });
    let event = AuditEntry::about_environment("environment.moved", &ctx).with(details);
    ctx.write(async |tx| audit::record(&ctx, tx, event).await).await?;
    Ok(())
}

fn named(placement: &Placement) -> String {
    match placement {
        Placement::SqliteFile(file) => format!("the file {}", file.file),
        Placement::Postgres(placement) => {
            format!("the database {} on cluster {}", placement.database, placement.cluster)
        }
    }
}
