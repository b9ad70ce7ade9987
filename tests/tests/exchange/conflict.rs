use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, both_engines};

use super::{export, import, make_form, mapped, records_sheet};

const CREATE: &str = "mutation($input: CreateRecordInput!) { createRecord(input: $input) {
    record { id version } userErrors { code path } } }";
const UPDATE: &str = "mutation($input: UpdateRecordInput!) { updateRecord(input: $input) {
    record { version } userErrors { code path } } }";
const PREVIEW: &str = "mutation($input: ImportInput!) { previewImport(input: $input) { plan {
    updateCount unchangedCount conflictCount rows { action changes { fieldKey before after } } } } }";
const TITLES: &str = "query($key: String!) { form(key: $key) {
    records(first: 10, sort: { by: NUMBER, direction: ASC }) { nodes { title } } } }";

async fn make(client: &Client, key: &str, title: &str) -> String {
    let values = json!([{ "key": "name", "text": title }]);
    let data = client.data(CREATE, json!({ "input": { "formKey": key, "values": values } })).await;
    data["createRecord"]["record"]["id"].as_str().unwrap_or_else(|| panic!("{data}")).to_owned()
}

async fn rename(client: &Client, id: &str, title: &str) {
    let values = json!([{ "key": "name", "text": title }]);
    let data = client.data(UPDATE, json!({ "input": { "id": id, "version": 1, "values": values } })).await;
    assert_eq!(data["updateRecord"]["userErrors"], json!([]));
}

async fn titles(client: &Client, key: &str) -> Vec<Value> {
    let data = client.data(TITLES, json!({ "key": key })).await;
    data["form"]["records"]["nodes"].as_array().unwrap().iter().map(|node| node["title"].clone()).collect()
}

both_engines! {
    async fn what_was_changed_since_the_export_is_told_and_left_alone(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let form = make_form(&manager, json!({ "name": "Sleutels", "singularName": "Sleutel", "numberPrefix": "SLE",
            "fields": [{ "label": "Naam", "key": "name", "kind": "TEXT", "isRequired": true, "isInList": true }] })).await;
        let key = form["key"].as_str().unwrap();
        let (one, _) = (make(&manager, key, "een").await, make(&manager, key, "twee").await);
        let excel = export(&manager, json!({ "formKey": key, "format": "XLSX" })).await;
        let sheet = records_sheet(&excel);
        rename(&manager, &one, "anders").await;

        let mut input = mapped(&manager, excel, (&sheet, key), &[]).await;
        let columns = input["mapping"].as_array().unwrap();
        assert!(columns.iter().all(|column| column["fieldKey"] != "$version"), "nobody maps it by hand");
        let data = manager.data(PREVIEW, json!({ "input": input })).await;
        let plan = &data["previewImport"]["plan"];
        let counts = (&plan["updateCount"], &plan["unchangedCount"], &plan["conflictCount"]);
        assert_eq!(counts, (&json!(0), &json!(1), &json!(1)));
        let rows = plan["rows"].as_array().unwrap();
        let conflict = rows.iter().find(|row| row["action"] == "CONFLICT").unwrap();
        assert_eq!(conflict["changes"][0], json!({ "fieldKey": "name", "before": "anders", "after": "een" }));
        let done = import(&manager, &input).await;
        assert_eq!((&done["updated"], &done["unchanged"]), (&json!(0), &json!(1)));
        assert_eq!(titles(&manager, key).await, ["anders", "twee"]);

        input["overwriteConflicts"] = json!(true);
        let done = import(&manager, &input).await;
        assert_eq!((&done["updated"], &done["unchanged"]), (&json!(1), &json!(1)));
        assert_eq!(titles(&manager, key).await, ["een", "twee"]);
    }
}
