//! What is written down of back-ups.

mod restore;
mod rows;

use std::collections::HashMap;

use chrono::TimeDelta;
use kernel::{BackupRunId, Clock, Error, Instant, Random, Result, TenantId, WorkId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, SqlErr,
    prelude::Uuid,
    sea_query::{Expr, OnConflict},
};

use self::rows::{
    drill, lease, notice,
    run::{self, Column},
};
use super::ControlDatabase;
use crate::{
    BackupDrill, BackupFigures, BackupProof, BackupReason, BackupRun, BackupStanding, BackupState,
    BackupTier, error::database_error,
};

/// Seconds without a sign of life after which a back-up that was being made is taken up anew.
const DEAD_AFTER_SECONDS: i64 = 120;
/// The most runs read at once.
const MOST_RUNS: u64 = 2_000;

/// The back-ups of all environments, as the control database has them. Clones are cheap.
#[derive(Debug, Clone)]
pub struct BackupLog(ControlDatabase);

/// What a back-up is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupPlan {
    /// Whose.
    pub tenant: TenantId,
    /// For which store.
    pub tier: BackupTier,
    /// Why.
    pub reason: BackupReason,
    /// The moment of the plan, or that it was asked for.
    pub due_at: Instant,
}

impl BackupLog {
    pub(crate) fn new(control: &ControlDatabase) -> Self {
        Self(control.clone())
    }

    /// Makes `holder` the one that does what `name` says, or keeps it so, until a moment; false while another is.
    pub async fn lead(&self, name: &str, holder: WorkId, (now, until): (Instant, Instant)) -> Result<bool> {
        let taken = lease::Entity::update_many()
            .col_expr(lease::Column::Holder, Expr::value(holder.uuid()))
            .col_expr(lease::Column::Until, Expr::value(until))
            .filter(lease::Column::Name.eq(name))
            .filter(
                Condition::any()
                    .add(lease::Column::Holder.eq(holder.uuid()))
                    .add(lease::Column::Until.lt(now)),
            )
            .exec(&self.0.db)
            .await
            .map_err(database_error)?;
        if taken.rows_affected == 1 {
            return Ok(true);
        }
        let row =
            lease::ActiveModel { name: Set(name.to_owned()), holder: Set(holder.uuid()), until: Set(until) };
        let first = lease::Entity::insert(row)
            .on_conflict(OnConflict::column(lease::Column::Name).do_nothing().to_owned())
            .exec_without_returning(&self.0.db)
            .await;
        match first {
            Ok(rows) => Ok(rows == 1),
            Err(sea_orm::DbErr::RecordNotInserted) => Ok(false),
            Err(error) => Err(database_error(error)),
        }
    }

    /// Begins a back-up that is due: for the first time, again after it failed, or in place of one that was killed.
    /// Nothing when it was made, or is at work, or is to wait.
    pub async fn begin(
        &self,
        plan: BackupPlan,
        (clock, random): (&dyn Clock, &dyn Random),
    ) -> Result<Option<BackupRunId>> {
        let (id, now) = (BackupRunId::generate(clock, random), clock.now());
        let row = first(id, plan, now);
        match run::Entity::insert(row).exec_without_returning(&self.0.db).await {
            Ok(_) => return Ok(Some(id)),
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {}
            Err(error) => return Err(database_error(error)),
        }
        self.begin_again(plan, now).await
    }

    async fn begin_again(&self, plan: BackupPlan, now: Instant) -> Result<Option<BackupRunId>> {
        let found = run::Entity::find()
            .filter(Column::TenantId.eq(plan.tenant.uuid()))
            .filter(Column::Tier.eq(plan.tier.as_str()))
            .filter(Column::DueAt.eq(plan.due_at))
            .one(&self.0.db)
            .await
            .map_err(database_error)?;
        let Some(found) = found else { return Ok(None) };
        let outcome = run::Entity::update_many()
            .col_expr(Column::State, Expr::value(BackupState::Running.as_str()))
            .col_expr(Column::Attempts, Expr::value(found.attempts + 1))
            .col_expr(Column::BegunAt, Expr::value(now))
            .col_expr(Column::SeenAt, Expr::value(now))
            .filter(Column::Id.eq(found.id))
            // What it was when it was found, so that only one of two takes it up.
            .filter(Column::Attempts.eq(found.attempts))
            .filter(may_begin(now))
            .exec(&self.0.db)
            .await
            .map_err(database_error)?;
        Ok((outcome.rows_affected == 1).then(|| BackupRunId::from_uuid(found.id)))
    }

    /// Writes down that somebody wants one, to be begun when there is room.
    pub async fn ask(
        &self,
        plan: BackupPlan,
        (clock, random): (&dyn Clock, &dyn Random),
    ) -> Result<BackupRunId> {
        let (id, now) = (BackupRunId::generate(clock, random), clock.now());
        let row = run::ActiveModel {
            state: Set(BackupState::Asked.as_str().to_owned()),
            attempts: Set(0),
            ..first(id, plan, now)
        };
        run::Entity::insert(row).exec_without_returning(&self.0.db).await.map_err(database_error)?;
        Ok(id)
    }

    /// Those that are to be begun now: asked for, failed long enough ago, or left by a server that was killed.
    pub async fn waiting(&self, now: Instant) -> Result<Vec<BackupRun>> {
        self.runs(may_begin(now), MOST_RUNS).await
    }

    /// The last moment of the plan for which a back-up was begun, by environment and store.
    pub async fn last_planned(&self) -> Result<HashMap<(TenantId, BackupTier), Instant>> {
        let rows: Vec<(Uuid, String, Instant)> = run::Entity::find()
            .select_only()
            .column(Column::TenantId)
            .column(Column::Tier)
            .column_as(Column::DueAt.max(), "due_at")
            .filter(Column::Reason.eq(BackupReason::Schedule.as_str()))
            .group_by(Column::TenantId)
            .group_by(Column::Tier)
            .into_tuple()
            .all(&self.0.db)
            .await
            .map_err(database_error)?;
        let by_tier = |(tenant, tier, due): (Uuid, String, Instant)| {
            let tier = tier.parse().map_err(Error::internal)?;
            Ok(((TenantId::from_uuid(tenant), tier), due))
        };
        rows.into_iter().map(by_tier).collect()
    }

    /// How every environment stands in every store, in one statement however many there are.
    pub async fn standings(&self) -> Result<HashMap<(TenantId, BackupTier), BackupStanding>> {
        let rows: Vec<Stood> = run::Entity::find()
            .select_only()
            .column(Column::TenantId)
            .column(Column::Tier)
            .column(Column::State)
            .column_as(Column::TakenAt.max(), "last_taken_at")
            .column_as(Column::FinishedAt.min(), "first_finished_at")
            .filter(Column::RemovedAt.is_null())
            .filter(Column::Sequence.is_not_null())
            .group_by(Column::TenantId)
            .group_by(Column::Tier)
            .group_by(Column::State)
            .into_model()
            .all(&self.0.db)
            .await
            .map_err(database_error)?;
        let mut standings: HashMap<_, BackupStanding> = HashMap::new();
        for row in rows {
            let key = (TenantId::from_uuid(row.tenant_id), row.tier.parse().map_err(Error::internal)?);
            let state = row.state.parse().map_err(|()| Error::internal("a back-up in an unknown state"))?;
            standings.entry(key).or_default().add(state, (row.last_taken_at, row.first_finished_at));
        }
        Ok(standings)
    }

    /// What was wrong with the last back-up of an environment in a store that turned out to be no good.
    pub async fn last_refutation(&self, tenant: TenantId, tier: BackupTier) -> Result<Option<String>> {
        let wanted = Condition::all()
            .add(Column::TenantId.eq(tenant.uuid()))
            .add(Column::Tier.eq(tier.as_str()))
            .add(Column::State.eq(BackupState::Refuted.as_str()));
        let run = self.runs(wanted, 1).await?.pop();
        Ok(run.and_then(|run| run.proof).and_then(|proof| proof.outcome.err()))
    }

    /// Those that wait for their turn or are being made, of all environments.
    pub async fn under_way(&self) -> Result<Vec<BackupRun>> {
        let states = [BackupState::Asked, BackupState::Running].map(BackupState::as_str);
        self.runs(Condition::all().add(Column::State.is_in(states)), MOST_RUNS).await
    }

    /// Notes how many bytes were read, and a sign of life.
    pub async fn note_progress(
        &self,
        id: BackupRunId,
        (done, total): (u64, u64),
        now: Instant,
    ) -> Result<()> {
        let update = run::Entity::update_many()
            .col_expr(Column::DoneBytes, Expr::value(signed(done)?))
            .col_expr(Column::TotalBytes, Expr::value(signed(total)?))
            .col_expr(Column::SeenAt, Expr::value(now));
        self.update(update.filter(Column::State.eq(BackupState::Running.as_str())), id).await
    }

    /// Notes that a back-up is there.
    pub async fn note_made(&self, id: BackupRunId, figures: BackupFigures, now: Instant) -> Result<()> {
        let update = run::Entity::update_many()
            .col_expr(Column::State, Expr::value(BackupState::Made.as_str()))
            .col_expr(Column::SeenAt, Expr::value(now))
            .col_expr(Column::FinishedAt, Expr::value(now))
            .col_expr(Column::Sequence, Expr::value(signed(figures.sequence)?))
            .col_expr(Column::TakenAt, Expr::value(figures.taken_at))
            .col_expr(Column::DatabaseBytes, Expr::value(signed(figures.database_bytes)?))
            .col_expr(Column::Files, Expr::value(signed(figures.files)?))
            .col_expr(Column::FileBytes, Expr::value(signed(figures.file_bytes)?))
            .col_expr(Column::Failure, Expr::value(None::<String>));
        self.update(update, id).await
    }

    /// Notes that a back-up was not made, and when it may be tried again.
    pub async fn note_failed(
        &self,
        id: BackupRunId,
        failure: &str,
        (now, again_at): (Instant, Instant),
    ) -> Result<()> {
        let update = run::Entity::update_many()
            .col_expr(Column::State, Expr::value(BackupState::Failed.as_str()))
            .col_expr(Column::SeenAt, Expr::value(again_at))
            .col_expr(Column::FinishedAt, Expr::value(now))
            .col_expr(Column::Failure, Expr::value(failure));
        self.update(update, id).await
    }

    /// Notes what came of proving a back-up.
    pub async fn note_proof(&self, id: BackupRunId, proof: &BackupProof) -> Result<()> {
        let (state, rows, refutation) = match &proof.outcome {
            Ok(rows) => (BackupState::Proven, Some(signed(*rows)?), None),
            Err(reason) => (BackupState::Refuted, None, Some(reason.clone())),
        };
        let update = run::Entity::update_many()
            .col_expr(Column::State, Expr::value(state.as_str()))
            .col_expr(Column::ProofBegunAt, Expr::value(proof.begun_at))
            .col_expr(Column::ProvenAt, Expr::value(proof.finished_at))
            .col_expr(Column::ProvenRows, Expr::value(rows))
            .col_expr(Column::Refutation, Expr::value(refutation));
        self.update(update, id).await
    }

    /// Notes that retention has removed some.
    pub async fn note_removed(&self, ids: &[BackupRunId], now: Instant) -> Result<()> {
        run::Entity::update_many()
            .col_expr(Column::RemovedAt, Expr::value(now))
            .filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())))
            .exec(&self.0.db)
            .await
            .map_err(database_error)?;
        Ok(())
    }

    /// The back-ups of an environment, the latest first; at most `most`.
    pub async fn of(&self, tenant: TenantId, most: u64) -> Result<Vec<BackupRun>> {
        self.runs(Condition::all().add(Column::TenantId.eq(tenant.uuid())), most).await
    }

    /// Those of an environment in one store that lie there, the latest first.
    pub async fn kept(&self, tenant: TenantId, tier: BackupTier) -> Result<Vec<BackupRun>> {
        let made = [BackupState::Made, BackupState::Proven, BackupState::Refuted].map(BackupState::as_str);
        let wanted = Condition::all()
            .add(Column::TenantId.eq(tenant.uuid()))
            .add(Column::Tier.eq(tier.as_str()))
            .add(Column::State.is_in(made))
            .add(Column::RemovedAt.is_null());
        self.runs(wanted, MOST_RUNS).await
    }

    /// When the first back-up of all was there.
    pub async fn first_made_at(&self) -> Result<Option<Instant>> {
        let first: Option<Option<Instant>> = run::Entity::find()
            .select_only()
            .column_as(Column::FinishedAt.min(), "first")
            .filter(Column::Sequence.is_not_null())
            .into_tuple()
            .one(&self.0.db)
            .await
            .map_err(database_error)?;
        Ok(first.flatten())
    }

    /// Those that lie in their store and are not proven yet.
    pub async fn unproven(&self) -> Result<Vec<BackupRun>> {
        let wanted = Condition::all()
            .add(Column::State.eq(BackupState::Made.as_str()))
            .add(Column::RemovedAt.is_null());
        self.runs(wanted, MOST_RUNS).await
    }

    /// One back-up.
    pub async fn find(&self, id: BackupRunId) -> Result<Option<BackupRun>> {
        Ok(self.runs(Condition::all().add(Column::Id.eq(id.uuid())), 1).await?.pop())
    }

    /// Keeps what came of a copy that was damaged on purpose, once.
    pub async fn note_drill(&self, id: WorkId, drill: &BackupDrill) -> Result<()> {
        let row = drill::ActiveModel {
            id: Set(id.uuid()),
            tier: Set(drill.tier.as_str().to_owned()),
            at: Set(drill.at),
            is_noticed: Set(drill.is_noticed),
            found: Set(drill.found.clone()),
        };
        let once = OnConflict::column(drill::Column::Id).do_nothing().to_owned();
        match drill::Entity::insert(row).on_conflict(once).exec_without_returning(&self.0.db).await {
            Ok(_) | Err(sea_orm::DbErr::RecordNotInserted) => Ok(()),
            Err(error) => Err(database_error(error)),
        }
    }

    /// The last copy of each store that was damaged on purpose.
    pub async fn last_drills(&self) -> Result<Vec<BackupDrill>> {
        let mut last = Vec::with_capacity(BackupTier::ALL.len());
        for tier in BackupTier::ALL {
            let row = drill::Entity::find()
                .filter(drill::Column::Tier.eq(tier.as_str()))
                .order_by_desc(drill::Column::At)
                .one(&self.0.db)
                .await
                .map_err(database_error)?;
            last.extend(row.map(|row| BackupDrill {
                tier,
                at: row.at,
                is_noticed: row.is_noticed,
                found: row.found,
            }));
        }
        Ok(last)
    }

    /// The hash of what the operator was told last under a name; `None` when that was nothing yet.
    pub async fn told(&self, name: &str) -> Result<Option<String>> {
        let row = notice::Entity::find_by_id(name).one(&self.0.db).await.map_err(database_error)?;
        Ok(row.map(|row| row.told))
    }

    /// Notes what the operator was told.
    pub async fn note_told(&self, name: &str, told: String) -> Result<()> {
        let row = notice::ActiveModel { name: Set(name.to_owned()), told: Set(told) };
        let again = OnConflict::column(notice::Column::Name).update_column(notice::Column::Told).to_owned();
        let insert = notice::Entity::insert(row).on_conflict(again);
        insert.exec_without_returning(&self.0.db).await.map_err(database_error)?;
        Ok(())
    }

    async fn update(&self, update: sea_orm::UpdateMany<run::Entity>, id: BackupRunId) -> Result<()> {
        update.filter(Column::Id.eq(id.uuid())).exec(&self.0.db).await.map_err(database_error)?;
        Ok(())
    }

    async fn runs(&self, wanted: Condition, most: u64) -> Result<Vec<BackupRun>> {
        let rows = run::Entity::find()
            .filter(wanted)
            .order_by_desc(Column::DueAt)
            .order_by_desc(Column::Id)
            .limit(most)
            .all(&self.0.db)
            .await
            .map_err(database_error)?;
        rows.into_iter().map(BackupRun::try_from).collect()
    }
}

/// What lies in a store in one state.
#[derive(FromQueryResult)]
struct Stood {
    tenant_id: Uuid,
    tier: String,
    state: String,
    last_taken_at: Option<Instant>,
    first_finished_at: Option<Instant>,
}

/// A run that begins.
fn first(id: BackupRunId, plan: BackupPlan, now: Instant) -> run::ActiveModel {
    run::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(plan.tenant.uuid()),
        tier: Set(plan.tier.as_str().to_owned()),
        reason: Set(plan.reason.as_str().to_owned()),
        due_at: Set(plan.due_at),
        state: Set(BackupState::Running.as_str().to_owned()),
        attempts: Set(1),
        begun_at: Set(now),
        seen_at: Set(now),
        done_bytes: Set(0),
        total_bytes: Set(0),
        ..run::ActiveModel::default()
    }
}

fn may_begin(now: Instant) -> Condition {
    let failed =
        Condition::all().add(Column::State.eq(BackupState::Failed.as_str())).add(Column::SeenAt.lte(now));
    let killed = Condition::all()
        .add(Column::State.eq(BackupState::Running.as_str()))
        .add(Column::SeenAt.lt(now - TimeDelta::seconds(DEAD_AFTER_SECONDS)));
    Condition::any().add(Column::State.eq(BackupState::Asked.as_str())).add(failed).add(killed)
}

impl TryFrom<run::Model> for BackupRun {
    type Error = Error;

    fn try_from(row: run::Model) -> Result<Self> {
        let unknown = |column: &str| Error::internal(format!("back-up {}: unknown {column}", row.id));
        let proof = match (row.proof_begun_at, row.proven_at) {
            (Some(begun_at), Some(finished_at)) => {
                let outcome = match row.refutation {
                    Some(reason) => Err(reason),
                    None => Ok(unsigned(row.proven_rows)),
                };
                Some(BackupProof { begun_at, finished_at, outcome })
            }
            _ => None,
        };
        let made = match (row.sequence, row.taken_at) {
            (Some(sequence), Some(taken_at)) => Some(BackupFigures {
                sequence: unsigned(Some(sequence)),
                taken_at,
                database_bytes: unsigned(row.database_bytes),
                files: unsigned(row.files),
                file_bytes: unsigned(row.file_bytes),
            }),
            _ => None,
        };
        Ok(Self {
            id: BackupRunId::from_uuid(row.id),
            tenant: TenantId::from_uuid(row.tenant_id),
            tier: row.tier.parse().map_err(|_| unknown("tier"))?,
            reason: row.reason.parse().map_err(|()| unknown("reason"))?,
            due_at: row.due_at,
            state: row.state.parse().map_err(|()| unknown("state"))?,
            attempts: row.attempts,
            begun_at: row.begun_at,
            seen_at: row.seen_at,
            progress: (unsigned(Some(row.done_bytes)), unsigned(Some(row.total_bytes))),
            finished_at: row.finished_at,
            made,
            failure: row.failure,
            proof,
            removed_at: row.removed_at,
        })
    }
}

fn signed(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(Error::internal)
}

fn unsigned(number: Option<i64>) -> u64 {
    number.and_then(|number| u64::try_from(number).ok()).unwrap_or_default()
}
