use async_graphql::{Context, ID, Object};
use domain::dashboard;
use kernel::Error;

use crate::{error::Result, scope::Shared, types::DashboardObject};

#[derive(Default)]
pub(super) struct DashboardQuery;

#[Object]
impl DashboardQuery {
    /// The viewer's own dashboards and the shared ones, by name.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn dashboards(&self, cx: &Context<'_>) -> Result<Vec<DashboardObject>> {
        let found = dashboard::list(&cx.scope().ctx).await?;
        if cx.look_ahead().field("owner").exists() {
            cx.scope().users.load_many(found.iter().map(|dashboard| dashboard.owner)).await?;
        }
        Ok(found.into_iter().map(DashboardObject).collect())
    }

    /// One dashboard; null when there is no such one for the viewer.
    async fn dashboard(&self, cx: &Context<'_>, id: ID) -> Result<Option<DashboardObject>> {
        let ctx = &cx.scope().ctx;
        ctx.require(domain::Permission::Enter)?;
        let Ok(id) = id.parse() else { return Ok(None) };
        match dashboard::get(ctx, id).await {
            Ok(found) => Ok(Some(DashboardObject(found))),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}
