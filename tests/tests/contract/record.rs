use chrono::Duration;
use domain::record::{self, NewRecord};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, asset, both_engines, incident};

use super::{RECORD, VALUE, agreed};

const PAYLOAD: &str = "record { ...R } userErrors { code path params }";

async fn change(client: &Client, (name, input): (&str, &str), values: Value) -> waarborg_tests::Reply {
    let query =
        format!("mutation($input: {input}!) {{ {name}(input: $input) {{ {PAYLOAD} }} }} {RECORD} {VALUE}");
    client.run(&query, json!({ "input": values })).await
}

const CREATE: (&str, &str) = ("createRecord", "CreateRecordInput");
const UPDATE: (&str, &str) = ("updateRecord", "UpdateRecordInput");
const STATUS: (&str, &str) = ("changeRecordStatus", "ChangeRecordStatusInput");

both_engines! {
    async fn a_risk_is_made_changed_and_moved_on_and_its_history_tells(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let user = environment.person(Role::Administrator).id.to_string();
        let created = change(&manager, CREATE, json!({ "formKey": "risks", "values": [
            { "key": "title", "text": "  Brand in de serverkast " },
            { "key": "cause", "text": "Stof.\nEn warmte." },
            { "key": "consequence", "html": "<p onclick=\"x()\">Alles <b>weg</b></p><script>alert(1)</script>" },
            { "key": "owner", "users": [user] },
            { "key": "cia_aspects", "choices": ["integrity", "availability"] },
            { "key": "inherent_score", "likelihoodImpact": { "likelihood": 5, "impact": 4 } },
            { "key": "current_score", "likelihoodImpact": { "likelihood": 2, "impact": 4 } },
            { "key": "review_on", "date": "2026-06-30" },
        ] })).await;
        agreed("create_record", &environment, &created);
        let id = created.json()["data"]["createRecord"]["record"]["id"].clone();

        let updated = change(&manager, UPDATE, json!({ "id": id, "version": 1, "values": [
            { "key": "title", "text": "Brand" }, { "key": "review_on" },
        ] })).await;
        agreed("update_record", &environment, &updated);
        let moved = change(&manager, STATUS, json!({ "id": id, "version": 2, "statusKey": "assessed" })).await;
        agreed("change_record_status", &environment, &moved);
        let step = change(&manager, STATUS, json!({ "id": id, "version": 3, "statusKey": "controlled" })).await;
        agreed("change_record_status_by_a_step_there_is_not", &environment, &step);
        let conflict = change(&environment.client(Role::Administrator).await, UPDATE, json!({ "id": id, "version": 1, "values": [
            { "key": "title", "text": "Vuur" },
        ] })).await;
        agreed("update_record_conflict", &environment, &conflict);

        let history = "query($id: ID!) { record(id: $id) { history { nodes {
            id version kind at by { displayName } changes { fieldKey fieldLabel before after } }
            pageInfo { hasNextPage } } } }";
        agreed("history", &environment, &manager.run(history, json!({ "id": id })).await);
    }

    async fn everything_wrong_with_the_values_of_a_record_is_told_at_once(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let refused = change(&manager, CREATE, json!({ "formKey": "risks", "values": [
            { "key": "title", "text": "x".repeat(201) },
            { "key": "cia_aspects", "choices": ["speed"] },
            { "key": "current_score", "likelihoodImpact": { "likelihood": 9, "impact": 0 } },
            { "key": "review_on", "text": "morgen" },
            { "key": "nothing", "text": "x" },
        ] })).await;
        agreed("create_record_with_wrong_values", &environment, &refused);
        let twice = change(&manager, CREATE, json!({ "formKey": "risks", "values": [
            { "key": "title", "text": "a" }, { "key": "title", "text": "b" },
            { "key": "cause", "text": "a", "html": "b" },
        ] })).await;
        agreed("create_record_with_a_value_twice", &environment, &twice);
        let strangers = change(&manager, CREATE, json!({ "formKey": "incidents", "values": [
            { "key": "title", "text": "Lekkage" },
            { "key": "reported_on", "date": "2026-01-05" },
            { "key": "kind", "choices": ["outage"] },
            { "key": "description", "html": "<p>Nat.</p>" },
            { "key": "personal_data_involved", "yesNoNa": "NO" },
            { "key": "reporter", "users": ["usr_00000000000000000000000000000000"] },
            { "key": "assets", "references": ["rec_00000000000000000000000000000000"] },
        ] })).await;
        agreed("create_record_with_unknown_people_and_records", &environment, &strangers);
    }

    async fn a_wrong_status_a_wrong_value_and_an_unknown_person_are_told_in_one_answer(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let refused = change(&manager, CREATE, json!({ "formKey": "risks", "statusKey": "nothing", "values": [
            { "key": "title", "text": "x".repeat(201) },
            { "key": "owner", "users": ["usr_00000000000000000000000000000000"] },
        ] })).await;
        let errors = refused.json()["data"]["createRecord"]["userErrors"].clone();
        for path in [json!(["statusKey"]), json!(["values", "title"]), json!(["values", "owner"])] {
            assert!(errors.as_array().unwrap().iter().any(|error| error["path"] == path), "{path}: {errors:#}");
        }
    }

    async fn a_record_tells_which_others_point_to_it(server: &TestServer) {
        let environment = server.fresh().await;
        let (owner, start) = (environment.person(Role::Manager).id, server.clock.now() - Duration::days(3));
        let create = async |days, form_key: &str, values| {
            let ctx = environment.ctx_at(Role::Manager, start + Duration::days(days)).await;
            record::create(&ctx, NewRecord { form_key: form_key.to_owned(), values, status: None }).await.unwrap()
        };
        let kast = create(0, "assets", asset("Kast", owner)).await;
        create(1, "incidents", incident("Deur klemt", owner, std::slice::from_ref(&kast))).await;
        create(2, "risks", waarborg_tests::risk("Diefstal", owner, std::slice::from_ref(&kast))).await;
        let query = "query($id: ID!) { record(id: $id) { code referencedBy(first: 5) { totalCount
            nodes { fieldKey fieldLabel record { id code title form { key } } }
            edges { cursor } pageInfo { hasNextPage hasPreviousPage } } } }";
        for role in [Role::Viewer, Role::Employee] {
            let reply = environment.client(role).await.run(query, json!({ "id": kast.id.to_string() })).await;
            agreed(&format!("referenced_by_for_{role}"), &environment, &reply);
        }
    }

    async fn a_record_is_found_by_id_by_number_and_as_a_node(server: &TestServer) {
        let environment = server.fresh().await;
        let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
        let values = asset("Kast", environment.person(Role::Manager).id);
        let kast = record::create(&ctx, NewRecord { form_key: "assets".into(), values, status: None }).await.unwrap();
        let query = format!("query($id: ID!) {{ record(id: $id) {{ ...R }}
            recordByNumber(formKey: \"assets\", number: 1) {{ id }} none: recordByNumber(formKey: \"assets\", number: 2) {{ id }}
            node(id: $id) {{ __typename id }} nodes(ids: [$id, \"x\", $id]) {{ id }} }} {RECORD} {VALUE}");
        let reply = environment.client(Role::Auditor).await.run(&query, json!({ "id": kast.id.to_string() })).await;
        agreed("record", &environment, &reply);
    }
}
