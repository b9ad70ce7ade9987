//! What an operator decides, from flags and the process environment.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc, time::Duration};

use anyhow::Context;
use clap::{Args, builder::RangedI64ValueParser};
use ipnet::IpNet;
use tenancy::{
    ControlConfig, FirewallLimits, MasterKeySource, PlacementChoice, PostgresAddress, PostgresCluster,
    TenancyConfig,
};

use crate::{App, WitnessFolder, app::HEAD_MINUTES};

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
    /// One more cluster that environments can be moved to: a name, `=`, and a `postgres://` address; with spaces between
    /// several.
    #[arg(long = "cluster", env = "WAARBORG_CLUSTERS", hide_env_values = true, value_delimiter = ' ', value_parser = named_cluster)]
    pub clusters: Vec<(String, PostgresAddress)>,
    /// The master key as 44 characters of base64: what several servers share. A file in the data folder
    /// when absent.
    #[arg(long, env = "WAARBORG_MASTER_KEY", hide_env_values = true)]
    pub master_key: Option<String>,
    /// A network of our own proxies: only they are believed about host, client and scheme.
    #[arg(long = "trusted-proxy", env = "WAARBORG_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpNet>,
    /// Where signed heads of audit logs are kept, out of reach of whoever can write to the databases. The
    /// folder `witness` in the data folder when absent.
    #[arg(long, env = "WAARBORG_WITNESS_DIR")]
    pub witness_dir: Option<PathBuf>,
    /// Minutes between two published heads of an audit log that grows.
    #[arg(long, default_value_t = HEAD_MINUTES, env = "WAARBORG_AUDIT_HEAD_MINUTES",
          value_parser = clap::value_parser!(u64).range(1..=1440))]
    pub audit_head_minutes: u64,
    /// How much environments may be asked.
    #[command(flatten)]
    pub limits: LimitSettings,
}

/// How much an environment may be asked that decided nothing for itself.
#[derive(Debug, Clone, Args)]
pub struct LimitSettings {
    /// Requests a minute from one address (one /64 of IPv6).
    #[arg(long, default_value_t = 6_000, env = "WAARBORG_RATE_PER_ADDRESS", value_parser = at_least(60))]
    pub rate_per_address: u32,
    /// Requests a minute of one account.
    #[arg(long, default_value_t = 3_000, env = "WAARBORG_RATE_PER_ACCOUNT", value_parser = at_least(60))]
    pub rate_per_account: u32,
    /// Requests a minute of one API token.
    #[arg(long, default_value_t = 3_000, env = "WAARBORG_RATE_PER_TOKEN", value_parser = at_least(60))]
    pub rate_per_token: u32,
    /// Requests of one environment that are worked on at the same time. No environment can have more.
    #[arg(long, default_value_t = 64, env = "WAARBORG_CONCURRENT_REQUESTS", value_parser = at_least(2))]
    pub concurrent_requests: u32,
}

impl Default for LimitSettings {
    fn default() -> Self {
        let limits = FirewallLimits::default();
        Self {
            rate_per_address: limits.per_address_per_minute,
            rate_per_account: limits.per_account_per_minute,
            rate_per_token: limits.per_token_per_minute,
            concurrent_requests: limits.concurrent_requests,
        }
    }
}

impl From<&LimitSettings> for FirewallLimits {
    fn from(settings: &LimitSettings) -> Self {
        Self {
            per_address_per_minute: settings.rate_per_address,
            per_account_per_minute: settings.rate_per_account,
            per_token_per_minute: settings.rate_per_token,
            concurrent_requests: settings.concurrent_requests,
            ..Self::default()
        }
    }
}

fn named_cluster(text: &str) -> Result<(String, PostgresAddress), String> {
    let (name, address) = text.split_once('=').ok_or("a cluster is a name, `=`, and an address")?;
    let is_name = !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if !is_name || name == "sqlite" || name == CLUSTER {
        return Err(format!(
            "`{name}` cannot be the name of a cluster: a-z, 0-9 and `-`, not `sqlite` or `{CLUSTER}`"
        ));
    }
    Ok((name.to_owned(), address.parse().map_err(|error: tenancy::BadPostgresAddress| error.to_string())?))
}

fn at_least(least: i64) -> RangedI64ValueParser<u32> {
    RangedI64ValueParser::new().range(least..=1_000_000_000)
}

impl Settings {
    /// Everything in one folder, nothing to install.
    #[must_use]
    pub fn embedded(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            database_url: None,
            clusters: Vec::new(),
            master_key: None,
            trusted_proxies: Vec::new(),
            limits: LimitSettings::default(),
            witness_dir: None,
            audit_head_minutes: HEAD_MINUTES,
        }
    }

    /// Starts everything as decided.
    pub(crate) async fn start(&self) -> anyhow::Result<App> {
        let app = App::start(self.tenancy()?).await?;
        let app = app.with_head_interval(Duration::from_mins(self.audit_head_minutes));
        match &self.witness_dir {
            Some(folder) => Ok(app.with_witness(Arc::new(WitnessFolder::open(folder)?))),
            None => Ok(app),
        }
    }

    /// What the tenancy layer is told.
    pub fn tenancy(&self) -> anyhow::Result<TenancyConfig> {
        let mut config = TenancyConfig::embedded(&self.data_dir);
        config.firewall.limits = (&self.limits).into();
        if let Some(address) = &self.database_url {
            config.control = ControlConfig::Postgres(address.clone());
            config.clusters = BTreeMap::from([(CLUSTER.to_owned(), PostgresCluster::new(address.clone()))]);
            config.new_tenants = PlacementChoice::Postgres { cluster: CLUSTER.to_owned() };
        }
        for (name, address) in &self.clusters {
            config.clusters.insert(name.clone(), PostgresCluster::new(address.clone()));
        }
        if let Some(key) = &self.master_key {
            // Parsed here rather than by clap, which would print a malformed key with its message.
            config.master_key = MasterKeySource::Given(key.parse().context("the master key cannot be read")?);
        }
        Ok(config)
    }
}
