//! Tests over the whole crate, on both engines.

mod adoption;
mod blobs;
mod copies;
mod databases;
mod firewall;
mod isolation;
mod life_cycle;
mod moving;
mod pools;
mod relocation;
mod resolve;

use std::sync::Arc;

use kernel::SystemRandom;
use sea_orm::{ConnectionTrait, DbErr};

use crate::{PoolLimits, Tenancy, TenancyConfig, TenantDb, TenantEntry, testing::TestTenancy};

/// Another server on the same databases, with limits of its own.
async fn second_server(test: &TestTenancy, limits: PoolLimits) -> Tenancy {
    let config = TenancyConfig { limits, ..test.config() };
    Tenancy::start(config, test.clock(), Arc::new(SystemRandom)).await.unwrap()
}

/// Leaves a mark in an environment's database that says whose it is.
async fn plant_canary(db: &TenantDb, tenant: &TenantEntry) {
    let transaction = db.begin_write().await.unwrap();
    let sql = format!(
        "INSERT INTO sign_in_throttle (account_key, kind, failures, window_started_at) \
         VALUES ('{}', 'password', 1, '2026-01-05T08:00:00+00:00')",
        tenant.slug
    );
    transaction.execute_unprepared(&sql).await.unwrap();
    transaction.commit().await.unwrap();
}

async fn read_canary(db: &TenantDb) -> Result<String, DbErr> {
    text(db.read(), "SELECT account_key FROM sign_in_throttle").await
}

/// The first column of the one row a query yields.
async fn text(connection: &impl ConnectionTrait, sql: &str) -> Result<String, DbErr> {
    use sea_orm::Statement;
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    connection.query_one_raw(statement).await?.unwrap().try_get_by_index(0)
}

/// Statements as the administrator of the test's PostgreSQL server.
async fn as_administrator(test: &TestTenancy, sql: String) {
    use sea_orm::sqlx::{self, AssertSqlSafe, Connection, PgConnection};
    let options = test.config().clusters["test"].admin.options();
    let mut connection = PgConnection::connect_with(&options).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
}
