//! The firewall of an environment: from where, and how much, it may be asked.
//!
//! The rules here are the truth; what servers enforce is a copy that is published after every change
//! ([`tenancy::Firewall`]). A server that stopped in between is made up for by [`reconcile`].

mod entity;
mod reconcile;
mod repo;
mod rules;

use kernel::{
    Actor, Cursor, Error, FirewallRuleId, Instant, Page, PageRequest, Result, UserError, UserId, dutch_day,
};
use tenancy::{Channel, Firewall as Gates, FirewallLimits, FirewallPolicy, Reason, Refusals, parse_address};

pub use reconcile::reconcile;
use rules::{Making, Parsed};
pub use rules::{NewLimits, NewRule, Pending, Proposal, Rule};

use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
};

const LIST: &str = "firewall refusals";

/// An environment's firewall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firewall {
    /// Counts the changes; 0 when nothing was ever decided.
    pub version: i64,
    /// The rules, in the order people gave them, which means nothing.
    pub rules: Vec<Rule>,
    /// The limits in force.
    pub limits: FirewallLimits,
    /// When it was last changed.
    pub updated_at: Option<Instant>,
    /// By whom; absent when the operator did.
    pub updated_by: Option<UserId>,
    /// A change that waits for its confirmation.
    pub pending: Option<Pending>,
    cleared_at: Option<Instant>,
    noted_until: Option<Instant>,
}

impl Firewall {
    /// Of an environment that decided nothing.
    fn none(limits: FirewallLimits) -> Self {
        Self {
            version: 0,
            rules: Vec::new(),
            limits,
            updated_at: None,
            updated_by: None,
            pending: None,
            cleared_at: None,
            noted_until: None,
        }
    }
}

/// A change of the whole.
#[derive(Debug, Clone)]
pub struct FirewallChange {
    /// The version it was made upon.
    pub version: i64,
    /// The rules and limits from now on.
    pub proposal: Proposal,
    /// Keeps a change that would lock its maker out as pending, instead of refusing it.
    pub ask_confirmation: bool,
}

/// What the firewall says to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Why.
    pub reason: Reason,
    /// The rule that decided.
    pub rule: Option<Rule>,
    /// Until when the address is kept out for having asked too much.
    pub is_blocked_until: Option<Instant>,
}

impl Verdict {
    /// Whether the address is let in.
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self.reason, Reason::NoRules | Reason::AllowedByRule)
    }
}

/// The firewall as it is.
pub async fn get(ctx: &Ctx, gates: &Gates) -> Result<Firewall> {
    ctx.require(Permission::ManageFirewall)?;
    repo::load(ctx.read(), gates.default_limits(), ctx.now()).await
}

/// Replaces rules and limits. User errors: `INVALID_NETWORK`, `TOO_LONG`, `TOO_MANY_RULES`,
/// `ALLOW_LIST_ENDS`, `TOO_LOW`, `TOO_HIGH`, `CONFLICT`, and `LOCKS_YOU_OUT` when the actor's own
/// address would be refused.
pub async fn save(ctx: &Ctx, gates: &Gates, change: FirewallChange) -> Result<Firewall> {
    let current = get(ctx, gates).await?;
    ctx.require_fresh()?;
    let parsed = parse(ctx, gates, (change.proposal, &current))?;
    let locked_out = ctx.address().filter(|address| rules::locks_out(&parsed.rules, *address, ctx.now()));
    match (locked_out, ctx.actor().user_id()) {
        (None, _) => apply(ctx, gates, (change.version, parsed, "firewall.changed")).await,
        (Some(_), Some(user)) if change.ask_confirmation => {
            wait(ctx, gates, parsed.pending(user, (change.version, ctx.now()))).await
        }
        (Some(address), _) => Err(UserError::at("LOCKS_YOU_OUT", &["rules"]).with("address", address).into()),
    }
}

/// Applies the change that waits. User errors: `NOTHING_PENDING`, and `LOCKS_YOU_OUT` from an address
/// that the change would refuse.
pub async fn confirm(ctx: &Ctx, gates: &Gates) -> Result<Firewall> {
    let current = get(ctx, gates).await?;
    ctx.require_fresh()?;
    let pending = current.pending.ok_or_else(|| Error::invalid("NOTHING_PENDING", &[]))?;
    let locked_out = ctx.address().filter(|address| rules::locks_out(&pending.rules, *address, ctx.now()));
    if let Some(address) = locked_out {
        return Err(UserError::at("LOCKS_YOU_OUT", &[]).with("address", address).into());
    }
    apply(ctx, gates, (pending.version, pending.into(), "firewall.confirmed")).await
}

/// Forgets the change that waits; quietly does nothing when there is none.
pub async fn discard(ctx: &Ctx, gates: &Gates) -> Result<Firewall> {
    ctx.require(Permission::ManageFirewall)?;
    ctx.write(async |tx| {
        let mut firewall = repo::load(tx.connection(), gates.default_limits(), ctx.now()).await?;
        if firewall.pending.take().is_some() {
            repo::save(tx, &firewall, gates.default_limits()).await?;
            audit::record(ctx, tx, AuditEntry::about("firewall.change_discarded", ctx.tenant_id())).await?;
        }
        Ok(firewall)
    })
    .await
}

/// Takes all rules and own limits away and lets in who was kept out: the operator's way to help an
/// environment that locked itself out. System only.
pub async fn reset(ctx: &Ctx, gates: &Gates) -> Result<Firewall> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    let defaults = gates.default_limits();
    let firewall = ctx
        .write(async |tx| {
            let before = repo::load(tx.connection(), defaults, ctx.now()).await?;
            let details = rules::changes(&before, &Parsed { rules: Vec::new(), limits: defaults });
            let firewall = Firewall {
                version: before.version + 1,
                updated_at: Some(ctx.now()),
                cleared_at: Some(ctx.now()),
                noted_until: before.noted_until,
                ..Firewall::none(defaults)
            };
            repo::save(tx, &firewall, defaults).await?;
            repo::save_rules(tx, &[]).await?;
            audit::record(ctx, tx, AuditEntry::about("firewall.reset", ctx.tenant_id()).with(details))
                .await?;
            Ok(firewall)
        })
        .await?;
    publish(ctx, gates).await?;
    Ok(firewall)
}

/// What the firewall as it is saved, or as proposed, says to an address. User errors: those of
/// [`save`], and `INVALID_ADDRESS`.
pub async fn test(
    ctx: &Ctx,
    gates: &Gates,
    (address, channel): (&str, Channel),
    proposal: Option<Proposal>,
) -> Result<Verdict> {
    let current = get(ctx, gates).await?;
    let address = parse_address(address).map_err(|_| Error::invalid("INVALID_ADDRESS", &["address"]))?;
    let rules = match proposal {
        Some(proposal) => parse(ctx, gates, (proposal, &current))?.rules,
        None => current.rules,
    };
    let policy = FirewallPolicy { rules: rules::compile(&rules), ..FirewallPolicy::default() };
    let decision = policy.decide(channel, address, dutch_day(ctx.now()));
    let is_blocked_until = gates.blocked_until(ctx.tenant_id(), address);
    let reason =
        if decision.is_allowed() && is_blocked_until.is_some() { Reason::Blocked } else { decision.reason };
    let rule = decision.rule.and_then(|found| rules.iter().find(|rule| rule.id == found.id)).cloned();
    Ok(Verdict { reason, rule, is_blocked_until })
}

/// Who was refused, by the hour, the latest first; kept for 90 days.
pub async fn refusals(
    ctx: &Ctx,
    gates: &Gates,
    (since, page): (Option<Instant>, &PageRequest),
) -> Result<Page<Refusals>> {
    ctx.require(Permission::ManageFirewall)?;
    let after = page.after.as_ref().map(read_cursor).transpose()?;
    let limit = page.first as usize;
    let mut lines = gates.refusals(ctx.tenant_id(), since, (after, u64::from(page.first) + 1)).await?;
    let has_next = lines.len() > limit;
    lines.truncate(limit);
    let with_cursor = |line: Refusals| Ok((cursor(&line)?, line));
    Ok(Page { items: lines.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}

/// How many lines [`refusals`] has.
pub async fn count_refusals(ctx: &Ctx, gates: &Gates, since: Option<Instant>) -> Result<u64> {
    ctx.require(Permission::ManageFirewall)?;
    gates.count_refusals(ctx.tenant_id(), since).await
}

type Key = (Instant, Option<std::net::IpAddr>, Channel, String);

fn cursor(line: &Refusals) -> Result<Cursor> {
    Cursor::encode(LIST, &(line.hour, line.address, line.channel, line.reason.as_str()))
}

fn read_cursor(cursor: &Cursor) -> Result<Refusals> {
    let (hour, address, channel, reason): Key = cursor.decode(LIST)?;
    let reason = reason.parse().map_err(|()| Error::bad_request("after", "is no cursor of this list"))?;
    Ok(Refusals { hour, address, channel, reason, count: 0, last_at: hour })
}

fn parse(ctx: &Ctx, gates: &Gates, (proposal, current): (Proposal, &Firewall)) -> Result<Parsed> {
    let making = Making { by: ctx.actor().user_id(), at: ctx.now() };
    let new_id = || FirewallRuleId::generate(ctx.clock(), ctx.random());
    rules::parse(proposal, (current, &gates.default_limits()), making, new_id).map_err(Error::Invalid)
}

/// Makes rules and limits those in force.
async fn apply(
    ctx: &Ctx,
    gates: &Gates,
    (version, parsed, action): (i64, Parsed, &'static str),
) -> Result<Firewall> {
    let defaults = gates.default_limits();
    let firewall = ctx
        .write(async |tx| {
            let before = load_at(ctx, tx, (version, defaults)).await?;
            let details = rules::changes(&before, &parsed);
            let firewall = Firewall {
                version: version + 1,
                rules: parsed.rules.clone(),
                limits: parsed.limits,
                updated_at: Some(ctx.now()),
                updated_by: ctx.actor().user_id(),
                pending: None,
                ..before
            };
            repo::save(tx, &firewall, defaults).await?;
            repo::save_rules(tx, &firewall.rules).await?;
            audit::record(ctx, tx, AuditEntry::about(action, ctx.tenant_id()).with(details)).await?;
            Ok(firewall)
        })
        .await?;
    if let Err(error) = publish(ctx, gates).await {
        // It is saved; the next request here publishes it.
        tracing::error!(%error, "a firewall's new rules are not published yet");
        gates.distrust(ctx.tenant_id());
    }
    Ok(firewall)
}

/// Keeps a change until it is confirmed.
async fn wait(ctx: &Ctx, gates: &Gates, pending: Pending) -> Result<Firewall> {
    let defaults = gates.default_limits();
    ctx.write(async |tx| {
        let mut firewall = load_at(ctx, tx, (pending.version, defaults)).await?;
        let details = rules::changes(&firewall, &pending.clone().into());
        firewall.pending = Some(pending.clone());
        repo::save(tx, &firewall, defaults).await?;
        let entry = AuditEntry::about("firewall.change_requested", ctx.tenant_id()).with(details);
        audit::record(ctx, tx, entry).await?;
        Ok(firewall)
    })
    .await
}

/// The firewall, if it is still what the change was made upon.
async fn load_at(ctx: &Ctx, tx: &WriteTx, (version, defaults): (i64, FirewallLimits)) -> Result<Firewall> {
    let firewall = repo::load(tx.connection(), defaults, ctx.now()).await?;
    if firewall.version == version { Ok(firewall) } else { Err(Error::invalid("CONFLICT", &["version"])) }
}

/// Has all servers enforce what is saved.
async fn publish(ctx: &Ctx, gates: &Gates) -> Result<()> {
    let truth = || {
        let ctx = ctx.clone();
        async move { repo::policy(ctx.read()).await }
    };
    gates.publish(ctx.tenant_id(), truth).await
}
