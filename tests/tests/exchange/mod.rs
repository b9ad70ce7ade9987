//! What goes out comes back the same.

mod catalogue;
mod conflict;
mod dossier;
mod every_kind;
mod every_module;
mod paper;

use serde_json::{Value, json};
use waarborg_tests::{Client, form_input};

const SUGGEST: &str = "mutation($input: SuggestImportMappingInput!) {
    suggestImportMapping(input: $input) { mapping { column fieldKey } userErrors { code path } } }";
const PREVIEW: &str = "mutation($input: ImportInput!) { previewImport(input: $input) {
    plan { createCount updateCount unchangedCount errorCount errors { row column header code params } } userErrors { code } } }";
const START: &str =
    "mutation($input: ImportInput!) { startImport(input: $input) { job { id } userErrors { code path } } }";
const EXPORT: &str = "mutation($input: StartExportInput!) { startExport(input: $input) { job { id } userErrors { code path } } }";
const CREATE_FORM: &str = "mutation($input: CreateFormInput!) {
    createForm(input: $input) { form { key fields { key label kind } } userErrors { code path params } } }";

/// Makes an own register.
async fn make_form(client: &Client, input: Value) -> Value {
    let mut data = client.data(CREATE_FORM, json!({ "input": form_input(input) })).await;
    assert_eq!(data["createForm"]["userErrors"], json!([]));
    data["createForm"]["form"].take()
}

/// The bytes of an export.
async fn export(client: &Client, input: Value) -> Vec<u8> {
    let data = client.data(EXPORT, json!({ "input": input })).await;
    assert_eq!(data["startExport"]["userErrors"], json!([]));
    let job = client.finished(data["startExport"]["job"]["id"].as_str().unwrap()).await;
    assert_eq!(job["state"], "SUCCEEDED", "{job}");
    client.get(job["downloadUrl"].as_str().unwrap()).await.body
}

/// A sheet that goes to a register by the suggested columns, but for those in `but`.
async fn mapped(client: &Client, bytes: Vec<u8>, (sheet, form): (&str, &str), but: &[&str]) -> Value {
    let upload = client.uploaded("werkmap.xlsx", bytes).await;
    let mut input = json!({ "uploadId": upload, "sheetName": sheet, "formKey": form });
    let data = client.data(SUGGEST, json!({ "input": input })).await;
    let mapping = data["suggestImportMapping"]["mapping"].as_array().unwrap_or_else(|| panic!("{data}"));
    let kept = mapping.iter().filter(|entry| !but.contains(&entry["fieldKey"].as_str().unwrap()));
    input["mapping"] = kept.cloned().collect();
    input
}

/// Runs an import that must succeed; what it did.
async fn import(client: &Client, input: &Value) -> Value {
    let plan = client.data(PREVIEW, json!({ "input": input })).await;
    assert_eq!(plan["previewImport"]["plan"]["errorCount"], 0, "{plan:#}");
    let data = client.data(START, json!({ "input": input })).await;
    let mut job = client.finished(data["startImport"]["job"]["id"].as_str().unwrap()).await;
    assert_eq!(job["state"], "SUCCEEDED", "{job}");
    job["importSummary"].take()
}

/// The name of the sheet that holds the records: our own workbooks tell.
fn records_sheet(bytes: &[u8]) -> String {
    let mut book = export::Workbook::from_bytes(bytes.to_vec(), export::Limits::default()).unwrap();
    book.marker().unwrap().expect("a workbook of ours").sheet
}
