//! What each version of a record changed.

use kernel::{Cursor, Instant, Page, PageRequest, RecordChangeId, RecordId, Result, UserId};
use serde::{Deserialize, Serialize};

use super::{Record, Value, repo};
use crate::Ctx;

/// A line of history: one version.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordChange {
    /// Which.
    pub id: RecordChangeId,
    /// Of which record.
    pub record_id: RecordId,
    /// The version it made.
    pub version: i32,
    /// When.
    pub at: Instant,
    /// By whom; nobody when the product itself did it.
    pub by: Option<UserId>,
    /// How.
    pub kind: ChangeKind,
    /// What, field by field in the order of the form.
    pub changes: Vec<Change>,
}

/// How a version came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// The record was made.
    Created,
    /// Values changed.
    Updated,
    /// Only the status changed.
    Status,
    /// A workbook was read.
    Imported,
    /// A new revision of the form works something out otherwise.
    Recalculated,
    /// The record was put away.
    Archived,
    /// It was taken out of the archive.
    Unarchived,
    /// It was put in the recycle bin.
    Deleted,
    /// It was taken out of the recycle bin.
    Restored,
    /// It was taken back from a back-up.
    TakenFromBackup,
}

impl ChangeKind {
    const ALL: [Self; 10] = [
        Self::Created,
        Self::Updated,
        Self::Status,
        Self::Imported,
        Self::Recalculated,
        Self::Archived,
        Self::Unarchived,
        Self::Deleted,
        Self::Restored,
        Self::TakenFromBackup,
    ];

    /// The name in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Status => "status",
            Self::Imported => "imported",
            Self::Recalculated => "recalculated",
            Self::Archived => "archived",
            Self::Unarchived => "unarchived",
            Self::Deleted => "deleted",
            Self::Restored => "restored",
            Self::TakenFromBackup => "taken_from_backup",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// One field before and after; the status as a text under [`crate::form::STATUS`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The field.
    pub field: String,
    /// Empty when it was.
    pub before: Option<Value>,
    /// Empty when it is.
    pub after: Option<Value>,
}

impl Change {
    /// What it was and what it is, as far as it was filled.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.before.iter().chain(&self.after)
    }
}

/// A page of a record's history, newest first. Take the record from a service: who may see the
/// record may see its history.
pub async fn history(ctx: &Ctx, record: &Record, page: &PageRequest) -> Result<Page<RecordChange>> {
    let name = format!("history:{}", record.id);
    let before = page.after.as_ref().map(|cursor| cursor.decode::<i32>(&name)).transpose()?;
    let limit = page.first as usize;
    let mut lines = repo::history(ctx, record.id, before, u64::from(page.first) + 1).await?;
    let has_next = lines.len() > limit;
    lines.truncate(limit);
    let with_cursor = |line: RecordChange| Ok((Cursor::encode(&name, &line.version)?, line));
    Ok(Page { items: lines.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}
