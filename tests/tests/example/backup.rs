//! Back-ups.

use domain::Domain;
use kernel::{BackupRunId, RestoreId, SystemRandom};
use serde_json::json;
use tenancy::{
    BackupFigures, BackupPlan, BackupProof, BackupReason, BackupTier, Restore, RestorePurpose, RestoreState,
};
use waarborg_tests::{Environment, TestServer};

use super::{Belongings, Example, example};

/// A back-up of the environment that was proven, as the control database has it.
pub(super) async fn proven(server: &TestServer, environment: &Environment) -> BackupRunId {
    let (log, domain): (_, &Domain) = (server.app.tenancy.backups(), &server.app.domain);
    let (tenant, now) = (environment.entry.id, domain.now());
    if let Some(made) = log.of(tenant, 100).await.unwrap().into_iter().find(|run| run.made.is_some()) {
        return made.id;
    }
    let plan = BackupPlan { tenant, tier: BackupTier::Hot, reason: BackupReason::Schedule, due_at: now };
    let id = log.begin(plan, (domain.clock(), &SystemRandom)).await.unwrap().unwrap();
    let figures = BackupFigures { sequence: 1, taken_at: now, database_bytes: 1, files: 0, file_bytes: 0 };
    log.note_made(id, figures, now).await.unwrap();
    let proof = BackupProof { begun_at: now, finished_at: now, outcome: Ok(1) };
    log.note_proof(id, &proof).await.unwrap();
    id
}

/// A time the environment was not put back after all.
pub(super) async fn restore(
    server: &TestServer,
    environment: &Environment,
    backup: BackupRunId,
) -> RestoreId {
    let (log, domain) = (server.app.tenancy.backups(), &server.app.domain);
    let tenant = environment.entry.id;
    let earlier = log.restores_of(tenant, 50).await.unwrap();
    if let Some(found) = earlier.iter().find(|restore| restore.state == RestoreState::Cancelled) {
        return found.id;
    }
    let restore = Restore {
        id: RestoreId::generate(domain.clock(), &SystemRandom),
        tenant,
        purpose: RestorePurpose::PutBack,
        backup,
        asked_by: None,
        asked_at: domain.now(),
        reason: "een vergissing".into(),
        state: RestoreState::Asked,
        seen_at: domain.now(),
        sealed_identity: None,
        safety: None,
        finished_at: None,
        failure: None,
    };
    log.ask_restore(&restore).await.unwrap();
    log.move_restore((restore.id, RestoreState::Asked), RestoreState::Cancelled, domain.now()).await.unwrap();
    restore.id
}

pub(super) fn examples(own: &Belongings) -> Vec<Example> {
    let input = json!({ "backupId": own.backup, "reason": "een reden", "confirmation": "Zorgpunt" });
    vec![
        example(
            ("backups", ""),
            "{ backups { isSetUp isKeeperSound places { tier overdueSince } runs { id } restores { id } } }",
            json!({}),
        ),
        example(
            ("makeBackup", "where none are made"),
            "mutation { makeBackup { backup { tier } userErrors { code } } }",
            json!({}),
        ),
        example(
            ("requestRestore", ""),
            "mutation($input: RequestRestoreInput!) {
                requestRestore(input: $input) { restore { id } userErrors { code path } } }",
            json!({ "input": input }),
        ),
        example(
            ("cancelRestore", "that is over"),
            "mutation($id: ID!) { cancelRestore(id: $id) { userErrors { code } } }",
            json!({ "id": own.restore }),
        ),
        example(
            ("openBackup", "where none are made"),
            "mutation($input: OpenBackupInput!) {
                openBackup(input: $input) { restore { purpose } userErrors { code path } } }",
            json!({ "input": { "backupId": own.backup, "reason": "een reden" } }),
        ),
        example(
            ("closeBackup", "that is not looked into"),
            "mutation($id: ID!) { closeBackup(id: $id) { userErrors { code } } }",
            json!({ "id": own.restore }),
        ),
        example(
            ("comparedWithBackup", "that is not looked into"),
            "query($look: ID!, $records: [ID!]!) {
                comparedWithBackup(restoreId: $look, recordIds: $records) { state } }",
            json!({ "look": own.restore, "records": [own.asset] }),
        ),
        example(
            ("takeFromBackup", "that is not looked into"),
            "mutation($input: TakeFromBackupInput!) { takeFromBackup(input: $input) { userErrors { code } } }",
            json!({ "input": { "restoreId": own.restore, "recordIds": [own.asset] } }),
        ),
    ]
}
