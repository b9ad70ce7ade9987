use async_graphql::{Context, ID, Object};
use backup::{KeeperHealth, desk};
use domain::record;
use kernel::Error;

use crate::{
    error::Result,
    mutation::held_in,
    scope::Shared,
    types::{BackupComparisonObject, BackupsObject, parse_ids},
};

#[derive(Default)]
pub(super) struct BackupQuery;

#[Object]
impl BackupQuery {
    /// The environment's back-ups: which there are, what became of them, which are next. Needs `canSeeBackups`.
    async fn backups(&self, cx: &Context<'_>) -> Result<BackupsObject> {
        let (ctx, log) = (&cx.scope().ctx, cx.services().tenancy.backups());
        let runs = desk::list(ctx, &log).await?;
        let restores = desk::restores(ctx, &log).await?;
        let keeper = KeeperHealth::read(&log, ctx.now()).await?;
        Ok(BackupsObject { runs, restores, keeper, now: ctx.now() })
    }

    /// What at most 200 records are in a back-up that is looked into, beside what they are now; those that the back-up
    /// does not hold are absent. Needs `canRestoreBackups`.
    #[graphql(complexity = "record_ids.len() * child_complexity + 100")]
    async fn compared_with_backup(
        &self,
        cx: &Context<'_>,
        restore_id: ID,
        record_ids: Vec<ID>,
    ) -> Result<Vec<BackupComparisonObject>> {
        let ctx = &cx.scope().ctx;
        let ids = parse_ids(&record_ids)?;
        let held = held_in(cx, &restore_id).await.map_err(|error| match error {
            Error::Invalid(_) => Error::NotFound,
            other => other,
        })?;
        let compared = record::compare(ctx, &held.held, &ids).await?;
        BackupComparisonObject::all(ctx, compared).await
    }
}
