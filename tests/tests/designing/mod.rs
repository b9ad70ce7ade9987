//! Designing registers: what may change, what stays, and what it says in the audit log.

use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, both_engines, form_input};

const CREATE: &str = "mutation($input: CreateFormInput!) { createForm(input: $input) {
    form { key revision } userErrors { code path params } } }";
const PUBLISH: &str = "mutation($input: PublishFormInput!) { publishForm(input: $input) {
    form { key revision fields { key } } userErrors { code path } } }";
const CHECK: &str = "query($key: String, $form: FormInput!) { checkForm(formKey: $key, form: $form) {
    userErrors { code path params } changes { kind path label before after } } }";
const CRITERIA: &str = "{ riskCriteria { version viewerCanEdit scale {
    likelihood { label help } impact { label help } levels { key label minimumScore colour }
    acceptableLevel { key } hasOwnCells } } }";
const UPDATE_CRITERIA: &str =
    "mutation($input: UpdateRiskCriteriaInput!) { updateRiskCriteria(input: $input) {
    riskCriteria { version } userErrors { code path } } }";
const ACTIONS: &str = "{ auditEvents(first: 5) { nodes { action } } }";

fn trips(fields: &Value) -> Value {
    form_input(json!({ "name": "Reizen", "singularName": "Reis", "numberPrefix": "REI", "fields": fields }))
}

fn fields() -> Value {
    json!([
        { "key": "title", "label": "Titel", "kind": "TEXT" },
        { "key": "km", "label": "Afstand", "kind": "NUMBER", "unit": { "nl": "km" } },
        { "key": "rate", "label": "Tarief", "kind": "NUMBER" },
        { "key": "cost", "label": "Kosten", "kind": "COMPUTED", "expression": "km * rate" },
    ])
}

async fn last_action(client: &Client) -> String {
    let data = client.data(ACTIONS, json!({})).await;
    data["auditEvents"]["nodes"][0]["action"].as_str().unwrap().to_owned()
}

both_engines! {
    async fn a_new_revision_recalculates_what_a_formula_gives_and_says_so(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Administrator).await;
        let made = manager.data(CREATE, json!({ "input": trips(&fields()) })).await;
        assert_eq!(made["createForm"], json!({ "form": { "key": "reizen", "revision": 1 }, "userErrors": [] }));
        let create = "mutation($input: CreateRecordInput!) { createRecord(input: $input) {
            record { id values(keys: [\"cost\"]) { value { ... on NumberValue { number } } } } userErrors { code } } }";
        let input = json!({ "formKey": "reizen", "values": [{ "key": "title", "text": "Zwolle" },
            { "key": "km", "number": 12 }, { "key": "rate", "number": 0.23 }] });
        let record = manager.data(create, json!({ "input": input })).await["createRecord"]["record"].clone();
        assert_eq!(record["values"][0]["value"]["number"], 2.76);

        let mut changed = fields();
        changed[3]["expression"] = json!("round(km * rate; 0) + 1");
        let form = trips(&changed);
        let told = manager.data(CHECK, json!({ "key": "reizen", "form": form["form"] })).await;
        let paths: Vec<&Value> = told["checkForm"]["changes"].as_array().unwrap().iter().map(|c| &c["path"]).collect();
        assert_eq!(paths, ["fields.cost.kind"]);
        let input = json!({ "formKey": "reizen", "revision": 1, "form": form["form"] });
        let published = manager.data(PUBLISH, json!({ "input": input })).await;
        assert_eq!(published["publishForm"]["form"]["revision"], 2);
        assert_eq!(last_action(&manager).await, "form.published");

        let query = "query($id: ID!) { record(id: $id) { version
            values(keys: [\"cost\"]) { value { ... on NumberValue { number } } }
            history(first: 1) { nodes { kind changes { fieldKey before after } } } } }";
        let now = manager.data(query, json!({ "id": record["id"] })).await["record"].clone();
        assert_eq!(now["values"][0]["value"]["number"], 4.0);
        assert_eq!(now["history"]["nodes"][0], json!({ "kind": "RECALCULATED",
            "changes": [{ "fieldKey": "cost", "before": "2.76", "after": "4" }] }));

        let again = manager.data(PUBLISH, json!({ "input": input })).await;
        assert_eq!(again["publishForm"]["userErrors"], json!([{ "code": "CONFLICT", "path": ["revision"] }]));
    }

    async fn im_70_gap_06_a_base_form_is_extended_hidden_and_relabelled_and_loses_no_field(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let few = form_input(json!({ "name": "Bezoek", "singularName": "Bezoeker", "numberPrefix": "BEZ",
            "fields": [{ "key": "name", "label": "Naam", "kind": "TEXT" }] }));
        let told = manager.data(CHECK, json!({ "key": "visitors", "form": few["form"] })).await;
        let codes: Vec<&Value> =
            told["checkForm"]["userErrors"].as_array().unwrap().iter().map(|error| &error["code"]).collect();
        assert!(!codes.is_empty() && codes.iter().all(|code| *code == "BASE_FIELD_REMOVED"), "{told:#}");
    }

    async fn an_own_register_is_put_away_and_taken_back_with_its_records(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Administrator).await;
        manager.data(CREATE, json!({ "input": trips(&fields()) })).await;
        let create = "mutation { createRecord(input: { formKey: \"reizen\", values: [{ key: \"title\", text: \"Zwolle\" }] }) {
            userErrors { code } } }";
        manager.data(create, json!({})).await;
        let step = async |name: &str| {
            let query = format!("mutation {{ {name}(input: {{ formKey: \"reizen\" }}) {{ form {{ key }} userErrors {{ code }} }} }}");
            let done = manager.data(&query, json!({})).await;
            assert_eq!(done[name], json!({ "form": { "key": "reizen" }, "userErrors": [] }));
            last_action(&manager).await
        };
        let count = "{ form(key: \"reizen\") { recordCount revisions { nodes { number } } } }";
        assert_eq!(step("archiveForm").await, "form.archived");
        assert_eq!(manager.data(count, json!({})).await["form"], Value::Null);
        assert_eq!(step("restoreForm").await, "form.restored");
        let form = manager.data(count, json!({})).await["form"].clone();
        assert_eq!(form, json!({ "recordCount": 1, "revisions": { "nodes": [{ "number": 1 }] } }));
    }

    async fn statuses_that_are_left_out_stay_as_they_are(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let status = |key: &str, kind: &str, next: &[&str]| {
            json!({ "key": key, "label": key, "kind": kind, "colour": "gray", "next": next })
        };
        let with_own = form_input(json!({ "name": "Reizen", "singularName": "Reis", "numberPrefix": "REI",
            "fields": fields(),
            "statuses": [status("planned", "OPEN", &["made"]), status("made", "DONE", &[])] }));
        manager.data(CREATE, json!({ "input": with_own })).await;
        let mut changed = fields();
        changed[0]["label"] = json!("Bestemming");
        let input = json!({ "formKey": "reizen", "revision": 1, "form": trips(&changed)["form"] });
        assert_eq!(manager.data(PUBLISH, json!({ "input": input })).await["publishForm"]["userErrors"], json!([]));
        let form = manager.data("{ form(key: \"reizen\") { revision statuses { key } } }", json!({})).await["form"].clone();
        assert_eq!(form, json!({ "revision": 2, "statuses": [{ "key": "planned" }, { "key": "made" }] }));
    }

    async fn what_is_wrong_with_a_form_is_told_at_its_field(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let form = trips(&json!([
            { "key": "title", "label": "Titel", "kind": "TEXT" },
            { "key": "sum", "label": "Som", "kind": "COMPUTED", "expression": "title * 2" },
            { "key": "loop", "label": "Kring", "kind": "COMPUTED", "expression": "loop + 1" },
            { "key": "open", "label": "Open", "kind": "COMPUTED", "expression": "1 +" },
            { "key": "clock", "label": "Klok", "kind": "DEADLINE",
              "deadline": { "fromKey": "title", "term": { "hours": 1, "days": 1 } } },
        ]));
        let told = manager.data(CHECK, json!({ "form": form["form"] })).await;
        let errors: Vec<(String, String)> = told["checkForm"]["userErrors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|error| {
                let path: Vec<&str> = error["path"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
                (error["code"].as_str().unwrap().to_owned(), path.join("."))
            })
            .collect();
        let expected = [
            ("FORMULA_WRONG_TYPE", "fields.1.expression"),
            ("FORMULA_CIRCULAR", "fields.2.expression"),
            ("FORMULA_SYNTAX", "fields.3.expression"),
            ("INVALID_FORM", "fields.4.from"),
            ("INVALID_FORM", "fields.4"),
        ];
        assert_eq!(errors, expected.map(|(code, path)| (code.to_owned(), path.to_owned())));
    }

    async fn mod_22_risk_criteria_are_changed_for_every_form_at_once(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Administrator).await;
        let criteria = manager.data(CRITERIA, json!({})).await["riskCriteria"].clone();
        assert_eq!((criteria["version"].clone(), criteria["viewerCanEdit"].clone()), (json!(1), json!(true)));
        let steps = |name: &str| -> Vec<Value> {
            let steps = criteria["scale"][name].as_array().unwrap().iter();
            steps.map(|step| json!({ "label": { "nl": step["label"] }, "help": { "nl": step["help"] } })).collect()
        };
        let levels: Vec<Value> = criteria["scale"]["levels"].as_array().unwrap().iter().map(|level| {
            json!({ "key": level["key"], "label": { "nl": level["label"] },
                "minimumScore": level["minimumScore"], "colour": level["colour"] })
        }).collect();
        let mut input = json!({ "version": 1, "likelihood": steps("likelihood"), "impact": steps("impact"),
            "levels": levels, "acceptableLevelKey": "low" });
        input["impact"][4]["label"]["nl"] = json!("Ramp");
        let changed = manager.data(UPDATE_CRITERIA, json!({ "input": input })).await;
        assert_eq!(changed["updateRiskCriteria"], json!({ "riskCriteria": { "version": 2 }, "userErrors": [] }));
        assert_eq!(last_action(&manager).await, "criteria.changed");
        for key in ["risks", "opportunities"] {
            let query = "query($key: String!) { form(key: $key) { revision
                fields { scale { impact { label } acceptableLevel { key } } } } }";
            let form = manager.data(query, json!({ "key": key })).await["form"].clone();
            let scales: Vec<&Value> =
                form["fields"].as_array().unwrap().iter().map(|field| &field["scale"]).filter(|s| !s.is_null()).collect();
            assert!(!scales.is_empty());
            assert!(scales.iter().all(|scale| scale["impact"][4]["label"] == "Ramp"), "{scales:?}");
        }
        let stale = manager.data(UPDATE_CRITERIA, json!({ "input": input })).await;
        assert_eq!(stale["updateRiskCriteria"]["userErrors"], json!([{ "code": "CONFLICT", "path": ["version"] }]));
    }

    async fn s07_a_pack_that_is_up_to_date_changes_nothing_and_its_upgrade_is_on_record(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Administrator).await;
        let packs = manager.data("{ packs { key installedVersion availableVersion } }", json!({})).await;
        let version = packs["packs"][0]["availableVersion"].clone();
        assert_eq!(packs["packs"][0]["installedVersion"], version);
        let preview = manager.data("{ packUpgrade(key: \"basis\") { key } }", json!({})).await;
        assert_eq!(preview["packUpgrade"], json!([]));
        let upgrade = "mutation($input: UpgradePackInput!) { upgradePack(input: $input) {
            upgrades { key } userErrors { code } } }";
        let done = manager.data(upgrade, json!({ "input": { "key": "basis", "version": version } })).await;
        assert_eq!(done["upgradePack"], json!({ "upgrades": [], "userErrors": [] }));
        assert_eq!(last_action(&manager).await, "pack.upgraded");
    }
}
