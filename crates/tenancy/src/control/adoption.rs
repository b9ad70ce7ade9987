//! An environment that comes in from another installation, until it is there.

use super::{ControlDatabase, tenant_row, tenant_row::Column};
use crate::{TenantStatus, error::database_error};
use kernel::{Instant, Result, TenantId, WorkId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

impl ControlDatabase {
    /// Gives an environment its address, and ends the work; false when the work has it no more.
    pub(crate) async fn welcome(&self, id: TenantId, work: WorkId) -> Result<bool> {
        let outcome = tenant_row::Entity::update_many()
            .col_expr(Column::Status, Expr::value(TenantStatus::Active.as_str()))
            .col_expr(Column::Work, Expr::value(None::<sea_orm::prelude::Uuid>))
            .col_expr(Column::WorkSeenAt, Expr::value(None::<Instant>))
            .filter(Column::Id.eq(id.uuid()))
            .filter(Column::Work.eq(work.uuid()))
            .filter(Column::Status.eq(TenantStatus::Importing.as_str()))
            .exec(&self.db)
            .await
            .map_err(database_error)?;
        Ok(outcome.rows_affected == 1)
    }

    /// Forgets an environment that never came to be.
    pub(crate) async fn forget(&self, id: TenantId, work: WorkId) -> Result<()> {
        tenant_row::Entity::delete_many()
            .filter(Column::Id.eq(id.uuid()))
            .filter(Column::Work.eq(work.uuid()))
            .filter(Column::Status.eq(TenantStatus::Importing.as_str()))
            .exec(&self.db)
            .await
            .map(drop)
            .map_err(database_error)
    }
}
