//! Environments for tests, on both engines. Only with the feature `testing`.
//!
//! ```ignore
//! tenancy::on_both_engines! {
//!     async fn a_record_keeps_its_number(test: TestTenancy) {
//!         let db = test.tenant_db("acme").await;
//!         // …
//!     }
//! }
//! ```

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot be set up must fail at once"
)]

pub mod child;
mod postgres;

use std::sync::Arc;

use kernel::{FixedClock, Locale, SystemRandom};
use tempfile::TempDir;

use crate::{Engine, NewTenant, Tenancy, TenancyConfig, TenantDb, TenantEntry};
use postgres::OwnCluster;

/// A [`Tenancy`] of its own for one test; its databases and files go when it is dropped.
#[derive(Debug)]
pub struct TestTenancy {
    tenancy: Tenancy,
    config: TenancyConfig,
    clock: Arc<FixedClock>,
    engine: Engine,
    // Dropped last, in this order: the databases go while the server still knows nothing of it.
    _cluster: Option<OwnCluster>,
    _data_dir: TempDir,
}

impl TestTenancy {
    /// Everything in SQLite files.
    pub async fn sqlite() -> Self {
        let data_dir = tempfile::tempdir().expect("a folder for the test's data");
        let config = TenancyConfig::embedded(data_dir.path());
        Self::start(config, Engine::Sqlite, data_dir, None).await
    }

    /// Everything on the PostgreSQL server of `WAARBORG_TEST_POSTGRES`, the address of a superuser.
    pub async fn postgres() -> Self {
        let data_dir = tempfile::tempdir().expect("a folder for the test's data");
        let cluster = OwnCluster::prepare().await;
        let config = cluster.config(TenancyConfig::embedded(data_dir.path()));
        Self::start(config, Engine::Postgres, data_dir, Some(cluster)).await
    }

    async fn start(
        config: TenancyConfig,
        engine: Engine,
        data_dir: TempDir,
        cluster: Option<OwnCluster>,
    ) -> Self {
        let clock = Arc::new(FixedClock::default());
        let tenancy = Tenancy::start(config.clone(), clock.clone(), Arc::new(SystemRandom))
            .await
            .expect("the tenancy starts");
        Self { tenancy, config, clock, engine, _cluster: cluster, _data_dir: data_dir }
    }

    /// The tenancy under test.
    #[must_use]
    pub fn tenancy(&self) -> &Tenancy {
        &self.tenancy
    }

    /// What it was started with: for a second server on the same databases.
    #[must_use]
    pub fn config(&self) -> TenancyConfig {
        self.config.clone()
    }

    /// The clock it goes by.
    #[must_use]
    pub fn clock(&self) -> Arc<FixedClock> {
        self.clock.clone()
    }

    /// Where its databases are.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Makes an environment at `<slug>.example.test`.
    pub async fn tenant(&self, slug: &str) -> Arc<TenantEntry> {
        let new = NewTenant {
            slug: slug.to_owned(),
            name: format!("Test {slug}"),
            host: format!("{slug}.example.test"),
            locale: Locale::Nl,
        };
        self.tenancy.create_tenant(new).await.expect("the environment is made")
    }

    /// Makes an environment and opens its database, which has all tables and no rows.
    pub async fn tenant_db(&self, slug: &str) -> TenantDb {
        let tenant = self.tenant(slug).await;
        self.tenancy.open(&tenant).await.expect("the database opens")
    }
}

/// Makes two tests of one: `<name>::on_sqlite` and `<name>::on_postgres`.
#[macro_export]
macro_rules! on_both_engines {
    ($($(#[$attribute:meta])* async fn $name:ident($test:ident: TestTenancy) $body:block)*) => {$(
        $(#[$attribute])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn body($test: $crate::testing::TestTenancy) $body

            #[test]
            fn on_sqlite() {
                $crate::testing::block_on(async { body($crate::testing::TestTenancy::sqlite().await).await });
            }

            #[test]
            fn on_postgres() {
                $crate::testing::block_on(async { body($crate::testing::TestTenancy::postgres().await).await });
            }
        }
    )*};
}

/// Runs one test on a runtime of two threads.
pub fn block_on(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(test);
}
