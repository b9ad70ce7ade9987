//! Databases of one test on the PostgreSQL server that all tests share.

use kernel::{Random, SystemRandom};
use sea_orm::sqlx::{self, AssertSqlSafe, Connection, PgConnection, Row};

use crate::{ControlConfig, PlacementChoice, PostgresAddress, PostgresCluster, TenancyConfig};

const VARIABLE: &str = "WAARBORG_TEST_POSTGRES";
/// What the server is called in a configuration.
pub(super) const CLUSTER: &str = "test";

/// The address of a superuser.
pub(super) fn server() -> String {
    std::env::var(VARIABLE)
        .unwrap_or_else(|_| panic!("{VARIABLE} is not set: run `cargo xtask test`, which starts PostgreSQL"))
}

/// The databases whose names begin with a prefix that no other test has.
#[derive(Debug)]
pub(super) struct TestCluster(PostgresCluster);

/// One that goes with its databases.
#[derive(Debug)]
pub(super) struct OwnCluster(TestCluster);

impl TestCluster {
    /// What another process has prepared.
    pub(super) fn of(database_prefix: String) -> Self {
        let admin: PostgresAddress = server().parse().expect("the address of a PostgreSQL superuser");
        Self(PostgresCluster { admin, database_prefix })
    }

    /// Everything in it.
    pub(super) fn config(&self, embedded: TenancyConfig) -> TenancyConfig {
        TenancyConfig {
            control: ControlConfig::Postgres(self.0.admin.in_database(&self.control())),
            new_tenants: PlacementChoice::Postgres { cluster: CLUSTER.to_owned() },
            clusters: [(CLUSTER.to_owned(), self.0.clone())].into(),
            ..embedded
        }
    }

    /// The name of its control database.
    pub(super) fn control(&self) -> String {
        format!("{}control", self.0.database_prefix)
    }
}

impl OwnCluster {
    /// Makes the control database.
    pub(super) async fn prepare() -> Self {
        let mut bytes = [0_u8; 4];
        SystemRandom.fill(&mut bytes);
        let cluster = TestCluster::of(format!("wbtest_{:08x}_", u32::from_be_bytes(bytes)));
        let mut connection =
            PgConnection::connect_with(&cluster.0.admin.options()).await.expect("a connection");
        let database = cluster.control();
        let sql = format!(r#"CREATE DATABASE "{database}" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"#);
        execute(&mut connection, sql).await;
        connection.close().await.expect("a connection that closes");
        Self(cluster)
    }

    pub(super) fn config(&self, embedded: TenancyConfig) -> TenancyConfig {
        self.0.config(embedded)
    }

    async fn drop_all(address: PostgresAddress, prefix: &str) {
        let mut connection = PgConnection::connect_with(&address.options()).await.expect("a connection");
        for name in names(&mut connection, "SELECT datname FROM pg_database", prefix).await {
            execute(&mut connection, format!(r#"DROP DATABASE "{name}" WITH (FORCE)"#)).await;
        }
        for name in names(&mut connection, "SELECT rolname FROM pg_roles", prefix).await {
            execute(&mut connection, format!(r#"DROP ROLE "{name}""#)).await;
        }
    }
}

impl Drop for OwnCluster {
    /// On a thread of its own: a test that failed has no runtime left to wait in.
    fn drop(&mut self) {
        let PostgresCluster { admin, database_prefix } = self.0.0.clone();
        let cleaning = std::thread::spawn(move || super::block_on(Self::drop_all(admin, &database_prefix)));
        assert!(cleaning.join().is_ok() || std::thread::panicking(), "the test's databases stay behind");
    }
}

async fn names(connection: &mut PgConnection, query: &'static str, prefix: &str) -> Vec<String> {
    let rows = sqlx::query(query).fetch_all(connection).await.expect("names");
    rows.iter().map(|row| row.get::<String, _>(0)).filter(|name| name.starts_with(prefix)).collect()
}

async fn execute(connection: &mut PgConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await.expect("a statement that runs");
}
