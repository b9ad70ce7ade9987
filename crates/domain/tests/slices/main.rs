//! Slices through the product, from service to database and back, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what sets a test up may panic"
)]

mod account;
mod as_of;
mod audit;
mod audit_chain;
mod audit_crash;
mod audit_words;
mod bulk;
mod chart;
mod comment;
mod dashboard;
mod engine;
mod file;
mod filter;
mod firewall;
mod form;
mod form_access;
mod generate;
mod grant;
mod group;
mod import;
mod index;
mod job;
mod life;
mod mail;
mod model;
mod paging;
mod permission;
mod reference;
mod register;
mod right;
mod saved_view;
mod search;
mod stage;
mod take_back;
mod total;
mod upload;
mod user;
mod write;
