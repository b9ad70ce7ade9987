//! What is done now and then, when somebody comes by: nobody is kept waiting for it.

use chrono::{DurationRound, TimeDelta};
use kernel::{Actor, Error, Instant, Result};
use serde_json::json;
use tenancy::Firewall as Gates;

use super::{publish, repo};
use crate::{
    Ctx,
    audit::{self, AuditEntry},
};

/// How far back the first summary looks.
const FIRST_HOURS: i64 = 24;

/// Publishes an environment's own rules when other ones are enforced: a server stopped between saving
/// and publishing, or a back-up was restored. Then tells the audit log who was refused, in one line
/// per time and at most one an hour: strangers never write to an environment's database. System only.
pub async fn reconcile(ctx: &Ctx, gates: &Gates) -> Result<()> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    let enforced = gates.policy(ctx.tenant_id()).version;
    if repo::version(ctx.read()).await? != enforced {
        publish(ctx, gates).await?;
        tracing::warn!(tenant = %ctx.tenant_id(), enforced, "other firewall rules were enforced than are saved");
    }
    note_refusals(ctx, gates).await
}

async fn note_refusals(ctx: &Ctx, gates: &Gates) -> Result<()> {
    let until = ctx.now().duration_trunc(TimeDelta::hours(1)).map_err(Error::internal)?;
    let from = since(repo::noted_until(ctx.read()).await?, until);
    if from >= until {
        return Ok(());
    }
    let (refusals, addresses) = gates.refusals_between(ctx.tenant_id(), from, until).await?;
    if refusals == 0 {
        return Ok(());
    }
    ctx.write(async |tx| {
        let mut firewall = repo::load(tx.connection(), gates.default_limits(), ctx.now()).await?;
        if since(firewall.noted_until, until) != from {
            // Another server was first.
            return Ok(());
        }
        firewall.noted_until = Some(until);
        repo::save(tx, &firewall, gates.default_limits()).await?;
        let details = json!({ "from": from, "until": until, "refusals": refusals, "addresses": addresses });
        audit::record(ctx, tx, AuditEntry::about("firewall.refused", ctx.tenant_id()).with(details)).await
    })
    .await
}

fn since(noted_until: Option<Instant>, until: Instant) -> Instant {
    noted_until.unwrap_or(until - TimeDelta::hours(FIRST_HOURS))
}
