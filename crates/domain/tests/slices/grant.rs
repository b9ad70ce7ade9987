//! People from outside: consultants and the operator's own.

use chrono::{Duration, NaiveDate};
use kernel::{Error, Locale, Result, Role};
use waarborg_domain::{
    Ctx,
    form::FormRight,
    grant::{self, AccessGrant, Consultant, GrantChange, OperatorVisit},
    user::{self, AccountKind, AccountUpdate, UserStatus},
};

use crate::stage::{Stage, faults, fresh};

fn consultant(name: &str) -> Consultant {
    Consultant {
        display_name: "Carla Consult".into(),
        email: format!("{name}@advies.example"),
        username: name.to_owned(),
        locale: Locale::Nl,
        organisation: "Advies BV".into(),
        reason: "Begeleiding".into(),
        role: Role::Manager,
        form_keys: None,
        ends_on: day("2026-03-31"),
        send_now: true,
    }
}

fn visit(hours: u32) -> OperatorVisit {
    OperatorVisit {
        display_name: "Otto Operator".into(),
        email: "otto@hosting.example".into(),
        username: "otto".into(),
        organisation: "Hosting".into(),
        reason: "Melding 1234".into(),
        role: Role::Manager,
        hours,
    }
}

fn unchanged(grant: &AccessGrant) -> GrantChange {
    GrantChange {
        id: grant.id,
        version: grant.version,
        role: None,
        form_keys: None,
        ends_on: None,
        organisation: None,
        reason: None,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn withdraw(ctx: &Ctx, grant: &AccessGrant) -> Result<AccessGrant> {
    ctx.write(async |tx| grant::withdraw(ctx, tx, grant.id).await).await
}

async fn mails(stage: &Stage) -> Vec<String> {
    let rows = stage.rows("SELECT kind FROM mail ORDER BY kind").await;
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

tenancy::on_both_engines! {
    async fn s11_a_consultant_is_let_in_until_an_end_with_a_role_and_registers(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = fresh(&stage.of(Role::Administrator));
        let wanted = Consultant { form_keys: Some(vec!["things".into()]), ..consultant("carla") };
        let grant = grant::let_consultant_in(&administrator, wanted).await.unwrap();
        let user = user::get(&stage.system(), grant.user_id).await.unwrap();
        assert_eq!((user.kind, user.role, user.status), (AccountKind::Consultant, Role::Manager, UserStatus::Invited));
        assert_eq!(user.access_ends_on, Some(day("2026-03-31")));
        assert_eq!(grant.ends_at.to_rfc3339(), "2026-03-31T22:00:00+00:00", "midnight in summer time");
        assert_eq!(grant.granted_by, Some(stage.user(Role::Administrator)));
        let access = waarborg_domain::beside_role(&stage.system(), user.id, user.kind).await.unwrap().unwrap();
        let things = stage.things().await;
        assert_eq!(access.forms.as_deref(), Some([things.id].as_slice()));
        assert_eq!(mails(&stage).await, ["consultant_access_granted", "invitation"]);

        stage.clock.advance(Duration::days(90));
        let ended = waarborg_domain::beside_role(&stage.system(), user.id, user.kind).await.unwrap();
        assert_eq!(ended, None, "after the last day");
    }

    async fn s11_everything_wrong_with_a_consultants_access_is_told_at_once(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = fresh(&stage.of(Role::Administrator));
        let wrong = Consultant {
            role: Role::Administrator,
            ends_on: day("2027-02-01"),
            organisation: " ".into(),
            form_keys: Some(vec!["things".into(), "nothing".into()]),
            email: "x".into(),
            ..consultant("carla")
        };
        assert_eq!(faults(grant::let_consultant_in(&administrator, wrong).await), [
            "NOT_FOR_OUTSIDERS role", "DATE_TOO_LATE endsOn", "REQUIRED organisation",
            "FORM_NOT_FOUND formKeys.1", "INVALID_EMAIL email",
        ]);
        let nothing = Consultant { form_keys: Some(vec![]), ..consultant("carla") };
        assert_eq!(faults(grant::let_consultant_in(&administrator, nothing).await), ["REQUIRED formKeys"]);
        let member = Consultant { email: "manager@acme.example".into(), ..consultant("carla") };
        assert_eq!(faults(grant::let_consultant_in(&administrator, member).await), ["ALREADY_TAKEN email"]);
        assert_eq!(stage.number("SELECT COUNT(*) FROM access_grant").await, 0);
    }

    async fn s11_access_is_given_by_an_administrator_with_a_fresh_code(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let give = async |ctx: Ctx| grant::let_consultant_in(&ctx, consultant("carla")).await;
        assert!(matches!(give(fresh(&stage.manager())).await, Err(Error::Forbidden)));
        assert!(matches!(give(stage.of(Role::Administrator)).await, Err(Error::StepUpRequired)));
        give(fresh(&stage.of(Role::Administrator))).await.unwrap();
        assert!(matches!(grant::list(&stage.of(Role::Employee)).await, Err(Error::Forbidden)));
        assert_eq!(grant::list(&stage.of(Role::Auditor)).await.unwrap().len(), 1);
    }

    async fn s11_access_that_is_withdrawn_shuts_the_account_and_can_be_given_anew(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = fresh(&stage.of(Role::Administrator));
        let grant = grant::let_consultant_in(&administrator, consultant("carla")).await.unwrap();
        let again = grant::let_consultant_in(&administrator, consultant("carla")).await;
        assert_eq!(faults(again), ["HAS_ACCESS email"]);
        let withdrawn = withdraw(&administrator, &grant).await.unwrap();
        assert!(!withdrawn.is_in_force(administrator.now()));
        assert_eq!(withdrawn.withdrawn_by, Some(stage.user(Role::Administrator)));
        let user = user::get(&administrator, grant.user_id).await.unwrap();
        assert_eq!(user.status, UserStatus::Archived);
        let log = stage.logged(withdraw(&administrator, &grant)).await;
        assert!(log.is_empty(), "a second time does nothing: {log:?}");
        assert_eq!(faults(grant::change(&administrator, unchanged(&withdrawn)).await), ["WITHDRAWN id"]);

        stage.clock.advance(Duration::minutes(1));
        let administrator = fresh(&administrator);
        let anew = Consultant { role: Role::Viewer, username: "other".into(), ..consultant("carla") };
        let second = grant::let_consultant_in(&administrator, anew).await.unwrap();
        assert_eq!(second.user_id, grant.user_id, "the same person");
        let user = user::get(&administrator, grant.user_id).await.unwrap();
        assert_eq!((user.status, user.role, user.username.as_str()), (UserStatus::Invited, Role::Viewer, "carla"));
        let listed: Vec<_> = grant::list(&administrator).await.unwrap().iter().map(|grant| grant.id).collect();
        assert_eq!(listed, [second.id, grant.id]);
    }

    async fn s11_a_consultants_role_registers_and_end_can_be_changed(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = fresh(&stage.of(Role::Administrator));
        let grant = grant::let_consultant_in(&administrator, consultant("carla")).await.unwrap();
        let change = GrantChange {
            role: Some(Role::Viewer),
            form_keys: Some(Some(vec!["places".into()])),
            ends_on: Some(day("2026-01-05")),
            ..unchanged(&grant)
        };
        let changed = grant::change(&administrator, change).await.unwrap();
        let user = user::get(&administrator, grant.user_id).await.unwrap();
        assert_eq!((user.role, user.access_ends_on), (Role::Viewer, Some(day("2026-01-05"))));
        assert_eq!(changed.forms.as_ref().map(Vec::len), Some(1));
        assert_eq!(faults(grant::change(&administrator, unchanged(&grant)).await), ["CONFLICT version"]);
        let wider = GrantChange { form_keys: Some(None), ..unchanged(&changed) };
        assert_eq!(grant::change(&administrator, wider).await.unwrap().forms, None);
        // The account's own page is not the way.
        let update = AccountUpdate {
            id: user.id, version: user.version, display_name: None, locale: None,
            role: Some(Role::Manager), groups: None, access_ends_on: Some(None),
        };
        assert_eq!(faults(user::update(&administrator, update).await), [
            "NOT_FOR_OUTSIDERS role", "NOT_FOR_OUTSIDERS accessEndsOn",
        ]);
    }

    async fn s11_somebody_from_outside_has_no_say_over_the_customers_people(test: TestTenancy) {
        use waarborg_domain::{Access, Permission};
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let access = Access { kind: AccountKind::Consultant, ..Access::default() };
        let consultant = manager.acting_with(manager.actor(), access, manager.locale());
        assert!(consultant.may(Permission::Export) && consultant.may(Permission::ManageForms));
        assert!(!consultant.may(Permission::ResetSecondFactor) && !consultant.may(Permission::ManagePeople));
        let form = waarborg_domain::form::get_by_key(&consultant, "things").await.unwrap();
        assert_eq!(form.right, FormRight::Edit);
    }

    async fn s11_the_operators_access_is_in_the_customers_sight_and_hands(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (administrator, system) = (fresh(&stage.of(Role::Administrator)), stage.system());
        assert!(matches!(grant::let_operator_in(&administrator, visit(2)).await, Err(Error::Forbidden)));
        for hours in [0, 73] {
            assert_eq!(faults(grant::let_operator_in(&system, visit(hours)).await), ["OUT_OF_RANGE hours"]);
        }
        let silent = OperatorVisit { reason: " ".into(), ..visit(2) };
        assert_eq!(faults(grant::let_operator_in(&system, silent).await), ["REQUIRED reason"]);
        let (grant, user) = grant::let_operator_in(&system, visit(2)).await.unwrap();
        assert_eq!((grant.granted_by, user.kind), (None, AccountKind::Operator));
        assert_eq!(mails(&stage).await, ["invitation", "operator_access_granted"]);
        assert_eq!(grant::list(&administrator).await.unwrap(), std::slice::from_ref(&grant));
        assert!(matches!(grant::change(&administrator, unchanged(&grant)).await, Err(Error::Forbidden)));
        stage.clock.advance(Duration::hours(2));
        assert!(!grant.is_in_force(system.now()), "to the hour");
        assert_eq!(waarborg_domain::beside_role(&system, user.id, user.kind).await.unwrap(), None);
        let (second, _) = grant::let_operator_in(&system, visit(1)).await.unwrap();
        withdraw(&administrator, &second).await.unwrap();
        assert_eq!(user::get(&system, user.id).await.unwrap().status, UserStatus::Archived);
    }
}
