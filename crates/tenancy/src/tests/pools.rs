use std::{
    sync::{
        Arc, LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures::future::join_all;
use kernel::{FixedClock, SeededRandom, TenantId};
use tempfile::TempDir;

use crate::{
    Engine, OpenError, Placement, PoolLimits, SqlitePlacement, TenantKey,
    database::connect::{self, Missing},
    pools::{PoolStats, TenantPools},
    tenant_db::Connections,
};

static FILE: LazyLock<Placement> = LazyLock::new(|| Placement::SqliteFile(SqlitePlacement::default()));

/// Pools over empty SQLite files.
struct Bench {
    pools: TenantPools,
    random: SeededRandom,
    clock: Arc<FixedClock>,
    dir: TempDir,
}

impl Bench {
    fn with_places(open_tenants: usize) -> Self {
        let wait = Duration::from_millis(20);
        let limits = PoolLimits { open_tenants, wait, ..PoolLimits::default() };
        let clock = Arc::new(FixedClock::default());
        let dir = tempfile::tempdir().unwrap();
        Self { pools: TenantPools::new(limits, clock.clone()), random: SeededRandom::new(1), clock, dir }
    }

    fn tenant(&self) -> TenantId {
        TenantId::generate(&*self.clock, &self.random)
    }

    async fn connect(&self, tenant: TenantId) -> Result<Connections, OpenError> {
        let path = self.dir.path().join(tenant.to_string());
        let writer = connect::sqlite_writer(&path, Missing::Create).await?;
        let key = TenantKey::new([7; 32].into());
        let readers = connect::sqlite_readers(&path, 2);
        let folder = self.dir.path().to_owned();
        Ok(Connections { engine: Engine::Sqlite, writer, readers, key, folder })
    }
}

#[tokio::test]
async fn ten_15_many_requests_for_one_environment_open_it_once() {
    let bench = Bench::with_places(8);
    let (tenant, attempts) = (bench.tenant(), AtomicUsize::new(0));
    let requests = (0..50).map(|_| {
        bench.pools.open((tenant, &FILE), async {
            attempts.fetch_add(1, Ordering::Relaxed);
            tokio::task::yield_now().await;
            bench.connect(tenant).await
        })
    });
    assert!(join_all(requests).await.iter().all(Result::is_ok));
    assert_eq!(attempts.into_inner(), 1);
}

#[tokio::test]
async fn ten_17_a_failure_is_shared_and_not_repeated_within_the_back_off() {
    let bench = Bench::with_places(8);
    let (tenant, attempts) = (bench.tenant(), AtomicUsize::new(0));
    let fail = || async {
        attempts.fetch_add(1, Ordering::Relaxed);
        tokio::task::yield_now().await;
        Err(OpenError::Sealed)
    };
    let requests = (0..50).map(|_| bench.pools.open((tenant, &FILE), fail()));
    assert!(join_all(requests).await.iter().all(Result::is_err));
    assert_eq!(attempts.load(Ordering::Relaxed), 1);

    bench.clock.advance(chrono::Duration::seconds(2));
    bench.pools.open((tenant, &FILE), fail()).await.unwrap_err();
    assert_eq!(attempts.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn ten_17_an_environment_that_hangs_while_opening_holds_up_no_other() {
    let bench = Bench::with_places(2);
    let (hanging, sound) = (bench.tenant(), bench.tenant());
    let pools = bench.pools.clone();
    let stuck = tokio::spawn(async move { pools.open((hanging, &FILE), std::future::pending()).await });
    tokio::task::yield_now().await;
    assert_eq!(bench.pools.open((sound, &FILE), bench.connect(sound)).await.unwrap().tenant_id(), sound);
    stuck.abort();
}

#[tokio::test]
async fn a_database_at_work_is_never_closed_to_make_room() {
    let bench = Bench::with_places(1);
    let (working, waiting) = (bench.tenant(), bench.tenant());
    let lease = bench.pools.open((working, &FILE), bench.connect(working)).await.unwrap();
    let clone = lease.clone();
    drop(lease);

    let refused = bench.pools.open((waiting, &FILE), bench.connect(waiting)).await;
    assert!(matches!(refused, Err(OpenError::Exhausted(1))));
    assert!(clone.read().ping().await.is_ok());

    drop(clone);
    assert!(bench.pools.open((waiting, &FILE), bench.connect(waiting)).await.is_ok());
    assert_eq!(bench.pools.stats().open, 1);
}

#[tokio::test]
async fn whoever_was_used_longest_ago_makes_room() {
    let bench = Bench::with_places(2);
    let [first, second, third] = [bench.tenant(), bench.tenant(), bench.tenant()];
    for tenant in [first, second, first, third] {
        bench.pools.open((tenant, &FILE), bench.connect(tenant)).await.unwrap();
    }
    assert_eq!(bench.pools.stats().opened, 3);
    bench.pools.open((first, &FILE), bench.connect(first)).await.unwrap();
    assert_eq!(bench.pools.stats().opened, 3, "the first was used after the second, and stays");
    bench.pools.open((second, &FILE), bench.connect(second)).await.unwrap();
    assert_eq!(bench.pools.stats().opened, 4);
}

#[tokio::test]
async fn a_request_that_is_given_up_while_opening_leaves_its_place_to_the_next() {
    let bench = Bench::with_places(1);
    let (given_up, next) = (bench.tenant(), bench.tenant());
    let opening = bench.pools.open((given_up, &FILE), std::future::pending());
    assert!(tokio::time::timeout(Duration::from_millis(1), opening).await.is_err());
    assert!(bench.pools.open((next, &FILE), bench.connect(next)).await.is_ok());
}

#[tokio::test]
async fn nothing_opens_once_closed() {
    let bench = Bench::with_places(2);
    let (open, late) = (bench.tenant(), bench.tenant());
    drop(bench.pools.open((open, &FILE), bench.connect(open)).await.unwrap());
    bench.pools.close().await;
    assert_eq!(bench.pools.stats().open, 0);
    assert!(bench.pools.open((late, &FILE), bench.connect(late)).await.is_err());
}

#[tokio::test]
async fn a_database_that_was_left_is_closed_when_its_last_use_is_over_and_never_handed_out_again() {
    let bench = Bench::with_places(2);
    let tenant = bench.tenant();
    let old = bench.pools.open((tenant, &FILE), bench.connect(tenant)).await.unwrap();
    let elsewhere = Placement::SqliteFile(SqlitePlacement::another(&bench.random));
    let open = || bench.pools.open((tenant, &elsewhere), bench.connect(bench.tenant()));
    let (one, two) = (open().await.unwrap(), open().await.unwrap());
    assert_eq!(bench.pools.stats(), PoolStats { open: 2, in_use: 3, opened: 2 });
    assert!(old.read().ping().await.is_ok());
    drop((old, one));
    tokio::time::timeout(Duration::from_secs(5), async {
        while bench.pools.stats().open > 1 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await
    .unwrap();
    assert!(two.read().ping().await.is_ok());
    assert_eq!(bench.pools.stats(), PoolStats { open: 1, in_use: 1, opened: 2 });
}
