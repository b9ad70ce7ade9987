use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};
use domain::user::{self, AccountUpdate, Archiving, Invitation, NewUser, User};
use kernel::{Error, GroupId, UserError, UserErrors, UserId};

use crate::{
    error::{self, Result, outcome},
    scope::Shared,
    types::{AccountObject, Date, LocaleName, RoleName, user_of},
};

/// Somebody to be invited.
#[derive(InputObject)]
struct InviteUserInput {
    /// First and last name.
    display_name: String,
    /// The mail address the invitation goes to.
    email: String,
    /// The login name: 2 to 64 letters, digits, dots, hyphens and underscores.
    username: String,
    /// The default role.
    role: RoleName,
    /// The language of the interface; the environment's unless given.
    locale: Option<LocaleName>,
    /// The own groups they are to be in.
    #[graphql(default, validator(max_items = 200))]
    group_ids: Vec<ID>,
    /// The last day they may sign in; compulsory for auditors.
    access_ends_on: Option<Date>,
    /// Mail the invitation at once.
    #[graphql(default = true)]
    send_now: bool,
}

/// Whom to mail.
#[derive(InputObject)]
struct SendInvitationInput {
    /// The account.
    id: ID,
}

/// A change of an account; what is left out stays.
#[derive(InputObject)]
struct UpdateAccountInput {
    /// The account.
    id: ID,
    /// The version the change was made upon.
    version: i32,
    /// A new name.
    display_name: Option<String>,
    /// Another role.
    role: Option<RoleName>,
    /// Another language of the interface.
    locale: Option<LocaleName>,
    /// The own groups they are in from now on.
    #[graphql(validator(max_items = 200))]
    group_ids: Option<Vec<ID>>,
    /// Another last day to sign in; null takes it away.
    access_ends_on: MaybeUndefined<Date>,
}

/// Somebody who leaves.
#[derive(InputObject)]
struct ArchiveUserInput {
    /// The account.
    id: ID,
    /// The version the decision was made upon.
    version: i32,
    /// The account of who gets the open records that name them.
    reassign_to: Option<ID>,
}

/// Somebody who comes back.
#[derive(InputObject)]
struct RestoreUserInput {
    /// The account.
    id: ID,
    /// The version the decision was made upon.
    version: i32,
}

/// Another login name.
#[derive(InputObject)]
struct ChangeUsernameInput {
    /// The account.
    id: ID,
    /// The login name: 2 to 64 letters, digits, dots, hyphens and underscores.
    username: String,
}

/// Another mail address.
#[derive(InputObject)]
struct ChangeEmailInput {
    /// The account.
    id: ID,
    /// The address that a link is mailed to.
    email: String,
}

/// Whose second factor to reset.
#[derive(InputObject)]
struct ResetSecondFactorInput {
    /// The account.
    id: ID,
}

/// The account as it is now.
#[derive(SimpleObject)]
struct AccountPayload {
    /// The account.
    account: Option<AccountObject>,
    /// What the user can mend.
    user_errors: Vec<error::UserError>,
}

impl AccountPayload {
    fn of(cx: &Context<'_>, result: kernel::Result<User>) -> Result<Self> {
        let (user, user_errors) = outcome(result)?;
        cx.scope().forget_people();
        Ok(Self { account: user.map(AccountObject), user_errors })
    }
}

#[derive(Default)]
pub(super) struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Makes an account for somebody who has yet to choose a password, and mails them the link for it unless
    /// that comes later.
    async fn invite_user(&self, cx: &Context<'_>, input: InviteUserInput) -> Result<AccountPayload> {
        AccountPayload::of(cx, invite(cx, input).await)
    }

    /// Sends the invitation (again): earlier links stop working.
    async fn send_invitation(&self, cx: &Context<'_>, input: SendInvitationInput) -> Result<AccountPayload> {
        AccountPayload::of(cx, user::send_invitation(&cx.scope().ctx, account(&input.id)?).await)
    }

    /// Changes an account. Everybody may change their own name and language.
    async fn update_account(&self, cx: &Context<'_>, input: UpdateAccountInput) -> Result<AccountPayload> {
        AccountPayload::of(cx, update(cx, input).await)
    }

    /// Archives an account: history stays, sign-in ends at once, open records can go to somebody else.
    async fn archive_user(&self, cx: &Context<'_>, input: ArchiveUserInput) -> Result<AccountPayload> {
        AccountPayload::of(cx, archive(cx, input).await)
    }

    /// Lets somebody who was archived in again.
    async fn restore_user(&self, cx: &Context<'_>, input: RestoreUserInput) -> Result<AccountPayload> {
        AccountPayload::of(cx, user::restore(&cx.scope().ctx, account(&input.id)?, input.version).await)
    }

    /// Changes a login name: the own one, or anybody's as administrator. Step-up.
    async fn change_username(&self, cx: &Context<'_>, input: ChangeUsernameInput) -> Result<AccountPayload> {
        let id = account(&input.id)?;
        AccountPayload::of(cx, user::change_username(&cx.scope().ctx, id, &input.username).await)
    }

    /// Mails a link to a new address, which counts once the link is followed: of the own account, or of
    /// anybody's as administrator. Step-up.
    async fn change_email(&self, cx: &Context<'_>, input: ChangeEmailInput) -> Result<AccountPayload> {
        let id = account(&input.id)?;
        AccountPayload::of(cx, user::request_email(&cx.scope().ctx, id, &input.email).await)
    }

    /// Switches a colleague's second factor off: it must be set up anew at the next sign-in. Step-up. Ends
    /// their sessions and API tokens; mails them.
    async fn reset_second_factor(
        &self,
        cx: &Context<'_>,
        input: ResetSecondFactorInput,
    ) -> Result<AccountPayload> {
        let id = account(&input.id)?;
        AccountPayload::of(cx, cx.services().auth.reset_second_factor(&cx.scope().ctx, id).await)
    }
}

/// The user behind an account's id; an id of anything else is one that does not exist.
fn account(id: &ID) -> Result<UserId> {
    Ok(user_of(id).ok_or(Error::NotFound)?)
}

async fn invite(cx: &Context<'_>, input: InviteUserInput) -> kernel::Result<User> {
    let scope = cx.scope();
    let user = NewUser {
        username: input.username,
        email: input.email,
        display_name: input.display_name,
        role: input.role.into(),
        locale: input.locale.map_or(scope.environment.locale, Into::into),
    };
    let invitation = Invitation {
        user,
        groups: groups(&input.group_ids)?,
        access_ends_on: input.access_ends_on.map(|day| day.0),
        send_now: input.send_now,
    };
    user::invite(&scope.ctx, invitation).await
}

async fn archive(cx: &Context<'_>, input: ArchiveUserInput) -> kernel::Result<User> {
    let heir = |id| user_of(&id).ok_or_else(|| Error::invalid("USER_NOT_FOUND", &["reassignTo"]));
    let archiving = Archiving {
        id: user_of(&input.id).ok_or(Error::NotFound)?,
        version: input.version,
        reassign_to: input.reassign_to.map(heir).transpose()?,
    };
    cx.services().auth.archive_user(&cx.scope().ctx, archiving).await
}

async fn update(cx: &Context<'_>, input: UpdateAccountInput) -> kernel::Result<User> {
    let access_ends_on = match input.access_ends_on {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(day) => Some(Some(day.0)),
    };
    let update = AccountUpdate {
        id: user_of(&input.id).ok_or(Error::NotFound)?,
        version: input.version,
        display_name: input.display_name,
        locale: input.locale.map(Into::into),
        role: input.role.map(Into::into),
        groups: input.group_ids.as_deref().map(groups).transpose()?,
        access_ends_on,
    };
    user::update(&cx.scope().ctx, update).await
}

fn groups(ids: &[ID]) -> kernel::Result<Vec<GroupId>> {
    let mut errors = UserErrors::default();
    let mut groups = Vec::with_capacity(ids.len());
    for (index, id) in ids.iter().enumerate() {
        match id.parse() {
            Ok(id) => groups.push(id),
            Err(_) => errors.push(UserError::at("GROUP_NOT_FOUND", &["groupIds", &index.to_string()])),
        }
    }
    errors.into_result()?;
    Ok(groups)
}
