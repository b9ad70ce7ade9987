//! Many small environments: all of them backed up, and all of them put back, one after the other.

use std::{path::Path, time::Instant};

use ::backup::{Backup, Identity, Recipients, Store, Tier};
use anyhow::{Result, anyhow};
use domain::{
    put_back::{EMPTIED_TABLES, KEPT_TABLES},
    record::{self, NewRecord},
};
use kernel::{Actor, Locale, Role, SeededRandom};
use packs::Pack;
use server::{App, backup_key, demo};
use tenancy::{NewTenant, Placement, PlacementChoice, TenantEntry, carry_over};

use super::{files, side};
use crate::{
    data_set::{add_user, in_words},
    engine::Place,
    risk::{self, Draw},
};

/// Risks of each.
const RECORDS: u32 = 25;
/// Files of each, and their bytes.
const FILES: u32 = 3;
const FILE_BYTES: usize = 60_000;

/// Seconds for all of them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Small {
    pub(super) count: u32,
    pub(super) made: f64,
    pub(super) put_back: f64,
}

/// Makes the environments, backs each up, and puts each back.
pub(super) async fn measure(
    place: &Place,
    (folder, identity, recipients): (&Path, &Identity, &[String]),
    count: u32,
) -> Result<Small> {
    let app = Box::pin(App::start(place.residence().settings()?.tenancy()?)).await?;
    let pack = Pack::builtin()?;
    for number in 0..count {
        Box::pin(fill(&app, &pack, number)).await?;
    }
    let store = Store::folder(Tier::Hot, &folder.join("small"))?;
    let recipients = Recipients::parse(recipients.iter().map(String::as_str))?;
    let tenants = app.tenancy.list_tenants().await?;
    let begin = Instant::now();
    for tenant in &tenants {
        side::make_one(&app, tenant, (&store, &recipients, folder)).await?;
    }
    let made = begin.elapsed().as_secs_f64();
    let begin = Instant::now();
    for tenant in &tenants {
        Box::pin(put_back(&app, tenant, (&store, identity, folder))).await?;
    }
    let put_back = begin.elapsed().as_secs_f64();
    app.close().await;
    Ok(Small { count, made, put_back })
}

async fn fill(app: &App, pack: &Pack, number: u32) -> Result<()> {
    let slug = format!("{}-{number}", Place::slug());
    let host = format!("klein-{number}.localhost");
    let new = NewTenant { slug, name: format!("Klein {number}"), host, locale: Locale::Nl };
    let tenant = Box::pin(app.tenancy.create_tenant(new)).await?;
    let system = Box::pin(app.as_system(&tenant)).await?;
    demo::install(&system, pack).await?;
    let person = add_user(&system, "beheer", "Anna Beheer", Role::Administrator).await?;
    let ctx = system.acting_as(Actor::User { id: person.id, role: person.role }, Locale::Nl);
    let draw = Draw::new();
    for n in 0..RECORDS {
        let values = risk::risk(&draw, n, (&[person.id], &[]));
        let new = NewRecord { form_key: "risks".to_owned(), values, status: None };
        record::create(&ctx, new).await.map_err(in_words)?;
    }
    let blobs = app.tenancy.blobs(&tenant);
    let random = SeededRandom::new(u64::from(number));
    for n in 0..FILES {
        let content = files::noise(&random, FILE_BYTES);
        files::keep_one(&ctx, &blobs, (&format!("bijlage-{n}.bin"), content)).await?;
    }
    Ok(())
}

/// From the store to the environment going on in what came out of it. Its files are there.
async fn put_back(
    app: &App,
    tenant: &TenantEntry,
    (store, identity, folder): (&Store, &Identity, &Path),
) -> Result<()> {
    let scratch = tempfile::TempDir::new_in(folder)?;
    let file = scratch.path().join("restored.sqlite");
    let backup = Backup::find(store, (tenant.id, 1), &backup_key(&app.tenancy).public()).await?;
    backup.database(identity, &file).await?;
    let relocation = app.tenancy.relocate(tenant).await?;
    let current = relocation.put_up_fence().await?;
    carry_over(&file, &current, (KEPT_TABLES, EMPTIED_TABLES)).await?;
    let same = match &tenant.placement {
        Placement::SqliteFile(_) => PlacementChoice::Sqlite,
        Placement::Postgres(place) => PlacementChoice::Postgres { cluster: place.cluster.clone() },
    };
    let loaded = relocation.load(&file, &same).await.map_err(|error| anyhow!("{error}"))?;
    let entry = relocation.finish(loaded).await?;
    app.as_system(&entry).await?;
    Ok(())
}
