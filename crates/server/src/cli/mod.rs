//! The command line.

mod backup;

use std::{io::IsTerminal, net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;

pub(crate) use backup::{BackupCommand, BackupPlace};

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
    /// Has an environment go on in another place: a file here, or a database on a cluster. People work on meanwhile,
    /// and can only read for the second or two in which the last changes are brought over. Nothing is lost, and when it
    /// is stopped or breaks off all is as it was.
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
        // Nothing writes over a screen.
        let is_drawn = matches!(&self.command, Command::Backup { command: BackupCommand::Screen { .. } });
        let filter = if is_drawn && std::io::stderr().is_terminal() { EnvFilter::new("off") } else { filter };
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
