//! Rights on registers, per role and group: hidden means hidden everywhere.

use kernel::{Error, Role};
use serde_json::json;
use waarborg_domain::{
    Access, Ctx, Given, Grantee,
    form::{self, FormRight},
    group,
    record::{self, RecordFilter, Value},
    user::AccountKind,
};

use crate::{
    group::made,
    stage::{Stage, changes, create, faults, matching, text},
};

/// The same as a request finds the person now: with their groups.
async fn in_groups(ctx: &Ctx) -> Ctx {
    let id = ctx.actor().user_id().unwrap();
    let access = waarborg_domain::beside_role(ctx, id, AccountKind::Member).await.unwrap().unwrap();
    ctx.acting_with(ctx.actor(), access, ctx.locale())
}

async fn right(ctx: &Ctx, key: &str) -> FormRight {
    // A request of its own: what one reads of the forms it remembers.
    let ctx = ctx.acting_with(ctx.actor(), ctx.access().clone(), ctx.locale());
    form::find_by_key(&ctx, key).await.unwrap().map_or(FormRight::None, |form| form.right)
}

fn role(role: Role, right: FormRight) -> Given {
    Given { to: Grantee::Role(role), right }
}

tenancy::on_both_engines! {
    async fn im_141_a_role_and_a_group_get_another_right_than_the_definition_gives(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = stage.of(Role::Administrator);
        let hr = made(&administrator, "HR", &[stage.user(Role::Viewer)]).await.unwrap();
        assert_eq!(right(&stage.of(Role::Employee), "places").await, FormRight::None);
        let given = [role(Role::Employee, FormRight::View), role(Role::Manager, FormRight::None),
            Given { to: Grantee::Group(hr.id), right: FormRight::Edit }];
        form::set_access(&administrator, "places", given.to_vec()).await.unwrap();
        assert_eq!(right(&stage.of(Role::Employee), "places").await, FormRight::View);
        assert_eq!(right(&stage.manager(), "places").await, FormRight::None);
        assert_eq!(right(&stage.of(Role::Viewer), "places").await, FormRight::None, "without their groups");
        let viewer = in_groups(&stage.of(Role::Viewer)).await;
        assert_eq!(right(&viewer, "places").await, FormRight::Edit);
        assert_eq!(right(&viewer, "things").await, FormRight::View, "nothing else");
        assert_eq!(right(&administrator, "places").await, FormRight::Edit);
        let form = form::get_by_key(&administrator, "places").await.unwrap();
        assert_eq!(form::given(&administrator, &[form.id]).await.unwrap()[&form.id].len(), 3);

        // What is not named is as the definition says again.
        form::set_access(&administrator, "places", vec![]).await.unwrap();
        assert_eq!(right(&stage.manager(), "places").await, FormRight::Edit);
        assert_eq!(right(&viewer, "places").await, FormRight::None);
        let told = stage.details("form.access_changed").await;
        assert_eq!(told[1]["changes"]["manager"], json!(["none", null]));
        assert_eq!(told[0]["changes"][hr.id.to_string()], json!([null, "edit"]));
    }

    async fn a_group_that_is_deleted_takes_its_rights_with_it(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = stage.of(Role::Administrator);
        let hr = made(&administrator, "HR", &[stage.user(Role::Viewer)]).await.unwrap();
        let given = vec![Given { to: Grantee::Group(hr.id), right: FormRight::Edit }];
        form::set_access(&administrator, "places", given.clone()).await.unwrap();
        let viewer = in_groups(&stage.of(Role::Viewer)).await;
        group::delete(&administrator, hr.id, 1).await.unwrap();
        assert_eq!(right(&viewer, "places").await, FormRight::None);
        assert_eq!(stage.number("SELECT COUNT(*) FROM access_right").await, 0);
        let again = form::set_access(&administrator, "places", given).await;
        assert_eq!(faults(again), ["GROUP_NOT_FOUND access.0.groupId"]);
    }

    async fn nobody_locks_administrators_out_or_lets_auditors_write(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = stage.of(Role::Administrator);
        let set = async |given: Vec<Given>| form::set_access(&administrator, "places", given).await;
        let told = faults(set(vec![role(Role::Administrator, FormRight::View), role(Role::Auditor, FormRight::Edit)]).await);
        assert_eq!(told, ["ADMINISTRATOR_KEEPS_RIGHT access.0.right", "AUDITOR_READS_ONLY access.1.right"]);
        let twice = vec![role(Role::Viewer, FormRight::View), role(Role::Viewer, FormRight::Edit)];
        assert_eq!(faults(set(twice).await), ["GIVEN_TWICE access.1.right"]);

        // By a group, too, an auditor only ever reads.
        let all = made(&administrator, "Iedereen", &[stage.user(Role::Auditor)]).await.unwrap();
        set(vec![Given { to: Grantee::Group(all.id), right: FormRight::Edit }]).await.unwrap();
        let auditor = in_groups(&stage.of(Role::Auditor)).await;
        assert_eq!(right(&auditor, "places").await, FormRight::View);
        let refused = create(&auditor, "places", changes([("title", Some(text("x")))])).await;
        assert!(matches!(refused, Err(Error::Forbidden)), "{refused:?}");
    }

    async fn rights_are_given_by_administrators_alone(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let set = async |ctx: Ctx, key: &str| form::set_access(&ctx, key, vec![]).await;
        assert!(matches!(set(stage.manager(), "places").await, Err(Error::Forbidden)));
        assert!(matches!(set(stage.of(Role::Viewer), "places").await, Err(Error::NotFound)));
        assert!(matches!(set(stage.of(Role::Administrator), "nothing").await, Err(Error::NotFound)));
    }

    async fn sec_30_a_register_that_is_hidden_from_a_role_shows_nowhere(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = stage.of(Role::Administrator);
        let thing = stage.thing("geheim").await;
        let link = changes([("title", Some(text("wijst"))), ("links", Some(Value::Reference(vec![thing.id])))]);
        create(&stage.manager(), "things", link.clone()).await.unwrap();
        let form = stage.things().await;
        form::set_access(&administrator, "things", vec![role(Role::Manager, FormRight::None)]).await.unwrap();

        let manager = stage.manager();
        assert!(form::find_by_key(&manager, "things").await.unwrap().is_none());
        assert!(form::find_many(&manager, &[form.id]).await.unwrap().is_empty());
        let hidden = form::list(&manager).await.unwrap();
        assert!(hidden.iter().all(|form| form.definition.key != "things"));
        assert!(matches!(record::get(&manager, thing.id).await, Err(Error::NotFound)));
        assert!(record::find_many(&manager, &[thing.id]).await.unwrap().is_empty());
        assert!(record::counts(&manager, &[form.id]).await.unwrap().is_empty());
        assert_eq!(record::count_pointing_to(&manager, thing.id).await.unwrap(), 0);
        let as_hidden = form::Form { right: FormRight::None, ..form.clone() };
        assert!(matches!(matching(&manager, &as_hidden, &RecordFilter::default()).await, Err(Error::NotFound)));
        let made = create(&manager, "things", link).await;
        assert!(matches!(made, Err(Error::NotFound)));
        assert_eq!(matching(&administrator, &stage.things().await, &RecordFilter::default()).await.unwrap().len(), 2);
    }

    async fn somebody_limited_to_some_registers_sees_no_other_whatever_they_are_given(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let places = form::get_by_key(&stage.system(), "places").await.unwrap();
        let manager = stage.manager();
        let access = Access { forms: Some([places.id].into()), ..Access::default() };
        let limited = manager.acting_with(manager.actor(), access, manager.locale());
        assert_eq!(right(&limited, "places").await, FormRight::Edit);
        assert_eq!(right(&limited, "things").await, FormRight::None);
    }
}
