//! Archives of a stranger: each is refused with a reason, and leaves nothing.

use std::{
    io::{Cursor, Write},
    path::Path,
};

use domain::{file, record};
use export::archive::{ArchiveError, DATABASE, EncryptionChoice, Opened, Unlock};
use kernel::{Actor, Locale, Role};
use sea_orm::{ConnectionTrait, Statement};
use tenancy::{RebuildError, Snapshot, testing::block_on};
use waarborg_tests::{Engine, Environment, TestServer, asset};

use super::{Unpacked, archive_of, bring_in, on_disk};

const SIGN_IN: &str =
    "mutation($input: SignInInput!) { signIn(input: $input) { nextStep userErrors { code } } }";

/// An environment with a record and a file.
async fn filled(server: &TestServer) -> Environment {
    let environment = server.fresh().await;
    let owner = environment.person(Role::Manager).id;
    let actor = Actor::User { id: owner, role: Role::Manager };
    let ctx = environment.ctx(actor).await.acting_as(actor, Locale::Nl);
    let new = record::NewRecord { form_key: "assets".into(), values: asset("Server", owner), status: None };
    record::create(&ctx, new).await.unwrap();
    let content = b"%PDF-1.7 a report of which every byte counts".repeat(200);
    let sha256 = super::hex(&<sha2::Sha256 as sha2::Digest>::digest(&content));
    let blobs = server.app.tenancy.blobs(&environment.entry);
    let size = content.len();
    blobs.put(&file::blob_name(&sha256).parse().unwrap(), content.into()).await.unwrap();
    let new = file::NewFile {
        file_name: "verslag.pdf".into(),
        media_type: "application/pdf".into(),
        byte_size: i64::try_from(size).unwrap(),
        sha256,
    };
    file::create(&ctx, new).await.unwrap();
    environment
}

fn is_content(name: &str) -> bool {
    name.starts_with("files/") && name != "files/index.csv"
}

async fn archive(server: &TestServer) -> (Environment, Unpacked) {
    let environment = filled(server).await;
    let bytes = archive_of(&server.app, &environment.entry, ("administrator", None)).await;
    (environment, Unpacked::of(&bytes))
}

async fn opened(bytes: &[u8], unlock: Option<Unlock>) -> Result<Opened, ArchiveError> {
    let (folder, path) = on_disk(bytes);
    let scratch = folder.path().join("scratch");
    let opened = Box::pin(Opened::open(&path, unlock, &scratch)).await;
    if opened.is_err() {
        assert_eq!(std::fs::read_dir(&scratch).unwrap().count(), 0, "what was unpacked is gone");
    }
    opened
}

async fn refusal(bytes: &[u8]) -> ArchiveError {
    match opened(bytes, None).await {
        Err(error) => error,
        Ok(_) => panic!("it was taken in"),
    }
}

/// The archive with something done to its database, as if it had always been so but for the tables' sums.
async fn with_database(archive: &Unpacked, sql: &str) -> Unpacked {
    let (_folder, file) = on_disk(archive.get(DATABASE));
    // Through another door than that of the product, which minds what is referred to.
    let db = sea_orm::sqlx::SqlitePool::connect_with(
        sea_orm::sqlx::sqlite::SqliteConnectOptions::new().filename(&file).foreign_keys(false),
    )
    .await
    .unwrap();
    sea_orm::sqlx::raw_sql(sea_orm::sqlx::AssertSqlSafe(sql)).execute(&db).await.unwrap();
    db.close().await;
    archive.forging(DATABASE, std::fs::read(&file).unwrap())
}

/// The same, with the sums forged as well.
async fn with_rows(archive: &Unpacked, sql: &str) -> Unpacked {
    let forged = with_database(archive, sql).await;
    let (_folder, file) = on_disk(forged.get(DATABASE));
    let tables = Snapshot::open(&file).tables().await.unwrap();
    forged.telling(|manifest| {
        for (name, table) in manifest["tables"].as_object_mut().unwrap() {
            table["rows"] = tables[name].rows.into();
            table["sum"] = super::hex(&tables[name].sum).into();
        }
    })
}

#[test]
fn s04_an_archive_that_is_cut_changed_or_swapped_is_refused() {
    block_on(Box::pin(async {
        let server = TestServer::start(Engine::Sqlite).await;
        let (_, unpacked) = archive(&server).await;
        let whole = unpacked.packed();
        assert!(opened(&whole, None).await.is_ok());
        for part in 0..20 {
            let cut = &whole[..whole.len() * part / 20];
            assert!(matches!(refusal(cut).await, ArchiveError::NoArchive(_)), "{part}");
        }
        let manifest = unpacked.manifest();
        for place in (0..60).map(|part| whole.len() * part / 60 + 11) {
            let mut flipped = whole.clone();
            flipped[place] ^= 0x10;
            // Some bytes of a zip file, such as a moment, say nothing of what is in it.
            if let Ok(opened) = opened(&flipped, None).await {
                assert_eq!(*opened.manifest(), manifest, "byte {place}");
                assert!(Unpacked::of(&flipped).0 == unpacked.0, "byte {place}");
            }
        }
        let name = unpacked.names().into_iter().find(|name| is_content(name)).unwrap().to_owned();
        let mut other = unpacked.get(&name).to_vec();
        other[5] ^= 1;
        let swapped = refusal(&unpacked.with(&name, other.clone()).packed()).await;
        assert!(matches!(&swapped, ArchiveError::Differs(differs) if *differs == name), "{swapped}");
        let forged = refusal(&unpacked.forging(&name, other).packed()).await;
        assert!(matches!(&forged, ArchiveError::File(_)), "{forged}");
        let mut lacking = unpacked.clone();
        lacking.0.retain(|(known, _)| *known != name);
        let missing = refusal(&lacking.packed()).await;
        assert!(matches!(&missing, ArchiveError::Missing(lacks) if *lacks == name), "{missing}");
    }));
}

#[test]
fn s04_an_archive_cannot_write_elsewhere_nor_swell_nor_be_something_else() {
    block_on(Box::pin(async {
        let server = TestServer::start(Engine::Sqlite).await;
        let (_, unpacked) = archive(&server).await;
        for name in ["../evil", "/etc/evil", "files/../../evil", "..\\evil", "C:evil", "a//b"] {
            let refused = refusal(&unpacked.with(name, "evil").packed()).await;
            assert!(
                matches!(refused, ArchiveError::Unsafe(_) | ArchiveError::Damaged(_)),
                "{name}: {refused}"
            );
        }
        let untold = refusal(&unpacked.with("files/evil", "evil").packed()).await;
        assert!(matches!(&untold, ArchiveError::Untold(name) if name == "files/evil"), "{untold}");
        let mut small = unpacked.clone();
        small.0.retain(|(name, _)| ["README.nl.txt", "manifest.json"].contains(&name.as_str()));
        let bomb = small.forging("README.nl.txt", vec![0; 90_000_000]).packed();
        assert!(bomb.len() < 200_000);
        assert!(matches!(refusal(&bomb).await, ArchiveError::Bomb(_)));
        let mut twice = unpacked.telling(|manifest| {
            let entry = manifest["entries"][0].clone();
            manifest["entries"].as_array_mut().unwrap().push(entry);
        });
        assert!(matches!(refusal(&twice.packed()).await, ArchiveError::Damaged(_)));
        twice = unpacked.telling(|manifest| manifest["format"] = "waarborg archive 2".into());
        assert!(matches!(refusal(&twice.packed()).await, ArchiveError::OtherFormat(_)));
        twice = unpacked.telling(|manifest| manifest["more"] = 1.into());
        assert!(matches!(refusal(&twice.packed()).await, ArchiveError::Entry { .. }));
        twice.0.retain(|(name, _)| name != "manifest.json");
        assert!(matches!(refusal(&twice.packed()).await, ArchiveError::NoArchive(_)));
        for other in [b"".as_slice(), b"PK", b"not a zip at all", &[0; 5_000]] {
            assert!(matches!(refusal(other).await, ArchiveError::NoArchive(_)));
        }
        let text = refusal(&unpacked.forging(DATABASE, b"no database".to_vec()).packed()).await;
        assert!(matches!(text, ArchiveError::Database(RebuildError::Rows(_))), "{text}");
    }));
}

#[test]
fn s04_rows_that_were_forged_are_found_by_their_sums_by_the_log_or_by_their_references() {
    block_on(Box::pin(async {
        let server = TestServer::start(Engine::Sqlite).await;
        let (_, unpacked) = archive(&server).await;
        let edit = "UPDATE app_user SET role = 'administrator'";
        let refused = refusal(&with_database(&unpacked, edit).await.packed()).await;
        assert!(matches!(&refused, ArchiveError::Table(table) if table == "app_user"), "{refused}");
        for sql in [
            "UPDATE audit_event SET action = 'user.invited' WHERE seq = 3",
            "DELETE FROM audit_event WHERE seq = 3",
            "UPDATE audit_event SET seq = seq + 1000 WHERE seq > 3",
        ] {
            let refused = refusal(&with_rows(&unpacked, sql).await.packed()).await;
            assert!(matches!(refused, ArchiveError::AuditLog(_)), "{sql}: {refused}");
        }
        let cut = "DELETE FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)";
        let refused = refusal(&with_rows(&unpacked, cut).await.packed()).await;
        assert!(matches!(refused, ArchiveError::AuditHead), "{refused}");
        let dangling = "UPDATE file_revision SET file_id = x'00'";
        let refused = refusal(&with_rows(&unpacked, dangling).await.packed()).await;
        assert!(matches!(refused, ArchiveError::Rows(_)), "{refused}");
        let other = kernel::TenantId::generate(&kernel::SystemClock, &kernel::SystemRandom).to_string();
        let foreign = unpacked.telling(|manifest| manifest["environment"]["id"] = other.into());
        assert!(matches!(refusal(&foreign.packed()).await, ArchiveError::AuditLog(_)));
        let ahead = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)";
        let newer = refusal(&with_database(&unpacked, ahead).await.packed()).await;
        let words = newer.to_string();
        assert!(
            words.contains("m9999_later") && words.contains("this program only knows up to m0"),
            "{words}"
        );
        let lies = unpacked.telling(|manifest| manifest["versions"]["schema"] = "m0001_user".into());
        assert!(matches!(refusal(&lies.packed()).await, ArchiveError::Differs(_)));
    }));
}

#[test]
fn s04_only_the_right_key_or_passphrase_opens_an_archive() {
    block_on(Box::pin(async {
        let server = TestServer::start(Engine::Sqlite).await;
        let environment = filled(&server).await;
        let right = "een zin die niemand raadt";
        let choice = EncryptionChoice { recipient: None, passphrase: Some(right.into()) };
        let sealed = archive_of(&server.app, &environment.entry, ("administrator", Some(choice))).await;
        let with = |words: &str| Some(Unlock::Passphrase(words.into()));
        assert!(opened(&sealed, with(right)).await.is_ok());
        assert!(matches!(opened(&sealed, with("een andere zin")).await, Err(ArchiveError::WrongKey)));
        assert!(matches!(opened(&sealed, None).await, Err(ArchiveError::Locked)));
        let key = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
        let identity = Unlock::from_key_file(&format!("# made today\n{key}\n"));
        assert!(matches!(opened(&sealed, identity).await, Err(ArchiveError::WrongKey)));
        for place in [3, 60, 150, sealed.len() / 2, sealed.len() - 1] {
            let mut flipped = sealed.clone();
            flipped[place] ^= 1;
            assert!(opened(&flipped, with(right)).await.is_err(), "byte {place}");
            assert!(opened(&sealed[..place], with(right)).await.is_err(), "cut at {place}");
        }
        let bare = archive_of(&server.app, &environment.entry, ("administrator", None)).await;
        assert!(matches!(opened(&bare, with(right)).await, Err(ArchiveError::NotLocked)));
    }));
}

/// The folders of environments, and what is left of work on them.
fn traces(server: &TestServer) -> Vec<String> {
    let listed = |path: &Path| {
        let entries = std::fs::read_dir(path).map(|entries| entries.map(|entry| entry.unwrap().path()));
        entries.map(Iterator::collect::<Vec<_>>).unwrap_or_default()
    };
    let found = ["tenants", "import"].map(|folder| listed(&server.data_dir().join(folder)));
    let mut names: Vec<String> = found.concat().iter().map(|path| path.display().to_string()).collect();
    names.sort();
    names
}

async fn refused_without_a_trace(server: &TestServer, (bytes, admin): (&[u8], &str), slug: &str) -> String {
    let before = (traces(server), server.app.tenancy.list_tenants().await.unwrap());
    let (_folder, file) = on_disk(bytes);
    let refused = bring_in(server, (&file, admin), slug).await.expect_err("it was taken in").to_string();
    assert_eq!((traces(server), server.app.tenancy.list_tenants().await.unwrap()), before, "{refused}");
    refused
}

waarborg_tests::both_engines! {
    async fn s04_an_import_that_fails_leaves_nothing_and_one_that_does_not_lets_one_person_in(server: &TestServer) {
        let here = TestServer::start(server.engine()).await;
        let (environment, unpacked) = archive(&here).await;
        let whole = unpacked.packed();
        let told = refused_without_a_trace(&here, (&whole, "administrator"), "again").await;
        assert!(told.contains("is here already"), "{told}");
        assert!(here.app.as_system(&environment.entry).await.is_ok(), "the one that is here is as it was");

        let there = TestServer::start(server.engine()).await;
        for (admin, words) in [("nobody", "nobody in the archive"), ("manager", "not an administrator")] {
            let told = refused_without_a_trace(&there, (&whole, admin), "new").await;
            assert!(told.contains(words), "{told}");
        }
        let told = refused_without_a_trace(&there, (&whole[..whole.len() / 2], "administrator"), "new").await;
        assert!(told.contains("no archive"), "{told}");
        let told = refused_without_a_trace(&there, (&whole, "administrator"), "No Slug").await;
        assert!(told.contains("SLUG_INVALID"), "{told}");

        let smuggled = with_database(&unpacked, "INSERT INTO used_ticket (id, expires_at) VALUES (x'00', '2099-01-01')").await;
        let (_folder, file) = on_disk(&smuggled.packed());
        let imported = bring_in(&there, (&file, "administrator"), "new").await.unwrap();
        let ctx = there.app.as_system(&imported.environment).await.unwrap();
        for (table, rows) in [("used_ticket", 0), ("credential", 1), ("second_factor", 0), ("session", 0)] {
            let sql = format!("SELECT count(*) FROM {table}");
            let statement = Statement::from_string(ctx.read().get_database_backend(), sql);
            let row = ctx.read().query_one_raw(statement).await.unwrap().unwrap();
            assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), rows, "{table}");
        }
        let client = there.fresh().await.stranger().at("new.localhost");
        for (login, step) in [("administrator", serde_json::json!("ENROLL_SECOND_FACTOR")), ("manager", serde_json::Value::Null)] {
            let input = serde_json::json!({ "input": { "login": login, "password": waarborg_tests::PASSWORD } });
            assert_eq!(client.data(SIGN_IN, input).await["signIn"]["nextStep"], step, "{login}");
        }
    }
}

/// Ours are not made so, but many programs make them: sizes come behind the content.
#[test]
fn s04_an_archive_that_was_packed_again_by_another_program_is_the_same_archive() {
    block_on(Box::pin(async {
        let server = TestServer::start(Engine::Sqlite).await;
        let (_, unpacked) = archive(&server).await;
        let mut zip = zip::ZipWriter::new_stream(Cursor::new(Vec::new()));
        for (name, content) in unpacked.0.iter().rev() {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner().into_inner();
        assert_eq!(
            *opened(&bytes, None).await.map_err(|error| error.to_string()).unwrap().manifest(),
            unpacked.manifest()
        );
    }));
}
