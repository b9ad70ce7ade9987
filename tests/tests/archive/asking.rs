use domain::Ctx;
use kernel::{Actor, Role};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, both_engines};

use super::{Unpacked, on_disk};

const EXPORT: &str = "mutation($input: ExportArchiveInput!) {
    exportArchive(input: $input) { job { id kind } userErrors { code path params } } }";
const LOG: &str = "{ auditEvents(first: 20) { nodes { action } } }";
const PASSPHRASE: &str = "een zin die niemand raadt";

async fn asked(client: &Client, input: Value) -> Value {
    client.data(EXPORT, json!({ "input": input })).await["exportArchive"].take()
}

fn problem(payload: &Value) -> (String, Value) {
    let error = &payload["userErrors"][0];
    (error["code"].as_str().unwrap_or_default().to_owned(), error["path"].clone())
}

/// Everything a table holds, as text.
async fn all_text(ctx: &Ctx, table: &str, column: &str) -> String {
    let sql = format!("SELECT CAST({column} AS TEXT) FROM {table} WHERE {column} IS NOT NULL");
    let statement = Statement::from_string(ctx.read().get_database_backend(), sql);
    let rows = ctx.read().query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect::<Vec<_>>().join("\n")
}

both_engines! {
    async fn s04_an_administrator_takes_everything_along_and_the_log_says_so(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let job = asked(&administrator, json!({ "locale": "EN" })).await["job"].take();
        assert_eq!(job["kind"], "ARCHIVE");
        let ended = administrator.finished(job["id"].as_str().unwrap()).await;
        assert_eq!(ended["state"], "SUCCEEDED", "{ended}");
        assert_eq!(ended["fileName"], "zorgpunt-2026-01-05.waarborg.zip");
        let url = ended["downloadUrl"].as_str().unwrap().to_owned();
        let file = administrator.get(&url).await;
        assert_eq!((file.status, file.header("content-type")), (200, Some("application/zip")));
        let archive = Unpacked::of(&file.body);
        for name in ["README.nl.txt", "README.en.txt", "environment.sqlite", "files/index.csv",
            "registers/risks.xlsx", "audit-log.xlsx"] {
            assert!(!archive.get(name).is_empty(), "{name}");
        }
        assert_eq!(archive.names().last(), Some(&"manifest.json"));
        assert!(String::from_utf8_lossy(archive.get("README.nl.txt")).starts_with("Archief van Zorgpunt\r\n"));

        let log = administrator.data(LOG, json!({})).await.to_string();
        for action in ["archive.requested", "archive.succeeded", "archive.downloaded"] {
            assert!(log.contains(action), "{action} in {log}");
        }
        assert_eq!(environment.client(Role::Manager).await.get(&url).await.status, 404, "it is nobody else's");
    }

    async fn s04_nobody_else_gets_an_archive_and_nobody_without_a_fresh_code(server: &TestServer) {
        let environment = server.fresh().await;
        for role in [Role::Manager, Role::Employee, Role::Viewer, Role::Auditor] {
            let reply = environment.client(role).await.run(EXPORT, json!({ "input": {} })).await;
            assert_eq!(reply.outcome().0, "FORBIDDEN", "{role}");
        }
        let reply = environment.stranger().run(EXPORT, json!({ "input": {} })).await;
        assert_eq!(reply.outcome().0, "UNAUTHENTICATED");
        // A clock of one's own: time passes.
        let own = TestServer::start(server.engine()).await;
        let administrator = own.fresh().await.client(Role::Administrator).await;
        own.clock.advance(chrono::Duration::minutes(11));
        let reply = administrator.run(EXPORT, json!({ "input": {} })).await;
        assert_eq!(reply.outcome().0, "STEP_UP_REQUIRED");
    }

    async fn s04_what_is_wrong_with_the_encryption_is_said_at_its_field(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        for (encryption, code, path) in [
            (json!({}), "CHOOSE_ONE", json!(["encryption"])),
            (json!({ "recipient": "age1x", "passphrase": PASSPHRASE }), "CHOOSE_ONE", json!(["encryption"])),
            (json!({ "recipient": "age1x" }), "RECIPIENT_INVALID", json!(["encryption", "recipient"])),
            (json!({ "passphrase": "elf tekens!" }), "PASSPHRASE_TOO_SHORT", json!(["encryption", "passphrase"])),
            (json!({ "passphrase": "x".repeat(1_001) }), "PASSPHRASE_TOO_LONG", json!(["encryption", "passphrase"])),
        ] {
            let payload = asked(&administrator, json!({ "encryption": encryption })).await;
            assert_eq!(problem(&payload), (code.to_owned(), path), "{payload}");
            assert_eq!(payload["job"], Value::Null);
        }
    }

    async fn s04_a_passphrase_opens_the_archive_and_is_kept_nowhere(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let job = asked(&administrator, json!({ "encryption": { "passphrase": PASSPHRASE } })).await["job"].take();
        let ended = administrator.finished(job["id"].as_str().unwrap()).await;
        assert_eq!(ended["fileName"], "zorgpunt-2026-01-05.waarborg.zip.age", "{ended}");
        let file = administrator.get(ended["downloadUrl"].as_str().unwrap()).await;
        let identity = age::scrypt::Identity::new(PASSPHRASE.to_owned().into());
        let archive = Unpacked::of(&age::decrypt(&identity, &file.body).unwrap());
        assert!(archive.names().contains(&"environment.sqlite"));

        let ctx = environment.ctx(Actor::System).await;
        let jobs = all_text(&ctx, "job", "input").await;
        assert!(jobs.contains("passphrase") && !jobs.contains(PASSPHRASE), "{jobs}");
        let (_folder, path) = on_disk(&[]);
        std::fs::remove_file(&path).unwrap();
        let db = server.app.tenancy.open(&environment.entry).await.unwrap();
        db.snapshot_to(&path).await.unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(PASSPHRASE.len()).any(|window| window == PASSPHRASE.as_bytes()));
        let told = administrator.data("{ auditEvents(first: 50) { nodes { action changes { after } } } }", json!({})).await;
        assert!(!told.to_string().contains(PASSPHRASE));
    }

    async fn s04_a_public_key_opens_the_archive_and_the_log_says_which(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let identity = age::x25519::Identity::generate();
        let recipient = identity.to_public().to_string();
        let job = asked(&administrator, json!({ "encryption": { "recipient": recipient } })).await["job"].take();
        let ended = administrator.finished(job["id"].as_str().unwrap()).await;
        let file = administrator.get(ended["downloadUrl"].as_str().unwrap()).await;
        assert!(Unpacked::of(&age::decrypt(&identity, &file.body).unwrap()).names().contains(&"manifest.json"));
        let ctx = environment.ctx(Actor::System).await;
        assert!(all_text(&ctx, "job", "input").await.contains(&recipient));
    }
}
