use std::{path::Path, sync::Arc, time::Duration};

use futures::{
    StreamExt,
    future::{join_all, try_join_all},
    stream,
};
use kernel::Error;

use super::{as_administrator, plant_canary, read_canary, second_server};
use crate::{
    Engine, OpenError, Placement, PoolLimits, TenantEntry, on_both_engines,
    testing::TestTenancy as Environments,
};

on_both_engines! {
    /// One place for two environments: every second request throws the other's database out.
    async fn ten_08_no_request_ever_sees_another_environment_while_pools_are_thrown_out(test: TestTenancy) {
        let tenants = [test.tenant("acme").await, test.tenant("bolt").await];
        for tenant in &tenants {
            plant_canary(&test.tenancy().open(tenant).await.unwrap(), tenant).await;
        }
        let limits = PoolLimits { open_tenants: 1, wait: Duration::from_mins(1), ..PoolLimits::default() };
        let server = second_server(&test, limits).await;
        let requests = (0..16).map(|client| {
            let (server, tenants) = (server.clone(), tenants.clone());
            tokio::spawn(async move {
                for turn in 0..10 {
                    let tenant = &tenants[(client + turn) % 2];
                    let db = server.open(tenant).await.unwrap();
                    assert_eq!(db.tenant_id(), tenant.id);
                    assert_eq!(read_canary(&db).await.unwrap(), tenant.slug.as_str());
                    assert_eq!(server.pool_stats().open, 1);
                }
            })
        });
        try_join_all(requests).await.unwrap();
        assert!(server.pool_stats().opened > 2, "nothing was thrown out: {:?}", server.pool_stats());
        assert_eq!(server.pool_stats().in_use, 0);
    }

    /// As after a restart: everybody asks at once, and nothing is open yet.
    async fn ten_15_a_storm_opens_every_database_once_and_never_more_than_the_cap(test: TestTenancy) {
        let tenants = many_tenants(&test).await;
        let server = second_server(&test, PoolLimits::default()).await;
        let requests = tenants.iter().chain(&tenants).chain(&tenants).map(|tenant| server.open(tenant));
        let leases = try_join_all(requests).await.unwrap();
        let stats = server.pool_stats();
        assert_eq!((stats.open, stats.opened), (tenants.len(), tenants.len() as u64));
        assert_eq!(stats.in_use, leases.len());
        drop(leases);
        server.close().await;

        let cap = tenants.len() / 4;
        let limits = PoolLimits { open_tenants: cap, wait: Duration::from_mins(1), ..PoolLimits::default() };
        let server = second_server(&test, limits).await;
        let requests = tenants.iter().map(|tenant| async {
            let db = server.open(tenant).await.unwrap();
            assert!(server.pool_stats().open <= cap);
            assert!(db.read().ping().await.is_ok());
        });
        join_all(requests).await;
        assert_eq!(server.pool_stats().opened, tenants.len() as u64);
    }

    async fn ten_17_one_broken_database_is_unavailable_and_its_neighbour_serves(test: TestTenancy) {
        let (broken, sound) = (test.tenant("broken").await, test.tenant("sound").await);
        let server = second_server(&test, PoolLimits::default()).await;
        break_database(&test, &broken).await;

        for _ in 0..3 {
            let error = server.open(&broken).await.unwrap_err();
            assert!(matches!(error, OpenError::Database(_)), "{error}");
            assert!(matches!(Error::from(error), Error::Unavailable(_)));
            let db = server.open(&sound).await.unwrap();
            plant_canary(&db, &sound).await;
            assert_eq!(read_canary(&db).await.unwrap(), "sound");
            let transaction = db.begin_write().await.unwrap();
            sea_orm::ConnectionTrait::execute_unprepared(&transaction, "DELETE FROM sign_in_throttle")
                .await
                .unwrap();
            transaction.commit().await.unwrap();
        }
    }

    async fn ten_17_a_mended_database_serves_again_after_the_back_off(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        let limits = PoolLimits { back_off: Duration::from_secs(2), ..PoolLimits::default() };
        let server = second_server(&test, limits).await;
        break_database(&test, &tenant).await;
        server.open(&tenant).await.unwrap_err();
        mend_database(&test, &tenant).await;
        server.open(&tenant).await.unwrap_err();
        test.clock().advance(chrono::Duration::seconds(2));
        server.open(&tenant).await.unwrap();
    }
}

/// 200 environments of one file each; on PostgreSQL, which makes a database in 50 ms, 12.
async fn many_tenants(test: &Environments) -> Vec<Arc<TenantEntry>> {
    let count = match test.engine() {
        Engine::Sqlite => 200,
        Engine::Postgres => 12,
    };
    let slugs: Vec<_> = (0..count).map(|number| format!("tenant-{number}")).collect();
    // A few at a time: the registry has one writer, whose turn a request waits 10 seconds for.
    stream::iter(&slugs).map(|slug| test.tenant(slug)).buffered(4).collect().await
}

/// Makes the disk give back rubbish, or the server refuse the role.
async fn break_database(test: &Environments, tenant: &TenantEntry) {
    match &tenant.placement {
        Placement::SqliteFile(placement) => {
            let file = test.config().tenant_file(&tenant.slug, placement);
            std::fs::rename(&file, aside(&file)).unwrap();
            std::fs::write(&file, [0x5a; 8192]).unwrap();
        }
        Placement::Postgres(placement) => {
            as_administrator(test, format!(r#"ALTER ROLE "{}" NOLOGIN"#, placement.role)).await;
        }
    }
}

async fn mend_database(test: &Environments, tenant: &TenantEntry) {
    match &tenant.placement {
        Placement::SqliteFile(placement) => {
            let file = test.config().tenant_file(&tenant.slug, placement);
            std::fs::rename(aside(&file), &file).unwrap();
        }
        Placement::Postgres(placement) => {
            as_administrator(test, format!(r#"ALTER ROLE "{}" LOGIN"#, placement.role)).await;
        }
    }
}

fn aside(file: &Path) -> std::path::PathBuf {
    file.with_extension("aside")
}
