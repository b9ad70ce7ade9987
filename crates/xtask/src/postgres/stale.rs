//! Servers left behind by a run that was killed: found by their folder's name, stopped and removed.

use std::path::{Path, PathBuf};
use std::{env, fs};

use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};

use super::{Cluster, Installation};

const PREFIX: &str = "waarborg-postgres-";

/// The folder for this run's server. It carries the process id, by which a later run sees that we are gone.
pub(super) fn folder_of_this_process() -> PathBuf {
    env::temp_dir().join(format!("{PREFIX}{}", std::process::id()))
}

/// Stops and removes the servers whose run no longer exists.
pub(super) fn remove_all(installation: &Installation) {
    for entry in fs::read_dir(env::temp_dir()).into_iter().flatten().flatten() {
        let is_stale = entry.file_name().to_str().and_then(owner).is_some_and(|owner| !is_running(owner));
        // The entry's own type: a link somebody else put there is not followed.
        if is_stale && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove(installation, &entry.path());
        }
    }
}

fn remove(installation: &Installation, folder: &Path) {
    eprintln!("Removing the test database of an earlier run, {}", folder.display());
    if let Ok(cluster) = Cluster::abandoned(installation.clone(), folder.to_path_buf()) {
        cluster.stop();
    }
}

/// The process a folder belongs to.
fn owner(folder: &str) -> Option<u32> {
    folder.strip_prefix(PREFIX)?.parse().ok()
}

/// Our own id counts as gone: the folder is looked at before this run makes one.
fn is_running(process: u32) -> bool {
    let pid = i32::try_from(process).ok().and_then(Pid::from_raw);
    // Another user's process may not be signalled, but it is there.
    process != std::process::id() && pid.is_some_and(|pid| test_kill_process(pid) != Err(Errno::SRCH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_folders_of_ours_have_an_owner() {
        assert_eq!(owner("waarborg-postgres-4711"), Some(4711));
        assert_eq!(owner("waarborg-postgres-"), None);
        assert_eq!(owner("systemd-private-4711"), None);
    }

    #[test]
    fn a_living_process_is_seen_to_run() {
        assert!(is_running(std::os::unix::process::parent_id()));
    }
}
