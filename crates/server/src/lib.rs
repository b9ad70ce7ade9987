//! The composition root: configuration, HTTP, commands. The only place that knows every crate.

// One GraphQL request is one future of all that may happen in it: in a release build the compiler lays it
// out as a whole, deeper than it goes by default.
#![recursion_limit = "256"]

mod app;
mod audit_watch;
mod backups;
mod canary;
pub mod cli;
mod command;
mod config;
pub mod demo;
mod healing;
pub mod http;
pub mod importing;
mod mail_settings;
mod postman;
mod witness;

pub use app::App;
pub use backups::{BackupSettings, Backups, at_once as backups_at_once, signing_key as backup_key};
pub use canary::Canary;
pub use config::{LimitSettings, Settings};
pub use postman::Delivery;
pub use witness::WitnessFolder;
