//! Links in mails: for who was invited, who forgot a password, and whose address is new.
//!
//! A link holds a secret of 256 bits, of which only a hash is kept. It works once, for one purpose, in one
//! environment, for a while; the next one of its purpose takes its place. None of them signs anybody in.

mod entity;
mod repo;
mod token;

use std::collections::HashMap;

use chrono::Duration;
use kernel::{EmailAddress, Error, Instant, Result, UserId};
use serde_json::json;

use crate::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
    mail::{self, Letter, Recipient},
    user::{self, User, UserStatus},
};

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkPurpose {
    /// Choose a first password.
    Invitation,
    /// Choose another password.
    PasswordReset,
    /// Prove that an address is one's own.
    EmailConfirmation,
}

impl LinkPurpose {
    const ALL: [Self; 3] = [Self::Invitation, Self::PasswordReset, Self::EmailConfirmation];

    /// How long such a link works.
    #[must_use]
    pub const fn lifetime(self) -> Duration {
        match self {
            Self::Invitation => Duration::days(7),
            Self::PasswordReset => Duration::hours(1),
            Self::EmailConfirmation => Duration::hours(24),
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::PasswordReset => "password_reset",
            Self::EmailConfirmation => "email_confirmation",
        }
    }
}

/// A link that is good at this moment.
#[derive(Debug, Clone)]
pub struct Link {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Whose it is.
    pub user: User,
    /// The address that waits for its confirmation.
    pub email: Option<EmailAddress>,
    /// When it stops working.
    pub expires_at: Instant,
}

/// What somebody's links are waiting for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pending {
    /// Until when the invitation can be accepted.
    pub invitation_expires_at: Option<Instant>,
    /// The address that waits for its confirmation.
    pub email: Option<String>,
}

/// What a link is for; `None` when it is not good (any more). Whoever has the link may know.
pub async fn find(ctx: &Ctx, token: &str) -> Result<Option<Link>> {
    let Some(hash) = token::lookup(token) else { return Ok(None) };
    let Some(row) = repo::find(ctx.read(), &hash).await? else { return Ok(None) };
    read(ctx, row, ctx.read()).await
}

/// Uses a link up. `LINK_INVALID` at `token` when it is not good (any more), or for something else; of any
/// number of servers one gets it.
pub async fn redeem(ctx: &Ctx, tx: &WriteTx, token: &str, purpose: LinkPurpose) -> Result<Link> {
    let hash = token::lookup(token).ok_or_else(invalid)?;
    let row = repo::find(tx.connection(), &hash).await?.ok_or_else(invalid)?;
    let link = read(ctx, row, tx.connection()).await?.filter(|link| link.purpose == purpose);
    let link = link.ok_or_else(invalid)?;
    if repo::take(tx, &hash).await? { Ok(link) } else { Err(invalid()) }
}

/// Makes all links of a user worthless: for who is archived, or has chosen another password.
pub async fn void_all(tx: &WriteTx, user: UserId) -> Result<()> {
    repo::remove_of(tx, user).await
}

/// What the links of these people wait for, in one query. For the one who has decided that the actor may
/// know.
pub async fn pending(ctx: &Ctx, users: &[UserId]) -> Result<HashMap<UserId, Pending>> {
    repo::pending(ctx, users).await
}

/// Mails somebody who is invited a link for choosing a password; earlier ones stop working. Part of the
/// change that invites them, by whom has decided that the actor may. `NOT_INVITED` at `id` when they
/// accepted already, or are archived.
pub async fn send_invitation(ctx: &Ctx, tx: &WriteTx, user: &User) -> Result<()> {
    if user.status != UserStatus::Invited {
        return Err(Error::invalid("NOT_INVITED", &["id"]));
    }
    let issued = repo::issue(ctx, tx, (Some(user.id), LinkPurpose::Invitation), None).await?;
    let letter = Letter::Invitation {
        username: user.username.clone(),
        token: issued.token,
        expires_at: issued.expires_at,
    };
    mail::queue(ctx, tx, &Recipient::of(user)?, &letter).await?;
    user::note_invitation(ctx, tx, user.id).await?;
    audit::record(ctx, tx, AuditEntry::about("user.invitation_sent", user.id)).await
}

/// Mails a link for choosing another password; for nobody, as much work. For the one who has decided that
/// it is not asked too often.
pub async fn send_password_reset(ctx: &Ctx, tx: &WriteTx, user: Option<&User>) -> Result<()> {
    let whose = (user.map(|user| user.id), LinkPurpose::PasswordReset);
    let issued = repo::issue(ctx, tx, whose, None).await?;
    let username = user.map_or_else(|| "nobody.atall".to_owned(), |user| user.username.clone());
    let letter = Letter::PasswordReset { username, token: issued.token, expires_at: issued.expires_at };
    match user {
        Some(user) => mail::queue(ctx, tx, &Recipient::of(user)?, &letter).await,
        None => mail::pretend(ctx, tx, &letter).await,
    }
}

/// Mails a link to a new address, which is taken when it is followed, and tells the old one. Part of the
/// change that asks for it, by whom has decided that the actor may. `UNCHANGED` at `email` when it is the
/// address already. Whether somebody else has it is told to nobody but whoever follows the link.
pub async fn send_email_confirmation(
    ctx: &Ctx,
    tx: &WriteTx,
    user: &User,
    address: &EmailAddress,
) -> Result<()> {
    if user::login_key(&user.email) == user::login_key(address.as_str()) {
        return Err(Error::invalid("UNCHANGED", &["email"]));
    }
    let whose = (Some(user.id), LinkPurpose::EmailConfirmation);
    let issued = repo::issue(ctx, tx, whose, Some(address)).await?;
    let letter = Letter::EmailConfirmation {
        username: user.username.clone(),
        token: issued.token,
        expires_at: issued.expires_at,
    };
    mail::queue(ctx, tx, &Recipient::at(user, address.clone()), &letter).await?;
    let notice = Letter::EmailChangeRequested { new_email: address.to_string() };
    mail::queue(ctx, tx, &Recipient::of(user)?, &notice).await?;
    audit::record(ctx, tx, AuditEntry::about("user.email_change_requested", user.id)).await
}

/// Takes the address a link was mailed to, and tells the old one. Other links of the user stop working:
/// they went to the old address. `LINK_INVALID` at `token`; `ALREADY_TAKEN` at `email` when somebody else
/// has it by now.
pub async fn confirm_email(ctx: &Ctx, token: &str) -> Result<()> {
    ctx.write(async |tx| {
        let link = redeem(ctx, tx, token, LinkPurpose::EmailConfirmation).await?;
        let (user, address) = (link.user, link.email.ok_or_else(invalid)?);
        user::change_email(tx, user.id, &address).await?;
        void_all(tx, user.id).await?;
        let notice = Letter::EmailChanged { new_email: address.to_string() };
        mail::queue(ctx, tx, &Recipient::of(&user)?, &notice).await?;
        let changes = json!({ "changes": { "email": [user.email, address] } });
        audit::record(ctx, tx, AuditEntry::about("user.email_changed", user.id).with(changes)).await
    })
    .await
}

/// The link with its user; `None` when it has expired, or its user is not where they were when it was sent.
async fn read(
    ctx: &Ctx,
    row: entity::Model,
    connection: &impl sea_orm::ConnectionTrait,
) -> Result<Option<Link>> {
    let purpose = LinkPurpose::ALL.into_iter().find(|purpose| purpose.as_str() == row.purpose);
    let found = user::find_in(connection, UserId::from_uuid(row.user_id)).await?;
    let (Some(purpose), Some(user)) = (purpose, found) else { return Ok(None) };
    let is_good = row.expires_at > ctx.now()
        && match purpose {
            LinkPurpose::Invitation => user.status == UserStatus::Invited && !user.has_ended(ctx.now()),
            LinkPurpose::PasswordReset | LinkPurpose::EmailConfirmation => user.may_sign_in(ctx.now()),
        };
    let email = row.email.map(|email| email.parse()).transpose().map_err(Error::internal)?;
    Ok(is_good.then_some(Link { purpose, user, email, expires_at: row.expires_at }))
}

fn invalid() -> Error {
    Error::invalid("LINK_INVALID", &["token"])
}
