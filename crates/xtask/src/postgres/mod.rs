//! A throw-away PostgreSQL server on the loopback address, for as long as one command runs.

mod installation;
mod stale;

use std::fs::{self, DirBuilder};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{DirBuilderExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};

pub(crate) use installation::installation;
use installation::{Account, Installation};

use crate::process;

/// The variable in which tests find the server's address; they make and drop databases of their own there.
pub(crate) const ADDRESS_VARIABLE: &str = "WAARBORG_TEST_POSTGRES";

/// How often another port is tried when somebody else took the one just found free.
const ATTEMPTS: u32 = 3;

/// Nothing here outlives the command, so nothing is made safe against a crash. Every test opens pools of its own.
const SETTINGS: &str = "
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 300
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
";

/// Runs any command with a server beside it.
///
/// # Errors
/// When the server does not start or the command fails.
pub(crate) fn run(args: &crate::beside::Args) -> Result<()> {
    let server = Postgres::start()?;
    args.run((ADDRESS_VARIABLE, &server.address()))
}

/// A running server; dropping it stops it and removes its data.
pub(crate) struct Postgres {
    cluster: Cluster,
    port: u16,
}

impl Postgres {
    /// Makes a new cluster in a temporary folder and starts it.
    ///
    /// # Errors
    /// When PostgreSQL is not installed, or does not start.
    pub(crate) fn start() -> Result<Self> {
        let installation = installation()
            .ok_or_else(|| anyhow!("PostgreSQL is not installed; on Debian: apt-get install postgresql"))?;
        stale::remove_all(&installation);
        let cluster = Cluster::create(installation, stale::folder_of_this_process())?;
        let mut failure = anyhow!("no port was tried");
        for _ in 0..ATTEMPTS {
            let port = free_port()?;
            match cluster.start(port) {
                Ok(()) => return Ok(Self { cluster, port }),
                Err(error) => failure = error,
            }
        }
        Err(failure)
    }

    /// The server's address, with a user who may do everything and needs no password.
    pub(crate) fn address(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.cluster.stop();
    }
}

/// A folder with a server's data and log; dropping it removes the folder.
struct Cluster {
    installation: Installation,
    account: Option<Account>,
    folder: PathBuf,
}

impl Cluster {
    fn create(installation: Installation, folder: PathBuf) -> Result<Self> {
        DirBuilder::new()
            .mode(0o700)
            .create(&folder)
            .with_context(|| format!("making {}", folder.display()))?;
        let cluster = Self { installation, account: Account::for_server()?, folder };
        if let Some(account) = cluster.account {
            chown(&cluster.folder, Some(account.user), Some(account.group))?;
        }
        process::capture(
            cluster
                .tool("initdb")
                .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"])
                .args(["--no-sync", "--no-instructions", "--pgdata"])
                .arg(cluster.data()),
        )?;
        let configuration = cluster.data().join("postgresql.conf");
        let defaults = fs::read_to_string(&configuration)?;
        fs::write(configuration, defaults + SETTINGS)?;
        Ok(cluster)
    }

    /// Takes over what an earlier run left behind, to stop and remove it.
    fn abandoned(installation: Installation, folder: PathBuf) -> Result<Self> {
        Ok(Self { installation, account: Account::for_server()?, folder })
    }

    fn start(&self, port: u16) -> Result<()> {
        let log = self.folder.join("log");
        let is_started = process::succeeds(
            self.tool("pg_ctl")
                .args(["start", "--wait", "--silent", "--timeout=60", "--pgdata"])
                .arg(self.data())
                .arg("--log")
                .arg(&log)
                .arg(format!("--options=-p {port}")),
        );
        if is_started {
            return Ok(());
        }
        self.stop();
        bail!("PostgreSQL does not start:\n{}", fs::read_to_string(log).unwrap_or_default())
    }

    fn stop(&self) {
        let mut stop = self.tool("pg_ctl");
        stop.args(["stop", "--mode=immediate", "--wait", "--silent", "--pgdata"]).arg(self.data());
        if self.data().join("postmaster.pid").exists() && !process::succeeds(&mut stop) {
            eprintln!("warning: the test database in {} could not be stopped", self.folder.display());
        }
    }

    /// One of the server's programs, run as a user other than root, which PostgreSQL refuses.
    fn tool(&self, name: &str) -> Command {
        let mut tool = Command::new(self.installation.program(name));
        tool.current_dir(&self.folder).stdin(Stdio::null());
        if let Some(account) = self.account {
            tool.uid(account.user).gid(account.group);
        }
        tool
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

fn remove(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder) {
        eprintln!("warning: {} could not be removed: {error}", folder.display());
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("finding a free port")?;
    Ok(listener.local_addr()?.port())
}
