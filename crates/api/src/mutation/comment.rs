//! What people say at records.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::comment::{self, CommentAt};
use kernel::{CommentId, Error, RecordId};

use super::record::parse_id as parse_record_id;
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::CommentObject,
};

/// A comment to be made.
#[derive(InputObject)]
struct AddCommentInput {
    /// At which record.
    record_id: ID,
    /// HTML as of a rich text, at most 10,000 characters of words; whatever is not allowed is taken out. People
    /// are named by `<span data-mention="USER_ID">@Name</span>`.
    html: String,
}

/// A change of one's own comment.
#[derive(InputObject)]
struct EditCommentInput {
    /// Which.
    id: ID,
    /// The whole of it, as for a new one.
    html: String,
}

/// A comment to be deleted.
#[derive(InputObject)]
struct DeleteCommentInput {
    /// Which.
    id: ID,
}

/// The comment as it is now.
#[derive(SimpleObject)]
struct CommentPayload {
    /// As it is now.
    comment: Option<CommentObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct CommentMutation;

#[Object]
impl CommentMutation {
    /// Says something at a record. The people it names who may see the record get a mail, without its words; of
    /// the others only the name stays.
    async fn add_comment(&self, cx: &Context<'_>, input: AddCommentInput) -> Result<CommentPayload> {
        let record = parse_record_id(&input.record_id)?;
        let added = comment::add(&cx.scope().ctx, record, &input.html).await;
        cx.scope().comment_counts.clear::<RecordId>();
        payload(added)
    }

    /// Changes one's own comment. The people it names anew get a mail.
    async fn edit_comment(&self, cx: &Context<'_>, input: EditCommentInput) -> Result<CommentPayload> {
        payload(comment::edit(&cx.scope().ctx, parse_id(&input.id)?, &input.html).await)
    }

    /// Deletes one's own comment, or as a full user anybody's. It stays in the list, without its words.
    async fn delete_comment(&self, cx: &Context<'_>, input: DeleteCommentInput) -> Result<CommentPayload> {
        let deleted = comment::delete(&cx.scope().ctx, parse_id(&input.id)?).await;
        cx.scope().comment_counts.clear::<RecordId>();
        payload(deleted)
    }
}

fn payload(outcome_of: kernel::Result<CommentAt>) -> Result<CommentPayload> {
    let (comment, user_errors) = outcome(outcome_of)?;
    Ok(CommentPayload { comment: comment.map(CommentObject), user_errors })
}

/// A malformed id points to nothing, like any unknown one.
fn parse_id(id: &ID) -> Result<CommentId> {
    Ok(id.parse().map_err(|_| Error::NotFound)?)
}
