//! What a firewall may be told, and what would come of it.

use std::net::IpAddr;

use chrono::{NaiveDate, TimeDelta};
use kernel::{FirewallRuleId, Instant, UserError, UserErrors, UserId, dutch_day};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use tenancy::{Channel, FirewallLimits, FirewallPolicy, Network, OnTrip, PolicyRule, RuleAction};

use super::Firewall;

/// The most rules of an environment.
pub(super) const MOST_RULES: usize = 500;
/// The most characters of a note.
const MOST_NOTE: usize = 200;
/// How long a change waits for its confirmation.
const PENDING_HOURS: i64 = 24;
/// The fewest requests a minute that leave people able to work, and to mend a mistake: a page of the
/// application asks some ten times.
const FEWEST_PER_MINUTE: u32 = 60;
/// The most requests a minute an environment can give itself; an operator can give more.
const MOST_PER_MINUTE: u32 = 100_000;
const FEWEST_AT_ONCE: u32 = 2;
const MOST_BLOCK_MINUTES: u32 = 24 * 60;

/// One line of a firewall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Which.
    pub id: FirewallRuleId,
    /// The door it is about.
    pub channel: Channel,
    /// What it does.
    pub action: RuleAction,
    /// With whom.
    pub network: Network,
    /// Whose it is and why, for people.
    pub note: String,
    /// The last day it holds, in the Netherlands; without end when absent.
    pub ends_on: Option<NaiveDate>,
    /// When it was made.
    pub created_at: Instant,
    /// By whom; absent when the operator did.
    pub created_by: Option<UserId>,
}

impl Rule {
    /// Whether it still holds.
    #[must_use]
    pub fn is_in_force(&self, now: Instant) -> bool {
        self.ends_on.is_none_or(|last| dutch_day(now) <= last)
    }

    fn in_words(&self) -> String {
        let (channel, action) = (self.channel.as_str(), self.action.as_str());
        let end = self.ends_on.map_or_else(String::new, |day| format!(" ≤ {day}"));
        format!("{channel} {action} {}{end}", self.network)
    }
}

/// A line as somebody wants it.
#[derive(Debug, Clone)]
pub struct NewRule {
    /// The line it was, if it was there.
    pub id: Option<FirewallRuleId>,
    /// The door it is about.
    pub channel: Channel,
    /// What it does.
    pub action: RuleAction,
    /// An address, or a network as CIDR.
    pub network: String,
    /// At most 200 characters.
    pub note: String,
    /// The last day it holds.
    pub ends_on: Option<NaiveDate>,
}

/// Limits as somebody wants them; see [`FirewallLimits`].
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "as in FirewallLimits")]
pub struct NewLimits {
    pub per_address_per_minute: i32,
    pub per_account_per_minute: i32,
    pub per_token_per_minute: i32,
    pub concurrent_requests: i32,
    pub on_trip: OnTrip,
    pub block_minutes: i32,
}

/// All rules and limits, as somebody wants them.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// At most 500.
    pub rules: Vec<NewRule>,
    /// The limits.
    pub limits: NewLimits,
}

/// A change that waits until it is confirmed from an address that it lets in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// When it was asked.
    pub requested_at: Instant,
    /// By whom.
    pub requested_by: UserId,
    /// When it is forgotten.
    pub expires_at: Instant,
    /// The rules it brings.
    pub rules: Vec<Rule>,
    /// The limits it brings.
    pub limits: FirewallLimits,
    /// The version it changes.
    pub(super) version: i64,
}

/// What a proposal comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parsed {
    pub rules: Vec<Rule>,
    pub limits: FirewallLimits,
}

impl Parsed {
    /// As something that waits.
    pub(super) fn pending(self, by: UserId, (version, now): (i64, Instant)) -> Pending {
        Pending {
            requested_at: now,
            requested_by: by,
            expires_at: now + TimeDelta::hours(PENDING_HOURS),
            rules: self.rules,
            limits: self.limits,
            version,
        }
    }
}

impl From<Pending> for Parsed {
    fn from(pending: Pending) -> Self {
        Self { rules: pending.rules, limits: pending.limits }
    }
}

/// Who makes a rule, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Making {
    pub by: Option<UserId>,
    pub at: Instant,
}

/// Reads a proposal beside what is there; tells everything that is wrong with it.
pub(super) fn parse(
    proposal: Proposal,
    (current, defaults): (&Firewall, &FirewallLimits),
    making: Making,
    new_id: impl Fn() -> FirewallRuleId,
) -> Result<Parsed, UserErrors> {
    let mut errors = UserErrors::default();
    if proposal.rules.len() > MOST_RULES {
        errors.push(UserError::at("TOO_MANY_RULES", &["rules"]).with("max", MOST_RULES));
        return Err(errors);
    }
    let mut rules = Vec::with_capacity(proposal.rules.len());
    for (index, new) in proposal.rules.into_iter().enumerate() {
        let parsed = parse_rule(new, (index, &mut errors), (current, making), &new_id);
        rules.extend(parsed);
    }
    refuse_lists_that_end(&rules, &mut errors);
    let limits = parse_limits(proposal.limits, defaults, &mut errors);
    if errors.0.is_empty() { Ok(Parsed { rules, limits }) } else { Err(errors) }
}

fn parse_rule(
    new: NewRule,
    (index, errors): (usize, &mut UserErrors),
    (current, making): (&Firewall, Making),
    new_id: &impl Fn() -> FirewallRuleId,
) -> Option<Rule> {
    let at = index.to_string();
    let network = new.network.parse::<Network>();
    if network.is_err() {
        errors.push(UserError::at("INVALID_NETWORK", &["rules", &at, "network"]));
    }
    let note: String = new.note.trim().chars().filter(|c| !c.is_control()).collect();
    if note.chars().count() > MOST_NOTE {
        errors.push(UserError::at("TOO_LONG", &["rules", &at, "note"]).with("max", MOST_NOTE));
    }
    // An id of nobody knows where is no reason to refuse: the line is a new one.
    let known = current.rules.iter().find(|rule| Some(rule.id) == new.id);
    Some(Rule {
        id: known.map_or_else(new_id, |rule| rule.id),
        channel: new.channel,
        action: new.action,
        network: network.ok()?,
        note,
        ends_on: new.ends_on,
        created_at: known.map_or(making.at, |rule| rule.created_at),
        created_by: known.map_or(making.by, |rule| rule.created_by),
    })
}

/// When the last rule that lets in ends, a door would either open to everybody or close to everybody,
/// on a day nobody looks. So of a door's rules that let in, one has no end.
fn refuse_lists_that_end(rules: &[Rule], errors: &mut UserErrors) {
    for channel in Channel::ALL {
        let allowing = || {
            let all = rules.iter().enumerate();
            all.filter(|(_, rule)| rule.channel == *channel && rule.action == RuleAction::Allow)
        };
        if let Some((last, _)) = allowing().max_by_key(|(_, rule)| rule.ends_on)
            && allowing().all(|(_, rule)| rule.ends_on.is_some())
        {
            errors.push(UserError::at("ALLOW_LIST_ENDS", &["rules", &last.to_string(), "endsOn"]));
        }
    }
}

fn parse_limits(new: NewLimits, defaults: &FirewallLimits, errors: &mut UserErrors) -> FirewallLimits {
    let mut within = |name: &str, value: i32, (min, max): (u32, u32)| {
        let value = u32::try_from(value).unwrap_or(0);
        if value < min {
            errors.push(UserError::at("TOO_LOW", &["limits", name]).with("min", min));
        } else if value > max {
            errors.push(UserError::at("TOO_HIGH", &["limits", name]).with("max", max));
        }
        value
    };
    let rate = |default: u32| (FEWEST_PER_MINUTE, MOST_PER_MINUTE.max(default));
    FirewallLimits {
        per_address_per_minute: within(
            "perAddressPerMinute",
            new.per_address_per_minute,
            rate(defaults.per_address_per_minute),
        ),
        per_account_per_minute: within(
            "perAccountPerMinute",
            new.per_account_per_minute,
            rate(defaults.per_account_per_minute),
        ),
        per_token_per_minute: within(
            "perTokenPerMinute",
            new.per_token_per_minute,
            rate(defaults.per_token_per_minute),
        ),
        // Above it, one environment would take from the others.
        concurrent_requests: within(
            "concurrentRequests",
            new.concurrent_requests,
            (FEWEST_AT_ONCE.min(defaults.concurrent_requests), defaults.concurrent_requests),
        ),
        on_trip: new.on_trip,
        block_minutes: within("blockMinutes", new.block_minutes, (1, MOST_BLOCK_MINUTES)),
    }
}

/// The rules as they are enforced.
pub(super) fn compile(rules: &[Rule]) -> Vec<PolicyRule> {
    let compiled = rules.iter().map(|rule| PolicyRule {
        id: rule.id,
        channel: rule.channel,
        action: rule.action,
        network: rule.network,
        ends_on: rule.ends_on,
    });
    compiled.collect()
}

/// True when somebody at this address could no longer get in with a browser.
pub(super) fn locks_out(rules: &[Rule], address: IpAddr, now: Instant) -> bool {
    let policy = FirewallPolicy { rules: compile(rules), ..FirewallPolicy::default() };
    !policy.decide(Channel::Browser, address, dutch_day(now)).is_allowed()
}

/// What a change changes, for the audit log: field by field, before and after.
pub(super) fn changes(before: &Firewall, after: &Parsed) -> Value {
    let mut changes = Map::new();
    let missing_from = |rules: &[Rule], others: &[Rule]| -> Value {
        let words: Vec<_> = rules
            .iter()
            .map(Rule::in_words)
            .filter(|words| !others.iter().any(|other| other.in_words() == *words))
            .collect();
        if words.is_empty() { Value::Null } else { words.join("; ").into() }
    };
    let (gone, come) = (missing_from(&before.rules, &after.rules), missing_from(&after.rules, &before.rules));
    if gone != come {
        changes.insert("rules".to_owned(), json!([gone, come]));
    }
    let (old, new) = (before.limits, after.limits);
    for (name, old, new) in [
        ("perAddressPerMinute", old.per_address_per_minute, new.per_address_per_minute),
        ("perAccountPerMinute", old.per_account_per_minute, new.per_account_per_minute),
        ("perTokenPerMinute", old.per_token_per_minute, new.per_token_per_minute),
        ("concurrentRequests", old.concurrent_requests, new.concurrent_requests),
        ("blockMinutes", old.block_minutes, new.block_minutes),
    ] {
        if old != new {
            changes.insert(name.to_owned(), json!([old, new]));
        }
    }
    if old.on_trip != new.on_trip {
        changes.insert("onTrip".to_owned(), json!([old.on_trip.as_str(), new.on_trip.as_str()]));
    }
    json!({ "changes": changes })
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, FixedClock, SeededRandom};

    use super::*;

    fn line(channel: Channel, action: RuleAction, network: &str, ends_on: Option<&str>) -> NewRule {
        let ends_on = ends_on.map(|day| day.parse().unwrap());
        NewRule { id: None, channel, action, network: network.to_owned(), note: String::new(), ends_on }
    }

    fn limits() -> NewLimits {
        NewLimits {
            per_address_per_minute: 600,
            per_account_per_minute: 600,
            per_token_per_minute: 600,
            concurrent_requests: 16,
            on_trip: OnTrip::Delay,
            block_minutes: 15,
        }
    }

    fn parsed(rules: Vec<NewRule>, limits: NewLimits) -> Result<Parsed, Vec<(&'static str, String)>> {
        let (clock, random) = (FixedClock::default(), SeededRandom::new(1));
        let making = Making { by: None, at: clock.now() };
        let proposal = Proposal { rules, limits };
        let current = Firewall::none(FirewallLimits::default());
        parse(proposal, (&current, &FirewallLimits::default()), making, || {
            FirewallRuleId::generate(&clock, &random)
        })
        .map_err(|errors| errors.0.into_iter().map(|error| (error.code, error.path.join("."))).collect())
    }

    #[test]
    fn everything_wrong_is_told_at_once_by_its_place() {
        use Channel::Browser;
        use RuleAction::{Allow, Deny};
        let long = NewRule { note: "é".repeat(201), ..line(Browser, Deny, "10.0.0.0/8", None) };
        let rules =
            vec![line(Browser, Allow, "10.0.0.0/8", None), long, line(Browser, Deny, "fe80::1%eth0", None)];
        let bad = NewLimits {
            per_address_per_minute: -1,
            concurrent_requests: 1_000,
            block_minutes: 0,
            ..limits()
        };
        let errors = parsed(rules, bad).unwrap_err();
        let expected = [
            ("TOO_LONG", "rules.1.note"),
            ("INVALID_NETWORK", "rules.2.network"),
            ("TOO_LOW", "limits.perAddressPerMinute"),
            ("TOO_HIGH", "limits.concurrentRequests"),
            ("TOO_LOW", "limits.blockMinutes"),
        ];
        assert_eq!(errors, expected.map(|(code, path)| (code, path.to_owned())));
    }

    #[test]
    fn five_hundred_rules_are_taken_and_no_more() {
        let many = |count: usize| {
            (0..count).map(|n| {
                line(Channel::Api, RuleAction::Deny, &format!("10.{}.{}.0/24", n / 250, n % 250), None)
            })
        };
        assert_eq!(parsed(many(500).collect(), limits()).unwrap().rules.len(), 500);
        assert_eq!(parsed(many(501).collect(), limits()), Err(vec![("TOO_MANY_RULES", "rules".to_owned())]));
    }

    #[test]
    fn ten_20_a_list_of_who_is_let_in_cannot_run_out_unseen() {
        use Channel::{Api, Browser};
        use RuleAction::{Allow, Deny};
        let (march, april) = (Some("2026-03-31"), Some("2026-04-30"));
        let ending =
            vec![line(Browser, Allow, "10.0.0.0/8", march), line(Browser, Allow, "11.0.0.0/8", april)];
        assert_eq!(
            parsed(ending.clone(), limits()),
            Err(vec![("ALLOW_LIST_ENDS", "rules.1.endsOn".to_owned())])
        );
        let elsewhere = [ending.clone(), vec![line(Api, Allow, "12.0.0.0/8", None)]].concat();
        assert!(parsed(elsewhere, limits()).is_err());
        let lasting = [ending, vec![line(Browser, Allow, "12.0.0.0/8", None)]].concat();
        assert!(parsed(lasting, limits()).is_ok());
        assert!(parsed(vec![line(Browser, Deny, "10.0.0.0/8", march)], limits()).is_ok());
    }

    #[test]
    fn ten_20_who_would_be_locked_out_is_known_for_every_way_to_write_an_address() {
        use Channel::{Api, Browser};
        use RuleAction::{Allow, Deny};
        let now = FixedClock::default().now();
        let is_out = |rules: Vec<NewRule>, address: &str| {
            locks_out(&parsed(rules, limits()).unwrap().rules, address.parse().unwrap(), now)
        };
        let office = || vec![line(Browser, Allow, "::ffff:192.0.2.0/120", None)];
        assert!(!is_out(office(), "192.0.2.7"));
        assert!(!is_out(office(), "::ffff:192.0.2.7"));
        assert!(is_out(office(), "192.0.3.7"));
        assert!(is_out(vec![line(Browser, Deny, "0.0.0.0/0", None)], "192.0.2.7"));
        assert!(!is_out(vec![line(Api, Deny, "0.0.0.0/0", None)], "192.0.2.7"));
        let both = vec![line(Browser, Allow, "192.0.2.0/24", None), line(Browser, Deny, "192.0.2.7", None)];
        assert!(is_out(both, "192.0.2.7"));
    }

    #[test]
    fn the_audit_log_hears_what_changed_and_nothing_else() {
        let before = Firewall::none(FirewallLimits::default());
        let rules = vec![line(Channel::Browser, RuleAction::Allow, "10.0.0.0/8", None)];
        let after = parsed(rules, NewLimits { on_trip: OnTrip::Block, ..limits() }).unwrap();
        let after = Parsed { limits: FirewallLimits { on_trip: OnTrip::Block, ..before.limits }, ..after };
        let told = json!({ "changes": {
            "rules": [null, "browser allow 10.0.0.0/8"],
            "onTrip": ["delay", "block"],
        } });
        assert_eq!(changes(&before, &after), told);
    }
}
