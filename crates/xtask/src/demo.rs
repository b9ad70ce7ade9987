//! `cargo xtask demo`: from a fresh clone to a running demo environment.

use std::net::SocketAddr;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Result, anyhow};

use crate::{frontend, process, product};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder for the demo's data; it is kept between runs
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Address and port to serve on, such as 127.0.0.1:8080
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// Print one line of JSON about the running demo on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

/// Builds what is out of date, then becomes the server.
///
/// # Errors
/// When something does not build or the server cannot be started.
pub(crate) fn run(args: &Args) -> Result<()> {
    frontend::install()?;
    frontend::build()?;
    product::build()?;

    let mut demo = product::command();
    demo.arg("demo").stdin(Stdio::inherit());
    if let Some(folder) = &args.data_dir {
        // Given from where the developer stands, while the server starts at the root.
        demo.arg("--data-dir").arg(std::path::absolute(folder)?);
    }
    if let Some(address) = args.listen {
        demo.arg("--listen").arg(address.to_string());
    }
    if args.json {
        demo.arg("--json");
    }
    eprintln!("\n$ {}", process::shown(&demo));
    // Becoming the server, rather than waiting for it: Ctrl-C and every signal reach it directly.
    Err(anyhow!("the server could not be started: {}", demo.exec()))
}
