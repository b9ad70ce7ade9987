//! What a visitor of the demo must know, kept beside its data for the next start.

use std::{fmt::Write, fs, io, path::Path};

use serde::{Deserialize, Serialize};

const FILE: &str = "demo.json";

/// The demo's environments and people. Holds secrets: for made-up people only.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// In the order they were made.
    pub environments: Vec<ManifestEnvironment>,
}

/// One made-up customer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestEnvironment {
    /// Short name.
    pub slug: String,
    /// The customer's name.
    pub name: String,
    /// The hostname.
    pub host: String,
    /// Its people.
    pub users: Vec<ManifestUser>,
}

/// Somebody at a made-up customer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestUser {
    /// The name to sign in with.
    pub login: String,
    /// The password.
    pub password: String,
    /// The role.
    pub role: String,
    /// What the authenticator app knows, in base32; null for who must still enrol.
    pub totp_secret: Option<String>,
}

#[derive(Serialize)]
struct ReadyLine<'a> {
    ready: bool,
    environments: Vec<ReadyEnvironment<'a>>,
}

#[derive(Serialize)]
struct ReadyEnvironment<'a> {
    name: &'a str,
    host: &'a str,
    url: String,
    users: &'a [ManifestUser],
}

impl Manifest {
    /// What an earlier start left; `None` when there was none, or it did not come to an end.
    pub fn read(data_dir: &Path) -> anyhow::Result<Option<Self>> {
        match fs::read(data_dir.join(FILE)) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Written last: as long as it is not there, the demo is not complete.
    pub fn write(&self, data_dir: &Path) -> anyhow::Result<()> {
        let new = data_dir.join("demo.json.new");
        fs::write(&new, serde_json::to_vec_pretty(self)?)?;
        fs::rename(new, data_dir.join(FILE))?;
        Ok(())
    }

    /// One line of JSON for programs.
    pub fn ready_line(&self, port: u16) -> anyhow::Result<String> {
        let environments = self
            .environments
            .iter()
            .map(|environment| ReadyEnvironment {
                name: &environment.name,
                host: &environment.host,
                url: environment.url(port),
                users: &environment.users,
            })
            .collect();
        Ok(serde_json::to_string(&ReadyLine { ready: true, environments })?)
    }

    /// The same for people.
    #[must_use]
    pub fn in_words(&self, port: u16) -> String {
        let mut text = String::from("Waarborg is ready. Stop it with Ctrl-C.\n");
        for environment in &self.environments {
            let _ = write!(text, "\n{}\n  {}\n", environment.name, environment.url(port));
            let _ = writeln!(text, "  {:<20} {:<15} password", "login", "role");
            for user in &environment.users {
                let note = if user.totp_secret.is_none() { "   (sets up 2FA at first sign-in)" } else { "" };
                let _ = writeln!(text, "  {:<20} {:<15} {}{note}", user.login, user.role, user.password);
            }
        }
        text.push_str("\nThe current 6-digit code of a login: waarborg demo code LOGIN\n");
        text
    }
}

impl ManifestEnvironment {
    fn url(&self, port: u16) -> String {
        match port {
            80 => format!("http://{}", self.host),
            _ => format!("http://{}:{port}", self.host),
        }
    }
}
