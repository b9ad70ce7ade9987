//! Signs that mean something to a database, in every place where text is looked for.

use std::collections::BTreeSet;

use domain::record::{self, NewRecord};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, Environment, TestServer, asset, both_engines};

const TITLES: [&str; 8] = [
    "100% zeker",
    "100 procent",
    "a_b",
    "axb",
    "c\\d",
    "cd",
    "Pieter 't Hart \"Piet\"",
    "slot; DROP TABLE record; --",
];

async fn fill(server: &TestServer, environment: &Environment) {
    let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
    for title in TITLES {
        let values = asset(title, environment.person(Role::Manager).id);
        record::create(&ctx, NewRecord { form_key: "assets".into(), values, status: None }).await.unwrap();
    }
}

async fn found(client: &Client, filter: Value) -> BTreeSet<String> {
    let query = "query($filter: RecordFilter) {
        form(key: \"assets\") { records(filter: $filter, first: 100) { totalCount nodes { title } } } }";
    let data = client.data(query, json!({ "filter": filter })).await;
    let records = &data["form"]["records"];
    let titles: BTreeSet<_> = records["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["title"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(records["totalCount"], titles.len());
    titles
}

both_engines! {
    async fn gql_24_signs_of_like_and_of_sql_are_looked_for_literally(server: &TestServer) {
        let environment = server.fresh().await;
        fill(server, &environment).await;
        let viewer = environment.client(Role::Viewer).await;
        for (text, expected) in [
            ("%", &["100% zeker"][..]),
            ("0%", &["100% zeker"]),
            ("_", &["a_b"]),
            ("A_B", &["a_b"]),
            ("\\", &["c\\d"]),
            ("c\\d", &["c\\d"]),
            ("'", &["Pieter 't Hart \"Piet\""]),
            ("\"", &["Pieter 't Hart \"Piet\""]),
            ("';--", &[]),
            ("' OR '1'='1", &[]),
            ("title:*", &[]),
            ("NEAR(100", &[]),
        ] {
            let expected: BTreeSet<String> = expected.iter().map(|title| (*title).to_owned()).collect();
            let by_field = found(&viewer, json!({ "fields": [{ "key": "name", "contains": text }] })).await;
            assert_eq!(by_field, expected, "contains {text:?}");
            // Of several words all must be there.
            let by_search = found(&viewer, json!({ "search": text })).await;
            assert_eq!(by_search, expected, "search {text:?}");
        }
        let nul = "{ form(key: \"assets\") { records(filter: { search: \"a\\u0000b\" }) { totalCount } } }";
        assert_eq!(viewer.run(nul, json!({})).await.outcome().0, "BAD_REQUEST");
        assert_eq!(found(&viewer, json!({})).await.len(), TITLES.len());
    }

    async fn gql_24_sql_in_keys_and_choices_finds_nothing_or_is_refused(server: &TestServer) {
        let environment = server.fresh().await;
        fill(server, &environment).await;
        let viewer = environment.client(Role::Viewer).await;
        for sql in ["' OR 1=1 --", "name) OR (1=1", "%", "low' UNION SELECT secret_sealed FROM second_factor --"] {
            assert_eq!(found(&viewer, json!({ "statusKeys": [sql] })).await.len(), 0, "{sql}");
            let any = json!({ "fields": [{ "key": "availability", "anyOf": [sql] }] });
            assert_eq!(found(&viewer, any).await.len(), 0, "{sql}");
            let query = "query($key: String!) { form(key: \"assets\") {
                records(sort: { by: FIELD, fieldKey: $key, direction: ASC }) { nodes { id } } } }";
            assert_eq!(viewer.run(query, json!({ "key": sql })).await.outcome().0, "BAD_REQUEST", "{sql}");
            let query = "query($key: String!) { form(key: \"assets\") {
                records(filter: { fields: [{ key: $key, isEmpty: true }] }) { nodes { id } } } }";
            assert_eq!(viewer.run(query, json!({ "key": sql })).await.outcome().0, "BAD_REQUEST", "{sql}");
            let query = "query($text: String!) { users(search: $text) { nodes { id } } form(key: $text) { id } }";
            let data = viewer.data(query, json!({ "text": sql })).await;
            assert_eq!(data, json!({ "users": { "nodes": [] }, "form": null }), "{sql}");
        }
        assert_eq!(found(&viewer, json!({})).await.len(), TITLES.len());
    }
}
