//! Waiting after failures, per account and per kind of proof, remembered in the database.

mod entity;
mod rules;

use std::net::IpAddr;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::Duration;
use domain::{Ctx, WriteTx, user::login_key};
use kernel::{Error, Result, UserId};
use sea_orm::{ActiveValue::Set, Condition, ConnectionTrait, entity::prelude::*, sea_query::OnConflict};
use sha2::{Digest, Sha256};
use tenancy::database_error;

use rules::Tally;
pub(crate) use rules::is_first_block;
pub use rules::{FREE_ATTEMPTS, LONGEST_BLOCK, WINDOW};

/// What failures are counted against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Account {
    key: String,
    kind: &'static str,
}

impl Account {
    /// Passwords for this login, whether anybody has it or not.
    ///
    /// Kept as a hash: people type their password in the wrong field. From an address that
    /// the user signed in from before, failures are counted apart, so that strangers elsewhere
    /// cannot keep the owner out.
    pub(crate) fn passwords(login: &str, known_address: Option<IpAddr>) -> Self {
        let address = known_address.map_or_else(String::new, |address| address.to_string());
        let hash = Sha256::digest(format!("{address}\0{}", login_key(login)));
        Self { key: URL_SAFE_NO_PAD.encode(hash), kind: "password" }
    }

    /// The current password, asked again of this user when they change it.
    pub(crate) fn own_password(user: UserId) -> Self {
        Self { key: user.to_string(), kind: "own-password" }
    }

    /// Mails asked for from this address in the name of whoever forgot a password.
    pub(crate) fn reset_requests(address: IpAddr) -> Self {
        Self { key: address.to_string(), kind: "reset-address" }
    }

    /// Mails to whoever has this login and forgot the password, whether anybody has it or not.
    pub(crate) fn reset_mails(login: &str) -> Self {
        let hash = Sha256::digest(login_key(login));
        Self { key: URL_SAFE_NO_PAD.encode(hash), kind: "reset-login" }
    }

    /// The name it is counted by: nothing that was typed can be read in it.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// Codes of this user, whatever ticket they come with.
    pub(crate) fn codes(user: UserId) -> Self {
        Self { key: user.to_string(), kind: "code" }
    }
}

/// Refuses while the account has to wait. Counts nothing.
pub(crate) async fn refuse_while_blocked(ctx: &Ctx, account: &Account) -> Result<()> {
    let tally = find(ctx.read(), account).await?;
    refuse(rules::wait(tally.as_ref(), ctx.now()))
}

/// Counts an attempt as failed, before it is made; refuses while the account has to wait.
///
/// Tells how many seconds the account has to wait from now on, unless it is forgiven.
pub(crate) async fn attempt(ctx: &Ctx, tx: &WriteTx, account: &Account) -> Result<Option<u64>> {
    let before = find(tx.connection(), account).await?;
    refuse(rules::wait(before.as_ref(), ctx.now()))?;
    let after = rules::count(before, ctx.now());
    save(tx, account, &after).await?;
    Ok(rules::wait(Some(&after), ctx.now()))
}

async fn save(tx: &WriteTx, account: &Account, after: &Tally) -> Result<()> {
    let row = entity::ActiveModel {
        account_key: Set(account.key.clone()),
        kind: Set(account.kind.to_owned()),
        failures: Set(i32::try_from(after.failures).unwrap_or(i32::MAX)),
        window_started_at: Set(after.window_started_at),
        blocked_until: Set(after.blocked_until),
    };
    let replace = OnConflict::columns([entity::Column::AccountKey, entity::Column::Kind])
        .update_columns([
            entity::Column::Failures,
            entity::Column::WindowStartedAt,
            entity::Column::BlockedUntil,
        ])
        .to_owned();
    entity::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

/// Whether a turn is due: notes it, so that the next one is not for a while. At most [`WINDOW`] long, which is
/// how long such notes are kept.
pub(crate) async fn take_turn(ctx: &Ctx, tx: &WriteTx, account: &Account, pause: Duration) -> Result<bool> {
    let last = find(tx.connection(), account).await?;
    if last.is_some_and(|last| last.window_started_at + pause > ctx.now()) {
        return Ok(false);
    }
    save(tx, account, &Tally { failures: 0, window_started_at: ctx.now(), blocked_until: None }).await?;
    Ok(true)
}

/// Counts one of at most `most` in [`WINDOW`]; refuses the next one until that is over.
pub(crate) async fn take_share(ctx: &Ctx, tx: &WriteTx, account: &Account, most: u32) -> Result<()> {
    let now = ctx.now();
    let running =
        find(tx.connection(), account).await?.filter(|tally| tally.window_started_at + WINDOW > now);
    let before = running.unwrap_or(Tally { failures: 0, window_started_at: now, blocked_until: None });
    if before.failures >= most {
        return refuse(rules::wait(
            Some(&Tally { blocked_until: Some(before.window_started_at + WINDOW), ..before }),
            now,
        ));
    }
    save(tx, account, &Tally { failures: before.failures.saturating_add(1), ..before }).await
}

/// Forgets the account's failures: it has proven itself.
pub(crate) async fn forgive(tx: &WriteTx, account: &Account) -> Result<()> {
    entity::Entity::delete_by_id((account.key.clone(), account.kind.to_owned()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

/// Removes what no longer makes a difference.
pub(crate) async fn sweep(ctx: &Ctx, tx: &WriteTx) -> Result<()> {
    let forgotten = ctx.now() - WINDOW;
    let released = Condition::any()
        .add(entity::Column::BlockedUntil.is_null())
        .add(entity::Column::BlockedUntil.lte(forgotten));
    entity::Entity::delete_many()
        .filter(entity::Column::WindowStartedAt.lte(forgotten))
        .filter(released)
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

async fn find(connection: &impl ConnectionTrait, account: &Account) -> Result<Option<Tally>> {
    let row = entity::Entity::find_by_id((account.key.clone(), account.kind.to_owned()))
        .one(connection)
        .await
        .map_err(database_error)?;
    Ok(row.map(|row| Tally {
        failures: row.failures.unsigned_abs(),
        window_started_at: row.window_started_at,
        blocked_until: row.blocked_until,
    }))
}

fn refuse(wait: Option<u64>) -> Result<()> {
    wait.map_or(Ok(()), |retry_after_seconds| Err(Error::Throttled { retry_after_seconds }))
}
