use async_graphql::{Context, ID, Object};
use domain::saved_view::SavedView;
use kernel::FormId;

use super::user::{self, UserObject};
use crate::{error::Result, scope::Shared};

/// A view of a register's list that somebody saved.
pub(crate) struct SavedViewObject(pub SavedView);

/// A view of a register's list that somebody saved.
#[Object(name = "SavedView")]
impl SavedViewObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Whoever sees the register has it too.
    async fn is_shared(&self) -> bool {
        self.0.is_shared
    }

    /// What is in it: the text of the JSON object it was saved with.
    async fn search(&self) -> &str {
        &self.0.state
    }

    /// Who saved it first.
    async fn owner(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, Some(self.0.owner)).await
    }

    /// The viewer may change and delete it.
    async fn viewer_can_edit(&self, cx: &Context<'_>) -> bool {
        self.0.is_editable_by(&cx.scope().ctx)
    }
}

/// The viewer's own views of a register and the shared ones.
pub(super) async fn saved_views(cx: &Context<'_>, form: FormId) -> Result<Vec<SavedViewObject>> {
    let views = cx.scope().saved_views.load_one(form).await?.unwrap_or_default();
    Ok(views.into_iter().map(SavedViewObject).collect())
}
