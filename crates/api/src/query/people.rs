use async_graphql::{Context, ID, Object, connection::Connection};
use domain::{grant, group, user};
use kernel::Error;

use crate::{
    connection::{page_request, plain},
    error::Result,
    scope::Shared,
    types::{
        AccessGrantObject, AccessVisitObject, AccountConnection, AccountFilterInput, AccountObject,
        GroupObject, account_connection, prefetch_people, user_of,
    },
};

#[derive(Default)]
pub(super) struct PeopleQuery;

#[Object]
impl PeopleQuery {
    /// Accounts of this environment's own people, by name. Needs `canSeePeople`.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity + 1")]
    async fn accounts(
        &self,
        cx: &Context<'_>,
        filter: Option<AccountFilterInput>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<AccountConnection> {
        account_connection(cx, filter, &page_request(first, after)?).await
    }

    /// One account; the own one for everybody, others need `canSeePeople`.
    async fn account(&self, cx: &Context<'_>, id: ID) -> Result<Option<AccountObject>> {
        let ctx = &cx.scope().ctx;
        ctx.require(domain::Permission::Enter)?;
        let Some(id) = user_of(&id) else { return Ok(None) };
        match user::get_account(ctx, id).await {
            Ok(user) => Ok(Some(AccountObject(user))),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// All own groups, by name: at most 200. Needs `canSeePeople`.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn groups(&self, cx: &Context<'_>) -> Result<Vec<GroupObject>> {
        let groups = group::list(&cx.scope().ctx).await?;
        prefetch_people::groups(cx, &groups).await?;
        Ok(groups.into_iter().map(GroupObject).collect())
    }

    /// Consultants and operators with access now or earlier; those with access first. Needs `canSeePeople`.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn access_grants(&self, cx: &Context<'_>) -> Result<Vec<AccessGrantObject>> {
        let grants = grant::list(&cx.scope().ctx).await?;
        prefetch_people::grants(cx, &grants).await?;
        Ok(grants.into_iter().map(AccessGrantObject).collect())
    }

    /// Visits and other work of consultants and the operator, newest first. Needs `canSeePeople`.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity + 1")]
    async fn access_visits(
        &self,
        cx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, AccessVisitObject>> {
        let page = page_request(first, after)?;
        let found = grant::visits(&cx.scope().ctx, &page).await?;
        Ok(plain(found, page.after.is_some(), AccessVisitObject))
    }
}
