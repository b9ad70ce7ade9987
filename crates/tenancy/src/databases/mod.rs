//! The environments' databases: choosing a place, making them, connecting to them.

mod postgres;

use std::sync::Arc;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use kernel::{Error, Random, Result, TenantId};
use sea_orm::{DatabaseConnection, sqlx::postgres::PgConnectOptions};
use zeroize::Zeroizing;

use crate::{
    MasterKey, OpenError, Placement, PlacementChoice, PostgresCluster, PostgresPlacement, Slug,
    TenancyConfig, TenantEntry,
    database::{
        Engine, MigrateError,
        connect::{self, Missing},
        migrate,
    },
    files::create_private_dir,
    seal::{seal, unseal},
    snapshot,
    tenant_db::Connections,
};

/// What the passwords of database roles are sealed with.
const ROLE_PASSWORDS: &str = "database role passwords";

/// Makes and opens databases, at the places the configuration allows.
pub(crate) struct Databases {
    pub(crate) config: Arc<TenancyConfig>,
    pub(crate) keys: MasterKey,
    pub(crate) random: Arc<dyn Random>,
}

impl Databases {
    /// Where a new environment's database will be. Nothing is made yet.
    pub(crate) fn place(&self, id: TenantId, slug: &Slug) -> Result<Placement> {
        let PlacementChoice::Postgres { cluster } = &self.config.new_tenants else {
            return Ok(Placement::SqliteFile);
        };
        let prefix = &self.cluster(cluster).map_err(Error::internal)?.database_prefix;
        // Slugs have no underscore, so that no two slugs give one name.
        let name = format!("{prefix}{}", slug.as_str().replace('-', "_"));
        let mut password = Zeroizing::new([0_u8; 32]);
        self.random.fill(&mut *password);
        let key = self.keys.derive_shared(ROLE_PASSWORDS);
        let sealed = seal(&key, id.uuid().as_bytes(), &*password, &*self.random).map_err(Error::internal)?;
        Ok(Placement::Postgres(PostgresPlacement {
            cluster: cluster.clone(),
            database: name.clone(),
            role: name,
            sealed_password: STANDARD.encode(sealed),
        }))
    }

    /// Makes an environment's database and folder, and fills it with tables.
    ///
    /// Can be repeated until it succeeds: it makes what is missing and leaves what is there.
    pub(crate) async fn create(&self, tenant: &TenantEntry) -> Result<()> {
        create_private_dir(&self.config.tenant_dir(&tenant.slug)).await?;
        let writer = match &tenant.placement {
            Placement::SqliteFile => {
                connect::sqlite_writer(&self.config.tenant_file(&tenant.slug), Missing::Create).await
            }
            Placement::Postgres(placement) => {
                let cluster = self.cluster(&placement.cluster).map_err(Error::internal)?;
                let password = self.password(tenant.id, placement).map_err(Error::internal)?;
                postgres::create(&cluster.admin.options(), placement, &password)
                    .await
                    .map_err(Error::internal)?;
                connect::postgres_writer(self.options(tenant.id, placement).map_err(Error::internal)?).await
            }
        };
        let writer = up_to_date(writer.map_err(Error::internal)?).await.map_err(Error::internal)?;
        writer.close().await.map_err(Error::internal)
    }

    /// Opens an environment's database, brought up to date. Never makes one.
    pub(crate) async fn connect(&self, tenant: &TenantEntry) -> Result<Connections, OpenError> {
        let most = self.config.limits.readers;
        let folder = self.config.tenant_dir(&tenant.slug);
        snapshot::remove_leftovers(&folder).await;
        match &tenant.placement {
            Placement::SqliteFile => {
                let path = self.config.tenant_file(&tenant.slug);
                let writer = up_to_date(connect::sqlite_writer(&path, Missing::Refuse).await?).await?;
                let readers = connect::sqlite_readers(&path, most);
                Ok(Connections { engine: Engine::Sqlite, writer, readers, keys: self.keys.clone(), folder })
            }
            Placement::Postgres(placement) => {
                let options = self.options(tenant.id, placement)?;
                let writer = up_to_date(connect::postgres_writer(options.clone()).await?).await?;
                let readers = connect::postgres_readers(options, most);
                Ok(Connections { engine: Engine::Postgres, writer, readers, keys: self.keys.clone(), folder })
            }
        }
    }

    fn cluster(&self, name: &str) -> Result<&PostgresCluster, OpenError> {
        self.config.clusters.get(name).ok_or_else(|| OpenError::UnknownCluster(name.to_owned()))
    }

    fn options(&self, id: TenantId, placement: &PostgresPlacement) -> Result<PgConnectOptions, OpenError> {
        let admin = self.cluster(&placement.cluster)?.admin.options();
        let password = self.password(id, placement)?;
        Ok(admin.username(&placement.role).password(&password).database(&placement.database))
    }

    fn password(&self, id: TenantId, placement: &PostgresPlacement) -> Result<Zeroizing<String>, OpenError> {
        let sealed = STANDARD.decode(&placement.sealed_password).map_err(|_| OpenError::Sealed)?;
        let key = self.keys.derive_shared(ROLE_PASSWORDS);
        let password = unseal(&key, id.uuid().as_bytes(), &sealed).map_err(|_| OpenError::Sealed)?;
        Ok(Zeroizing::new(STANDARD.encode(&*password)))
    }
}

async fn up_to_date(writer: DatabaseConnection) -> Result<DatabaseConnection, OpenError> {
    match migrate::<migrations::tenant::Migrator>(&writer).await {
        Ok(()) => Ok(writer),
        Err(MigrateError::Newer { database, binary }) => Err(OpenError::Newer { database, binary }),
        Err(MigrateError::Database(error)) => Err(error.into()),
    }
}
