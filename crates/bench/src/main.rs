//! Measurements of the product, one suite each. Run them with `cargo xtask bench <suite>`;
//! docs/BENCHMARKS.md says how to read them.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program: what it prints is its interface"
)]

mod api;
mod audit;
mod backup;
mod child;
mod data_set;
mod engine;
mod latency;
mod load;
mod ratio;
mod registers;
mod risk;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "waarborg-bench", about = "Measurements of Waarborg")]
struct Cli {
    #[command(subcommand)]
    suite: Suite,
}

#[derive(Subcommand)]
enum Suite {
    /// The list of 50 records through the whole stack, beside a bare handler running the same SQL
    Api(api::Args),
    /// What an event of the audit log adds to a change, and how fast a log is checked
    Audit(audit::Args),
    /// Pages of a large register of every kind, and files of all of it
    Registers(registers::Args),
    /// Back-ups of a large environment and of many small ones, their proof, and putting back
    Backup(backup::Args),
    /// One of the servers that are measured; its description comes on standard input
    #[command(hide = true, name = child::SUBCOMMAND)]
    Serve,
    /// One side of a comparison; its description comes on standard input
    #[command(hide = true, name = child::WORK)]
    Work,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match Cli::parse().suite {
        Suite::Api(args) => Box::pin(api::run(&args)).await,
        Suite::Audit(args) => Box::pin(audit::run(&args)).await,
        Suite::Registers(args) => Box::pin(registers::run(&args)).await,
        Suite::Backup(args) => Box::pin(backup::run(&args)).await,
        Suite::Work => {
            println!("{}", serde_json::to_string(&Box::pin(backup::work(child::description()?)).await?)?);
            Ok(())
        }
        Suite::Serve => Box::pin(api::serve(child::description()?)).await,
    }
}
