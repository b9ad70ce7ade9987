//! What people say at a record. Comments are no part of the record: they make no version of it, and no line of
//! its history.

mod entity;
mod reader;
mod repo;
mod rules;

pub(crate) use repo::{of_records, take_in, wind_back};

use std::collections::{HashMap, HashSet};

use kernel::{
    Actor, CommentId, Error, Instant, Page, PageRequest, RecordId, Result, Role, UserError, UserId,
};
use serde_json::json;

use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    form::{self, Form},
    mail::{self, Letter, Recipient},
    record::{self, Record},
    text::{clean_html_with_mentions, cut, mentions, plain_text},
    user::{self, User},
};

/// How much of a comment the audit log repeats, in characters.
const LOGGED_CHARACTERS: usize = 300;

/// What somebody said at a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Which.
    pub id: CommentId,
    /// At which record.
    pub record_id: RecordId,
    /// Who.
    pub author: UserId,
    /// Clean HTML, with `<span data-mention="ID">` around names; empty when it is deleted.
    pub html: String,
    /// Whom it names.
    pub mentions: Vec<UserId>,
    /// When it was said.
    pub created_at: Instant,
    /// When its author last changed it.
    pub edited_at: Option<Instant>,
    /// When it was deleted; what is left tells only that there was one.
    pub deleted_at: Option<Instant>,
}

/// A comment with the record it is at, and the record's form.
#[derive(Debug, Clone)]
pub struct CommentAt {
    /// The comment.
    pub comment: Comment,
    /// Its record.
    pub record: Record,
    /// The record's form.
    pub form: Form,
}

impl CommentAt {
    /// True when the actor may change it: their own.
    #[must_use]
    pub fn is_editable_by(&self, ctx: &Ctx) -> bool {
        let is_own = ctx.actor().user_id() == Some(self.comment.author);
        is_own && self.comment.deleted_at.is_none() && may_comment(ctx, &self.record, &self.form)
    }

    /// True when the actor may delete it: their own, and a full user anybody's.
    #[must_use]
    pub fn is_deletable_by(&self, ctx: &Ctx) -> bool {
        let is_theirs = is_full_user(ctx) || ctx.actor().user_id() == Some(self.comment.author);
        is_theirs && self.comment.deleted_at.is_none() && may_comment(ctx, &self.record, &self.form)
    }
}

/// True when the actor may say something at a record: whoever sees it, but for auditors and programs that
/// only read. Not when it is archived or deleted.
#[must_use]
pub fn may_comment(ctx: &Ctx, record: &Record, form: &Form) -> bool {
    may_speak(ctx, record, form) && record.check_in_use("id").is_ok()
}

fn may_speak(ctx: &Ctx, record: &Record, form: &Form) -> bool {
    let is_speaker = matches!(ctx.actor(), Actor::User { role, .. } if role != Role::Auditor);
    is_speaker && !form.is_read_only && record.is_visible_to(ctx.actor(), form)
}

fn is_full_user(ctx: &Ctx) -> bool {
    matches!(ctx.actor(), Actor::User { role, .. } if role.is_full_user())
}

/// A page of a record's comments, newest first, deleted ones among them. Take the record from a service: who
/// may see the record may see its comments.
pub async fn list(ctx: &Ctx, record: &Record, page: &PageRequest) -> Result<Page<Comment>> {
    repo::list(ctx, record.id, page).await
}

/// How many comments several records have, without deleted ones; a record without any is absent. Take the ids
/// from a service, as for [`list`].
pub async fn counts(ctx: &Ctx, records: &[RecordId]) -> Result<HashMap<RecordId, u64>> {
    repo::count(ctx, records).await
}

/// Several comments by id, with their records; those at records the actor may not see are absent.
pub async fn find_many(ctx: &Ctx, ids: &[CommentId]) -> Result<Vec<CommentAt>> {
    ctx.require(Permission::Enter)?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let comments = repo::find_many(ctx, ids).await?;
    let at: HashSet<RecordId> = comments.iter().map(|comment| comment.record_id).collect();
    let found = record::find_also_deleted(ctx, &at.into_iter().collect::<Vec<_>>()).await?;
    let records: HashMap<RecordId, Record> = found.into_iter().map(|record| (record.id, record)).collect();
    let forms = form::list(ctx).await?;
    let with_record = |comment: Comment| {
        let record = records.get(&comment.record_id)?.clone();
        let form = forms.iter().find(|form| form.id == record.form_id)?.clone();
        Some(CommentAt { comment, record, form })
    };
    Ok(comments.into_iter().filter_map(with_record).collect())
}

async fn get(ctx: &Ctx, id: CommentId) -> Result<CommentAt> {
    find_many(ctx, &[id]).await?.pop().ok_or(Error::NotFound)
}

/// Says something at a record. Those it names who may see the record get a mail; the others are not named.
pub async fn add(ctx: &Ctx, record: RecordId, html: &str) -> Result<CommentAt> {
    let record = record::get(ctx, record).await?;
    let form = form::get(ctx, record.form_id).await?;
    let author = ctx.actor().user_id().filter(|_| may_speak(ctx, &record, &form)).ok_or(Error::Forbidden)?;
    record.check_in_use("recordId")?;
    let said = said(ctx, &record, html).await?;
    let comment = Comment {
        id: CommentId::generate(ctx.clock(), ctx.random()),
        record_id: record.id,
        author,
        html: said.html,
        mentions: said.readers.iter().map(|user| user.id).collect(),
        created_at: ctx.now(),
        edited_at: None,
        deleted_at: None,
    };
    let at = CommentAt { comment, record, form };
    ctx.write(async |tx| {
        repo::insert(tx, &at.comment).await?;
        tell(ctx, tx, &at, &said.readers).await?;
        log(ctx, tx, ("comment.added", &at), (None, Some(&at.comment.html))).await
    })
    .await?;
    Ok(at)
}

/// Changes one's own comment. Those it names anew get a mail. `COMMENT_DELETED` at `id` when it was deleted
/// in the meantime.
pub async fn edit(ctx: &Ctx, id: CommentId, html: &str) -> Result<CommentAt> {
    let CommentAt { comment: before, record, form } = get(ctx, id).await?;
    if ctx.actor().user_id() != Some(before.author) || !may_speak(ctx, &record, &form) {
        return Err(Error::Forbidden);
    }
    record.check_in_use("id")?;
    if before.deleted_at.is_some() {
        return Err(deleted());
    }
    let said = said(ctx, &record, html).await?;
    if said.html == before.html {
        return Ok(CommentAt { comment: before, record, form });
    }
    let comment = Comment {
        html: said.html,
        mentions: said.readers.iter().map(|user| user.id).collect(),
        edited_at: Some(ctx.now()),
        ..before.clone()
    };
    let at = CommentAt { comment, record, form };
    let anew: Vec<User> =
        said.readers.into_iter().filter(|user| !before.mentions.contains(&user.id)).collect();
    ctx.write(async |tx| {
        if !repo::save(tx, &at.comment, None).await? {
            return Err(deleted());
        }
        tell(ctx, tx, &at, &anew).await?;
        log(ctx, tx, ("comment.edited", &at), (Some(&before.html), Some(&at.comment.html))).await
    })
    .await?;
    Ok(at)
}

/// Deletes one's own comment, or as a full user anybody's. What is left tells who said something, and when.
pub async fn delete(ctx: &Ctx, id: CommentId) -> Result<CommentAt> {
    let CommentAt { comment: before, record, form } = get(ctx, id).await?;
    let is_theirs = is_full_user(ctx) || ctx.actor().user_id() == Some(before.author);
    if !is_theirs || !may_speak(ctx, &record, &form) {
        return Err(Error::Forbidden);
    }
    record.check_in_use("id")?;
    let comment = Comment {
        html: String::new(),
        mentions: Vec::new(),
        deleted_at: before.deleted_at.or_else(|| Some(ctx.now())),
        ..before.clone()
    };
    let at = CommentAt { comment, record, form };
    ctx.write(async |tx| {
        // Deleted already is deleted.
        if !repo::save(tx, &at.comment, ctx.actor().user_id()).await? {
            return Ok(());
        }
        log(ctx, tx, ("comment.deleted", &at), (Some(&before.html), None)).await
    })
    .await?;
    Ok(at)
}

fn deleted() -> Error {
    UserError::at("COMMENT_DELETED", &["id"]).into()
}

/// What somebody says, as it is kept.
struct Said {
    html: String,
    /// Whom it names.
    readers: Vec<User>,
}

async fn said(ctx: &Ctx, record: &Record, html: &str) -> Result<Said> {
    let (html, named) = rules::parse(html)?;
    let readers = reader::among(ctx, record, &named).await?;
    if readers.len() == named.len() {
        return Ok(Said { html, readers });
    }
    let known: HashSet<UserId> = readers.iter().map(|user| user.id).collect();
    let html = clean_html_with_mentions(&html, move |id| known.contains(&id));
    debug_assert_eq!(mentions(&html).len(), readers.len(), "nobody else is named");
    Ok(Said { html, readers })
}

/// Mails those whom the comment names, but for its author.
async fn tell(ctx: &Ctx, tx: &WriteTx, at: &CommentAt, readers: &[User]) -> Result<()> {
    let author = user::find_many_in(tx, &[at.comment.author]).await?.remove(&at.comment.author);
    let letter = Letter::Mentioned {
        by: author.map(|author| author.display_name).unwrap_or_default(),
        code: at.form.code(at.record.number),
        title: at.record.title.clone(),
        form_key: at.form.definition.key.clone(),
        number: at.record.number,
    };
    for reader in readers.iter().filter(|reader| reader.id != at.comment.author) {
        mail::queue(ctx, tx, &Recipient::of(reader)?, &letter).await?;
    }
    Ok(())
}

async fn log(
    ctx: &Ctx,
    tx: &WriteTx,
    (action, at): (&'static str, &CommentAt),
    (before, after): (Option<&str>, Option<&str>),
) -> Result<()> {
    let beginning = |html: &str| cut(&plain_text(html), LOGGED_CHARACTERS).to_owned();
    let details = json!({
        "code": at.form.code(at.record.number),
        "comment": at.comment.id,
        "changes": { "comment": [before.map(beginning), after.map(beginning)] },
    });
    audit::record(ctx, tx, AuditEntry::about(action, at.record.id).with(details)).await
}
