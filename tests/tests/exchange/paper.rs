use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{TestServer, both_engines, workbook};

use super::{export, import, make_form, mapped};

both_engines! {
    async fn a_pdf_of_1_000_rows_and_8_columns_is_smaller_than_400_kilobytes(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        // With number and status eight columns.
        let labels = ["Naam", "Plaats", "Afdeling", "Eigenaar", "Leverancier", "Kenmerk"];
        let fields: Vec<Value> = labels.iter().map(|label| json!({ "label": label, "kind": "TEXT", "isInList": true })).collect();
        let form = make_form(
            &manager,
            json!({ "name": "Inventaris", "singularName": "Stuk", "numberPrefix": "INV", "fields": fields }),
        )
        .await;
        let key = form["key"].as_str().unwrap();
        let mut rows = vec![labels.map(str::to_owned)];
        rows.extend((0..1_000).map(|row| std::array::from_fn(|column| format!("{} {row}", labels[column].to_lowercase()))));
        let input = mapped(&manager, workbook(&rows), ("Blad1", key), &[]).await;
        assert_eq!(import(&manager, &input).await["created"], 1_000);

        let keys: Vec<&Value> = form["fields"].as_array().unwrap().iter().map(|field| &field["key"]).collect();
        let pdf = export(&manager, json!({ "formKey": key, "format": "PDF", "columns": keys })).await;
        assert!(pdf.len() < 400_000, "{} bytes", pdf.len());
        assert!(lopdf::Document::load_mem(&pdf).unwrap().get_pages().len() > 10);
    }
}
