//! Somebody leaves: they may not sign in any more, their name stays on the records.

use kernel::{Error, Result, UserId};
use serde_json::json;

use super::{
    AccountKind, User, UserStatus,
    account::{require_an_administrator, require_member, save},
    get_in,
};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    link, record,
};

/// Somebody who leaves.
#[derive(Debug, Clone)]
pub struct Archiving {
    /// Who.
    pub id: UserId,
    /// The version the decision was made upon.
    pub version: i32,
    /// Who gets the open records that name them.
    pub reassign_to: Option<UserId>,
}

/// Archives an account and hands its open records over. In a transaction of the caller's, who ends
/// sessions and tokens in it. Nobody archives themselves, and the last administrator stays.
pub async fn archive(ctx: &Ctx, tx: &WriteTx, archiving: &Archiving) -> Result<User> {
    ctx.require(Permission::ManagePeople)?;
    let current = get_in(tx, archiving.id).await?;
    require_member(&current)?;
    if current.status == UserStatus::Archived {
        return Ok(current);
    }
    if ctx.actor().user_id() == Some(current.id) {
        return Err(Error::invalid("OWN_ACCOUNT", &["id"]));
    }
    let archived = User {
        status: UserStatus::Archived,
        archived_at: Some(ctx.now()),
        version: current.version + 1,
        ..current.clone()
    };
    require_an_administrator(tx, &current, &archived).await?;
    let heir = match archiving.reassign_to {
        Some(id) => Some(heir(tx, id, &current).await?),
        None => None,
    };
    save(tx, &archived, archiving.version).await?;
    link::void_all(tx, archived.id).await?;
    let reassigned = match &heir {
        Some(heir) => record::reassign(ctx, tx, (current.id, heir.id)).await?,
        None => 0,
    };
    let details = json!({
        "changes": {"status": [current.status.as_str(), archived.status.as_str()]},
        "reassignedTo": heir.map(|heir| heir.id),
        "reassignedRecords": reassigned,
    });
    audit::record(ctx, tx, AuditEntry::about("user.archived", archived.id).with(details)).await?;
    Ok(archived)
}

/// Who is to take over: a colleague who has not left.
async fn heir(tx: &WriteTx, id: UserId, leaver: &User) -> Result<User> {
    match get_in(tx, id).await {
        Ok(user)
            if user.id != leaver.id
                && user.status != UserStatus::Archived
                && user.kind == AccountKind::Member =>
        {
            Ok(user)
        }
        Ok(_) | Err(Error::NotFound) => Err(Error::invalid("USER_NOT_FOUND", &["reassignTo"])),
        Err(error) => Err(error),
    }
}
