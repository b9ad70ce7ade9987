//! The chain in the database: its end, appending to it, and reading it as the verifier does.

use kernel::{AuditEventId, Error, Result, UserId};
use ledger::{Bytes, Event, Hash, genesis};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    adopt,
    entry::Draft,
    event_row::{ActiveModel, Column, Entity, Model},
    keys::{Keys, Part},
};
use crate::{Ctx, Permission, WriteTx};

/// The last event: its number and its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub(super) seq: i64,
    pub(super) hash: Hash,
}

impl End {
    /// Of a chain without events.
    pub(super) fn of_nothing(ctx: &Ctx) -> Self {
        Self { seq: 0, hash: genesis(ctx.tenant_id()) }
    }
}

/// The end of the chain; `None` when there is no event.
pub(super) async fn end<C: ConnectionTrait>(connection: &C) -> Result<Option<End>> {
    let last: Option<(i64, Vec<u8>)> = Entity::find()
        .select_only()
        .columns([Column::Seq, Column::Hash])
        .order_by_desc(Column::Seq)
        .limit(1)
        .into_tuple()
        .one(connection)
        .await
        .map_err(Error::internal)?;
    Ok(last.map(|(seq, hash)| End { seq, hash: read_hash(seq, &hash) }))
}

/// The hash of one event; `None` when it is not there.
pub(super) async fn hash_at(ctx: &Ctx, seq: i64) -> Result<Option<Hash>> {
    let hash: Option<Vec<u8>> = Entity::find_by_id(seq)
        .select_only()
        .column(Column::Hash)
        .into_tuple()
        .one(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(hash.map(|hash| read_hash(seq, &hash)))
}

/// Appends an event behind the last one.
pub(super) async fn append(ctx: &Ctx, tx: &WriteTx, draft: Draft) -> Result<()> {
    let end = match end(tx.connection()).await? {
        Some(end) => end,
        None => adopt::old_events(ctx, tx).await?,
    };
    let owners = [draft.details_owner(), draft.origin_owner()];
    let keys = Keys::ready(ctx, tx, distinct(owners)).await?;
    let event = chained(ctx, &keys, (end, &draft))?;
    Entity::insert(row(event)).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    ctx.unpublished().note(ctx.tenant_id());
    Ok(())
}

/// Each owner once.
pub(super) fn distinct(owners: impl IntoIterator<Item = Option<UserId>>) -> Vec<UserId> {
    let mut owners: Vec<UserId> = owners.into_iter().flatten().collect();
    owners.sort_unstable();
    owners.dedup();
    owners
}

/// Gives a draft its place behind `end`, with what is personal sealed.
pub(super) fn chained(ctx: &Ctx, keys: &Keys, (end, draft): (End, &Draft)) -> Result<Event> {
    let sealed = |keeper, part, plain: &[u8]| keys.seal(ctx, (keeper, draft.id, part), plain).map(Bytes);
    let (details_owner, origin_owner) =
        (keys.keeper(draft.details_owner()), keys.keeper(draft.origin_owner()));
    let details = draft.details.as_ref().map(serde_json::to_vec).transpose().map_err(Error::internal)?;
    let mut event = Event {
        seq: end.seq + 1,
        id: draft.id,
        at: draft.at,
        actor_kind: draft.actor_kind.clone(),
        actor_user_id: draft.actor,
        credential: draft.credential.clone(),
        action: draft.action.clone(),
        is_refusal: draft.is_refusal(),
        subject_kind: draft.subject_kind.clone(),
        subject_id: draft.subject_id.clone(),
        details_owner,
        details: details.map(|plain| sealed(details_owner, Part::Details, &plain)).transpose()?,
        origin_owner,
        origin: draft
            .address
            .as_ref()
            .map(|address| sealed(origin_owner, Part::Origin, address.as_bytes()))
            .transpose()?,
        previous_hash: end.hash,
        hash: end.hash,
    };
    event.hash = event.computed_hash(ctx.tenant_id());
    Ok(event)
}

/// The event as the database keeps it.
pub(super) fn row(event: Event) -> ActiveModel {
    ActiveModel {
        seq: Set(event.seq),
        id: Set(event.id.uuid()),
        at: Set(event.at),
        actor_kind: Set(event.actor_kind),
        actor_user_id: Set(event.actor_user_id.map(UserId::uuid)),
        credential: Set(event.credential),
        action: Set(event.action),
        is_refusal: Set(event.is_refusal),
        subject_kind: Set(event.subject_kind),
        subject_id: Set(event.subject_id),
        details_owner: Set(event.details_owner.map(UserId::uuid)),
        details: Set(event.details.map(|bytes| bytes.0)),
        origin_owner: Set(event.origin_owner.map(UserId::uuid)),
        origin: Set(event.origin.map(|bytes| bytes.0)),
        previous_hash: Set(event.previous_hash.0.to_vec()),
        hash: Set(event.hash.0.to_vec()),
    }
}

impl From<Model> for Event {
    fn from(row: Model) -> Self {
        Self {
            seq: row.seq,
            id: AuditEventId::from_uuid(row.id),
            at: row.at,
            actor_kind: row.actor_kind,
            actor_user_id: row.actor_user_id.map(UserId::from_uuid),
            credential: row.credential,
            action: row.action,
            is_refusal: row.is_refusal,
            subject_kind: row.subject_kind,
            subject_id: row.subject_id,
            details_owner: row.details_owner.map(UserId::from_uuid),
            details: row.details.map(Bytes),
            origin_owner: row.origin_owner.map(UserId::from_uuid),
            origin: row.origin.map(Bytes),
            previous_hash: read_hash(row.seq, &row.previous_hash),
            hash: read_hash(row.seq, &row.hash),
        }
    }
}

/// A hash of another length was not written by us: it fits nothing, and the verifier says so.
fn read_hash(seq: i64, bytes: &[u8]) -> Hash {
    Hash::from_slice(bytes).unwrap_or_else(|| {
        tracing::error!(seq, "a hash in the audit log is not 32 bytes long");
        Hash([0; 32])
    })
}

/// At most `limit` events behind `seq` as they are in the database, what is personal still sealed: for
/// checking the chain, and for a copy that others can check.
pub async fn copy_page(ctx: &Ctx, seq: i64, limit: u64) -> Result<Vec<Event>> {
    ctx.require(Permission::ReadAuditLog)?;
    page(ctx.read(), seq, limit).await
}

pub(super) async fn page<C: ConnectionTrait>(connection: &C, seq: i64, limit: u64) -> Result<Vec<Event>> {
    let rows = Entity::find()
        .filter(Column::Seq.gt(seq))
        .order_by_asc(Column::Seq)
        .limit(limit)
        .all(connection)
        .await
        .map_err(Error::internal)?;
    Ok(rows.into_iter().map(Event::from).collect())
}

/// The end of the log in a snapshot: its last event and that event's hash. For back-ups.
pub async fn end_of(snapshot: &tenancy::Snapshot) -> Result<Option<(i64, Hash)>> {
    let rows = snapshot.rows("SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1").await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let seq = row.try_get_by_index(0).map_err(Error::internal)?;
    let hash: Vec<u8> = row.try_get_by_index(1).map_err(Error::internal)?;
    let hash = Hash::from_slice(&hash).ok_or_else(|| Error::internal("a hash of another length"))?;
    Ok(Some((seq, hash)))
}
