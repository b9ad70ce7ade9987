//! The product: one folder per aggregate, each with its own entity, rules, repository and services.
//!
//! Services read in one order: load, authorise, rule, save (with version check), audit. They take a
//! [`Ctx`], which is one actor in one environment, and know nothing of GraphQL or HTTP.

mod access;
mod as_of;
pub mod audit;
pub mod chart;
pub mod comment;
pub mod country;
mod ctx;
pub mod dashboard;
pub mod file;
pub mod firewall;
pub mod form;
pub mod grant;
pub mod group;
pub mod job;
pub mod link;
pub mod mail;
pub mod portable;
pub mod put_back;
pub mod record;
mod right;
pub mod saved_view;
pub mod soundness;
pub mod text;
pub mod upload;
pub mod user;

pub use access::{Access, Credential, Permission, beside_role, may};
pub use ctx::{Ctx, Domain, Request, WriteTx};
pub use right::{Given, Grantee};
