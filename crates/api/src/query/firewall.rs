use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use domain::firewall;

use crate::{
    connection::{connection, page_request},
    error::Result,
    scope::Shared,
    types::{
        FirewallChannelName, FirewallInput, FirewallObject, FirewallRefusalConnection, FirewallRefusalObject,
        FirewallRefusalTotals, FirewallVerdictObject,
    },
};

#[derive(Default)]
pub(super) struct FirewallQuery;

#[Object]
impl FirewallQuery {
    /// From where, and how much, this environment may be asked. Needs `canManageFirewall`.
    async fn firewall(&self, cx: &Context<'_>) -> Result<FirewallObject> {
        let gates = cx.services().tenancy.firewall();
        Ok(FirewallObject(firewall::get(&cx.scope().ctx, gates).await?))
    }

    /// Who was refused, by the hour, the latest first; kept for 90 days. Needs `canManageFirewall`.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity + 1")]
    async fn firewall_refusals(
        &self,
        cx: &Context<'_>,
        since: Option<DateTime<Utc>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<FirewallRefusalConnection> {
        let page = page_request(first, after)?;
        let gates = cx.services().tenancy.firewall();
        let found = firewall::refusals(&cx.scope().ctx, gates, (since, &page)).await?;
        let totals = FirewallRefusalTotals { since };
        Ok(connection(found, page.after.is_some(), totals, FirewallRefusalObject))
    }

    /// What the firewall as it is saved (or as proposed) would say to an address. Needs
    /// `canManageFirewall`.
    async fn test_firewall_address(
        &self,
        cx: &Context<'_>,
        address: String,
        channel: FirewallChannelName,
        proposal: Option<FirewallInput>,
    ) -> Result<FirewallVerdictObject> {
        let gates = cx.services().tenancy.firewall();
        let proposal = proposal.map(firewall::Proposal::from);
        let asked = (address.as_str(), channel.into());
        Ok(FirewallVerdictObject(firewall::test(&cx.scope().ctx, gates, asked, proposal).await?))
    }
}
