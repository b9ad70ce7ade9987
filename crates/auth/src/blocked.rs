//! Telling the owner of an account that somebody fails to sign in to it.

use chrono::Duration;
use domain::{
    Ctx, WriteTx,
    mail::{self, Letter, Recipient},
    user::User,
};
use kernel::Result;

use crate::throttle;

/// Mails the owner when the account has to wait for the first time, at most once a day; does as much work
/// when there is nobody to tell.
pub(crate) async fn tell_owner(
    ctx: &Ctx,
    tx: &WriteTx,
    user: Option<&User>,
    wait: Option<u64>,
) -> Result<()> {
    if !throttle::is_first_block(wait) {
        return Ok(());
    }
    let letter = Letter::SignInBlocked { address: ctx.address().map(|address| address.to_string()) };
    let since = ctx.now() - Duration::days(1);
    let told = mail::count_since(tx, user.map(|user| user.id), letter.kind(), since).await?;
    match user.filter(|user| told == 0 && user.may_sign_in(ctx.now())) {
        Some(user) => mail::queue(ctx, tx, &Recipient::of(user)?, &letter).await,
        None => mail::pretend(ctx, tx, &letter).await,
    }
}
