use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::{
    Given, Grantee, form,
    grant::{self, AccessGrant, Consultant, GrantChange},
};
use kernel::{AccessGrantId, Error, FormId, UserErrors};

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{AccessGrantObject, Date, FormObject, FormRightName, LocaleName, RoleName},
};

/// A right for a role or a group: exactly one of them.
#[derive(InputObject)]
struct FormAccessInput {
    /// Either a role
    role: Option<RoleName>,
    /// or a group.
    group_id: Option<ID>,
    /// What they may do.
    right: FormRightName,
}

/// All rights on a register beside its own.
#[derive(InputObject)]
struct SetFormAccessInput {
    /// Key of the register.
    form_key: String,
    /// Replaces all that were given; a role that is not named has the register's own right again.
    #[graphql(validator(max_items = 205))]
    access: Vec<FormAccessInput>,
}

/// The register as it is now.
#[derive(SimpleObject)]
struct FormAccessPayload {
    /// The register.
    form: Option<FormObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A consultant to be let in.
#[derive(InputObject)]
struct GrantConsultantAccessInput {
    /// First and last name.
    display_name: String,
    /// The mail address; an account they had here before is used again when it is the same.
    email: String,
    /// The login name, for a new account.
    username: String,
    /// Where they come from.
    organisation: String,
    /// Why they are let in.
    #[graphql(default)]
    reason: String,
    /// What they may do: auditor to manager.
    role: RoleName,
    /// Keys of the registers they are limited to; all that their role may see unless given.
    #[graphql(validator(max_items = 300))]
    form_keys: Option<Vec<String>>,
    /// The last day, within a year.
    ends_on: Date,
    /// The language of the interface, for a new account; the environment's unless given.
    locale: Option<LocaleName>,
    /// Mail the invitation at once.
    #[graphql(default = true)]
    send_now: bool,
}

/// A change of a consultant's access; what is left out stays.
#[derive(InputObject)]
struct ChangeAccessGrantInput {
    /// The grant.
    id: ID,
    /// The version the change was made upon.
    version: i32,
    /// Another role: auditor to manager.
    role: Option<RoleName>,
    /// Keys of the registers they are limited to from now on.
    #[graphql(validator(max_items = 300))]
    form_keys: Option<Vec<String>>,
    /// Not limited to registers any more.
    #[graphql(default)]
    is_for_all_forms: bool,
    /// Another last day, within a year.
    ends_on: Option<Date>,
    /// Another organisation.
    organisation: Option<String>,
    /// Another reason.
    reason: Option<String>,
}

/// The access to end.
#[derive(InputObject)]
struct WithdrawAccessInput {
    /// The grant.
    id: ID,
}

/// The grant as it is now.
#[derive(SimpleObject)]
struct AccessGrantPayload {
    /// The grant.
    grant: Option<AccessGrantObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

impl AccessGrantPayload {
    fn of(cx: &Context<'_>, result: kernel::Result<AccessGrant>) -> Result<Self> {
        let (grant, user_errors) = outcome(result)?;
        cx.scope().forget_people();
        Ok(Self { grant: grant.map(AccessGrantObject), user_errors })
    }
}

#[derive(Default)]
pub(super) struct AccessMutation;

#[Object]
impl AccessMutation {
    /// Says what roles and groups may do with a register.
    async fn set_form_access(
        &self,
        cx: &Context<'_>,
        input: SetFormAccessInput,
    ) -> Result<FormAccessPayload> {
        let set = async || {
            let given = given(input.access)?;
            form::set_access(&cx.scope().ctx, &input.form_key, given).await
        };
        let (form, user_errors) = outcome(set().await)?;
        cx.scope().form_access.clear::<FormId>();
        Ok(FormAccessPayload { form: form.map(FormObject), user_errors })
    }

    /// Lets a consultant in until an end date. Step-up.
    async fn grant_consultant_access(
        &self,
        cx: &Context<'_>,
        input: GrantConsultantAccessInput,
    ) -> Result<AccessGrantPayload> {
        let scope = cx.scope();
        let consultant = Consultant {
            display_name: input.display_name,
            email: input.email,
            username: input.username,
            locale: input.locale.map_or(scope.environment.locale, Into::into),
            organisation: input.organisation,
            reason: input.reason,
            role: input.role.into(),
            form_keys: input.form_keys,
            ends_on: input.ends_on.0,
            send_now: input.send_now,
        };
        AccessGrantPayload::of(cx, grant::let_consultant_in(&scope.ctx, consultant).await)
    }

    /// Changes a consultant's access: role, registers, end. Step-up.
    async fn change_access_grant(
        &self,
        cx: &Context<'_>,
        input: ChangeAccessGrantInput,
    ) -> Result<AccessGrantPayload> {
        let form_keys = if input.is_for_all_forms { Some(None) } else { input.form_keys.map(Some) };
        let change = GrantChange {
            id: grant_id(&input.id)?,
            version: input.version,
            role: input.role.map(Into::into),
            form_keys,
            ends_on: input.ends_on.map(|day| day.0),
            organisation: input.organisation,
            reason: input.reason,
        };
        AccessGrantPayload::of(cx, grant::change(&cx.scope().ctx, change).await)
    }

    /// Ends access of a consultant or the operator at once, with all they are signed in with.
    async fn withdraw_access(
        &self,
        cx: &Context<'_>,
        input: WithdrawAccessInput,
    ) -> Result<AccessGrantPayload> {
        let id = grant_id(&input.id)?;
        AccessGrantPayload::of(cx, cx.services().auth.withdraw_access(&cx.scope().ctx, id).await)
    }
}

fn grant_id(id: &ID) -> Result<AccessGrantId> {
    Ok(id.parse().map_err(|_| Error::NotFound)?)
}

fn given(inputs: Vec<FormAccessInput>) -> kernel::Result<Vec<Given>> {
    let mut errors = UserErrors::default();
    let mut given = Vec::with_capacity(inputs.len());
    for (index, input) in inputs.into_iter().enumerate() {
        let at = |code, field| kernel::UserError::at(code, &["access", &index.to_string(), field]);
        match (input.role, input.group_id.map(|id| id.parse())) {
            (Some(role), None) => {
                given.push(Given { to: Grantee::Role(role.into()), right: input.right.into() });
            }
            (None, Some(Ok(group))) => {
                given.push(Given { to: Grantee::Group(group), right: input.right.into() });
            }
            (None, Some(Err(_))) => errors.push(at("GROUP_NOT_FOUND", "groupId")),
            (None, None) | (Some(_), Some(_)) => errors.push(at("ROLE_OR_GROUP", "role")),
        }
    }
    errors.into_result()?;
    Ok(given)
}
