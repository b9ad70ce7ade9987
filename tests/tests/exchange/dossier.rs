use domain::comment;
use kernel::{Actor, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, asset, both_engines, incident};

const START: &str = "mutation($input: StartRecordExportInput!) { startRecordExport(input: $input) {
    job { id } userErrors { code } } }";

async fn dossier(client: &Client, record: &str) -> Result<String, Value> {
    let reply = client.run(START, json!({ "input": { "recordId": record, "locale": "NL" } })).await.json();
    let Some(id) = reply["data"]["startRecordExport"]["job"]["id"].as_str() else { return Err(reply) };
    let job = client.finished(id).await;
    assert_eq!(job["state"], "SUCCEEDED", "{job}");
    let bytes = client.get(job["downloadUrl"].as_str().unwrap()).await.body;
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    Ok(document.extract_text(&pages).unwrap())
}

both_engines! {
    async fn a_record_is_told_with_everything_that_hangs_on_it(server: &TestServer) {
        let environment = server.fresh().await;
        let ctx = environment.ctx(Actor::User { id: environment.person(Role::Manager).id, role: Role::Manager }).await;
        let owner = environment.person(Role::Manager).id;
        let new = |form: &str, values| domain::record::NewRecord { form_key: form.to_owned(), values, status: None };
        let cabinet = domain::record::create(&ctx, new("assets", asset("Zuurstofkast", owner))).await.unwrap();
        let leak = incident("Lekkage bij de kast", owner, std::slice::from_ref(&cabinet));
        domain::record::create(&ctx, new("incidents", leak)).await.unwrap();
        comment::add(&ctx, cabinet.id, "<p>Gezien op de ronde.</p>").await.unwrap();

        let viewer = environment.client(Role::Viewer).await;
        let text = dossier(&viewer, &cabinet.id.to_string()).await.unwrap();
        for told in ["Zuurstofkast", "Gezien op de ronde", "Lekkage bij de kast", "Historie", "Gemaakt", "Status"] {
            assert!(text.contains(told), "{told} is not in:\n{text}");
        }
    }

    async fn who_does_not_see_a_record_gets_no_file_of_it(server: &TestServer) {
        let environment = server.fresh().await;
        let ctx = environment.ctx(Actor::User { id: environment.person(Role::Manager).id, role: Role::Manager }).await;
        let owner = environment.person(Role::Manager).id;
        let new = domain::record::NewRecord { form_key: "incidents".to_owned(), values: incident("Van een ander", owner, &[]), status: None };
        let hidden = domain::record::create(&ctx, new).await.unwrap();
        let employee = environment.client(Role::Employee).await;
        let refused = dossier(&employee, &hidden.id.to_string()).await.unwrap_err();
        assert_eq!(refused["errors"][0]["extensions"]["code"], "NOT_FOUND", "{refused}");
    }
}
