//! `cargo xtask check`: what can be said about the code without running it.

mod deny;
mod exceptions;
pub(crate) mod generated;
mod layers;
mod machine_paths;
mod size;
mod translations;

use anyhow::{Result, bail};

use crate::stages::Stages;
use crate::{cases, frontend, process, product};

/// Runs every check; builds the server for those that ask it something.
///
/// # Errors
/// When a check fails.
pub(crate) fn run() -> Result<()> {
    let mut stages = Stages::default();
    let outcome = sources(&mut stages).and_then(|()| {
        stages.require("frontend: packages", frontend::install)?;
        stages.require("build", product::build)?;
        product(&mut stages)
    });
    stages.conclude(outcome)
}

/// What the files alone tell; the quick ones come first.
pub(crate) fn sources(stages: &mut Stages) -> Result<()> {
    stages.attempt("format", format)?;
    stages.attempt("layers", layers::check)?;
    stages.attempt("sizes of files", size::check)?;
    stages.attempt("no paths or addresses of one machine", machine_paths::check)?;
    stages.attempt("translations", translations::check)?;
    stages.attempt("security cases have tests", || conclude(&cases::unproven()?))?;
    stages.attempt("exceptions to advisories", exceptions::check)?;
    stages.attempt("licences, bans and sources", deny::check)?;
    stages.attempt("clippy", clippy)
}

/// What only the built server and the frontend's installed packages can tell.
pub(crate) fn product(stages: &mut Stages) -> Result<()> {
    stages.attempt("packs", packs)?;
    stages.attempt("generated files", generated::check)
}

fn format() -> Result<()> {
    process::run(process::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    let mut clippy = process::cargo();
    clippy.args(["clippy", "--workspace", "--all-targets", "--all-features", "--", "--deny", "warnings"]);
    process::run(&mut clippy)
}

fn packs() -> Result<()> {
    process::run(product::command().args(["pack", "check"]))
}

/// Turns a list of findings into the outcome of a check.
fn conclude(findings: &[String]) -> Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    bail!("{}", findings.join("\n"))
}
