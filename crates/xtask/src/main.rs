//! `cargo xtask <command>`: everything a developer or a build machine runs, one file per command.
//!
//! Progress goes to standard error, so that standard output holds only what a command is asked for.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program: what it prints is its interface"
)]

mod bench;
mod beside;
mod cases;
mod check;
mod demo;
mod frontend;
mod interrupt;
mod packages;
mod postgres;
mod process;
mod product;
mod regen;
mod s3;
mod stages;
mod stamp;
mod test;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Waarborg's developer commands")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build everything and start the demo environment; needs only Rust and Node.js
    Demo(demo::Args),
    /// Install what the tests need, run every test, then every check
    Test(test::Args),
    /// Format, lints, layers, generated files, sizes, translations, licences
    Check,
    /// List each security case with the tests that prove it
    Cases(cases::Args),
    /// Write the generated files anew: GraphQL schema, frontend types, reviewed snapshots
    Regen(regen::Args),
    /// Build for release and run one suite of measurements
    Bench(bench::Args),
    /// Run a command with a throw-away PostgreSQL server (`WAARBORG_TEST_POSTGRES` holds its address)
    Postgres(beside::Args),
    /// Run a command with a throw-away S3 server (`WAARBORG_TEST_S3` holds its address and keys)
    S3(beside::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = interrupt::listen().and_then(|()| match cli.command {
        Command::Demo(args) => demo::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Check => check::run(),
        Command::Cases(args) => cases::run(&args),
        Command::Regen(args) => regen::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Postgres(args) => postgres::run(&args),
        Command::S3(args) => s3::run(&args),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
