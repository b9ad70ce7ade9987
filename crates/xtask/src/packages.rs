//! Programs the tests need from the system: installed by us where we may, asked for by name where we may not.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{postgres, process, s3};

/// A Debian package and how we see that it, or the same program from elsewhere, is there.
struct SystemPackage {
    name: &'static str,
    purpose: &'static str,
    is_present: fn() -> bool,
}

const NEEDED: &[SystemPackage] = &[
    SystemPackage {
        // Without a window, a journey takes a quarter less time than with the whole of Chromium.
        name: "chromium-headless-shell",
        purpose: "the browser journeys",
        is_present: || is_in_path("chromium-headless-shell"),
    },
    SystemPackage {
        name: "postgresql",
        purpose: "the database tests on PostgreSQL",
        is_present: || postgres::installation().is_some(),
    },
    SystemPackage {
        name: "libreoffice-calc-nogui",
        purpose: "opening our workbooks in another program",
        is_present: || is_in_path("soffice"),
    },
    SystemPackage {
        name: "python3-aiosmtpd",
        purpose: "sending mails to a real mail server",
        // By the path the tests use: Debian's own Python.
        is_present: || {
            process::succeeds(process::command("/usr/bin/python3").args(["-c", "import aiosmtpd"]))
        },
    },
    SystemPackage {
        name: "python3-venv",
        purpose: "the S3 server that back-ups are tested with",
        is_present: || process::succeeds(process::command(s3::PYTHON).args(["-c", "import ensurepip, venv"])),
    },
];

/// Sees to it that everything in the list is installed.
///
/// # Errors
/// When something is missing and cannot be installed here; the message has the command to run.
pub(crate) fn ensure() -> Result<()> {
    let missing: Vec<&SystemPackage> = NEEDED.iter().filter(|package| !(package.is_present)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    if !(rustix::process::geteuid().is_root() && is_in_path("apt-get")) {
        let purposes: Vec<String> =
            missing.iter().map(|package| format!("{} ({})", package.name, package.purpose)).collect();
        bail!(
            "these programs are missing: {}. On Debian or Ubuntu: sudo apt-get install {}",
            purposes.join(", "),
            names.join(" ")
        );
    }
    process::run(process::command("apt-get").args(["update", "--quiet"]))?;
    process::run(
        process::command("apt-get")
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .args(&names)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )?;
    match missing.iter().find(|package| !(package.is_present)()) {
        None => Ok(()),
        Some(package) => bail!("{} was installed, yet its program is not found in PATH", package.name),
    }
}

/// Whether a program of this name is in PATH.
pub(crate) fn is_in_path(program: &str) -> bool {
    folders_of_path().any(|folder| folder.join(program).is_file())
}

/// The folders programs are looked for in.
pub(crate) fn folders_of_path() -> impl Iterator<Item = std::path::PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).filter(|folder| Path::new(folder).is_dir()).collect::<Vec<_>>().into_iter()
}
