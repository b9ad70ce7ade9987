//! Reading the log: for who may, with what is personal opened as far as its key is there.

use std::collections::HashMap;

use kernel::{AuditEventId, Cursor, Error, Instant, Page, PageRequest, Result, UserId};
use ledger::{Bytes, Event, Hash};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Statement,
};
use serde_json::{Map, Value};

use super::{
    AuditFilter,
    chain::distinct,
    entry::ActorKind,
    event_row::{Column, Entity},
    keys::{Keys, Part},
};
use crate::{Ctx, Permission};

const LIST: &str = "audit";
/// Among the details: field by field, `[before, after]`.
const CHANGES: &str = "changes";

/// One line of the log, opened.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEvent {
    /// Which.
    pub id: AuditEventId,
    /// Its place in the chain: 1, 2, 3 …
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// What kind of actor did it.
    pub actor_kind: ActorKind,
    /// Who, when a person did it.
    pub actor: Option<UserId>,
    /// The session or API token they came with.
    pub credential: Option<String>,
    /// What happened.
    pub action: String,
    /// Whether something was refused.
    pub is_refusal: bool,
    /// The kind of thing it happened to: an id prefix.
    pub subject_kind: String,
    /// The thing, if it has an id.
    pub subject_id: Option<String>,
    /// All there is to know, `changes` among it; empty when it was erased.
    pub details: Map<String, Value>,
    /// From where it was done.
    pub address: Option<String>,
    /// Personal data of it was erased.
    pub is_erased: bool,
    /// Its hash.
    pub hash: Hash,
}

/// One field of what changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditChange {
    /// The field.
    pub field: String,
    /// What it was.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
}

/// A page of the log, newest first.
pub async fn list(ctx: &Ctx, filter: &AuditFilter, page: &PageRequest) -> Result<Page<AuditEvent>> {
    ctx.require(Permission::ReadAuditLog)?;
    newest_first(ctx, (LIST, filter.condition(ctx).await?), page).await
}

/// A page of what a condition finds, under the name of its list: for whoever the caller has found may see
/// that.
pub(crate) async fn newest_first(
    ctx: &Ctx,
    (list, condition): (&str, Condition),
    page: &PageRequest,
) -> Result<Page<AuditEvent>> {
    let mut select =
        Entity::find().filter(condition).order_by_desc(Column::Seq).limit(u64::from(page.first) + 1);
    if let Some(after) = &page.after {
        select = select.filter(Column::Seq.lt(after.decode::<i64>(list)?));
    }
    let mut rows = select.all(ctx.read()).await.map_err(Error::internal)?;
    let has_next = rows.len() > page.first as usize;
    rows.truncate(page.first as usize);
    let events = rows.into_iter().map(Event::from).collect();
    let with_cursor = |event: AuditEvent| Ok((Cursor::encode(list, &event.seq)?, event));
    let items = opened(ctx, events).await?.into_iter().map(with_cursor).collect::<Result<_>>()?;
    Ok(Page { items, has_next })
}

/// How many events match.
pub async fn count(ctx: &Ctx, filter: &AuditFilter) -> Result<u64> {
    ctx.require(Permission::ReadAuditLog)?;
    let select = Entity::find().filter(filter.condition(ctx).await?);
    select.count(ctx.read()).await.map_err(Error::internal)
}

/// Several events by id, in one query; empty for who may not read the log.
pub async fn find_many(ctx: &Ctx, ids: &[AuditEventId]) -> Result<Vec<AuditEvent>> {
    if ids.is_empty() || !ctx.may(Permission::ReadAuditLog) {
        return Ok(Vec::new());
    }
    let wanted = Column::Id.is_in(ids.iter().map(|id| id.uuid()));
    let rows = Entity::find().filter(wanted).all(ctx.read()).await.map_err(Error::internal)?;
    opened(ctx, rows.into_iter().map(Event::from).collect()).await
}

/// The actions that occur in the log, by name.
pub async fn actions(ctx: &Ctx) -> Result<Vec<String>> {
    // From one name to the next in the index: a distinct over all events would read them all.
    const NAMES: &str = "WITH RECURSIVE name(action) AS (
        SELECT MIN(action) FROM audit_event
        UNION ALL
        SELECT (SELECT MIN(action) FROM audit_event WHERE action > name.action) FROM name
        WHERE name.action IS NOT NULL)
        SELECT action FROM name WHERE action IS NOT NULL";
    #[derive(FromQueryResult)]
    struct Name {
        action: String,
    }
    ctx.require(Permission::ReadAuditLog)?;
    let statement = Statement::from_string(ctx.read().get_database_backend(), NAMES);
    let names = Name::find_by_statement(statement).all(ctx.read()).await.map_err(Error::internal)?;
    Ok(names.into_iter().map(|name| name.action).collect())
}

/// Opens what is sealed, with the keys of all owners in one query.
async fn opened(ctx: &Ctx, events: Vec<Event>) -> Result<Vec<AuditEvent>> {
    let owners = events.iter().flat_map(|event| [event.details_owner, event.origin_owner]);
    let keys = Keys::find(ctx, ctx.read(), distinct(owners)).await?;
    Ok(events.into_iter().map(|event| open(&keys, event)).collect())
}

fn open(keys: &Keys, event: Event) -> AuditEvent {
    let part = |owner, sealed: &Option<Bytes>, part| {
        sealed.as_ref().map(|sealed| keys.open((owner, event.id, part), &sealed.0))
    };
    let details = part(event.details_owner, &event.details, Part::Details);
    let origin = part(event.origin_owner, &event.origin, Part::Origin);
    let is_erased = details == Some(None) || origin == Some(None);
    let details = details.flatten().and_then(|plain| serde_json::from_slice(&plain).ok());
    AuditEvent {
        id: event.id,
        seq: event.seq,
        at: event.at,
        actor_kind: ActorKind::parse(&event.actor_kind).unwrap_or(ActorKind::System),
        actor: event.actor_user_id,
        credential: event.credential,
        action: event.action,
        is_refusal: event.is_refusal,
        subject_kind: event.subject_kind,
        subject_id: event.subject_id,
        details: details.unwrap_or_default(),
        address: origin.flatten().and_then(|plain| String::from_utf8(plain).ok()),
        is_erased,
        hash: event.hash,
    }
}

/// `[before, after]` as words.
fn line(field: String, change: &Value) -> AuditChange {
    let words = |index: usize| change.get(index).and_then(in_words);
    AuditChange { field, before: words(0), after: words(1) }
}

fn in_words(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => Some(items.iter().filter_map(in_words).collect::<Vec<_>>().join(", ")),
        other => Some(other.to_string()),
    }
}

/// The names of people, for readers that have no loader.
pub async fn names(ctx: &Ctx, events: &[AuditEvent]) -> Result<HashMap<UserId, String>> {
    let people = distinct(events.iter().flat_map(|event| [event.actor, event.person()]));
    let found = crate::user::find_many(ctx, &people).await?;
    Ok(found.into_iter().map(|(id, user)| (id, user.display_name)).collect())
}

impl AuditEvent {
    /// Field by field, what it was and what it is.
    #[must_use]
    pub fn changes(&self) -> Vec<AuditChange> {
        let changes = self.details.get(CHANGES).and_then(Value::as_object).into_iter().flatten();
        changes.map(|(field, change)| line(field.clone(), change)).collect()
    }

    /// What there is to know beside the changes.
    #[must_use]
    pub fn further_details(&self) -> Map<String, Value> {
        let further = self.details.iter().filter(|(name, value)| *name != CHANGES || !value.is_object());
        further.map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// The person it is about, when it is about one.
    #[must_use]
    pub fn person(&self) -> Option<UserId> {
        let id = self.subject_id.as_deref()?;
        match self.subject_kind.as_str() {
            "usr" => id.parse().ok(),
            "acc" => id.parse().ok().map(|id: kernel::AccountId| UserId::from_uuid(id.uuid())),
            _ => None,
        }
    }
}
