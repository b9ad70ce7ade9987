//! Databases of one test on the PostgreSQL server that all tests share.

use kernel::{Random, SystemRandom};
use sea_orm::sqlx::{self, AssertSqlSafe, Connection, PgConnection, Row};

use crate::{PostgresAddress, PostgresCluster};

const VARIABLE: &str = "WAARBORG_TEST_POSTGRES";

/// The databases whose names begin with a prefix that no other test has.
#[derive(Debug)]
pub(super) struct TestCluster {
    pub(super) config: PostgresCluster,
    pub(super) control: PostgresAddress,
}

impl TestCluster {
    /// Makes the control database.
    pub(super) async fn prepare() -> Self {
        let Ok(address) = std::env::var(VARIABLE) else {
            panic!("{VARIABLE} is not set: run `cargo xtask test`, which starts PostgreSQL");
        };
        let admin: PostgresAddress = address.parse().expect("the address of a PostgreSQL superuser");
        let mut bytes = [0_u8; 4];
        SystemRandom.fill(&mut bytes);
        let prefix = format!("wbtest_{:08x}_", u32::from_be_bytes(bytes));
        let database = format!("{prefix}control");
        let mut connection = PgConnection::connect_with(&admin.options()).await.expect("a connection");
        let sql = format!(r#"CREATE DATABASE "{database}" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"#);
        execute(&mut connection, sql).await;
        connection.close().await.expect("a connection that closes");
        Self {
            control: admin.in_database(&database),
            config: PostgresCluster { admin, database_prefix: prefix },
        }
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

impl Drop for TestCluster {
    /// On a thread of its own: a test that failed has no runtime left to wait in.
    fn drop(&mut self) {
        let PostgresCluster { admin, database_prefix } = self.config.clone();
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
