//! Changes of an account.

use chrono::NaiveDate;
use kernel::{EmailAddress, Error, GroupId, Locale, Result, Role, UserError, UserErrors, UserId, dutch_day};
use serde_json::{Map, Value, json};

use super::{AccountKind, User, UserStatus, get_in, invite::require_within_own, repo, rules};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    group, link, record,
};

/// A change of an account; what is absent stays.
#[derive(Debug, Clone)]
pub struct AccountUpdate {
    /// Whose.
    pub id: UserId,
    /// The version the change was made upon.
    pub version: i32,
    /// A new name.
    pub display_name: Option<String>,
    /// Another language of the interface.
    pub locale: Option<Locale>,
    /// Another role; not for people from outside, whose grant has it.
    pub role: Option<Role>,
    /// The groups they are in from now on.
    pub groups: Option<Vec<GroupId>>,
    /// Another last day to sign in, or none; not for people from outside.
    pub access_ends_on: Option<Option<NaiveDate>>,
}

/// Changes an account. Everybody may change their own name and language; the rest, and others, only who
/// manages people. Refused with `CONFLICT` when somebody else changed it in between.
pub async fn update(ctx: &Ctx, update: AccountUpdate) -> Result<User> {
    let is_plain = update.role.is_none() && update.groups.is_none() && update.access_ends_on.is_none();
    require_own_or_manage(ctx, update.id, is_plain)?;
    ctx.write(async |tx| {
        let current = get_in(tx, update.id).await?;
        let after = changed(ctx, &current, &update)?;
        require_an_administrator(tx, &current, &after).await?;
        save(tx, &after, update.version).await?;
        let mut changes = differences(&current, &after);
        if let Some(groups) = &update.groups {
            let before = group::put_in(tx, after.id, groups).await?;
            if before.iter().any(|id| !groups.contains(id)) || groups.iter().any(|id| !before.contains(id)) {
                changes.insert("groups".to_owned(), json!([before, groups]));
            }
        }
        if current.display_name != after.display_name {
            record::rename_user(tx, &after).await?;
        }
        let details = json!({ "changes": changes });
        audit::record(ctx, tx, AuditEntry::about("user.updated", after.id).with(details)).await?;
        Ok(after)
    })
    .await
}

/// The account as it would be; or everything that is wrong with it.
fn changed(ctx: &Ctx, current: &User, update: &AccountUpdate) -> Result<User> {
    let mut errors = UserErrors::default();
    let name = update.display_name.as_deref();
    let changed = User {
        display_name: name
            .map_or(current.display_name.clone(), |name| rules::display_name(name, &mut errors)),
        locale: update.locale.unwrap_or(current.locale),
        role: update.role.unwrap_or(current.role),
        access_ends_on: update.access_ends_on.unwrap_or(current.access_ends_on),
        version: current.version + 1,
        ..current.clone()
    };
    let is_new_role = changed.role != current.role;
    let is_new_end = changed.access_ends_on != current.access_ends_on;
    if is_new_role {
        require_within_own(ctx, changed.role)?;
    }
    if current.kind != AccountKind::Member {
        let fields = [(is_new_role, "role"), (is_new_end, "accessEndsOn")];
        for (_, field) in fields.into_iter().filter(|(is_new, _)| *is_new) {
            errors.push(UserError::at("NOT_FOR_OUTSIDERS", &[field]));
        }
    } else if is_new_role || is_new_end {
        let is_compulsory = changed.role == Role::Auditor;
        let today = dutch_day(ctx.now());
        errors.note(rules::check_end(changed.access_ends_on, (today, is_compulsory), "accessEndsOn"));
    }
    errors.into_result()?;
    Ok(changed)
}

/// Lets somebody who was archived in again. Who never chose a password is invited anew.
pub async fn restore(ctx: &Ctx, id: UserId, version: i32) -> Result<User> {
    ctx.require(Permission::ManagePeople)?;
    ctx.write(async |tx| {
        let current = get_in(tx, id).await?;
        require_member(&current)?;
        if current.status != UserStatus::Archived {
            return Ok(current);
        }
        if audit::is_erased(tx.connection(), id).await? {
            return Err(Error::invalid("ERASED", &["id"]));
        }
        let status = match current.last_signed_in_at {
            Some(_) => UserStatus::Active,
            None => UserStatus::Invited,
        };
        let restored = User { status, archived_at: None, version: current.version + 1, ..current };
        save(tx, &restored, version).await?;
        let details = json!({"changes": {"status": [UserStatus::Archived.as_str(), status.as_str()]}});
        audit::record(ctx, tx, AuditEntry::about("user.restored", id).with(details)).await?;
        Ok(restored)
    })
    .await
}

/// Gives an account another login name; one's own, or as who manages people, and with a fresh code.
pub async fn change_username(ctx: &Ctx, id: UserId, username: &str) -> Result<User> {
    require_own_or_manage(ctx, id, true)?;
    ctx.require_fresh()?;
    let mut errors = UserErrors::default();
    let username = rules::username(username, &mut errors);
    errors.into_result()?;
    ctx.write(async |tx| {
        let current = get_in(tx, id).await?;
        if current.username == username {
            return Ok(current);
        }
        let changed = User { username, version: current.version + 1, ..current.clone() };
        save(tx, &changed, current.version).await?;
        let details = json!({"changes": {"username": [current.username, changed.username]}});
        audit::record(ctx, tx, AuditEntry::about("user.username_changed", id).with(details)).await?;
        Ok(changed)
    })
    .await
}

/// Mails a link to a new address of one's own account, or as who manages people, and with a fresh code. The
/// address counts once the link is followed.
pub async fn request_email(ctx: &Ctx, id: UserId, email: &str) -> Result<User> {
    require_own_or_manage(ctx, id, true)?;
    ctx.require_fresh()?;
    let address: EmailAddress =
        email.trim().parse().map_err(|_| Error::invalid("INVALID_EMAIL", &["email"]))?;
    ctx.write(async |tx| {
        let user = get_in(tx, id).await?;
        if user.status == UserStatus::Archived {
            return Err(Error::invalid("ARCHIVED", &["id"]));
        }
        link::send_email_confirmation(ctx, tx, &user, &address).await?;
        Ok(user)
    })
    .await
}

/// Refuses programs, and everybody but the account's owner and who manages people; the owner only when
/// `is_own_matter`.
fn require_own_or_manage(ctx: &Ctx, id: UserId, is_own_matter: bool) -> Result<()> {
    let is_own = ctx.actor().user_id() == Some(id);
    if is_own && is_own_matter && !ctx.access().is_program() {
        return Ok(());
    }
    match ctx.require(Permission::ManagePeople) {
        // They may not know whether there is such an account.
        Err(Error::Forbidden) if !is_own && !ctx.may(Permission::SeePeople) => Err(Error::NotFound),
        other => other,
    }
}

/// Refuses what is for the customer's own people alone.
pub(super) fn require_member(user: &User) -> Result<()> {
    match user.kind {
        AccountKind::Member => Ok(()),
        AccountKind::Consultant | AccountKind::Operator => Err(Error::invalid("NOT_FOR_OUTSIDERS", &["id"])),
    }
}

/// Refuses a change that would leave the environment without an administrator who stays.
pub(super) async fn require_an_administrator(tx: &WriteTx, before: &User, after: &User) -> Result<()> {
    match rules::unseats(before, after) {
        Some(field) if repo::count_other_administrators(tx, before.id).await? == 0 => {
            Err(Error::invalid("LAST_ADMINISTRATOR", &[field]))
        }
        _ => Ok(()),
    }
}

/// Writes an account, unless somebody else changed it since.
pub(super) async fn save(tx: &WriteTx, user: &User, expected: i32) -> Result<()> {
    if repo::save(tx, user, expected).await? { Ok(()) } else { Err(Error::invalid("CONFLICT", &["version"])) }
}

fn differences(before: &User, after: &User) -> Map<String, Value> {
    let fields = [
        ("displayName", json!(before.display_name), json!(after.display_name)),
        ("role", json!(before.role), json!(after.role)),
        ("locale", json!(before.locale), json!(after.locale)),
        ("accessEndsOn", json!(before.access_ends_on), json!(after.access_ends_on)),
    ];
    let changed = fields.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(field, before, after)| (field.to_owned(), json!([before, after]))).collect()
}
