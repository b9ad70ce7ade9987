use std::sync::Arc;

use async_graphql::{ID, Json, Object};
use domain::{Ctx, Permission, user, user::User};
use tenancy::TenantEntry;

use super::{LocaleName, RoleName, UserObject};
use crate::error::Result;

/// One customer's environment.
pub(crate) struct EnvironmentObject(pub Arc<TenantEntry>);

/// One customer's environment. Public: the sign-in page shows it.
#[Object(name = "Environment")]
impl EnvironmentObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// The customer's name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The hostname, which is the environment's own.
    async fn host(&self) -> &str {
        self.0.host.as_str()
    }

    /// The language for people who have not chosen one.
    async fn locale(&self) -> LocaleName {
        self.0.locale.into()
    }
}

/// Who is signed in.
pub(crate) struct ViewerObject {
    /// The request as this person.
    pub ctx: Ctx,
    pub user: User,
}

/// Who is signed in, with what they may do in the environment as a whole.
#[Object(name = "Viewer")]
impl ViewerObject {
    /// The person.
    async fn user(&self) -> UserObject {
        UserObject(self.user.clone())
    }

    /// The role at this moment.
    async fn role(&self) -> RoleName {
        self.user.role.into()
    }

    /// The language of the interface.
    async fn locale(&self) -> LocaleName {
        self.user.locale.into()
    }

    /// May make registers and change their definitions.
    async fn can_manage_forms(&self) -> bool {
        self.ctx.may(Permission::ManageForms)
    }

    /// May make files of registers.
    async fn can_export(&self) -> bool {
        self.ctx.may(Permission::Export)
    }

    /// May read workbooks into registers.
    async fn can_import(&self) -> bool {
        self.ctx.may(Permission::Import)
    }

    /// What they chose for themselves: theme, columns and the like, by key.
    async fn preferences(&self) -> Result<Json<serde_json::Map<String, serde_json::Value>>> {
        Ok(Json(user::preferences(&self.ctx).await?))
    }
}
