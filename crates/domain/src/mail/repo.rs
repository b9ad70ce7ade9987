use chrono::Duration;
use kernel::{Cursor, Error, Instant, Locale, MailId, Page, PageRequest, Result, UserId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use super::{Content, KEY, Mail, entity, entity::Column, key_of, rules::LEASE};
use crate::{Ctx, WriteTx, text::cut};

const LIST: &str = "mails";
const QUEUED: &str = "queued";
/// Looks like a mail and never is one.
const VOID: &str = "void";
/// How long it is remembered that there was a mail.
const RETENTION: Duration = Duration::days(90);
/// The same for what only looked like one: long enough to be counted.
const VOID_RETENTION: Duration = Duration::days(2);
/// The most characters kept of what another server says.
const ANSWER_CHARACTERS: usize = 300;

pub(super) async fn insert(
    ctx: &Ctx,
    tx: &WriteTx,
    (user, locale): (Option<UserId>, Locale),
    content: &Content,
) -> Result<()> {
    let id = MailId::generate(ctx.clock(), ctx.random());
    let plain = serde_json::to_vec(content).map_err(Error::internal)?;
    let sealed = tenancy::seal(&ctx.secret_key(KEY), id.uuid().as_bytes(), &plain, ctx.random());
    let is_real = user.is_some();
    let row = entity::ActiveModel {
        id: Set(id.uuid()),
        user_id: Set(key_of(user)),
        kind: Set(content.letter.kind().to_owned()),
        locale: Set(locale.code().to_owned()),
        state: Set(if is_real { QUEUED } else { VOID }.to_owned()),
        created_at: Set(ctx.now()),
        expires_at: Set(content.letter.expires_at(ctx.now())),
        next_attempt_at: Set(is_real.then(|| ctx.now())),
        attempts: Set(0),
        finished_at: Set(None),
        content_sealed: Set(Some(sealed.map_err(Error::internal)?)),
        last_answer: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn count_since(
    tx: &WriteTx,
    user: Option<UserId>,
    kind: &str,
    since: Instant,
) -> Result<u64> {
    entity::Entity::find()
        .filter(Column::UserId.eq(key_of(user)))
        .filter(Column::Kind.eq(kind))
        .filter(Column::CreatedAt.gt(since))
        .count(tx.connection())
        .await
        .map_err(Error::internal)
}

/// One write transaction at a time, over all servers: what is chosen here nobody else has chosen.
pub(super) async fn claim(ctx: &Ctx, tx: &WriteTx, most: u64) -> Result<Vec<entity::Model>> {
    let mut rows = entity::Entity::find()
        .filter(Column::State.eq(QUEUED))
        .filter(Column::NextAttemptAt.lte(ctx.now()))
        .filter(Column::ExpiresAt.gt(ctx.now()))
        .order_by_asc(Column::NextAttemptAt)
        .order_by_asc(Column::Id)
        .limit(most)
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    for row in &mut rows {
        row.attempts = row.attempts.saturating_add(1);
        let update = entity::Entity::update_many()
            .col_expr(Column::NextAttemptAt, Expr::value(Some(ctx.now() + LEASE)))
            .col_expr(Column::Attempts, Expr::value(row.attempts))
            .filter(Column::Id.eq(row.id));
        update.exec(tx.connection()).await.map_err(Error::internal)?;
    }
    Ok(rows)
}

/// Ends a mail, once: whom it was for and its kind, or nothing when it had ended.
pub(super) async fn finish(
    ctx: &Ctx,
    tx: &WriteTx,
    id: MailId,
    (state, answer): (&str, Option<&str>),
) -> Result<Option<(UserId, String)>> {
    let row = entity::Entity::find_by_id(id.uuid()).one(tx.connection()).await.map_err(Error::internal)?;
    let Some(row) = row.filter(|row| row.state == QUEUED) else { return Ok(None) };
    let update = entity::Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::FinishedAt, Expr::value(Some(ctx.now())))
        .col_expr(Column::NextAttemptAt, Expr::value(None::<Instant>))
        .col_expr(Column::ContentSealed, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::LastAnswer, Expr::value(answer.map(short)))
        .filter(Column::Id.eq(id.uuid()));
    update.exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(Some((UserId::from_uuid(row.user_id), row.kind)))
}

/// Puts a mail back, unless another server has begun an attempt of its own since.
pub(super) async fn postpone(
    tx: &WriteTx,
    (id, attempts): (MailId, i32),
    at: Instant,
    answer: &str,
) -> Result<()> {
    let update = entity::Entity::update_many()
        .col_expr(Column::NextAttemptAt, Expr::value(Some(at)))
        .col_expr(Column::LastAnswer, Expr::value(Some(short(answer))))
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::State.eq(QUEUED))
        .filter(Column::Attempts.eq(attempts));
    update.exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn next_attempt_at(ctx: &Ctx) -> Result<Option<Instant>> {
    let next: Option<Option<Instant>> = entity::Entity::find()
        .select_only()
        .column(Column::NextAttemptAt)
        .filter(Column::State.eq(QUEUED))
        .order_by_asc(Column::NextAttemptAt)
        .limit(1)
        .into_tuple()
        .one(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(next.flatten())
}

pub(super) async fn waiting(ctx: &Ctx) -> Result<u64> {
    let queued = entity::Entity::find().filter(Column::State.eq(QUEUED));
    queued.count(ctx.read()).await.map_err(Error::internal)
}

/// Mails that were not sent in time; at most a hundred.
pub(super) async fn expired(ctx: &Ctx) -> Result<Vec<MailId>> {
    let ids: Vec<Uuid> = entity::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(QUEUED))
        .filter(Column::ExpiresAt.lte(ctx.now()))
        .limit(100)
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(ids.into_iter().map(MailId::from_uuid).collect())
}

pub(super) async fn has_old(ctx: &Ctx) -> Result<bool> {
    let old = entity::Entity::find().filter(is_old(ctx)).limit(1);
    Ok(old.one(ctx.read()).await.map_err(Error::internal)?.is_some())
}

pub(super) async fn forget_old(ctx: &Ctx, tx: &WriteTx) -> Result<()> {
    let gone = entity::Entity::delete_many().filter(is_old(ctx));
    gone.exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

fn is_old(ctx: &Ctx) -> Condition {
    let void =
        Condition::all().add(Column::State.eq(VOID)).add(Column::CreatedAt.lt(ctx.now() - VOID_RETENTION));
    Condition::any().add(Column::FinishedAt.lt(ctx.now() - RETENTION)).add(void)
}

pub(super) async fn list(ctx: &Ctx, page: &PageRequest) -> Result<Page<Mail>> {
    let mut select = entity::Entity::find()
        .filter(Column::State.eq(QUEUED))
        // Ids are made in the order of time.
        .order_by_desc(Column::Id)
        .limit(u64::from(page.first) + 1);
    if let Some(after) = &page.after {
        select = select.filter(Column::Id.lt(after.decode::<Uuid>(LIST)?));
    }
    let mut rows = select.all(ctx.read()).await.map_err(Error::internal)?;
    let has_next = rows.len() > page.first as usize;
    rows.truncate(page.first as usize);
    let with_cursor = |row: entity::Model| Ok((Cursor::encode(LIST, &row.id)?, open(ctx, row)?));
    Ok(Page { items: rows.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}

pub(super) async fn find(ctx: &Ctx, id: MailId) -> Result<Option<Mail>> {
    let queued = entity::Entity::find_by_id(id.uuid()).filter(Column::State.eq(QUEUED));
    let row = queued.one(ctx.read()).await.map_err(Error::internal)?;
    row.map(|row| open(ctx, row)).transpose()
}

/// The mail with what it says.
pub(super) fn open(ctx: &Ctx, row: entity::Model) -> Result<Mail> {
    let sealed = row.content_sealed.ok_or_else(|| Error::internal(format!("mail {} is empty", row.id)))?;
    let plain = tenancy::unseal(&ctx.secret_key(KEY), row.id.as_bytes(), &sealed).map_err(Error::internal)?;
    let content: Content = serde_json::from_slice(&plain).map_err(Error::internal)?;
    let unknown = |()| Error::internal(format!("mail {} has no valid locale", row.id));
    Ok(Mail {
        id: MailId::from_uuid(row.id),
        address: content.address,
        name: content.name,
        letter: content.letter,
        locale: row.locale.parse().map_err(unknown)?,
        queued_at: row.created_at,
        attempts: row.attempts,
        expires_at: row.expires_at,
    })
}

/// What another server said, on one line and not endless.
fn short(answer: &str) -> String {
    let line: String = answer.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    cut(&line, ANSWER_CHARACTERS).to_owned()
}
