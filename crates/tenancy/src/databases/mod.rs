//! The environments' databases: choosing a place, making them, connecting to them.

mod load;
mod postgres;

use std::{io, path::Path, sync::Arc};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use kernel::{Error, Random, Result, TenantId};
use sea_orm::{DatabaseConnection, sqlx::postgres::PgConnectOptions};
use zeroize::Zeroizing;

use crate::{
    MasterKey, OpenError, Placement, PlacementChoice, PostgresCluster, PostgresPlacement, Slug,
    SqlitePlacement, TenancyConfig, TenantEntry,
    database::{
        Engine, MigrateError,
        connect::{self, Missing},
        migrate,
    },
    files::{at_path, create_private_dir},
    placement,
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
            return Ok(Placement::SqliteFile(SqlitePlacement::default()));
        };
        // Slugs have no underscore, so that no two slugs give one name.
        self.on_cluster(id, cluster, &slug.as_str().replace('-', "_"))
    }

    /// Where another database of an environment can be, beside the one it is in.
    pub(crate) fn another_place(&self, tenant: &TenantEntry, choice: &PlacementChoice) -> Result<Placement> {
        let PlacementChoice::Postgres { cluster } = choice else {
            return Ok(Placement::SqliteFile(SqlitePlacement::another(&*self.random)));
        };
        let slug = tenant.slug.as_str().replace('-', "_");
        // With the longest prefix the name stays below the 63 bytes PostgreSQL cuts at.
        let slug = slug.get(..30).unwrap_or(&slug);
        self.on_cluster(tenant.id, cluster, &format!("{slug}__{}", placement::drawn(&*self.random)))
    }

    fn on_cluster(&self, id: TenantId, cluster: &str, name: &str) -> Result<Placement> {
        let prefix = &self.cluster(cluster).map_err(Error::internal)?.database_prefix;
        let name = format!("{prefix}{name}");
        let mut password = Zeroizing::new([0_u8; 32]);
        self.random.fill(&mut *password);
        let key = self.keys.derive_shared(ROLE_PASSWORDS);
        let sealed = seal(&key, id.uuid().as_bytes(), &*password, &*self.random).map_err(Error::internal)?;
        Ok(Placement::Postgres(PostgresPlacement {
            cluster: cluster.to_owned(),
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
            Placement::SqliteFile(placement) => {
                let file = self.config.tenant_file(&tenant.slug, placement);
                connect::sqlite_writer(&file, Missing::Create).await
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
        let (folder, key) = (self.config.tenant_dir(&tenant.slug), tenant.key.clone());
        snapshot::remove_leftovers(&folder).await;
        match &tenant.placement {
            Placement::SqliteFile(placement) => {
                let path = self.config.tenant_file(&tenant.slug, placement);
                let writer = up_to_date(connect::sqlite_writer(&path, Missing::Refuse).await?).await?;
                let readers = connect::sqlite_readers(&path, most);
                Ok(Connections { engine: Engine::Sqlite, writer, readers, key, folder })
            }
            Placement::Postgres(placement) => {
                let options = self.options(tenant.id, placement)?;
                let writer = up_to_date(connect::postgres_writer(options.clone()).await?).await?;
                let readers = connect::postgres_readers(options, most);
                Ok(Connections { engine: Engine::Postgres, writer, readers, key, folder })
            }
        }
    }

    /// Removes an environment's database, and what is left of one that was only half made.
    pub(crate) async fn discard(&self, tenant: &TenantEntry) -> Result<()> {
        match &tenant.placement {
            Placement::SqliteFile(placement) => {
                remove_sqlite(&self.config.tenant_file(&tenant.slug, placement)).await
            }
            Placement::Postgres(placement) => {
                let cluster = self.cluster(&placement.cluster).map_err(Error::internal)?;
                postgres::discard(&cluster.admin.options(), placement).await.map_err(Error::internal)
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

/// Removes a SQLite file and those SQLite keeps beside it.
async fn remove_sqlite(file: &Path) -> Result<()> {
    // The last one is left when the change to a write-ahead log was broken off.
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut path = file.as_os_str().to_owned();
        path.push(suffix);
        match tokio::fs::remove_file(&path).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(at_path(Path::new(&path), error));
            }
            _ => {}
        }
    }
    Ok(())
}

pub(crate) async fn up_to_date(writer: DatabaseConnection) -> Result<DatabaseConnection, OpenError> {
    match migrate::<migrations::tenant::Migrator>(&writer).await {
        Ok(()) => Ok(writer),
        Err(MigrateError::Newer { database, binary }) => Err(OpenError::Newer { database, binary }),
        Err(MigrateError::Database(error)) => Err(error.into()),
    }
}
