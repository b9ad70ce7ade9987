//! An environment that is put back to a back-up: what people wrote goes back, and who may come in does not.

use kernel::{Actor, Error, Instant, Result, UserId};
use serde_json::json;

use crate::{
    Ctx,
    audit::{self, AuditEntry},
    mail::{self, Letter},
    user,
};

/// Tables that stay as they are: who people are, what they sign in with, what was taken from whom, and all that was
/// written in the audit log. A back-up knows of nobody who was sent away or erased since it was made.
pub const KEPT_TABLES: &[&str] = &[
    "app_user",
    "user_preference",
    "credential",
    "second_factor",
    "recovery_code",
    "passkey",
    "api_token",
    "access_grant",
    "account_link",
    "user_group",
    "group_member",
    "signing_key",
    "sign_in_throttle",
    "mail",
    "job",
    "audit_event_unchained",
    "audit_event",
    "audit_key",
    "audit_state",
    "firewall",
    "firewall_rule",
];

/// Tables that are emptied: everybody signs in again, and what was under way is begun anew.
pub const EMPTIED_TABLES: &[&str] = &["session", "used_ticket", "passkey_ceremony", "upload"];

/// What came from where, for the audit log and the mail.
#[derive(Debug, Clone)]
pub struct PutBack {
    /// Who asked for it; nobody of the environment: the hosting party.
    pub by: Option<UserId>,
    /// Why.
    pub reason: String,
    /// The moment the back-up shows.
    pub taken_at: Instant,
}

/// Writes down that the environment was put back, and tells its administrators. System only.
pub async fn record(ctx: &Ctx, put_back: &PutBack) -> Result<()> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    let by = match put_back.by {
        Some(id) => user::find_many(ctx, &[id]).await?.remove(&id).map(|user| user.display_name),
        None => None,
    };
    let PutBack { reason, taken_at, .. } = put_back;
    let details = json!({ "backupTakenAt": taken_at, "reason": reason, "askedBy": put_back.by });
    let entry = AuditEntry::about_environment("environment.put_back", ctx).with(details);
    let letter = Letter::EnvironmentRestored { by, reason: reason.clone(), taken_at: *taken_at };
    ctx.write(async |tx| {
        audit::record(ctx, tx, entry).await?;
        mail::queue_for_administrators(ctx, tx, &letter).await
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use tenancy::{Snapshot, testing::TestTenancy};

    use super::*;

    /// Tables that go back with the back-up. A new table has to be put in one of the three lists: whatever tells who may
    /// come in must not go back.
    const GOES_BACK: &[&str] = &[
        "access_right",
        "comment",
        "dashboard",
        "dashboard_home",
        "file",
        "file_revision",
        "form",
        "form_revision",
        "form_sequence",
        "pack",
        "record",
        "record_change",
        "record_file",
        "record_value",
        "risk_criteria",
        "saved_view",
    ];

    #[tokio::test]
    async fn s11_of_every_table_it_is_decided_whether_it_goes_back() {
        let test = TestTenancy::sqlite().await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copy.sqlite");
        test.tenant_db("acme").await.snapshot_to(&file).await.unwrap();
        let snapshot = Snapshot::open(&file);
        let tables: BTreeSet<String> = snapshot.tables().await.unwrap().into_keys().collect();
        snapshot.close().await.unwrap();
        let lists = [KEPT_TABLES, EMPTIED_TABLES, GOES_BACK];
        let decided: Vec<&str> = lists.into_iter().flatten().copied().collect();
        assert_eq!(decided.len(), decided.iter().collect::<BTreeSet<_>>().len(), "in one list each");
        assert_eq!(decided.into_iter().map(ToOwned::to_owned).collect::<BTreeSet<_>>(), tables);
    }
}
