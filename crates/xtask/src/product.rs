//! The server's program, `waarborg`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::{process, workspace};

/// Builds the server alone.
///
/// # Errors
/// When it does not compile.
pub(crate) fn build() -> Result<()> {
    // The program carries the built application; one built before it answers every command but serves no page.
    std::fs::create_dir_all(workspace::frontend().join("dist"))?;
    process::run(process::cargo().args(["build", "--package", "waarborg-server"]))
}

/// Builds everything at once, tests included, so that later stages only run what is there.
///
/// # Errors
/// When something does not compile.
pub(crate) fn build_with_tests() -> Result<()> {
    process::run(process::cargo().args(["build", "--workspace", "--all-features", "--all-targets"]))
}

/// Where a development build puts the program.
pub(crate) fn path() -> PathBuf {
    workspace::target().join("debug/waarborg")
}

/// The program as built last.
pub(crate) fn command() -> Command {
    process::command(&path().to_string_lossy())
}
