//! What the black-box tests stand on: a whole server in this process, environments with people, and
//! a client that signs in as a person does.
//!
//! ```text
//! both_engines! {
//!     async fn a_viewer_reads(server: &TestServer) {
//!         let viewer = server.pair().await.a.client(Role::Viewer).await;
//!         // …
//!     }
//! }
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "what a test leans on fails at once when it is not there"
)]

mod client;
mod environment;
mod form;
mod one_time_code;
mod raw;
mod redact;
mod run;
mod sdl;
mod seed;
mod server;
mod statements;
mod workbook;

pub use client::{Client, Outcome, Reply};
pub use environment::{Environment, PASSWORD, Person};
pub use form::form_input;
pub use one_time_code::{code_at, wrong_code};
pub use raw::RawReply;
pub use redact::redact;
pub use run::{Company, run};
pub use sdl::{RootField, root_fields, root_fields_of, sdl_file};
pub use seed::{asset, incident, risk, values};
pub use server::{CHEAP, Pair, TestServer, UNLIMITED};
pub use statements::{journal, statements};
pub use tenancy::Engine;
pub use workbook::{far_away_workbook, workbook};
