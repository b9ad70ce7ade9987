//! Views of registers' lists that people save.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::saved_view::{self, ViewSave};
use kernel::{Error, FormId, SavedViewId};

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::SavedViewObject,
};

/// A view to be saved.
#[derive(InputObject)]
struct SaveViewInput {
    /// The view it takes the place of: an own one, or for full users a shared one; a new one when absent.
    id: Option<ID>,
    /// Key of the register.
    form_key: String,
    /// 1 to 80 characters.
    name: String,
    /// Whoever sees the register has it too: for full users.
    #[graphql(default)]
    is_shared: bool,
    /// What is in it: the text of a JSON object, at most 20,000 bytes.
    state: String,
}

/// A view to be deleted.
#[derive(InputObject)]
struct DeleteViewInput {
    /// Which.
    id: ID,
}

/// The view as it is now.
#[derive(SimpleObject)]
struct SaveViewPayload {
    /// As it is now.
    saved_view: Option<SavedViewObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// What came of deleting a view.
#[derive(SimpleObject)]
struct DeleteViewPayload {
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct SavedViewMutation;

#[Object]
impl SavedViewMutation {
    /// Saves a view of a register's list; at most 100 of one register.
    async fn save_view(&self, cx: &Context<'_>, input: SaveViewInput) -> Result<SaveViewPayload> {
        let save = ViewSave {
            id: input.id.as_ref().map(parse_id).transpose()?,
            form_key: input.form_key,
            name: input.name,
            is_shared: input.is_shared,
            state: input.state,
        };
        let saved = saved_view::save(&cx.scope().ctx, save).await;
        cx.scope().saved_views.clear::<FormId>();
        let (view, user_errors) = outcome(saved)?;
        Ok(SaveViewPayload { saved_view: view.map(SavedViewObject), user_errors })
    }

    /// Deletes an own view, or as a full user a shared one.
    async fn delete_view(&self, cx: &Context<'_>, input: DeleteViewInput) -> Result<DeleteViewPayload> {
        let deleted = saved_view::delete(&cx.scope().ctx, parse_id(&input.id)?).await;
        cx.scope().saved_views.clear::<FormId>();
        Ok(DeleteViewPayload { user_errors: outcome(deleted)?.1 })
    }
}

/// A malformed id points to nothing, like any unknown one.
fn parse_id(id: &ID) -> Result<SavedViewId> {
    Ok(id.parse().map_err(|_| Error::NotFound)?)
}
