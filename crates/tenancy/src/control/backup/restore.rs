//! What is written down of putting environments back.

use kernel::{BackupRunId, Error, Instant, RestoreId, Result, TenantId, UserId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

use super::{
    BackupLog,
    rows::restore::{self, Column},
};
use crate::{Restore, RestorePurpose, RestoreState, error::database_error};

/// The most that are read at once.
const MOST_AT_ONCE: u64 = 1_000;

impl BackupLog {
    /// Writes down that a back-up is asked back; false while one of the environment is for the same purpose.
    pub async fn ask_restore(&self, restore: &Restore) -> Result<bool> {
        let transaction = crate::database::begin_write(&self.0.db).await.map_err(database_error)?;
        let busy = restore::Entity::find()
            .filter(Column::TenantId.eq(restore.tenant.uuid()))
            .filter(Column::Purpose.eq(restore.purpose.as_str()))
            .filter(Column::State.is_in(states(|state| !state.is_final())))
            .one(&transaction)
            .await
            .map_err(database_error)?;
        if busy.is_some() {
            return Ok(false);
        }
        let row = restore::ActiveModel {
            id: Set(restore.id.uuid()),
            tenant_id: Set(restore.tenant.uuid()),
            backup_run_id: Set(restore.backup.uuid()),
            asked_by: Set(restore.asked_by.map(|user| user.to_string())),
            asked_at: Set(restore.asked_at),
            reason: Set(restore.reason.clone()),
            state: Set(restore.state.as_str().to_owned()),
            seen_at: Set(restore.seen_at),
            purpose: Set(restore.purpose.as_str().to_owned()),
            ..restore::ActiveModel::default()
        };
        restore::Entity::insert(row).exec_without_returning(&transaction).await.map_err(database_error)?;
        transaction.commit().await.map_err(database_error)?;
        Ok(true)
    }

    /// Those of an environment, the latest first; at most `most`.
    pub async fn restores_of(&self, tenant: TenantId, most: u64) -> Result<Vec<Restore>> {
        self.restores(Condition::all().add(Column::TenantId.eq(tenant.uuid())), most).await
    }

    /// Those for which something is to be done, the earliest last.
    pub async fn restores_under_way(&self) -> Result<Vec<Restore>> {
        let under_way = Column::State.is_in(states(RestoreState::is_under_way));
        self.restores(Condition::all().add(under_way), MOST_AT_ONCE).await
    }

    /// Back-ups that are looked into, and those that were and of which something is still here.
    pub async fn looks(&self) -> Result<Vec<Restore>> {
        let wanted = Condition::all()
            .add(Column::Purpose.eq(RestorePurpose::Look.as_str()))
            .add(Column::State.is_in(states(|state| !state.is_under_way())))
            .add(Column::SealedIdentity.is_not_null());
        self.restores(wanted, MOST_AT_ONCE).await
    }

    /// One.
    pub async fn find_restore(&self, id: RestoreId) -> Result<Option<Restore>> {
        Ok(self.restores(Condition::all().add(Column::Id.eq(id.uuid())), 1).await?.pop())
    }

    /// Moves one on; false when it is no longer in the state it was thought to be in.
    pub async fn move_restore(
        &self,
        (id, from): (RestoreId, RestoreState),
        to: RestoreState,
        now: Instant,
    ) -> Result<bool> {
        let outcome = restore::Entity::update_many()
            .col_expr(Column::State, Expr::value(to.as_str()))
            .col_expr(Column::SeenAt, Expr::value(now))
            .col_expr(Column::FinishedAt, Expr::value(to.is_final().then_some(now)))
            .filter(Column::Id.eq(id.uuid()))
            .filter(Column::State.eq(from.as_str()))
            .exec(&self.0.db)
            .await
            .map_err(database_error)?;
        Ok(outcome.rows_affected == 1)
    }

    /// Notes what the handed over is sealed to; `None` forgets it.
    pub async fn note_identity(&self, id: RestoreId, sealed: Option<&str>) -> Result<()> {
        self.change_restore(id, (Column::SealedIdentity, Expr::value(sealed.map(ToOwned::to_owned)))).await
    }

    /// Notes the back-up that was made of what there was.
    pub async fn note_safety(&self, id: RestoreId, run: BackupRunId) -> Result<()> {
        self.change_restore(id, (Column::SafetyRunId, Expr::value(run.uuid()))).await
    }

    /// Ends one without success: a code, and what the operator reads.
    pub async fn fail_restore(
        &self,
        id: RestoreId,
        (failure, details): (&str, &str),
        now: Instant,
    ) -> Result<()> {
        restore::Entity::update_many()
            .col_expr(Column::State, Expr::value(RestoreState::Failed.as_str()))
            .col_expr(Column::SeenAt, Expr::value(now))
            .col_expr(Column::FinishedAt, Expr::value(now))
            .col_expr(Column::Failure, Expr::value(failure))
            .col_expr(Column::FailureDetails, Expr::value(details))
            .filter(Column::Id.eq(id.uuid()))
            .exec(&self.0.db)
            .await
            .map_err(database_error)?;
        Ok(())
    }

    async fn change_restore(
        &self,
        id: RestoreId,
        (column, value): (Column, sea_orm::sea_query::SimpleExpr),
    ) -> Result<()> {
        restore::Entity::update_many()
            .col_expr(column, value)
            .filter(Column::Id.eq(id.uuid()))
            .exec(&self.0.db)
            .await
            .map_err(database_error)?;
        Ok(())
    }

    async fn restores(&self, wanted: Condition, most: u64) -> Result<Vec<Restore>> {
        let rows = restore::Entity::find()
            .filter(wanted)
            .order_by_desc(Column::AskedAt)
            .limit(most)
            .all(&self.0.db)
            .await
            .map_err(database_error)?;
        rows.into_iter().map(Restore::try_from).collect()
    }
}

fn states(wanted: impl Fn(RestoreState) -> bool) -> Vec<&'static str> {
    RestoreState::ALL.into_iter().filter(|state| wanted(*state)).map(RestoreState::as_str).collect()
}

impl TryFrom<restore::Model> for Restore {
    type Error = Error;

    fn try_from(row: restore::Model) -> Result<Self> {
        let unknown = |column: &str| Error::internal(format!("restore {}: unknown {column}", row.id));
        let asked_by = row.asked_by.as_deref().map(str::parse::<UserId>).transpose();
        Ok(Self {
            id: RestoreId::from_uuid(row.id),
            tenant: TenantId::from_uuid(row.tenant_id),
            purpose: row.purpose.parse().map_err(|()| unknown("purpose"))?,
            backup: BackupRunId::from_uuid(row.backup_run_id),
            asked_by: asked_by.map_err(|_| unknown("asked_by"))?,
            asked_at: row.asked_at,
            state: row.state.parse().map_err(|()| unknown("state"))?,
            seen_at: row.seen_at,
            sealed_identity: row.sealed_identity,
            safety: row.safety_run_id.map(BackupRunId::from_uuid),
            finished_at: row.finished_at,
            failure: row.failure.map(|code| (code, row.failure_details.unwrap_or_default())),
            reason: row.reason,
        })
    }
}
