//! Moving an environment as the product does it, while somebody writes in it: from its cluster into a file, and back.

use std::{
    future::pending,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use domain::{
    Ctx,
    record::{self, NewRecord},
};
use kernel::{Actor, Locale, Role, UserId};
use server::App;
use tenancy::{Moved, Moving, Placement, PlacementChoice};
use tokio::time::sleep;

use super::side;
use crate::{
    data_set::{add_user, in_words},
    engine::Residence,
    risk::{self, Draw},
};

/// A new record comes so often.
const BETWEEN: Duration = Duration::from_millis(100);

/// One move.
#[derive(Debug, Clone, Copy)]
pub(super) struct Move {
    pub(super) seconds: f64,
    /// Seconds in which nobody could write.
    pub(super) read_only: f64,
    /// Rows that changed while it was copied.
    pub(super) changed: u64,
}

/// Into a file, and back.
#[derive(Debug, Clone, Copy)]
pub(super) struct ThereAndBack {
    pub(super) there: Move,
    pub(super) back: Move,
}

/// Moves the environment of the measurements; `None` where there is no cluster.
pub(super) async fn measure(residence: &Residence, folder: &Path) -> Result<Option<ThereAndBack>> {
    let app = Box::pin(App::start(residence.settings()?.tenancy()?)).await?;
    let tenant = side::environment(&app).await?;
    let measured = match &tenant.placement {
        Placement::SqliteFile(_) => None,
        Placement::Postgres(placement) => {
            let home = PlacementChoice::Postgres { cluster: placement.cluster.clone() };
            let there = Box::pin(go(&app, (&PlacementChoice::Sqlite, folder))).await?;
            Some(ThereAndBack { there, back: Box::pin(go(&app, (&home, folder))).await? })
        }
    };
    app.close().await;
    Ok(measured)
}

async fn go(app: &App, (place, folder): (&PlacementChoice, &Path)) -> Result<Move> {
    let tenant = side::environment(app).await?;
    let system = Box::pin(app.as_system(&tenant)).await?;
    let login = format!("schrijver-{}", tenant.placement.kind());
    let person = add_user(&system, &login, "Sanne Schrijver", Role::Administrator).await?.id;
    let writing = tokio::spawn(write(system, person));
    let begin = Instant::now();
    let relocation = app.tenancy.relocate(&tenant).await?;
    let changed = std::sync::Mutex::new(0);
    let tell = |step| {
        if let (Moving::CaughtUp(rows), Ok(mut changed)) = (step, changed.lock()) {
            *changed += rows;
        }
    };
    let moved = Box::pin(relocation.move_to((place, folder), tell, pending())).await?;
    let Moved { read_only, .. } = moved.context("nobody stopped it")?;
    let seconds = begin.elapsed().as_secs_f64();
    writing.abort();
    let changed = changed.into_inner().unwrap_or_default();
    Ok(Move { seconds, read_only: read_only.as_seconds_f64(), changed })
}

/// Adds a record now and then, until it is refused because the environment moves.
async fn write(system: Ctx, person: UserId) -> Result<()> {
    let ctx = system.acting_as(Actor::User { id: person, role: Role::Administrator }, Locale::Nl);
    let draw = Draw::new();
    for number in 0.. {
        let values = risk::risk(&draw, number, (&[person], &[]));
        let new = NewRecord { form_key: "risks".to_owned(), values, status: None };
        Box::pin(record::create(&ctx, new)).await.map_err(in_words)?;
        sleep(BETWEEN).await;
    }
    Ok(())
}
