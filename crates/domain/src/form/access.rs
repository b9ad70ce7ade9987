//! Rights on registers beside the definition's own: per role and group.

use std::collections::{HashMap, HashSet};

use kernel::{FormId, GroupId, Result, Role, UserError, UserErrors};
use serde_json::json;

use super::{Form, FormDefinition, FormRight, get_by_key};
use crate::{
    Ctx, Permission,
    audit::{self, AuditEntry},
    group,
    right::{self, FORM, Given, Grantee},
};

/// What was given on several registers beside their definitions, in one query. Roles first.
pub async fn given(ctx: &Ctx, forms: &[FormId]) -> Result<HashMap<FormId, Vec<Given>>> {
    ctx.require(Permission::ManageForms)?;
    let ids: Vec<_> = forms.iter().map(|id| id.uuid()).collect();
    let found = right::list(ctx.read(), FORM, &ids).await?;
    Ok(found.into_iter().map(|(id, given)| (FormId::from_uuid(id), given)).collect())
}

/// Replaces everything that was given on a register; a role that is not named has the definition's right
/// again. An administrator keeps the definition's right, so that nobody locks everybody out; an auditor
/// never gets more than reading.
pub async fn set_access(ctx: &Ctx, form_key: &str, given: Vec<Given>) -> Result<Form> {
    let form = get_by_key(ctx, form_key).await?;
    ctx.require(Permission::ManagePeople)?;
    check(&form.definition, &given).into_result()?;
    ctx.write(async |tx| {
        check_groups(ctx, &given).await?;
        let resource = (FORM, form.id.uuid());
        let before = right::list(tx.connection(), FORM, &[form.id.uuid()]).await?;
        right::replace(tx, resource, &given).await?;
        let before = before.get(&form.id.uuid()).map(Vec::as_slice).unwrap_or_default();
        let details = json!({"form": form.definition.key, "changes": differences(before, &given)});
        audit::record(ctx, tx, AuditEntry::about("form.access_changed", form.id).with(details)).await
    })
    .await?;
    get_by_key(ctx, form_key).await
}

/// What is wrong with the rights by themselves.
fn check(definition: &FormDefinition, given: &[Given]) -> UserErrors {
    let mut errors = UserErrors::default();
    let mut seen = HashSet::new();
    for (index, given) in given.iter().enumerate() {
        let at = |code, field| UserError::at(code, &["access", &index.to_string(), field]);
        if !seen.insert(given.to) {
            errors.push(at("GIVEN_TWICE", "right"));
        }
        match given.to {
            Grantee::Role(Role::Administrator) if given.right != definition.right_of(Role::Administrator) => {
                errors.push(at("ADMINISTRATOR_KEEPS_RIGHT", "right"));
            }
            Grantee::Role(Role::Auditor) if !matches!(given.right, FormRight::None | FormRight::View) => {
                errors.push(at("AUDITOR_READS_ONLY", "right"));
            }
            Grantee::Role(_) | Grantee::Group(_) => {}
        }
    }
    errors
}

async fn check_groups(ctx: &Ctx, given: &[Given]) -> Result<()> {
    let groups: Vec<(usize, GroupId)> = given.iter().enumerate().filter_map(group_of).collect();
    let ids: Vec<GroupId> = groups.iter().map(|(_, id)| *id).collect();
    let known = group::find_many(ctx, &ids).await?;
    let unknown = groups.into_iter().filter(|(_, id)| !known.contains_key(id));
    let error = |(index, _): (usize, GroupId)| {
        UserError::at("GROUP_NOT_FOUND", &["access", &index.to_string(), "groupId"])
    };
    UserErrors(unknown.map(error).collect()).into_result()
}

fn group_of((index, given): (usize, &Given)) -> Option<(usize, GroupId)> {
    match given.to {
        Grantee::Group(id) => Some((index, id)),
        Grantee::Role(_) => None,
    }
}

/// What differs, by role or group; null stands for the right of the definition.
fn differences(before: &[Given], after: &[Given]) -> serde_json::Map<String, serde_json::Value> {
    let of = |given: &[Given], to: Grantee| {
        given.iter().find(|given| given.to == to).map(|given| given.right.as_str())
    };
    let grantees: std::collections::BTreeSet<Grantee> =
        before.iter().chain(after).map(|given| given.to).collect();
    let name = |to: Grantee| match to {
        Grantee::Role(role) => role.as_str().to_owned(),
        Grantee::Group(id) => id.to_string(),
    };
    grantees
        .into_iter()
        .map(|to| (name(to), of(before, to), of(after, to)))
        .filter(|(_, before, after)| before != after)
        .map(|(name, before, after)| (name, json!([before, after])))
        .collect()
}
