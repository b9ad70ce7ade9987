//! What links in mails are for, and the demo's mails.

use async_graphql::{Context, Object, connection::Connection};
use domain::link;

use crate::{
    connection::{page_request, plain},
    error::Result,
    scope::Shared,
    types::{AccountLinkObject, MailObject, outbox},
};

#[derive(Default)]
pub(super) struct LinkQuery;

#[Object]
impl LinkQuery {
    /// What a link from a mail is for; null when it is not good (any more). Public: the link is the proof.
    async fn account_link(&self, cx: &Context<'_>, token: String) -> Result<Option<AccountLinkObject>> {
        Ok(link::find(&cx.scope().ctx, &token).await?.map(AccountLinkObject))
    }

    /// Mails that were not sent but kept for looking at, newest first: only in the demo, where everybody may
    /// see them; elsewhere there are none.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity + 1")]
    async fn outbox(
        &self,
        cx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, MailObject>> {
        let page = page_request(first, after)?;
        let found = outbox(cx.scope(), cx.services(), &page).await?;
        Ok(plain(found, page.after.is_some(), |mail| mail))
    }
}
