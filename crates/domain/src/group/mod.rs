//! An environment's own groups of people, beside their roles.

pub(crate) mod entity;
mod membership;
mod repo;
mod rules;

use std::collections::HashMap;

use kernel::{Error, GroupId, Result, UserError, UserErrors, UserId};
use serde_json::json;

pub(crate) use membership::{ids_of_user, put_in};
pub use membership::{members, of_users};

use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    right,
    user::{self, UserStatus},
};

/// The most groups of one environment.
pub const MAX_GROUPS: u64 = 200;

/// An own group of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub id: GroupId,
    /// Unique in whatever case.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Counts changes.
    pub version: i32,
}

/// A group to be made.
#[derive(Debug, Clone)]
pub struct NewGroup {
    /// 1 to 80 characters, unique in whatever case.
    pub name: String,
    /// At most 1,000 characters.
    pub description: String,
    /// Who is in it.
    pub members: Vec<UserId>,
}

/// A change of a group; what is absent stays.
#[derive(Debug, Clone)]
pub struct GroupUpdate {
    /// Which.
    pub id: GroupId,
    /// The version the change was made upon.
    pub version: i32,
    /// A new name.
    pub name: Option<String>,
    /// A new description.
    pub description: Option<String>,
    /// Who is in it from now on.
    pub members: Option<Vec<UserId>>,
}

/// All groups, by name.
pub async fn list(ctx: &Ctx) -> Result<Vec<Group>> {
    ctx.require(Permission::SeePeople)?;
    repo::list(ctx).await
}

/// Several groups by id, in one query; unknown ids are absent.
pub async fn find_many(ctx: &Ctx, ids: &[GroupId]) -> Result<HashMap<GroupId, Group>> {
    ctx.require(Permission::SeePeople)?;
    repo::find_many(ctx.read(), ids).await
}

/// Makes a group.
pub async fn create(ctx: &Ctx, new: NewGroup) -> Result<Group> {
    ctx.require(Permission::ManagePeople)?;
    let mut errors = UserErrors::default();
    let group = Group {
        id: GroupId::generate(ctx.clock(), ctx.random()),
        name: rules::name(&new.name, &mut errors),
        description: rules::description(&new.description, &mut errors),
        version: 1,
    };
    errors.into_result()?;
    ctx.write(async |tx| {
        if repo::count(tx).await? >= MAX_GROUPS {
            return Err(UserError::at("TOO_MANY", &["name"]).with("max", MAX_GROUPS).into());
        }
        check_members(tx, &new.members).await?;
        repo::insert(ctx, tx, &group).await?;
        let added = changed_members(tx, group.id, &new.members).await?;
        let details = json!({"changes": {"name": [null, group.name]}, "members": added});
        audit::record(ctx, tx, AuditEntry::about("group.created", group.id).with(details)).await
    })
    .await?;
    Ok(group)
}

/// Changes a group. Refused with `CONFLICT` when somebody else did in between.
pub async fn update(ctx: &Ctx, update: GroupUpdate) -> Result<Group> {
    ctx.require(Permission::ManagePeople)?;
    ctx.write(async |tx| {
        let current = get(tx, update.id).await?;
        let mut errors = UserErrors::default();
        let changed = Group {
            id: current.id,
            name: update.name.as_deref().map_or(current.name.clone(), |name| rules::name(name, &mut errors)),
            description: (update.description.as_deref())
                .map_or(current.description.clone(), |text| rules::description(text, &mut errors)),
            version: current.version + 1,
        };
        errors.into_result()?;
        if !repo::save(tx, &changed, update.version).await? {
            return Err(Error::invalid("CONFLICT", &["version"]));
        }
        let members = match &update.members {
            Some(members) => {
                check_members(tx, members).await?;
                changed_members(tx, changed.id, members).await?
            }
            None => json!({}),
        };
        let details = json!({"changes": differences(&current, &changed), "members": members});
        audit::record(ctx, tx, AuditEntry::about("group.updated", changed.id).with(details)).await?;
        Ok(changed)
    })
    .await
}

/// Deletes a group, and with it every right that was given to it.
pub async fn delete(ctx: &Ctx, id: GroupId, version: i32) -> Result<()> {
    ctx.require(Permission::ManagePeople)?;
    ctx.write(async |tx| {
        let group = get(tx, id).await?;
        if !repo::delete(tx, id, version).await? {
            return Err(Error::invalid("CONFLICT", &["version"]));
        }
        right::forget_group(tx, id).await?;
        let details = json!({"changes": {"name": [group.name, null]}});
        audit::record(ctx, tx, AuditEntry::about("group.deleted", id).with(details)).await
    })
    .await
}

async fn get(tx: &WriteTx, id: GroupId) -> Result<Group> {
    repo::find_many(tx.connection(), &[id]).await?.remove(&id).ok_or(Error::NotFound)
}

fn differences(before: &Group, after: &Group) -> serde_json::Value {
    let mut changes = serde_json::Map::new();
    let fields =
        [("name", &before.name, &after.name), ("description", &before.description, &after.description)];
    for (field, before, after) in fields.into_iter().filter(|(_, before, after)| before != after) {
        changes.insert(field.to_owned(), json!([before, after]));
    }
    changes.into()
}

/// Refuses people who do not exist, or have left.
async fn check_members(tx: &WriteTx, members: &[UserId]) -> Result<()> {
    let known = user::find_many_in(tx, members).await?;
    let mut errors = UserErrors::default();
    for (index, id) in members.iter().enumerate() {
        if known.get(id).is_none_or(|user| user.status == UserStatus::Archived) {
            errors.push(UserError::at("USER_NOT_FOUND", &["memberIds", &index.to_string()]));
        }
    }
    errors.into_result()
}

/// Makes these the group's members, and tells whom it added and took out.
async fn changed_members(tx: &WriteTx, group: GroupId, members: &[UserId]) -> Result<serde_json::Value> {
    let before = repo::members(tx.connection(), &[group]).await?.remove(&group).unwrap_or_default();
    let mut added: Vec<UserId> = members.iter().filter(|id| !before.contains(id)).copied().collect();
    added.sort_unstable();
    added.dedup();
    let removed: Vec<UserId> = before.into_iter().filter(|id| !members.contains(id)).collect();
    repo::dismiss(tx, group, &removed).await?;
    let pairs: Vec<_> = added.iter().map(|user| (group, *user)).collect();
    repo::enrol(tx, &pairs).await?;
    Ok(json!({"added": added, "removed": removed}))
}
