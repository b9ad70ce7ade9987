use async_graphql::{Context, Object};
use domain::audit;

use crate::{
    connection::page_request,
    error::Result,
    scope::Shared,
    types::{AuditChainObject, AuditEventConnection, AuditFilterInput, event_connection},
};

#[derive(Default)]
pub(super) struct AuditQuery;

#[Object]
impl AuditQuery {
    /// The audit log, newest first. Needs `canReadAuditLog`.
    #[graphql(complexity = "200 + first.unwrap_or(20).clamp(1, 100) as usize * child_complexity")]
    async fn audit_events(
        &self,
        cx: &Context<'_>,
        filter: Option<AuditFilterInput>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<AuditEventConnection> {
        event_connection(cx, filter, &page_request(first, after)?).await
    }

    /// The actions that occur in the log, for its filter. Needs `canReadAuditLog`.
    async fn audit_actions(&self, cx: &Context<'_>) -> Result<Vec<String>> {
        Ok(audit::actions(&cx.scope().ctx).await?)
    }

    /// The chain that the audit log is. Needs `canReadAuditLog`.
    async fn audit_chain(&self, cx: &Context<'_>) -> Result<AuditChainObject> {
        Ok(AuditChainObject(audit::chain(&cx.scope().ctx).await?))
    }
}
