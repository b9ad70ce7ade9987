//! Which piece of work may give an environment another database, and the databases no environment is in.

use super::{ControlDatabase, spare_row, tenant_row, tenant_row::Column};
use crate::{Placement, TenantEntry, database::begin_write, error::database_error};
use kernel::{Error, Instant, Result, SpareDatabaseId, TenantId, WorkId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

/// A database that no environment is in.
#[derive(Debug)]
pub(crate) struct Spare {
    pub(crate) id: SpareDatabaseId,
    /// Whose it is, as if that were in it.
    pub(crate) tenant: TenantEntry,
    /// The same, where it is.
    pub(crate) owner: TenantEntry,
}

impl ControlDatabase {
    /// Gives an environment to a piece of work; false when another has it.
    pub(crate) async fn take_up(&self, id: TenantId, work: WorkId, now: Instant) -> Result<bool> {
        self.swap_work((id, None), Some(work), now).await
    }

    /// Takes an environment from one piece of work to another, or to none; false when the first has it no more.
    pub(crate) async fn swap_work(
        &self,
        (id, from): (TenantId, Option<WorkId>),
        to: Option<WorkId>,
        now: Instant,
    ) -> Result<bool> {
        let is_held = match from {
            Some(work) => Column::Work.eq(work.uuid()),
            None => Column::Work.is_null(),
        };
        let outcome = tenant_row::Entity::update_many()
            .col_expr(Column::Work, Expr::value(to.map(WorkId::uuid)))
            .col_expr(Column::WorkSeenAt, Expr::value(to.map(|_| now)))
            .filter(Column::Id.eq(id.uuid()))
            .filter(is_held)
            .exec(&self.db)
            .await
            .map_err(database_error)?;
        Ok(outcome.rows_affected == 1)
    }

    /// A sign of life; false when the work has the environment no more.
    pub(crate) async fn is_at_work(&self, id: TenantId, work: WorkId, now: Instant) -> Result<bool> {
        self.swap_work((id, Some(work)), Some(work), now).await
    }

    /// The environments whose work has given no sign of life since a moment.
    pub(crate) async fn left_behind(&self, before: Instant) -> Result<Vec<(TenantEntry, WorkId)>> {
        let rows = tenant_row::Entity::find()
            .filter(Column::Work.is_not_null())
            .filter(Column::WorkSeenAt.lt(before))
            .all(&self.db)
            .await
            .map_err(database_error)?;
        let with_work = |row: tenant_row::Model| {
            let work = row.work.map(WorkId::from_uuid);
            Some((self.entry(row).ok()?, work?))
        };
        Ok(rows.into_iter().filter_map(with_work).collect())
    }

    /// Notes a database before it is made, so that it is found when the work stops half-way.
    pub(crate) async fn note_spare(
        &self,
        (id, tenant): (SpareDatabaseId, TenantId),
        (placement, work): (&Placement, WorkId),
        now: Instant,
    ) -> Result<()> {
        let row = spare((id, tenant), placement, (Some(work), now));
        spare_row::Entity::insert(row).exec_without_returning(&self.db).await.map_err(database_error)?;
        Ok(())
    }

    /// Has an environment go on in the database that was noted for it, and ends the work; false when the work has
    /// the environment no more. The database it was in is spare from now on.
    pub(crate) async fn settle(
        &self,
        (tenant, work): (&TenantEntry, WorkId),
        (new, left, placement): (SpareDatabaseId, SpareDatabaseId, &Placement),
        now: Instant,
    ) -> Result<bool> {
        let transaction = begin_write(&self.db).await.map_err(database_error)?;
        let outcome = tenant_row::Entity::update_many()
            .col_expr(Column::PlacementKind, Expr::value(placement.kind()))
            .col_expr(Column::Placement, Expr::value(placement.to_json()))
            .col_expr(Column::Work, Expr::value(None::<sea_orm::prelude::Uuid>))
            .col_expr(Column::WorkSeenAt, Expr::value(None::<Instant>))
            .filter(Column::Id.eq(tenant.id.uuid()))
            .filter(Column::Work.eq(work.uuid()))
            .exec(&transaction)
            .await
            .map_err(database_error)?;
        if outcome.rows_affected == 0 {
            return Ok(false);
        }
        delete_spare(&transaction, new).await?;
        let left = spare((left, tenant.id), &tenant.placement, (None, now));
        spare_row::Entity::insert(left).exec_without_returning(&transaction).await.map_err(database_error)?;
        transaction.commit().await.map_err(database_error)?;
        Ok(true)
    }

    /// The databases that no work needs any more, since before a moment.
    pub(crate) async fn spares(&self, before: Instant) -> Result<Vec<Spare>> {
        let rows = spare_row::Entity::find()
            .filter(spare_row::Column::Since.lt(before))
            .all(&self.db)
            .await
            .map_err(database_error)?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let owners = tenant_row::Entity::find()
            .filter(Column::Id.is_in(rows.iter().map(|row| row.tenant_id)))
            .all(&self.db)
            .await
            .map_err(database_error)?;
        let mut spares = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(owner) = owners.iter().find(|owner| owner.id == row.tenant_id) else { continue };
            if row.work.is_some() && owner.work == row.work {
                continue;
            }
            let placement =
                Placement::from_json(&row.placement_kind, row.placement).map_err(Error::internal)?;
            let Ok(owner) = self.entry(owner.clone()) else { continue };
            // Never the one it is in.
            if owner.placement != placement {
                spares.push(Spare {
                    id: SpareDatabaseId::from_uuid(row.id),
                    tenant: TenantEntry { placement, ..owner.clone() },
                    owner,
                });
            }
        }
        Ok(spares)
    }

    /// Forgets a database that is gone.
    pub(crate) async fn forget_spare(&self, id: SpareDatabaseId) -> Result<()> {
        delete_spare(&self.db, id).await
    }
}

async fn delete_spare(connection: &impl ConnectionTrait, id: SpareDatabaseId) -> Result<()> {
    spare_row::Entity::delete_by_id(id.uuid()).exec(connection).await.map_err(database_error)?;
    Ok(())
}

fn spare(
    (id, tenant): (SpareDatabaseId, TenantId),
    placement: &Placement,
    (work, since): (Option<WorkId>, Instant),
) -> spare_row::ActiveModel {
    spare_row::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(tenant.uuid()),
        placement_kind: Set(placement.kind().to_owned()),
        placement: Set(placement.to_json()),
        work: Set(work.map(WorkId::uuid)),
        since: Set(since),
    }
}
