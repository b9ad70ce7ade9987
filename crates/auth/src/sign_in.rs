//! The first step: a password for a ticket.

use domain::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
    user::{self, User},
};
use kernel::{Error, Instant, Result, UserId};
use serde_json::json;

use crate::{
    Auth, NextStep, SecretText, Ticket, blocked, credential,
    password::Password,
    second_factor, session,
    throttle::{self, Account},
};

/// The most bytes a username or mail address can have; nobody has a longer one.
pub(crate) const MAX_LOGIN_BYTES: usize = 512;

/// Somebody says who they are.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// A username or mail address, in whatever case.
    pub login: String,
    /// The password.
    pub password: SecretText,
}

/// Why a password was not taken. For the audit log only.
#[derive(Debug, Clone, Copy)]
enum Refusal {
    UnknownUser,
    WrongPassword,
    NotActive,
}

impl Refusal {
    const fn as_str(self) -> &'static str {
        match self {
            Self::UnknownUser => "unknown_user",
            Self::WrongPassword => "wrong_password",
            Self::NotActive => "not_active",
        }
    }
}

impl Auth {
    /// Checks a password and gives a ticket for the second step.
    ///
    /// `INVALID_CREDENTIALS` at `password`, after as much work, for an unknown user, a wrong password
    /// and a user who may not sign in; [`Error::Throttled`] after [`crate::FREE_ATTEMPTS`] failures;
    /// [`Error::Unavailable`] when too many people sign in at once; `PASSWORD_TOO_LONG` beyond
    /// [`crate::MAX_BYTES`].
    pub async fn sign_in(&self, ctx: &Ctx, input: SignIn) -> Result<Ticket> {
        let password = Password::typed(input.password.expose())?;
        if input.login.len() > MAX_LOGIN_BYTES {
            return Err(refused());
        }
        let user = user::find_by_login(ctx, &input.login).await?;
        let account = account(ctx, &input.login, user.as_ref()).await?;
        if let Err(error) = throttle::refuse_while_blocked(ctx, &account).await {
            note_throttled(ctx, (&account, user.as_ref()), &error).await?;
            return Err(error);
        }

        let hash = credential::find_hash(ctx, user.as_ref().map(|user| user.id)).await?;
        // A turn before the count: who is sent away for lack of room has not failed.
        let turn = self.hasher.turn().await?;
        let wait = ctx.write(async |tx| throttle::attempt(ctx, tx, &account).await).await?;
        let fits = self.hasher.verify(turn, password, hash.as_deref()).await?;

        match judge(user.as_ref(), fits, ctx.now()) {
            Ok(user) => self.accept(ctx, &account, user).await,
            Err(refusal) => {
                let known = user.as_ref().map(|user| user.id);
                let details = json!({ "reason": refusal.as_str(), "waitSeconds": wait });
                ctx.write(async |tx| {
                    note_refusal(ctx, tx, known, details.clone()).await?;
                    blocked::tell_owner(ctx, tx, user.as_ref(), wait).await
                })
                .await?;
                Err(refused())
            }
        }
    }

    async fn accept(&self, ctx: &Ctx, account: &Account, user: &User) -> Result<Ticket> {
        let next_step = ctx
            .write(async |tx| {
                throttle::forgive(tx, account).await?;
                let factor = second_factor::find(tx.connection(), user.id).await?;
                audit::record(ctx, tx, AuditEntry::about("user.password_accepted", user.id)).await?;
                Ok(match factor {
                    Some(factor) if factor.is_confirmed => NextStep::VerifySecondFactor,
                    _ => NextStep::EnrollSecondFactor,
                })
            })
            .await?;
        self.issue_ticket(ctx, user.id, next_step).await
    }
}

/// What failures with this login are counted against.
async fn account(ctx: &Ctx, login: &str, user: Option<&User>) -> Result<Account> {
    let known = match ctx.address() {
        Some(address) => {
            let is_known = session::is_known_address(ctx, user.map(|user| user.id), address).await?;
            is_known.then_some(address)
        }
        None => None,
    };
    Ok(Account::passwords(login, known))
}

fn judge(user: Option<&User>, fits: bool, now: Instant) -> Result<&User, Refusal> {
    let user = user.ok_or(Refusal::UnknownUser)?;
    if !fits {
        Err(Refusal::WrongPassword)
    } else if !user.may_sign_in(now) {
        Err(Refusal::NotActive)
    } else {
        Ok(user)
    }
}

async fn note_refusal(
    ctx: &Ctx,
    tx: &WriteTx,
    user: Option<UserId>,
    details: serde_json::Value,
) -> Result<()> {
    let action = "user.password_refused";
    let entry = match user {
        Some(user) => AuditEntry::about(action, user).with(details),
        // Not what was typed: it may be a password in the wrong field.
        None => AuditEntry { action, subject_kind: "usr", subject_id: None, details },
    };
    audit::record(ctx, tx, entry).await
}

/// Somebody who goes on trying while they must wait; seldom, as they may do so all day.
async fn note_throttled(ctx: &Ctx, (account, user): (&Account, Option<&User>), error: &Error) -> Result<()> {
    let Error::Throttled { retry_after_seconds } = error else { return Ok(()) };
    let (action, details) = ("user.sign_in_refused", json!({ "waitSeconds": retry_after_seconds }));
    let entry = match user {
        Some(user) => AuditEntry::about(action, user.id).with(details),
        None => AuditEntry { action, subject_kind: "usr", subject_id: None, details },
    };
    audit::record_seldom(ctx, account.key(), entry).await
}

fn refused() -> Error {
    Error::invalid("INVALID_CREDENTIALS", &["password"])
}
