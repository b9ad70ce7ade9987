//! The audit log: one event per change, written in the change's own transaction.

pub(crate) mod entity;

use kernel::{Actor, AuditEventId, Error, Result};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder, QuerySelect};

use crate::{Ctx, WriteTx};

/// What happened to what.
#[derive(Debug, Clone)]
pub struct AuditEntry {
    /// `subject.verb`, e.g. `record.updated`.
    pub action: &'static str,
    /// The kind of thing it happened to: an id prefix, e.g. `rec`.
    pub subject_kind: &'static str,
    /// The thing's global id, if it has one.
    pub subject_id: Option<String>,
    /// What else an auditor wants to know. Never a secret.
    pub details: serde_json::Value,
}

impl AuditEntry {
    /// An event about one thing.
    #[must_use]
    pub fn about<K: kernel::IdPrefix>(action: &'static str, id: kernel::TypedId<K>) -> Self {
        Self {
            action,
            subject_kind: K::PREFIX,
            subject_id: Some(id.to_string()),
            details: serde_json::Value::Object(serde_json::Map::new()),
        }
    }

    /// Adds details.
    #[must_use]
    pub fn with(mut self, details: serde_json::Value) -> Self {
        self.details = details;
        self
    }
}

/// Appends an event, in the transaction of the change it tells of. Sequence numbers have no gaps:
/// an environment has one write transaction at a time.
pub async fn record(ctx: &Ctx, tx: &WriteTx, entry: AuditEntry) -> Result<()> {
    let last: Option<i64> = entity::Entity::find()
        .select_only()
        .column(entity::Column::Seq)
        .order_by_desc(entity::Column::Seq)
        .limit(1)
        .into_tuple()
        .one(tx.connection())
        .await
        .map_err(Error::internal)?;
    let (actor_kind, actor_user_id) = match ctx.actor() {
        Actor::Anonymous => ("anonymous", None),
        Actor::User { id, .. } => ("user", Some(id.uuid())),
        Actor::System => ("system", None),
    };
    let event = entity::ActiveModel {
        seq: Set(last.unwrap_or(0) + 1),
        id: Set(AuditEventId::generate(ctx.clock(), ctx.random()).uuid()),
        at: Set(ctx.now()),
        actor_kind: Set(actor_kind.to_owned()),
        actor_user_id: Set(actor_user_id),
        action: Set(entry.action.to_owned()),
        subject_kind: Set(entry.subject_kind.to_owned()),
        subject_id: Set(entry.subject_id),
        details: Set(entry.details),
        address: Set(ctx.address().map(|address| address.to_string())),
    };
    entity::Entity::insert(event).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}
