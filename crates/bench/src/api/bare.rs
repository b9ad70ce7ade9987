//! What the product is compared with: axum, sqlx and `serde_json`, and nothing between them. It answers
//! one question with the product's own SQL, and asks nobody who they are.

use std::{collections::BTreeSet, sync::Arc};

use anyhow::{Context, Result};
use axum::{Json, Router, extract::State, http::StatusCode, routing::get};
use serde::{Deserialize, Serialize};
use sqlx::{
    AssertSqlSafe, FromRow, PgPool, SqlitePool,
    postgres::{PgPoolOptions, PgRow},
    query::QueryAs,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteRow},
};
use uuid::Uuid;

use super::{
    answer::{Answer, Material, assemble},
    question::{BARE_PATH, PAGE},
    rows::{Asset, Risk, User},
    statements::{ById, Statements},
};
use crate::{child, engine::DatabaseAddress};

/// As many as the product has for reading.
const CONNECTIONS: u32 = 4;

/// What the bare handler works with.
#[derive(Serialize, Deserialize)]
pub(crate) struct Description {
    /// The same database as the product's.
    pub database: DatabaseAddress,
    /// The product's own.
    pub statements: Statements,
    /// The register that is listed.
    pub risks: Register,
    /// The register its records point to.
    pub assets: Register,
}

/// What the bare handler knows of a register.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Register {
    /// Its form.
    pub form: Uuid,
    /// What record numbers begin with.
    pub prefix: String,
}

impl Register {
    /// A record's number with its prefix.
    pub(super) fn code(&self, number: i64) -> String {
        format!("{}-{number:04}", self.prefix)
    }
}

/// Serves until the parent is done.
pub(super) async fn serve(description: Description) -> Result<()> {
    let pool = Pool::open(&description.database)?;
    let app = Router::new().route(BARE_PATH, get(list)).with_state(Arc::new(Bare { pool, description }));
    let listener = child::listen().await?;
    child::announce(&listener)?;
    let listener = axum::serve::ListenerExt::tap_io(listener, |stream| {
        // As the product does; a failure only makes it slower.
        stream.set_nodelay(true).ok();
    });
    axum::serve(listener, app).with_graceful_shutdown(child::parent_is_done()).await.context("serving")
}

struct Bare {
    pool: Pool,
    description: Description,
}

async fn list(State(bare): State<Arc<Bare>>) -> Result<Json<Answer>, (StatusCode, String)> {
    let answer = bare.list().await;
    answer.map(Json).map_err(|error| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
}

impl Bare {
    async fn list(&self) -> sqlx::Result<Answer> {
        let Description { statements, risks, assets, .. } = &self.description;
        let mut page = self.pool.page(&statements.page, risks.form).await?;
        let has_next_page = page.len() > PAGE;
        page.truncate(PAGE);
        let owners: BTreeSet<Uuid> = page
            .iter()
            .filter_map(|risk| risk.values.owner.as_ref())
            .flat_map(|owner| owner.user.iter().map(|id| id.uuid()))
            .collect();
        let named: BTreeSet<Uuid> = page
            .iter()
            .filter_map(|risk| risk.values.assets.as_ref())
            .flat_map(|assets| &assets.reference)
            .map(|id| id.uuid())
            .collect();
        let (users, references) = tokio::try_join!(
            self.pool.by_ids::<User>(&statements.users, owners),
            self.pool.by_ids::<Asset>(&statements.references, named),
        )?;
        Ok(assemble(page, has_next_page, Material { risks, assets, users, references }))
    }
}

/// Connections to the database.
enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Pool {
    fn open(database: &DatabaseAddress) -> Result<Self> {
        Ok(match database {
            DatabaseAddress::Sqlite(path) => {
                let options = SqliteConnectOptions::new().filename(path).read_only(true);
                let pool = SqlitePoolOptions::new().max_connections(CONNECTIONS).test_before_acquire(false);
                Self::Sqlite(pool.connect_lazy_with(options))
            }
            DatabaseAddress::Postgres(address) => {
                let pool = PgPoolOptions::new().max_connections(CONNECTIONS).test_before_acquire(false);
                Self::Postgres(pool.connect_lazy(address)?)
            }
        })
    }

    async fn page(&self, statement: &str, form: Uuid) -> sqlx::Result<Vec<Risk>> {
        // One more tells whether there is a next page.
        let rows = i64::try_from(PAGE).unwrap_or_default() + 1;
        let statement = AssertSqlSafe(statement.to_owned());
        match self {
            Self::Sqlite(pool) => sqlx::query_as(statement).bind(form).bind(rows).fetch_all(pool).await,
            Self::Postgres(pool) => sqlx::query_as(statement).bind(form).bind(rows).fetch_all(pool).await,
        }
    }

    async fn by_ids<T>(&self, statement: &ById, ids: BTreeSet<Uuid>) -> sqlx::Result<Vec<T>>
    where
        T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        let query = AssertSqlSafe(statement.for_ids(ids.len()));
        match self {
            Self::Sqlite(pool) => {
                ids.into_iter().fold(sqlx::query_as(query), QueryAs::bind).fetch_all(pool).await
            }
            Self::Postgres(pool) => {
                ids.into_iter().fold(sqlx::query_as(query), QueryAs::bind).fetch_all(pool).await
            }
        }
    }
}
