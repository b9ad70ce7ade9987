//! What an environment's firewall lets in: rules and limits, compiled for deciding.

use std::{net::IpAddr, str::FromStr};

use chrono::NaiveDate;
use kernel::{FirewallRuleId, Instant};
use serde::{Deserialize, Serialize};

use super::Network;

/// Which door somebody comes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// People with a browser.
    Browser,
    /// Programs with an API token.
    Api,
}

/// What a rule does with whom it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleAction {
    /// Lets in; and once a channel has such a rule, nobody else.
    Allow,
    /// Keeps out, whatever else lets in.
    Deny,
}

/// What becomes of whoever asks more than the limits allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnTrip {
    /// Is told how long to wait.
    #[default]
    Delay,
    /// Is refused without being told when to come back.
    Refuse,
    /// Is kept out for a while.
    Block,
}

macro_rules! names {
    ($type:ident { $($variant:ident = $name:literal),* $(,)? }) => {
        impl $type {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name in a database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }

        impl FromStr for $type {
            type Err = ();

            fn from_str(text: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text).ok_or(())
            }
        }
    };
}

names!(Channel { Browser = "browser", Api = "api" });
names!(RuleAction { Allow = "allow", Deny = "deny" });
names!(OnTrip { Delay = "delay", Refuse = "refuse", Block = "block" });
names!(Reason {
    NoRules = "no_rules",
    AllowedByRule = "allowed_by_rule",
    DeniedByRule = "denied_by_rule",
    NotOnAllowList = "not_on_allow_list",
    RatePerAddress = "rate_per_address",
    RatePerAccount = "rate_per_account",
    RatePerToken = "rate_per_token",
    TooManyAtOnce = "too_many_at_once",
    Blocked = "blocked",
});

/// Why somebody is let in or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
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
    /// The environment has as much to do as it may at once.
    TooManyAtOnce,
    /// They asked too much, and are kept out for a while.
    Blocked,
}

/// One rule, as far as deciding goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRule {
    /// Which.
    pub id: FirewallRuleId,
    /// The door it is about.
    pub channel: Channel,
    /// What it does.
    pub action: RuleAction,
    /// With whom.
    pub network: Network,
    /// The last day it holds, in the Netherlands; without end when absent.
    pub ends_on: Option<NaiveDate>,
}

impl PolicyRule {
    /// Whether it still holds on this day.
    #[must_use]
    pub fn is_in_force(&self, today: NaiveDate) -> bool {
        self.ends_on.is_none_or(|last| today <= last)
    }
}

/// How much an environment may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirewallLimits {
    /// Requests a minute from one address (one /64 of IPv6).
    pub per_address_per_minute: u32,
    /// Requests a minute of one account.
    pub per_account_per_minute: u32,
    /// Requests a minute of one API token.
    pub per_token_per_minute: u32,
    /// Requests that are worked on at the same time.
    pub concurrent_requests: u32,
    /// What becomes of who asks more.
    pub on_trip: OnTrip,
    /// How many minutes [`OnTrip::Block`] keeps out.
    pub block_minutes: u32,
}

impl Default for FirewallLimits {
    /// Ample for an office behind one address: a page of the application asks some ten times.
    fn default() -> Self {
        Self {
            per_address_per_minute: 6_000,
            per_account_per_minute: 3_000,
            per_token_per_minute: 3_000,
            concurrent_requests: 64,
            on_trip: OnTrip::Delay,
            block_minutes: 15,
        }
    }
}

/// An environment's rules and limits, as its own database has them at some version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirewallPolicy {
    /// Counts the changes in the environment's own database.
    pub version: i64,
    /// The rules; their order means nothing.
    pub rules: Vec<PolicyRule>,
    /// Own limits; the server's when absent.
    pub limits: Option<FirewallLimits>,
    /// Whoever was kept out for asking too much before this is let in again.
    pub cleared_at: Option<Instant>,
}

/// What rules say of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision<'a> {
    /// Why.
    pub reason: Reason,
    /// The rule that decided.
    pub rule: Option<&'a PolicyRule>,
}

impl Decision<'_> {
    /// Whether they are let in.
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self.reason, Reason::NoRules | Reason::AllowedByRule)
    }
}

impl FirewallPolicy {
    /// What the rules say of an address at a door on some day: deny wins from allow, and a door with
    /// rules that allow is closed to everybody else.
    #[must_use]
    pub fn decide(&self, channel: Channel, address: IpAddr, today: NaiveDate) -> Decision<'_> {
        let (mut allowing, mut has_allow_list) = (None, false);
        for rule in self.rules.iter().filter(|rule| rule.channel == channel && rule.is_in_force(today)) {
            has_allow_list |= rule.action == RuleAction::Allow;
            if !rule.network.contains(address) {
                continue;
            }
            match rule.action {
                RuleAction::Deny => return Decision { reason: Reason::DeniedByRule, rule: Some(rule) },
                RuleAction::Allow => allowing = allowing.or(Some(rule)),
            }
        }
        match allowing {
            Some(rule) => Decision { reason: Reason::AllowedByRule, rule: Some(rule) },
            None if has_allow_list => Decision { reason: Reason::NotOnAllowList, rule: None },
            None => Decision { reason: Reason::NoRules, rule: None },
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::{FixedClock, SeededRandom};
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule(channel: Channel, action: RuleAction, network: &str, ends_on: Option<&str>) -> PolicyRule {
        PolicyRule {
            id: FirewallRuleId::generate(&FixedClock::default(), &SeededRandom::new(1)),
            channel,
            action,
            network: network.parse().unwrap(),
            ends_on: ends_on.map(day),
        }
    }

    fn policy(rules: Vec<PolicyRule>) -> FirewallPolicy {
        FirewallPolicy { rules, ..FirewallPolicy::default() }
    }

    fn reason(policy: &FirewallPolicy, channel: Channel, address: &str, today: &str) -> Reason {
        policy.decide(channel, address.parse().unwrap(), day(today)).reason
    }

    #[test]
    fn ten_20_sec_18_deny_wins_from_allow_and_an_allow_list_closes_the_door_to_others() {
        use Channel::{Api, Browser};
        use Reason::{AllowedByRule, DeniedByRule, NoRules, NotOnAllowList};
        use RuleAction::{Allow, Deny};
        let rules = policy(vec![
            rule(Browser, Allow, "10.0.0.0/8", None),
            rule(Browser, Allow, "10.1.0.0/16", None),
            rule(Browser, Deny, "10.1.2.0/24", None),
            rule(Browser, Allow, "10.1.2.3", None),
            rule(Browser, Allow, "2001:db8::/32", None),
            rule(Browser, Allow, "198.51.100.0/24", Some("2026-03-01")),
            rule(Api, Deny, "0.0.0.0/0", None),
        ]);
        for (channel, address, today, expected) in [
            (Browser, "10.9.9.9", "2026-01-05", AllowedByRule),
            (Browser, "10.1.9.9", "2026-01-05", AllowedByRule),
            (Browser, "10.1.2.3", "2026-01-05", DeniedByRule),
            (Browser, "::ffff:10.1.2.3", "2026-01-05", DeniedByRule),
            (Browser, "::ffff:10.9.9.9", "2026-01-05", AllowedByRule),
            (Browser, "192.0.2.1", "2026-01-05", NotOnAllowList),
            (Browser, "2001:db8:ffff::1", "2026-01-05", AllowedByRule),
            (Browser, "2001:db9::1", "2026-01-05", NotOnAllowList),
            (Browser, "198.51.100.7", "2026-03-01", AllowedByRule),
            (Browser, "198.51.100.7", "2026-03-02", NotOnAllowList),
            (Api, "10.9.9.9", "2026-01-05", DeniedByRule),
            (Api, "2001:db8::1", "2026-01-05", NoRules),
        ] {
            assert_eq!(reason(&rules, channel, address, today), expected, "{channel:?} {address} {today}");
        }
        assert_eq!(reason(&policy(Vec::new()), Browser, "192.0.2.1", "2026-01-05"), NoRules);
    }

    /// The same in the most plodding way: bit by bit, list by list.
    fn oracle(policy: &FirewallPolicy, channel: Channel, address: IpAddr, today: NaiveDate) -> bool {
        let bits = |address: IpAddr| -> Vec<bool> {
            match address {
                IpAddr::V4(address) => (0..32).map(|bit| address.to_bits() >> (31 - bit) & 1 == 1).collect(),
                IpAddr::V6(address) => {
                    (0..128).map(|bit| address.to_bits() >> (127 - bit) & 1 == 1).collect()
                }
            }
        };
        let holds = |rule: &&PolicyRule| {
            let text = rule.network.to_string();
            let (net, prefix) = match text.split_once('/') {
                Some((net, prefix)) => (net.to_owned(), prefix.parse().unwrap()),
                None => (text.clone(), 128),
            };
            let (net, asked) = (bits(net.parse().unwrap()), bits(address.to_canonical()));
            net.len() == asked.len() && net.iter().zip(&asked).take(prefix).all(|(one, other)| one == other)
        };
        let mine = || {
            let rules = policy.rules.iter().filter(move |rule| rule.channel == channel);
            rules.filter(move |rule| rule.ends_on.is_none() || rule.ends_on >= Some(today))
        };
        let denied = mine().filter(|rule| rule.action == RuleAction::Deny).any(|rule| holds(&rule));
        let allows: Vec<_> = mine().filter(|rule| rule.action == RuleAction::Allow).collect();
        !denied && (allows.is_empty() || allows.iter().any(holds))
    }

    fn addresses() -> impl Strategy<Value = IpAddr> {
        // Few different bits, so that networks overlap and hold addresses.
        let v4 = (0_u32..4, 0_u32..4).prop_map(|(a, b)| IpAddr::V4((a << 30 | b << 8).into()));
        let v6 = (0_u128..4, 0_u128..4).prop_map(|(a, b)| IpAddr::V6((a << 126 | b << 32).into()));
        let mapped = (0_u32..4, 0_u32..4)
            .prop_map(|(a, b)| IpAddr::V6(std::net::Ipv4Addr::from(a << 30 | b << 8).to_ipv6_mapped()));
        prop_oneof![v4, v6, mapped]
    }

    fn rules() -> impl Strategy<Value = PolicyRule> {
        let ends = prop_oneof![Just(None), Just(Some("2026-01-04")), Just(Some("2026-01-05"))];
        (any::<bool>(), any::<bool>(), addresses(), 0_u8..=128, ends).prop_map(
            |(is_api, is_deny, address, prefix, ends_on)| {
                let most = if address.is_ipv4() { 32 } else { 128 };
                let channel = if is_api { Channel::Api } else { Channel::Browser };
                let action = if is_deny { RuleAction::Deny } else { RuleAction::Allow };
                let text = format!("{address}/{}", prefix.min(most));
                let network =
                    text.parse().map_or_else(|_| address.to_string(), |net: Network| net.to_string());
                rule(channel, action, &network, ends_on)
            },
        )
    }

    proptest! {
        #[test]
        fn ten_20_rules_decide_as_a_plodding_reader_does(
            rules in prop::collection::vec(rules(), 0..8),
            address in addresses(),
            is_api: bool,
        ) {
            let policy = policy(rules);
            let channel = if is_api { Channel::Api } else { Channel::Browser };
            let today = day("2026-01-05");
            let decision = policy.decide(channel, address, today);
            prop_assert_eq!(decision.is_allowed(), oracle(&policy, channel, address, today));
            let json = serde_json::to_string(&policy).unwrap();
            prop_assert_eq!(serde_json::from_str::<FirewallPolicy>(&json).unwrap(), policy);
        }
    }
}
