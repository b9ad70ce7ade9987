//! Servers and pieces of work in processes of their own, so that each one's memory and threads are its own.
//!
//! A child is this program again. It reads what to do as one line of JSON on standard input. A server writes
//! its port as one line on standard output, and stops when its standard input closes: also when the
//! parent is gone. A piece of work writes what came of it, and ends.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr},
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, anyhow, ensure};
use serde::{Serialize, de::DeserializeOwned};
use tokio::{net::TcpListener, task::spawn_blocking, time::timeout};

/// The subcommand that makes this program a server.
pub(crate) const SUBCOMMAND: &str = "serve";
/// The subcommand that has this program do one piece of work.
pub(crate) const WORK: &str = "work";
/// How long a server may take to open its database and listen.
const START_TIME: Duration = Duration::from_mins(1);

/// A server at work in another process; dropping it ends the process.
pub(crate) struct ServerProcess {
    process: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl ServerProcess {
    /// Starts a server and waits until it listens.
    pub(crate) async fn start(description: &impl Serialize) -> Result<Self> {
        let mut process = Command::new(env::current_exe()?)
            .arg(SUBCOMMAND)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting a server")?;
        let output = process.stdout.take().context("a server without output")?;
        let mut line = serde_json::to_string(description)?;
        line.push('\n');
        process.stdin.as_mut().context("a server without input")?.write_all(line.as_bytes())?;
        // From here on the process ends with this value.
        let mut server = Self { process, address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)) };
        let first_line = spawn_blocking(move || {
            let mut line = String::new();
            BufReader::new(output).read_line(&mut line).map(|_| line)
        });
        let line = timeout(START_TIME, first_line).await.context("a server did not start in time")???;
        let port = line.trim().parse().map_err(|_| anyhow!("a server ended before it listened"))?;
        server.address.set_port(port);
        Ok(server)
    }

    /// The most memory the process ever had, in KiB, as the kernel counts it; `None` where it does not tell.
    pub(crate) fn peak_memory_kib(&self) -> Option<u32> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().strip_suffix("kB")?.trim().parse().ok()
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        if self.process.kill().is_ok() {
            self.process.wait().ok();
        }
    }
}

/// Has a process of its own do one piece of work; what it says came of it.
pub(crate) async fn work<T: DeserializeOwned>(description: &impl Serialize) -> Result<T> {
    let mut line = serde_json::to_string(description)?;
    line.push('\n');
    let mut process = Command::new(env::current_exe()?)
        .arg(WORK)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting a piece of work")?;
    process.stdin.take().context("a process without input")?.write_all(line.as_bytes())?;
    let done = spawn_blocking(|| process.wait_with_output()).await??;
    ensure!(done.status.success(), "a piece of work failed");
    serde_json::from_slice(&done.stdout).context("a piece of work that says nothing")
}

/// In a child: what it is to do.
pub(crate) fn description<T: DeserializeOwned>() -> Result<T> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    serde_json::from_str(&line).context("this command is for the measurements themselves")
}

/// In a child: listens on a free port of the loopback address.
pub(crate) async fn listen() -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("finding a free port")
}

/// In a child: tells the parent that connections are taken.
pub(crate) fn announce(listener: &TcpListener) -> Result<()> {
    println!("{}", listener.local_addr()?.port());
    Ok(())
}

/// In a child: completes when the parent closes the input, or is gone.
pub(crate) async fn parent_is_done() {
    let rest = spawn_blocking(|| io::copy(&mut io::stdin().lock(), &mut io::sink()));
    // Whatever it was that ended the input, there is nobody left to serve.
    rest.await.ok();
}
