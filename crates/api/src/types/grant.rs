use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use domain::{
    form,
    grant::{AccessGrant, Visit, Visits},
};
use kernel::Error;

use super::{AccountKindName, AccountObject, Date, FormObject, RoleName, UserObject, user};
use crate::{error::Result, scope::Shared};

/// Access of somebody from outside.
pub(crate) struct AccessGrantObject(pub AccessGrant);

/// Access of somebody from outside: a consultant, or one of the operator's people.
#[Object(name = "AccessGrant")]
impl AccessGrantObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Whose person it is: never the customer's own.
    async fn kind(&self) -> AccountKindName {
        self.0.kind.into()
    }

    /// Who.
    async fn user(&self, cx: &Context<'_>) -> Result<UserObject> {
        user::load(cx, Some(self.0.user_id)).await?.ok_or_else(|| Error::NotFound.into())
    }

    /// Their account.
    async fn account(&self, cx: &Context<'_>) -> Result<AccountObject> {
        let user = cx.scope().users.load_one(self.0.user_id).await?.ok_or(Error::NotFound)?;
        Ok(AccountObject(user))
    }

    /// Where they come from.
    async fn organisation(&self) -> &str {
        &self.0.organisation
    }

    /// Why they were let in.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// What they may do.
    async fn role(&self) -> RoleName {
        self.0.role.into()
    }

    /// Registers they are limited to, as far as the viewer sees them; null: all their role may see.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn forms(&self, cx: &Context<'_>) -> Result<Option<Vec<FormObject>>> {
        let Some(ids) = &self.0.forms else { return Ok(None) };
        let forms = form::list(&cx.scope().ctx).await?;
        let limited = forms.iter().filter(|form| ids.contains(&form.id));
        Ok(Some(limited.cloned().map(FormObject).collect()))
    }

    /// When it began.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.0.starts_at
    }

    /// The last day.
    async fn ends_on(&self) -> Date {
        Date(self.0.ends_on)
    }

    /// The moment it ends: with the last day, or earlier.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.0.ends_at
    }

    /// Who let them in; null: the operator.
    async fn granted_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.0.granted_by).await
    }

    /// When it was withdrawn.
    async fn withdrawn_at(&self) -> Option<DateTime<Utc>> {
        self.0.withdrawn_at
    }

    /// By whom.
    async fn withdrawn_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.0.withdrawn_by).await
    }

    /// Gives access at this moment.
    async fn is_in_force(&self, cx: &Context<'_>) -> bool {
        self.0.is_in_force(cx.scope().ctx.now())
    }

    /// When they last signed in by it.
    async fn last_visit_at(&self, cx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        Ok(self.visits(cx).await?.last_at)
    }

    /// How often they signed in by it.
    async fn visit_count(&self, cx: &Context<'_>) -> Result<u64> {
        Ok(self.visits(cx).await?.count)
    }

    /// Rises by one on every change; give it back when changing.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

impl AccessGrantObject {
    async fn visits(&self, cx: &Context<'_>) -> Result<Visits> {
        Ok(cx.scope().visits.load_one(self.0.id).await?.unwrap_or_default())
    }
}

/// Something that somebody from outside did.
pub(crate) struct AccessVisitObject(pub Visit);

/// Something that a consultant or the operator did.
#[Object(name = "AccessVisit")]
impl AccessVisitObject {
    /// The line of the audit log.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// A consultant or the operator.
    async fn kind(&self, cx: &Context<'_>) -> Result<AccountKindName> {
        let user = self.person(cx).await?;
        Ok(user.map_or(AccountKindName::Operator, |user| user.0.kind.into()))
    }

    /// Who; null when it was the operator at the command line.
    async fn user(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        self.person(cx).await
    }

    /// Who, in words; empty when it was the operator at the command line.
    async fn name(&self, cx: &Context<'_>) -> Result<String> {
        Ok(self.person(cx).await?.map(|user| user.0.display_name).unwrap_or_default())
    }

    /// What, as the audit log calls it.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// From where.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }
}

impl AccessVisitObject {
    async fn person(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.0.user_id).await
    }
}
