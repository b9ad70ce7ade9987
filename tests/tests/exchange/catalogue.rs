use std::path::Path;

use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, both_engines};

use super::{export, import, make_form, mapped, records_sheet};

const SHEET: &str = "controls_content";
const COLUMNS: &str = "query($id: ID!) { upload(id: $id) { sheet(name: \"controls_content\") {
    rowCount columns { index header guessedKind isMultiline options } } } }";
const COUNT: &str = "query($key: String!) { form(key: $key) { recordCount } }";
const ROWS: u64 = 1_209;

fn catalogue() -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    std::fs::read(folder.join("nist-sp-800-53-rev5.xlsx")).expect("the catalogue of NIST SP 800-53")
}

/// A register with the columns that were guessed from the sheet.
async fn register_of(client: &Client, bytes: Vec<u8>) -> Value {
    let upload = client.uploaded("catalogus.xlsx", bytes).await;
    let data = client.data(COLUMNS, json!({ "id": upload })).await;
    let sheet = &data["upload"]["sheet"];
    assert_eq!(sheet["rowCount"], ROWS);
    let columns = sheet["columns"].as_array().unwrap();
    let fields: Vec<Value> = columns
        .iter()
        .map(|column| {
            json!({ "label": column["header"], "kind": column["guessedKind"], "isMultiline": column["isMultiline"],
                "options": column["options"], "isInList": true })
        })
        .collect();
    make_form(
        client,
        json!({ "name": "Beheersmaatregelen", "singularName": "Beheersmaatregel", "numberPrefix": "NIST", "fields": fields }),
    )
    .await
}

both_engines! {
    async fn a_catalogue_of_1_209_rows_goes_in_and_out_and_in_again_without_a_change(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let form = register_of(&manager, catalogue()).await;
        let key = form["key"].as_str().unwrap();
        let input = mapped(&manager, catalogue(), (SHEET, key), &[]).await;
        let own = form["fields"].as_array().unwrap().iter().filter(|field| !field["key"].as_str().unwrap().starts_with('$'));
        assert_eq!(input["mapping"].as_array().unwrap().len(), own.count());
        let done = import(&manager, &input).await;
        assert_eq!(done, json!({ "formKey": key, "created": ROWS, "updated": 0, "unchanged": 0 }));
        let count = manager.data(COUNT, json!({ "key": key })).await;
        assert_eq!(count["form"]["recordCount"], ROWS);

        let excel = export(&manager, json!({ "formKey": key, "format": "XLSX" })).await;
        let sheet = records_sheet(&excel);
        let again = mapped(&manager, excel, (&sheet, key), &[]).await;
        let done = import(&manager, &again).await;
        assert_eq!(done, json!({ "formKey": key, "created": 0, "updated": 0, "unchanged": ROWS }));

        let pdf = export(&manager, json!({ "formKey": key, "format": "PDF" })).await;
        assert!(pdf.starts_with(b"%PDF-"));
        let pages = lopdf::Document::load_mem(&pdf).unwrap().get_pages().len();
        assert!(pages > 10, "{pages} pages");
    }
}
