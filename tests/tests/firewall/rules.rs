//! From where an environment may be reached.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use domain::{Access, firewall, user::AccountKind};
use kernel::{Actor, Locale, Role, SystemRandom};
use serde_json::{Value, json};
use tenancy::Tenancy;
use waarborg_tests::{Client, Reply, TestServer, both_engines, workbook};

use super::{OFFICE, SAVE, STRANGER, administrator, api_token, change, rule, save, server};
use waarborg_tests::UNLIMITED;

const VIEWER: &str = "{ viewer { role } }";

/// The four things a request can be for.
async fn everywhere(client: &Client) -> [Reply; 4] {
    [
        client.get("/registers/assets").await,
        client.run("{ environment { name } }", json!({})).await,
        client.upload("a.xlsx", workbook(&[["Naam"]])).await,
        client.get("/downloads/job_00000000000000000000000000000000").await,
    ]
}

both_engines! {
    async fn sec_18_s08_ten_20_who_is_refused_learns_nothing_and_opens_nothing(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let (environment, other) = (own.fresh().await, own.fresh().await);
        let admin = administrator(&environment).await;
        let saved = save(&admin, 0, &[rule("BROWSER", "DENY", "203.0.113.77/24")]).await;
        assert_eq!(saved["rules"][0]["network"], "203.0.113.0/24");

        let before = own.app.tenancy.pool_stats();
        let stranger = environment.stranger().behind(STRANGER);
        let [page, graphql, upload, download] = everywhere(&stranger).await;
        assert_eq!((page.status, page.header("content-type")), (403, Some("text/plain; charset=utf-8")));
        assert!(page.to_string().contains("geen toegang") && page.to_string().contains("no access"), "{page}");
        for reply in [&graphql, &upload, &download] {
            assert_eq!(reply.status, 403, "{reply}");
            assert_eq!(reply.json()["errors"][0]["extensions"], json!({ "code": "FORBIDDEN" }));
        }
        for reply in [page, graphql, upload, download] {
            assert_eq!(reply.header("cache-control"), Some("no-store"));
            for word in ["203.0.113", "rule", "regel", "deny", "firewall"] {
                assert!(!reply.to_string().to_lowercase().contains(word), "{word}: {reply}");
            }
        }
        assert_eq!(own.app.tenancy.pool_stats(), before);
        assert_eq!(stranger.get("/healthz").await.status, 200);
        assert_eq!(other.stranger().behind(STRANGER).run("{ environment { name } }", json!({})).await.status, 200);
        assert_eq!(admin.data(VIEWER, json!({})).await["viewer"]["role"], "ADMINISTRATOR");
    }

    async fn ten_20_only_the_nearest_hop_that_is_no_proxy_of_ours_counts(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        save(&administrator(&environment).await, 0, &[rule("BROWSER", "DENY", STRANGER)]).await;
        for (hops, expected) in [
            ("203.0.113.9", 403),
            ("::ffff:203.0.113.9", 403),
            ("203.0.113.9:4711", 403),
            ("198.51.100.7, 203.0.113.9", 403),
            ("127.0.0.1, 198.51.100.7, 203.0.113.9, 127.0.0.1", 403),
            ("198.51.100.7, 203.0.113.9, 127.0.0.9", 403),
            ("203.0.113.9, 198.51.100.7", 200),
            ("203.0.113.9, unknown", 200),
            ("198.51.100.7", 200),
        ] {
            let reply = environment.stranger().behind(hops).run("{ environment { name } }", json!({})).await;
            assert_eq!(reply.status, expected, "{hops}");
        }
        // A server that has no proxies believes nobody.
        let plain = server.fresh().await;
        let gates = server.app.tenancy.firewall();
        let system = plain.ctx(Actor::System).await;
        let before = firewall::get(&system, gates).await.unwrap();
        assert_eq!(before.rules, []);
        let seen = plain.client(Role::Administrator).await.behind(STRANGER);
        let seen = seen.data("{ firewall { viewerAddress } }", json!({})).await;
        assert_eq!(seen["firewall"]["viewerAddress"], "127.0.0.1");
    }

    async fn ten_20_an_administrator_cannot_lock_themselves_out_unawares(server: &TestServer) {
        const CONFIRM: &str = "mutation { confirmFirewall { firewall { version } userErrors { code } } }";
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        let admin = administrator(&environment).await;
        let closing = [rule("BROWSER", "ALLOW", "2001:db8:77::/48")];
        let refused = admin.data(SAVE, change(0, &closing, UNLIMITED)).await["saveFirewall"].take();
        assert_eq!(refused["userErrors"][0]["code"], "LOCKS_YOU_OUT");
        assert_eq!(refused["userErrors"][0]["params"], json!({ "address": OFFICE }));

        let mut asked = change(0, &closing, UNLIMITED);
        asked["input"]["askConfirmation"] = json!(true);
        let waiting = admin.data(SAVE, asked).await["saveFirewall"]["firewall"].take();
        assert_eq!((&waiting["version"], &waiting["rules"]), (&json!(0), &json!([])));
        assert_eq!(waiting["pending"]["rules"][0]["network"], "2001:db8:77::/48");
        assert_eq!(admin.run(CONFIRM, json!({})).await.outcome().0, "LOCKS_YOU_OUT");
        let from_there = admin.behind("2001:db8:77::1");
        assert_eq!(from_there.run(CONFIRM, json!({})).await.outcome().0, "ok");
        assert_eq!(admin.run(VIEWER, json!({})).await.status, 403);
        assert_eq!(from_there.run(VIEWER, json!({})).await.status, 200);

        // Everybody else is out; the operator has the way back, on another server.
        let tenancy = Tenancy::start(own.config(), own.clock.clone(), Arc::new(SystemRandom)).await.unwrap();
        let access = Access { kind: AccountKind::Operator, ..Access::default() };
        let system = environment.ctx(Actor::System).await;
        let operator = system.acting_with(Actor::System, access, Locale::Nl);
        firewall::reset(&operator, tenancy.firewall()).await.unwrap();
        // Anybody who comes has this server look whether it enforces what is saved.
        own.clock.advance(TimeDelta::minutes(10));
        let followed = async {
            while admin.run("{ environment { name } }", json!({})).await.status == 403 {
                from_there.run("{ environment { name } }", json!({})).await;
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), followed).await.expect("the server follows");
        tenancy.close().await;
    }

    async fn everything_that_is_wrong_is_told_at_its_place(server: &TestServer) {
        let environment = server.fresh().await;
        let admin = environment.client(Role::Administrator).await;
        let mut rules: Vec<Value> = ["10.0.0.0/8", "fe80::1%eth0", "10.0.0.0/33", "0.0.0.0/0"]
            .iter()
            .map(|network| rule("API", "DENY", network))
            .collect();
        rules[0]["note"] = json!("x".repeat(201));
        let mut input = change(0, &rules, UNLIMITED);
        input["input"]["limits"]["perAddressPerMinute"] = json!(1);
        let saved = admin.data(SAVE, input).await["saveFirewall"].take();
        let errors = saved["userErrors"].as_array().unwrap();
        let told: Vec<_> = errors.iter().map(|error| format!("{} {}", error["code"], error["path"])).collect();
        assert_eq!(told, [
            "\"TOO_LONG\" [\"rules\",\"0\",\"note\"]",
            "\"INVALID_NETWORK\" [\"rules\",\"1\",\"network\"]",
            "\"INVALID_NETWORK\" [\"rules\",\"2\",\"network\"]",
            "\"TOO_LOW\" [\"limits\",\"perAddressPerMinute\"]",
        ]);
        let saved = save(&admin, 0, &[rule("API", "DENY", "0.0.0.0/0")]).await;
        assert_eq!((&saved["rules"][0]["isEverybody"], &saved["rules"][0]["isInForce"]), (&json!(true), &json!(true)));
    }

    async fn saving_needs_a_fresh_code(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        let admin = administrator(&environment).await;
        own.clock.advance(TimeDelta::minutes(11));
        let reply = admin.run(SAVE, change(0, &[], UNLIMITED)).await;
        assert_eq!(reply.outcome().0, "STEP_UP_REQUIRED");
        assert_eq!(admin.run("{ firewall { version } }", json!({})).await.outcome().0, "ok");
    }

    async fn sec_18_programs_have_a_list_of_their_own_and_a_token_that_is_not_good_is_no_way_around(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        let admin = administrator(&environment).await;
        save(&admin, 0, &[rule("BROWSER", "DENY", "203.0.113.0/24"), rule("API", "DENY", "192.0.2.0/24")]).await;
        let ask = async |client: Client, authorization: &str| {
            let request = client.request(reqwest::Method::POST, "/graphql");
            let request = request.header("content-type", "application/json").header("authorization", authorization);
            client.send(request.body(json!({ "query": VIEWER }).to_string())).await
        };
        let stranger = environment.stranger();
        for (address, authorization, expected) in [
            ("192.0.2.1", "Bearer wbg_nonsense", 403),
            (STRANGER, "Bearer wbg_nonsense", 401),
            (STRANGER, "bearer x", 401),
            (STRANGER, "Basic x", 403),
            ("192.0.2.1", "Basic x", 200),
        ] {
            assert_eq!(ask(stranger.behind(address), authorization).await.status, expected, "{address} {authorization}");
        }
        // Nor does a cookie get in by the other door.
        assert_eq!(ask(admin.behind(STRANGER), "Bearer wbg_nonsense").await.status, 400);

        let secret = api_token(&admin).await;
        assert_eq!(ask(stranger.behind(STRANGER), &format!("Bearer {secret}")).await.status, 200);
        assert_eq!(ask(stranger.behind("192.0.2.1"), &format!("Bearer {secret}")).await.status, 403);
    }

    async fn refusals_are_told_to_administrators_by_the_hour(server: &TestServer) {
        const REFUSALS: &str = "{ firewallRefusals { totalCount nodes { hour address channel reason count } } }";
        let own = self::server(server.engine()).await;
        let (environment, other) = (own.fresh().await, own.fresh().await);
        let admin = administrator(&environment).await;
        save(&admin, 0, &[rule("BROWSER", "DENY", "203.0.113.0/24")]).await;
        for _ in 0..3 {
            environment.stranger().behind(STRANGER).get("/").await;
        }
        let told = admin.data(REFUSALS, json!({})).await["firewallRefusals"].take();
        let line = json!({ "hour": "2026-01-05T08:00:00+00:00", "address": STRANGER, "channel": "BROWSER",
            "reason": "DENIED_BY_RULE", "count": 3 });
        assert_eq!(told, json!({ "totalCount": 1, "nodes": [line] }));
        let elsewhere = administrator(&other).await.data(REFUSALS, json!({})).await;
        assert_eq!(elsewhere["firewallRefusals"], json!({ "totalCount": 0, "nodes": [] }));
    }
}
