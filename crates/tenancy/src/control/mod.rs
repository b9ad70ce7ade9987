//! The control database: the registry of all environments.

mod firewall;
mod installation_row;
mod tenant_row;

use kernel::{Error, Instant, Result, TenantId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter,
    QueryOrder, SqlErr, sea_query::Expr,
};

use crate::{
    ControlConfig, Host, Slug, TenancyConfig, TenantEntry, TenantStatus,
    database::{
        begin_write,
        connect::{self, Missing},
        migrate,
    },
    error::database_error,
    files::create_private_dir,
};

/// The control database. Small, and asked only at start, by the poll and when something changes.
#[derive(Debug, Clone)]
pub(crate) struct ControlDatabase {
    db: DatabaseConnection,
}

impl ControlDatabase {
    /// Opens it and brings it up to date. Safe when several servers start at once.
    pub(crate) async fn open(config: &TenancyConfig) -> Result<Self> {
        let db = match &config.control {
            ControlConfig::Sqlite => {
                create_private_dir(&config.data_dir).await?;
                connect::sqlite_writer(&config.data_dir.join("control.db"), Missing::Create).await
            }
            ControlConfig::Postgres(address) => connect::postgres_writer(address.options()).await,
        };
        let db = db.map_err(Error::internal)?;
        migrate::<migrations::control::Migrator>(&db).await.map_err(Error::internal)?;
        Ok(Self { db })
    }

    /// Adds an environment; when its slug or host is taken, says by whom.
    pub(crate) async fn insert(&self, tenant: &TenantEntry) -> Result<Option<Owners>> {
        match tenant_row::ActiveModel::from(tenant).insert(&self.db).await {
            Ok(_) => Ok(None),
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
                Ok(Some(Owners {
                    of_slug: self.find_by(tenant_row::Column::Slug, tenant.slug.as_str()).await?,
                    of_host: self.find_by(tenant_row::Column::Host, tenant.host.as_str()).await?,
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
                TenantEntry::try_from(row)
                    .inspect_err(|error| tracing::error!(slug, %error, "an environment cannot be read"))
                    .ok()
            })
            .collect())
    }

    /// Keeps the first master key's fingerprint; false when this one's differs from it.
    pub(crate) async fn is_master_key(&self, check: &str, now: Instant) -> Result<bool> {
        let transaction = begin_write(&self.db).await.map_err(database_error)?;
        let known = installation_row::Entity::find_by_id(installation_row::ONLY_ID).one(&transaction).await;
        let Some(row) = known.map_err(database_error)? else {
            let row = installation_row::ActiveModel {
                id: Set(installation_row::ONLY_ID),
                master_key_check: Set(check.to_owned()),
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

    async fn find_by(&self, column: tenant_row::Column, value: &str) -> Result<Option<TenantEntry>> {
        let row = tenant_row::Entity::find()
            .filter(column.eq(value))
            .one(&self.db)
            .await
            .map_err(database_error)?;
        row.map(TenantEntry::try_from).transpose().map_err(Error::internal)
    }
}

/// Who has the slug and the host that somebody else asked for.
#[derive(Debug)]
pub(crate) struct Owners {
    pub(crate) of_slug: Option<TenantEntry>,
    pub(crate) of_host: Option<TenantEntry>,
}

/// A row that this binary cannot read.
#[derive(Debug, thiserror::Error)]
#[error("column `{column}` holds something unknown: {value}")]
pub(crate) struct BadRow {
    column: &'static str,
    value: String,
}

impl From<&TenantEntry> for tenant_row::ActiveModel {
    fn from(tenant: &TenantEntry) -> Self {
        Self {
            id: Set(tenant.id.uuid()),
            slug: Set(tenant.slug.to_string()),
            name: Set(tenant.name.clone()),
            host: Set(tenant.host.as_str().to_owned()),
            status: Set(tenant.status.as_str().to_owned()),
            placement_kind: Set(tenant.placement.kind().to_owned()),
            placement: Set(tenant.placement.to_json()),
            locale: Set(tenant.locale.code().to_owned()),
            created_at: Set(tenant.created_at),
        }
    }
}

impl TryFrom<tenant_row::Model> for TenantEntry {
    type Error = BadRow;

    fn try_from(row: tenant_row::Model) -> std::result::Result<Self, BadRow> {
        let bad = |column, value: &dyn ToString| BadRow { column, value: value.to_string() };
        Ok(Self {
            id: TenantId::from_uuid(row.id),
            slug: row.slug.parse::<Slug>().map_err(|()| bad("slug", &row.slug))?,
            host: row.host.parse::<Host>().map_err(|_| bad("host", &row.host))?,
            status: row.status.parse().map_err(|()| bad("status", &row.status))?,
            placement: crate::Placement::from_json(&row.placement_kind, row.placement)
                .map_err(|error| bad("placement", &error))?,
            locale: row.locale.parse().map_err(|()| bad("locale", &row.locale))?,
            name: row.name,
            created_at: row.created_at,
        })
    }
}
