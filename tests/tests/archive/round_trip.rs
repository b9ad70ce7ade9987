use std::{collections::BTreeMap, io::Cursor};

use calamine::{Reader, Xlsx};
use domain::audit::{self, AuditFilter};
use export::archive::{DATABASE, Manifest, Table};
use kernel::PageRequest;
use packs::Pack;
use sea_orm::{ConnectionTrait, Statement};
use server::{App, demo};
use tenancy::{Snapshot, TenantEntry, testing::block_on};
use waarborg_tests::{Engine, TestServer};

use super::{Unpacked, archive_of, bring_in, on_disk};

/// What an import adds to: a line in the log, and a key when the log had none of its kind.
const GROWS: [&str; 2] = ["audit_event", "audit_key"];

/// One of the demo's customers: records with links, files, comments and a history.
async fn demo_of(app: &App) -> (TenantEntry, String) {
    let demos = packs::demo::environments().unwrap();
    let demo = demos.iter().min_by_key(|demo| demo.records.len()).unwrap();
    let made = Box::pin(demo::make(app, &Pack::builtin().unwrap(), demo)).await.unwrap();
    let admin = made.users.iter().find(|user| user.role == "administrator").unwrap().login.clone();
    let entries = app.tenancy.list_tenants().await.unwrap();
    (entries.into_iter().find(|entry| entry.slug.as_str() == made.slug).unwrap(), admin)
}

/// All but what grows.
fn fixed(manifest: &Manifest) -> BTreeMap<&str, &Table> {
    let tables = manifest.tables.iter().map(|(name, table)| (name.as_str(), table));
    tables.filter(|(name, _)| !GROWS.contains(name)).collect()
}

/// Rows of the database in an archive, as text.
async fn rows(archive: &Unpacked, sql: &str) -> Vec<String> {
    let (_folder, file) = on_disk(archive.get(DATABASE));
    let snapshot = Snapshot::open(&file);
    let rows = snapshot.rows(sql).await.unwrap();
    snapshot.close().await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

async fn chain(archive: &Unpacked) -> Vec<String> {
    rows(archive, "SELECT hex(hash) FROM audit_event ORDER BY seq").await
}

async fn keys(archive: &Unpacked) -> Vec<String> {
    rows(archive, "SELECT hex(owner) || ':' || hex(key_sealed) FROM audit_key").await
}

/// The cells of every sheet but the cover, which tells when the workbook was made.
fn cells(workbook: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook.to_vec())).unwrap();
    let names = book.sheet_names();
    let sheets = names.iter().skip(1).map(|name| book.worksheet_range(name).unwrap());
    let rows: Vec<_> = sheets.flat_map(|sheet| sheet.rows().map(<[_]>::to_vec).collect::<Vec<_>>()).collect();
    rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// What some hundreds of events up to one tell, opened.
async fn details(app: &App, entry: &TenantEntry, last: i64) -> Vec<(i64, serde_json::Value)> {
    let ctx = app.as_system(entry).await.unwrap();
    let page = audit::list(&ctx, &AuditFilter::default(), &PageRequest::start(1_000)).await.unwrap();
    let mut told: Vec<_> =
        page.into_items().into_iter().map(|event| (event.seq, event.details.into())).collect();
    told.retain(|(seq, _)| (last - 300..=last).contains(seq));
    told.sort_by_key(|(seq, _)| *seq);
    told
}

fn assert_same(one: &Unpacked, other: &Unpacked) {
    let (before, after) = (one.manifest(), other.manifest());
    assert_eq!(fixed(&before), fixed(&after));
    assert_eq!(before.environment.id, after.environment.id);
    assert_eq!(one.names(), other.names());
    let files = |name: &&str| name.starts_with("files/");
    for name in one.names().into_iter().filter(files) {
        assert!(one.get(name) == other.get(name), "{name}");
    }
    for name in one.names().into_iter().filter(|name| name.starts_with("registers/")) {
        assert_eq!(cells(one.get(name)), cells(other.get(name)), "{name}");
    }
}

#[test]
fn s04_from_sqlite_to_postgres_and_back_nothing_is_lost_or_added_but_lines_in_the_log() {
    block_on(Box::pin(async {
        let first = TestServer::start(Engine::Sqlite).await;
        let second = TestServer::start(Engine::Postgres).await;
        let third = TestServer::start(Engine::Sqlite).await;
        let (origin, admin) = demo_of(&first.app).await;
        let mut archives = vec![Unpacked::of(&archive_of(&first.app, &origin, (&admin, None)).await)];
        let mut entries = vec![origin];
        for (server, slug) in [(&second, "second"), (&third, "third")] {
            let (_folder, file) = on_disk(&archives.last().unwrap().packed());
            let imported = bring_in(server, (&file, &admin), slug).await.unwrap();
            let entry = (*imported.environment).clone();
            assert_eq!((entry.id, entry.name.as_str()), (entries[0].id, entries[0].name.as_str()));
            assert!(imported.files > 0, "the demo has files");
            archives.push(Unpacked::of(&archive_of(&server.app, &entry, (&admin, None)).await));
            entries.push(entry);
        }
        for later in &archives[1..] {
            assert_same(&archives[0], later);
        }
        for pair in archives.windows(2) {
            let (before, after) = (chain(&pair[0]).await, chain(&pair[1]).await);
            assert!(after.starts_with(&before) && after.len() > before.len(), "the log only grows");
            let after = keys(&pair[1]).await;
            assert!(keys(&pair[0]).await.iter().all(|key| after.contains(key)), "everybody keeps their key");
        }
        let head = archives[0].manifest().audit_head.unwrap().seq;
        let told = details(&first.app, &entries[0], head).await;
        assert!(told.iter().any(|(_, details)| details.as_object().is_some_and(|map| !map.is_empty())));
        assert_eq!(told, details(&third.app, &entries[2], head).await, "what was sealed opens here");
        for (server, entry) in [(&second, &entries[1]), (&third, &entries[2])] {
            let ctx = server.app.as_system(entry).await.unwrap();
            let found =
                audit::verify(&ctx, |_, _| std::ops::ControlFlow::Continue(())).await.unwrap().unwrap();
            assert_eq!(found.problem, None);
        }
    }));
}

#[test]
fn s04_nothing_that_lets_somebody_in_is_in_an_archive_not_even_in_its_free_pages() {
    block_on(Box::pin(async {
        let server = TestServer::start(Engine::Sqlite).await;
        let environment = server.fresh().await;
        let client = environment.client(kernel::Role::Administrator).await;
        drop(client);
        let ctx = environment.ctx(kernel::Actor::System).await;
        let mut secrets: Vec<Vec<u8>> = Vec::new();
        for (table, column) in [("credential", "password_hash"), ("session", "user_agent")] {
            let sql = format!("SELECT CAST({column} AS BLOB) FROM {table} WHERE length({column}) > 4");
            let rows =
                ctx.read().query_all_raw(Statement::from_string(sea_orm::DbBackend::Sqlite, sql)).await;
            secrets.extend(rows.unwrap().iter().map(|row| row.try_get_by_index::<Vec<u8>>(0).unwrap()));
        }
        for (table, column) in [
            ("second_factor", "secret_sealed"),
            ("audit_key", "key_sealed"),
            ("session", "id"),
            ("used_ticket", "id"),
        ] {
            let sql = format!("SELECT {column} FROM {table}");
            let rows =
                ctx.read().query_all_raw(Statement::from_string(sea_orm::DbBackend::Sqlite, sql)).await;
            let found = rows.unwrap();
            assert!(!found.is_empty(), "{table} has something to hide");
            secrets.extend(found.iter().map(|row| row.try_get_by_index::<Vec<u8>>(0).unwrap()));
        }
        let archive =
            Unpacked::of(&archive_of(&server.app, &environment.entry, ("administrator", None)).await);
        let database = archive.get(DATABASE);
        for secret in &secrets {
            let is_there = database.windows(secret.len()).any(|window| window == secret.as_slice());
            assert!(!is_there, "{:?}", String::from_utf8_lossy(secret));
        }
        let manifest = archive.manifest();
        for table in &manifest.left_out {
            let count = rows(&archive, &format!("SELECT CAST(count(*) AS TEXT) FROM {table}")).await;
            assert_eq!(count, ["0"], "{table}");
        }
        assert!(manifest.tables["app_user"].rows > 0);
    }));
}
