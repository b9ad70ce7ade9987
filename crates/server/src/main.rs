//! `waarborg`: the server and its commands.

use std::process::ExitCode;

use clap::Parser;
use waarborg_server::cli::Cli;

#[tokio::main]
async fn main() -> ExitCode {
    match Cli::parse().run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&error);
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stderr, reason = "an operator reads it in the terminal")]
fn report(error: &anyhow::Error) {
    eprintln!("waarborg: {error:#}");
}
