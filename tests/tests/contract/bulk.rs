use domain::record::{self, NewRecord};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, Environment, TestServer, asset, both_engines};

use super::agreed;

const UPDATE: &str = "mutation($input: UpdateRecordsInput!) { updateRecords(input: $input) {
    records { code version status { key } values(keys: [\"supplier\"]) { value { ... on TextValue { text } } } }
    problems { record { code version } userErrors { code path params } } userErrors { code path params } } }";
const SAVE: &str = "mutation($input: SaveRecordsInput!) { saveRecords(input: $input) {
    records { code title version status { key } } userErrors { code path params } } }";
const DUPLICATE: &str = "mutation($input: DuplicateRecordInput!) { duplicateRecord(input: $input) {
    record { code title version status { key } createdBy { displayName } history { nodes { kind } } }
    userErrors { code path } } }";

async fn made(server: &TestServer, environment: &Environment, names: &[&str]) -> Vec<Value> {
    let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
    let mut ids = Vec::new();
    for name in names {
        let values = asset(name, environment.person(Role::Manager).id);
        let new = NewRecord { form_key: "assets".into(), values, status: None };
        ids.push(json!(record::create(&ctx, new).await.unwrap().id.to_string()));
    }
    ids
}

async fn run(client: &Client, query: &str, input: Value) -> waarborg_tests::Reply {
    client.run(query, json!({ "input": input })).await
}

both_engines! {
    async fn several_records_are_changed_in_the_same_way_or_none(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let ids = made(server, &environment, &["Kast", "Stoel", "Tafel"]).await;
        let values = json!([{ "key": "supplier", "text": "Meubels BV" }]);
        let input = json!({ "ids": ids, "values": values, "statusKey": "in_use" });
        agreed("update_records", &environment, &run(&manager, UPDATE, input).await);
        let values = json!([{ "key": "supplier", "text": "x".repeat(2_000) }, { "key": "name" }]);
        let input = json!({ "ids": &ids[..2], "values": values, "statusKey": "nothing" });
        agreed("update_records_with_problems", &environment, &run(&manager, UPDATE, input).await);
        let values = json!([{ "key": "supplier", "text": "a" }, { "key": "supplier", "text": "b" }]);
        let input = json!({ "ids": ids, "values": values });
        agreed("update_records_with_a_value_twice", &environment, &run(&manager, UPDATE, input).await);
    }

    async fn records_are_made_and_changed_in_one_go_or_none(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let ids = made(server, &environment, &["Kast"]).await;
        let owner = environment.person(Role::Manager).id.to_string();
        let new = |name: &str| json!({ "values": [
            { "key": "name", "text": name }, { "key": "kind", "choices": ["workplace"] },
            { "key": "owner", "user": owner }, { "key": "availability", "choices": ["low"] },
            { "key": "integrity", "choices": ["low"] }, { "key": "confidentiality", "choices": ["low"] },
            { "key": "personal_data", "yesNoNa": "NO" },
        ] });
        let change = json!({ "id": ids[0], "version": 1, "values": [{ "key": "name", "text": "Kluis" }] });
        let input = json!({ "formKey": "assets", "records": [new("Stoel"), change] });
        agreed("save_records", &environment, &run(&manager, SAVE, input).await);
        let wrong = json!({ "values": [{ "key": "name", "text": "a", "number": 1.0 }] });
        let input = json!({ "formKey": "assets", "records": [
            new("Tafel"), wrong, { "id": "nonsense", "version": 1, "values": [] },
        ] });
        agreed("save_records_that_cannot_be_read", &environment, &run(&manager, SAVE, input).await);
        let stale = json!({ "id": ids[0], "version": 1, "values": [] });
        let input = json!({ "formKey": "assets", "records": [new("Tafel"), stale] });
        agreed("save_records_conflict", &environment, &run(&manager, SAVE, input).await);
        let input = json!({ "formKey": "assets", "records": [new("Tafel"), { "values": [] }] });
        agreed("save_records_with_wrong_values", &environment, &run(&manager, SAVE, input).await);
    }

    async fn a_record_is_copied(server: &TestServer) {
        let environment = server.fresh().await;
        let ids = made(server, &environment, &["Kast"]).await;
        let manager = environment.client(Role::Manager).await;
        agreed("duplicate_record", &environment, &run(&manager, DUPLICATE, json!({ "id": ids[0] })).await);
    }
}
