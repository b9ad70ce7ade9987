//! Back-ups over HTTP: made by themselves, proven, seen by who may, and put back.

mod alert;
mod look;
mod stage;

use domain::record::{self, NewRecord};
use kernel::{Actor, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, Environment, TestServer, asset, both_engines};

use self::stage::Stage;

const MAKE: &str = "mutation { makeBackup { backup { id tier reason state } userErrors { code } } }";
const REQUEST: &str = "mutation($input: RequestRestoreInput!) {
    requestRestore(input: $input) { restore { id state } userErrors { code path } } }";
const CANCEL: &str =
    "mutation($id: ID!) { cancelRestore(id: $id) { restore { state } userErrors { code } } }";

impl Stage {
    /// Has one made now, and waits until it is proven.
    async fn one_by_hand(&self, administrator: &Client) -> Value {
        self.until(administrator, all_proven).await;
        let made = administrator.data(MAKE, json!({})).await["makeBackup"].take();
        let id = &made["backup"]["id"];
        self.until(administrator, |seen| {
            let runs = seen["runs"].as_array().unwrap();
            runs.iter().any(|run| run["id"] == *id && run["state"] == "PROVEN")
        })
        .await
    }
}

fn all_proven(seen: &Value) -> bool {
    let runs = seen["runs"].as_array().unwrap();
    runs.len() >= 2 && runs.iter().all(|run| run["state"] == "PROVEN") && seen["isKeeperSound"] == true
}

fn restore_is(state: &'static str) -> impl Fn(&Value) -> bool {
    move |seen| seen["restores"][0]["state"] == state
}

async fn assets(client: &Client) -> Vec<String> {
    let listed =
        client.data("{ form(key: \"assets\") { records(first: 50) { nodes { title } } } }", json!({})).await;
    let nodes = listed["form"]["records"]["nodes"].as_array().unwrap().clone();
    nodes.iter().map(|node| node["title"].as_str().unwrap().to_owned()).collect()
}

async fn add_asset(environment: &Environment, name: &str) {
    let owner = environment.person(Role::Administrator).id;
    let ctx = environment.ctx(Actor::User { id: owner, role: Role::Administrator }).await;
    let values = asset(name, owner);
    record::create(&ctx, NewRecord { form_key: "assets".into(), values, status: None }).await.unwrap();
}

fn by_hand(seen: &Value) -> &Value {
    seen["runs"].as_array().unwrap().iter().find(|run| run["reason"] == "HAND").unwrap()
}

fn wish(backup: &Value) -> Value {
    json!({ "input": { "backupId": backup["id"], "reason": "Verkeerd ingelezen", "confirmation": "Zorgpunt" } })
}

fn codes(payload: &Value) -> Vec<String> {
    payload["userErrors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["code"].as_str().unwrap().to_owned())
        .collect()
}

both_engines! {
    async fn s03_s05_back_ups_are_made_and_proven_by_themselves_in_two_stores(server: &TestServer) {
        let stage = Stage::new(server.engine()).await;
        let environment = stage.server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let seen = stage.until(&administrator, all_proven).await;
        assert_eq!(seen["isSetUp"], true);
        let mut tiers: Vec<_> = seen["runs"].as_array().unwrap().iter().map(|run| (run["tier"].clone(), run["reason"].clone(), run["sequence"].clone())).collect();
        tiers.sort_by_key(|(tier, ..)| tier.to_string());
        assert_eq!(tiers, [(json!("COLD"), json!("SCHEDULE"), json!(1.0)), (json!("HOT"), json!("SCHEDULE"), json!(1.0))]);
        let made = stage.one_by_hand(&administrator).await;
        assert!(by_hand(&made)["provenRows"].as_f64().unwrap() > 100.0, "{made:#}");
        for place in seen["places"].as_array().unwrap() {
            assert_eq!((&place["overdueSince"], place["lastTakenAt"] == place["lastProvenTakenAt"]), (&Value::Null, true));
        }
        // Half a day later one more hot one, a day later one more cold one.
        stage.server.clock.advance(chrono::Duration::hours(12));
        let administrator = environment.sign_in(environment.person(Role::Administrator)).await;
        stage.until(&administrator, |seen| {
            let runs = seen["runs"].as_array().unwrap();
            runs.iter().filter(|run| run["tier"] == "HOT" && run["reason"] == "SCHEDULE" && run["state"] == "PROVEN").count() == 2
        }).await;
    }

    async fn an_administrator_has_one_made_at_once_and_others_only_look(server: &TestServer) {
        let stage = Stage::new(server.engine()).await;
        let environment = stage.server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        stage.until(&administrator, all_proven).await;
        let made = administrator.data(MAKE, json!({})).await["makeBackup"].take();
        assert_eq!((&made["backup"]["tier"], &made["backup"]["reason"]), (&json!("HOT"), &json!("HAND")), "{made:#}");
        let seen = stage.until(&administrator, |seen| seen["runs"].as_array().unwrap().len() == 3 && all_proven(seen)).await;
        assert_eq!(seen["runs"][0]["reason"], "HAND");
        for role in [Role::Auditor, Role::Manager] {
            let client = environment.client(role).await;
            assert_eq!(stage.look(&client).await["runs"].as_array().unwrap().len(), 3);
            let refused = client.run(MAKE, json!({})).await.json();
            assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{role}");
        }
        let employee = environment.client(Role::Employee).await.run("{ backups { isSetUp } }", json!({})).await.json();
        assert_eq!(employee["errors"][0]["extensions"]["code"], "FORBIDDEN");
    }

    async fn bak_20_s11_an_environment_is_put_back_and_who_may_come_in_is_not(server: &TestServer) {
        let stage = Stage::new(server.engine()).await;
        let environment = stage.server.fresh().await;
        add_asset(&environment, "Rooster").await;
        let administrator = environment.client(Role::Administrator).await;
        let before = stage.one_by_hand(&administrator).await;
        // What comes after the back-up: a record, a colleague, one who leaves.
        stage.server.clock.advance(chrono::Duration::minutes(5));
        add_asset(&environment, "Verkeerd").await;
        let later = environment.add_person(Role::Employee).await;
        assert_eq!(assets(&administrator).await.len(), 2);

        let administrator = environment.sign_in(environment.person(Role::Administrator)).await;
        let refused = administrator.data(REQUEST, json!({ "input": { "backupId": by_hand(&before)["id"], "reason": " ", "confirmation": "Zorg" } })).await;
        assert_eq!(codes(&refused["requestRestore"]), ["REASON_INVALID", "CONFIRMATION_DIFFERS"]);
        let asked = administrator.data(REQUEST, wish(by_hand(&before))).await["requestRestore"].take();
        assert_eq!(codes(&asked), Vec::<String>::new());
        let twice = administrator.data(REQUEST, wish(by_hand(&before))).await["requestRestore"].take();
        assert_eq!(codes(&twice), ["RESTORE_UNDER_WAY"]);

        // All sessions end with it.
        let mut waited = 0;
        while administrator.run("{ backups { isSetUp } }", json!({})).await.json().get("errors").is_none() {
            waited += 1;
            assert!(waited < 600, "{:#}", stage.look(&administrator).await);
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        stage.server.clock.advance(chrono::Duration::minutes(1));
        let administrator = environment.sign_in(environment.person(Role::Administrator)).await;
        let seen = stage.until(&administrator, restore_is("DONE")).await;
        assert_eq!(seen["restores"][0]["reason"], "Verkeerd ingelezen");
        assert_eq!(assets(&administrator).await, ["Rooster"]);
        assert!(seen["runs"].as_array().unwrap().iter().any(|run| run["reason"] == "SAFETY"), "{seen:#}");
        // Who came later is still there and gets in.
        environment.sign_in(&later).await;
        let log = "{ auditEvents(first: 30) { nodes { action } } auditChain { isIntact } }";
        let log = administrator.data(log, json!({})).await;
        let actions: Vec<_> = log["auditEvents"]["nodes"].as_array().unwrap().iter().map(|event| event["action"].as_str().unwrap()).collect();
        assert!(["environment.put_back", "restore.requested", "backup.requested"].iter().all(|action| actions.contains(action)), "{actions:?}");
        // And goes on as ever: what is written now is numbered on, backed up and proven.
        add_asset(&environment, "Nieuw").await;
        stage.one_by_hand(&administrator).await;
    }

    async fn a_wish_to_put_back_needs_a_fresh_code_and_can_be_taken_back(server: &TestServer) {
        let stage = Stage::with(server.engine(), false).await;
        let environment = stage.server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let seen = stage.until(&administrator, all_proven).await;
        let manager = environment.client(Role::Manager).await.run(REQUEST, wish(&seen["runs"][0])).await.json();
        assert_eq!(manager["errors"][0]["extensions"]["code"], "FORBIDDEN");
        stage.server.clock.advance(chrono::Duration::minutes(20));
        let stale = administrator.run(REQUEST, wish(&seen["runs"][0])).await.json();
        assert_eq!(stale["errors"][0]["extensions"]["code"], "STEP_UP_REQUIRED", "{stale}");
        let administrator = environment.sign_in(environment.person(Role::Administrator)).await;
        administrator.data(REQUEST, wish(&seen["runs"][0])).await;
        let seen = stage.until(&administrator, restore_is("WAITING")).await;
        let id = &seen["restores"][0]["id"];
        let cancelled = administrator.data(CANCEL, json!({ "id": id })).await["cancelRestore"].take();
        assert_eq!(cancelled["restore"]["state"], "CANCELLED");
        let log = administrator.data("{ auditEvents(first: 5) { nodes { action } } }", json!({})).await;
        assert_eq!(log["auditEvents"]["nodes"][0]["action"], "restore.cancelled");
        let again = administrator.data(CANCEL, json!({ "id": id })).await["cancelRestore"].take();
        assert_eq!(codes(&again), ["TOO_LATE"]);
        // A neighbour's is nobody's.
        let neighbour = stage.server.fresh().await.client(Role::Administrator).await;
        let foreign = neighbour.data(REQUEST, wish(&seen["runs"][0])).await["requestRestore"].take();
        assert_eq!(codes(&foreign), ["BACKUP_UNKNOWN"]);
        assert_eq!(neighbour.run(CANCEL, json!({ "id": id })).await.json()["errors"][0]["extensions"]["code"], "NOT_FOUND");
    }

    async fn nobody_handing_over_for_an_hour_ends_it_and_all_is_as_it_was(server: &TestServer) {
        let stage = Stage::with(server.engine(), false).await;
        let environment = stage.server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let seen = stage.until(&administrator, all_proven).await;
        administrator.data(REQUEST, wish(&seen["runs"][0])).await;
        stage.until(&administrator, restore_is("WAITING")).await;
        stage.server.clock.advance(chrono::Duration::minutes(61));
        let administrator = environment.sign_in(environment.person(Role::Administrator)).await;
        let seen = stage.until(&administrator, restore_is("FAILED")).await;
        assert_eq!(seen["restores"][0]["failure"], "HANDOVER_TIMED_OUT");
        add_asset(&environment, "Gaat gewoon door").await;
    }
}
