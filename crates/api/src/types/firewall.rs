use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject, connection::Connection};
use chrono::{DateTime, Utc};
use domain::firewall::{self, Firewall, NewLimits, NewRule, Pending, Proposal, Rule, Verdict};
use kernel::Error;
use tenancy::{FirewallLimits, Refusals};

use super::{Date, UserObject, user};
use crate::{error::Result, scope::Shared};

/// The door somebody comes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FirewallChannel", remote = "tenancy::Channel")]
pub(crate) enum FirewallChannelName {
    /// People with a browser.
    Browser,
    /// Programs with an API token.
    Api,
}

/// What a rule does with whom it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FirewallAction", remote = "tenancy::RuleAction")]
pub(crate) enum FirewallActionName {
    /// Lets in; and once a channel has such a rule, nobody else.
    Allow,
    /// Keeps out, whatever else lets in.
    Deny,
}

/// What becomes of whoever asks more than the limits allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FirewallTrip", remote = "tenancy::OnTrip")]
pub(crate) enum FirewallTripName {
    /// Is told how long to wait.
    Delay,
    /// Is refused without being told when to come back.
    Refuse,
    /// Is kept out for `blockMinutes`: the address, or the account or API token that asked too much.
    Block,
}

/// Why somebody is let in or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FirewallReason", remote = "tenancy::Reason")]
pub(crate) enum FirewallReasonName {
    /// The channel has no rules that say otherwise.
    NoRules,
    /// A rule lets them in.
    AllowedByRule,
    /// A rule keeps them out.
    DeniedByRule,
    /// The channel has rules that let others in, and none that lets them.
    NotOnAllowList,
    /// Their address asked more than it may.
    RatePerAddress,
    /// Their account asked more than it may.
    RatePerAccount,
    /// Their API token asked more than it may.
    RatePerToken,
    /// The environment had as much to do as it may at once.
    TooManyAtOnce,
    /// They asked too much, and are kept out for a while.
    Blocked,
}

/// From where, and how much, an environment may be asked.
pub(crate) struct FirewallObject(pub Firewall);

/// From where, and how much, this environment may be asked.
#[Object(name = "Firewall")]
impl FirewallObject {
    /// Counts the changes; 0 when nothing was ever decided.
    async fn version(&self) -> i64 {
        self.0.version
    }

    /// The rules. Deny wins from allow, whatever their order; once a channel has rules that allow, all
    /// others are refused there.
    async fn rules(&self) -> Vec<FirewallRuleObject> {
        self.0.rules.iter().cloned().map(FirewallRuleObject).collect()
    }

    /// How much may be asked.
    async fn limits(&self) -> FirewallLimitsObject {
        self.0.limits.into()
    }

    /// The limits of environments that decided nothing. No environment can have more
    /// `concurrentRequests` than these.
    async fn default_limits(&self, cx: &Context<'_>) -> FirewallLimitsObject {
        cx.services().tenancy.firewall().default_limits().into()
    }

    /// The caller's address as the firewall sees it.
    async fn viewer_address(&self, cx: &Context<'_>) -> String {
        cx.scope().ctx.address().map(|address| address.to_string()).unwrap_or_default()
    }

    /// When it was last changed.
    async fn updated_at(&self) -> Option<DateTime<Utc>> {
        self.0.updated_at
    }

    /// By whom; null when nobody did, or the operator.
    async fn updated_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.0.updated_by).await
    }

    /// A saved change that waits for its confirmation from another network or by the operator.
    async fn pending(&self) -> Option<PendingFirewallObject> {
        self.0.pending.clone().map(PendingFirewallObject)
    }
}

/// One line of the firewall.
pub(crate) struct FirewallRuleObject(pub Rule);

/// One line of the firewall.
#[Object(name = "FirewallRule")]
impl FirewallRuleObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// The door it is about.
    async fn channel(&self) -> FirewallChannelName {
        self.0.channel.into()
    }

    /// What it does.
    async fn action(&self) -> FirewallActionName {
        self.0.action.into()
    }

    /// With whom: CIDR, or a single address.
    async fn network(&self) -> String {
        self.0.network.to_string()
    }

    /// True for `0.0.0.0/0` and `::/0`: worth a warning.
    async fn is_everybody(&self) -> bool {
        self.0.network.is_everybody()
    }

    /// Whose it is and why.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// The last day it holds, in the Netherlands; null: without end.
    async fn ends_on(&self) -> Option<Date> {
        self.0.ends_on.map(Date)
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// By whom; null when the operator did.
    async fn created_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.0.created_by).await
    }

    /// Whether it still holds.
    async fn is_in_force(&self, cx: &Context<'_>) -> bool {
        self.0.is_in_force(cx.scope().ctx.now())
    }
}

/// How much an environment may be asked. A list costs more than a single thing, signing in and exporting
/// more than reading, a file of the application next to nothing.
#[derive(SimpleObject)]
#[graphql(name = "FirewallLimits")]
pub(crate) struct FirewallLimitsObject {
    /// Requests a minute from one address; of IPv6 from one /64.
    per_address_per_minute: u32,
    /// Requests a minute of one account.
    per_account_per_minute: u32,
    /// Requests a minute of one API token.
    per_token_per_minute: u32,
    /// Requests that are worked on at the same time.
    concurrent_requests: u32,
    /// What becomes of who asks more.
    on_trip: FirewallTripName,
    /// How many minutes `BLOCK` keeps out.
    block_minutes: u32,
}

impl From<FirewallLimits> for FirewallLimitsObject {
    fn from(limits: FirewallLimits) -> Self {
        Self {
            per_address_per_minute: limits.per_address_per_minute,
            per_account_per_minute: limits.per_account_per_minute,
            per_token_per_minute: limits.per_token_per_minute,
            concurrent_requests: limits.concurrent_requests,
            on_trip: limits.on_trip.into(),
            block_minutes: limits.block_minutes,
        }
    }
}

/// A change that waits for its confirmation.
pub(crate) struct PendingFirewallObject(pub Pending);

/// A change that would lock its maker out, and waits until it is confirmed from an address that it lets in.
#[Object(name = "PendingFirewall")]
impl PendingFirewallObject {
    /// When it was asked.
    async fn requested_at(&self) -> DateTime<Utc> {
        self.0.requested_at
    }

    /// By whom.
    async fn requested_by(&self, cx: &Context<'_>) -> Result<UserObject> {
        Ok(user::load(cx, Some(self.0.requested_by)).await?.ok_or(Error::NotFound)?)
    }

    /// When it is forgotten.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }

    /// The rules it brings.
    async fn rules(&self) -> Vec<FirewallRuleObject> {
        self.0.rules.iter().cloned().map(FirewallRuleObject).collect()
    }

    /// The limits it brings.
    async fn limits(&self) -> FirewallLimitsObject {
        self.0.limits.into()
    }
}

/// What the firewall says to an address.
pub(crate) struct FirewallVerdictObject(pub Verdict);

/// What the firewall says to an address.
#[Object(name = "FirewallVerdict")]
impl FirewallVerdictObject {
    /// Whether it is let in.
    async fn is_allowed(&self) -> bool {
        self.0.is_allowed()
    }

    /// Why: a code.
    async fn reason(&self) -> FirewallReasonName {
        self.0.reason.into()
    }

    /// The rule that decided.
    async fn rule(&self) -> Option<FirewallRuleObject> {
        self.0.rule.clone().map(FirewallRuleObject)
    }

    /// Until when the address is kept out for having asked too much.
    async fn is_blocked_until(&self) -> Option<DateTime<Utc>> {
        self.0.is_blocked_until
    }
}

/// Refusals of an hour.
pub(crate) struct FirewallRefusalObject(pub Refusals);

/// Refusals of one address, at one door, for one reason, in one hour.
#[Object(name = "FirewallRefusal")]
impl FirewallRefusalObject {
    /// The hour's beginning.
    async fn hour(&self) -> DateTime<Utc> {
        self.0.hour
    }

    /// From where; `*` stands for all addresses beyond the first 500 lines of an hour.
    async fn address(&self) -> String {
        self.0.address.map_or_else(|| "*".to_owned(), |address| address.to_string())
    }

    /// By which door.
    async fn channel(&self) -> FirewallChannelName {
        self.0.channel.into()
    }

    /// Why: a code.
    async fn reason(&self) -> FirewallReasonName {
        self.0.reason.into()
    }

    /// How many.
    async fn count(&self) -> i64 {
        self.0.count
    }

    /// The last one.
    async fn last_at(&self) -> DateTime<Utc> {
        self.0.last_at
    }
}

pub(crate) type FirewallRefusalConnection = Connection<String, FirewallRefusalObject, FirewallRefusalTotals>;

/// Counts, made only when asked for.
pub(crate) struct FirewallRefusalTotals {
    pub since: Option<DateTime<Utc>>,
}

/// Counts, made only when asked for.
#[Object]
impl FirewallRefusalTotals {
    /// How many lines there are.
    async fn total_count(&self, cx: &Context<'_>) -> Result<u64> {
        let gates = cx.services().tenancy.firewall();
        Ok(firewall::count_refusals(&cx.scope().ctx, gates, self.since).await?)
    }
}

/// A rule as it is wanted.
#[derive(InputObject)]
pub(crate) struct FirewallRuleInput {
    /// The rule it was, if it was there.
    id: Option<ID>,
    /// The door it is about.
    channel: FirewallChannelName,
    /// What it does.
    action: FirewallActionName,
    /// With whom: CIDR, or a single address; IPv4 or IPv6.
    network: String,
    /// Whose it is and why: at most 200 characters.
    #[graphql(default)]
    note: String,
    /// The last day it holds, in the Netherlands. Of a channel's rules that allow, one has no end.
    ends_on: Option<Date>,
}

impl From<FirewallRuleInput> for NewRule {
    fn from(input: FirewallRuleInput) -> Self {
        Self {
            id: input.id.and_then(|id| id.parse().ok()),
            channel: input.channel.into(),
            action: input.action.into(),
            network: input.network,
            note: input.note,
            ends_on: input.ends_on.map(|day| day.0),
        }
    }
}

/// Limits as they are wanted.
#[derive(InputObject)]
pub(crate) struct FirewallLimitsInput {
    /// Requests a minute from one address: 60 or more.
    per_address_per_minute: i32,
    /// Requests a minute of one account: 60 or more.
    per_account_per_minute: i32,
    /// Requests a minute of one API token: 60 or more.
    per_token_per_minute: i32,
    /// Requests that are worked on at the same time: at most `defaultLimits.concurrentRequests`.
    concurrent_requests: i32,
    /// What becomes of who asks more.
    on_trip: FirewallTripName,
    /// How many minutes `BLOCK` keeps out: 1 to 1440.
    block_minutes: i32,
}

impl From<FirewallLimitsInput> for NewLimits {
    fn from(input: FirewallLimitsInput) -> Self {
        Self {
            per_address_per_minute: input.per_address_per_minute,
            per_account_per_minute: input.per_account_per_minute,
            per_token_per_minute: input.per_token_per_minute,
            concurrent_requests: input.concurrent_requests,
            on_trip: input.on_trip.into(),
            block_minutes: input.block_minutes,
        }
    }
}

/// Rules and limits as they are wanted.
#[derive(InputObject)]
pub(crate) struct FirewallInput {
    /// At most 500.
    rules: Vec<FirewallRuleInput>,
    /// The limits.
    limits: FirewallLimitsInput,
}

impl From<FirewallInput> for Proposal {
    fn from(input: FirewallInput) -> Self {
        proposal(input.rules, input.limits)
    }
}

/// Rules and limits as they are wanted, for the service.
pub(crate) fn proposal(rules: Vec<FirewallRuleInput>, limits: FirewallLimitsInput) -> Proposal {
    Proposal { rules: rules.into_iter().map(NewRule::from).collect(), limits: limits.into() }
}
