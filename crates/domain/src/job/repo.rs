use kernel::{Cursor, Error, Instant, JobId, Page, PageRequest, Result, UserId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use super::{Job, JobKind, JobState, Outcome, entity, entity::Column};
use crate::{Ctx, WriteTx};

const LIST: &str = "jobs";
/// The states a job has not ended in.
const OPEN: [&str; 2] = [state_name(JobState::Queued), state_name(JobState::Running)];

const fn state_name(state: JobState) -> &'static str {
    match state {
        JobState::Queued => "queued",
        JobState::Running => "running",
        JobState::Succeeded => "succeeded",
        JobState::Failed => "failed",
        JobState::Cancelled => "cancelled",
    }
}

const fn kind_name(kind: JobKind) -> &'static str {
    match kind {
        JobKind::Export => "export",
        JobKind::RecordExport => "record_export",
        JobKind::Import => "import",
        JobKind::AuditExport => "audit_export",
        JobKind::AuditVerification => "audit_verification",
        JobKind::Archive => "archive",
    }
}

impl TryFrom<entity::Model> for Job {
    type Error = Error;

    fn try_from(row: entity::Model) -> Result<Self> {
        let states =
            [JobState::Queued, JobState::Running, JobState::Succeeded, JobState::Failed, JobState::Cancelled];
        let state = states.into_iter().find(|state| state_name(*state) == row.state);
        let kind = JobKind::ALL.into_iter().find(|kind| kind_name(*kind) == row.kind);
        let (Some(state), Some(kind)) = (state, kind) else {
            return Err(Error::internal(format!("job {} has an unknown state or kind", row.id)));
        };
        Ok(Self {
            id: JobId::from_uuid(row.id),
            kind,
            state,
            created_by: UserId::from_uuid(row.created_by),
            created_at: row.created_at,
            finished_at: row.finished_at,
            done: row.done,
            total: row.total,
            input: row.input,
            result: row.result.map(serde_json::from_value).transpose().map_err(Error::internal)?,
            errors: row
                .error
                .map(serde_json::from_value)
                .transpose()
                .map_err(Error::internal)?
                .unwrap_or_default(),
            heartbeat_at: row.heartbeat_at,
        })
    }
}

pub(super) async fn insert(tx: &WriteTx, job: &Job) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(job.id.uuid()),
        kind: Set(kind_name(job.kind).to_owned()),
        state: Set(state_name(job.state).to_owned()),
        created_by: Set(job.created_by.uuid()),
        created_at: Set(job.created_at),
        started_at: Set(None),
        finished_at: Set(None),
        done: Set(0),
        total: Set(None),
        input: Set(job.input.clone()),
        result: Set(None),
        cancel_requested: Set(false),
        error: Set(None),
        heartbeat_at: Set(job.heartbeat_at),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn find(ctx: &Ctx, id: JobId) -> Result<Option<Job>> {
    let row = entity::Entity::find_by_id(id.uuid()).one(ctx.read()).await.map_err(Error::internal)?;
    row.map(Job::try_from).transpose()
}

pub(super) async fn list(ctx: &Ctx, owner: UserId, page: &PageRequest) -> Result<Page<Job>> {
    let mut select = entity::Entity::find()
        .filter(Column::CreatedBy.eq(owner.uuid()))
        // Ids are made in the order of time.
        .order_by_desc(Column::Id)
        .limit(u64::from(page.first) + 1);
    if let Some(after) = &page.after {
        select = select.filter(Column::Id.lt(after.decode::<Uuid>(LIST)?));
    }
    let mut rows = select.all(ctx.read()).await.map_err(Error::internal)?;
    let has_next = rows.len() > page.first as usize;
    rows.truncate(page.first as usize);
    let with_cursor = |row: entity::Model| Ok((Cursor::encode(LIST, &row.id)?, Job::try_from(row)?));
    Ok(Page { items: rows.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}

pub(super) async fn request_cancel(tx: &WriteTx, id: JobId) -> Result<()> {
    let update = entity::Entity::update_many().col_expr(Column::CancelRequested, Expr::value(true));
    update.filter(Column::Id.eq(id.uuid())).exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn report(
    ctx: &Ctx,
    tx: &WriteTx,
    (id, done, total): (JobId, i64, Option<i64>),
) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(Column::State, Expr::value(state_name(JobState::Running)))
        .col_expr(Column::Done, Expr::value(done))
        .col_expr(Column::Total, Expr::value(total))
        .col_expr(Column::HeartbeatAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::State.is_in(OPEN))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn is_cancel_requested(ctx: &Ctx, id: JobId) -> Result<bool> {
    let row: Option<bool> = entity::Entity::find_by_id(id.uuid())
        .select_only()
        .column(Column::CancelRequested)
        .into_tuple()
        .one(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(row.unwrap_or(true))
}

pub(super) async fn finish(ctx: &Ctx, tx: &WriteTx, id: JobId, outcome: &Outcome) -> Result<()> {
    let (state, result, error) = match outcome {
        Outcome::Succeeded(result) => {
            (JobState::Succeeded, Some(serde_json::to_value(result).map_err(Error::internal)?), None)
        }
        Outcome::Failed(errors) => {
            (JobState::Failed, None, Some(serde_json::to_value(errors).map_err(Error::internal)?))
        }
        Outcome::Cancelled => (JobState::Cancelled, None, None),
    };
    let update = entity::Entity::update_many()
        .col_expr(Column::State, Expr::value(state_name(state)))
        .col_expr(Column::Result, Expr::value(result))
        .col_expr(Column::Error, Expr::value(error))
        .col_expr(Column::FinishedAt, Expr::value(Some(ctx.now())))
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::State.is_in(OPEN))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    if update.rows_affected == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// The kinds that leave a file.
const WITH_FILE: [JobKind; 4] =
    [JobKind::Export, JobKind::RecordExport, JobKind::AuditExport, JobKind::Archive];

/// Exports that ended before a moment and still have their file; at most a hundred.
pub(super) async fn finished_exports(ctx: &Ctx, before: Instant) -> Result<Vec<Job>> {
    let rows = entity::Entity::find()
        .filter(Column::Kind.is_in(WITH_FILE.map(kind_name)))
        .filter(Column::FinishedAt.lt(before))
        .filter(Column::Result.is_not_null())
        .limit(100)
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    rows.into_iter().map(Job::try_from).collect()
}

pub(super) async fn forget_results(tx: &WriteTx, ids: &[JobId]) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(Column::Result, Expr::value(None::<serde_json::Value>))
        .filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}
