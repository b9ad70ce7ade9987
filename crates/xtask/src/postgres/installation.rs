//! Which PostgreSQL is installed, and which account may run it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::packages::folders_of_path;

/// Where Debian keeps the server's programs, one folder per major version, outside PATH.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The folder with the server's programs.
#[derive(Clone)]
pub(crate) struct Installation(PathBuf);

impl Installation {
    /// The full path of one of its programs.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

/// The PostgreSQL found in PATH, else the newest of Debian's.
pub(crate) fn installation() -> Option<Installation> {
    folders_of_path().chain(debian_folders()).find(|folder| is_complete(folder)).map(Installation)
}

fn is_complete(folder: &Path) -> bool {
    ["initdb", "pg_ctl", "postgres"].iter().all(|program| folder.join(program).is_file())
}

fn debian_folders() -> Vec<PathBuf> {
    let names = fs::read_dir(DEBIAN).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let mut majors: Vec<u32> = names.filter_map(|name| name.to_str()?.parse().ok()).collect();
    majors.sort_unstable_by(|a, b| b.cmp(a));
    majors.iter().map(|major| Path::new(DEBIAN).join(major.to_string()).join("bin")).collect()
}

/// A system account.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Account {
    pub(super) user: u32,
    pub(super) group: u32,
}

impl Account {
    /// The account to run the server under: our own (`None`), unless we are root.
    pub(super) fn for_server() -> Result<Option<Self>> {
        if !rustix::process::geteuid().is_root() {
            return Ok(None);
        }
        let accounts = fs::read_to_string("/etc/passwd")?;
        match ["postgres", "nobody"].iter().find_map(|name| Self::named(name, &accounts)) {
            Some(account) => Ok(Some(account)),
            None => bail!("PostgreSQL refuses to run as root, and there is no user postgres or nobody"),
        }
    }

    fn named(name: &str, accounts: &str) -> Option<Self> {
        accounts.lines().find_map(|line| {
            let mut fields = line.split(':');
            let is_it = fields.next() == Some(name);
            let _password = fields.next();
            let (user, group) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
            is_it.then_some(Self { user, group })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        let accounts =
            "root:x:0:0:root:/root:/bin/bash\npostgresql:x:7:7::/:/bin/sh\npostgres:x:101:104::/:/bin/sh";
        assert_eq!(Account::named("postgres", accounts), Some(Account { user: 101, group: 104 }));
        assert_eq!(Account::named("nobody", accounts), None);
    }
}
