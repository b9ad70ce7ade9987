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

/// Completes when the process is asked to stop: Ctrl-C or SIGTERM. On Unix, whoever asks after this call asks in time:
/// it need not be waited for. Elsewhere it hears nothing until it is.
fn asked_to_stop() -> impl Future<Output = ()> {
    #[cfg(unix)]
    let [interrupt, terminate] = {
        use tokio::signal::unix::{SignalKind, signal};
        [SignalKind::interrupt(), SignalKind::terminate()].map(signal)
    };
    #[cfg(unix)]
    let asked = async {
        tokio::select! {
            () = received(interrupt) => {}
            () = received(terminate) => {}
        }
    };
    #[cfg(not(unix))]
    let asked = async { tokio::signal::ctrl_c().await.unwrap_or(()) };
    asked
}

/// Completes when whoever started this process is gone, however that went: nobody holds the other end any more.
async fn stdin_ended() {
    let (ended, heard) = tokio::sync::oneshot::channel();
    // A thread of its own, which no runtime waits for at the end.
    std::thread::spawn(move || {
        std::io::copy(&mut std::io::stdin(), &mut std::io::sink()).ok();
        ended.send(()).ok();
    });
    heard.await.ok();
}

/// Completes with the first signal; never when it cannot be listened to.
#[cfg(unix)]
async fn received(signals: std::io::Result<tokio::signal::unix::Signal>) {
    match signals {
        Ok(mut signals) => drop(signals.recv().await),
        Err(_) => std::future::pending().await,
    }
}
