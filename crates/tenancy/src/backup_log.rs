//! What is known of the back-ups of environments: which were made, what became of them, which are due.

use std::{fmt, str::FromStr};

use kernel::{BackupRunId, Instant, RestoreId, TenantId, UserId};
use serde::{Deserialize, Serialize};

/// The store a back-up lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupTier {
    /// Twice a day, near at hand.
    Hot,
    /// Once a day, in another place, of another party.
    Cold,
}

impl BackupTier {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Hot, Self::Cold];

    /// The name in stores and in the control database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hot => "hot",
            Self::Cold => "cold",
        }
    }
}

impl FromStr for BackupTier {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|tier| tier.as_str() == text).ok_or("a store is `hot` or `cold`")
    }
}

impl fmt::Display for BackupTier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a back-up is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupReason {
    /// The plan says so.
    Schedule,
    /// Somebody asked for it.
    Hand,
    /// Something is about to be put back over what is there.
    Safety,
}

impl BackupReason {
    const ALL: [Self; 3] = [Self::Schedule, Self::Hand, Self::Safety];

    /// The name in the control database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Schedule => "schedule",
            Self::Hand => "hand",
            Self::Safety => "safety",
        }
    }
}

impl FromStr for BackupReason {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text).ok_or(())
    }
}

/// How far a back-up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupState {
    /// Somebody asked for it; it waits for its turn.
    Asked,
    /// It is being made.
    Running,
    /// It was not made. One that the plan asks for is tried again.
    Failed,
    /// It is there, and not proven yet.
    Made,
    /// It was fetched back, opened, put back and compared.
    Proven,
    /// It was, and it is not what was backed up.
    Refuted,
}

impl BackupState {
    const ALL: [Self; 6] =
        [Self::Asked, Self::Running, Self::Failed, Self::Made, Self::Proven, Self::Refuted];

    /// The name in the control database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Running => "running",
            Self::Failed => "failed",
            Self::Made => "made",
            Self::Proven => "proven",
            Self::Refuted => "refuted",
        }
    }

    /// True when it lies in its store.
    #[must_use]
    pub const fn is_made(self) -> bool {
        matches!(self, Self::Made | Self::Proven | Self::Refuted)
    }
}

impl FromStr for BackupState {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(())
    }
}

/// A back-up, or an attempt to make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupRun {
    /// Which.
    pub id: BackupRunId,
    /// Whose.
    pub tenant: TenantId,
    /// The store it is for.
    pub tier: BackupTier,
    /// Why it is made.
    pub reason: BackupReason,
    /// The moment of the plan it is for, or that it was asked for.
    pub due_at: Instant,
    /// How far it is.
    pub state: BackupState,
    /// How often it was begun.
    pub attempts: i32,
    /// When it was begun, the last time.
    pub begun_at: Instant,
    /// The last sign of life while running; while failed, when it is tried again.
    pub seen_at: Instant,
    /// Bytes read of those that are to be backed up.
    pub progress: (u64, u64),
    /// When it was there, or had failed.
    pub finished_at: Option<Instant>,
    /// What is there, once it is made.
    pub made: Option<BackupFigures>,
    /// Why it was not made.
    pub failure: Option<String>,
    /// What the proof found.
    pub proof: Option<BackupProof>,
    /// When retention removed it.
    pub removed_at: Option<Instant>,
}

/// What lies in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupFigures {
    /// Its number, of the environment in the store.
    pub sequence: u64,
    /// The moment the copy shows.
    pub taken_at: Instant,
    /// Bytes of the database as they lie there.
    pub database_bytes: u64,
    /// Files, whether sent this time or before.
    pub files: u64,
    /// Bytes of those as they lie there.
    pub file_bytes: u64,
}

/// What came of proving a back-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupProof {
    /// When it was begun.
    pub begun_at: Instant,
    /// When it was over.
    pub finished_at: Instant,
    /// Rows compared, or why it does not hold.
    pub outcome: Result<u64, String>,
}

/// How an environment stands in one store, of the back-ups that lie there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BackupStanding {
    /// The moment the last one shows that was made and that nobody has said anything of.
    pub made: Option<Instant>,
    /// When the first of those was there.
    pub made_since: Option<Instant>,
    /// The moment the last one shows that was proven.
    pub proven: Option<Instant>,
    /// The moment the last one shows that turned out to be no good.
    pub refuted: Option<Instant>,
}

impl BackupStanding {
    /// The moment the last one shows that lies in the store.
    #[must_use]
    pub fn taken_at(&self) -> Option<Instant> {
        self.made.max(self.proven).max(self.refuted)
    }

    /// Since when the last ones wait for somebody to say something of them, if they do.
    #[must_use]
    pub fn unproven_since(&self) -> Option<Instant> {
        self.made_since.filter(|_| self.made > self.proven.max(self.refuted))
    }

    pub(crate) fn add(
        &mut self,
        state: BackupState,
        (taken_at, finished_at): (Option<Instant>, Option<Instant>),
    ) {
        match state {
            BackupState::Made => (self.made, self.made_since) = (taken_at, finished_at),
            BackupState::Proven => self.proven = taken_at,
            BackupState::Refuted => self.refuted = taken_at,
            BackupState::Asked | BackupState::Running | BackupState::Failed => {}
        }
    }
}

/// A copy that was damaged on purpose, and what the one who proves made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupDrill {
    /// In which store.
    pub tier: BackupTier,
    /// When.
    pub at: Instant,
    /// Whether the damage was noticed.
    pub is_noticed: bool,
    /// What was told.
    pub found: String,
}

/// What a back-up is asked back for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestorePurpose {
    /// The environment is put back to it.
    PutBack,
    /// It is only looked into.
    Look,
}

impl RestorePurpose {
    const ALL: [Self; 2] = [Self::PutBack, Self::Look];

    /// The name in the control database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PutBack => "put_back",
            Self::Look => "look",
        }
    }
}

impl FromStr for RestorePurpose {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|purpose| purpose.as_str() == text).ok_or(())
    }
}

/// How far asking a back-up back is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestoreState {
    /// It was asked for.
    Asked,
    /// The holder of the key is to hand the back-up over.
    Waiting,
    /// The environment is being put back; nothing can be changed meanwhile.
    Restoring,
    /// It can be looked into.
    Open,
    /// The environment was put back, or the look is over.
    Done,
    /// Nothing came of it, and the environment is as it was.
    Failed,
    /// Whoever asked for it thought better of it.
    Cancelled,
}

impl RestoreState {
    pub(crate) const ALL: [Self; 7] =
        [Self::Asked, Self::Waiting, Self::Restoring, Self::Open, Self::Done, Self::Failed, Self::Cancelled];

    /// The name in the control database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Waiting => "waiting",
            Self::Restoring => "restoring",
            Self::Open => "open",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// True while the server has to do something for it.
    #[must_use]
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Asked | Self::Waiting | Self::Restoring)
    }

    /// True when nothing more will happen.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }
}

impl FromStr for RestoreState {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(())
    }
}

/// A back-up that is asked back: to put the environment back to it, or to look into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restore {
    /// Which.
    pub id: RestoreId,
    /// Whose.
    pub tenant: TenantId,
    /// What for.
    pub purpose: RestorePurpose,
    /// The back-up.
    pub backup: BackupRunId,
    /// The user who asked for it; nobody of the environment: the operator.
    pub asked_by: Option<UserId>,
    /// When.
    pub asked_at: Instant,
    /// Why, in their words.
    pub reason: String,
    /// How far it is.
    pub state: RestoreState,
    /// The last sign of life; while it can be looked into, since when.
    pub seen_at: Instant,
    /// What the holder of the key hands over is sealed to this, which is sealed itself.
    pub sealed_identity: Option<String>,
    /// The back-up that was made of what there was.
    pub safety: Option<BackupRunId>,
    /// When it was over.
    pub finished_at: Option<Instant>,
    /// Why it failed: a code for the client's sentences, and what the operator reads.
    pub failure: Option<(String, String)>,
}
