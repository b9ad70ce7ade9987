//! Where an environment's database is.

use serde::{Deserialize, Serialize};

/// Where an environment's database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// A file in the environment's own folder: `<data directory>/tenants/<slug>/tenant.db`.
    SqliteFile,
    /// A database with a role of its own on a PostgreSQL cluster.
    Postgres(PostgresPlacement),
}

/// A database and its role on a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostgresPlacement {
    /// The cluster's name in the configuration: its address is no business of the registry.
    pub cluster: String,
    /// The database, used by this environment alone.
    pub database: String,
    /// The role that owns it, and can connect to no other.
    pub role: String,
    /// The role's password, sealed with the master key, in base64.
    pub sealed_password: String,
}

/// A placement that cannot be read back.
#[derive(Debug, thiserror::Error)]
#[error("no placement of kind `{kind}`: {problem}")]
pub(crate) struct BadPlacement {
    kind: String,
    problem: String,
}

impl Placement {
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::SqliteFile => "sqlite",
            Self::Postgres(_) => "postgres",
        }
    }

    pub(crate) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::SqliteFile => serde_json::json!({}),
            Self::Postgres(placement) => serde_json::json!(placement),
        }
    }

    pub(crate) fn from_json(kind: &str, json: serde_json::Value) -> Result<Self, BadPlacement> {
        let bad = |problem: String| BadPlacement { kind: kind.to_owned(), problem };
        match kind {
            "sqlite" => Ok(Self::SqliteFile),
            "postgres" => {
                serde_json::from_value(json).map(Self::Postgres).map_err(|error| bad(error.to_string()))
            }
            _ => Err(bad("unknown to this binary".to_owned())),
        }
    }
}
