//! The single-page application: its packages, its build and its scripts.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::stamp::Stamp;
use crate::{process, workspace};

/// The oldest major version of Node.js the build tools support.
const OLDEST_NODE: u32 = 20;

/// Installs the packages named in the lock file, when that has changed since the last time.
///
/// # Errors
/// When Node.js is missing or too old, or the installation fails.
pub(crate) fn install() -> Result<()> {
    ensure_node()?;
    let folder = workspace::frontend();
    let packages = folder.join("node_modules");
    let sources = [folder.join("package.json"), folder.join("package-lock.json")];
    // Kept inside node_modules: who deletes the one deletes the other.
    let stamp = Stamp::of(&sources, packages.join(".waarborg-lock"))?;
    if stamp.is_fresh(&packages) {
        return Ok(());
    }
    process::run(npm().args(["ci", "--no-audit", "--no-fund"]))?;
    stamp.keep()
}

/// Builds the application into `frontend/dist`, when a source has changed since the last time.
///
/// # Errors
/// When the build fails.
pub(crate) fn build() -> Result<()> {
    let sources = [workspace::frontend(), workspace::root().join("schema.graphql")];
    let stamp = Stamp::of(&sources, workspace::target().join("xtask/frontend-build"))?;
    if stamp.is_fresh(&workspace::frontend().join("dist/index.html")) {
        return Ok(());
    }
    process::run(&mut script("build"))?;
    stamp.keep()
}

/// One of the scripts of `frontend/package.json`.
pub(crate) fn script(name: &str) -> Command {
    let mut command = npm();
    command.args(["run", name]);
    command
}

fn npm() -> Command {
    let mut command = process::command("npm");
    command.current_dir(workspace::frontend());
    command
}

fn ensure_node() -> Result<()> {
    let version = process::capture(process::command("node").arg("--version")).with_context(|| {
        format!("Node.js {OLDEST_NODE} or newer, with npm, is needed (https://nodejs.org)")
    })?;
    match major(&version) {
        Some(found) if found >= OLDEST_NODE => Ok(()),
        _ => bail!("Node.js {OLDEST_NODE} or newer is needed; this is {}", version.trim()),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_node_prints() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("unknown"), None);
    }
}
