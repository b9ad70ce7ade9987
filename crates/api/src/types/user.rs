use async_graphql::{Context, ID, Object};
use domain::user::{User, UserStatus};
use kernel::UserId;

use super::RoleName;
use crate::{error::Result, scope::Shared};

/// A person of this environment.
pub(crate) struct UserObject(pub User);

/// A person of this environment.
#[Object(name = "User")]
impl UserObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// First and last name.
    async fn display_name(&self) -> &str {
        &self.0.display_name
    }

    /// The login name.
    async fn username(&self) -> &str {
        &self.0.username
    }

    /// The default role.
    async fn role(&self) -> RoleName {
        self.0.role.into()
    }

    /// May not sign in any more; the name stays on the records.
    async fn is_archived(&self) -> bool {
        self.0.status == UserStatus::Archived
    }
}

/// The user behind an edge, through the loader.
pub(crate) async fn load(cx: &Context<'_>, id: Option<UserId>) -> Result<Option<UserObject>> {
    match id {
        None => Ok(None),
        Some(id) => Ok(cx.scope().users.load_one(id).await?.map(UserObject)),
    }
}
