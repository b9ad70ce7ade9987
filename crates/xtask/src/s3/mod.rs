//! A throw-away S3 server on the loopback address, for as long as one command runs.
//!
//! It is moto, of the Python world: it installs in seconds, holds every request to its signature and the rights of
//! its key, and knows conditional writes, versions and locks. What it does not know: a lock on an object of several
//! parts, and that nobody can shorten a lock in compliance mode.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Stdio};

use anyhow::{Context, Result, bail};

use crate::stamp::Stamp;
use crate::{process, workspace};

/// The variable in which tests find the server: JSON with its address, region and keys.
pub(crate) const VARIABLE: &str = "WAARBORG_TEST_S3";

/// Debian's own Python: another in PATH may lack what makes environments.
pub(crate) const PYTHON: &str = "/usr/bin/python3";

/// Runs any command with a server beside it.
///
/// # Errors
/// When the server does not start or the command fails.
pub(crate) fn run(args: &crate::beside::Args) -> Result<()> {
    let server = S3::start()?;
    args.run((VARIABLE, server.told()))
}

/// A running server; dropping it stops it. It keeps nothing.
pub(crate) struct S3 {
    child: Child,
    told: String,
}

impl S3 {
    /// Installs it where it is not yet, and starts it.
    ///
    /// # Errors
    /// When it cannot be installed, or does not start.
    pub(crate) fn start() -> Result<Self> {
        let python = installed()?;
        let script = folder().join("server.py");
        let mut child = process::command(&python.to_string_lossy())
            .arg(script)
            // It ends when this is closed: with us, however we end.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting the S3 server of the tests")?;
        let output = child.stdout.take().context("the S3 server of the tests has no output")?;
        let mut server = Self { child, told: String::new() };
        BufReader::new(output).read_line(&mut server.told)?;
        if server.told.is_empty() {
            bail!("the S3 server of the tests does not start");
        }
        Ok(server)
    }

    /// Its address, region and keys, as JSON.
    pub(crate) fn told(&self) -> &str {
        self.told.trim()
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        if let Err(error) = self.child.wait() {
            eprintln!("warning: the S3 server of the tests could not be stopped: {error}");
        }
    }
}

/// An environment of Python with exactly what the list names, made anew when the list has changed.
fn installed() -> Result<PathBuf> {
    let list = folder().join("requirements.txt");
    let environment = workspace::target().join("tools/s3");
    let stamp = Stamp::of(std::slice::from_ref(&list), environment.join("made-from"))?;
    let python = environment.join("bin/python");
    if stamp.is_fresh(&python) {
        return Ok(python);
    }
    process::run(process::command(PYTHON).args(["-m", "venv", "--clear"]).arg(&environment))?;
    process::run(
        process::command(&python.to_string_lossy())
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"])
            .args(["--require-hashes", "--only-binary", ":all:", "--requirement"])
            .arg(&list),
    )?;
    stamp.keep()?;
    Ok(python)
}

fn folder() -> PathBuf {
    workspace::root().join("crates/xtask/src/s3")
}
