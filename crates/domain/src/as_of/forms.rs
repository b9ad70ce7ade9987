//! Which revision of each form was in use.

use std::collections::{HashMap, HashSet};

use kernel::{Error, FormId, Instant, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use uuid::Uuid;

use crate::{
    WriteTx,
    form::entity::{self, Column, revision},
};

/// Gives every form the revision it had, and hides those that were not there yet. Answers which forms are
/// other than they are now.
pub(super) async fn wind_back(tx: &WriteTx, end: Instant) -> Result<HashSet<FormId>> {
    let then = latest_before(tx, end).await?;
    let mut rewritten = HashSet::new();
    for form in entity::Entity::find().all(tx.connection()).await.map_err(Error::internal)? {
        let was_there = then.contains_key(&form.id);
        let archived_at = if was_there { form.archived_at.filter(|at| *at < end) } else { Some(end) };
        let revision = then.get(&form.id).copied().unwrap_or(form.current_revision_id);
        if revision != form.current_revision_id {
            rewritten.insert(FormId::from_uuid(form.id));
        } else if archived_at == form.archived_at {
            continue;
        }
        entity::Entity::update_many()
            .col_expr(Column::CurrentRevisionId, Expr::value(revision))
            .col_expr(Column::ArchivedAt, Expr::value(archived_at))
            .filter(Column::Id.eq(form.id))
            .exec(tx.connection())
            .await
            .map_err(Error::internal)?;
    }
    Ok(rewritten)
}

async fn latest_before(tx: &WriteTx, end: Instant) -> Result<HashMap<Uuid, Uuid>> {
    let rows: Vec<(Uuid, Uuid)> = revision::Entity::find()
        .select_only()
        .columns([revision::Column::FormId, revision::Column::Id])
        .filter(revision::Column::PublishedAt.lt(end))
        .order_by_asc(revision::Column::Number)
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    // The last one of each form stays.
    Ok(rows.into_iter().collect())
}
