use async_graphql::{Context, Object};
use backup::desk;

use crate::{error::Result, scope::Shared, types::BackupsObject};

#[derive(Default)]
pub(super) struct BackupQuery;

#[Object]
impl BackupQuery {
    /// The environment's back-ups: which there are, what became of them, which are next. Needs `canSeeBackups`.
    async fn backups(&self, cx: &Context<'_>) -> Result<BackupsObject> {
        let (ctx, log) = (&cx.scope().ctx, cx.services().tenancy.backups());
        let runs = desk::list(ctx, &log).await?;
        let restores = desk::restores(ctx, &log).await?;
        let drill = log.last_drill().await?;
        Ok(BackupsObject { runs, restores, drill, now: ctx.now() })
    }
}
