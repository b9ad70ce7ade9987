//! The command line.

use std::{net::SocketAddr, path::PathBuf};

use backup::Tier;
use clap::{Args, Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;

use crate::{backups::BackupSettings, command, config::Settings, mail_settings::MailSettings};

/// Waarborg: an open management-system environment for compliance.
#[derive(Debug, Parser)]
#[command(name = "waarborg", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves all environments.
    Serve {
        /// Where to listen.
        #[arg(long, default_value = "127.0.0.1:8080", env = "WAARBORG_LISTEN")]
        listen: SocketAddr,
        #[command(flatten)]
        settings: Settings,
        #[command(flatten)]
        mail: MailSettings,
        #[command(flatten)]
        backups: BackupSettings,
    },
    /// Runs the product with two made-up customers.
    #[command(args_conflicts_with_subcommands = true)]
    Demo {
        #[command(flatten)]
        run: DemoArgs,
        #[command(subcommand)]
        command: Option<DemoCommand>,
    },
    /// Makes and lists environments.
    Tenant {
        #[command(subcommand)]
        command: TenantCommand,
    },
    /// Helps a customer's people.
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Copies audit logs and checks them.
    Audit {
        #[command(subcommand)]
        command: AuditCommand,
    },
    /// Makes back-ups, and looks into them. Inspecting and proving need no installation: the store, the public
    /// key, and for proving a key that opens it.
    Backup {
        #[command(subcommand)]
        command: BackupCommand,
    },
    /// Looks after packs of content.
    Pack {
        #[command(subcommand)]
        command: PackCommand,
    },
    /// Prints the GraphQL schema.
    Schema,
}

/// How the demo runs.
#[derive(Debug, Args)]
pub(crate) struct DemoArgs {
    /// Where the demo keeps its data; a second start goes on with it.
    #[arg(long, default_value = "demo-data")]
    pub data_dir: PathBuf,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Prints one line of JSON once it is ready, and nothing else, on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum DemoCommand {
    /// Prints the current code of a demo user's authenticator app.
    Code {
        /// The username.
        login: String,
        /// Where the demo keeps its data.
        #[arg(long, default_value = "demo-data")]
        data_dir: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum TenantCommand {
    /// Makes an environment with the base forms and its first administrator.
    Create {
        /// Short name of a-z, 0-9 and `-`; also the name of its folder or database.
        #[arg(long)]
        slug: String,
        /// The customer's name.
        #[arg(long)]
        name: String,
        /// The hostname it is reached at; nobody else's.
        #[arg(long)]
        host: String,
        /// The language for people who have not chosen one: nl or en.
        #[arg(long, default_value = "nl")]
        locale: String,
        /// The first administrator's username.
        #[arg(long)]
        admin: String,
        /// The first administrator's mail address.
        #[arg(long)]
        admin_email: String,
        /// The first administrator's name.
        #[arg(long)]
        admin_name: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Takes in an archive that a customer took along from another installation. It keeps its id; the archive is
    /// checked whole first, and when something fails nothing is left of it.
    Import {
        /// The archive.
        #[arg(long)]
        archive: PathBuf,
        /// The file of the key that opens it.
        #[arg(long, conflicts_with = "passphrase_file")]
        identity: Option<PathBuf>,
        /// A file that holds the passphrase that opens it.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
        /// Short name of a-z, 0-9 and `-`; also the name of its folder or database.
        #[arg(long)]
        slug: String,
        /// The hostname it is reached at here; nobody else's.
        #[arg(long)]
        host: String,
        /// The customer's name; that in the archive when absent.
        #[arg(long)]
        name: Option<String>,
        /// The username or mail address of the administrator who is let in first.
        #[arg(long)]
        admin: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Lets somebody of the operator's in for some hours, in the customer's sight.
    Support {
        /// The environment's short name.
        #[arg(long)]
        slug: String,
        /// First and last name.
        #[arg(long)]
        name: String,
        /// The mail address; the login name is what stands in front of the `@`, with `operator-` before it.
        #[arg(long)]
        email: String,
        /// Why: the customer reads it.
        #[arg(long)]
        reason: String,
        /// How long: 1 to 72 hours.
        #[arg(long, default_value_t = 4)]
        hours: u32,
        /// What they may do: auditor, viewer, employee or manager.
        #[arg(long, default_value = "manager")]
        role: String,
        /// The operator's name, as the customer knows it.
        #[arg(long, default_value = "Waarborg", env = "WAARBORG_OPERATOR")]
        operator: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Signs tickets and sessions with a new key from now on. Nobody is signed out: what the old key signed
    /// stays good until its own end, and twelve hours later the old key is believed no more.
    RotateKeys {
        /// Of this environment.
        #[arg(long, required_unless_present = "all", conflicts_with = "all")]
        slug: Option<String>,
        /// Of every environment.
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        settings: Settings,
    },
    /// Has an environment go on in another place: a file here, or a database on a cluster. People can read meanwhile,
    /// and write again after some seconds; nothing is lost, and when it breaks off all is as it was.
    Move {
        /// The environment's short name.
        #[arg(long)]
        slug: String,
        /// `sqlite`, or the name of a cluster.
        #[arg(long)]
        to: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Shows an environment's firewall; helps when it has locked everybody out.
    Firewall {
        /// The environment's short name.
        #[arg(long)]
        slug: String,
        /// What to do.
        action: FirewallAction,
        #[command(flatten)]
        settings: Settings,
    },
    /// Lists all environments.
    List {
        #[command(flatten)]
        settings: Settings,
    },
}

/// What an operator can do with an environment's firewall.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FirewallAction {
    /// Prints rules, limits, who is kept out, and the change that waits.
    Show,
    /// Takes all rules and own limits away, and lets in who was kept out for asking too much.
    Reset,
    /// Applies the change that waits for its confirmation.
    Confirm,
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Takes somebody's second factor away, for a customer whose only administrator has lost everything. It
    /// must be set up anew at the next sign-in; the customer sees it and the person is mailed.
    ResetSecondFactor {
        /// The environment's short name.
        #[arg(long)]
        slug: String,
        /// The username or mail address.
        #[arg(long)]
        login: String,
        /// Why: the customer reads it.
        #[arg(long)]
        reason: String,
        /// The operator's name, as the customer knows it.
        #[arg(long, default_value = "Waarborg", env = "WAARBORG_OPERATOR")]
        operator: String,
        #[command(flatten)]
        settings: Settings,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    /// Writes a copy of an audit log that anybody can check: a line of JSON for each event, what is personal
    /// still sealed.
    Export {
        /// The environment's short name.
        #[arg(long, alias = "slug")]
        tenant: String,
        /// The file to make.
        #[arg(long)]
        output: PathBuf,
        #[command(flatten)]
        settings: Settings,
    },
    /// Checks an audit log against its published heads: a copy, with the public key alone; or the log of an
    /// environment as it is now.
    Verify {
        /// The copy.
        #[arg(long, requires = "heads", requires = "public_key", conflicts_with = "slug")]
        file: Option<PathBuf>,
        /// The published heads: a folder, or a file with one on each line.
        #[arg(long)]
        heads: Option<PathBuf>,
        /// The environment's public key.
        #[arg(long)]
        public_key: Option<String>,
        /// The environment's short name.
        #[arg(long)]
        slug: Option<String>,
        #[command(flatten)]
        settings: Settings,
    },
    /// Says that an environment was put back from a copy and that this was meant. Run it after putting a copy
    /// back and before a server is started: what was published since the copy was made is then explained.
    RestorePoint {
        /// The environment's short name.
        #[arg(long, alias = "slug")]
        tenant: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Prints the public key that an environment's heads are checked with.
    PublicKey {
        /// The environment's short name.
        #[arg(long, alias = "slug")]
        tenant: String,
        #[command(flatten)]
        settings: Settings,
    },
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
}

#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Says what is wrong with a pack: of a folder, or the one in this program.
    Check {
        /// The pack's folder.
        folder: Option<PathBuf>,
    },
}

impl Cli {
    /// Runs the command.
    pub async fn run(self) -> anyhow::Result<()> {
        let filter = EnvFilter::try_from_env("WAARBORG_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
        match self.command {
            Command::Serve { listen, settings, mail, backups } => {
                command::serve::run(listen, &settings, (&mail, &backups)).await
            }
            Command::Demo { command: Some(DemoCommand::Code { login, data_dir }), .. } => {
                command::demo::code(&login, &data_dir).await
            }
            Command::Demo { run, command: None } => command::demo::run(&run).await,
            Command::Tenant { command } => command::tenant::run(command).await,
            Command::User { command } => command::user::run(command).await,
            Command::Audit { command } => command::audit::run(command).await,
            Command::Backup { command } => command::backup::run(command).await,
            Command::Pack { command: PackCommand::Check { folder } } => {
                command::pack::check(folder.as_deref())
            }
            Command::Schema => {
                command::schema::print();
                Ok(())
            }
        }
    }
}
