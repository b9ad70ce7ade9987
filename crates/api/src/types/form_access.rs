use async_graphql::{Enum, SimpleObject};
use domain::{
    Given, Grantee,
    form::{FormDefinition, FormRight},
    group::Group,
};
use kernel::{GroupId, Role};

use super::{GroupObject, RoleName};

/// A right on a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FormRight", remote = "FormRight")]
pub(crate) enum FormRightName {
    /// Does not see that it exists.
    None,
    /// Makes records and sees and edits the own ones.
    Own,
    /// Sees all records; changes none.
    View,
    /// Sees, makes and edits all records.
    Edit,
}

/// What one role or group may do with a register.
#[derive(SimpleObject)]
#[graphql(name = "FormAccess")]
pub(crate) struct FormAccessObject {
    /// Either a role
    role: Option<RoleName>,
    /// or a group.
    group: Option<GroupObject>,
    /// What they may do.
    right: FormRightName,
    /// The register's own right of the role, before any change; null for groups.
    default_right: Option<FormRightName>,
}

/// The groups that rights were given to.
pub(crate) fn groups_in(given: &[Given]) -> impl Iterator<Item = GroupId> + '_ {
    given.iter().filter_map(|given| match given.to {
        Grantee::Group(id) => Some(id),
        Grantee::Role(_) => None,
    })
}

impl FormAccessObject {
    /// Every role, the widest first, and then every group that something was given to, by name.
    pub(crate) fn all(definition: &FormDefinition, given: &[Given], groups: Vec<Group>) -> Vec<Self> {
        let given_to = |to: Grantee| given.iter().find(|given| given.to == to).map(|given| given.right);
        let of_role = |role: Role| {
            let default = definition.right_of(role);
            Self {
                role: Some(role.into()),
                group: None,
                right: given_to(Grantee::Role(role)).unwrap_or(default).into(),
                default_right: Some(default.into()),
            }
        };
        let of_group = |group: Group| Self {
            role: None,
            right: given_to(Grantee::Group(group.id)).unwrap_or(FormRight::None).into(),
            group: Some(GroupObject(group)),
            default_right: None,
        };
        Role::ALL.into_iter().rev().map(of_role).chain(groups.into_iter().map(of_group)).collect()
    }
}
