//! Rights that an environment gave to roles and groups on one thing: a form today, a section or a file
//! by the same table.
//!
//! A thing's own definition says what each role may do; a row here says it instead, and a group's row
//! adds to it. Nothing here decides: [`effective`] is the rule, and the thing's own service applies it.

pub(crate) mod entity;
mod repo;

use kernel::{Actor, GroupId, Role};

pub(crate) use repo::{forget_group, granted_to, list, replace};

use crate::form::FormRight;

/// What kind of thing the rights are on: the name in the database.
pub(crate) const FORM: &str = "form";

/// Who a right was given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grantee {
    /// Everybody with this role.
    Role(Role),
    /// Everybody in this group, whatever their role.
    Group(GroupId),
}

/// A right that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// To whom.
    pub to: Grantee,
    /// What it lets them do.
    pub right: FormRight,
}

/// What the actor may do: what was given to their role, else what the thing itself says of it; or what
/// was given to one of their groups, if that is more.
///
/// `given` holds what was given to this actor's role and groups. An auditor reads and nothing else,
/// whatever was given.
pub(crate) fn effective(actor: Actor, by_definition: FormRight, given: &[Given]) -> FormRight {
    let Actor::User { role, .. } = actor else { return by_definition };
    let of_role = given.iter().find(|given| given.to == Grantee::Role(role)).map(|given| given.right);
    let of_groups =
        given.iter().filter(|given| matches!(given.to, Grantee::Group(_))).map(|given| given.right);
    let right = of_groups.fold(of_role.unwrap_or(by_definition), FormRight::max);
    if role == Role::Auditor { only_reading(right) } else { right }
}

/// The right as far as it is about reading.
fn only_reading(right: FormRight) -> FormRight {
    match right {
        FormRight::Edit | FormRight::View => FormRight::View,
        FormRight::Own | FormRight::None => FormRight::None,
    }
}

#[cfg(test)]
mod tests {
    use kernel::{FixedClock, SeededRandom, UserId};

    use super::*;

    fn actor(role: Role) -> Actor {
        Actor::User { id: UserId::generate(&FixedClock::default(), &SeededRandom::new(1)), role }
    }

    fn group(seed: u64) -> Grantee {
        Grantee::Group(GroupId::generate(&FixedClock::default(), &SeededRandom::new(seed)))
    }

    #[test]
    fn a_roles_right_replaces_that_of_the_definition_and_a_groups_right_only_ever_adds() {
        use FormRight::{Edit, None, Own, View};
        let employee = Grantee::Role(Role::Employee);
        let table = [
            (Own, vec![], Own),
            (Own, vec![(employee, None)], None),
            (None, vec![(employee, Edit)], Edit),
            (Own, vec![(group(1), View)], View),
            (View, vec![(group(1), None)], View),
            (View, vec![(employee, None), (group(1), Own)], Own),
            (None, vec![(group(1), Own), (group(2), Edit), (group(3), View)], Edit),
        ];
        for (by_definition, given, wanted) in table {
            let given: Vec<_> = given.into_iter().map(|(to, right)| Given { to, right }).collect();
            assert_eq!(effective(actor(Role::Employee), by_definition, &given), wanted, "{given:?}");
        }
    }

    #[test]
    fn what_is_given_to_another_role_makes_no_difference() {
        let given = [Given { to: Grantee::Role(Role::Manager), right: FormRight::Edit }];
        assert_eq!(effective(actor(Role::Viewer), FormRight::None, &given), FormRight::None);
    }

    #[test]
    fn an_auditor_reads_whatever_was_given() {
        for (right, wanted) in [
            (FormRight::Edit, FormRight::View),
            (FormRight::View, FormRight::View),
            (FormRight::Own, FormRight::None),
            (FormRight::None, FormRight::None),
        ] {
            let given = [Given { to: group(1), right }];
            assert_eq!(effective(actor(Role::Auditor), FormRight::None, &given), wanted);
        }
    }

    #[test]
    fn the_product_itself_has_the_right_of_the_definition() {
        assert_eq!(effective(Actor::System, FormRight::Edit, &[]), FormRight::Edit);
        assert_eq!(effective(Actor::Anonymous, FormRight::None, &[]), FormRight::None);
    }
}
