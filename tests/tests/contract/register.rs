use domain::record::{self, NewRecord};
use kernel::{Clock, Role};
use serde_json::json;
use waarborg_tests::{TestServer, both_engines, form_input, risk};

use super::agreed;

const FORM: &str = "query($key: String!) { form(key: $key) {
    id key origin name singularName help icon numberPrefix titleFieldKey revision recordCount
    viewerCanCreate viewerCanEdit viewerCanImport viewerCanExport
    groups { key label }
    statuses { key label kind colour nextKeys }
    fields { key kind groupKey label help isRequired isInList isSortable isMultiple isMultiline maxLength decimals
        minimum maximum unit referencedFormKey options { key label colour }
        scale { likelihood { value label } impact { value label } levels { key label minimumScore colour } } }
} }";
const CREATE: &str = "mutation($input: CreateFormInput!) { createForm(input: $input) {
    form { key origin name numberPrefix titleFieldKey revision viewerCanEdit
        fields { key kind label help isRequired isInList isMultiple isMultiline referencedFormKey options { key label } }
        statuses { key label kind } }
    userErrors { code path params } } }";

both_engines! {
    async fn the_registers_and_one_of_them_with_its_fields(server: &TestServer) {
        let environment = server.fresh().await;
        let forms = "{ forms { id key origin name singularName icon numberPrefix recordCount
            viewerCanCreate viewerCanEdit viewerCanImport viewerCanExport statusCounts { status { key } count } } }";
        for role in [Role::Employee, Role::Manager] {
            let client = environment.client(role).await;
            agreed(&format!("forms_{role}"), &environment, &client.run(forms, json!({})).await);
        }
        let manager = environment.client(Role::Manager).await;
        agreed("form_risks", &environment, &manager.run(FORM, json!({ "key": "risks" })).await);
        agreed("form_unknown", &environment, &manager.run(FORM, json!({ "key": "nothing" })).await);
    }

    async fn the_risk_matrix_counts_every_record_in_its_cell(server: &TestServer) {
        let environment = server.fresh().await;
        let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
        for title in ["Brand", "Diefstal"] {
            let values = risk(title, environment.person(Role::Manager).id, &[]);
            record::create(&ctx, NewRecord { form_key: "risks".into(), values, status: None }).await.unwrap();
        }
        let query = "{ form(key: \"risks\") { riskMatrix(fieldKey: \"current_score\") {
            likelihood impact score count level { key } } } }";
        let data = environment.client(Role::Viewer).await.data(query, json!({})).await;
        let cells = data["form"]["riskMatrix"].as_array().unwrap();
        let filled: Vec<_> = cells.iter().filter(|cell| cell["count"] != 0).cloned().collect();
        let expected = json!({ "likelihood": 3, "impact": 4, "score": 12, "count": 2, "level": { "key": "high" } });
        assert_eq!((filled, cells.len()), (vec![expected], 25));
    }

    async fn an_own_register_is_made_with_fields_of_every_kind(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let input = form_input(json!({ "name": "Sleutelbeheer", "singularName": "Sleutel", "numberPrefix": "SLT", "help": "Wie heeft wat.",
            "fields": [
                { "label": "Naam van de sleutel", "kind": "TEXT", "isInList": true },
                { "label": "Toelichting", "kind": "TEXT", "isMultiline": true, "help": "Kort." },
                { "label": "Verhaal", "kind": "RICH_TEXT" },
                { "label": "Aantal", "kind": "NUMBER" },
                { "label": "Uitgegeven op", "kind": "DATE", "isRequired": true },
                { "label": "Teruggebracht", "kind": "YES_NO_NA" },
                { "label": "Gebouwen", "kind": "CHOICE", "isMultiple": true, "options": ["Noord", "Zuid"] },
                { "label": "Houder", "kind": "USER" },
                { "label": "Middelen", "kind": "REFERENCE", "isMultiple": true, "referencedFormKey": "assets" },
                { "label": "Risico", "kind": "LIKELIHOOD_IMPACT" },
            ] }));
        agreed("create_form", &environment, &manager.run(CREATE, json!({ "input": input })).await);
        agreed("create_form_again", &environment, &manager.run(CREATE, json!({ "input": input })).await);
        let bad = form_input(json!({ "name": "", "singularName": " ", "numberPrefix": "1", "fields": [
            { "label": "Keuze", "kind": "CHOICE" },
            { "label": "Verwijzing", "kind": "REFERENCE", "referencedFormKey": "nothing" },
        ] }));
        agreed("create_form_with_everything_wrong", &environment, &manager.run(CREATE, json!({ "input": bad })).await);
    }

    async fn people_are_found_by_any_part_of_their_name_whatever_the_accents(server: &TestServer) {
        let environment = server.fresh().await;
        let viewer = environment.client(Role::Viewer).await;
        let query = "query($search: String, $first: Int) { users(search: $search, first: $first) {
            nodes { id displayName username role isArchived } pageInfo { hasNextPage hasPreviousPage endCursor } } }";
        agreed("users", &environment, &viewer.run(query, json!({ "first": 2 })).await);
        agreed("users_search", &environment, &viewer.run(query, json!({ "search": "yilmaz" })).await);
        let nobody = viewer.run(query, json!({ "search": "%" })).await;
        agreed("users_search_nobody", &environment, &nobody);
    }
}
