//! The whole of it behind one door.

use std::{fmt, sync::Arc, time::Duration};

use kernel::{Clock, Error, Random, Result, TenantId, UserError, UserErrors};
use tokio::task::JoinHandle;

use crate::{
    BackupLog, Firewall, Host, MasterKey, MasterKeySource, NewTenant, OpenError, PoolStats, Registry, Slug,
    TenancyConfig, TenantBlobs, TenantDb, TenantEntry, TenantStatus,
    blobs::{self, BlobStore},
    control::{ControlDatabase, Owners},
    databases::Databases,
    pools::TenantPools,
};

/// Environments: which there are, and the way to each one's database, files and keys.
///
/// Clones are cheap and share everything. Call [`Tenancy::close`] before the process ends.
#[derive(Clone)]
pub struct Tenancy(Arc<Inner>);

struct Inner {
    config: Arc<TenancyConfig>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    keys: MasterKey,
    control: ControlDatabase,
    registry: Registry,
    firewall: Firewall,
    databases: Databases,
    pools: TenantPools,
    blob_store: BlobStore,
    poll: JoinHandle<()>,
}

impl Tenancy {
    /// Opens the registry and starts watching it. Opens no environment's database yet.
    ///
    /// Refused when the master key is not the one the registry was begun with.
    pub async fn start(
        config: TenancyConfig,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self> {
        check_prefixes(&config)?;
        let keys = match &config.master_key {
            MasterKeySource::File => MasterKey::load_or_create(&config.data_dir, &*random).await?,
            MasterKeySource::Given(key) => key.clone(),
        };
        let control = ControlDatabase::open(&config, keys.clone()).await?;
        if !control.is_master_key(clock.now()).await? {
            return Err(Error::internal("the master key is not the one this registry was begun with"));
        }
        let blob_store = BlobStore::folder(&config.tenants_dir()).await?;
        let registry = Registry::default();
        registry.refresh(&control).await?;
        let firewall = Firewall::start(config.firewall.clone(), Arc::clone(&clock), control.clone()).await?;
        let watch = poll(registry.clone(), firewall.clone(), (control.clone(), config.registry_poll));
        let poll = tokio::spawn(watch);

        let config = Arc::new(config);
        Ok(Self(Arc::new(Inner {
            pools: TenantPools::new(config.limits.clone(), Arc::clone(&clock)),
            databases: Databases {
                config: Arc::clone(&config),
                keys: keys.clone(),
                random: Arc::clone(&random),
            },
            config,
            clock,
            random,
            keys,
            control,
            registry,
            firewall,
            blob_store,
            poll,
        })))
    }

    /// Makes an environment, with an empty database of its own.
    ///
    /// When this is interrupted the environment serves nothing; asking for the same slug and host
    /// again finishes the work. User errors: `SLUG_INVALID`, `SLUG_TAKEN`, `NAME_INVALID`,
    /// `HOST_INVALID`, `HOST_TAKEN`.
    pub async fn create_tenant(&self, new: NewTenant) -> Result<Arc<TenantEntry>> {
        let wanted = self.entry(TenantId::generate(&*self.0.clock, &*self.0.random), new)?;
        let tenant = match self.0.control.insert((&wanted, None), &*self.0.random).await? {
            None => wanted,
            Some(Owners { slug: Some(half_made), .. })
                if half_made.status == TenantStatus::Creating && half_made.host == wanted.host =>
            {
                half_made
            }
            Some(owners) => return Err(taken(&owners)),
        };
        self.0.databases.create(&tenant).await?;
        self.set_status(tenant.id, TenantStatus::Active).await?;
        tracing::info!(tenant = %tenant.slug, host = %tenant.host, "environment created");
        self.0.registry.lookup(&tenant.host).ok_or(Error::NotFound)
    }

    /// Moves an environment on in its life. Other servers follow at their next poll.
    pub async fn set_status(&self, id: TenantId, status: TenantStatus) -> Result<()> {
        self.0.control.set_status(id, status).await?;
        self.refresh().await
    }

    /// All environments, whatever their status, by slug, straight from the control database.
    pub async fn list_tenants(&self) -> Result<Vec<TenantEntry>> {
        self.0.control.list().await
    }

    /// The database of an environment, opened and brought up to date when it is not open yet.
    ///
    /// An environment whose database cannot be opened fails alone and at once: it is tried again
    /// after a short back-off, and no other environment waits for it.
    pub async fn open(&self, tenant: &TenantEntry) -> Result<TenantDb, OpenError> {
        if !tenant.status.has_address() {
            return Err(OpenError::NotInUse);
        }
        let connect = async {
            // Seldom run, and large.
            Box::pin(self.0.databases.connect(tenant))
                .await
                .inspect_err(|error| tracing::error!(tenant = %tenant.slug, %error, "cannot be opened"))
        };
        self.0.pools.open((tenant.id, &tenant.placement), connect).await
    }

    /// The files of an environment.
    #[must_use]
    pub fn blobs(&self, tenant: &TenantEntry) -> TenantBlobs {
        let key = tenant.key.derive(blobs::KEY_PURPOSE);
        TenantBlobs::new(&self.0.blob_store, tenant, key, Arc::clone(&self.0.random))
    }

    /// Which environments have an address.
    #[must_use]
    pub fn registry(&self) -> &Registry {
        &self.0.registry
    }

    /// Who may come in, and how much they may ask.
    #[must_use]
    pub fn firewall(&self) -> &Firewall {
        &self.0.firewall
    }

    /// The key that the keys of environments come from.
    #[must_use]
    pub fn keys(&self) -> &MasterKey {
        &self.0.keys
    }

    /// How busy the open databases are.
    #[must_use]
    pub fn pool_stats(&self) -> PoolStats {
        self.0.pools.stats()
    }

    /// What is written down of back-ups.
    #[must_use]
    pub fn backups(&self) -> BackupLog {
        BackupLog::new(&self.0.control)
    }

    /// A folder for what is worked on for a while.
    #[must_use]
    pub fn scratch(&self, purpose: &'static str) -> std::path::PathBuf {
        self.0.config.data_dir.join(purpose)
    }

    pub(crate) fn control(&self) -> &ControlDatabase {
        &self.0.control
    }

    pub(crate) fn config(&self) -> &TenancyConfig {
        &self.0.config
    }

    pub(crate) fn pools(&self) -> &TenantPools {
        &self.0.pools
    }

    pub(crate) fn databases(&self) -> &Databases {
        &self.0.databases
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    pub(crate) fn random(&self) -> &dyn Random {
        &*self.0.random
    }

    pub(crate) async fn refresh(&self) -> Result<()> {
        self.0.registry.refresh(&self.0.control).await
    }

    /// Stops watching and closes every database when its work in flight is done.
    pub async fn close(&self) {
        self.0.poll.abort();
        if let Err(error) = self.0.firewall.flush().await {
            tracing::warn!(%error, "what the firewall counted last is not written down");
        }
        self.0.pools.close().await;
        self.0.control.close().await;
    }

    /// Checks what was asked for, all of it before refusing any.
    pub(crate) fn entry(&self, id: TenantId, new: NewTenant) -> Result<TenantEntry> {
        let mut errors = UserErrors::default();
        let slug = new.slug.parse::<Slug>();
        if slug.is_err() {
            errors.push(UserError::at("SLUG_INVALID", &["slug"]).with("max", Slug::MAX_LENGTH));
        }
        let name = new.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
            errors.push(UserError::at("NAME_INVALID", &["name"]).with("max", 200));
        }
        let host = new.host.parse::<Host>();
        if host.is_err() {
            errors.push(UserError::at("HOST_INVALID", &["host"]));
        }
        let (Ok(slug), Ok(host), true) = (slug, host, errors.0.is_empty()) else {
            return Err(Error::Invalid(errors));
        };
        Ok(TenantEntry {
            id,
            placement: self.0.databases.place(id, &slug)?,
            slug,
            name,
            host,
            status: TenantStatus::Creating,
            key: self.0.keys.of_tenant(id),
            locale: new.locale,
            created_at: self.0.clock.now(),
        })
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.poll.abort();
    }
}

impl fmt::Debug for Tenancy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tenancy").field("config", &self.0.config).field("pools", &self.0.pools).finish()
    }
}

/// Follows what other servers change in the registry, and writes down what the firewall counted.
async fn poll(registry: Registry, firewall: Firewall, (control, interval): (ControlDatabase, Duration)) {
    loop {
        tokio::time::sleep(interval).await;
        let followed = async {
            registry.refresh(&control).await?;
            firewall.refresh().await
        };
        if let Err(error) = followed.await {
            tracing::warn!(%error, "the registry cannot be read; what was known stays in force");
        }
        if let Err(error) = firewall.flush().await {
            tracing::warn!(%error, "what the firewall counted is not written down yet");
        }
    }
}

pub(crate) fn taken(owners: &Owners) -> Error {
    let mut errors = UserErrors::default();
    if owners.id.is_some() {
        errors.push(UserError::at("ENVIRONMENT_EXISTS", &["id"]));
    }
    if owners.slug.is_some() {
        errors.push(UserError::at("SLUG_TAKEN", &["slug"]));
    }
    if owners.host.is_some() {
        errors.push(UserError::at("HOST_TAKEN", &["host"]));
    }
    Error::Invalid(errors)
}

/// The prefix goes unescaped into names of databases and roles, which PostgreSQL cuts at 63 bytes.
fn check_prefixes(config: &TenancyConfig) -> Result<()> {
    let is_prefix = |prefix: &str| {
        prefix.len() <= 20
            && prefix.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    if config.clusters.values().all(|cluster| is_prefix(&cluster.database_prefix)) {
        Ok(())
    } else {
        Err(Error::internal("a cluster's database prefix is at most 20 of a-z, 0-9 and `_`"))
    }
}
