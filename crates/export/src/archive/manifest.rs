//! What an archive says of itself.

use std::collections::BTreeMap;

use kernel::{Instant, Locale, TenantId};
use ledger::Hash;
use serde::{Deserialize, Serialize};
use tenancy::TableDigest;

/// The name and number of the format.
pub const FORMAT: &str = "waarborg archive 1";
/// The entry that holds the manifest.
pub const MANIFEST: &str = "manifest.json";
/// The entry that holds the database.
pub const DATABASE: &str = "environment.sqlite";
/// Where files lie.
pub const FILES: &str = "files/";

/// What an archive says of itself; `docs/ARCHIVE-FORMAT.md` explains every member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Manifest {
    /// Always [`FORMAT`].
    pub format: String,
    /// Whose it is.
    pub environment: Origin,
    /// The moment it shows.
    pub taken_at: Instant,
    /// What made it.
    pub versions: Versions,
    /// The language of what is made for reading.
    pub language: Locale,
    /// What is in every table that is carried.
    pub tables: BTreeMap<String, Table>,
    /// The tables that are there and empty.
    pub left_out: Vec<String>,
    /// The last event of the audit log.
    pub audit_head: Option<AuditHead>,
    /// Everything in the archive but the manifest itself.
    pub entries: Vec<Entry>,
}

/// The environment an archive is of, as it was known where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Origin {
    /// Its id, which it keeps wherever it goes.
    pub id: TenantId,
    /// Its short name.
    pub slug: String,
    /// Its name, for its users.
    pub name: String,
    /// Its address.
    pub host: String,
    /// The language of whoever has not chosen one.
    pub locale: Locale,
}

/// What made an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Versions {
    /// The program.
    pub waarborg: String,
    /// The newest migration of the tables.
    pub schema: String,
    /// The library that wrote the database.
    pub sqlite: String,
}

/// What is in a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// How many rows.
    pub rows: u64,
    /// What they add up to, see [`TableDigest::sum`].
    pub sum: Hash,
}

impl From<TableDigest> for Table {
    fn from(digest: TableDigest) -> Self {
        Self { rows: digest.rows, sum: Hash(digest.sum) }
    }
}

/// The end of the audit log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditHead {
    /// The number of the last event.
    pub seq: i64,
    /// Its hash.
    pub hash: Hash,
}

/// One entry of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its path.
    pub name: String,
    /// How long it is.
    pub bytes: u64,
    /// SHA-256 of it.
    pub sha256: Hash,
}
