//! Files that records hold, over HTTP.

use kernel::Role;
use reqwest::Method;
use serde_json::{Value, json};
use waarborg_tests::{Client, Environment, Reply, TestServer, both_engines};

const PDF: &[u8] = b"%PDF-1.7 the report";

/// The blobs of an environment's files.
fn blobs(server: &TestServer, environment: &Environment) -> usize {
    let folder = server.data_dir().join("tenants").join(environment.entry.slug.to_string());
    let listed = |name: &str| std::fs::read_dir(folder.join("blobs").join(name)).map_or(0, Iterator::count);
    listed("files") + listed("incoming")
}

async fn keep(client: &Client, name: &str, bytes: &[u8]) -> Reply {
    let request = client.request(Method::POST, "/files").header("x-file-name", name);
    client.send(request.body(bytes.to_vec())).await
}

fn error(reply: &Reply) -> (u16, String) {
    (reply.status, reply.json()["userErrors"][0]["code"].as_str().unwrap_or_default().to_owned())
}

fn id(reply: &Reply) -> String {
    reply.json()["id"].as_str().unwrap_or_else(|| panic!("{}", reply.status)).to_owned()
}

both_engines! {
    async fn a_file_comes_in_by_its_bytes_and_goes_out_as_an_attachment_that_runs_nothing(server: &TestServer) {
        let environment = server.fresh().await;
        let employee = environment.client(Role::Employee).await;
        let reply = keep(&employee, "verslag%20%E2%80%98x%E2%80%99.html", PDF).await;
        assert_eq!(reply.status, 201);
        let told = reply.json();
        let wanted = json!({ "id": told["id"], "fileName": "verslag ‘x’.html", "byteSize": PDF.len(), "mediaType": "application/pdf" });
        assert_eq!(told, wanted, "what it is, its bytes say");
        let path = format!("/files/{}", id(&reply));
        let fetched = employee.get(&path).await;
        assert_eq!((fetched.status, fetched.body.as_slice()), (200, PDF));
        assert_eq!(fetched.header("content-type"), Some("application/octet-stream"), "a browser shows nothing of it");
        assert!(fetched.header("content-disposition").unwrap().starts_with("attachment;"));
        assert_eq!(fetched.header("x-content-type-options"), Some("nosniff"));
        assert!(fetched.header("cache-control").unwrap().contains("no-store"));
    }

    async fn a_file_that_is_empty_nameless_or_from_another_site_leaves_nothing(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        assert_eq!(error(&keep(&manager, "leeg", b"").await), (422, "REQUIRED".into()));
        assert_eq!(keep(&manager, "%20", b"x").await.status, 400);
        let foreign = manager.request(Method::POST, "/files").header("x-file-name", "x").body("x");
        assert_eq!(manager.send(foreign.header("origin", "https://evil.test")).await.status, 403);
        assert_eq!(keep(&environment.client(Role::Viewer).await, "x", b"x").await.status, 403);
        assert_eq!(keep(&environment.stranger(), "x", b"x").await.status, 401);
        assert_eq!(blobs(server, &environment), 0);
    }

    async fn the_same_bytes_are_one_blob(server: &TestServer) {
        let environment = server.fresh().await;
        let (manager, employee) =
            (environment.client(Role::Manager).await, environment.client(Role::Employee).await);
        let one = id(&keep(&manager, "een.pdf", PDF).await);
        let other = id(&keep(&employee, "twee.pdf", PDF).await);
        assert_eq!(blobs(server, &environment), 1);
        assert_eq!(employee.get(&format!("/files/{other}")).await.body, PDF);
        assert_eq!(employee.get(&format!("/files/{one}")).await.status, 404, "it is a manager's");
    }

    async fn ten_06_gql_18_a_file_of_another_environment_is_as_none(server: &TestServer) {
        let (a, b) = (server.fresh().await, server.fresh().await);
        let theirs = id(&keep(&a.client(Role::Manager).await, "x.pdf", PDF).await);
        let manager = b.client(Role::Manager).await;
        let unknown = manager.get("/files/frv_01890a5d-ac96-774b-bcce-b302099a8057").await;
        for path in [format!("/files/{theirs}"), "/files/..%2f..%2fcontrol.db".to_owned()] {
            let reply = manager.get(&path).await;
            assert_eq!((reply.status, &reply.body), (404, &unknown.body), "{path}");
        }
        assert_eq!(a.client(Role::Manager).await.at(&b.host).get(&format!("/files/{theirs}")).await.status, 401);
        // Whoever could hang up any file could read any file.
        let values = json!([{ "key": "name", "text": "x" }, { "key": "$files", "files": [theirs] }]);
        let create = "mutation($input: CreateRecordInput!) { createRecord(input: $input) { userErrors { code path } } }";
        let data = manager.data(create, json!({ "input": { "formKey": "assets", "values": values } })).await;
        let codes: Vec<&Value> = data["createRecord"]["userErrors"].as_array().unwrap().iter().map(|error| &error["code"]).collect();
        assert!(codes.contains(&&json!("FILE_NOT_FOUND")), "{data}");
    }
}
