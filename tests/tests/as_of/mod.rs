//! Looking at the past over HTTP: everything in a request is seen as it stood on the day its header names.

use kernel::{Clock, FixedClock, Role, dutch_day};
use reqwest::Method;
use serde_json::{Value, json};
use waarborg_tests::{Client, Reply, TestServer, both_engines};

const FORMS: &str = "{ forms { key records(first: 1) { nodes { title viewerCanEdit } } } }";
const CREATE: &str = "mutation { createForm(input: { form: { name: { nl: \"Nieuw\" }, singularName: { nl: \"Iets\" },
    numberPrefix: \"NW\", fields: [{ label: { nl: \"Naam\" }, kind: TEXT }] } }) { form { key } userErrors { code } } }";

async fn ask(client: &Client, day: &str, query: &str) -> Reply {
    let request = client.request(Method::POST, "/graphql").header("Waarborg-As-Of", day);
    client.send(request.json(&json!({ "query": query }))).await
}

both_engines! {
    async fn a_request_with_a_day_sees_that_day_and_changes_nothing(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let yesterday = dutch_day(FixedClock::default().now()).pred_opt().unwrap().to_string();
        let then = ask(&manager, &yesterday, FORMS).await.json();
        assert_eq!(then["data"]["forms"], json!([]), "the environment was not there yet: {then}");
        let now = manager.data(FORMS, json!({})).await;
        assert!(!now["forms"].as_array().unwrap().is_empty());

        let refused = ask(&manager, &yesterday, CREATE).await.json();
        assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
        assert_eq!(manager.data(FORMS, json!({})).await, now);
    }

    async fn a_day_that_is_none_or_not_over_is_refused_in_words(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let today = dutch_day(FixedClock::default().now()).to_string();
        for wrong in ["gisteren", "2026-13-01", "9999-12-31", today.as_str()] {
            let reply = ask(&manager, wrong, FORMS).await;
            assert_eq!(reply.status, 400, "{wrong}");
            assert_eq!(reply.json()["errors"][0]["extensions"]["code"], "BAD_REQUEST");
        }
    }

    async fn who_is_not_signed_in_sees_no_past(server: &TestServer) {
        let stranger = server.pair().await.a.stranger();
        let reply = ask(&stranger, "2026-01-01", "{ environment { name } }").await;
        assert_eq!(reply.json()["errors"][0]["extensions"]["code"], Value::from("UNAUTHENTICATED"));
    }
}
