//! Inviting many at once from a workbook.

use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, both_engines, far_away_workbook, workbook};

const PREVIEW: &str = "mutation($input: UserImportInput!) { previewUserImport(input: $input) {
    preview { rowCount rows { row displayName email username role groups accessEndsOn }
        errors { row column header code params } }
    userErrors { code path params } } }";
const IMPORT: &str = "mutation($input: UserImportInput!) { importUsers(input: $input) {
    invitedCount preview { rowCount errors { code } } userErrors { code path params } } }";

async fn uploaded<R: AsRef<[S]>, S: AsRef<str>>(client: &Client, rows: &[R]) -> Value {
    json!({ "input": { "uploadId": client.uploaded("mensen.xlsx", workbook(rows)).await } })
}

async fn count(client: &Client) -> Value {
    client.data("{ accounts { totalCount } }", json!({})).await["accounts"]["totalCount"].take()
}

both_engines! {
    async fn wf_51_a_workbook_of_people_is_previewed_and_invites_all_of_them(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let group = "mutation { createGroup(input: { name: \"HR\" }) { group { id } } }";
        administrator.data(group, json!({})).await;
        let rows = [
            ["Naam", "E-mailadres", "Gebruikersnaam", "Rol *", "Groepen", "Einddatum"],
            ["Jan de Boer", "jan.de.boer@zorg.example", "", "Medewerker", "hr", ""],
            ["Äsa Lind", "asa@zorg.example", "asa", "Viewer", "", ""],
            ["Externe Auditor", "auditor@extern.example", "", "auditor", "", "31-03-2026"],
            ["Tweede Jan", "jan.de.boer@ander.example", "", "Lezer", "", ""],
        ];
        let input = uploaded(&administrator, &rows).await;
        let preview = administrator.data(PREVIEW, input.clone()).await["previewUserImport"].take();
        assert_eq!(preview["preview"]["errors"], json!([]), "{preview:#}");
        assert_eq!(preview["preview"]["rows"][0], json!({ "row": 2, "displayName": "Jan de Boer",
            "email": "jan.de.boer@zorg.example", "username": "jan.de.boer", "role": "EMPLOYEE", "groups": ["hr"],
            "accessEndsOn": null }));
        assert_eq!(preview["preview"]["rows"][2]["accessEndsOn"], "2026-03-31");
        assert_eq!(preview["preview"]["rows"][3]["username"], "jan.de.boer2", "the first has the name");
        let before = count(&administrator).await;
        let imported = administrator.data(IMPORT, input.clone()).await["importUsers"].take();
        assert_eq!(imported["invitedCount"], 4, "{imported:#}");
        assert_eq!(count(&administrator).await, json!(before.as_i64().unwrap() + 4));
        let found = "{ accounts(filter: { search: \"jan.de.boer@zorg\" }) { nodes {
            status role locale invitationSentAt groups { name } } } }";
        let found = administrator.data(found, json!({})).await;
        assert_eq!(found["accounts"]["nodes"], json!([{ "status": "INVITED", "role": "EMPLOYEE", "locale": "NL",
            "invitationSentAt": null, "groups": [{ "name": "HR" }] }]));
        // A second time nobody is invited twice.
        let again = administrator.data(IMPORT, input).await["importUsers"].take();
        assert_eq!(again["invitedCount"], Value::Null);
        assert_eq!(again["preview"]["errors"][0]["code"], "ALREADY_TAKEN");
    }

    async fn wf_51_every_error_is_told_by_row_and_column_and_nobody_is_invited(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let before = count(&administrator).await;
        let rows = [
            ["Name", "E-mail", "Role", "Groups", "End date"],
            ["Good One", "good@zorg.example", "Manager", "", ""],
            ["", "good@zorg.example", "Boss", "Nowhere", "soon"],
            ["Auditor", "manager@example.test", "Auditor", "", ""],
        ];
        let input = uploaded(&administrator, &rows).await;
        let preview = administrator.data(PREVIEW, input.clone()).await["previewUserImport"]["preview"].take();
        let told: Vec<_> = preview["errors"].as_array().unwrap().iter().map(|error| {
            format!("{}{} {}", error["column"].as_str().unwrap_or("-"), error["row"], error["code"].as_str().unwrap())
        }).collect();
        assert_eq!(told, [
            "A3 REQUIRED", "B3 DUPLICATE_ROW", "C3 NOT_A_ROLE", "D3 GROUP_NOT_FOUND", "E3 NOT_A_DATE",
            "B4 ALREADY_TAKEN", "E4 REQUIRED",
        ]);
        let imported = administrator.data(IMPORT, input).await["importUsers"].take();
        assert_eq!(imported["invitedCount"], Value::Null);
        assert_eq!(count(&administrator).await, before);
    }

    async fn wf_51_a_sheet_without_the_columns_or_with_too_many_rows_is_refused_as_a_whole(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let told = async |input: Value| {
            let data = administrator.data(PREVIEW, input).await;
            data["previewUserImport"]["userErrors"].clone()
        };
        let wrong = uploaded(&administrator, &[["Wie", "Waar"], ["Jan", "hier"]]).await;
        let missing: Vec<_> = told(wrong).await.as_array().unwrap().iter().map(|error| error["code"].clone()).collect();
        assert_eq!(missing, ["COLUMN_MISSING"; 3]);
        let person = |number: usize| [format!("N {number}"), format!("n{number}@zorg.example"), "Lezer".to_owned()];
        let head = ["Naam", "E-mail", "Rol"].map(str::to_owned);
        let many: Vec<_> = std::iter::once(head).chain((0..1_001).map(person)).collect();
        let many = uploaded(&administrator, &many).await;
        assert_eq!(told(many).await, json!([{ "code": "TOO_MANY_ROWS", "path": ["sheet"], "params": { "max": "1000" } }]));
        let gone = json!({ "input": { "uploadId": format!("upl_{:032x}", 1) } });
        assert_eq!(told(gone).await[0]["code"], "UPLOAD_EXPIRED");
        // The walls around workbooks stand here, too.
        assert_eq!(administrator.upload("ver.xlsx", far_away_workbook()).await.status, 422);
    }

    async fn wf_51_the_template_is_for_administrators_and_is_read_back(server: &TestServer) {
        let environment = server.fresh().await;
        let path = "/downloads/user-import-template?locale=en";
        assert_eq!(environment.stranger().get(path).await.status, 401);
        assert_eq!(environment.client(Role::Manager).await.get(path).await.status, 403);
        let administrator = environment.client(Role::Administrator).await;
        let reply = administrator.get(path).await;
        assert_eq!((reply.status, reply.header("content-disposition")),
            (200, Some("attachment; filename=\"users.xlsx\"; filename*=UTF-8''users.xlsx")));
        let input = json!({ "input": { "uploadId": administrator.uploaded("users.xlsx", reply.body).await } });
        let preview = administrator.data(PREVIEW, input).await["previewUserImport"].take();
        assert_eq!((&preview["userErrors"], &preview["preview"]["rowCount"]), (&json!([]), &json!(0)));
    }
}
