//! Hidden means hidden everywhere.

use domain::record::{self, NewRecord};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, asset, both_engines, incident};

const SET: &str = "mutation($input: SetFormAccessInput!) { setFormAccess(input: $input) {
    form { key access { role group { name } right defaultRight } } userErrors { code path } } }";
const SEEN: &str = "query($asset: ID!, $form: ID!, $incident: ID!) {
    forms { key recordCount }
    form(key: \"assets\") { key }
    recordByNumber(formKey: \"assets\", number: 1) { title }
    record(id: $asset) { title }
    nodes(ids: [$asset, $form]) { id }
    incident: record(id: $incident) { values(keys: [\"assets\"]) { value { ... on ReferenceValue { records { title } } } } }
    search: form(key: \"incidents\") { records(filter: { search: \"Zuurstofkast\" }) { totalCount } }
}";

async fn set(administrator: &Client, access: Value) -> Value {
    let input = json!({ "input": { "formKey": "assets", "access": access } });
    let mut data = administrator.data(SET, input).await;
    assert_eq!(data["setFormAccess"]["userErrors"], json!([]));
    data["setFormAccess"]["form"]["access"].take()
}

both_engines! {
    async fn sec_30_a_register_hidden_from_a_role_is_hidden_in_lists_search_references_nodes_export_and_counts(server: &TestServer) {
        let environment = server.fresh().await;
        let (owner, now) = (environment.person(Role::Manager).id, server.clock.now());
        let ctx = environment.ctx_at(Role::Manager, now).await;
        let create = async |form_key: &str, values| {
            let new = NewRecord { form_key: form_key.to_owned(), values, status: None };
            record::create(&ctx, new).await.unwrap()
        };
        let kast = create("assets", asset("Zuurstofkast", owner)).await;
        let leak = create("incidents", incident("Lekkage", owner, std::slice::from_ref(&kast))).await;
        let ids = json!({ "asset": kast.id.to_string(), "form": kast.form_id.to_string(),
            "incident": leak.id.to_string() });
        let administrator = environment.client(Role::Administrator).await;
        let manager = environment.client(Role::Manager).await;
        let before = manager.data(SEEN, ids.clone()).await;
        assert_eq!(before["record"]["title"], "Zuurstofkast");

        let access = set(&administrator, json!([{ "role": "MANAGER", "right": "NONE" }])).await;
        assert_eq!(access[1], json!({ "role": "MANAGER", "group": null, "right": "NONE", "defaultRight": "EDIT" }));
        let seen = manager.data(SEEN, ids.clone()).await;
        assert!(!seen.to_string().contains("Zuurstofkast"), "{seen:#}");
        assert!(!seen["forms"].to_string().contains("assets"), "{seen:#}");
        for hidden in ["form", "recordByNumber", "record"] {
            assert_eq!(seen[hidden], Value::Null, "{hidden}");
        }
        assert_eq!(seen["nodes"], json!([null, null]));
        let export = "mutation { startExport(input: { formKey: \"assets\", format: CSV }) { job { id } } }";
        assert_eq!(manager.run(export, json!({})).await.outcome().0, "NOT_FOUND");
        let input = json!({ "input": { "id": leak.id.to_string(), "version": 1, "values": [
            { "key": "assets", "references": [ids["asset"], format!("rec_{:032x}", 7)] } ] } });
        let update = "mutation($input: UpdateRecordInput!) { updateRecord(input: $input) { userErrors { code } } }";
        assert_eq!(manager.run(update, input).await.outcome().0, "RECORD_NOT_FOUND");
        assert_eq!(administrator.data(SEEN, ids.clone()).await["record"]["title"], "Zuurstofkast");

        // And back again.
        set(&administrator, json!([])).await;
        assert_eq!(manager.data(SEEN, ids).await, before);
    }

    async fn im_141_a_group_opens_a_register_for_its_members_from_the_next_request_on(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let employee = environment.client(Role::Employee).await;
        let risks = "{ form(key: \"risks\") { viewerCanEdit } }";
        assert_eq!(employee.data(risks, json!({})).await, json!({ "form": null }));
        let make = "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id version } } }";
        let member = environment.person(Role::Employee).id.to_string();
        let group = administrator.data(make, json!({ "input": { "name": "Kernteam", "memberIds": [member] } })).await;
        let group = group["createGroup"]["group"].clone();
        let input = json!({ "input": { "formKey": "risks", "access": [{ "groupId": group["id"], "right": "EDIT" }] } });
        administrator.data(SET, input).await;
        assert_eq!(employee.data(risks, json!({})).await, json!({ "form": { "viewerCanEdit": true } }));
        let leave = "mutation($input: UpdateGroupInput!) { updateGroup(input: $input) { userErrors { code } } }";
        let input = json!({ "input": { "id": group["id"], "version": group["version"], "memberIds": [] } });
        assert_eq!(administrator.run(leave, input).await.outcome().0, "ok");
        assert_eq!(employee.data(risks, json!({})).await, json!({ "form": null }));
    }

    async fn a_role_or_a_group_is_named_for_each_right_and_not_both(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let input = json!({ "input": { "formKey": "assets", "access": [
            { "right": "VIEW" }, { "role": "VIEWER", "groupId": "grp_x", "right": "VIEW" }, { "groupId": "x", "right": "VIEW" },
        ] } });
        let data = administrator.data(SET, input).await;
        let told: Vec<_> = data["setFormAccess"]["userErrors"].as_array().unwrap().iter()
            .map(|error| (error["code"].as_str().unwrap(), error["path"][1].as_str().unwrap())).collect();
        assert_eq!(told, [("ROLE_OR_GROUP", "0"), ("ROLE_OR_GROUP", "1"), ("GROUP_NOT_FOUND", "2")]);
        // Rights are shown to those who manage registers.
        let access = "{ form(key: \"assets\") { access { right } } }";
        let viewer = environment.client(Role::Viewer).await.data(access, json!({})).await;
        assert_eq!(viewer, json!({ "form": { "access": null } }));
    }
}
