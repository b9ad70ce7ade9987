//! Own groups of people.

use kernel::{Error, Role, UserId};
use serde_json::json;
use waarborg_domain::{
    Ctx,
    group::{self, Group, GroupUpdate, NewGroup},
    user::{self, Archiving},
};

use crate::stage::{Stage, faults};

pub(crate) async fn made(ctx: &Ctx, name: &str, members: &[UserId]) -> kernel::Result<Group> {
    let new = NewGroup { name: name.to_owned(), description: String::new(), members: members.to_vec() };
    group::create(ctx, new).await
}

fn unchanged(group: &Group) -> GroupUpdate {
    GroupUpdate { id: group.id, version: group.version, name: None, description: None, members: None }
}

async fn members(ctx: &Ctx, group: &Group) -> Vec<UserId> {
    group::members(ctx, &[group.id]).await.unwrap().remove(&group.id).unwrap_or_default()
}

tenancy::on_both_engines! {
    async fn im_132_groups_are_made_changed_and_deleted_with_their_members(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let administrator = stage.of(Role::Administrator);
        let (employee, viewer) = (stage.user(Role::Employee), stage.user(Role::Viewer));
        let group = made(&administrator, " HR ", &[employee, employee]).await.unwrap();
        assert_eq!((group.name.as_str(), members(&administrator, &group).await), ("HR", vec![employee]));
        let update = GroupUpdate {
            name: Some("P&O".into()),
            description: Some("Personeel".into()),
            members: Some(vec![viewer]),
            ..unchanged(&group)
        };
        let changed = group::update(&administrator, update).await.unwrap();
        assert_eq!((changed.name.as_str(), changed.version), ("P&O", 2));
        assert_eq!(members(&administrator, &group).await, [viewer]);
        assert_eq!(group::list(&administrator).await.unwrap(), std::slice::from_ref(&changed));
        assert_eq!(stage.details("group.updated").await, [json!({
            "changes": {"name": ["HR", "P&O"], "description": ["", "Personeel"]},
            "members": {"added": [viewer], "removed": [employee]},
        })]);
        assert_eq!(faults(group::delete(&administrator, group.id, 1).await), ["CONFLICT version"]);
        group::delete(&administrator, group.id, 2).await.unwrap();
        assert!(group::list(&administrator).await.unwrap().is_empty());
        assert!(members(&administrator, &group).await.is_empty());
    }

    async fn a_name_has_one_group_in_whatever_case_and_members_exist(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let administrator = stage.of(Role::Administrator);
        made(&administrator, "Café", &[]).await.unwrap();
        let other = made(&administrator, "Bar", &[]).await.unwrap();
        assert_eq!(faults(made(&administrator, "CAFE", &[]).await), ["ALREADY_TAKEN name"]);
        let renamed = GroupUpdate { name: Some("cafe".into()), ..unchanged(&other) };
        assert_eq!(faults(group::update(&administrator, renamed).await), ["ALREADY_TAKEN name"]);
        assert_eq!(faults(made(&administrator, " ", &[]).await), ["REQUIRED name"]);
        let unknown = UserId::generate(administrator.clock(), administrator.random());
        let told = faults(made(&administrator, "X", &[stage.user(Role::Viewer), unknown]).await);
        assert_eq!(told, ["USER_NOT_FOUND memberIds.1"]);
        assert_eq!(group::list(&administrator).await.unwrap().len(), 2);
    }

    async fn who_has_left_is_in_no_list_of_members(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let administrator = stage.of(Role::Administrator);
        let (employee, viewer) = (stage.user(Role::Employee), stage.user(Role::Viewer));
        let group = made(&administrator, "HR", &[employee, viewer]).await.unwrap();
        let archiving = Archiving { id: employee, version: 1, reassign_to: None };
        administrator.write(async |tx| user::archive(&administrator, tx, &archiving).await).await.unwrap();
        assert_eq!(members(&administrator, &group).await, [viewer]);
        let back = made(&administrator, "X", &[employee]).await;
        assert_eq!(faults(back), ["USER_NOT_FOUND memberIds.0"]);
    }

    async fn groups_are_made_by_administrators_and_seen_by_those_who_look_after_people(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let group = made(&stage.of(Role::Administrator), "HR", &[]).await.unwrap();
        for role in [Role::Auditor, Role::Viewer, Role::Employee, Role::Manager] {
            let ctx = stage.of(role);
            assert!(matches!(made(&ctx, "X", &[]).await, Err(Error::Forbidden)));
            assert!(matches!(group::update(&ctx, unchanged(&group)).await, Err(Error::Forbidden)));
            assert!(matches!(group::delete(&ctx, group.id, 1).await, Err(Error::Forbidden)));
            assert_eq!(group::list(&ctx).await.is_ok(), matches!(role, Role::Auditor | Role::Manager));
            assert!(group::of_users(&ctx, &[stage.user(role)]).await.is_ok(), "one's own");
        }
    }
}
