//! Hostname to tenant to database.
//!
//! The host of a request is parsed once ([`Host`]), looked up in memory ([`Registry`]) and becomes a
//! [`TenantEntry`]; [`Tenancy::open`] turns that into a [`TenantDb`], the only way to an
//! environment's data. No id in a request ever chooses a database. Keys ([`TenantKey`]) and
//! files ([`TenantBlobs`]) are an environment's own in the same way.
//!
//! An environment's database is a SQLite file or a PostgreSQL database with a role of its own
//! ([`Placement`]); the crates above cannot tell which, but by [`TenantDb::engine`].

mod adoption;
mod backup_log;
mod blobs;
mod config;
mod control;
mod database;
mod databases;
mod error;
mod fence;
mod files;
mod firewall;
mod forwarded;
mod host;
mod master_key;
mod placement;
mod pools;
mod registry;
mod relocation;
mod resolve;
mod seal;
mod snapshot;
mod tenancy;
mod tenant;
mod tenant_db;
mod tenant_key;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

pub use adoption::{Adoption, NewHome};
pub use backup_log::{
    BackupDrill, BackupFigures, BackupProof, BackupReason, BackupRun, BackupStanding, BackupState,
    BackupTier, Restore, RestorePurpose, RestoreState,
};
pub use blobs::{BadBlobName, BlobName, TenantBlobs, pieces};
pub use config::{
    BadPostgresAddress, ControlConfig, MasterKeySource, PlacementChoice, PoolLimits, PostgresAddress,
    PostgresCluster, TenancyConfig,
};
pub use control::backup::{BackupLog, BackupPlan};
pub use database::Engine;
pub use error::{OpenError, database_error};
pub use firewall::{
    BadNetwork, Channel, Cost, Decision, Firewall, FirewallConfig, FirewallLimits, FirewallPolicy, Network,
    OnTrip, Place, PolicyRule, Reason, Refusal, Refusals, RuleAction, Subject, Visitor, parse_address,
};
pub use forwarded::{ClientAddress, PeerAddress, TrustedProxies};
pub use host::{BadHost, Host};
pub use master_key::{BadMasterKey, MasterKey};
pub use placement::{Placement, PostgresPlacement, SqlitePlacement};
pub use pools::PoolStats;
pub use registry::Registry;
pub use relocation::{Loaded, Moved, Moving, Relocation};
pub use resolve::{ResolveTenant, ResolveTenantService};
pub use seal::{SecretKey, Unsealable, seal, unseal};
pub use snapshot::{Damage, RebuildError, Snapshot, TableDigest, carry_over, rebuild};
pub use tenancy::Tenancy;
pub use tenant::{NewTenant, Slug, TenantEntry, TenantStatus};
pub use tenant_db::TenantDb;
pub use tenant_key::TenantKey;
