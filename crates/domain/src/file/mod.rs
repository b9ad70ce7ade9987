//! Files: one library, whatever they hang on. A record keeps the revision it was filed with.
//!
//! The content is a blob of the environment, named after its SHA-256: the same content is kept once.

mod entity;
mod repo;

use std::collections::{HashMap, HashSet};

use kernel::{Error, FileId, FileRevisionId, FormId, Instant, RecordId, Result, UserId};
use ledger::Hash;
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use tenancy::{Snapshot, TenantDb};

use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    form,
    record::{self, Record, Value},
};

/// How long a file is kept that nothing holds, in hours.
const UNHELD_HOURS: i64 = 24;
/// The most revisions forgotten at once.
const FORGOTTEN_AT_ONCE: u64 = 100;

/// One content of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRevision {
    /// Which.
    pub id: FileRevisionId,
    /// 1, 2, 3 … within the file.
    pub number: i32,
    /// What it was called.
    pub file_name: String,
    /// What it is, by its content.
    pub media_type: String,
    /// In bytes.
    pub byte_size: i64,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
    /// When it was sent.
    pub uploaded_at: Instant,
    /// By whom.
    pub uploaded_by: UserId,
}

impl FileRevision {
    /// The name of the blob with its content.
    #[must_use]
    pub fn blob_name(&self) -> String {
        blob_name(&self.sha256)
    }
}

/// The name of the blob with this content.
#[must_use]
pub fn blob_name(sha256: &str) -> String {
    format!("files/{sha256}")
}

/// A file that was received.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Its name on the user's machine.
    pub file_name: String,
    /// What it is, by its content.
    pub media_type: String,
    /// In bytes.
    pub byte_size: i64,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
}

/// A content that files of a snapshot have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Content {
    /// SHA-256.
    pub sha256: Hash,
    /// How long it is.
    pub bytes: u64,
}

impl Content {
    /// The name of the blob that holds it.
    #[must_use]
    pub fn blob_name(&self) -> String {
        blob_name(&self.sha256.to_string())
    }
}

const CONTENTS: &str = "SELECT DISTINCT sha256, byte_size FROM file_revision ORDER BY sha256";

/// Every content that files of a snapshot have, once. For back-ups.
pub async fn contents(snapshot: &Snapshot) -> Result<Vec<Content>> {
    snapshot.rows(CONTENTS).await?.iter().map(content).collect()
}

/// Every content that files have now, once. For back-ups.
pub async fn contents_now(db: &TenantDb) -> Result<Vec<Content>> {
    let statement = Statement::from_string(db.read().get_database_backend(), CONTENTS);
    db.read().query_all_raw(statement).await.map_err(Error::internal)?.iter().map(content).collect()
}

fn content(row: &QueryResult) -> Result<Content> {
    let sha256: String = row.try_get_by_index(0).map_err(Error::internal)?;
    let bytes: i64 = row.try_get_by_index(1).map_err(Error::internal)?;
    Ok(Content {
        sha256: sha256.parse().map_err(Error::internal)?,
        bytes: u64::try_from(bytes).map_err(Error::internal)?,
    })
}

/// A revision, and the records it hangs or hung on.
#[derive(Debug, Clone)]
pub struct ListedRevision {
    /// The revision.
    pub revision: FileRevision,
    /// Form and number of each record.
    pub records: Vec<(FormId, i64)>,
}

/// Every revision there is, by content, with the records it hangs or hung on. System only: for an archive.
pub async fn list_all(ctx: &Ctx) -> Result<Vec<ListedRevision>> {
    if ctx.actor() != kernel::Actor::System {
        return Err(Error::Forbidden);
    }
    let mut records: HashMap<FileRevisionId, Vec<(FormId, i64)>> = HashMap::new();
    for (revision, form, number) in repo::all_holders(ctx).await? {
        records.entry(revision).or_default().push((form, number));
    }
    let revisions = repo::all(ctx).await?.into_iter();
    let listed = revisions.map(|revision| {
        let records = records.remove(&revision.id).unwrap_or_default();
        ListedRevision { revision, records }
    });
    Ok(listed.collect())
}

/// Whether the actor may send files: whoever may make or change some record.
pub async fn authorise(ctx: &Ctx) -> Result<UserId> {
    ctx.require(Permission::Enter)?;
    let may = form::list(ctx).await?.iter().any(form::Form::takes_records);
    if may { ctx.actor().user_id().ok_or(Error::Unauthenticated) } else { Err(Error::Forbidden) }
}

/// Notes a file. Write its blob first: a row without bytes would be a lie.
pub async fn create(ctx: &Ctx, new: NewFile) -> Result<FileRevision> {
    let user = authorise(ctx).await?;
    let name: String = new.file_name.chars().filter(|c| !c.is_control()).take(200).collect();
    let revision = FileRevision {
        id: FileRevisionId::generate(ctx.clock(), ctx.random()),
        number: 1,
        file_name: name,
        media_type: new.media_type,
        byte_size: new.byte_size,
        sha256: new.sha256,
        uploaded_at: ctx.now(),
        uploaded_by: user,
    };
    let file = FileId::generate(ctx.clock(), ctx.random());
    ctx.write(async |tx| {
        repo::insert(tx, file.uuid(), &revision).await?;
        let details = serde_json::json!({
            "fileName": revision.file_name, "bytes": revision.byte_size, "sha256": revision.sha256,
        });
        audit::record(ctx, tx, AuditEntry::about("file.added", revision.id).with(details)).await
    })
    .await?;
    Ok(revision)
}

/// What is known of several revisions. Take the ids from what the actor may see.
pub async fn find_many(ctx: &Ctx, ids: &[FileRevisionId]) -> Result<HashMap<FileRevisionId, FileRevision>> {
    ctx.require(Permission::Enter)?;
    let found = repo::find_many(ctx, ids).await?;
    Ok(found.into_iter().map(|revision| (revision.id, revision)).collect())
}

/// A revision the actor may read: one they sent, or one that hangs on a record they may see.
pub async fn get(ctx: &Ctx, id: FileRevisionId) -> Result<FileRevision> {
    let found = readable(ctx, &[id]).await?;
    found.into_iter().next().ok_or(Error::NotFound)
}

/// Those of some revisions that the actor may read.
pub(crate) async fn readable(ctx: &Ctx, ids: &[FileRevisionId]) -> Result<Vec<FileRevision>> {
    ctx.require(Permission::Enter)?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = repo::find_many(ctx, ids).await?;
    let holders = repo::holders(ctx, ids).await?;
    let records: Vec<RecordId> = holders.iter().map(|(_, record)| *record).collect();
    let visible: HashSet<RecordId> =
        record::find_many(ctx, &records).await?.into_iter().map(|record| record.id).collect();
    let hangs: HashSet<FileRevisionId> =
        holders.iter().filter(|(_, record)| visible.contains(record)).map(|(id, _)| *id).collect();
    let user = ctx.actor().user_id();
    found.retain(|revision| Some(revision.uploaded_by) == user || hangs.contains(&revision.id));
    Ok(found)
}

/// Notes that a revision was fetched.
pub async fn note_download(ctx: &Ctx, revision: &FileRevision) -> Result<()> {
    ctx.write(async |tx| {
        let details = serde_json::json!({"fileName": revision.file_name});
        audit::record(ctx, tx, AuditEntry::about("file.downloaded", revision.id).with(details)).await
    })
    .await
}

/// Notes the files that records hold, in the transaction that writes the records.
pub(crate) async fn link<'a>(tx: &WriteTx, records: impl Iterator<Item = &'a Record>) -> Result<()> {
    let mut pairs = Vec::new();
    for record in records {
        for value in record.values.values() {
            if let Value::File(ids) = value {
                pairs.extend(ids.iter().map(|id| (record.id, *id)));
            }
        }
    }
    repo::link(tx, &pairs).await
}

/// Revisions that records of a copy hold or held.
pub(crate) struct Held {
    files: Vec<entity::Model>,
    revisions: Vec<entity::revision::Model>,
    links: Vec<(RecordId, FileRevisionId)>,
}

/// All that some records hold or held.
pub(crate) async fn held_by(ctx: &Ctx, records: &[RecordId]) -> Result<Held> {
    let links = repo::links(ctx, records).await?;
    let revisions: Vec<FileRevisionId> = links.iter().map(|(_, revision)| *revision).collect();
    let (files, revisions) = repo::with_files(ctx, &revisions).await?;
    Ok(Held { files, revisions, links })
}

/// Writes down the files of a copy that are not known here; their blobs are here.
pub(crate) async fn take_in(tx: &WriteTx, held: &Held) -> Result<()> {
    repo::take_in(tx, (&held.files, &held.revisions)).await
}

/// Notes which records hold or held the files of a copy.
pub(crate) async fn take_links(tx: &WriteTx, held: &Held) -> Result<()> {
    repo::link(tx, &held.links).await
}

/// Those of some contents that no file has. System only.
pub async fn unknown_contents(ctx: &Ctx, contents: Vec<Content>) -> Result<Vec<Content>> {
    if ctx.actor() != kernel::Actor::System {
        return Err(Error::Forbidden);
    }
    let known = repo::known_contents(ctx, &contents).await?;
    Ok(contents.into_iter().filter(|content| !known.contains(&content.sha256.to_string())).collect())
}

/// Forgets files that were sent a day ago and that no record ever held, and names the blobs that nothing
/// has any more. System only.
pub async fn forget_unheld(ctx: &Ctx) -> Result<Vec<String>> {
    if ctx.actor() != kernel::Actor::System {
        return Err(Error::Forbidden);
    }
    let before = ctx.now() - chrono::Duration::hours(UNHELD_HOURS);
    let gone = repo::unheld(ctx, before, FORGOTTEN_AT_ONCE).await?;
    if gone.is_empty() {
        return Ok(Vec::new());
    }
    let contents = ctx.write(async |tx| repo::delete(tx, &gone).await).await?;
    Ok(contents.iter().map(|sha256| blob_name(sha256)).collect())
}
