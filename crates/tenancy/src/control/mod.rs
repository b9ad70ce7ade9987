//! The control database: the registry of all environments.

mod adoption;
pub(crate) mod backup;
mod firewall;
mod installation_row;
mod relocation;
mod spare_row;
mod tenant_row;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use kernel::{Error, Instant, Random, Result, TenantId, WorkId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter,
    QueryOrder, SqlErr, sea_query::Expr,
};

use crate::{
    ControlConfig, Host, MasterKey, SecretKey, Slug, TenancyConfig, TenantEntry, TenantKey, TenantStatus,
    database::{
        begin_write,
        connect::{self, Missing},
        migrate,
    },
    error::database_error,
    files::create_private_dir,
    seal::{seal, unseal},
};

/// What keys that environments brought along are sealed with.
const BROUGHT_KEYS: &str = "keys of environments";

/// The control database. Small, and asked only at start, by the poll and when something changes.
#[derive(Debug, Clone)]
pub(crate) struct ControlDatabase {
    db: DatabaseConnection,
    keys: MasterKey,
}

impl ControlDatabase {
    /// Opens it and brings it up to date. Safe when several servers start at once.
    pub(crate) async fn open(config: &TenancyConfig, keys: MasterKey) -> Result<Self> {
        let db = match &config.control {
            ControlConfig::Sqlite => {
                create_private_dir(&config.data_dir).await?;
                connect::sqlite_writer(&config.data_dir.join("control.db"), Missing::Create).await
            }
            ControlConfig::Postgres(address) => connect::postgres_writer(address.options()).await,
        };
        let db = db.map_err(Error::internal)?;
        migrate::<migrations::control::Migrator>(&db).await.map_err(Error::internal)?;
        Ok(Self { db, keys })
    }

    /// Adds an environment, in the hands of a piece of work if there is one; when its id, slug or host is taken, says
    /// by whom.
    pub(crate) async fn insert(
        &self,
        (tenant, work): (&TenantEntry, Option<WorkId>),
        random: &dyn Random,
    ) -> Result<Option<Owners>> {
        let row = tenant_row::ActiveModel {
            work: Set(work.map(WorkId::uuid)),
            work_seen_at: Set(work.map(|_| tenant.created_at)),
            ..self.row(tenant, random)?
        };
        match row.insert(&self.db).await {
            Ok(_) => Ok(None),
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
                Ok(Some(Owners {
                    id: self.find_by(tenant_row::Column::Id, tenant.id.uuid()).await?,
                    slug: self.find_by(tenant_row::Column::Slug, tenant.slug.as_str()).await?,
                    host: self.find_by(tenant_row::Column::Host, tenant.host.as_str()).await?,
                }))
            }
            Err(error) => Err(database_error(error)),
        }
    }

    /// Moves an environment on in its life.
    pub(crate) async fn set_status(&self, id: TenantId, status: TenantStatus) -> Result<()> {
        let outcome = tenant_row::Entity::update_many()
            .col_expr(tenant_row::Column::Status, Expr::value(status.as_str()))
            .filter(tenant_row::Column::Id.eq(id.uuid()))
            .exec(&self.db)
            .await
            .map_err(database_error)?;
        if outcome.rows_affected == 0 { Err(Error::NotFound) } else { Ok(()) }
    }

    /// All environments, by slug. One that this binary cannot read is left out, and logged.
    pub(crate) async fn list(&self) -> Result<Vec<TenantEntry>> {
        let rows = tenant_row::Entity::find()
            .order_by_asc(tenant_row::Column::Slug)
            .all(&self.db)
            .await
            .map_err(database_error)?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let slug = row.slug.clone();
                self.entry(row)
                    .inspect_err(|error| tracing::error!(slug, %error, "an environment cannot be read"))
                    .ok()
            })
            .collect())
    }

    /// Keeps the first master key's fingerprint; false when this one's differs from it.
    pub(crate) async fn is_master_key(&self, now: Instant) -> Result<bool> {
        let check = self.keys.check();
        let transaction = begin_write(&self.db).await.map_err(database_error)?;
        let known = installation_row::Entity::find_by_id(installation_row::ONLY_ID).one(&transaction).await;
        let Some(row) = known.map_err(database_error)? else {
            let row = installation_row::ActiveModel {
                id: Set(installation_row::ONLY_ID),
                master_key_check: Set(check),
                created_at: Set(now),
            };
            row.insert(&transaction).await.map_err(database_error)?;
            transaction.commit().await.map_err(database_error)?;
            return Ok(true);
        };
        Ok(row.master_key_check == check)
    }

    /// Waits for work in flight, then closes.
    pub(crate) async fn close(&self) {
        if let Err(error) = self.db.close_by_ref().await {
            tracing::debug!(%error, "closing the control database");
        }
    }

    async fn find_by(
        &self,
        column: tenant_row::Column,
        value: impl Into<sea_orm::Value>,
    ) -> Result<Option<TenantEntry>> {
        let row = tenant_row::Entity::find()
            .filter(column.eq(value.into()))
            .one(&self.db)
            .await
            .map_err(database_error)?;
        row.map(|row| self.entry(row)).transpose().map_err(Error::internal)
    }

    fn row(&self, tenant: &TenantEntry, random: &dyn Random) -> Result<tenant_row::ActiveModel> {
        let is_brought = tenant.key != self.keys.of_tenant(tenant.id);
        let sealed_key = is_brought.then(|| self.sealed(tenant, random)).transpose()?;
        Ok(tenant_row::ActiveModel {
            id: Set(tenant.id.uuid()),
            slug: Set(tenant.slug.to_string()),
            name: Set(tenant.name.clone()),
            host: Set(tenant.host.as_str().to_owned()),
            status: Set(tenant.status.as_str().to_owned()),
            placement_kind: Set(tenant.placement.kind().to_owned()),
            placement: Set(tenant.placement.to_json()),
            locale: Set(tenant.locale.code().to_owned()),
            created_at: Set(tenant.created_at),
            sealed_key: Set(sealed_key),
            work: Set(None),
            work_seen_at: Set(None),
        })
    }

    fn sealed(&self, tenant: &TenantEntry, random: &dyn Random) -> Result<String> {
        let sealing = self.keys.derive_shared(BROUGHT_KEYS);
        let sealed = seal(&sealing, tenant.id.uuid().as_bytes(), &**tenant.key.expose(), random);
        Ok(STANDARD.encode(sealed.map_err(Error::internal)?))
    }

    fn key(&self, id: TenantId, sealed: Option<&str>) -> std::result::Result<TenantKey, BadRow> {
        let Some(sealed) = sealed else { return Ok(self.keys.of_tenant(id)) };
        // What it holds stays out of the message.
        let bad = || BadRow { column: "sealed_key", value: "not sealed with this master key".to_owned() };
        let bytes = STANDARD.decode(sealed).map_err(|_| bad())?;
        let sealing = self.keys.derive_shared(BROUGHT_KEYS);
        let plain = unseal(&sealing, id.uuid().as_bytes(), &bytes).map_err(|_| bad())?;
        let key = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_| bad())?;
        Ok(TenantKey::new(SecretKey::new(key)))
    }

    fn entry(&self, row: tenant_row::Model) -> std::result::Result<TenantEntry, BadRow> {
        let bad = |column, value: &dyn ToString| BadRow { column, value: value.to_string() };
        let id = TenantId::from_uuid(row.id);
        Ok(TenantEntry {
            id,
            slug: row.slug.parse::<Slug>().map_err(|()| bad("slug", &row.slug))?,
            host: row.host.parse::<Host>().map_err(|_| bad("host", &row.host))?,
            status: row.status.parse().map_err(|()| bad("status", &row.status))?,
            placement: crate::Placement::from_json(&row.placement_kind, row.placement)
                .map_err(|error| bad("placement", &error))?,
            key: self.key(id, row.sealed_key.as_deref())?,
            locale: row.locale.parse().map_err(|()| bad("locale", &row.locale))?,
            name: row.name,
            created_at: row.created_at,
        })
    }
}

/// Who has the id, the slug and the host that somebody else asked for.
#[derive(Debug)]
pub(crate) struct Owners {
    pub(crate) id: Option<TenantEntry>,
    pub(crate) slug: Option<TenantEntry>,
    pub(crate) host: Option<TenantEntry>,
}

/// A row that this binary cannot read.
#[derive(Debug, thiserror::Error)]
#[error("column `{column}` holds something unknown: {value}")]
pub(crate) struct BadRow {
    column: &'static str,
    value: String,
}
