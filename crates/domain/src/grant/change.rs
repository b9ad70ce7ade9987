//! Changing and withdrawing access of somebody from outside.

use chrono::NaiveDate;
use kernel::{AccessGrantId, Error, Result, Role, UserErrors, dutch_day};
use serde_json::{Map, Value, json};

use super::{
    AccessGrant,
    give::{actor_name, end_of, forms_by_key},
    repo, rules,
};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    mail::{self, Letter},
    user::{self, AccountKind, rules::check_end},
};

/// A change of a consultant's access; what is absent stays.
#[derive(Debug, Clone)]
pub struct GrantChange {
    /// Which.
    pub id: AccessGrantId,
    /// The version the change was made upon.
    pub version: i32,
    /// Another role.
    pub role: Option<Role>,
    /// Keys of the registers they are limited to from now on; `Some(None)`: not limited any more.
    pub form_keys: Option<Option<Vec<String>>>,
    /// Another last day, within a year.
    pub ends_on: Option<NaiveDate>,
    /// Another organisation.
    pub organisation: Option<String>,
    /// Another reason.
    pub reason: Option<String>,
}

/// Changes a consultant's access. Refused with `CONFLICT` when somebody else did in between, and with
/// `WITHDRAWN` when it was withdrawn: then they are let in anew. What the operator gave itself the
/// customer withdraws and does not change.
pub async fn change(ctx: &Ctx, change: GrantChange) -> Result<AccessGrant> {
    ctx.require(Permission::ManagePeople)?;
    ctx.require_fresh()?;
    ctx.write(async |tx| {
        let current = get(tx, change.id).await?;
        if current.kind != AccountKind::Consultant {
            return Err(Error::Forbidden);
        }
        if current.withdrawn_at.is_some() {
            return Err(Error::invalid("WITHDRAWN", &["id"]));
        }
        let changed = changed(ctx, &current, &change).await?;
        save(tx, &changed, change.version).await?;
        user::follow_grant(tx, (changed.user_id, changed.role, changed.ends_on)).await?;
        let details = json!({"user": changed.user_id, "changes": differences(&current, &changed)});
        audit::record(ctx, tx, AuditEntry::about("access.changed", changed.id).with(details)).await?;
        Ok(changed)
    })
    .await
}

/// The grant as it would be; or everything that is wrong with it.
async fn changed(ctx: &Ctx, current: &AccessGrant, change: &GrantChange) -> Result<AccessGrant> {
    let mut errors = UserErrors::default();
    let role = change.role.unwrap_or(current.role);
    errors.note(rules::role(role));
    let ends_on = change.ends_on.unwrap_or(current.ends_on);
    if change.ends_on.is_some() {
        errors.note(check_end(Some(ends_on), (dutch_day(ctx.now()), true), "endsOn"));
    }
    let forms = match &change.form_keys {
        Some(Some(keys)) => Some(forms_by_key(ctx, keys, &mut errors).await?),
        Some(None) => None,
        None => current.forms.clone(),
    };
    let organisation = match &change.organisation {
        Some(text) => rules::organisation(text, &mut errors),
        None => current.organisation.clone(),
    };
    let reason = match &change.reason {
        Some(text) => rules::reason(text, &mut errors),
        None => current.reason.clone(),
    };
    errors.into_result()?;
    let version = current.version + 1;
    let ends_at = end_of(ends_on);
    Ok(AccessGrant { organisation, reason, role, forms, ends_on, ends_at, version, ..current.clone() })
}

/// Withdraws access, whoever gave it. In a transaction of the caller's, who ends sessions and tokens in it.
/// A second time does nothing.
pub async fn withdraw(ctx: &Ctx, tx: &WriteTx, id: AccessGrantId) -> Result<AccessGrant> {
    ctx.require(Permission::ManagePeople)?;
    let current = get(tx, id).await?;
    if current.withdrawn_at.is_some() {
        return Ok(current);
    }
    let was_in_force = current.is_in_force(ctx.now());
    let withdrawn = AccessGrant {
        withdrawn_at: Some(ctx.now()),
        withdrawn_by: ctx.actor().user_id(),
        version: current.version + 1,
        ..current
    };
    save(tx, &withdrawn, withdrawn.version - 1).await?;
    // A grant that ended by itself may have been followed by another, which stands.
    if repo::in_force(tx.connection(), withdrawn.user_id, ctx.now()).await?.is_none() {
        user::dismiss(ctx, tx, withdrawn.user_id).await?;
    }
    let details = json!({"user": withdrawn.user_id, "wasInForce": was_in_force});
    audit::record(ctx, tx, AuditEntry::about("access.withdrawn", id).with(details)).await?;
    let letter = Letter::ConsultantAccessWithdrawn {
        name: user::get_in(tx, withdrawn.user_id).await?.display_name,
        organisation: withdrawn.organisation.clone(),
        by: actor_name(ctx, tx).await?,
    };
    mail::queue_for_administrators(ctx, tx, &letter).await?;
    Ok(withdrawn)
}

async fn get(tx: &WriteTx, id: AccessGrantId) -> Result<AccessGrant> {
    repo::find_many(tx.connection(), &[id]).await?.pop().ok_or(Error::NotFound)
}

async fn save(tx: &WriteTx, grant: &AccessGrant, expected: i32) -> Result<()> {
    if repo::save(tx, grant, expected).await? {
        Ok(())
    } else {
        Err(Error::invalid("CONFLICT", &["version"]))
    }
}

fn differences(before: &AccessGrant, after: &AccessGrant) -> Map<String, Value> {
    let fields = [
        ("role", json!(before.role), json!(after.role)),
        ("forms", json!(before.forms), json!(after.forms)),
        ("endsOn", json!(before.ends_on), json!(after.ends_on)),
        ("organisation", json!(before.organisation), json!(after.organisation)),
        ("reason", json!(before.reason), json!(after.reason)),
    ];
    let changed = fields.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(field, before, after)| (field.to_owned(), json!([before, after]))).collect()
}
