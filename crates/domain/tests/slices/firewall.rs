//! The firewall of an environment: rules that are saved, audited and enforced.

use std::net::IpAddr;

use chrono::TimeDelta;
use kernel::{Actor, Clock, Error, Locale, PageRequest, Role};
use sea_orm::ConnectionTrait;
use tenancy::{
    Channel, Cost, Firewall as Gates, OnTrip, Reason, RuleAction, Visitor,
    testing::TestTenancy as Environments,
};
use waarborg_domain::{
    Access, Ctx,
    firewall::{self, Firewall, FirewallChange, NewLimits, NewRule, Proposal},
    user::AccountKind,
};

use crate::stage::{Stage, faults};

/// Where the stage's people are.
const OFFICE: &str = "192.0.2.7";
const ELSEWHERE: &str = "203.0.113.9";

fn administrator(stage: &Stage) -> Ctx {
    let fresh_until = Some(stage.clock.now() + TimeDelta::minutes(10));
    let ctx = stage.of(Role::Administrator);
    ctx.acting_with(ctx.actor(), Access { fresh_until, ..Access::default() }, Locale::Nl)
}

fn rule(action: RuleAction, network: &str) -> NewRule {
    let (network, note) = (network.to_owned(), "Kantoor".to_owned());
    NewRule { id: None, channel: Channel::Browser, action, network, note, ends_on: None }
}

fn change(version: i64, rules: Vec<NewRule>) -> FirewallChange {
    let limits = NewLimits {
        per_address_per_minute: 600,
        per_account_per_minute: 600,
        per_token_per_minute: 600,
        concurrent_requests: 16,
        on_trip: OnTrip::Block,
        block_minutes: 30,
    };
    FirewallChange { version, proposal: Proposal { rules, limits }, ask_confirmation: false }
}

fn deny(network: &str) -> Vec<NewRule> {
    vec![rule(RuleAction::Deny, network)]
}

fn admits(test: &Environments, ctx: &Ctx, address: &str) -> bool {
    let visitor = Visitor { address: address.parse::<IpAddr>().unwrap(), channel: Channel::Browser };
    test.tenancy().firewall().admit(ctx.tenant_id(), visitor, Cost::PAGE).is_ok()
}

async fn actions(stage: &Stage) -> Vec<String> {
    let log = stage.log().await.into_iter().map(|(_, action)| action);
    log.filter(|action| action.starts_with("firewall.")).collect()
}

async fn in_database(ctx: &Ctx, sql: &str) {
    ctx.write(async |tx| {
        tx.connection().execute_unprepared(sql).await.map_err(Error::internal)?;
        Ok(())
    })
    .await
    .unwrap();
}

tenancy::on_both_engines! {
    async fn sec_18_what_is_saved_is_enforced_at_once_and_audited(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let (ctx, gates) = (administrator(&stage), test.tenancy().firewall());
        let untouched = firewall::get(&ctx, gates).await.unwrap();
        assert_eq!((untouched.version, untouched.limits), (0, gates.default_limits()));

        let saved = firewall::save(&ctx, gates, change(0, deny("203.0.113.0/24"))).await.unwrap();
        assert_eq!(saved, firewall::get(&ctx, gates).await.unwrap());
        assert_eq!((saved.version, saved.rules.len(), saved.updated_by), (1, 1, ctx.actor().user_id()));
        assert_eq!(saved.limits.block_minutes, 30);
        assert!(admits(&test, &ctx, OFFICE) && !admits(&test, &ctx, ELSEWHERE));
        assert_eq!(actions(&stage).await, ["firewall.changed"]);

        // A line that stays keeps its id and its maker.
        stage.clock.advance(TimeDelta::minutes(1));
        let same = NewRule { id: Some(saved.rules[0].id), note: "Anders".into(), ..rule(RuleAction::Deny, "203.0.113.0/24") };
        let again = firewall::save(&ctx, gates, change(1, vec![rule(RuleAction::Allow, "192.0.2.0/24"), same])).await.unwrap();
        assert_eq!(again.rules[1].id, saved.rules[0].id);
        assert_eq!(again.rules[1].created_at, saved.rules[0].created_at);
        assert_eq!((again.rules[1].note.as_str(), again.rules[0].created_at), ("Anders", stage.clock.now()));
        assert!(!admits(&test, &ctx, "198.51.100.1"));
    }

    async fn s08_two_who_save_at_once_do_not_undo_each_other(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let (ctx, gates) = (administrator(&stage), test.tenancy().firewall());
        firewall::save(&ctx, gates, change(0, deny(ELSEWHERE))).await.unwrap();
        let late = firewall::save(&ctx, gates, change(0, Vec::new())).await;
        assert_eq!(faults(late), ["CONFLICT version"]);
        assert!(!admits(&test, &ctx, ELSEWHERE));
        assert_eq!(actions(&stage).await, ["firewall.changed"]);
    }

    async fn ten_20_who_would_lock_themselves_out_is_refused_unless_they_ask_for_a_confirmation(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let (ctx, gates) = (administrator(&stage), test.tenancy().firewall());
        let closing = || change(0, vec![rule(RuleAction::Allow, "198.51.100.0/24")]);
        assert_eq!(faults(firewall::save(&ctx, gates, closing()).await), ["LOCKS_YOU_OUT rules"]);
        assert_eq!(faults(firewall::confirm(&ctx, gates).await), ["NOTHING_PENDING "]);

        let asked = FirewallChange { ask_confirmation: true, ..closing() };
        let waiting = firewall::save(&ctx, gates, asked.clone()).await.unwrap();
        let pending = waiting.pending.unwrap();
        assert_eq!((waiting.version, waiting.rules.len(), pending.rules.len()), (0, 0, 1));
        assert_eq!(pending.expires_at - pending.requested_at, TimeDelta::hours(24));
        assert!(admits(&test, &ctx, OFFICE), "nothing is enforced yet");
        assert_eq!(faults(firewall::confirm(&ctx, gates).await), ["LOCKS_YOU_OUT "]);

        // The operator is no address at all.
        let operator = Access { kind: AccountKind::Operator, ..Access::default() };
        let operator = stage.without_address().acting_with(Actor::System, operator, Locale::Nl);
        let confirmed = firewall::confirm(&operator, gates).await.unwrap();
        assert_eq!((confirmed.version, confirmed.rules.len(), confirmed.pending), (1, 1, None));
        assert!(!admits(&test, &ctx, OFFICE));
        assert_eq!(actions(&stage).await, ["firewall.change_requested", "firewall.confirmed"]);

        let reset = firewall::reset(&operator, gates).await.unwrap();
        assert_eq!((reset.version, reset.rules, reset.limits), (2, Vec::new(), gates.default_limits()));
        assert!(admits(&test, &ctx, OFFICE));
        assert_eq!(actions(&stage).await.last().unwrap(), "firewall.reset");
    }

    async fn a_change_that_waits_is_gone_after_a_day_once_discarded_and_once_overtaken(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let gates = test.tenancy().firewall();
        let closing = |version| {
            let closing = change(version, vec![rule(RuleAction::Allow, "198.51.100.0/24")]);
            FirewallChange { ask_confirmation: true, ..closing }
        };
        let ctx = administrator(&stage);
        firewall::save(&ctx, gates, closing(0)).await.unwrap();
        assert_eq!(firewall::discard(&ctx, gates).await.unwrap().pending, None);
        assert_eq!(firewall::discard(&ctx, gates).await.unwrap().pending, None);
        assert_eq!(actions(&stage).await, ["firewall.change_requested", "firewall.change_discarded"]);

        firewall::save(&ctx, gates, closing(0)).await.unwrap();
        let overtaking = firewall::save(&ctx, gates, change(0, deny(ELSEWHERE))).await.unwrap();
        assert_eq!((overtaking.version, overtaking.pending), (1, None));

        firewall::save(&ctx, gates, closing(1)).await.unwrap();
        stage.clock.advance(TimeDelta::hours(24));
        let ctx = administrator(&stage);
        assert_eq!(firewall::get(&ctx, gates).await.unwrap().pending, None);
        assert_eq!(faults(firewall::confirm(&ctx, gates).await), ["NOTHING_PENDING "]);
    }

    async fn only_an_administrator_with_a_fresh_code_changes_it(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let gates = test.tenancy().firewall();
        for role in [Role::Auditor, Role::Viewer, Role::Employee, Role::Manager] {
            let ctx = stage.of(role);
            assert!(matches!(firewall::get(&ctx, gates).await, Err(Error::Forbidden)), "{role}");
            assert!(matches!(firewall::save(&ctx, gates, change(0, Vec::new())).await, Err(Error::Forbidden)));
            assert!(matches!(firewall::discard(&ctx, gates).await, Err(Error::Forbidden)));
            let page = PageRequest::start(10);
            assert!(matches!(firewall::refusals(&ctx, gates, (None, &page)).await, Err(Error::Forbidden)));
            assert!(matches!(firewall::test(&ctx, gates, (OFFICE, Channel::Api), None).await, Err(Error::Forbidden)));
        }
        let stale = stage.of(Role::Administrator);
        assert!(matches!(firewall::save(&stale, gates, change(0, Vec::new())).await, Err(Error::StepUpRequired)));
        assert!(matches!(firewall::confirm(&stale, gates).await, Err(Error::StepUpRequired)));
        assert!(matches!(firewall::reset(&administrator(&stage), gates).await, Err(Error::Forbidden)));
        assert!(matches!(firewall::reconcile(&administrator(&stage), gates).await, Err(Error::Forbidden)));
        assert!(actions(&stage).await.is_empty());
    }

    async fn ten_20_an_address_can_be_tried_against_what_is_saved_and_what_is_proposed(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let (ctx, gates) = (administrator(&stage), test.tenancy().firewall());
        let saved = firewall::save(&ctx, gates, change(0, deny("203.0.113.0/24"))).await.unwrap();
        let asked = async |address: &str, proposal| firewall::test(&ctx, gates, (address, Channel::Browser), proposal).await;
        let denied = asked("::ffff:203.0.113.9", None).await.unwrap();
        assert_eq!((denied.reason, denied.rule.unwrap().id), (Reason::DeniedByRule, saved.rules[0].id));
        assert_eq!(asked(OFFICE, None).await.unwrap().reason, Reason::NoRules);
        let proposal = || Some(change(1, vec![rule(RuleAction::Allow, "203.0.113.9")]).proposal);
        assert_eq!(asked(ELSEWHERE, proposal()).await.unwrap().reason, Reason::AllowedByRule);
        assert_eq!(asked(OFFICE, proposal()).await.unwrap().reason, Reason::NotOnAllowList);
        assert_eq!(faults(asked("fe80::1%eth0", None).await), ["INVALID_ADDRESS address"]);
        assert_eq!(faults(asked(OFFICE, Some(change(1, deny("nowhere")).proposal)).await), ["INVALID_NETWORK rules.0.network"]);

        let visitor = Visitor { address: OFFICE.parse().unwrap(), channel: Channel::Browser };
        while gates.admit(ctx.tenant_id(), visitor, Cost::requests(100)).is_ok() {}
        let blocked = asked(OFFICE, None).await.unwrap();
        assert_eq!((blocked.is_allowed(), blocked.reason), (false, Reason::Blocked));
        assert_eq!(blocked.is_blocked_until, Some(stage.clock.now() + TimeDelta::minutes(30)));
    }

    /// As when a server stops between saving and publishing, or a back-up is put back.
    async fn s08_rules_that_were_saved_and_not_published_are_published_later(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let (ctx, gates) = (administrator(&stage), test.tenancy().firewall());
        firewall::save(&ctx, gates, change(0, deny(ELSEWHERE))).await.unwrap();
        in_database(&ctx, "DELETE FROM firewall_rule").await;
        in_database(&ctx, "UPDATE firewall SET version = 7").await;
        assert!(!admits(&test, &ctx, ELSEWHERE));
        firewall::reconcile(&stage.system(), gates).await.unwrap();
        assert!(admits(&test, &ctx, ELSEWHERE));
        assert_eq!(gates.policy(ctx.tenant_id()).version, 7);
        firewall::reconcile(&stage.system(), gates).await.unwrap();
    }

    async fn a_comparison_is_due_at_first_and_every_ten_minutes(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let gates: &Gates = test.tenancy().firewall();
        let tenant = stage.system().tenant_id();
        let due = |minutes| {
            stage.clock.advance(TimeDelta::minutes(minutes));
            gates.is_comparison_due(tenant)
        };
        assert_eq!([due(0), due(0), due(9), due(1), due(1)], [true, false, false, true, false]);
        gates.distrust(tenant);
        assert!(due(0));
    }

    async fn the_audit_log_hears_of_refusals_once_an_hour_and_strangers_write_nothing(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let (ctx, gates) = (administrator(&stage), test.tenancy().firewall());
        firewall::save(&ctx, gates, change(0, deny("203.0.113.0/24"))).await.unwrap();
        let before = stage.log().await.len();
        for last in 0..5 {
            for _ in 0..100 {
                assert!(!admits(&test, &ctx, &format!("203.0.113.{last}")));
            }
        }
        let told = firewall::refusals(&ctx, gates, (None, &PageRequest::start(3))).await.unwrap();
        assert_eq!((told.items.len(), told.has_next), (3, true));
        let rest = PageRequest { first: 3, after: told.items.last().map(|(cursor, _)| cursor.clone()) };
        let rest = firewall::refusals(&ctx, gates, (None, &rest)).await.unwrap();
        let all = [told.into_items(), rest.into_items()].concat();
        assert_eq!(all.iter().map(|line| line.count).collect::<Vec<_>>(), [100; 5]);
        assert_eq!(firewall::count_refusals(&ctx, gates, None).await.unwrap(), 5);

        firewall::reconcile(&stage.system(), gates).await.unwrap();
        assert_eq!(stage.log().await.len(), before, "the hour is not over");
        stage.clock.advance(TimeDelta::hours(1));
        for _ in 0..3 {
            firewall::reconcile(&stage.system(), gates).await.unwrap();
        }
        assert_eq!(actions(&stage).await, ["firewall.changed", "firewall.refused"]);
        let kept: Firewall = firewall::get(&administrator(&stage), gates).await.unwrap();
        assert_eq!(kept.version, 1);
    }
}
