//! Letting somebody from outside in.

use chrono::{Duration, NaiveDate};
use kernel::{
    AccessGrantId, Actor, Error, FormId, Instant, Locale, Result, Role, UserError, UserErrors, dutch_day,
    dutch_midnight,
};
use serde_json::json;

use super::{AccessGrant, repo, rules};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    form, link,
    mail::{self, Letter},
    user::{self, AccountKind, NewUser, User, UserStatus, rules::check_end},
};

/// The longest visit of the operator's people.
const LONGEST_VISIT: Duration = Duration::hours(72);

/// A consultant to be let in.
#[derive(Debug, Clone)]
pub struct Consultant {
    /// Name and logins; an account they had here before is used again when the mail address is the same.
    pub display_name: String,
    /// The mail address.
    pub email: String,
    /// The login name, for a new account.
    pub username: String,
    /// The language of the interface, for a new account.
    pub locale: Locale,
    /// Where they come from.
    pub organisation: String,
    /// Why they are let in.
    pub reason: String,
    /// What they may do: auditor to manager.
    pub role: Role,
    /// Keys of the registers they are limited to; `None`: all that their role may see.
    pub form_keys: Option<Vec<String>>,
    /// The last day, within a year.
    pub ends_on: NaiveDate,
    /// Mail the invitation at once, to who has to choose a password yet.
    pub send_now: bool,
}

/// Lets a consultant in until an end date, and tells the environment's administrators.
pub async fn let_consultant_in(ctx: &Ctx, consultant: Consultant) -> Result<AccessGrant> {
    ctx.require(Permission::ManagePeople)?;
    ctx.require_fresh()?;
    ctx.write(async |tx| {
        let send_now = consultant.send_now;
        let (grant, user) = admit_consultant(ctx, tx, consultant).await?;
        if send_now && user.status == UserStatus::Invited {
            link::send_invitation(ctx, tx, &user).await?;
        }
        let letter = Letter::ConsultantAccessGranted {
            name: user.display_name,
            organisation: grant.organisation.clone(),
            ends_on: grant.ends_on,
            by: actor_name(ctx, tx).await?,
        };
        mail::queue_for_administrators(ctx, tx, &letter).await?;
        Ok(grant)
    })
    .await
}

async fn admit_consultant(ctx: &Ctx, tx: &WriteTx, consultant: Consultant) -> Result<(AccessGrant, User)> {
    let mut errors = UserErrors::default();
    errors.note(rules::role(consultant.role));
    errors.note(check_end(Some(consultant.ends_on), (dutch_day(ctx.now()), true), "endsOn"));
    let organisation = rules::organisation(&consultant.organisation, &mut errors);
    let reason = rules::reason(&consultant.reason, &mut errors);
    let forms = match &consultant.form_keys {
        Some(keys) => Some(forms_by_key(ctx, keys, &mut errors).await?),
        None => None,
    };
    let (ends_on, kind, role) = (consultant.ends_on, AccountKind::Consultant, consultant.role);
    let person = NewUser {
        username: consultant.username,
        email: consultant.email,
        display_name: consultant.display_name,
        role,
        locale: consultant.locale,
    };
    let user = match user::admit(ctx, tx, (kind, person, ends_on)).await {
        Ok(user) => user,
        Err(Error::Invalid(more)) => {
            errors.extend(more);
            return Err(Error::Invalid(errors));
        }
        Err(other) => return Err(other),
    };
    errors.into_result()?;
    let grant = AccessGrant {
        id: AccessGrantId::generate(ctx.clock(), ctx.random()),
        user_id: user.id,
        kind,
        organisation,
        reason,
        role,
        forms,
        starts_at: ctx.now(),
        ends_on,
        ends_at: end_of(ends_on),
        granted_by: ctx.actor().user_id(),
        withdrawn_at: None,
        withdrawn_by: None,
        version: 1,
    };
    note_granted(ctx, tx, &grant).await?;
    Ok((grant, user))
}

/// Somebody of the operator's who is to help the customer.
#[derive(Debug, Clone)]
pub struct OperatorVisit {
    /// First and last name.
    pub display_name: String,
    /// The mail address.
    pub email: String,
    /// The login name, for a new account.
    pub username: String,
    /// The operator's name.
    pub organisation: String,
    /// Why: compulsory, the customer reads it.
    pub reason: String,
    /// What they may do: auditor to manager.
    pub role: Role,
    /// How long, at most 72 hours.
    pub hours: u32,
}

/// Lets somebody of the operator's in, in the customer's sight: administrators are told. System only.
pub async fn let_operator_in(ctx: &Ctx, visit: OperatorVisit) -> Result<(AccessGrant, User)> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    ctx.write(async |tx| {
        let (grant, user) = admit_operator(ctx, tx, visit).await?;
        if user.status == UserStatus::Invited {
            link::send_invitation(ctx, tx, &user).await?;
        }
        let (name, reason) = (user.display_name.clone(), grant.reason.clone());
        let letter = Letter::OperatorAccessGranted { name, reason, ends_on: grant.ends_on };
        mail::queue_for_administrators(ctx, tx, &letter).await?;
        Ok((grant, user))
    })
    .await
}

async fn admit_operator(ctx: &Ctx, tx: &WriteTx, visit: OperatorVisit) -> Result<(AccessGrant, User)> {
    let mut errors = UserErrors::default();
    errors.note(rules::role(visit.role));
    let organisation = rules::organisation(&visit.organisation, &mut errors);
    let reason = rules::reason(&visit.reason, &mut errors);
    if reason.is_empty() {
        errors.push(UserError::at("REQUIRED", &["reason"]));
    }
    let length = Duration::hours(i64::from(visit.hours));
    if length <= Duration::zero() || length > LONGEST_VISIT {
        errors.push(UserError::at("OUT_OF_RANGE", &["hours"]).with("max", LONGEST_VISIT.num_hours()));
    }
    errors.into_result()?;
    let ends_at = ctx.now() + length;
    let (ends_on, kind) = (dutch_day(ends_at), AccountKind::Operator);
    let person = NewUser {
        username: visit.username,
        email: visit.email,
        display_name: visit.display_name,
        role: visit.role,
        locale: Locale::default(),
    };
    let user = user::admit(ctx, tx, (kind, person, ends_on)).await?;
    let grant = AccessGrant {
        id: AccessGrantId::generate(ctx.clock(), ctx.random()),
        user_id: user.id,
        kind,
        organisation,
        reason,
        role: visit.role,
        forms: None,
        starts_at: ctx.now(),
        ends_on,
        ends_at,
        granted_by: None,
        withdrawn_at: None,
        withdrawn_by: None,
        version: 1,
    };
    note_granted(ctx, tx, &grant).await?;
    Ok((grant, user))
}

async fn note_granted(ctx: &Ctx, tx: &WriteTx, grant: &AccessGrant) -> Result<()> {
    // Who was let in before, and is so still, would have two grants at once.
    if repo::in_force(tx.connection(), grant.user_id, ctx.now()).await?.is_some() {
        return Err(Error::invalid("HAS_ACCESS", &["email"]));
    }
    repo::insert(tx, grant).await?;
    let details = json!({
        "user": grant.user_id, "kind": grant.kind.as_str(), "organisation": grant.organisation,
        "reason": grant.reason, "role": grant.role, "forms": grant.forms, "endsAt": grant.ends_at,
    });
    audit::record(ctx, tx, AuditEntry::about("access.granted", grant.id).with(details)).await
}

/// What the actor is called, for a mail.
pub(super) async fn actor_name(ctx: &Ctx, tx: &WriteTx) -> Result<String> {
    match ctx.actor().user_id() {
        Some(id) => Ok(user::get_in(tx, id).await?.display_name),
        None => Ok("Waarborg".to_owned()),
    }
}

/// The registers with these keys; unknown ones are noted, and a limit to nothing is one too.
pub(super) async fn forms_by_key(ctx: &Ctx, keys: &[String], errors: &mut UserErrors) -> Result<Vec<FormId>> {
    if keys.is_empty() {
        errors.push(UserError::at("REQUIRED", &["formKeys"]));
    }
    let forms = form::list(ctx).await?;
    let mut found = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        match forms.iter().find(|form| form.definition.key == *key) {
            Some(form) if found.contains(&form.id) => {}
            Some(form) => found.push(form.id),
            None => errors.push(UserError::at("FORM_NOT_FOUND", &["formKeys", &index.to_string()])),
        }
    }
    Ok(found)
}

/// The moment a last day is over.
pub(super) fn end_of(day: NaiveDate) -> Instant {
    dutch_midnight(day.succ_opt().unwrap_or(day))
}
