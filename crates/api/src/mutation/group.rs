use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::group::{self, Group, GroupUpdate, NewGroup};
use kernel::{Error, GroupId, UserErrors, UserId};

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::GroupObject,
};

/// A group to be made.
#[derive(InputObject)]
struct CreateGroupInput {
    /// Unique in whatever case.
    name: String,
    /// What it is for.
    #[graphql(default)]
    description: String,
    /// Ids of the users who are in it.
    #[graphql(default, validator(max_items = 5000))]
    member_ids: Vec<ID>,
}

/// A change of a group; what is left out stays.
#[derive(InputObject)]
struct UpdateGroupInput {
    /// The group.
    id: ID,
    /// The version the change was made upon.
    version: i32,
    /// A new name.
    name: Option<String>,
    /// A new description.
    description: Option<String>,
    /// Ids of the users who are in it from now on.
    #[graphql(validator(max_items = 5000))]
    member_ids: Option<Vec<ID>>,
}

/// The group to delete.
#[derive(InputObject)]
struct DeleteGroupInput {
    /// The group.
    id: ID,
    /// The version the decision was made upon.
    version: i32,
}

/// The group as it is now.
#[derive(SimpleObject)]
struct GroupPayload {
    /// The group.
    group: Option<GroupObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

impl GroupPayload {
    fn of(cx: &Context<'_>, result: kernel::Result<Group>) -> Result<Self> {
        let (group, user_errors) = outcome(result)?;
        cx.scope().forget_people();
        Ok(Self { group: group.map(GroupObject), user_errors })
    }
}

/// The group is gone.
#[derive(SimpleObject)]
struct DeleteGroupPayload {
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct GroupMutation;

#[Object]
impl GroupMutation {
    /// Makes an own group of people.
    async fn create_group(&self, cx: &Context<'_>, input: CreateGroupInput) -> Result<GroupPayload> {
        let create = async || {
            let members = members(&input.member_ids)?;
            let new = NewGroup { name: input.name, description: input.description, members };
            group::create(&cx.scope().ctx, new).await
        };
        GroupPayload::of(cx, create().await)
    }

    /// Changes a group: its name, what it is for, who is in it.
    async fn update_group(&self, cx: &Context<'_>, input: UpdateGroupInput) -> Result<GroupPayload> {
        let update = async || {
            let update = GroupUpdate {
                id: input.id.parse().map_err(|_| Error::NotFound)?,
                version: input.version,
                name: input.name,
                description: input.description,
                members: input.member_ids.as_deref().map(members).transpose()?,
            };
            group::update(&cx.scope().ctx, update).await
        };
        GroupPayload::of(cx, update().await)
    }

    /// Deletes a group, and with it every right that was given to it.
    async fn delete_group(&self, cx: &Context<'_>, input: DeleteGroupInput) -> Result<DeleteGroupPayload> {
        let id: GroupId = input.id.parse().map_err(|_| Error::NotFound)?;
        let (_, user_errors) = outcome(group::delete(&cx.scope().ctx, id, input.version).await)?;
        Ok(DeleteGroupPayload { user_errors })
    }
}

fn members(ids: &[ID]) -> kernel::Result<Vec<UserId>> {
    let mut errors = UserErrors::default();
    let mut members = Vec::with_capacity(ids.len());
    for (index, id) in ids.iter().enumerate() {
        match id.parse() {
            Ok(id) => members.push(id),
            Err(_) => {
                errors.push(kernel::UserError::at("USER_NOT_FOUND", &["memberIds", &index.to_string()]));
            }
        }
    }
    errors.into_result()?;
    Ok(members)
}
