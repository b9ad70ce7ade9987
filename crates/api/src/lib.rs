//! The GraphQL schema: objects, inputs, payloads, loaders and limits. Thin: services decide.

mod connection;
mod cost;
mod error;
mod execute;
mod guard;
mod loader;
mod mutation;
mod query;
mod refused;
mod scope;
mod types;

pub use execute::{Answer, Caller, CookieChange, Schema, execute, schema, sdl};
pub use guard::{Limits, Refusal, check};
pub use scope::{Post, Services};
