use std::path::PathBuf;

use ::backup::Tier;
use clap::{Args, Subcommand};
use kernel::Locale;

use crate::Settings;

#[derive(Debug, Subcommand)]
pub(crate) enum BackupCommand {
    /// Prints a new key file. Its secret half opens back-ups: keep it away from the server.
    Keygen,
    /// Prints the public key that manifests are checked with. Keep it where the back-ups are not.
    PublicKey {
        #[command(flatten)]
        settings: Settings,
    },
    /// Makes a back-up of an environment, while people work in it.
    Make {
        /// The environment's short name.
        #[arg(long)]
        slug: String,
        /// Which of the two stores it is for: hot or cold.
        #[arg(long, default_value = "hot")]
        tier: Tier,
        /// The store: a folder, or `s3://bucket/prefix`. `WAARBORG_BACKUP_HOT` or `WAARBORG_BACKUP_COLD` when absent.
        #[arg(long)]
        store: Option<String>,
        /// A public key that opens it, `age1…`: one of operations, one that is kept elsewhere.
        #[arg(long = "recipient", required = true)]
        recipients: Vec<String>,
        #[command(flatten)]
        settings: Settings,
    },
    /// Tries out whether back-ups can be made in a store, and whether the server's own access key can take them
    /// away again. Leaves a small object there where a lock keeps it.
    CheckStore {
        /// Which of the two stores it is: hot or cold.
        #[arg(long, default_value = "hot")]
        tier: Tier,
        /// The store, as for `make`.
        #[arg(long)]
        store: Option<String>,
    },
    /// Proves every back-up of both stores as they come, and is given a damaged one every day. It holds a key that opens
    /// them: run it elsewhere than the server.
    Keeper {
        /// The file of the key.
        #[arg(long)]
        identity: PathBuf,
        /// The installation's public key: `waarborg backup public-key` prints it.
        #[arg(long, env = "WAARBORG_BACKUP_PUBLIC_KEY")]
        public_key: String,
        /// A folder with room for a database.
        #[arg(long)]
        scratch: PathBuf,
        /// Seconds between two looks.
        #[arg(long, default_value_t = 60)]
        every: u64,
        /// Looks once, and ends.
        #[arg(long)]
        once: bool,
        /// Hands back-ups over to the server, sealed for this one time, when somebody may put an environment back and
        /// asks for it. Whoever has the server can then ask for them too.
        #[arg(long)]
        hand_over: bool,
        /// Ends when its standard input does: with the program that started it.
        #[arg(long, hide = true)]
        until_stdin_ends: bool,
    },
    /// Prints the public key that the server knows the keeper by.
    KeeperKey {
        /// The file of the keeper's key.
        #[arg(long)]
        identity: PathBuf,
    },
    /// Says what is wrong with the back-ups of all environments; fails when anything is.
    Status {
        #[command(flatten)]
        settings: Settings,
    },
    /// Shows how the back-ups of all environments stand, as it changes, and puts environments back: a screen for a terminal.
    Screen {
        /// The language of the screen: nl or en. That of the terminal when absent.
        #[arg(long, value_parser = locale)]
        locale: Option<Locale>,
        #[command(flatten)]
        settings: Settings,
    },
    /// Lists the back-ups of an environment.
    List {
        #[command(flatten)]
        place: BackupPlace,
    },
    /// Says what a back-up holds and whether all of it lies there as it was written.
    Inspect {
        #[command(flatten)]
        place: BackupPlace,
        /// Which; the newest when absent.
        #[arg(long)]
        sequence: Option<u64>,
    },
    /// Puts a back-up back into a folder of its own, compares every row and file, and removes it again.
    Prove {
        #[command(flatten)]
        place: BackupPlace,
        /// Which; the newest when absent.
        #[arg(long)]
        sequence: Option<u64>,
        /// The file of a key that opens it.
        #[arg(long)]
        identity: PathBuf,
        /// A folder with room for the database.
        #[arg(long)]
        scratch: PathBuf,
    },
    /// Lists what is known of the back-ups of environments: the latest first, with the ids that `restore` wants.
    Runs {
        /// The environment's short name; all of them when absent.
        #[arg(long)]
        slug: Option<String>,
        /// The most of each environment.
        #[arg(long, default_value_t = 20)]
        last: u64,
        #[command(flatten)]
        settings: Settings,
    },
    /// Has the running server put an environment back to a back-up, as its administrators can from the page Back-ups, and
    /// tells how far it is. What there is now is backed up first.
    Restore {
        /// The environment's short name.
        #[arg(long)]
        slug: String,
        /// The id of a proven back-up: see `runs`.
        #[arg(long)]
        backup: String,
        /// Why; its administrators read it, in their mail too.
        #[arg(long)]
        reason: String,
        /// The environment's name in full: what is done cannot be taken for another one's.
        #[arg(long)]
        confirm: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Takes the wish to put an environment back, until that is being done.
    CancelRestore {
        /// The environment's short name.
        #[arg(long)]
        slug: String,
        /// The id that `restore` told.
        #[arg(long)]
        id: String,
        #[command(flatten)]
        settings: Settings,
    },
}

fn locale(text: &str) -> Result<Locale, &'static str> {
    text.parse().map_err(|()| "nl or en")
}

/// Where the back-ups of an environment lie, and what tells whether they are true.
#[derive(Debug, Args)]
pub(crate) struct BackupPlace {
    /// The store: a folder, or `s3://bucket/prefix`. `WAARBORG_BACKUP_HOT` or `WAARBORG_BACKUP_COLD` when absent.
    #[arg(long)]
    pub store: Option<String>,
    /// Which of the two stores it is: hot or cold.
    #[arg(long, default_value = "hot")]
    pub tier: Tier,
    /// The environment's id: the name of its folder in the store.
    #[arg(long)]
    pub tenant: String,
    /// The installation's public key: `waarborg backup public-key` prints it.
    #[arg(long)]
    pub public_key: String,
}
