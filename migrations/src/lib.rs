//! The tables of Waarborg, the same on SQLite and on PostgreSQL.
//!
//! [`control`] is the one registry of all environments; [`tenant`] is what every environment has in
//! a database of its own. One file per aggregate; a migration that has shipped is never edited.

#![allow(
    clippy::wildcard_imports,
    reason = "sea-orm-migration's column shorthand is made to be imported whole"
)]

pub mod control;
mod schema_state;
mod table;
pub mod tenant;

pub use schema_state::{SchemaState, schema_state, schema_version};
