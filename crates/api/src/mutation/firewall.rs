use async_graphql::{Context, InputObject, Object, SimpleObject};
use domain::firewall::{self, Firewall, FirewallChange};

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{FirewallLimitsInput, FirewallObject, FirewallRuleInput, firewall_proposal},
};

/// A change of the firewall as a whole.
#[derive(InputObject)]
struct SaveFirewallInput {
    /// The version it was made upon.
    version: i64,
    /// The rules from now on: at most 500.
    rules: Vec<FirewallRuleInput>,
    /// The limits from now on.
    limits: FirewallLimitsInput,
    /// Keeps a change that locks the caller out as pending, to be confirmed from another network.
    #[graphql(default)]
    ask_confirmation: bool,
}

/// The firewall as it is now.
#[derive(SimpleObject)]
struct FirewallPayload {
    /// The firewall.
    firewall: Option<FirewallObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

impl FirewallPayload {
    fn of(result: kernel::Result<Firewall>) -> Result<Self> {
        let (firewall, user_errors) = outcome(result)?;
        Ok(Self { firewall: firewall.map(FirewallObject), user_errors })
    }
}

#[derive(Default)]
pub(super) struct FirewallMutation;

#[Object]
impl FirewallMutation {
    /// Replaces rules and limits as a whole. Step-up. `LOCKS_YOU_OUT` when the caller's own address would
    /// be refused.
    async fn save_firewall(&self, cx: &Context<'_>, input: SaveFirewallInput) -> Result<FirewallPayload> {
        let change = FirewallChange {
            version: input.version,
            proposal: firewall_proposal(input.rules, input.limits),
            ask_confirmation: input.ask_confirmation,
        };
        let gates = cx.services().tenancy.firewall();
        FirewallPayload::of(firewall::save(&cx.scope().ctx, gates, change).await)
    }

    /// Applies the change that waits. Step-up. `LOCKS_YOU_OUT` from an address that the change would refuse.
    async fn confirm_firewall(&self, cx: &Context<'_>) -> Result<FirewallPayload> {
        let gates = cx.services().tenancy.firewall();
        FirewallPayload::of(firewall::confirm(&cx.scope().ctx, gates).await)
    }

    /// Forgets the change that waits.
    async fn discard_pending_firewall(&self, cx: &Context<'_>) -> Result<FirewallPayload> {
        let gates = cx.services().tenancy.firewall();
        FirewallPayload::of(firewall::discard(&cx.scope().ctx, gates).await)
    }
}
