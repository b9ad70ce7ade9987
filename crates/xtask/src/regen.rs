//! `cargo xtask regen`: writes the generated files anew.

use std::fs;

use anyhow::{Context, Result};

use crate::{check, frontend, process, product, test};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Also accept every changed test snapshot; review them in the diff
    #[arg(long)]
    snapshots: bool,
}

/// Writes the GraphQL schema, the frontend's types from it, and the snapshots when asked.
///
/// # Errors
/// When the server does not build or a generator fails.
pub(crate) fn run(args: &Args) -> Result<()> {
    frontend::install()?;
    // Not the frontend's build: types from the old schema must not keep the new ones from being made.
    product::build()?;
    let schema = process::capture(product::command().arg("schema"))?;
    fs::write(check::generated::schema_path(), schema).context("writing schema.graphql")?;
    process::run(&mut frontend::script("codegen"))?;
    if args.snapshots {
        test::with_servers(test::rust_tests(&[]).env("INSTA_UPDATE", "always"))?;
    }
    eprintln!("\nGenerated files are up to date; see the differences with `git diff`.");
    Ok(())
}
