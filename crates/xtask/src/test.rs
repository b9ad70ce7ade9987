//! `cargo xtask test`: every test there is, then every check.

use std::process::Command;

use anyhow::Result;

use crate::postgres::{self, Postgres};
use crate::s3::{self, S3};
use crate::stages::Stages;
use crate::{check, frontend, packages, process, product, workspace};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Run only the Rust tests whose name contains one of these; without any, everything runs
    filter: Vec<String>,
}

/// Sets up, builds once, and runs everything; a failure in one stage does not hide the next one's.
///
/// # Errors
/// When a stage failed.
pub(crate) fn run(args: &Args) -> Result<()> {
    let mut stages = Stages::default();
    let outcome =
        if args.filter.is_empty() { everything(&mut stages) } else { selected(&mut stages, &args.filter) };
    stages.conclude(outcome)
}

fn everything(stages: &mut Stages) -> Result<()> {
    set_up(stages)?;
    stages.attempt("frontend: format, lint and types", || process::run(&mut frontend::script("check")))?;
    stages.attempt("frontend: unit tests", || process::run(&mut frontend::script("test:unit")))?;
    stages.require("build", product::build_with_tests)?;
    if has_documentation_tests()? {
        stages.attempt("documentation tests", documentation_tests)?;
    }
    stages.attempt("Rust tests", || with_servers(&mut rust_tests(&[])))?;
    stages.attempt("browser journeys", browser_journeys)?;
    check::product(stages)?;
    check::sources(stages)
}

fn selected(stages: &mut Stages, filter: &[String]) -> Result<()> {
    set_up(stages)?;
    stages.attempt("Rust tests", || with_servers(&mut rust_tests(filter)))
}

fn set_up(stages: &mut Stages) -> Result<()> {
    stages.require("system packages", packages::ensure)?;
    stages.require("frontend: packages", frontend::install)?;
    // Before the Rust build: the server's program carries the built application.
    stages.require("frontend: build", frontend::build)
}

/// The command that runs the Rust tests: nextest where it is installed, else cargo's own runner.
pub(crate) fn rust_tests(filter: &[String]) -> Command {
    let mut tests = process::cargo();
    let is_ci = std::env::var_os("CI").is_some();
    if process::succeeds(process::cargo().args(["nextest", "--version"])) {
        tests.args(["nextest", "run", "--profile", if is_ci { "ci" } else { "default" }]);
    } else {
        tests.args(["test", "--all-targets", "--no-fail-fast"]);
    }
    tests.args(["--workspace", "--all-features"]);
    if !filter.is_empty() {
        tests.arg("--").args(filter);
    }
    tests
}

/// Runs tests beside the servers they need.
pub(crate) fn with_servers(tests: &mut Command) -> Result<()> {
    let (database, store) = (Postgres::start()?, S3::start()?);
    process::run(tests.env(postgres::ADDRESS_VARIABLE, database.address()).env(s3::VARIABLE, store.told()))
}

fn documentation_tests() -> Result<()> {
    process::run(process::cargo().args(["test", "--doc", "--workspace", "--all-features"]))
}

fn browser_journeys() -> Result<()> {
    process::run(frontend::script("test:e2e").env("WAARBORG_BIN", product::path()))
}

fn has_documentation_tests() -> Result<bool> {
    let files = workspace::text_files()?;
    Ok(files.iter().any(|file| file.extension() == "rs" && holds_documentation_test(&file.text)))
}

/// Whether a doc comment has a code block that rustdoc would run.
fn holds_documentation_test(source: &str) -> bool {
    const NOT_RUN: &[&str] = &["text", "ignore", "json", "graphql", "sql", "toml", "yaml", "sh", "console"];
    let fences = source.lines().filter_map(|line| {
        let comment = line.trim_start();
        comment.strip_prefix("///").or_else(|| comment.strip_prefix("//!"))?.trim_start().strip_prefix("```")
    });
    // Fences come in pairs, and only the opening one names a language.
    fences.step_by(2).any(|language| !NOT_RUN.contains(&language.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_code_block_that_rustdoc_runs_counts_as_a_documentation_test() {
        assert!(holds_documentation_test("/// ```\n/// assert!(true);\n/// ```"));
        assert!(holds_documentation_test("//! ```text\n//! x\n//! ```\n//! ```should_panic\n//! ```"));
        assert!(!holds_documentation_test("/// ```text\n/// a picture\n/// ```"));
        assert!(!holds_documentation_test("let fence = \"```\";"));
    }
}
