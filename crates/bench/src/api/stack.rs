//! The product as operators run it, in a child process.

use std::{fs::File, path::PathBuf, sync::Mutex};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use server::{App, LimitSettings, http::HttpSettings};
use tracing_subscriber::EnvFilter;

use crate::{backup::BackUps, child, engine::Residence};

/// How the product runs.
#[derive(Serialize, Deserialize)]
pub(crate) struct Description {
    /// Where its databases are.
    pub residence: Residence,
    /// Where every statement is written down; only while nothing is measured.
    pub statement_log: Option<PathBuf>,
    /// What is backed up meanwhile.
    pub back_ups: Option<BackUps>,
}

/// All load comes from one address, as one person.
const UNLIMITED: LimitSettings = LimitSettings {
    rate_per_address: 1_000_000_000,
    rate_per_account: 1_000_000_000,
    rate_per_token: 1_000_000_000,
    concurrent_requests: 10_000,
};

/// Serves until the parent is done.
pub(super) async fn serve(description: Description) -> Result<()> {
    log(description.statement_log)?;
    let listener = child::listen().await?;
    let mut settings = description.residence.settings()?;
    settings.limits = UNLIMITED;
    let app = Box::pin(App::start(settings.tenancy()?)).await?;
    child::announce(&listener)?;
    if let Some(back_ups) = description.back_ups {
        tokio::spawn(back_ups.make_while_asked(app.clone()));
    }
    app.serve(listener, HttpSettings::default(), child::parent_is_done()).await;
    Ok(())
}

/// As `waarborg serve` logs; or the statements alone, as JSON.
fn log(statements: Option<PathBuf>) -> Result<()> {
    let subscriber = tracing_subscriber::fmt();
    match statements {
        None => subscriber.with_env_filter(EnvFilter::new("warn")).with_writer(std::io::stderr).init(),
        Some(path) => {
            let file = File::create(&path).with_context(|| format!("making {}", path.display()))?;
            let filter = EnvFilter::new("sqlx::query=debug");
            subscriber.json().with_env_filter(filter).with_writer(Mutex::new(file)).init();
        }
    }
    Ok(())
}
