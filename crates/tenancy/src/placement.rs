//! Where an environment's database is.

use kernel::Random;
use serde::{Deserialize, Serialize};

/// Where an environment's database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// A file in the environment's own folder: `<data directory>/tenants/<slug>/<file>`.
    SqliteFile(SqlitePlacement),
    /// A database with a role of its own on a PostgreSQL cluster.
    Postgres(PostgresPlacement),
}

/// A file in the environment's own folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SqlitePlacement {
    /// The file's name.
    #[serde(default = "first_file")]
    pub file: String,
}

/// The name of the file that an environment begins with.
fn first_file() -> String {
    "tenant.db".to_owned()
}

impl Default for SqlitePlacement {
    fn default() -> Self {
        Self { file: first_file() }
    }
}

impl SqlitePlacement {
    /// A name that no file in the folder has: a later database of the same environment.
    pub(crate) fn another(random: &dyn Random) -> Self {
        Self { file: format!("tenant-{}.db", drawn(random)) }
    }

    fn is_sound(&self) -> bool {
        let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        self.file.strip_suffix(".db").is_some_and(|name| !name.is_empty() && name.bytes().all(is_allowed))
    }
}

/// Eight hexadecimal digits drawn by chance.
pub(crate) fn drawn(random: &dyn Random) -> String {
    let mut bytes = [0_u8; 4];
    random.fill(&mut bytes);
    format!("{:08x}", u32::from_be_bytes(bytes))
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
    /// `sqlite` or `postgres`: what a customer may know of a place.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::SqliteFile(_) => "sqlite",
            Self::Postgres(_) => "postgres",
        }
    }

    pub(crate) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::SqliteFile(placement) => serde_json::json!(placement),
            Self::Postgres(placement) => serde_json::json!(placement),
        }
    }

    pub(crate) fn from_json(kind: &str, json: serde_json::Value) -> Result<Self, BadPlacement> {
        let bad = |problem: String| BadPlacement { kind: kind.to_owned(), problem };
        match kind {
            "sqlite" => {
                let placement: SqlitePlacement =
                    serde_json::from_value(json).map_err(|error| bad(error.to_string()))?;
                if placement.is_sound() {
                    Ok(Self::SqliteFile(placement))
                } else {
                    Err(bad(format!("`{}` is no name of a file", placement.file)))
                }
            }
            "postgres" => {
                serde_json::from_value(json).map(Self::Postgres).map_err(|error| bad(error.to_string()))
            }
            _ => Err(bad("unknown to this binary".to_owned())),
        }
    }
}
