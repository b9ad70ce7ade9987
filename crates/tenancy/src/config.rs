//! What an operator decides.

use std::{collections::BTreeMap, fmt, path::PathBuf, str::FromStr, sync::Arc, time::Duration};

use sea_orm::sqlx::postgres::PgConnectOptions;

use crate::{FirewallConfig, MasterKey, Slug, SqlitePlacement};

/// Where everything is, and how much of it may be open at once.
#[derive(Debug, Clone)]
pub struct TenancyConfig {
    /// The folder of all files: SQLite databases, blobs and, unless given, the master key.
    pub data_dir: PathBuf,
    /// Where the registry is.
    pub control: ControlConfig,
    /// Where the master key comes from.
    pub master_key: MasterKeySource,
    /// Where new environments go.
    pub new_tenants: PlacementChoice,
    /// The PostgreSQL clusters, by name.
    pub clusters: BTreeMap<String, PostgresCluster>,
    /// How much may be open.
    pub limits: PoolLimits,
    /// How often this server looks for what other servers changed in the registry.
    pub registry_poll: Duration,
    /// How much environments may be asked.
    pub firewall: FirewallConfig,
}

impl TenancyConfig {
    /// Everything in one folder, nothing to install.
    #[must_use]
    pub fn embedded(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            control: ControlConfig::Sqlite,
            master_key: MasterKeySource::File,
            new_tenants: PlacementChoice::Sqlite,
            clusters: BTreeMap::new(),
            limits: PoolLimits::default(),
            registry_poll: Duration::from_secs(5),
            firewall: FirewallConfig::default(),
        }
    }

    /// The parent of all environments' folders.
    pub(crate) fn tenants_dir(&self) -> PathBuf {
        self.data_dir.join("tenants")
    }

    /// The environment's own folder.
    pub(crate) fn tenant_dir(&self, slug: &Slug) -> PathBuf {
        self.tenants_dir().join(slug.as_str())
    }

    pub(crate) fn tenant_file(&self, slug: &Slug, placement: &SqlitePlacement) -> PathBuf {
        self.tenant_dir(slug).join(&placement.file)
    }
}

/// Where the registry of environments is.
#[derive(Debug, Clone)]
pub enum ControlConfig {
    /// `control.db` in the data directory.
    Sqlite,
    /// A PostgreSQL database, shared by all servers.
    Postgres(PostgresAddress),
}

/// Where the master key comes from.
#[derive(Debug, Clone)]
pub enum MasterKeySource {
    /// `master.key` in the data directory, made at the first start.
    File,
    /// Given by the operator: what several servers without a common folder need.
    Given(MasterKey),
}

/// Where new environments go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlacementChoice {
    /// A file of their own.
    Sqlite,
    /// A database of their own on this cluster.
    Postgres {
        /// A name in [`TenancyConfig::clusters`].
        cluster: String,
    },
}

/// A PostgreSQL cluster that environments can be placed on.
#[derive(Debug, Clone)]
pub struct PostgresCluster {
    /// A role that may create roles and databases. Only used to create environments.
    pub admin: PostgresAddress,
    /// What the names of our databases and roles begin with; at most 20 of a-z, 0-9 and `_`.
    pub database_prefix: String,
}

impl PostgresCluster {
    /// A cluster with the usual prefix.
    #[must_use]
    pub fn new(admin: PostgresAddress) -> Self {
        Self { admin, database_prefix: "waarborg_".to_owned() }
    }
}

/// A `postgres://role:password@host:port/database` address.
#[derive(Clone)]
pub struct PostgresAddress(Arc<PgConnectOptions>);

impl PostgresAddress {
    pub(crate) fn options(&self) -> PgConnectOptions {
        PgConnectOptions::clone(&self.0).application_name("waarborg")
    }

    /// The same server and role, another database.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn in_database(&self, name: &str) -> Self {
        Self(Arc::new(PgConnectOptions::clone(&self.0).database(name)))
    }
}

/// The text is no PostgreSQL address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address of the form postgres://role:password@host:port/database")]
pub struct BadPostgresAddress;

impl FromStr for PostgresAddress {
    type Err = BadPostgresAddress;

    fn from_str(text: &str) -> Result<Self, BadPostgresAddress> {
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            return Err(BadPostgresAddress);
        }
        // The parser's own message may repeat the address, password and all.
        text.parse().map(|options| Self(Arc::new(options))).map_err(|_| BadPostgresAddress)
    }
}

impl fmt::Debug for PostgresAddress {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "postgres://{}@{}:{}", self.0.get_username(), self.0.get_host(), self.0.get_port())
    }
}

/// How much may be open at once on this server.
#[derive(Debug, Clone)]
pub struct PoolLimits {
    /// Environments with an open database.
    pub open_tenants: usize,
    /// Reading connections per environment; one that writes comes beside them.
    pub readers: u32,
    /// How long a request waits for a place when all environments that are open are at work.
    pub wait: Duration,
    /// How long an environment that failed to open is not tried again.
    pub back_off: Duration,
}

impl Default for PoolLimits {
    fn default() -> Self {
        Self {
            open_tenants: 256,
            readers: 4,
            wait: Duration::from_secs(10),
            back_off: Duration::from_secs(2),
        }
    }
}
