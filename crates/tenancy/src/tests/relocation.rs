use std::path::PathBuf;

use kernel::{Error, TenantId};
use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;
use tempfile::TempDir;

use super::{plant_canary, read_canary, second_server};
use crate::{
    Engine, OpenError, PlacementChoice, PoolLimits, Relocation, Snapshot, Tenancy, TenantEntry,
    database::connect,
    on_both_engines,
    testing::{TestTenancy, block_on},
};

/// The same engine again, in another database.
pub(super) fn same(test: &TestTenancy) -> PlacementChoice {
    match test.engine() {
        Engine::Sqlite => PlacementChoice::Sqlite,
        Engine::Postgres => PlacementChoice::Postgres { cluster: "test".to_owned() },
    }
}

async fn snapshot(relocation: &Relocation) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.sqlite");
    relocation.put_up_fence().await.unwrap().snapshot_to(&file).await.unwrap();
    (folder, file)
}

/// A database as the program made it that had these migrations, with a row in it.
async fn older(folder: &TempDir, (name, steps): (&str, u32)) -> PathBuf {
    let file = folder.path().join("older.sqlite");
    std::fs::remove_file(&file).ok();
    let db = connect::sqlite_writer(&file, connect::Missing::Create).await.unwrap();
    migrations::tenant::Migrator::up(&db, Some(steps)).await.unwrap();
    let sql = format!(
        "INSERT INTO sign_in_throttle (account_key, kind, failures, window_started_at) \
         VALUES ('{name}', 'password', 1, '2026-01-05T08:00:00+00:00')"
    );
    db.execute_unprepared(&sql).await.unwrap();
    db.execute_unprepared("PRAGMA journal_mode = DELETE").await.unwrap();
    db.close().await.unwrap();
    file
}

async fn moved(tenancy: &Tenancy, tenant: &TenantEntry, to: &PlacementChoice) -> TenantEntry {
    let relocation = tenancy.relocate(tenant).await.unwrap();
    let (_folder, file) = snapshot(&relocation).await;
    let loaded = relocation.load(&file, to).await.unwrap();
    relocation.finish(loaded).await.unwrap();
    found(tenancy, tenant.id).await
}

pub(super) async fn found(tenancy: &Tenancy, id: TenantId) -> TenantEntry {
    tenancy.list_tenants().await.unwrap().into_iter().find(|entry| entry.id == id).unwrap()
}

pub(super) async fn is_refused(tenancy: &Tenancy, tenant: &TenantEntry) -> bool {
    let db = tenancy.open(tenant).await.unwrap();
    matches!(db.begin_write().await, Err(Error::Unavailable(_)))
}

on_both_engines! {
    async fn an_environment_goes_on_in_another_database_and_the_one_it_left_goes(test: TestTenancy) {
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        plant_canary(&tenancy.open(&tenant).await.unwrap(), &tenant).await;
        let other = second_server(&test, PoolLimits::default()).await;
        let held = other.open(&tenant).await.unwrap();

        let entry = moved(tenancy, &tenant, &same(&test)).await;
        assert_ne!(entry.placement, tenant.placement);
        assert_eq!(tenancy.registry().lookup(&tenant.host).unwrap().placement, entry.placement);
        let db = tenancy.open(&entry).await.unwrap();
        assert_eq!(read_canary(&db).await.unwrap(), "acme");
        db.begin_write().await.unwrap().commit().await.unwrap();
        // A server that has not heard of it reads what was, and writes nothing that would be lost.
        assert_eq!(read_canary(&held).await.unwrap(), "acme");
        assert!(matches!(held.begin_write().await, Err(Error::Unavailable(_))));

        drop(held);
        test.clock().advance(chrono::Duration::seconds(61));
        tenancy.heal().await.unwrap();
        let nowhere = second_server(&test, PoolLimits::default()).await;
        assert!(matches!(nowhere.open(&tenant).await, Err(OpenError::Database(_))), "it is gone");
        assert_eq!(read_canary(&nowhere.open(&entry).await.unwrap()).await.unwrap(), "acme");
    }

    async fn only_one_piece_of_work_has_an_environment_and_what_it_gives_up_is_as_before(test: TestTenancy) {
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        let first = tenancy.relocate(&tenant).await.unwrap();
        assert!(matches!(tenancy.relocate(&tenant).await, Err(Error::Invalid(_))));
        first.put_up_fence().await.unwrap();
        assert!(is_refused(tenancy, &tenant).await);
        first.abandon().await.unwrap();
        assert!(!is_refused(tenancy, &tenant).await);
        tenancy.relocate(&tenant).await.unwrap().abandon().await.unwrap();
    }

    /// What a process that is killed leaves behind, at each of its steps.
    async fn bak_20_work_that_broke_off_is_undone_and_cannot_finish_any_more(test: TestTenancy) {
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        plant_canary(&tenancy.open(&tenant).await.unwrap(), &tenant).await;
        for has_loaded in [false, true] {
            let broken = tenancy.relocate(&tenant).await.unwrap();
            let (_folder, file) = snapshot(&broken).await;
            let loaded = if has_loaded { Some(broken.load(&file, &same(&test)).await.unwrap()) } else { None };
            tenancy.heal().await.unwrap();
            assert!(is_refused(tenancy, &tenant).await, "it may be alive");

            test.clock().advance(chrono::Duration::seconds(61));
            tenancy.heal().await.unwrap();
            assert!(!is_refused(tenancy, &tenant).await);
            let entry = found(tenancy, tenant.id).await;
            assert_eq!(entry.placement, tenant.placement);
            if let Some(loaded) = loaded {
                // It was alive after all, and finds that it came too late.
                assert!(broken.finish(loaded).await.is_err());
                assert_eq!(found(tenancy, tenant.id).await.placement, tenant.placement);
            }
        }
        test.clock().advance(chrono::Duration::seconds(61));
        tenancy.heal().await.unwrap();
        assert_eq!(read_canary(&tenancy.open(&tenant).await.unwrap()).await.unwrap(), "acme");
    }

    /// From the first program that had it, and from the last one before this.
    async fn bak_21_what_an_older_program_made_is_brought_up_to_date_on_its_way_back(test: TestTenancy) {
        let tenancy = test.tenancy();
        let all = u32::try_from(migrations::tenant::Migrator::migrations().len()).unwrap();
        for (slug, steps) in [("first", 2), ("last", all - 1)] {
            let tenant = test.tenant(slug).await;
            let relocation = tenancy.relocate(&tenant).await.unwrap();
            let (folder, current) = snapshot(&relocation).await;
            let old = older(&folder, (slug, steps)).await;
            crate::carry_over(&old, &tenancy.open(&tenant).await.unwrap(), (&[], &[])).await.unwrap();
            let loaded = relocation.load(&older(&folder, (slug, steps)).await, &same(&test)).await.unwrap();
            relocation.finish(loaded).await.unwrap();
            let db = tenancy.open(&found(tenancy, tenant.id).await).await.unwrap();
            assert_eq!(read_canary(&db).await.unwrap(), slug);
            let copy = folder.path().join("after.sqlite");
            db.snapshot_to(&copy).await.unwrap();
            let (before, after) = (Snapshot::open(&current), Snapshot::open(&copy));
            assert_eq!(after.schema_version().await.unwrap(), before.schema_version().await.unwrap());
            db.begin_write().await.unwrap().commit().await.unwrap();
        }
    }

    async fn bak_21_what_a_newer_program_made_is_refused_with_the_versions(test: TestTenancy) {
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        let relocation = tenancy.relocate(&tenant).await.unwrap();
        let (_folder, file) = snapshot(&relocation).await;
        let db = connect::sqlite_writer(&file, connect::Missing::Refuse).await.unwrap();
        let ahead = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9998_later', 0), ('m9999_last', 0)";
        db.execute_unprepared(ahead).await.unwrap();
        db.close().await.unwrap();
        let refused = relocation.load(&file, &same(&test)).await.unwrap_err();
        assert!(matches!(&refused, OpenError::Newer { database, .. } if database == "m9999_last"), "{refused}");
        let db = tenancy.open(&tenant).await.unwrap();
        let carried = crate::carry_over(&file, &db, (&[], &[])).await.unwrap_err();
        drop(db);
        assert!(matches!(&carried, OpenError::Newer { database, .. } if database == "m9999_last"), "{carried}");
        relocation.abandon().await.unwrap();
        assert!(!is_refused(tenancy, &tenant).await);
    }
}

#[test]
fn from_postgres_to_a_file_and_back_every_table_stays_as_it_was() {
    block_on(async {
        let test = TestTenancy::postgres().await;
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        plant_canary(&tenancy.open(&tenant).await.unwrap(), &tenant).await;
        let mut digests = Vec::new();
        let mut entry = (*tenant).clone();
        for to in [PlacementChoice::Sqlite, same(&test), PlacementChoice::Sqlite] {
            entry = moved(tenancy, &entry, &to).await;
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("copy.sqlite");
            tenancy.open(&entry).await.unwrap().snapshot_to(&file).await.unwrap();
            let snapshot = Snapshot::open(&file);
            digests.push(snapshot.tables().await.unwrap());
            assert_eq!(snapshot.damage().await.unwrap(), None);
        }
        assert!(digests.iter().all(|digest| *digest == digests[0]));
        assert!(digests[0]["sign_in_throttle"].rows == 1);
    });
}
