//! What an operator decides, from flags and the process environment.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::Context;
use clap::Args;
use ipnet::IpNet;
use tenancy::{
    ControlConfig, MasterKeySource, PlacementChoice, PostgresAddress, PostgresCluster, TenancyConfig,
};

/// The cluster that the control database's own address names.
const CLUSTER: &str = "main";

/// What an operator decides.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// The folder of all files.
    #[arg(long, default_value = "data", env = "WAARBORG_DATA_DIR")]
    pub data_dir: PathBuf,
    /// A `postgres://` address: the control database lives there, and every environment in a database
    /// and with a role of its own beside it. A file in the data folder when absent.
    #[arg(long, env = "WAARBORG_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<PostgresAddress>,
    /// The master key as 44 characters of base64: what several servers share. A file in the data folder
    /// when absent.
    #[arg(long, env = "WAARBORG_MASTER_KEY", hide_env_values = true)]
    pub master_key: Option<String>,
    /// A network of our own proxies: only they are believed about host, client and scheme.
    #[arg(long = "trusted-proxy", env = "WAARBORG_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpNet>,
}

impl Settings {
    /// Everything in one folder, nothing to install.
    #[must_use]
    pub fn embedded(data_dir: impl Into<PathBuf>) -> Self {
        Self { data_dir: data_dir.into(), database_url: None, master_key: None, trusted_proxies: Vec::new() }
    }

    /// What the tenancy layer is told.
    pub fn tenancy(&self) -> anyhow::Result<TenancyConfig> {
        let mut config = TenancyConfig::embedded(&self.data_dir);
        if let Some(address) = &self.database_url {
            config.control = ControlConfig::Postgres(address.clone());
            config.clusters = BTreeMap::from([(CLUSTER.to_owned(), PostgresCluster::new(address.clone()))]);
            config.new_tenants = PlacementChoice::Postgres { cluster: CLUSTER.to_owned() };
        }
        if let Some(key) = &self.master_key {
            // Parsed here rather than by clap, which would print a malformed key with its message.
            config.master_key = MasterKeySource::Given(key.parse().context("the master key cannot be read")?);
        }
        Ok(config)
    }
}
