//! Running other programs: announced, interruptible, and never silent about a failure.

use std::io::{self, ErrorKind};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use rustix::process::{Pid, Signal, kill_process};

use crate::{interrupt, workspace};

const POLL: Duration = Duration::from_millis(20);

/// A program that will run at the root of the repository, without standard input.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root()).stdin(Stdio::null());
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(describes_this_crate)) {
        command.env_remove(name);
    }
    command
}

/// Whether `cargo run` set the variable to tell us about ourselves. Passed on to another cargo, it would make build
/// scripts that look at it run again (ring's does), and with them half of all dependencies compile again.
fn describes_this_crate(variable: &str) -> bool {
    variable.starts_with("CARGO_MANIFEST_") || variable.starts_with("CARGO_PKG_")
}

/// The cargo this program was started by.
pub(crate) fn cargo() -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
}

/// Runs a step, its output on standard error.
///
/// # Errors
/// When the program is missing, ends with a failure, or the run is interrupted.
pub(crate) fn run(step: &mut Command) -> Result<()> {
    run_attached(step.stdout(io::stderr()))
}

/// Runs a step whose standard output is the answer, so it is passed on as it is.
///
/// # Errors
/// As [`run`].
pub(crate) fn run_attached(step: &mut Command) -> Result<()> {
    eprintln!("\n$ {}", shown(step));
    let mut child = step.spawn().map_err(|error| not_started(step, &error))?;
    let status = wait(&mut child)?;
    if interrupt::requested() {
        bail!("interrupted");
    }
    ensure_success(step, status)
}

/// Runs a step in silence and returns what it wrote to standard output.
///
/// # Errors
/// As [`run`], and when the output is not UTF-8.
pub(crate) fn capture(step: &mut Command) -> Result<String> {
    let output = step.stderr(Stdio::inherit()).output().map_err(|error| not_started(step, &error))?;
    ensure_success(step, output.status)?;
    String::from_utf8(output.stdout).with_context(|| format!("the output of `{}` is not text", shown(step)))
}

/// Whether a program can be started and ends well; nothing is shown.
pub(crate) fn succeeds(step: &mut Command) -> bool {
    step.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The command as somebody would type it.
pub(crate) fn shown(step: &Command) -> String {
    let program = std::path::Path::new(step.get_program());
    let name = program.file_name().unwrap_or(step.get_program());
    std::iter::once(name)
        .chain(step.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Waits for the end; when asked to stop, asks the child first and lets it finish in its own way.
#[expect(clippy::disallowed_methods, reason = "a synchronous program: there is no worker thread to block")]
fn wait(child: &mut Child) -> Result<ExitStatus> {
    let mut is_told = false;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if interrupt::requested() && !is_told {
            is_told = true;
            // It may have ended in the meantime, which the next turn sees.
            let _ = kill_process(Pid::from_child(child), Signal::TERM);
        }
        std::thread::sleep(POLL);
    }
}

fn ensure_success(step: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    bail!("`{}` failed ({status})", shown(step))
}

fn not_started(step: &Command, error: &io::Error) -> anyhow::Error {
    let program = step.get_program().to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => anyhow!("`{program}` is not installed, or not in PATH"),
        _ => anyhow!("`{program}` could not be started: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_cargo_is_not_told_about_this_crate() {
        let cargo = command("cargo");
        let removed: Vec<_> = cargo.get_envs().filter(|(_, value)| value.is_none()).collect();
        assert!(removed.iter().any(|(name, _)| *name == "CARGO_MANIFEST_DIR"));
        assert!(!removed.iter().any(|(name, _)| *name == "CARGO_HOME" || *name == "CARGO"));
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut command("no-such-program-anywhere")).expect_err("it is missing");
        assert_eq!(error.to_string(), "`no-such-program-anywhere` is not installed, or not in PATH");
    }
}
