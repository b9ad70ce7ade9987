//! People who can sign in to an environment.

mod account;
mod archive;
mod directory;
pub(crate) mod entity;
mod erasure;
mod for_link;
mod invite;
mod outsider;
mod preference;
mod repo;
pub(crate) mod rules;

use std::{collections::HashMap, str::FromStr};

use chrono::NaiveDate;
use kernel::{Actor, Error, Instant, Locale, Page, PageRequest, Result, Role, UserId};

pub use account::{AccountUpdate, change_username, request_email, restore, update};
pub use archive::{Archiving, archive};
pub use directory::{AccountFilter, accounts, count_accounts, get_account};
pub use erasure::erase;
pub use for_link::activate;
pub(crate) use for_link::{administrators, change_email, find_in, note_invitation};
pub use invite::{Invitation, check_invitation, invite, invite_all, send_invitation};
pub(crate) use outsider::{admit, dismiss, follow_grant};
pub use preference::{PreferenceChange, change_preferences, preferences};
pub use rules::{NewUser, login_key};

use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
};

/// A person who can sign in to one environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Who.
    pub id: UserId,
    /// The login name.
    pub username: String,
    /// The mail address.
    pub email: String,
    /// First and last name.
    pub display_name: String,
    /// Whose person they are.
    pub kind: AccountKind,
    /// The default role.
    pub role: Role,
    /// The language of the interface.
    pub locale: Locale,
    /// Whether they may sign in.
    pub status: UserStatus,
    /// When they last finished signing in.
    pub last_signed_in_at: Option<Instant>,
    /// The last day they may sign in, in the time zone of the Netherlands; no end when absent.
    pub access_ends_on: Option<NaiveDate>,
    /// When they were made.
    pub created_at: Instant,
    /// When they were archived.
    pub archived_at: Option<Instant>,
    /// When an invitation was last mailed to them.
    pub invitation_sent_at: Option<Instant>,
    /// Counts changes of the account.
    pub version: i32,
}

impl User {
    /// Whether the account may be used at all now.
    #[must_use]
    pub fn may_sign_in(&self, now: Instant) -> bool {
        self.status == UserStatus::Active && !self.has_ended(now)
    }

    /// Whether their last day is over.
    #[must_use]
    pub fn has_ended(&self, now: Instant) -> bool {
        self.access_ends_on.is_some_and(|last| kernel::dutch_day(now) > last)
    }
}

/// Whose person somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AccountKind {
    /// The customer's own.
    #[default]
    Member,
    /// An adviser from outside, let in by the customer until an end date.
    Consultant,
    /// The hosting party's, let in for support until an end date.
    Operator,
}

impl AccountKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Member, Self::Consultant, Self::Operator];

    /// The name in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Consultant => "consultant",
            Self::Operator => "operator",
        }
    }
}

impl FromStr for AccountKind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(())
    }
}

/// Where a user stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserStatus {
    /// Has not signed in yet.
    Invited,
    /// May sign in.
    Active,
    /// May not sign in any more; the name stays on the records.
    Archived,
}

impl UserStatus {
    /// All statuses.
    pub const ALL: [Self; 3] = [Self::Invited, Self::Active, Self::Archived];

    /// The name in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Archived => "archived",
        }
    }
}

/// Makes a user. System only: inviting people is the users page's work.
pub async fn create(ctx: &Ctx, new: NewUser) -> Result<User> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    let user = rules::parse(ctx, new)?;
    ctx.write(async |tx| {
        repo::insert(tx, &user).await?;
        audit::record(ctx, tx, AuditEntry::about("user.created", user.id)).await
    })
    .await?;
    Ok(user)
}

/// The user with this username or mail address, in whatever case; for sign-in only.
pub async fn find_by_login(ctx: &Ctx, login: &str) -> Result<Option<User>> {
    repo::find_by_key(ctx.read(), &login_key(login)).await
}

/// One user; archived ones too.
pub async fn get(ctx: &Ctx, id: UserId) -> Result<User> {
    find_many(ctx, &[id]).await?.remove(&id).ok_or(Error::NotFound)
}

/// Several users by id, in one query; unknown ids are absent from the map.
pub async fn find_many(ctx: &Ctx, ids: &[UserId]) -> Result<HashMap<UserId, User>> {
    ctx.require(Permission::Enter)?;
    repo::find_many(ctx.read(), ids).await
}

/// The same inside a transaction, for services that have authorised.
pub(crate) async fn find_many_in(tx: &WriteTx, ids: &[UserId]) -> Result<HashMap<UserId, User>> {
    repo::find_many(tx.connection(), ids).await
}

/// One of them; not found when there is none.
pub(crate) async fn get_in(tx: &WriteTx, id: UserId) -> Result<User> {
    find_many_in(tx, &[id]).await?.remove(&id).ok_or(Error::NotFound)
}

/// Users who are not archived, by name; `search` is literal and ignores case and accents.
pub async fn list(ctx: &Ctx, search: Option<&str>, page: &PageRequest) -> Result<Page<User>> {
    ctx.require(Permission::Enter)?;
    repo::list(ctx, search, page).await
}

/// All users by name, archived ones too: for matching names in a workbook. Bounded by the licence.
pub async fn all(ctx: &Ctx) -> Result<Vec<User>> {
    ctx.require(Permission::Enter)?;
    repo::all(ctx).await
}
