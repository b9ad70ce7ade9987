//! Who there is at a made-up customer, as `environment.yaml` writes it.

use kernel::Role;
use serde::Deserialize;

/// Somebody at a made-up customer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoUser {
    /// The name to sign in with.
    pub username: String,
    /// At a domain that cannot exist (`.example`).
    pub email: String,
    /// "Annelies Kuiper".
    pub display_name: String,
    /// The default role.
    pub role: Role,
    /// The second factor is yet to be set up.
    #[serde(default)]
    pub must_enroll: bool,
    /// The last day they may sign in, relative to the day of seeding: auditors have one.
    #[serde(default)]
    pub ends_in_days: Option<u16>,
}

/// An own group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoGroup {
    /// "Privacyteam".
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Usernames.
    pub members: Vec<String>,
}

/// An adviser from outside.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoConsultant {
    /// The name to sign in with.
    pub username: String,
    /// At a domain that cannot exist (`.example`).
    pub email: String,
    /// "Marije Dijkstra".
    pub display_name: String,
    /// Where they come from.
    pub organisation: String,
    /// Why they are let in.
    pub reason: String,
    /// What they may do.
    pub role: Role,
    /// Keys of the registers they are limited to; all of them when absent.
    #[serde(default)]
    pub forms: Option<Vec<String>>,
    /// The last day of it, relative to the day of seeding.
    pub ends_in_days: u16,
}
