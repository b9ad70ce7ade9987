//! A database and a role of its own for every environment on a PostgreSQL cluster.

use sea_orm::sqlx::{self, AssertSqlSafe, Connection, PgConnection, postgres::PgConnectOptions};

use crate::PostgresPlacement;

/// Makes the role and the database, whichever is missing; nobody else can connect to it.
pub(super) async fn create(
    admin: &PgConnectOptions,
    placement: &PostgresPlacement,
    password: &str,
) -> Result<(), sqlx::Error> {
    let mut connection = PgConnection::connect_with(admin).await?;
    // `create database` cannot run in a transaction; the lock goes with the connection.
    sqlx::query("SELECT pg_advisory_lock(2)").execute(&mut connection).await?;
    create_role(&mut connection, &placement.role, password).await?;
    create_database(&mut connection, placement).await?;
    connection.close().await
}

/// Removes the database and its role, whichever is there.
pub(super) async fn discard(
    admin: &PgConnectOptions,
    placement: &PostgresPlacement,
) -> Result<(), sqlx::Error> {
    let PostgresPlacement { database, role, .. } = placement;
    let mut connection = PgConnection::connect_with(admin).await?;
    sqlx::query("SELECT pg_advisory_lock(2)").execute(&mut connection).await?;
    execute(&mut connection, format!(r#"DROP DATABASE IF EXISTS "{database}" WITH (FORCE)"#)).await?;
    execute(&mut connection, format!(r#"DROP ROLE IF EXISTS "{role}""#)).await?;
    connection.close().await
}

async fn create_role(connection: &mut PgConnection, role: &str, password: &str) -> Result<(), sqlx::Error> {
    let verb = if exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", role).await? {
        "ALTER"
    } else {
        "CREATE"
    };
    // Names come from a slug and the password is base64: neither can hold a quote.
    let role_sql = format!(
        r#"{verb} ROLE "{role}" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '{password}'"#
    );
    execute(connection, role_sql).await?;
    // An administrator that is no superuser must be a member to give the database away.
    execute(connection, format!(r#"GRANT "{role}" TO CURRENT_USER"#)).await
}

async fn create_database(
    connection: &mut PgConnection,
    placement: &PostgresPlacement,
) -> Result<(), sqlx::Error> {
    let PostgresPlacement { database, role, .. } = placement;
    if !exists(connection, "SELECT 1 FROM pg_database WHERE datname = $1", database).await? {
        // The collation C compares bytes, as SQLite does: one order of texts on both engines.
        let database_sql = format!(
            r#"CREATE DATABASE "{database}" OWNER "{role}" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"#
        );
        execute(connection, database_sql).await?;
    }
    execute(connection, format!(r#"REVOKE ALL ON DATABASE "{database}" FROM PUBLIC"#)).await
}

async fn exists(connection: &mut PgConnection, query: &'static str, name: &str) -> Result<bool, sqlx::Error> {
    Ok(sqlx::query(query).bind(name).fetch_optional(connection).await?.is_some())
}

async fn execute(connection: &mut PgConnection, statement: String) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(connection).await.map(drop)
}
