//! Publishes the heads of audit logs, and checks each log as a whole once a day.

use std::{ops::ControlFlow, time::Duration};

use domain::audit::{self, Publication};
use kernel::Result;
use tenancy::{TenantEntry, TenantStatus};
use tokio::time::Instant;

use crate::App;

/// How often every log is checked as a whole.
const SWEEP_EVERY: Duration = Duration::from_hours(24);
/// A log that was checked less than this many hours ago is left alone: another server did it.
const RECENT_HOURS: i64 = 20;

/// Works until dropped: publishes the heads of what has grown every `interval`, and sweeps once a day.
pub(crate) async fn watch(app: App, interval: Duration) {
    let mut next_sweep = Instant::now();
    loop {
        tokio::time::sleep(interval).await;
        publish(&app).await;
        if Instant::now() >= next_sweep {
            next_sweep = Instant::now() + SWEEP_EVERY;
            sweep(&app).await;
        }
    }
}

/// Publishes the heads of all logs that have grown on this server.
pub(crate) async fn publish(app: &App) {
    let grown = app.domain.take_unpublished();
    if grown.is_empty() {
        return;
    }
    let Some(environments) = environments(app).await else {
        for tenant in grown {
            app.domain.put_back_unpublished(tenant);
        }
        return;
    };
    for environment in environments.iter().filter(|environment| grown.contains(&environment.id)) {
        if let Err(error) = publish_one(app, environment).await {
            tracing::warn!(tenant = %environment.slug, %error, "the audit log's head could not be published");
            app.domain.put_back_unpublished(environment.id);
        }
    }
}

async fn publish_one(app: &App, environment: &TenantEntry) -> Result<()> {
    let ctx = app.as_system(environment).await?;
    match audit::publish_head(&ctx).await? {
        Publication::Published(signed) => {
            tracing::debug!(tenant = %environment.slug, seq = signed.head.seq, "head published");
        }
        Publication::Unchanged => {}
        Publication::Refused(problem) => {
            tracing::error!(tenant = %environment.slug, %problem, "the audit log's head is not signed");
        }
    }
    Ok(())
}

/// Publishes and checks every log, one after the other.
async fn sweep(app: &App) {
    for environment in environments(app).await.unwrap_or_default() {
        if let Err(error) = check_one(app, &environment).await {
            tracing::warn!(tenant = %environment.slug, %error, "the audit log could not be checked");
        }
    }
}

async fn check_one(app: &App, environment: &TenantEntry) -> Result<()> {
    publish_one(app, environment).await?;
    let ctx = app.as_system(environment).await?;
    let checked_at = audit::chain(&ctx).await?.verified_at;
    if checked_at.is_some_and(|at| (ctx.now() - at).num_hours() < RECENT_HOURS) {
        return Ok(());
    }
    audit::verify(&ctx, |_, _| ControlFlow::Continue(())).await?;
    Ok(())
}

async fn environments(app: &App) -> Option<Vec<TenantEntry>> {
    match app.tenancy.list_tenants().await {
        Ok(mut entries) => {
            entries.retain(|entry| entry.status == TenantStatus::Active);
            Some(entries)
        }
        Err(error) => {
            tracing::warn!(%error, "environments cannot be listed; their audit logs are published later");
            None
        }
    }
}
