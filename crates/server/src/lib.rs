//! The composition root: configuration, HTTP, commands. The only place that knows every crate.

mod app;
pub mod cli;
mod command;
mod config;
pub mod demo;
pub mod http;

pub use app::App;
pub use config::Settings;
