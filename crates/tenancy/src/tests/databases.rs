use sea_orm::{
    ConnectionTrait,
    sqlx::{Connection, PgConnection},
};

use super::{plant_canary, second_server, text};
use crate::{
    Engine, OpenError, Placement, PoolLimits, PostgresPlacement, TenantEntry, on_both_engines,
    testing::{TestTenancy, block_on},
};

const COUNT: &str = "SELECT CAST(count(*) AS text) FROM sign_in_throttle";

on_both_engines! {
    async fn what_reads_cannot_write(test: TestTenancy) {
        let db = test.tenant_db("acme").await;
        for sql in ["DELETE FROM app_user", "DROP TABLE upload", "CREATE TABLE stray (id integer)"] {
            assert!(db.read().execute_unprepared(sql).await.is_err(), "{sql}");
        }
    }

    async fn a_write_that_is_not_committed_never_was(test: TestTenancy) {
        let db = test.tenant_db("acme").await;
        let transaction = db.begin_write().await.unwrap();
        transaction.execute_unprepared(
            "INSERT INTO used_ticket VALUES ('0190f7d6-c0a7-7cc1-a5a3-f0d9b7e1c2d3', '2026-01-05 08:00:00+00:00')",
        ).await.unwrap();
        drop(transaction);
        assert_eq!(text(db.read(), "SELECT CAST(count(*) AS text) FROM used_ticket").await.unwrap(), "0");
    }

    /// 2 servers x 4 writers, each reading a number and writing the next: none may be lost.
    async fn writers_take_turns_over_all_servers(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        let db = test.tenancy().open(&tenant).await.unwrap();
        plant_canary(&db, &tenant).await;
        let other = second_server(&test, PoolLimits::default()).await.open(&tenant).await.unwrap();
        let increments = [&db, &other].into_iter().cycle().take(8).map(|db| async {
            for _ in 0..5 {
                let transaction = db.begin_write().await.unwrap();
                let failures: i64 =
                    text(&transaction, "SELECT CAST(failures AS text) FROM sign_in_throttle")
                        .await.unwrap().parse().unwrap();
                let sql = format!("UPDATE sign_in_throttle SET failures = {}", failures + 1);
                transaction.execute_unprepared(&sql).await.unwrap();
                transaction.commit().await.unwrap();
            }
        });
        futures::future::join_all(increments).await;
        let failures = text(db.read(), "SELECT CAST(failures AS text) FROM sign_in_throttle").await;
        assert_eq!(failures.unwrap(), "41");
    }

    async fn a_snapshot_does_not_see_what_comes_later(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        let db = test.tenancy().open(&tenant).await.unwrap();
        let snapshot = db.begin_snapshot().await.unwrap();
        assert_eq!(text(&snapshot, COUNT).await.unwrap(), "0");
        plant_canary(&db, &tenant).await;
        assert_eq!(text(&snapshot, COUNT).await.unwrap(), "0");
        assert_eq!(text(db.read(), COUNT).await.unwrap(), "1");
    }

    async fn a_row_cannot_point_to_what_is_not_there(test: TestTenancy) {
        let db = test.tenant_db("acme").await;
        let transaction = db.begin_write().await.unwrap();
        let orphan = transaction.execute_unprepared(
            "INSERT INTO user_preference (user_id, prefs) VALUES ('0190f7d6-c0a7-7cc1-a5a3-f0d9b7e1c2d3', '{}')",
        ).await;
        assert!(orphan.is_err());
    }

    /// By bytes: neither case nor accents nor the server's locale have a say.
    async fn texts_sort_the_same_on_both_engines(test: TestTenancy) {
        let db = test.tenant_db("acme").await;
        let sql = "SELECT CAST(min(v) AS text) FROM (SELECT 'a' AS v UNION SELECT 'B' UNION SELECT 'é') t";
        assert_eq!(text(db.read(), sql).await.unwrap(), "B");
    }

    async fn a_database_of_a_newer_binary_is_refused_with_both_versions(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        let db = test.tenancy().open(&tenant).await.unwrap();
        let transaction = db.begin_write().await.unwrap();
        let sql = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_time_travel', 1)";
        transaction.execute_unprepared(sql).await.unwrap();
        transaction.commit().await.unwrap();

        let error = second_server(&test, PoolLimits::default()).await.open(&tenant).await.unwrap_err();
        assert!(matches!(error, OpenError::Newer { .. }));
        let message = error.to_string();
        let known = migrations::schema_version::<migrations::tenant::Migrator>();
        assert!(message.contains("m9999_time_travel") && message.contains(&known), "{message}");
    }

    async fn a_database_that_is_behind_is_brought_up_to_date_when_it_opens(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        let db = test.tenancy().open(&tenant).await.unwrap();
        let transaction = db.begin_write().await.unwrap();
        transaction.execute_unprepared("DROP TABLE upload").await.unwrap();
        let sql = "DELETE FROM seaql_migrations WHERE version = 'm0007_upload'";
        transaction.execute_unprepared(sql).await.unwrap();
        transaction.commit().await.unwrap();

        let servers = [second_server(&test, PoolLimits::default()), second_server(&test, PoolLimits::default())];
        let servers = futures::future::join_all(servers).await;
        let opened = futures::future::join_all(servers.iter().map(|server| server.open(&tenant))).await;
        for db in opened {
            let count = text(db.unwrap().read(), "SELECT CAST(count(*) AS text) FROM upload").await;
            assert_eq!(count.unwrap(), "0");
        }
    }

    async fn the_typed_index_refuses_keys_that_an_index_cannot_hold(test: TestTenancy) {
        let db = test.tenant_db("acme").await;
        let transaction = db.begin_write().await.unwrap();
        let (zeroes, text_of) = match db.engine() {
            Engine::Sqlite => ("zeroblob(1025)", "printf('%.201c', 'x')"),
            Engine::Postgres => ("decode(repeat('00', 1025), 'hex')", "repeat('x', 201)"),
        };
        let id = "'0190f7d6-c0a7-7cc1-a5a3-f0d9b7e1c2d3'";
        for (sort_key, text_value) in [(zeroes, "'x'"), ("''", text_of)] {
            let savepoint = sea_orm::TransactionTrait::begin(&transaction).await.unwrap();
            let sql = format!(
                "INSERT INTO record_value (record_id, form_id, field_key, position, sort_key, text_value, \
                 record_number) VALUES ({id}, {id}, 'name', 0, {sort_key}, {text_value}, 1)"
            );
            let error = savepoint.execute_unprepared(&sql).await.unwrap_err().to_string();
            assert!(error.to_lowercase().contains("check constraint"), "{error}");
        }
    }
}

#[test]
fn a_role_can_connect_to_its_own_database_only() {
    block_on(async {
        let test = TestTenancy::postgres().await;
        let (acme, bolt) = (test.tenant("acme").await, test.tenant("bolt").await);
        let (acme, bolt) = (on_cluster(&acme), on_cluster(&bolt));
        // This server asks for no passwords, so that what refuses is the database.
        let admin = test.config().clusters["test"].admin.options();
        let connect = |role: &str, database: &str| {
            let options = admin.clone().username(role).database(database);
            async move { PgConnection::connect_with(&options).await }
        };
        assert!(connect(&acme.role, &acme.database).await.is_ok());
        let refusal = connect(&acme.role, &bolt.database).await.unwrap_err().to_string();
        assert!(refusal.contains("permission denied for database"), "{refusal}");
    });
}

#[test]
fn the_password_of_a_role_is_sealed_for_its_own_environment() {
    block_on(async {
        let test = TestTenancy::postgres().await;
        let (acme, bolt) = (test.tenant("acme").await, test.tenant("bolt").await);
        let taken_over = TenantEntry { placement: acme.placement.clone(), ..(*bolt).clone() };
        assert!(matches!(test.tenancy().open(&taken_over).await, Err(OpenError::Sealed)));
        test.tenancy().open(&acme).await.unwrap();
    });
}

fn on_cluster(tenant: &TenantEntry) -> PostgresPlacement {
    match &tenant.placement {
        Placement::Postgres(placement) => placement.clone(),
        Placement::SqliteFile(_) => panic!("{} is a file", tenant.slug),
    }
}
