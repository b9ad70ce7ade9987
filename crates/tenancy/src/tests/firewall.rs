//! What servers enforce, publish and remember.

use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use futures::future::join_all;
use kernel::{ApiTokenId, Clock, Error, FirewallRuleId, SeededRandom, SystemRandom, UserId};

use crate::{
    Channel, Cost, Firewall, FirewallConfig, FirewallLimits, FirewallPolicy, OnTrip, PolicyRule, Reason,
    Refusal, RuleAction, Subject, Tenancy, TenancyConfig, TenantEntry, Visitor, on_both_engines,
    testing::TestTenancy as Environments,
};

const ONE: &str = "203.0.113.9";
const OTHER: &str = "198.51.100.7";

fn from(address: &str) -> Visitor {
    Visitor { address: address.parse().unwrap(), channel: Channel::Browser }
}

fn denying(test: &Environments, version: i64, network: &str) -> FirewallPolicy {
    let rule = PolicyRule {
        id: FirewallRuleId::generate(&*test.clock(), &SystemRandom),
        channel: Channel::Browser,
        action: RuleAction::Deny,
        network: network.parse().unwrap(),
        ends_on: None,
    };
    FirewallPolicy { version, rules: vec![rule], ..FirewallPolicy::default() }
}

fn limited(per_minute: u32, on_trip: OnTrip) -> FirewallPolicy {
    let limits = FirewallLimits {
        per_address_per_minute: per_minute,
        per_account_per_minute: per_minute,
        per_token_per_minute: per_minute,
        concurrent_requests: 2,
        on_trip,
        block_minutes: 10,
    };
    FirewallPolicy { version: 1, limits: Some(limits), ..FirewallPolicy::default() }
}

async fn publish(server: &Tenancy, tenant: &TenantEntry, policy: &FirewallPolicy) {
    server.firewall().publish(tenant.id, || async { Ok(policy.clone()) }).await.unwrap();
}

fn admit(server: &Tenancy, tenant: &TenantEntry, address: &str) -> Result<(), Refusal> {
    server.firewall().admit(tenant.id, from(address), Cost::ONE)
}

fn reason(outcome: Result<(), Refusal>) -> Option<Reason> {
    outcome.err().map(|refusal| refusal.reason)
}

/// Another server on the same databases, that looks often.
async fn watching_server(test: &Environments) -> Tenancy {
    let config = TenancyConfig { registry_poll: Duration::from_millis(5), ..test.config() };
    Tenancy::start(config, test.clock(), Arc::new(SystemRandom)).await.unwrap()
}

/// As after a restart: nothing is remembered but what was written down.
async fn started_anew(test: &Environments) -> Tenancy {
    Tenancy::start(test.config(), test.clock(), Arc::new(SystemRandom)).await.unwrap()
}

async fn eventually(is_so: impl Fn() -> bool) {
    let waiting = async {
        while !is_so() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), waiting).await.expect("it comes to pass");
}

on_both_engines! {
    async fn sec_18_s08_rules_hold_for_their_own_environment_alone_and_a_refusal_opens_no_database(test: TestTenancy) {
        let (acme, bolt) = (test.tenant("acme").await, test.tenant("bolt").await);
        publish(test.tenancy(), &acme, &denying(&test, 1, "203.0.113.0/24")).await;
        let before = test.tenancy().pool_stats();
        for _ in 0..100 {
            assert_eq!(reason(admit(test.tenancy(), &acme, ONE)), Some(Reason::DeniedByRule));
        }
        assert_eq!(admit(test.tenancy(), &acme, OTHER), Ok(()));
        assert_eq!(admit(test.tenancy(), &bolt, ONE), Ok(()));
        assert_eq!(test.tenancy().pool_stats(), before);
    }

    async fn s08_another_server_follows_and_one_that_starts_knows(test: TestTenancy) {
        let acme = test.tenant("acme").await;
        let other = watching_server(&test).await;
        publish(test.tenancy(), &acme, &denying(&test, 1, ONE)).await;
        eventually(|| reason(admit(&other, &acme, ONE)) == Some(Reason::DeniedByRule)).await;
        publish(&other, &acme, &denying(&test, 2, OTHER)).await;
        test.tenancy().firewall().refresh().await.unwrap();
        assert_eq!(admit(test.tenancy(), &acme, ONE), Ok(()));
        assert_eq!(started_anew(&test).await.firewall().policy(acme.id).version, 2);
        other.close().await;
    }

    /// Ten thousand environments are looked through once, at the start.
    async fn a_look_reads_only_what_changed(test: TestTenancy) {
        let tenants = [test.tenant("acme").await, test.tenant("bolt").await];
        for tenant in &tenants {
            publish(test.tenancy(), tenant, &denying(&test, 1, ONE)).await;
        }
        let control = crate::control::ControlDatabase::open(&test.config(), test.tenancy().keys().clone()).await.unwrap();
        let all = control.policies_after(0).await.unwrap();
        assert_eq!(all.iter().map(|(tenant, ..)| *tenant).collect::<Vec<_>>(), tenants.each_ref().map(|tenant| tenant.id));
        let last = all[1].1;
        assert!(control.policies_after(last).await.unwrap().is_empty());
        publish(test.tenancy(), &tenants[0], &denying(&test, 2, ONE)).await;
        let changed = control.policies_after(last).await.unwrap();
        assert_eq!(changed.iter().map(|(tenant, _, policy)| (*tenant, policy.version)).collect::<Vec<_>>(), [(tenants[0].id, 2)]);
    }

    /// Each reads the truth, then writes: whoever read before somebody else wrote must read again.
    async fn of_two_servers_that_publish_at_once_the_later_truth_stays(test: TestTenancy) {
        let acme = test.tenant("acme").await;
        let second = started_anew(&test).await;
        let truth = AtomicUsize::new(0);
        let read = async |pause: u64| {
            let version = truth.load(Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(pause)).await;
            Ok(denying(&test, i64::try_from(version).unwrap(), ONE))
        };
        for round in 1..=5 {
            let slow = test.tenancy().firewall().publish(acme.id, || read(15));
            let quick = async {
                tokio::time::sleep(Duration::from_millis(5)).await;
                truth.store(round, Ordering::SeqCst);
                second.firewall().publish(acme.id, || read(0)).await
            };
            let (one, other) = futures::join!(slow, quick);
            one.unwrap();
            other.unwrap();
            let published = started_anew(&test).await.firewall().policy(acme.id).version;
            assert_eq!(published, i64::try_from(round).unwrap());
        }
    }

    async fn a_truth_that_cannot_be_read_publishes_nothing(test: TestTenancy) {
        let acme = test.tenant("acme").await;
        publish(test.tenancy(), &acme, &denying(&test, 1, ONE)).await;
        let failed = test.tenancy().firewall().publish(acme.id, || async { Err(Error::Unavailable("it")) }).await;
        assert!(matches!(failed, Err(Error::Unavailable(_))));
        assert_eq!(started_anew(&test).await.firewall().policy(acme.id).version, 1);
    }

    async fn ten_07_ten_21_the_same_address_account_or_token_at_two_environments_is_counted_apart(test: TestTenancy) {
        let (acme, bolt) = (test.tenant("acme").await, test.tenant("bolt").await);
        for tenant in [&acme, &bolt] {
            publish(test.tenancy(), tenant, &limited(30, OnTrip::Delay)).await;
        }
        let random = SeededRandom::new(1);
        let account = Subject::Account(UserId::generate(&*test.clock(), &random));
        let token = Subject::Token(ApiTokenId::generate(&*test.clock(), &random));
        let firewall = test.tenancy().firewall();
        for (subject, expected) in [(account, Reason::RatePerAccount), (token, Reason::RatePerToken)] {
            let charge = |tenant: &TenantEntry| firewall.charge(tenant.id, from(ONE), (subject, Cost::ONE));
            assert_eq!((0..31).filter(|_| charge(&acme).is_ok()).count(), 30);
            assert_eq!(reason(charge(&acme)), Some(expected));
            assert_eq!((0..30).filter(|_| charge(&bolt).is_ok()).count(), 30);
        }
        assert_eq!((0..40).filter(|_| admit(test.tenancy(), &acme, ONE).is_ok()).count(), 30);
        assert_eq!((0..30).filter(|_| admit(test.tenancy(), &bolt, ONE).is_ok()).count(), 30);
        assert_eq!(admit(test.tenancy(), &acme, OTHER), Ok(()));
    }

    async fn ten_21_turning_through_the_addresses_of_a_64_brings_nothing(test: TestTenancy) {
        let acme = test.tenant("acme").await;
        publish(test.tenancy(), &acme, &limited(30, OnTrip::Delay)).await;
        let passed = (0..200).filter(|n| admit(test.tenancy(), &acme, &format!("2001:db8:0:1::{n:x}")).is_ok());
        assert_eq!(passed.count(), 30);
        assert_eq!(admit(test.tenancy(), &acme, "2001:db8:0:2::1"), Ok(()));
        let mapped = (0..40).filter(|_| admit(test.tenancy(), &acme, &format!("::ffff:{ONE}")).is_ok()).count();
        assert_eq!((mapped, admit(test.tenancy(), &acme, ONE).is_ok()), (30, false));
    }

    async fn ten_21_what_becomes_of_who_asks_too_much_is_as_the_environment_chose(test: TestTenancy) {
        let acme = test.tenant("acme").await;
        let trip = async |on_trip, address: &str| {
            publish(test.tenancy(), &acme, &limited(30, on_trip)).await;
            (0..40).find_map(|_| admit(test.tenancy(), &acme, address).err()).unwrap()
        };
        let over = Reason::RatePerAddress;
        assert_eq!(trip(OnTrip::Delay, "192.0.2.1").await, Refusal { reason: over, retry_after: Some(2) });
        assert_eq!(trip(OnTrip::Refuse, "192.0.2.2").await, Refusal { reason: over, retry_after: None });
        assert_eq!(trip(OnTrip::Block, "192.0.2.3").await, Refusal { reason: over, retry_after: Some(600) });
        test.clock().advance(TimeDelta::minutes(4));
        assert_eq!(admit(test.tenancy(), &acme, "192.0.2.1"), Ok(()));
        let blocked = Refusal { reason: Reason::Blocked, retry_after: Some(360) };
        assert_eq!(admit(test.tenancy(), &acme, "192.0.2.3"), Err(blocked));
        test.clock().advance(TimeDelta::minutes(6));
        assert_eq!(admit(test.tenancy(), &acme, "192.0.2.3"), Ok(()));
    }

    async fn ten_21_counts_and_blocks_survive_a_restart_and_reach_other_servers(test: TestTenancy) {
        let (acme, bolt) = (test.tenant("acme").await, test.tenant("bolt").await);
        let other = watching_server(&test).await;
        publish(test.tenancy(), &acme, &limited(30, OnTrip::Block)).await;
        publish(test.tenancy(), &bolt, &limited(30, OnTrip::Delay)).await;
        for tenant in [&acme, &bolt] {
            while admit(test.tenancy(), tenant, ONE).is_ok() {}
        }
        test.tenancy().firewall().flush().await.unwrap();
        eventually(|| reason(admit(&other, &acme, ONE)) == Some(Reason::Blocked)).await;
        other.close().await;

        let again = started_anew(&test).await;
        assert_eq!(reason(admit(&again, &acme, ONE)), Some(Reason::Blocked));
        assert_eq!(reason(admit(&again, &bolt, ONE)), Some(Reason::RatePerAddress));
        assert_eq!(admit(&again, &acme, OTHER), Ok(()));
        let address: IpAddr = ONE.parse().unwrap();
        assert_eq!(again.firewall().blocked_until(acme.id, address), Some(test.clock().now() + TimeDelta::minutes(10)));
        test.clock().advance(TimeDelta::minutes(10));
        for tenant in [&acme, &bolt] {
            assert_eq!(admit(&again, tenant, ONE), Ok(()));
        }
    }

    async fn who_was_kept_out_is_let_in_once_the_environment_starts_over(test: TestTenancy) {
        let acme = test.tenant("acme").await;
        publish(test.tenancy(), &acme, &limited(30, OnTrip::Block)).await;
        while admit(test.tenancy(), &acme, ONE).is_ok() {}
        test.tenancy().firewall().flush().await.unwrap();
        test.clock().advance(TimeDelta::seconds(1));
        let cleared = FirewallPolicy { version: 2, cleared_at: Some(test.clock().now()), ..FirewallPolicy::default() };
        publish(test.tenancy(), &acme, &cleared).await;
        for server in [test.tenancy(), &started_anew(&test).await] {
            assert_eq!(admit(server, &acme, ONE), Ok(()));
            assert_eq!(server.firewall().blocks(acme.id), []);
        }
    }

    async fn ten_14_a_noisy_neighbour_at_a_hundred_times_its_limit_costs_another_nothing(test: TestTenancy) {
        let (noisy, quiet) = (test.tenant("noisy").await, test.tenant("quiet").await);
        publish(test.tenancy(), &noisy, &limited(30, OnTrip::Delay)).await;
        let before = test.tenancy().pool_stats();
        let (mut passed, mut errors) = (0, 0);
        for turn in 0..3_000 {
            passed += usize::from(admit(test.tenancy(), &noisy, ONE).is_ok());
            if turn % 30 == 0 {
                errors += usize::from(admit(test.tenancy(), &quiet, ONE).is_err());
            }
        }
        assert_eq!((passed, errors), (30, 0));
        assert_eq!(test.tenancy().pool_stats(), before);

        // All places of the noisy one are taken, and more wait than may: the quiet one waits for nothing.
        let config = FirewallConfig { patience: Duration::from_millis(200), ..FirewallConfig::default() };
        let server = Tenancy::start(TenancyConfig { firewall: config, ..test.config() }, test.clock(), Arc::new(SystemRandom));
        let server = server.await.unwrap();
        let firewall: &Firewall = server.firewall();
        let held = [firewall.place(noisy.id, from(ONE)).await.unwrap(), firewall.place(noisy.id, from(ONE)).await.unwrap()];
        let more = (0..50).map(|_| firewall.place(noisy.id, from(ONE)));
        let others = (0..50).map(|_| firewall.place(quiet.id, from(ONE)));
        let (more, others) = futures::join!(join_all(more), join_all(others));
        let too_many = Refusal { reason: Reason::TooManyAtOnce, retry_after: Some(1) };
        assert!(more.iter().all(|outcome| outcome.as_ref().err() == Some(&too_many)));
        assert!(others.iter().all(Result::is_ok));
        drop((held, others));
        assert!(firewall.place(noisy.id, from(ONE)).await.is_ok());
    }

    async fn who_waits_gets_the_place_that_comes_free(test: TestTenancy) {
        let acme = test.tenant("acme").await;
        publish(test.tenancy(), &acme, &limited(30, OnTrip::Delay)).await;
        let firewall = test.tenancy().firewall();
        let first = firewall.place(acme.id, from(ONE)).await.unwrap();
        let _second = firewall.place(acme.id, from(ONE)).await.unwrap();
        let give_way = async {
            tokio::task::yield_now().await;
            drop(first);
        };
        let (third, ()) = futures::join!(firewall.place(acme.id, from(ONE)), give_way);
        assert!(third.is_ok());
    }

    async fn refusals_are_told_by_the_hour_over_all_servers_to_their_own_environment(test: TestTenancy) {
        let (acme, bolt) = (test.tenant("acme").await, test.tenant("bolt").await);
        publish(test.tenancy(), &acme, &denying(&test, 1, "0.0.0.0/0")).await;
        let other = started_anew(&test).await;
        for server in [test.tenancy(), &other] {
            for address in [ONE, ONE, OTHER] {
                admit(server, &acme, address).unwrap_err();
            }
        }
        other.firewall().flush().await.unwrap();
        test.clock().advance(TimeDelta::hours(2));
        admit(test.tenancy(), &acme, ONE).unwrap_err();

        let firewall = test.tenancy().firewall();
        let all = firewall.refusals(acme.id, None, (None, 10)).await.unwrap();
        let told: Vec<_> = all.iter().map(|line| (line.address.unwrap().to_string(), line.count)).collect();
        assert_eq!(told, [(ONE.to_owned(), 1), (OTHER.to_owned(), 2), (ONE.to_owned(), 4)]);
        assert!(all.iter().all(|line| line.reason == Reason::DeniedByRule && line.channel == Channel::Browser));
        for (index, line) in all.iter().enumerate() {
            let behind = firewall.refusals(acme.id, None, (Some(*line), 10)).await.unwrap();
            assert_eq!(behind, all[index + 1..]);
        }
        assert_eq!(firewall.refusals(acme.id, Some(all[0].hour), (None, 10)).await.unwrap(), all[..1]);
        assert_eq!(firewall.count_refusals(acme.id, None).await.unwrap(), 3);
        assert_eq!(firewall.refusals_between(acme.id, all[2].hour, all[0].hour).await.unwrap(), (6, 2));
        assert_eq!(firewall.refusals(bolt.id, None, (None, 10)).await.unwrap(), []);
    }

    async fn refusals_are_kept_for_ninety_days(test: TestTenancy) {
        let acme = test.tenant("acme").await;
        publish(test.tenancy(), &acme, &denying(&test, 1, "0.0.0.0/0")).await;
        let firewall = test.tenancy().firewall();
        for days in [0, 89, 2] {
            test.clock().advance(TimeDelta::days(days));
            admit(test.tenancy(), &acme, ONE).unwrap_err();
            firewall.flush().await.unwrap();
        }
        let kept = firewall.refusals(acme.id, None, (None, 10)).await.unwrap();
        assert_eq!(kept.iter().map(|line| (test.clock().now() - line.hour).num_days()).collect::<Vec<_>>(), [0, 2]);
    }

    async fn what_cannot_be_written_down_is_kept_for_the_next_time(test: TestTenancy) {
        let acme = test.tenant("acme").await;
        publish(test.tenancy(), &acme, &denying(&test, 1, "0.0.0.0/0")).await;
        let other = started_anew(&test).await;
        // As when the control database does not answer.
        other.close().await;
        other.firewall().flush().await.unwrap();
        admit(&other, &acme, ONE).unwrap_err();
        for _ in 0..2 {
            assert!(other.firewall().flush().await.is_err(), "nothing was left to write");
        }
    }
}
