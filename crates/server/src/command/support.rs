//! What the operator does for a customer, in the customer's sight.

use anyhow::Context;
use domain::{
    Access, Ctx,
    grant::{self, OperatorVisit},
    user::AccountKind,
};
use kernel::Actor;
use tenancy::TenantEntry;

use super::tenant::in_words;
use crate::{App, Settings};

/// What the registry knows of the environment with this short name.
pub(super) async fn entry(app: &App, slug: &str) -> anyhow::Result<TenantEntry> {
    let found = app.tenancy.list_tenants().await?.into_iter().find(|entry| entry.slug.as_str() == slug);
    found.with_context(|| format!("there is no environment {slug}"))
}

/// The environment with this short name, for work of the operator's: the customer's log says so.
pub(super) async fn open(app: &App, slug: &str) -> anyhow::Result<Ctx> {
    Ok(open_as_operator(app, &entry(app, slug).await?).await?)
}

/// The same, of an environment that was found.
pub(super) async fn open_as_operator(app: &App, tenant: &TenantEntry) -> kernel::Result<Ctx> {
    let system = app.as_system(tenant).await?;
    let operator = Access { kind: AccountKind::Operator, ..Access::default() };
    Ok(system.acting_with(Actor::System, operator, system.locale()))
}

/// Lets somebody of the operator's in.
pub(crate) async fn run(settings: &Settings, slug: &str, visit: OperatorVisit) -> anyhow::Result<()> {
    let app = settings.start().await?;
    let ctx = open(&app, slug).await?;
    let let_in = grant::let_operator_in(&ctx, visit).await.map_err(in_words);
    app.close().await;
    let (grant, user) = let_in?;
    println!("{} may sign in as {} until {}", user.display_name, user.username, grant.ends_at.to_rfc3339());
    println!("The customer's administrators are mailed, and can withdraw it at any moment.");
    Ok(())
}
