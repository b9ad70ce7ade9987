//! The product from outside, over HTTP, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "what a test leans on fails at once when it is not there"
)]

mod archive;
mod as_of;
mod audit;
mod backups;
mod charts;
mod contract;
mod designing;
mod example;
mod exchange;
mod files;
mod firewall;
mod hostile;
mod mail;
mod people;
mod queries;
mod rights;
mod schema;
mod tenants;
