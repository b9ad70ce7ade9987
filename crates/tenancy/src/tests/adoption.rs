use std::path::{Path, PathBuf};

use bytes::Bytes;
use kernel::{Error, Locale, TenantId};
use sea_orm::ConnectionTrait;
use tempfile::TempDir;

use super::{plant_canary, read_canary};
use crate::{
    Adoption, BlobName, NewHome, NewTenant, RebuildError, Snapshot, TenantStatus,
    database::connect::{self, Missing},
    on_both_engines, rebuild,
    testing::{TestTenancy, block_on},
};

/// A snapshot of an environment of another installation, and its id.
async fn elsewhere() -> (TempDir, PathBuf, TenantId) {
    let other = TestTenancy::sqlite().await;
    let tenant = other.tenant("acme").await;
    let db = other.tenancy().open(&tenant).await.unwrap();
    plant_canary(&db, &tenant).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.sqlite");
    db.snapshot_to(&file).await.unwrap();
    (folder, file, tenant.id)
}

fn home(id: TenantId, slug: &str) -> NewHome {
    let tenant = NewTenant {
        slug: slug.to_owned(),
        name: "Acme".to_owned(),
        host: format!("{slug}.example.test"),
        locale: Locale::Nl,
    };
    NewHome { id, tenant }
}

fn blob() -> BlobName {
    "files/one".parse().unwrap()
}

async fn filled(test: &TestTenancy, (file, id): (&Path, TenantId)) -> Adoption {
    let adoption = test.tenancy().adopt_tenant(home(id, "acme")).await.unwrap();
    adoption.load(file).await.unwrap();
    adoption.blobs().put(&blob(), Bytes::from_static(b"one")).await.unwrap();
    adoption
}

fn folder_of(test: &TestTenancy) -> PathBuf {
    test.config().data_dir.join("tenants").join("acme")
}

fn codes(error: Error) -> Vec<&'static str> {
    let Error::Invalid(errors) = error else { panic!("{error}") };
    errors.0.iter().map(|error| error.code).collect()
}

on_both_engines! {
    async fn s04_an_environment_that_comes_in_has_no_address_until_it_is_there(test: TestTenancy) {
        let (_folder, file, id) = elsewhere().await;
        let adoption = filled(&test, (&file, id)).await;
        let entry = adoption.tenant().clone();
        assert!(test.tenancy().registry().lookup(&entry.host).is_none());
        assert!(test.tenancy().open(&entry).await.is_err());
        assert_eq!(read_canary(&adoption.open().await.unwrap()).await.unwrap(), "acme");

        let entry = adoption.finish().await.unwrap();
        assert_eq!((entry.id, entry.status), (id, TenantStatus::Active));
        assert_eq!(read_canary(&test.tenancy().open(&entry).await.unwrap()).await.unwrap(), "acme");
        assert_eq!(test.tenancy().blobs(&entry).get(&blob()).await.unwrap(), "one");
        test.tenancy().heal().await.unwrap();
        assert!(test.tenancy().open(&entry).await.is_ok());
    }

    async fn s04_what_is_abandoned_or_broke_off_leaves_nothing_and_can_be_done_again(test: TestTenancy) {
        for is_killed in [false, true] {
            let (_folder, file, id) = elsewhere().await;
            let adoption = filled(&test, (&file, id)).await;
            if is_killed {
                drop(adoption);
                test.tenancy().heal().await.unwrap();
                assert_eq!(test.tenancy().list_tenants().await.unwrap().len(), 1, "it may be alive");
                test.clock().advance(chrono::Duration::seconds(61));
                test.tenancy().heal().await.unwrap();
            } else {
                adoption.abandon().await.unwrap();
            }
            assert!(test.tenancy().list_tenants().await.unwrap().is_empty());
            assert!(!folder_of(&test).exists());
        }
        let (_folder, file, id) = elsewhere().await;
        filled(&test, (&file, id)).await.finish().await.unwrap();
    }

    async fn s04_an_environment_that_is_here_already_is_refused_and_untouched(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        let again = test.tenancy().adopt_tenant(home(tenant.id, "other")).await;
        assert_eq!(codes(again.unwrap_err()), ["ENVIRONMENT_EXISTS"]);
        let id = TenantId::generate(test.tenancy().clock(), test.tenancy().random());
        let taken = test.tenancy().adopt_tenant(home(id, "acme")).await;
        assert_eq!(codes(taken.unwrap_err()), ["SLUG_TAKEN", "HOST_TAKEN"]);
        assert_eq!(test.tenancy().list_tenants().await.unwrap().len(), 1);
        assert!(test.tenancy().open(&tenant).await.is_ok());
    }

    async fn s04_making_an_environment_does_not_go_on_with_one_that_comes_in(test: TestTenancy) {
        let (_folder, file, id) = elsewhere().await;
        let adoption = filled(&test, (&file, id)).await;
        let made = test.tenancy().create_tenant(home(id, "acme").tenant).await;
        assert_eq!(codes(made.unwrap_err()), ["SLUG_TAKEN", "HOST_TAKEN"]);
        adoption.finish().await.unwrap();
    }
}

/// The file with something done to it, taken over.
async fn rebuilt_after(sql: &str) -> (TempDir, Result<PathBuf, RebuildError>) {
    let (folder, file, _) = elsewhere().await;
    let db = connect::sqlite_writer(&file, Missing::Refuse).await.unwrap();
    db.execute_unprepared(sql).await.unwrap();
    db.close().await.unwrap();
    let target = folder.path().join("rebuilt.sqlite");
    let rebuilt = rebuild((&file, &target), |table| table != "session").await;
    (folder, rebuilt.map(|()| target))
}

#[test]
fn s04_only_rows_are_taken_over_from_a_file_of_a_stranger() {
    block_on(async {
        let (_folder, target) = rebuilt_after(
            "CREATE TRIGGER evil AFTER DELETE ON fence BEGIN DELETE FROM app_user; END;
             CREATE VIEW more AS SELECT 1; CREATE TABLE extra (id INTEGER)",
        )
        .await;
        let snapshot = Snapshot::open(&target.unwrap());
        assert_eq!(snapshot.damage().await.unwrap(), None);
        assert_eq!(snapshot.tables().await.unwrap()["sign_in_throttle"].rows, 1);
        let names = "SELECT name FROM sqlite_schema WHERE name IN ('evil', 'more', 'extra')";
        assert!(snapshot.rows(names).await.unwrap().is_empty());
    });
}

#[test]
fn s04_a_file_with_other_tables_is_refused() {
    block_on(async {
        for sql in [
            "DROP TABLE comment",
            "DROP TABLE comment; CREATE VIEW comment AS SELECT * FROM app_user",
            "ALTER TABLE comment ADD COLUMN more TEXT GENERATED ALWAYS AS (1) VIRTUAL",
            "DELETE FROM seaql_migrations WHERE version LIKE 'm0003%'",
            "DELETE FROM seaql_migrations",
            "DROP TABLE seaql_migrations",
        ] {
            let (_folder, refused) = rebuilt_after(sql).await;
            assert!(matches!(refused, Err(RebuildError::Foreign(_))), "{sql}: {refused:?}");
        }
        let ahead = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)";
        let (_folder, refused) = rebuilt_after(ahead).await;
        assert!(
            matches!(&refused, Err(RebuildError::Newer { database, .. }) if database == "m9999_later"),
            "{refused:?}"
        );
    });
}
