//! Accounts of people from outside, as the grants behind them want them. For the grants' own services,
//! which have authorised and write the event.

use chrono::NaiveDate;
use kernel::{Error, Result, Role, UserId};

use super::{AccountKind, NewUser, User, UserStatus, get_in, login_key, repo, rules};
use crate::{Ctx, WriteTx};

/// The account of somebody from outside: the one they had before, by their mail address, or a new one.
/// `ALREADY_TAKEN` when somebody else has the name or the address.
pub(crate) async fn admit(
    ctx: &Ctx,
    tx: &WriteTx,
    (kind, new, ends_on): (AccountKind, NewUser, NaiveDate),
) -> Result<User> {
    let wanted =
        User { kind, status: UserStatus::Invited, access_ends_on: Some(ends_on), ..rules::parse(ctx, new)? };
    match repo::find_by_key(tx.connection(), &login_key(&wanted.email)).await? {
        None => {
            repo::insert(tx, &wanted).await?;
            Ok(wanted)
        }
        Some(known) if known.kind == kind => {
            let user = User {
                display_name: wanted.display_name,
                role: wanted.role,
                access_ends_on: wanted.access_ends_on,
                ..readmitted(known)
            };
            save(tx, &user).await?;
            Ok(user)
        }
        Some(_) => Err(Error::invalid("ALREADY_TAKEN", &["email"])),
    }
}

/// As they are to be let in again: they keep password and second factor, if they had chosen one.
fn readmitted(known: User) -> User {
    let status = match (known.status, known.last_signed_in_at) {
        (UserStatus::Archived, Some(_)) => UserStatus::Active,
        (UserStatus::Archived, None) => UserStatus::Invited,
        (status, _) => status,
    };
    User { status, archived_at: None, version: known.version + 1, ..known }
}

/// Gives an account the role and the end of its grant.
pub(crate) async fn follow_grant(tx: &WriteTx, (id, role, ends_on): (UserId, Role, NaiveDate)) -> Result<()> {
    let user = get_in(tx, id).await?;
    let version = user.version + 1;
    save(tx, &User { role, access_ends_on: Some(ends_on), version, ..user }).await
}

/// Shuts an account whose grant was withdrawn.
pub(crate) async fn dismiss(ctx: &Ctx, tx: &WriteTx, id: UserId) -> Result<()> {
    let user = get_in(tx, id).await?;
    let (status, version) = (UserStatus::Archived, user.version + 1);
    save(tx, &User { status, archived_at: Some(ctx.now()), version, ..user }).await
}

/// Writes an account that was read in this transaction.
async fn save(tx: &WriteTx, user: &User) -> Result<()> {
    if repo::save(tx, user, user.version - 1).await? {
        Ok(())
    } else {
        Err(Error::internal("an account changed inside a write transaction"))
    }
}
