use async_graphql::{Context, Enum, ID, InputObject, Object, connection::Connection};
use auth::{Factors, may_reset_second_factor};
use chrono::{DateTime, Utc};
use domain::{
    Permission, link,
    user::{self, AccountFilter, User},
};
use kernel::{AccountId, PageRequest, UserId};

use super::{Date, GroupObject, LocaleName, RoleName, UserObject, prefetch_people};
use crate::{connection::connection, error::Result, scope::Shared};

/// Where an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "AccountStatus", remote = "user::UserStatus")]
pub(crate) enum AccountStatusName {
    /// Has yet to choose a password.
    Invited,
    /// May sign in.
    Active,
    /// May not sign in any more; the name stays on the records.
    Archived,
}

/// Whose person somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "AccountKind", remote = "user::AccountKind")]
pub(crate) enum AccountKindName {
    /// The customer's own.
    Member,
    /// An adviser from outside, let in by the customer until an end date.
    Consultant,
    /// The hosting party's, let in for support until an end date.
    Operator,
}

/// A person's account, for those who look after people, and for its owner.
pub(crate) struct AccountObject(pub User);

/// The id an account is asked for by: the same UUID as its user's.
pub(crate) fn account_id(id: UserId) -> ID {
    AccountId::from_uuid(id.uuid()).to_string().into()
}

/// The user behind an account's global id.
pub(crate) fn user_of(id: &ID) -> Option<UserId> {
    id.parse::<AccountId>().ok().map(|id| UserId::from_uuid(id.uuid()))
}

/// A person's account: what those see who look after people, and its owner.
#[Object(name = "Account")]
impl AccountObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        account_id(self.0.id)
    }

    /// The person.
    async fn user(&self) -> UserObject {
        UserObject(self.0.clone())
    }

    /// Whose person it is.
    async fn kind(&self) -> AccountKindName {
        self.0.kind.into()
    }

    /// The mail address.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// An address that waits for its confirmation.
    async fn pending_email(&self, cx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.pending(cx).await?.email)
    }

    /// The default role.
    async fn role(&self) -> RoleName {
        self.0.role.into()
    }

    /// The language of the interface.
    async fn locale(&self) -> LocaleName {
        self.0.locale.into()
    }

    /// Where it stands.
    async fn status(&self) -> AccountStatusName {
        self.0.status.into()
    }

    /// The own groups they are in, by name.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn groups(&self, cx: &Context<'_>) -> Result<Vec<GroupObject>> {
        let groups = cx.scope().groups_of.load_one(self.0.id).await?.unwrap_or_default();
        Ok(groups.into_iter().map(GroupObject).collect())
    }

    /// A second factor is in use.
    async fn has_second_factor(&self, cx: &Context<'_>) -> Result<bool> {
        Ok(self.factors(cx).await?.has_second_factor)
    }

    /// There is a passkey.
    async fn has_passkey(&self, cx: &Context<'_>) -> Result<bool> {
        Ok(self.factors(cx).await?.has_passkey)
    }

    /// When they last finished signing in.
    async fn last_signed_in_at(&self) -> Option<DateTime<Utc>> {
        self.0.last_signed_in_at
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When the invitation was last mailed; null: not yet.
    async fn invitation_sent_at(&self) -> Option<DateTime<Utc>> {
        self.0.invitation_sent_at
    }

    /// Until when the invitation can be accepted; null when none waits.
    async fn invitation_expires_at(&self, cx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        Ok(self.pending(cx).await?.invitation_expires_at)
    }

    /// When it was archived.
    async fn archived_at(&self) -> Option<DateTime<Utc>> {
        self.0.archived_at
    }

    /// Compulsory for auditors: the last day they can sign in.
    async fn access_ends_on(&self) -> Option<Date> {
        self.0.access_ends_on.map(Date)
    }

    /// Records whose user fields name this person and that are not done: to be handed over on archiving.
    async fn open_record_count(&self, cx: &Context<'_>) -> Result<u64> {
        Ok(cx.scope().open_records.load_one(self.0.id).await?.unwrap_or_default())
    }

    /// Rises by one on every change; give it back when updating.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// The viewer may change it: all of it, or name and language of the own one.
    async fn viewer_can_edit(&self, cx: &Context<'_>) -> bool {
        let ctx = &cx.scope().ctx;
        let is_own = ctx.actor().user_id() == Some(self.0.id) && !ctx.access().is_program();
        is_own || ctx.may(Permission::ManagePeople)
    }

    /// The viewer may reset its second factor.
    async fn viewer_can_reset_second_factor(&self, cx: &Context<'_>) -> bool {
        may_reset_second_factor(&cx.scope().ctx, &self.0)
    }
}

impl AccountObject {
    async fn factors(&self, cx: &Context<'_>) -> Result<Factors> {
        Ok(cx.scope().factors.load_one(self.0.id).await?.unwrap_or_default())
    }

    async fn pending(&self, cx: &Context<'_>) -> Result<link::Pending> {
        Ok(cx.scope().pending_links.load_one(self.0.id).await?.unwrap_or_default())
    }
}

/// Which accounts; all conditions that are given must hold.
#[derive(Debug, Default, Clone, InputObject)]
#[graphql(name = "AccountFilter")]
pub(crate) struct AccountFilterInput {
    /// Words in the name, the username or the mail address; literal, case and accents ignored.
    search: Option<String>,
    /// Any of these.
    statuses: Option<Vec<AccountStatusName>>,
    /// Any of these.
    roles: Option<Vec<RoleName>>,
    /// In this group.
    group_id: Option<ID>,
    /// With or without a second factor in use.
    has_second_factor: Option<bool>,
}

impl AccountFilterInput {
    fn into_filter(self) -> Result<AccountFilter> {
        let group = self.group_id.map(|id| id.parse());
        let group =
            group.transpose().map_err(|_| kernel::Error::bad_request("groupId", "is no id of a group"))?;
        Ok(AccountFilter {
            search: self.search,
            statuses: self.statuses.map(|statuses| statuses.into_iter().map(Into::into).collect()),
            roles: self.roles.map(|roles| roles.into_iter().map(Into::into).collect()),
            group,
            has_second_factor: self.has_second_factor,
        })
    }
}

/// A page of accounts.
pub(crate) type AccountConnection = Connection<String, AccountObject, AccountTotals>;

/// Counts of a list of accounts, made only when asked for.
pub(crate) struct AccountTotals(AccountFilter);

/// Counts, made only when asked for.
#[Object]
impl AccountTotals {
    /// How many accounts match.
    async fn total_count(&self, cx: &Context<'_>) -> Result<u64> {
        Ok(user::count_accounts(&cx.scope().ctx, &self.0).await?)
    }
}

/// Reads a page of accounts.
pub(crate) async fn account_connection(
    cx: &Context<'_>,
    filter: Option<AccountFilterInput>,
    page: &PageRequest,
) -> Result<AccountConnection> {
    let filter = filter.unwrap_or_default().into_filter()?;
    let found = user::accounts(&cx.scope().ctx, &filter, page).await?;
    prefetch_people::accounts(cx, &found).await?;
    Ok(connection(found, page.after.is_some(), AccountTotals(filter), AccountObject))
}
