use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use backup::{KeeperHealth, next_due, overdue_since};
use chrono::{DateTime, Utc};
use kernel::Instant;
use tenancy::{BackupRun, BackupState, BackupTier, Restore};

use super::RestoreObject;
use crate::scope::Shared;

/// The store a back-up lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "BackupTier", remote = "BackupTier")]
pub(crate) enum BackupTierName {
    /// Twice a day, near at hand.
    Hot,
    /// Once a day, in another place, of another party.
    Cold,
}

/// Why a back-up is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "BackupReason", remote = "tenancy::BackupReason")]
pub(crate) enum BackupReasonName {
    /// The plan says so.
    Schedule,
    /// Somebody asked for it.
    Hand,
    /// The environment was about to be put back.
    Safety,
}

/// How far a back-up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "BackupState", remote = "BackupState")]
pub(crate) enum BackupStateName {
    /// Somebody asked for it; it waits for its turn.
    Asked,
    /// It is being made.
    Running,
    /// It was not made; one of the plan is tried again by itself.
    Failed,
    /// It is there, and is still to be proven.
    Made,
    /// It was fetched back, opened, put back elsewhere, compared and worked in.
    Proven,
    /// It cannot be put back, or is not what was backed up.
    Refuted,
}

/// What is known of the environment's back-ups.
pub(crate) struct BackupsObject {
    pub runs: Vec<BackupRun>,
    pub restores: Vec<Restore>,
    pub keeper: KeeperHealth,
    pub now: Instant,
}

/// One of the two stores.
#[derive(SimpleObject)]
#[graphql(name = "BackupPlace")]
pub(crate) struct BackupPlaceObject {
    /// Which.
    tier: BackupTierName,
    /// When the next back-up is due there.
    next_at: DateTime<Utc>,
    /// The moment the last one there shows.
    last_taken_at: Option<DateTime<Utc>>,
    /// The moment the last one that was proven shows: to this moment at least the environment can be put back.
    last_proven_taken_at: Option<DateTime<Utc>>,
    /// Since when there should have been a newer one, if there should.
    overdue_since: Option<DateTime<Utc>>,
}

/// What is known of the environment's back-ups.
#[Object(name = "Backups")]
impl BackupsObject {
    /// Whether back-ups are made at all: the operator has set up two stores.
    async fn is_set_up(&self, cx: &Context<'_>) -> bool {
        cx.services().looks.is_some()
    }

    /// The two stores.
    async fn places(&self, cx: &Context<'_>) -> Vec<BackupPlaceObject> {
        let tenant = cx.scope().ctx.tenant_id();
        let place = |tier: BackupTier| {
            let there = || self.runs.iter().filter(move |run| run.tier == tier && run.removed_at.is_none());
            let taken = |run: &BackupRun| run.made.map(|made| made.taken_at);
            let is_proven = |run: &&BackupRun| run.state == BackupState::Proven;
            let last_taken_at = there().filter_map(taken).max();
            BackupPlaceObject {
                tier: tier.into(),
                next_at: next_due(tier, tenant, self.now),
                last_taken_at,
                last_proven_taken_at: there().filter(is_proven).filter_map(taken).max(),
                overdue_since: overdue_since(tier, last_taken_at, self.now),
            }
        };
        BackupTier::ALL.into_iter().map(place).collect()
    }

    /// The back-ups, the latest first: at most 200.
    #[graphql(complexity = "50 * child_complexity + 1")]
    async fn runs(&self) -> Vec<BackupRunObject> {
        self.runs.iter().cloned().map(BackupRunObject).collect()
    }

    /// When back-ups were asked back, what for, and by whom; the latest first, at most 50.
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn restores(&self) -> Vec<RestoreObject> {
        let of = |restore: &Restore| {
            let backup = self.runs.iter().find(|run| run.id == restore.backup).cloned();
            RestoreObject { restore: restore.clone(), backup }
        };
        self.restores.iter().map(of).collect()
    }

    /// When the one who proves back-ups was last given a damaged one.
    async fn last_drill_at(&self) -> Option<DateTime<Utc>> {
        self.keeper.drill_at()
    }

    /// Whether that one was noticed; null before the first.
    async fn is_last_drill_noticed(&self) -> Option<bool> {
        match self.keeper {
            KeeperHealth::Fine(_) | KeeperHealth::Late(_) => Some(true),
            KeeperHealth::Unnoticed(_) => Some(false),
            KeeperHealth::New | KeeperHealth::Never => None,
        }
    }

    /// Whether whoever proves back-ups can be relied upon: the last damaged one of each store was noticed, a day ago at
    /// most.
    async fn is_keeper_sound(&self) -> bool {
        matches!(self.keeper, KeeperHealth::Fine(_))
    }
}

/// A back-up, or an attempt to make one.
pub(crate) struct BackupRunObject(pub BackupRun);

/// A back-up, or an attempt to make one.
#[Object(name = "BackupRun")]
impl BackupRunObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// The store it is for.
    async fn tier(&self) -> BackupTierName {
        self.0.tier.into()
    }

    /// Why it is made.
    async fn reason(&self) -> BackupReasonName {
        self.0.reason.into()
    }

    /// How far it is.
    async fn state(&self) -> BackupStateName {
        self.0.state.into()
    }

    /// The moment of the plan it is for, or that it was asked for.
    async fn due_at(&self) -> DateTime<Utc> {
        self.0.due_at
    }

    /// When it was begun, the last time.
    async fn begun_at(&self) -> DateTime<Utc> {
        self.0.begun_at
    }

    /// How often it was begun.
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }

    /// Bytes read so far.
    async fn done_bytes(&self) -> f64 {
        as_double(self.0.progress.0)
    }

    /// Bytes to be read, as far as is known.
    async fn total_bytes(&self) -> f64 {
        as_double(self.0.progress.1)
    }

    /// When it was there, or had failed.
    async fn finished_at(&self) -> Option<DateTime<Utc>> {
        self.0.finished_at
    }

    /// When it is tried again, if it failed.
    async fn next_attempt_at(&self) -> Option<DateTime<Utc>> {
        (self.0.state == BackupState::Failed).then_some(self.0.seen_at)
    }

    /// The moment it shows.
    async fn taken_at(&self) -> Option<DateTime<Utc>> {
        self.0.made.map(|made| made.taken_at)
    }

    /// Its number in the store.
    async fn sequence(&self) -> Option<f64> {
        self.0.made.map(|made| as_double(made.sequence))
    }

    /// Bytes of the database as they lie there, compressed and encrypted.
    async fn database_bytes(&self) -> Option<f64> {
        self.0.made.map(|made| as_double(made.database_bytes))
    }

    /// Files, whether sent this time or before.
    async fn files(&self) -> Option<f64> {
        self.0.made.map(|made| as_double(made.files))
    }

    /// Bytes of those as they lie there.
    async fn file_bytes(&self) -> Option<f64> {
        self.0.made.map(|made| as_double(made.file_bytes))
    }

    /// When it was proven, or found wanting.
    async fn proven_at(&self) -> Option<DateTime<Utc>> {
        self.0.proof.as_ref().map(|proof| proof.finished_at)
    }

    /// How long proving took, in seconds.
    async fn proof_seconds(&self) -> Option<f64> {
        let proof = self.0.proof.as_ref()?;
        u32::try_from((proof.finished_at - proof.begun_at).num_milliseconds())
            .ok()
            .map(|millis| f64::from(millis) / 1000.0)
    }

    /// Rows that were compared.
    async fn proven_rows(&self) -> Option<f64> {
        self.0.proof.as_ref()?.outcome.as_ref().ok().map(|rows| as_double(*rows))
    }

    /// When retention removed it.
    async fn removed_at(&self) -> Option<DateTime<Utc>> {
        self.0.removed_at
    }

    /// Whether the environment can be put back to it.
    async fn can_be_restored(&self) -> bool {
        self.0.state == BackupState::Proven && self.0.removed_at.is_none()
    }
}

/// Bytes and counts: exact up to 2^53, nine thousand terabytes.
#[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
fn as_double(number: u64) -> f64 {
    number as f64
}
