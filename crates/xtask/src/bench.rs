//! `cargo xtask bench`: one suite of measurements, on a release build.

use anyhow::Result;

use crate::postgres::{self, Postgres};
use crate::process;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Name of the suite, such as api
    suite: String,
    /// Passed on to the suite
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Builds for release and measures, with a PostgreSQL server beside it.
///
/// # Errors
/// When the suite does not build or fails.
pub(crate) fn run(args: &Args) -> Result<()> {
    process::run(process::cargo().args(["build", "--release", "--package", "waarborg-bench"]))?;
    let server = Postgres::start()?;
    process::run_attached(
        process::cargo()
            .args(["run", "--release", "--quiet", "--package", "waarborg-bench", "--", &args.suite])
            .args(&args.arguments)
            .env(postgres::ADDRESS_VARIABLE, server.address()),
    )
}
