//! What the one who proves back-ups says of them: signed, and kept beside them.

use kernel::{Instant, TenantId};
use ledger::{HeadKey, PublicKey};
use serde::{Deserialize, Serialize};

use crate::{
    layout::Layout,
    manifest::Tier,
    prove::{Proof, Unproven},
    signed::{self, BadStatement, Statement},
    store::{Store, StoreError},
};

/// The longest statement that is read.
const MOST_STATEMENT: usize = 64 * 1024;

/// What came of proving one back-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Verdict {
    /// Always [`Verdict::FORMAT`].
    pub format: String,
    /// Whose back-up.
    pub tenant: TenantId,
    /// In which store.
    pub tier: Tier,
    /// Its number there.
    pub sequence: u64,
    /// When it was begun.
    pub begun_at: Instant,
    /// When it was over.
    pub finished_at: Instant,
    /// What was found.
    pub outcome: Outcome,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Outcome {
    /// It can be put back, and is what was backed up.
    #[serde(rename_all = "camelCase")]
    Proven {
        /// Bytes of the database.
        database_bytes: u64,
        /// Rows compared.
        rows: u64,
        /// Files opened.
        files: u64,
        /// Bytes in them.
        file_bytes: u64,
    },
    /// It cannot, or is not.
    Refuted {
        /// Why.
        reason: String,
    },
}

/// What became of a copy that was damaged on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Drill {
    /// Always [`Drill::FORMAT`].
    pub format: String,
    /// In which store.
    pub tier: Tier,
    /// Whose back-up was read wrongly.
    pub tenant: TenantId,
    /// Its number.
    pub sequence: u64,
    /// The object, and which byte of it.
    pub damage: (String, u64),
    /// When.
    pub at: Instant,
    /// Whether the damage was noticed.
    pub is_noticed: bool,
    /// What was told of it.
    pub found: String,
}

impl Statement for Verdict {
    const FORMAT: &'static str = "waarborg proof 1";
}

impl Statement for Drill {
    const FORMAT: &'static str = "waarborg drill 1";
}

impl Verdict {
    /// What is said of a back-up; nothing when it could not be looked at now.
    pub(crate) fn of(
        (tenant, tier, sequence): (TenantId, Tier, u64),
        proven: &Result<Proof, Unproven>,
        (begun_at, now): (Instant, Instant),
    ) -> Option<Self> {
        let outcome = match proven {
            Ok(Proof { database_bytes, rows, files, file_bytes, .. }) => Outcome::Proven {
                database_bytes: *database_bytes,
                rows: *rows,
                files: *files,
                file_bytes: *file_bytes,
            },
            Err(error) if error.is_verdict() => Outcome::Refuted { reason: error.to_string() },
            Err(_) => return None,
        };
        let format = Self::FORMAT.to_owned();
        Some(Self { format, tenant, tier, sequence, begun_at, finished_at: now, outcome })
    }

    /// What is said of a back-up, if anything yet.
    pub async fn find(
        store: &Store,
        (tenant, sequence): (TenantId, u64),
        keeper: &PublicKey,
    ) -> Result<Option<Self>, BadVerdict> {
        let path = Layout::of(tenant, store.tier()).proof(sequence);
        let bytes = match store.get_small(&path, MOST_STATEMENT).await {
            Err(StoreError::Missing(_)) => return Ok(None),
            bytes => bytes?,
        };
        let verdict: Self = signed::open(&bytes, keeper)?;
        if (verdict.tenant, verdict.tier, verdict.sequence) == (tenant, store.tier(), sequence) {
            Ok(Some(verdict))
        } else {
            Err(BadVerdict::Misplaced(path.to_string()))
        }
    }

    pub(crate) async fn keep(&self, store: &Store, key: &HeadKey) -> Result<(), StoreError> {
        let path = Layout::of(self.tenant, self.tier).proof(self.sequence);
        keep(self, store, (&path, key)).await
    }
}

impl Drill {
    /// The last one that was held in a store.
    pub async fn last(store: &Store, keeper: &PublicKey) -> Result<Option<Self>, BadVerdict> {
        let Some(last) = store.list_all(&Layout::drills(store.tier())).await?.pop() else { return Ok(None) };
        let bytes = store.get_small(&last.location, MOST_STATEMENT).await?;
        Ok(Some(signed::open(&bytes, keeper)?))
    }

    pub(crate) async fn keep(&self, store: &Store, key: &HeadKey) -> Result<(), StoreError> {
        keep(self, store, (&Layout::drill(self.tier, self.at), key)).await
    }
}

async fn keep<T: Statement>(
    statement: &T,
    store: &Store,
    (path, key): (&object_store::path::Path, &HeadKey),
) -> Result<(), StoreError> {
    let bytes = signed::sign(statement, key).map_err(|error| StoreError::Source(error.into()))?;
    store.put(path, bytes.into()).await
}

/// Why a verdict is not believed.
#[derive(Debug, thiserror::Error)]
pub enum BadVerdict {
    /// It does not come out of the store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It is not the keeper's.
    #[error(transparent)]
    Statement(#[from] BadStatement),
    /// It is about another back-up.
    #[error("the proof `{0}` is about another back-up: it was put in another's place")]
    Misplaced(String),
}
