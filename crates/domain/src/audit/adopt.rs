//! Takes the events of before the log was chained into the chain.
//!
//! The migration that made the chain has no keys, so it only set them apart. They are sealed and chained,
//! in their order and with their ids, before the first new event. What happened to them until then, the
//! chain cannot tell.

use kernel::{AuditEventId, Error, Result, UserId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    chain::{self, End},
    entry::{Draft, told},
    event_row,
    keys::Keys,
    mask::mask,
    old_row::{Column, Entity, Model},
};
use crate::{Ctx, WriteTx};

/// Events at a time.
const PAGE: u64 = 500;

/// Chains all old events; the end of the chain then.
pub(super) async fn old_events(ctx: &Ctx, tx: &WriteTx) -> Result<End> {
    let mut end = End::of_nothing(ctx);
    loop {
        let page = Entity::find()
            .filter(Column::Seq.gt(end.seq))
            .order_by_asc(Column::Seq)
            .limit(PAGE)
            .all(tx.connection())
            .await
            .map_err(Error::internal)?;
        if page.is_empty() {
            break;
        }
        end = page_of(ctx, tx, (end, page)).await?;
    }
    if end.seq > 0 {
        Entity::delete_many().exec(tx.connection()).await.map_err(Error::internal)?;
        tracing::info!(tenant = %ctx.tenant_id(), events = end.seq, "old audit events are chained");
    }
    Ok(end)
}

async fn page_of(ctx: &Ctx, tx: &WriteTx, (mut end, page): (End, Vec<Model>)) -> Result<End> {
    let drafts: Vec<Draft> = page.into_iter().map(draft).collect();
    let owners = drafts.iter().flat_map(|draft| [draft.details_owner(), draft.origin_owner()]);
    let keys = Keys::ready(ctx, tx, chain::distinct(owners)).await?;
    let mut rows = Vec::with_capacity(drafts.len());
    for draft in &drafts {
        let event = chain::chained(ctx, &keys, (end, draft))?;
        end = End { seq: event.seq, hash: event.hash };
        rows.push(chain::row(event));
    }
    event_row::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(end)
}

fn draft(row: Model) -> Draft {
    Draft {
        id: AuditEventId::from_uuid(row.id),
        at: row.at,
        actor_kind: row.actor_kind,
        actor: row.actor_user_id.map(UserId::from_uuid),
        credential: None,
        action: row.action,
        subject_kind: row.subject_kind,
        subject_id: row.subject_id,
        details: told(mask(row.details)),
        address: row.address,
    }
}
