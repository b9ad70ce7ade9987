use async_graphql::{Context, Object};

use crate::{
    error::Result,
    scope::Shared,
    types::{ApiTokenObject, PasskeyObject, SessionObject},
};

#[derive(Default)]
pub(super) struct FactorQuery;

#[Object]
impl FactorQuery {
    /// Where the viewer is signed in, the session used last first. Not for programs.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn sessions(&self, cx: &Context<'_>) -> Result<Vec<SessionObject>> {
        let sessions = cx.services().auth.sessions(&cx.scope().ctx).await?;
        Ok(sessions.into_iter().map(SessionObject).collect())
    }

    /// The viewer's passkeys, the oldest first. Not for programs.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn passkeys(&self, cx: &Context<'_>) -> Result<Vec<PasskeyObject>> {
        let passkeys = cx.services().auth.passkeys(&cx.scope().ctx).await?;
        Ok(passkeys.into_iter().map(PasskeyObject).collect())
    }

    /// The viewer's API tokens, the newest first, those that no longer work too; with `ofEverybody: true`
    /// those of all people, for administrators. Not for programs.
    #[graphql(complexity = "100 * child_complexity + 1")]
    async fn api_tokens(
        &self,
        cx: &Context<'_>,
        #[graphql(default)] of_everybody: bool,
    ) -> Result<Vec<ApiTokenObject>> {
        let tokens = cx.services().auth.api_tokens(&cx.scope().ctx, of_everybody).await?;
        Ok(tokens.into_iter().map(ApiTokenObject).collect())
    }
}
