//! All of a person's factors and ways in at once.

use std::collections::{HashMap, HashSet};

use domain::{Ctx, Permission, WriteTx};
use kernel::{Result, UserId};

use crate::{api_token, credential, passkey, recovery_code, second_factor, session};

/// What somebody was signed in with, until it was ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ended {
    /// Sessions.
    pub sessions: u64,
    /// API tokens.
    pub api_tokens: u64,
}

/// Which factors somebody has set up, beside a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Factors {
    /// An authenticator app is in use.
    pub has_second_factor: bool,
    /// There is at least one passkey.
    pub has_passkey: bool,
}

/// Ends whatever a user is signed in with or is about to be: sessions, tickets, API tokens.
///
/// Neither authorises nor audits: the service whose change this is part of does both.
pub async fn end_access(ctx: &Ctx, tx: &WriteTx, user: UserId) -> Result<Ended> {
    credential::void_tickets(ctx, tx, user).await?;
    Ok(Ended {
        sessions: session::revoke_all(ctx, tx, user).await?,
        api_tokens: api_token::revoke_all(ctx, tx, user).await?,
    })
}

/// Removes every factor of a user but the password (authenticator app, recovery codes, passkeys) and ends
/// their access: at the next sign-in the second factor is set up anew, and nothing else opens before.
///
/// Neither authorises nor audits: the service whose change this is part of does both.
pub async fn remove_factors(ctx: &Ctx, tx: &WriteTx, user: UserId) -> Result<Ended> {
    second_factor::remove(tx, user).await?;
    recovery_code::remove_all(tx, user).await?;
    passkey::remove_all(tx, user).await?;
    end_access(ctx, tx, user).await
}

/// Which factors these users have set up, in two queries. Needs [`Permission::SeePeople`], but for oneself.
pub async fn find_factors(ctx: &Ctx, users: &[UserId]) -> Result<HashMap<UserId, Factors>> {
    if users.iter().any(|user| ctx.actor().user_id() != Some(*user)) {
        ctx.require(Permission::SeePeople)?;
    }
    let enrolled: HashSet<UserId> = second_factor::enrolled_among(ctx, users).await?;
    let with_passkey: HashSet<UserId> = passkey::owners_among(ctx, users).await?;
    let factors = |user: &UserId| Factors {
        has_second_factor: enrolled.contains(user),
        has_passkey: with_passkey.contains(user),
    };
    Ok(users.iter().map(|user| (*user, factors(user))).collect())
}
