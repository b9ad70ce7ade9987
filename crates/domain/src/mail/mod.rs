//! Mails waiting to be sent: queued in the transaction of the change they tell of, so that neither is ever
//! there without the other.
//!
//! What a mail says lies sealed in the queue and is erased once it is sent or given up; what stays says
//! that there was one, of what kind and for whom. Words and transport are the mail crate's.

mod entity;
mod letter;
mod mailbox;
mod repo;
mod rules;

use kernel::{Actor, EmailAddress, Error, Instant, Locale, MailId, Page, PageRequest, Result, UserId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

pub use letter::Letter;
pub use mailbox::Mailbox;

use crate::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
    user::{self, User},
};

/// The purpose of the key mails are sealed with.
const KEY: &str = "mail";

/// Whom a mail is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Who.
    pub user: UserId,
    /// Where it goes.
    pub address: EmailAddress,
    /// First and last name.
    pub name: String,
    /// The language they read.
    pub locale: Locale,
}

impl Recipient {
    /// A user, at their own address.
    pub fn of(user: &User) -> Result<Self> {
        Ok(Self::at(user, user.email.parse().map_err(Error::internal)?))
    }

    /// A user, at another address.
    #[must_use]
    pub fn at(user: &User, address: EmailAddress) -> Self {
        Self { user: user.id, address, name: user.display_name.clone(), locale: user.locale }
    }
}

/// A mail with what it says.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Which.
    pub id: MailId,
    /// Where it goes.
    pub address: EmailAddress,
    /// The reader's first and last name.
    pub name: String,
    /// The language it is written in.
    pub locale: Locale,
    /// What it says.
    pub letter: Letter,
    /// When what it tells of happened.
    pub queued_at: Instant,
    /// Attempts begun so far, this one included.
    pub attempts: i32,
    /// From then on it is of no use any more.
    pub expires_at: Instant,
}

/// What is sealed of a mail.
#[derive(Serialize, Deserialize)]
struct Content {
    address: EmailAddress,
    name: String,
    letter: Letter,
}

/// How an attempt to send ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The other server has taken it.
    Sent,
    /// Not now; with what the other server said, which never holds anything of the mail.
    Later(String),
    /// Never; with what the other server said.
    Refused(String),
}

/// Queues a mail. Part of the change it tells of: it goes out once that is committed.
pub async fn queue(ctx: &Ctx, tx: &WriteTx, to: &Recipient, letter: &Letter) -> Result<()> {
    let content = Content { address: to.address.clone(), name: to.name.clone(), letter: letter.clone() };
    repo::insert(ctx, tx, (Some(to.user), to.locale), &content).await?;
    tx.note_mail();
    Ok(())
}

/// Does as much work as [`queue`] and sends nothing: so that nobody learns by the time an answer takes
/// whether there was somebody to write to.
pub async fn pretend(ctx: &Ctx, tx: &WriteTx, letter: &Letter) -> Result<()> {
    let address = "nobody@example.invalid".parse().map_err(Error::internal)?;
    let content = Content { address, name: "Nobody Atall".to_owned(), letter: letter.clone() };
    repo::insert(ctx, tx, (None, ctx.locale()), &content).await
}

/// Queues a notice for each of the environment's own administrators who can sign in.
pub async fn queue_for_administrators(ctx: &Ctx, tx: &WriteTx, letter: &Letter) -> Result<()> {
    for administrator in user::administrators(ctx, tx).await? {
        queue(ctx, tx, &Recipient::of(&administrator)?, letter).await?;
    }
    Ok(())
}

/// How many mails of a kind were queued for somebody since a moment; the same query for nobody.
pub async fn count_since(tx: &WriteTx, user: Option<UserId>, kind: &str, since: Instant) -> Result<u64> {
    repo::count_since(tx, user, kind, since).await
}

/// Takes mails whose time has come, at most `most`: nobody else gets them for five minutes. System only.
pub async fn claim(ctx: &Ctx, most: u64) -> Result<Vec<Mail>> {
    require_system(ctx)?;
    if repo::next_attempt_at(ctx).await?.is_none_or(|at| at > ctx.now()) {
        return Ok(Vec::new());
    }
    let rows = ctx.write(async |tx| repo::claim(ctx, tx, most).await).await?;
    let mut mails = Vec::with_capacity(rows.len());
    for row in rows {
        let id = MailId::from_uuid(row.id);
        match repo::open(ctx, row) {
            Ok(mail) => mails.push(mail),
            // The others go out all the same.
            Err(error) => {
                tracing::error!(%id, cause = ?std::error::Error::source(&error), "a mail cannot be opened");
                give_up(ctx, id, "cannot be opened").await?;
            }
        }
    }
    Ok(mails)
}

/// Writes down how an attempt ended. What the mail said is erased unless it is tried again. System only.
pub async fn settle(ctx: &Ctx, mail: &Mail, outcome: Outcome) -> Result<()> {
    require_system(ctx)?;
    match outcome {
        Outcome::Sent => {
            ctx.write(async |tx| repo::finish(ctx, tx, mail.id, ("sent", None)).await.map(|_| ())).await
        }
        Outcome::Refused(answer) => give_up(ctx, mail.id, &answer).await,
        Outcome::Later(answer) => {
            let next = rules::next_attempt((mail.attempts, ctx.now()), mail.expires_at, ctx.random());
            match next {
                None => give_up(ctx, mail.id, &answer).await,
                Some(at) => {
                    ctx.write(async |tx| repo::postpone(tx, (mail.id, mail.attempts), at, &answer).await)
                        .await
                }
            }
        }
    }
}

/// Gives up mails whose links have expired, and forgets what nobody needs to know any more. System only.
pub async fn sweep(ctx: &Ctx) -> Result<()> {
    require_system(ctx)?;
    for id in repo::expired(ctx).await? {
        give_up(ctx, id, "was not sent in time").await?;
    }
    if repo::has_old(ctx).await? {
        ctx.write(async |tx| repo::forget_old(ctx, tx).await).await?;
    }
    Ok(())
}

/// When the next mail is to be tried; `None` when none waits. System only.
pub async fn next_attempt_at(ctx: &Ctx) -> Result<Option<Instant>> {
    require_system(ctx)?;
    repo::next_attempt_at(ctx).await
}

/// How many mails wait. System only.
pub async fn waiting(ctx: &Ctx) -> Result<u64> {
    require_system(ctx)?;
    repo::waiting(ctx).await
}

/// Mails that wait, newest first, with what they say: for the demo, which sends none. System only.
pub async fn list(ctx: &Ctx, page: &PageRequest) -> Result<Page<Mail>> {
    require_system(ctx)?;
    repo::list(ctx, page).await
}

/// One mail that waits. System only.
pub async fn get(ctx: &Ctx, id: MailId) -> Result<Mail> {
    require_system(ctx)?;
    repo::find(ctx, id).await?.ok_or(Error::NotFound)
}

async fn give_up(ctx: &Ctx, id: MailId, answer: &str) -> Result<()> {
    ctx.write(async |tx| {
        let Some((user, kind)) = repo::finish(ctx, tx, id, ("failed", Some(answer))).await? else {
            return Ok(());
        };
        tracing::warn!(%id, %kind, %answer, "a mail was given up");
        let details = json!({ "kind": kind, "user": user.to_string(), "answer": answer });
        audit::record(ctx, tx, AuditEntry::about("mail.undeliverable", id).with(details)).await
    })
    .await
}

/// Who a mail to nobody is for.
const fn key_of(user: Option<UserId>) -> Uuid {
    match user {
        Some(user) => user.uuid(),
        None => Uuid::nil(),
    }
}

fn require_system(ctx: &Ctx) -> Result<()> {
    if ctx.actor() == Actor::System { Ok(()) } else { Err(Error::Forbidden) }
}
