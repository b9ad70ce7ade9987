//! Who is in which group.

use std::collections::{HashMap, HashSet};

use kernel::{GroupId, Result, UserError, UserErrors, UserId};

use super::{Group, repo};
use crate::{Ctx, Permission, WriteTx};

/// The members of several groups, by name, without archived people.
pub async fn members(ctx: &Ctx, groups: &[GroupId]) -> Result<HashMap<GroupId, Vec<UserId>>> {
    ctx.require(Permission::Enter)?;
    repo::members(ctx.read(), groups).await
}

/// The groups of several people, by name; of others than oneself only for those who see people.
pub async fn of_users(ctx: &Ctx, users: &[UserId]) -> Result<HashMap<UserId, Vec<Group>>> {
    ctx.require(Permission::Enter)?;
    if users.iter().any(|user| Some(*user) != ctx.actor().user_id()) {
        ctx.require(Permission::SeePeople)?;
    }
    repo::of_users(ctx.read(), users).await
}

/// The ids of one person's groups.
pub(crate) async fn ids_of_user(ctx: &Ctx, user: UserId) -> Result<Vec<GroupId>> {
    repo::ids_of_user(ctx.read(), user).await
}

/// Makes these the groups a person is in, and gives the ones they were in. Refuses unknown groups at
/// `groupIds`.
pub(crate) async fn put_in(tx: &WriteTx, user: UserId, groups: &[GroupId]) -> Result<Vec<GroupId>> {
    let known = repo::find_many(tx.connection(), groups).await?;
    let mut errors = UserErrors::default();
    for (index, id) in groups.iter().enumerate() {
        if !known.contains_key(id) {
            errors.push(UserError::at("GROUP_NOT_FOUND", &["groupIds", &index.to_string()]));
        }
    }
    errors.into_result()?;
    let before = repo::ids_of_user(tx.connection(), user).await?;
    for group in before.iter().filter(|group| !groups.contains(group)) {
        repo::dismiss(tx, *group, &[user]).await?;
    }
    let added: HashSet<GroupId> = groups.iter().filter(|group| !before.contains(group)).copied().collect();
    let pairs: Vec<_> = added.into_iter().map(|group| (group, user)).collect();
    repo::enrol(tx, &pairs).await?;
    Ok(before)
}
