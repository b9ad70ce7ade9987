use async_graphql::{Context, ID, Object};
use auth::ApiToken;
use domain::form;
use kernel::{Error, Instant};

use super::{Date, FormObject, UserObject};
use crate::{error::Result, scope::Shared};

/// A program's way in.
pub(crate) struct ApiTokenObject(pub ApiToken);

/// A program's way in: it can never do more than its owner.
#[Object(name = "ApiToken")]
impl ApiTokenObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What its owner calls it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its first characters, to recognise it by.
    async fn prefix(&self) -> &str {
        &self.0.prefix
    }

    /// Whose rights it has.
    async fn owner(&self, cx: &Context<'_>) -> Result<UserObject> {
        let owner = cx.scope().users.load_one(self.0.owner).await?;
        Ok(owner.map(UserObject).ok_or(Error::NotFound)?)
    }

    /// May change what its owner may change.
    async fn can_write(&self) -> bool {
        self.0.can_write
    }

    /// The registers it is limited to, of those the viewer sees; null: all its owner may see.
    async fn forms(&self, cx: &Context<'_>) -> Result<Option<Vec<FormObject>>> {
        let Some(ids) = &self.0.forms else { return Ok(None) };
        let forms = form::list(&cx.scope().ctx).await?;
        Ok(Some(forms.iter().filter(|form| ids.contains(&form.id)).cloned().map(FormObject).collect()))
    }

    /// The networks it may come from, as CIDR; empty: any.
    async fn networks(&self) -> Vec<String> {
        self.0.networks.iter().map(ToString::to_string).collect()
    }

    /// When it was made.
    async fn created_at(&self) -> Instant {
        self.0.created_at
    }

    /// The last day it is good.
    async fn expires_on(&self) -> Date {
        Date(self.0.expires_on)
    }

    /// When it was last used, to the minute; null when it never was.
    async fn last_used_at(&self) -> Option<Instant> {
        self.0.last_used_at
    }

    /// The address it was last used from.
    async fn last_used_address(&self) -> Option<&str> {
        self.0.last_used_address.as_deref()
    }

    /// When it was revoked.
    async fn revoked_at(&self) -> Option<Instant> {
        self.0.revoked_at
    }

    /// It works now: not revoked, not expired, and its owner may sign in.
    async fn is_good(&self) -> bool {
        self.0.is_good
    }
}
