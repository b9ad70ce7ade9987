//! A real mail server for tests: Debian's `python3-aiosmtpd`, which also takes each mail apart with a parser
//! that is not ours. Only with the feature `testing`.

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up must fail at once"
)]

use std::{process::Stdio, time::Duration};

use serde::Deserialize;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
};

/// How long a test waits for a mail that must come.
const PATIENCE: Duration = Duration::from_secs(30);
/// Debian's own Python: the one that Debian's packages are for.
const PYTHON: &str = "/usr/bin/python3";
const SCRIPT: &str = include_str!("testing/server.py");

/// What the mail server asks of whoever comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// Nothing: it does not know `STARTTLS`.
    Nothing,
    /// `STARTTLS` first, then the name `waarborg` with the password `s3cret`.
    StartTlsAndPassword,
}

/// A mail server on a port of its own. It answers 451 to the first two mails for `busy@…`, 550 to any for
/// `gone@…`, and takes all others.
pub struct MailServer {
    /// Where it listens, on the loopback address.
    pub port: u16,
    /// The authority behind its certificate, as PEM.
    pub authority: Vec<u8>,
    lines: Lines<BufReader<ChildStdout>>,
    _child: Child,
    _folder: TempDir,
}

/// A mail as it arrived, taken apart.
#[derive(Debug, Clone, Deserialize)]
pub struct Received {
    /// The envelope's sender.
    pub mail_from: String,
    /// The envelope's recipients.
    pub rcpt_to: Vec<String>,
    /// Whether the connection was encrypted.
    pub is_encrypted: bool,
    /// Header fields in their order, decoded.
    pub headers: Vec<(String, String)>,
    /// The type of the whole.
    pub content_type: String,
    /// The parts in their order: type, character set and text, decoded.
    pub parts: Vec<(String, String, String)>,
    /// What the parser found wrong.
    pub defects: Vec<String>,
}

impl Received {
    /// A header field.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(found, _)| found.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

impl MailServer {
    /// Starts one; it stops when it is dropped.
    pub async fn start(demand: Demand) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
        let certified = rcgen::generate_simple_self_signed(names).expect("a certificate");
        let authority = certified.cert.pem().into_bytes();
        std::fs::write(at("server.py"), SCRIPT).expect("the server's script");
        std::fs::write(at("cert.pem"), &authority).expect("its certificate");
        std::fs::write(at("key.pem"), certified.signing_key.serialize_pem()).expect("its key");
        let mut command = Command::new(PYTHON);
        command.arg(at("server.py")).current_dir(folder.path()).stdout(Stdio::piped()).kill_on_drop(true);
        if demand == Demand::StartTlsAndPassword {
            command.arg("--starttls");
        }
        let mut child = command.spawn().expect("python3, see `cargo xtask test`");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let ready = tokio::time::timeout(PATIENCE, lines.next_line()).await.expect("it starts in time");
        let port = ready.expect("its output").expect("python3-aiosmtpd, see `cargo xtask test`");
        let port = port.parse().expect("the port it listens on");
        Self { port, authority, lines, _child: child, _folder: folder }
    }

    /// The next mail it takes.
    pub async fn next(&mut self) -> Received {
        let line = tokio::time::timeout(PATIENCE, self.lines.next_line()).await.expect("a mail in time");
        serde_json::from_str(&line.expect("its output").expect("it still runs")).expect("a mail")
    }

    /// Whether it takes nothing for a while.
    pub async fn is_silent_for(&mut self, time: Duration) -> bool {
        tokio::time::timeout(time, self.lines.next_line()).await.is_err()
    }
}
