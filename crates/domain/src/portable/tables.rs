//! Which tables an archive carries, and which it leaves out.

/// What an environment is: all of it travels.
pub const CARRIED: &[&str] = &[
    "access_grant",
    "access_right",
    "app_user",
    "audit_event",
    "audit_event_unchained",
    "audit_key",
    "comment",
    "dashboard",
    "dashboard_home",
    "file",
    "file_revision",
    "firewall",
    "firewall_rule",
    "form",
    "form_revision",
    "form_sequence",
    "group_member",
    "pack",
    "record",
    "record_change",
    "record_file",
    "record_value",
    "risk_criteria",
    "saved_view",
    "user_group",
    "user_preference",
];

/// What lets somebody in, and what belongs to the installation: empty in every archive.
pub const LEFT_OUT: &[&str] = &[
    "account_link",
    "api_token",
    // What this installation published and checked of the log; another one begins anew.
    "audit_state",
    "credential",
    "job",
    "mail",
    "passkey",
    "passkey_ceremony",
    "recovery_code",
    "second_factor",
    "session",
    "sign_in_throttle",
    "signing_key",
    "upload",
    "used_ticket",
];

/// Whether an archive carries the rows of a table. One that nobody has thought about is left out.
#[must_use]
pub fn is_carried(table: &str) -> bool {
    CARRIED.contains(&table)
}
