use async_graphql::{Context, ID, Object};
use domain::group::Group;
use kernel::UserId;

use super::UserObject;
use crate::{error::Result, scope::Shared};

/// An own group of people.
pub(crate) struct GroupObject(pub Group);

/// An own group of people, beside their roles.
#[Object(name = "Group")]
impl GroupObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Unique in whatever case.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is for; may be empty.
    async fn description(&self) -> &str {
        &self.0.description
    }

    /// How many people are in it, without archived ones.
    async fn member_count(&self, cx: &Context<'_>) -> Result<usize> {
        Ok(self.member_ids(cx).await?.len())
    }

    /// Who is in it, by name, without archived people.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn members(&self, cx: &Context<'_>) -> Result<Vec<UserObject>> {
        let ids = self.member_ids(cx).await?;
        let mut users = cx.scope().users.load_many(ids.iter().copied()).await?;
        Ok(ids.iter().filter_map(|id| users.remove(id)).map(UserObject).collect())
    }

    /// Rises by one on every change; give it back when updating.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

impl GroupObject {
    async fn member_ids(&self, cx: &Context<'_>) -> Result<Vec<UserId>> {
        Ok(cx.scope().members.load_one(self.0.id).await?.unwrap_or_default())
    }
}
