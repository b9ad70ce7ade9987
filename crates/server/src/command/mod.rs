//! One file per command.

#![allow(clippy::print_stdout, reason = "commands speak to the terminal")]

pub(crate) mod audit;
pub(crate) mod backup;
pub(crate) mod demo;
pub(crate) mod firewall;
pub(crate) mod import;
pub(crate) mod pack;
pub(crate) mod relocate;
pub(crate) mod schema;
pub(crate) mod serve;
pub(crate) mod support;
pub(crate) mod tenant;
pub(crate) mod user;

/// Completes when the process is asked to stop: Ctrl-C or SIGTERM.
async fn asked_to_stop() {
    let interrupt = async { tokio::signal::ctrl_c().await.ok() };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<Option<()>>();
    tokio::select! {
        _ = interrupt => {}
        _ = terminate => {}
    }
}
