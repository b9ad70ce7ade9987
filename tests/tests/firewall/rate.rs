//! How much an environment may be asked.

use futures::future::join_all;
use kernel::{Clock, Role};
use serde_json::json;
use tenancy::{FirewallLimits, OnTrip};
use waarborg_tests::{Client, TestServer, UNLIMITED, both_engines, code_at};

use super::{OFFICE, SAVE, STRANGER, administrator, api_token, change, server};

const ASK: &str = "{ environment { name } }";

/// What an environment lets one address ask in a minute, in these tests.
const FEW: u32 = 60;

fn limits(on_trip: OnTrip) -> FirewallLimits {
    FirewallLimits { per_address_per_minute: FEW, on_trip, ..UNLIMITED }
}

async fn set(admin: &Client, version: i64, limits: FirewallLimits) {
    let saved = admin.data(SAVE, change(version, &[], limits)).await;
    assert_eq!(saved["saveFirewall"]["userErrors"], json!([]), "{saved}");
}

async fn statuses(client: &Client, times: u32) -> Vec<u16> {
    let mut statuses = Vec::new();
    for _ in 0..times {
        statuses.push(client.run(ASK, json!({})).await.status);
    }
    statuses
}

both_engines! {
    async fn ten_21_who_asks_too_much_is_told_how_long_to_wait_at_their_own_address_alone(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let (environment, other) = (own.fresh().await, own.fresh().await);
        set(&administrator(&environment).await, 0, limits(OnTrip::Delay)).await;
        let stranger = environment.stranger().behind(STRANGER);
        let statuses = statuses(&stranger, FEW + 5).await;
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), FEW as usize);

        let reply = stranger.run(ASK, json!({})).await;
        assert_eq!((reply.status, reply.header("retry-after")), (429, Some("1")));
        let extensions = json!({ "code": "THROTTLED", "retryAfterSeconds": 1 });
        assert_eq!(reply.json()["errors"][0]["extensions"], extensions);
        let page = stranger.get("/").await;
        assert_eq!((page.status, page.header("retry-after")), (429, Some("1")));
        assert!(page.to_string().contains("Te veel verzoeken"), "{page}");

        assert_eq!(environment.stranger().behind(OFFICE).run(ASK, json!({})).await.status, 200);
        assert_eq!(other.stranger().behind(STRANGER).run(ASK, json!({})).await.status, 200);
        own.clock.advance(chrono::TimeDelta::seconds(2));
        assert_eq!(stranger.run(ASK, json!({})).await.status, 200);
    }

    async fn ten_21_other_addresses_do_not_help_an_account(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        let admin = administrator(&environment).await;
        let viewer = environment.client(Role::Viewer).await;
        set(&admin, 0, FirewallLimits { per_account_per_minute: FEW, ..UNLIMITED }).await;
        let mut passed = 0;
        for turn in 0..FEW + 20 {
            let client = viewer.behind(&format!("2001:db8:{turn:x}::1"));
            passed += u32::from(client.run(ASK, json!({})).await.status == 200);
        }
        assert!((FEW - 1..=FEW).contains(&passed), "{passed}");
        assert_eq!(viewer.run(ASK, json!({})).await.json()["errors"][0]["extensions"]["code"], "THROTTLED");
        assert_eq!(admin.run(ASK, json!({})).await.status, 200);
    }

    async fn ten_21_a_token_is_counted_by_itself_wherever_it_comes_from(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        let admin = administrator(&environment).await;
        let (busy, calm) = (api_token(&admin).await, api_token(&admin).await);
        set(&admin, 0, FirewallLimits { per_token_per_minute: FEW, ..UNLIMITED }).await;
        let ask = async |token: &str, turn: u32| {
            let client = environment.stranger().behind(&format!("2001:db8:{turn:x}::1"));
            let request = client.request(reqwest::Method::POST, "/graphql").header("content-type", "application/json");
            let body = json!({ "query": ASK }).to_string();
            client.send(request.header("authorization", format!("Bearer {token}")).body(body)).await
        };
        let mut passed = 0;
        for turn in 0..FEW + 20 {
            passed += u32::from(ask(&busy, turn).await.status == 200);
        }
        assert!((FEW - 1..=FEW).contains(&passed), "{passed}");
        assert_eq!(ask(&busy, 0).await.json()["errors"][0]["extensions"]["code"], "THROTTLED");
        assert_eq!(ask(&calm, 0).await.status, 200);
        assert_eq!(admin.run(ASK, json!({})).await.status, 200);
    }

    async fn ten_21_many_things_in_one_request_count_for_many(server: &TestServer) {
        const SIGN_INS: &str = "mutation { a: signIn(input: { login: \"nobody\", password: \"not the password\" }) { userErrors { code } }
            b: signIn(input: { login: \"nobody2\", password: \"not the password\" }) { userErrors { code } }
            c: signIn(input: { login: \"nobody3\", password: \"not the password\" }) { userErrors { code } } }";
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        set(&administrator(&environment).await, 0, limits(OnTrip::Delay)).await;
        let stranger = environment.stranger().behind(STRANGER);
        let mut passed = 0;
        while stranger.run(SIGN_INS, json!({})).await.status == 200 {
            passed += 1;
        }
        // One for the request and five for each sign-in in it.
        assert_eq!(passed, 4);
        let many: String = (0..6).map(|n| SIGN_INS[11..SIGN_INS.len() - 2].replace(": signIn", &format!("{n}: signIn"))).collect();
        let from_elsewhere = environment.stranger().behind("192.0.2.9");
        let refused = from_elsewhere.run(&format!("mutation {{ {many} }}"), json!({})).await;
        assert_eq!(refused.outcome().0, "BAD_REQUEST");
    }

    async fn ten_21_uploads_and_downloads_cost_more_and_pages_little(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        set(&administrator(&environment).await, 0, limits(OnTrip::Refuse)).await;
        let count = async |address: &str, method: reqwest::Method, path: &str| {
            let client = environment.stranger().behind(address);
            for times in 0.. {
                let reply = client.send(client.request(method.clone(), path)).await;
                if reply.status == 429 {
                    assert_eq!(reply.header("retry-after"), None, "refused without being told when to come back");
                    return times;
                }
            }
            unreachable!()
        };
        assert_eq!(count("192.0.2.1", reqwest::Method::POST, "/uploads").await, 6);
        assert_eq!(count("192.0.2.2", reqwest::Method::GET, "/downloads/x").await, 12);
        assert_eq!(count("192.0.2.3", reqwest::Method::GET, "/").await, 600);
    }

    async fn ten_21_who_is_kept_out_stays_out_until_the_time_is_over(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        let admin = administrator(&environment).await;
        set(&admin, 0, limits(OnTrip::Block)).await;
        let stranger = environment.stranger().behind(STRANGER);
        statuses(&stranger, FEW + 1).await;
        own.clock.advance(chrono::TimeDelta::minutes(14));
        assert_eq!(stranger.run(ASK, json!({})).await.header("retry-after"), Some("60"));
        let verdict = "{ testFirewallAddress(address: \"203.0.113.9\", channel: BROWSER) { isAllowed reason isBlockedUntil } }";
        let told = admin.data(verdict, json!({})).await["testFirewallAddress"].take();
        assert_eq!(told, json!({ "isAllowed": false, "reason": "BLOCKED", "isBlockedUntil": "2026-01-05T08:15:00+00:00" }));
        own.clock.advance(chrono::TimeDelta::minutes(1));
        assert_eq!(stranger.run(ASK, json!({})).await.status, 200);
    }

    async fn mfa_09_a_stranger_who_guesses_a_hundred_passwords_keeps_only_themselves_out(server: &TestServer) {
        const GUESS: &str = "mutation($login: String!) { signIn(input: { login: $login, password: \"not the password\" }) { userErrors { code } } }";
        const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) { ticket userErrors { code } } }";
        let own = self::server(server.engine()).await;
        let environment = own.fresh().await;
        set(&administrator(&environment).await, 0, limits(OnTrip::Block)).await;
        let person = environment.add_person(Role::Employee).await;
        let home = environment.stranger().behind("192.0.2.44");
        let secret = person.secret.clone().unwrap();
        let ticket = home.ticket(&person.login).await;
        home.verify(&ticket, &code_at(&secret, own.clock.now())).await;

        let stranger = environment.stranger().behind(STRANGER);
        let mut statuses = Vec::new();
        for _ in 0..100 {
            statuses.push(stranger.run(GUESS, json!({ "login": person.login })).await.status);
        }
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 10, "six each");
        own.clock.advance(chrono::TimeDelta::seconds(30));
        let input = json!({ "input": { "login": person.login, "password": waarborg_tests::PASSWORD } });
        let signed = home.data(SIGN_IN, input).await;
        let ticket = signed["signIn"]["ticket"].as_str().unwrap_or_else(|| panic!("{signed}")).to_owned();
        home.verify(&ticket, &code_at(&secret, own.clock.now())).await;
    }

    async fn ten_14_a_neighbour_at_a_hundred_times_its_limit_costs_nobody_else_an_error(server: &TestServer) {
        let own = self::server(server.engine()).await;
        let (noisy, quiet) = (own.fresh().await, own.fresh().await);
        let few = FirewallLimits { concurrent_requests: 2, ..limits(OnTrip::Delay) };
        set(&administrator(&noisy).await, 0, few).await;
        let flood = async |lane: u32| {
            let client = noisy.stranger().behind(&format!("203.0.113.{}", lane % 4));
            statuses(&client, 100 * FEW / 16).await
        };
        let viewer = quiet.client(Role::Viewer).await;
        let work = async {
            for _ in 0..50 {
                let reply = viewer.run("{ forms { key recordCount } viewer { role } }", json!({})).await;
                assert_eq!((reply.status, reply.outcome().0.as_str()), (200, "ok"), "{reply}");
            }
        };
        let (flooded, ()) = futures::join!(join_all((0..16).map(flood)), work);
        let all = flooded.concat();
        let passed = all.iter().filter(|status| **status == 200).count();
        assert!(passed <= 4 * FEW as usize, "{passed}");
        assert!(all.iter().all(|status| matches!(status, 200 | 429 | 503)), "nothing but refusals");
        assert_eq!(quiet.client(Role::Manager).await.run(ASK, json!({})).await.status, 200);
    }
}
