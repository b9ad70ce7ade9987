//! Somebody new: invited first, active once they have chosen a password.

use chrono::NaiveDate;
use kernel::{Actor, Error, GroupId, Result, Role, UploadId, UserErrors, UserId, dutch_day};
use serde_json::json;

use super::{NewUser, User, UserStatus, get_in, repo, rules};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    group, link,
};

/// Somebody to be invited.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Name, logins, role and language.
    pub user: NewUser,
    /// The groups they are to be in.
    pub groups: Vec<GroupId>,
    /// The last day they may sign in; compulsory for auditors, and then within a year.
    pub access_ends_on: Option<NaiveDate>,
    /// Mail the invitation at once.
    pub send_now: bool,
}

/// Makes an account for somebody who has yet to choose a password, and mails them the link for it if that
/// is wanted now.
pub async fn invite(ctx: &Ctx, invitation: Invitation) -> Result<User> {
    ctx.require(Permission::ManagePeople)?;
    ctx.write(async |tx| invite_in(ctx, tx, invitation).await).await
}

/// The same as part of something larger, by whom has authorised.
pub(super) async fn invite_in(ctx: &Ctx, tx: &WriteTx, invitation: Invitation) -> Result<User> {
    require_within_own(ctx, invitation.user.role)?;
    let user = invited(ctx, invitation.user, invitation.access_ends_on)?;
    repo::insert(tx, &user).await?;
    group::put_in(tx, user.id, &invitation.groups).await?;
    let details = json!({
        "changes": {"role": [null, user.role], "accessEndsOn": [null, user.access_ends_on]},
        "groups": invitation.groups,
    });
    audit::record(ctx, tx, AuditEntry::about("user.invited", user.id).with(details)).await?;
    if invitation.send_now { mail_invitation(ctx, tx, &user).await } else { Ok(user) }
}

/// Invites everybody on a list, or nobody; tells how many there were. Each has an event of their own, and
/// the list has one.
pub async fn invite_all(ctx: &Ctx, upload: UploadId, invitations: Vec<Invitation>) -> Result<u64> {
    ctx.require(Permission::ManagePeople)?;
    let count = invitations.len() as u64;
    ctx.write(async |tx| {
        for invitation in invitations {
            invite_in(ctx, tx, invitation).await?;
        }
        let entry = AuditEntry::about("user.imported", upload).with(json!({ "invited": count }));
        audit::record(ctx, tx, entry).await
    })
    .await?;
    Ok(count)
}

/// Everything that is wrong with an invitation by itself; whether its groups exist and its names are free
/// shows when it is made.
pub fn check_invitation(ctx: &Ctx, invitation: &Invitation) -> Result<()> {
    require_within_own(ctx, invitation.user.role)?;
    invited(ctx, invitation.user.clone(), invitation.access_ends_on).map(drop)
}

/// Mails an invitation, again if need be: earlier links stop working. `NOT_INVITED` at `id` when they
/// accepted already, or are archived.
pub async fn send_invitation(ctx: &Ctx, id: UserId) -> Result<User> {
    ctx.require(Permission::ManagePeople)?;
    ctx.write(async |tx| mail_invitation(ctx, tx, &get_in(tx, id).await?).await).await
}

async fn mail_invitation(ctx: &Ctx, tx: &WriteTx, user: &User) -> Result<User> {
    link::send_invitation(ctx, tx, user).await?;
    get_in(tx, user.id).await
}

/// The account as it would be; or everything that is wrong with it.
pub(super) fn invited(ctx: &Ctx, new: NewUser, access_ends_on: Option<NaiveDate>) -> Result<User> {
    let mut errors = UserErrors::default();
    let is_compulsory = new.role == Role::Auditor;
    errors.note(rules::check_end(access_ends_on, (dutch_day(ctx.now()), is_compulsory), "accessEndsOn"));
    match rules::parse(ctx, new) {
        Ok(user) => {
            errors.into_result()?;
            Ok(User { status: UserStatus::Invited, access_ends_on, ..user })
        }
        Err(Error::Invalid(mut more)) => {
            more.extend(errors);
            Err(Error::Invalid(more))
        }
        Err(other) => Err(other),
    }
}

/// Refuses to give a role above one's own.
pub(super) fn require_within_own(ctx: &Ctx, role: Role) -> Result<()> {
    match ctx.actor() {
        Actor::User { role: own, .. } if role > own => Err(Error::Forbidden),
        _ => Ok(()),
    }
}
