//! Every register of the base pack as somebody who builds against the API uses it: filled in by what is told of its
//! fields alone, found back, exported and imported, in both languages.

use std::collections::BTreeMap;

use kernel::Role;
use reqwest::Method;
use serde_json::{Value, json};
use waarborg_tests::{Client, Engine, TestServer};

use super::{export, import, mapped, records_sheet};

const FORMS: &str =
    "{ forms { key numberPrefix fields { key kind isRequired isMultiple isMultiline isUnique isHidden
    options { key } referencedFormKey sourceFormKey sourceFieldKey maxLength minimum maximum } } }";
const CREATE: &str = "mutation($input: CreateRecordInput!) { createRecord(input: $input) {
    record { id version code } userErrors { code path params } } }";
const UPDATE: &str = "mutation($input: UpdateRecordInput!) { updateRecord(input: $input) {
    record { version } userErrors { code path params } } }";
const FIND: &str = "query($key: String!, $word: String!) { form(key: $key) {
    records(first: 5, filter: { search: $word }) { totalCount nodes { code } } } }";
const RECORD: &str = "query($id: ID!) { node(id: $id) { ... on Record { values { key } } } }";

/// What a register's fields can point at.
struct World {
    person: String,
    group: String,
    file: String,
    /// A record of each register that has one.
    records: BTreeMap<String, String>,
}

/// An answer to one field; nothing when it gives its own, or when there is nothing yet to point at.
fn answer(world: &World, form: &str, field: &Value) -> Option<Value> {
    let key = field["key"].as_str().unwrap();
    let option = || field["options"][0]["key"].clone();
    let mut answer = match field["kind"].as_str().unwrap() {
        "TEXT" => {
            let most = field["maxLength"].as_u64().map_or(usize::MAX, |most| usize::try_from(most).unwrap());
            json!({ "text": format!("{} {key}", word(form)).chars().take(most).collect::<String>() })
        }
        "RICH_TEXT" => json!({ "html": format!("<p>{key} <strong>{form}</strong></p>") }),
        "NUMBER" => {
            json!({ "number": field["minimum"].as_f64().or(field["maximum"].as_f64()).unwrap_or(3.0) })
        }
        "DATE" => json!({ "date": "2026-01-04" }),
        "DATE_TIME" => json!({ "dateTime": "2026-01-04T10:30:00Z" }),
        "YES_NO_NA" => json!({ "yesNoNa": "YES" }),
        "CHOICE" => json!({ "choices": [option()] }),
        "CHECKLIST" => json!({ "ticked": [option()] }),
        "USER" => json!({ "users": [world.person] }),
        "GROUP" => json!({ "groups": [world.group] }),
        "FILE" => json!({ "files": [world.file] }),
        "REFERENCE" => {
            let target = field["referencedFormKey"].as_str().unwrap_or("assets");
            json!({ "references": [world.records.get(target)?] })
        }
        "DYNAMIC_CHOICE" => {
            let source = field["sourceFormKey"].as_str().unwrap();
            let source_field = field["sourceFieldKey"].as_str().unwrap();
            world.records.get(source)?;
            json!({ "words": [format!("{} {source_field}", word(source))] })
        }
        "COUNTRY" => json!({ "countries": ["NL"] }),
        "COLOUR" => json!({ "colour": "#1a7f64" }),
        "WEB_LINK" => json!({ "links": [{ "url": "https://example.test/a", "title": "Bewijs" }] }),
        "LIKELIHOOD_IMPACT" => json!({ "likelihoodImpact": { "likelihood": 2, "impact": 3 } }),
        "COMPUTED" | "DEADLINE" | "AUTO_NUMBER" => return None,
        kind => panic!("a kind no integrator knows: {kind}"),
    };
    answer["key"] = json!(key);
    Some(answer)
}

/// A word that no other register has.
fn word(form: &str) -> String {
    format!("proef{}", form.replace('_', ""))
}

fn answers(world: &World, form: &Value) -> Vec<Value> {
    let key = form["key"].as_str().unwrap();
    let fields = form["fields"].as_array().unwrap().iter().filter(|field| field["isHidden"] == false);
    fields.filter_map(|field| answer(world, key, field)).collect()
}

/// A record in every register, with everything filled in that can be: what points at other registers once those
/// have something to point at.
async fn fill_in(client: &Client, world: &mut World, forms: &[Value]) {
    for form in forms {
        let key = form["key"].as_str().unwrap();
        let input = json!({ "formKey": key, "values": answers(world, form) });
        let data = client.data(CREATE, json!({ "input": input })).await;
        let made = &data["createRecord"];
        assert_eq!(made["userErrors"], json!([]), "{key}");
        world.records.insert(key.to_owned(), made["record"]["id"].as_str().unwrap().to_owned());
    }
    for form in forms {
        let key = form["key"].as_str().unwrap();
        let input = json!({ "id": world.records[key], "version": 1, "values": answers(world, form) });
        let data = client.data(UPDATE, json!({ "input": input })).await;
        assert_eq!(data["updateRecord"]["userErrors"], json!([]), "{key}");
        let data = client.data(RECORD, json!({ "id": world.records[key] })).await;
        let filled = data["node"]["values"].as_array().unwrap().len();
        assert!(filled >= answers(world, form).len(), "{key}: {filled} answers");
    }
}

/// On one engine: it is about what the pack says. That the engines agree other tests show.
#[tokio::test]
async fn every_module_is_filled_in_found_back_exported_and_imported_in_both_languages() {
    let server = TestServer::start(Engine::Sqlite).await;
    let environment = server.fresh().await;
    let manager = environment.client(Role::Administrator).await;
    let group = "mutation { createGroup(input: { name: \"Privacyteam\", description: \"\", memberIds: [] }) {
        group { id } } }";
    let group = manager.data(group, json!({})).await["createGroup"]["group"]["id"].clone();
    let sent =
        manager.request(Method::POST, "/files").header("x-file-name", "bewijs.pdf").body("%PDF-1.7 bewijs");
    let file = manager.send(sent).await.json()["id"].clone();
    let viewer = manager.data("{ viewer { user { id } } }", json!({})).await;
    let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("{value}")).to_owned();
    let person = text(&viewer["viewer"]["user"]["id"]);
    let mut world = World { person, group: text(&group), file: text(&file), records: BTreeMap::new() };
    let forms = manager.data(FORMS, json!({})).await["forms"].as_array().unwrap().clone();
    assert!(forms.len() > 50, "{} registers", forms.len());

    fill_in(&manager, &mut world, &forms).await;
    for form in &forms {
        let key = form["key"].as_str().unwrap();
        let found = manager.data(FIND, json!({ "key": key, "word": word(key) })).await;
        assert_eq!(found["form"]["records"]["totalCount"], 1, "{key}");
        let mut excel = Vec::new();
        for locale in ["NL", "EN"] {
            excel = export(&manager, json!({ "formKey": key, "format": "XLSX", "locale": locale })).await;
            let sheet = records_sheet(&excel);
            let same = mapped(&manager, excel.clone(), (&sheet, key), &[]).await;
            let done = import(&manager, &same).await;
            assert_eq!(
                done,
                json!({ "formKey": key, "created": 0, "updated": 0, "unchanged": 1 }),
                "{key} {locale}"
            );
        }
        if form["fields"].as_array().unwrap().iter().all(|field| field["isUnique"] == false) {
            let sheet = records_sheet(&excel);
            let anew = mapped(&manager, excel, (&sheet, key), &["$number"]).await;
            assert_eq!(import(&manager, &anew).await["created"], 1, "{key}");
        }
        for format in ["PDF", "CSV"] {
            let bytes = export(&manager, json!({ "formKey": key, "format": format })).await;
            assert!(bytes.len() > 200, "{key} {format}");
        }
    }
}
