//! Licences, bans, sources and, where their database is, advisories: cargo-deny reads deny.toml.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::{process, workspace};

/// The version deny.toml is written for.
const VERSION: &str = "0.20.2";

pub(super) fn check() -> Result<()> {
    let program = installed()?;
    let mut checks = vec!["licenses", "bans", "sources"];
    if has_advisories() {
        checks.push("advisories");
    } else {
        eprintln!(
            "Advisories are not checked: their database is not here. `cargo deny fetch db` fetches it."
        );
    }
    // Warnings (a crate in two versions) are for `cargo deny check`; here only failures matter.
    process::run(
        process::command(&program.to_string_lossy()).args(["--log-level", "error", "check"]).args(checks),
    )
}

/// cargo-deny of the right version: from PATH, else our own copy, built when it is not there yet.
fn installed() -> Result<PathBuf> {
    let tools = workspace::target().join("tools");
    let own = tools.join("bin/cargo-deny");
    let candidates = [PathBuf::from("cargo-deny"), own.clone()];
    if let Some(found) = candidates.into_iter().find(is_right_version) {
        return Ok(found);
    }
    let scratch = tools.join("build");
    process::run(
        process::cargo()
            .args(["install", "cargo-deny", "--locked", "--version", VERSION, "--root"])
            .arg(&tools)
            .env("CARGO_TARGET_DIR", &scratch)
            // It runs for a second: compiling it fast matters more than running it fast.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    )?;
    fs::remove_dir_all(scratch)?;
    Ok(own)
}

fn is_right_version(program: &PathBuf) -> bool {
    let output = std::process::Command::new(program).arg("--version").output();
    output
        .is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim() == format!("cargo-deny {VERSION}"))
}

/// Whether the `RustSec` database was fetched; cargo-deny keeps it in cargo's home.
fn has_advisories() -> bool {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let databases = home.and_then(|home| fs::read_dir(home.join("advisory-dbs")).ok());
    databases.is_some_and(|mut databases| databases.next().is_some())
}
