//! Two made-up customers with their people and records.

mod backups;
mod files;
mod history;
mod manifest;
mod people;
mod seed;
mod values;

use std::path::Path;

use anyhow::Context;
use domain::{Ctx, form};
use packs::{Pack, demo::DemoEnvironment};

pub use backups::backups;
pub use manifest::{Manifest, ManifestEnvironment, ManifestUser};

use crate::App;

/// Brings the base forms of a pack into an environment.
pub async fn install(ctx: &Ctx, pack: &Pack) -> kernel::Result<()> {
    let version = pack.version.to_string();
    form::install(ctx, pack.content(&version)).await
}

/// Makes the demo's environments, or finds them made by an earlier start.
pub async fn prepare(app: &App, data_dir: &Path, told: impl Fn(&str)) -> anyhow::Result<Manifest> {
    if let Some(manifest) = Manifest::read(data_dir)? {
        return Ok(manifest);
    }
    let pack = Pack::builtin()?;
    let mut manifest = Manifest::default();
    for environment in packs::demo::environments()? {
        told(&format!("Making {} with {} records …", environment.name, environment.records.len()));
        manifest.environments.push(make(app, &pack, &environment).await?);
    }
    manifest.write(data_dir)?;
    Ok(manifest)
}

/// Makes one of the demo's environments, or brings it up to date.
pub async fn make(
    app: &App,
    pack: &Pack,
    environment: &DemoEnvironment,
) -> anyhow::Result<ManifestEnvironment> {
    let made = seed::environment(app, pack, environment).await;
    made.with_context(|| format!("cannot make {}", environment.name))
}
