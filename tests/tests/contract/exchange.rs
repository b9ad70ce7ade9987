use domain::record::{self, NewRecord};
use export::{Limits, Workbook};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, Environment, Reply, TestServer, asset, both_engines, workbook};

use super::{agreed, agreed_json};

const EXPORT: &str = "mutation($input: StartExportInput!) { startExport(input: $input) {
    job { id kind createdAt errors { code } importSummary { created } } userErrors { code path params } } }";
const JOB: &str =
    "query($id: ID!) { job(id: $id) { id kind state createdAt finishedAt done total downloadUrl fileName
    errors { code path params } importSummary { formKey created updated unchanged } } }";
const UPLOAD: &str = "query($id: ID!) { upload(id: $id) { id fileName expiresAt
    sheets { name isVisible rowCount columnCount }
    sheet(name: \"Blad1\") { name headerRow rowCount sampleRows
        columns { index header guessedKind isMultiline options filledCount samples } }
    none: sheet(name: \"Blad2\") { name } } }";
const SUGGEST: &str = "mutation($input: SuggestImportMappingInput!) {
    suggestImportMapping(input: $input) { mapping { column fieldKey } userErrors { code path params } } }";
const PREVIEW: &str = "mutation($input: ImportInput!) { previewImport(input: $input) {
    plan { rowCount createCount updateCount unchangedCount errorCount
        errors { row column header code params }
        rows { row action code title changes { fieldKey fieldLabel before after } } }
    userErrors { code path params } } }";
const START: &str = "mutation($input: ImportInput!) {
    startImport(input: $input) { job { id kind } userErrors { code path params } } }";

async fn exported(client: &Client, environment: &Environment, format: &str) -> Reply {
    let started = client.run(EXPORT, json!({ "input": { "formKey": "assets", "format": format } })).await;
    let json = started.json();
    let id = json["data"]["startExport"]["job"]["id"].as_str().unwrap();
    client.finished(id).await;
    let lower = format.to_lowercase();
    agreed(&format!("start_export_{lower}"), environment, &started);
    let job = client.run(JOB, json!({ "id": id })).await;
    agreed(&format!("export_job_{lower}"), environment, &job);
    client.get(job.json()["data"]["job"]["downloadUrl"].as_str().unwrap()).await
}

/// Five rows: good, good, without a name, with a kind there is not, and one that updates.
fn sheet() -> Vec<u8> {
    let headers = [
        "Nummer",
        "Naam",
        "Soort",
        "Eigenaar",
        "Beschikbaarheid",
        "Integriteit",
        "Vertrouwelijkheid",
        "Bevat persoonsgegevens",
        "Aantal",
    ];
    let row = |code: &str, name: &str, kind: &str, quantity: &str| {
        [code, name, kind, "Mehmet Yılmaz", "Hoog", "Midden", "Laag", "Ja", quantity].map(str::to_owned)
    };
    workbook(&[
        headers.map(str::to_owned),
        row("", "Tablet", "Application", "3"),
        row("", "Server", "Server of netwerk", ""),
        row("", "", "Applicatie", "1"),
        row("", "Raadsel", "Iets anders", "veel"),
        row("BDM-1", "Kluis", "Applicatie", "2"),
    ])
}

both_engines! {
    async fn a_register_is_exported_as_excel_pdf_and_csv(server: &TestServer) {
        let environment = server.fresh().await;
        let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
        for name in ["Kast", "Tablet; \"oud\""] {
            let values = asset(name, environment.person(Role::Manager).id);
            record::create(&ctx, NewRecord { form_key: "assets".into(), values, status: None }).await.unwrap();
        }
        let manager = environment.client(Role::Manager).await;

        let excel = exported(&manager, &environment, "XLSX").await;
        let mut book = Workbook::from_bytes(excel.body, Limits::default()).unwrap();
        let sheet = book.marker().unwrap().unwrap().sheet;
        let rows: Vec<_> = book.rows(&sheet).unwrap().collect::<Result<_, _>>().unwrap();
        assert!(format!("{rows:?}").contains("Kast"), "{rows:?}");

        let pdf = exported(&manager, &environment, "PDF").await;
        assert!(pdf.body.starts_with(b"%PDF-"));
        assert!(!lopdf::Document::load_mem(&pdf.body).unwrap().get_pages().is_empty());

        let text = String::from_utf8(exported(&manager, &environment, "CSV").await.body).unwrap();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let records: Vec<_> = reader.records().collect::<Result<_, _>>().unwrap();
        assert_eq!(records.len(), 2);
        assert!(records.iter().any(|record| record.iter().any(|cell| cell == "Tablet; \"oud\"")), "{records:?}");
    }

    async fn a_workbook_is_uploaded_looked_at_mapped_previewed_and_imported(server: &TestServer) {
        let environment = server.fresh().await;
        let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
        let values = asset("Kluis", environment.person(Role::Manager).id);
        record::create(&ctx, NewRecord { form_key: "assets".into(), values, status: None }).await.unwrap();
        let manager = environment.client(Role::Manager).await;
        let id = manager.uploaded("middelen%202026.xlsx", sheet()).await;
        agreed("upload", &environment, &manager.run(UPLOAD, json!({ "id": id })).await);

        let mut input = json!({ "uploadId": id, "sheetName": "Blad1", "formKey": "assets" });
        let suggested = manager.run(SUGGEST, json!({ "input": input })).await;
        agreed("suggest_mapping", &environment, &suggested);
        input["mapping"] = suggested.json()["data"]["suggestImportMapping"]["mapping"].clone();
        let preview = manager.run(PREVIEW, json!({ "input": input })).await;
        agreed("preview_import_with_errors", &environment, &preview);
        let failed = started(&manager, &input).await;
        agreed_json("import_job_with_errors", &environment, failed);

        let good = workbook(&[
            ["Nummer", "Naam", "Soort", "Eigenaar", "Beschikbaarheid", "Integriteit", "Vertrouwelijkheid", "Bevat persoonsgegevens"],
            ["", "Tablet", "Applicatie", "Mehmet Yılmaz", "Hoog", "Midden", "Laag", "Ja"],
            ["BDM-1", "Kluis", "Applicatie", "Mehmet Yılmaz", "Laag", "Midden", "Laag", "Ja"],
        ]);
        input["uploadId"] = json!(manager.uploaded("goed.xlsx", good).await);
        input["mapping"] = {
            let mapping = manager.run(SUGGEST, json!({ "input": {
                "uploadId": input["uploadId"], "sheetName": "Blad1", "formKey": "assets" } })).await;
            mapping.json()["data"]["suggestImportMapping"]["mapping"].clone()
        };
        agreed("preview_import", &environment, &manager.run(PREVIEW, json!({ "input": input })).await);
        agreed_json("import_job", &environment, started(&manager, &input).await);
        agreed_json("import_job_again", &environment, started(&manager, &without_new(&input, &manager).await).await);
        let gone = manager.run(PREVIEW, json!({ "input": { "uploadId": "upl_00000000000000000000000000000000",
            "sheetName": "Blad1", "formKey": "assets", "mapping": input["mapping"] } })).await;
        agreed("preview_import_of_nothing", &environment, &gone);
    }
}

/// The same import, of the one row that is there already.
async fn without_new(input: &Value, manager: &Client) -> Value {
    let mut input = input.clone();
    let sheet = workbook(&[
        [
            "Nummer",
            "Naam",
            "Soort",
            "Eigenaar",
            "Beschikbaarheid",
            "Integriteit",
            "Vertrouwelijkheid",
            "Bevat persoonsgegevens",
        ],
        ["BDM-1", "Kluis", "Applicatie", "Mehmet Yılmaz", "Laag", "Midden", "Laag", "Ja"],
    ]);
    input["uploadId"] = json!(manager.uploaded("nogmaals.xlsx", sheet).await);
    input
}

/// Runs an import to its end.
async fn started(client: &Client, input: &Value) -> Value {
    let data = client.data(START, json!({ "input": input })).await;
    let id = data["startImport"]["job"]["id"].as_str().unwrap_or_else(|| panic!("{data}"));
    client.finished(id).await
}
