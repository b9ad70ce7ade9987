//! Ctrl-C and a polite stop end the running step, and what was started is tidied away before leaving.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use anyhow::{Context, Result};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

static REQUESTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// What a shell reports for a program ended by Ctrl-C.
const EXIT_STATUS: i32 = 130;

/// Starts watching. The first signal asks for an orderly end, a second one leaves at once.
pub(crate) fn listen() -> Result<()> {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        // The order matters: the shutdown acts on the flag as it was before this signal raised it.
        flag::register_conditional_shutdown(signal, EXIT_STATUS, Arc::clone(&REQUESTED))
            .and_then(|_| flag::register(signal, Arc::clone(&REQUESTED)))
            .context("watching for Ctrl-C")?;
    }
    Ok(())
}

/// Whether somebody asked to stop.
pub(crate) fn requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}
