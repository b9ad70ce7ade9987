use async_graphql::{Context, ID, Object, connection::Connection};
use chrono::{DateTime, Utc};
use domain::{
    comment::{self, CommentAt},
    form::Form,
    record::Record,
    text::plain_text,
};
use kernel::{PageRequest, UserId};

use super::{
    RecordObject,
    user::{self, UserObject},
};
use crate::{connection::plain, error::Result, scope::Shared};

/// A page of comments.
pub(crate) type CommentConnection = Connection<String, CommentObject>;

/// What somebody said at a record.
pub(crate) struct CommentObject(pub CommentAt);

/// What somebody said at a record.
#[Object(name = "Comment")]
impl CommentObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.comment.id.to_string().into()
    }

    /// The record it is at.
    async fn record(&self) -> RecordObject {
        RecordObject { record: self.0.record.clone(), form: self.0.form.clone() }
    }

    /// Clean HTML, as of a rich text, with `<span data-mention="USER_ID">` around the names of people; empty when
    /// it is deleted.
    async fn html(&self) -> &str {
        &self.0.comment.html
    }

    /// The words alone.
    async fn plain_text(&self) -> String {
        plain_text(&self.0.comment.html)
    }

    /// Who said it.
    async fn author(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, Some(self.0.comment.author)).await
    }

    /// When it was said.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.comment.created_at
    }

    /// When its author last changed it.
    async fn edited_at(&self) -> Option<DateTime<Utc>> {
        self.0.comment.edited_at
    }

    /// Its words are gone; what is left tells that there was one.
    async fn is_deleted(&self) -> bool {
        self.0.comment.deleted_at.is_some()
    }

    /// Whom it names; all of them may see the record, or could.
    async fn mentions(&self, cx: &Context<'_>) -> Result<Vec<UserObject>> {
        let ids = &self.0.comment.mentions;
        let mut found = cx.scope().users.load_many(ids.iter().copied()).await?;
        Ok(ids.iter().filter_map(|id| found.remove(id)).map(UserObject).collect())
    }

    /// The viewer may change it: their own.
    async fn viewer_can_edit(&self, cx: &Context<'_>) -> bool {
        self.0.is_editable_by(&cx.scope().ctx)
    }

    /// The viewer may delete it: their own, and a full user anybody's.
    async fn viewer_can_delete(&self, cx: &Context<'_>) -> bool {
        self.0.is_deletable_by(&cx.scope().ctx)
    }
}

/// Reads a page of a record's comments, and the people in them.
pub(super) async fn comment_connection(
    cx: &Context<'_>,
    (record, form): (&Record, &Form),
    page: &PageRequest,
) -> Result<CommentConnection> {
    let found = comment::list(&cx.scope().ctx, record, page).await?;
    let comments = || found.items.iter().map(|(_, comment)| comment);
    let people: Vec<UserId> = comments()
        .map(|comment| comment.author)
        .chain(comments().flat_map(|comment| comment.mentions.iter().copied()))
        .collect();
    cx.scope().users.load_many(people).await?;
    let object = |comment| CommentObject(CommentAt { comment, record: record.clone(), form: form.clone() });
    Ok(plain(found, page.after.is_some(), object))
}
