//! A place for an environment's database on either engine, gone when the measurements are done.

use std::{env, fmt, path::PathBuf, process};

use anyhow::{Context, Result};
use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use server::Settings;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};
use tempfile::TempDir;

/// Where `cargo xtask bench` puts the address of a PostgreSQL superuser.
const POSTGRES: &str = "WAARBORG_TEST_POSTGRES";

/// A database engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// One file in a temporary folder.
    Sqlite,
    /// A database on the server that runs beside the measurements.
    Postgres,
}

impl Engine {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Sqlite, Self::Postgres];

    /// The name in machine-readable output.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// Where one environment's database is, for who opens it without the product.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DatabaseAddress {
    /// A file.
    Sqlite(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

/// How a product is started in a place.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Residence {
    data_dir: PathBuf,
    /// Of the control database, when it is on PostgreSQL.
    database_url: Option<String>,
}

impl Residence {
    /// The product's settings.
    pub(crate) fn settings(&self) -> Result<Settings> {
        let database_url = self.database_url.as_deref().map(str::parse).transpose()?;
        Ok(Settings { database_url, ..Settings::embedded(&self.data_dir) })
    }
}

/// A place for one environment.
pub(crate) struct Place {
    data_dir: TempDir,
    postgres: Option<Postgres>,
}

impl Place {
    /// Makes room on this engine.
    pub(crate) async fn make(engine: Engine) -> Result<Self> {
        let postgres = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Postgres::make().await?),
        };
        Ok(Self { data_dir: tempfile::tempdir()?, postgres })
    }

    /// The short name the environment must have.
    pub(crate) fn slug() -> String {
        format!("bench-{}", process::id())
    }

    /// How the product is started here.
    pub(crate) fn residence(&self) -> Residence {
        Residence {
            data_dir: self.data_dir.path().to_owned(),
            database_url: self.postgres.as_ref().map(|server| server.url(&control_database())),
        }
    }

    /// The environment's database.
    pub(crate) fn database(&self) -> DatabaseAddress {
        match &self.postgres {
            None => {
                let folder = self.data_dir.path().join("tenants").join(Self::slug());
                DatabaseAddress::Sqlite(folder.join("tenant.db"))
            }
            Some(server) => DatabaseAddress::Postgres(server.url(&tenant_database())),
        }
    }

    /// Has PostgreSQL look at what was loaded, as its autovacuum does by itself in production.
    pub(crate) async fn analyse(&self) -> Result<()> {
        match &self.postgres {
            None => Ok(()),
            Some(server) => server.run(&tenant_database(), "VACUUM ANALYZE".to_owned()).await,
        }
    }

    /// Removes everything.
    pub(crate) async fn remove(self) -> Result<()> {
        if let Some(server) = &self.postgres {
            // Environments that were put back or are one of many have names that begin like the first one's.
            for database in server.names("SELECT datname::text FROM pg_database").await? {
                server.run("postgres", format!(r#"DROP DATABASE "{database}" WITH (FORCE)"#)).await?;
            }
            for role in server.names("SELECT rolname::text FROM pg_roles").await? {
                server.run("postgres", format!(r#"DROP ROLE "{role}""#)).await?;
            }
        }
        self.data_dir.close().context("removing the data")
    }
}

/// What the product calls the database and the role of the environment.
fn tenant_database() -> String {
    format!("waarborg_{}", Place::slug().replace('-', "_"))
}

fn control_database() -> String {
    format!("{}_control", tenant_database())
}

/// The server that runs beside the measurements.
struct Postgres(PgConnectOptions);

impl Postgres {
    async fn make() -> Result<Self> {
        let address = env::var(POSTGRES).with_context(|| {
            format!("{POSTGRES} is not set: run `cargo xtask bench`, which starts PostgreSQL")
        })?;
        let server = Self(address.parse().with_context(|| format!("reading {POSTGRES}"))?);
        server.run("postgres", format!(r#"CREATE DATABASE "{}""#, control_database())).await?;
        Ok(server)
    }

    fn url(&self, database: &str) -> String {
        self.0.clone().database(database).to_url_lossy().to_string()
    }

    /// Those of the names that are ours.
    async fn names(&self, query: &'static str) -> Result<Vec<String>> {
        let mut connection = PgConnection::connect_with(&self.0.clone().database("postgres")).await?;
        let names: Vec<String> = sqlx::query_scalar(query).fetch_all(&mut connection).await?;
        connection.close().await?;
        Ok(names.into_iter().filter(|name| name.starts_with(&tenant_database())).collect())
    }

    async fn run(&self, database: &str, statement: String) -> Result<()> {
        let options = self.0.clone().database(database);
        let mut connection =
            PgConnection::connect_with(&options).await.context("connecting to PostgreSQL")?;
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await?;
        Ok(connection.close().await?)
    }
}
