//! Back-ups of the demo: two folders, two keys, and a keeper beside it.

use std::{fs, io::Write, path::Path, process::Stdio};

use ::backup::{Identity, Recipients, StorePlace, Stores};
use anyhow::{Context, Result};
use tokio::process::{Child, Command};

use crate::{App, Backups, backups::signing_key};

/// Seconds between two looks of the keeper: nobody waits long for a demo.
const EVERY: &str = "5";

/// Sets up back-ups, and starts the one who proves them as a process of its own: it goes when it is dropped,
/// and when this process is killed.
pub fn backups(app: &App, data_dir: &Path) -> Result<(Backups, Child)> {
    let folder = data_dir.join("backups");
    let keys = folder.join("keys");
    fs::create_dir_all(&keys).with_context(|| keys.display().to_string())?;
    let (operations, escrow) = (key(&keys.join("operations.key"))?, key(&keys.join("escrow.key"))?);
    let (hot, cold) = (folder.join("hot"), folder.join("cold"));
    let stores = Stores::new(&StorePlace::Folder(hot.clone()), &StorePlace::Folder(cold.clone()))?;
    let recipients = [operations.recipient(), escrow.recipient()];
    let recipients = Recipients::parse(recipients.iter().map(String::as_str))?;
    let keeper = operations.signing_key().public();
    let made = Backups::new(stores, (recipients, keeper), data_dir.join("back-up"));
    let child = Command::new(std::env::current_exe()?)
        .args(["backup", "keeper", "--until-stdin-ends", "--hand-over", "--every", EVERY, "--identity"])
        .arg(keys.join("operations.key"))
        .arg("--scratch")
        .arg(folder.join("scratch"))
        .arg("--public-key")
        .arg(signing_key(&app.tenancy).public().to_string())
        .env("WAARBORG_BACKUP_HOT", &hot)
        .env("WAARBORG_BACKUP_COLD", &cold)
        // What the demo itself says is read by programs.
        .stdout(Stdio::null())
        // Held until it is dropped, or this process is killed.
        .stdin(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .context("the keeper of back-ups cannot be started")?;
    Ok((made, child))
}

/// The key in a file, made when there is none.
fn key(file: &Path) -> Result<Identity> {
    if !file.exists() {
        let (_, secret) = Identity::generate();
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut made = options.open(file).with_context(|| file.display().to_string())?;
        made.write_all(secret.as_bytes())?;
    }
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    text.parse().with_context(|| file.display().to_string())
}
