use async_graphql::{Context, ID, Object, connection::Connection};
use domain::{Permission, form, record, upload, user};
use kernel::{Actor, Error};

use crate::{
    connection::{page_request, plain},
    error::Result,
    scope::Shared,
    types::{
        EnvironmentObject, FormObject, JobObject, Node, RecordObject, UploadObject, UserObject, ViewerObject,
        find_nodes,
    },
};

/// The most ids `nodes` takes at once.
const MAX_NODES: usize = 100;

#[derive(Default)]
pub(super) struct GeneralQuery;

#[Object]
impl GeneralQuery {
    /// Anything by its global id; null when there is no such thing for the viewer.
    async fn node(&self, cx: &Context<'_>, id: ID) -> Result<Option<Node>> {
        Ok(find_nodes(cx, &[id]).await?.pop().flatten())
    }

    /// At most 100 things by their global ids, in their order.
    #[graphql(complexity = "ids.len() * child_complexity + 1")]
    async fn nodes(&self, cx: &Context<'_>, ids: Vec<ID>) -> Result<Vec<Option<Node>>> {
        if ids.len() > MAX_NODES {
            return Err(Error::bad_request("ids", "are more than 100").into());
        }
        find_nodes(cx, &ids).await
    }

    /// The environment behind this hostname. Public: the sign-in page shows its name.
    async fn environment(&self, cx: &Context<'_>) -> EnvironmentObject {
        EnvironmentObject(cx.scope().environment.clone())
    }

    /// Who is signed in; null when nobody is, and while only the password was given.
    async fn viewer(&self, cx: &Context<'_>) -> Result<Option<ViewerObject>> {
        let ctx = &cx.scope().ctx;
        let Actor::User { id, .. } = ctx.actor() else { return Ok(None) };
        let user = user::get(ctx, id).await?;
        Ok(Some(ViewerObject { ctx: ctx.clone(), user }))
    }

    /// All registers the viewer may see, in menu order.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn forms(&self, cx: &Context<'_>) -> Result<Vec<FormObject>> {
        let forms = form::list(&cx.scope().ctx).await?;
        let ahead = cx.look_ahead();
        if ahead.field("recordCount").exists() || ahead.field("statusCounts").exists() {
            // At once: a loader does not wait for the last of many forms to ask.
            cx.scope().counts.load_many(forms.iter().map(|form| form.id)).await?;
        }
        if ahead.field("access").exists() && cx.scope().ctx.may(Permission::ManageForms) {
            cx.scope().form_access.load_many(forms.iter().map(|form| form.id)).await?;
        }
        if ahead.field("savedViews").exists() {
            cx.scope().saved_views.load_many(forms.iter().map(|form| form.id)).await?;
        }
        Ok(forms.iter().cloned().map(FormObject).collect())
    }

    /// One register by its key.
    async fn form(&self, cx: &Context<'_>, key: String) -> Result<Option<FormObject>> {
        Ok(form::find_by_key(&cx.scope().ctx, &key).await?.map(FormObject))
    }

    /// One record.
    async fn record(&self, cx: &Context<'_>, id: ID) -> Result<Option<RecordObject>> {
        match find_nodes(cx, &[id]).await?.pop().flatten() {
            Some(Node::Record(record)) => Ok(Some(record)),
            _ => Ok(None),
        }
    }

    /// One record by its number in a register.
    async fn record_by_number(
        &self,
        cx: &Context<'_>,
        form_key: String,
        number: i64,
    ) -> Result<Option<RecordObject>> {
        let Some(form) = form::find_by_key(&cx.scope().ctx, &form_key).await? else { return Ok(None) };
        let found = record::find_by_number(&cx.scope().ctx, &form, number).await?;
        Ok(found.map(|record| RecordObject { record, form }))
    }

    /// People of this environment who are not archived, by name; `search` is literal.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity + 1")]
    async fn users(
        &self,
        cx: &Context<'_>,
        search: Option<String>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, UserObject>> {
        let page = page_request(first, after)?;
        let found = user::list(&cx.scope().ctx, search.as_deref(), &page).await?;
        Ok(plain(found, page.after.is_some(), UserObject))
    }

    /// One job of the viewer's.
    async fn job(&self, cx: &Context<'_>, id: ID) -> Result<Option<JobObject>> {
        match find_nodes(cx, &[id]).await?.pop().flatten() {
            Some(Node::Job(job)) => Ok(Some(job)),
            _ => Ok(None),
        }
    }

    /// The viewer's jobs, newest first.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity + 1")]
    async fn jobs(
        &self,
        cx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, JobObject>> {
        let page = page_request(first, after)?;
        let found = cx.services().jobs.list(&cx.scope().ctx, &page).await?;
        Ok(plain(found, page.after.is_some(), JobObject))
    }

    /// A workbook the viewer uploaded; null when it is gone.
    async fn upload(&self, cx: &Context<'_>, id: ID) -> Result<Option<UploadObject>> {
        let ctx = &cx.scope().ctx;
        ctx.require(Permission::Import)?;
        let Ok(id) = id.parse() else { return Ok(None) };
        match upload::get(ctx, id).await {
            Ok(upload) => Ok(Some(UploadObject(upload))),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}
