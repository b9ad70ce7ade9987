//! Accounts: inviting, changing, leaving, coming back.

use chrono::{Duration, NaiveDate};
use kernel::{Actor, Error, PageRequest, Result, Role, UserId};
use serde_json::json;
use waarborg_domain::{
    Ctx,
    group::{self, NewGroup},
    record::{self, Value},
    user::{self, AccountFilter, AccountUpdate, Archiving, Invitation, User, UserStatus},
};

use crate::stage::{Stage, change, changes, create, faults, fresh, move_to, person, text};

pub(crate) fn invitation(username: &str, role: Role) -> Invitation {
    Invitation { user: person(username, role), groups: Vec::new(), access_ends_on: None, send_now: false }
}

fn unchanged(user: &User) -> AccountUpdate {
    AccountUpdate {
        id: user.id,
        version: user.version,
        display_name: None,
        locale: None,
        role: None,
        groups: None,
        access_ends_on: None,
    }
}

async fn get(stage: &Stage, id: UserId) -> User {
    user::get(&stage.system(), id).await.unwrap()
}

async fn archive(ctx: &Ctx, user: &User, reassign_to: Option<UserId>) -> Result<User> {
    let archiving = Archiving { id: user.id, version: user.version, reassign_to };
    ctx.write(async |tx| user::archive(ctx, tx, &archiving).await).await
}

async fn names(ctx: &Ctx, filter: &AccountFilter, first: u32) -> Vec<String> {
    let (mut names, mut after) = (Vec::new(), None);
    loop {
        let page = user::accounts(ctx, filter, &PageRequest { first, after }).await.unwrap();
        after = page.items.last().map(|(cursor, _)| cursor.clone());
        names.extend(page.items.into_iter().map(|(_, user)| user.username));
        if !page.has_next {
            return names;
        }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

tenancy::on_both_engines! {
    async fn im_138_somebody_invited_later_has_no_mail_and_cannot_sign_in(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let administrator = stage.of(Role::Administrator);
        let group = group::create(&administrator, NewGroup { name: "HR".into(), description: String::new(), members: vec![] }).await.unwrap();
        let invitation = Invitation { groups: vec![group.id], ..invitation("nieuw", Role::Employee) };
        let invited = user::invite(&administrator, invitation).await.unwrap();
        assert_eq!((invited.status, invited.invitation_sent_at), (UserStatus::Invited, None));
        assert!(!invited.may_sign_in(administrator.now()));
        assert_eq!(stage.number("SELECT COUNT(*) FROM mail").await, 0);
        assert_eq!(group::of_users(&administrator, &[invited.id]).await.unwrap()[&invited.id], [group]);

        let sent = user::send_invitation(&administrator, invited.id).await.unwrap();
        assert_eq!(sent.invitation_sent_at, Some(administrator.now()));
        assert_eq!(stage.number("SELECT COUNT(*) FROM mail").await, 1);
        let active = get(&stage, stage.user(Role::Viewer)).await;
        assert_eq!(faults(user::send_invitation(&administrator, active.id).await), ["NOT_INVITED id"]);
    }

    async fn everything_that_is_wrong_with_an_invitation_is_told_at_once(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let mut wrong = invitation("a b", Role::Auditor);
        wrong.user.email = "x".into();
        let told = faults(user::invite(&stage.of(Role::Administrator), wrong).await);
        assert_eq!(told, ["INVALID_USERNAME username", "INVALID_EMAIL email", "REQUIRED accessEndsOn"]);
        let mut taken = invitation("MANAGER", Role::Viewer);
        taken.user.email = "other@acme.example".into();
        assert_eq!(faults(user::invite(&stage.of(Role::Administrator), taken).await), ["ALREADY_TAKEN username"]);
        assert_eq!(stage.number("SELECT COUNT(*) FROM app_user WHERE status = 'invited'").await, 0);
    }

    async fn im_140_an_auditor_has_an_end_within_a_year_from_the_start_and_when_made_one(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let administrator = stage.of(Role::Administrator);
        for (ends_on, wanted) in [
            (Some(day("2026-01-04")), "DATE_IN_PAST accessEndsOn"),
            (Some(day("2027-01-06")), "DATE_TOO_LATE accessEndsOn"),
        ] {
            let invitation = Invitation { access_ends_on: ends_on, ..invitation("extern", Role::Auditor) };
            assert_eq!(faults(user::invite(&administrator, invitation).await), [wanted]);
        }
        let viewer = get(&stage, stage.user(Role::Viewer)).await;
        let role = Some(Role::Auditor);
        let without = AccountUpdate { role, ..unchanged(&viewer) };
        assert_eq!(faults(user::update(&administrator, without).await), ["REQUIRED accessEndsOn"]);
        let with = AccountUpdate { role, access_ends_on: Some(Some(day("2026-01-05"))), ..unchanged(&viewer) };
        let auditor = user::update(&administrator, with).await.unwrap();
        assert!(auditor.may_sign_in(stage.of(Role::Viewer).now()));
        stage.clock.advance(Duration::days(1));
        assert!(!auditor.may_sign_in(stage.of(Role::Viewer).now()), "not the day after");
        // A name can still be mended when the end is past.
        let renamed = AccountUpdate { display_name: Some("Anders".into()), ..unchanged(&auditor) };
        user::update(&administrator, renamed).await.unwrap();
    }

    async fn an_account_is_changed_by_who_manages_people_and_its_owner_changes_name_and_language(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let employee = get(&stage, stage.user(Role::Employee)).await;
        let rename = |ctx: Ctx, name: &str| {
            let update = AccountUpdate { display_name: Some(name.to_owned()), ..unchanged(&employee) };
            async move { user::update(&ctx, update).await }
        };
        for (role, wanted) in [(Role::Manager, "Forbidden"), (Role::Auditor, "Forbidden"), (Role::Viewer, "NotFound")] {
            assert_eq!(format!("{:?}", rename(stage.of(role), "x").await.unwrap_err()), wanted);
        }
        let own = rename(stage.of(Role::Employee), "Eva J.").await.unwrap();
        let role = AccountUpdate { role: Some(Role::Manager), ..unchanged(&own) };
        let refused = user::update(&stage.of(Role::Employee), role).await;
        assert!(matches!(refused, Err(Error::Forbidden)), "{refused:?}");
        let stale = rename(stage.of(Role::Administrator), "y").await;
        assert_eq!(faults(stale), ["CONFLICT version"]);
        assert_eq!(get(&stage, own.id).await.display_name, "Eva J.");
    }

    async fn lists_sorted_by_people_follow_a_new_name(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer) = (stage.user(Role::Manager), stage.user(Role::Viewer));
        for (title, owner) in [("of the manager", manager), ("of the viewer", viewer)] {
            let values = changes([("title", Some(text(title))), ("owner", Some(Value::user(owner)))]);
            create(&stage.manager(), "things", values).await.unwrap();
        }
        let by_owner = async || {
            let sort = record::RecordSort { by: record::SortKey::Field("owner".into()), descending: false };
            crate::stage::walk(&stage.manager(), &stage.things().await, (&record::RecordFilter::default(), &sort), 10).await.unwrap()
        };
        assert_eq!(by_owner().await, [1, 2]);
        let user = get(&stage, manager).await;
        let renamed = AccountUpdate { display_name: Some("Zz".into()), ..unchanged(&user) };
        user::update(&stage.of(Role::Administrator), renamed).await.unwrap();
        assert_eq!(by_owner().await, [2, 1]);
    }

    async fn the_last_administrator_is_not_archived_demoted_or_given_an_end(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let administrator = stage.of(Role::Administrator);
        let last = get(&stage, stage.user(Role::Administrator)).await;
        let demoted = AccountUpdate { role: Some(Role::Manager), ..unchanged(&last) };
        assert_eq!(faults(user::update(&administrator, demoted.clone()).await), ["LAST_ADMINISTRATOR role"]);
        let ended = AccountUpdate { access_ends_on: Some(Some(day("2026-06-30"))), ..unchanged(&last) };
        assert_eq!(faults(user::update(&administrator, ended.clone()).await), ["LAST_ADMINISTRATOR accessEndsOn"]);
        assert_eq!(faults(archive(&administrator, &last, None).await), ["OWN_ACCOUNT id"]);
        assert_eq!(faults(archive(&stage.system(), &last, None).await), ["LAST_ADMINISTRATOR id"]);

        // Who was invited, or goes on some day, does not count; a second one who stays does.
        user::invite(&administrator, invitation("later", Role::Administrator)).await.unwrap();
        stage.join("temporary", Role::Administrator).await;
        let temporary = user::find_by_login(&administrator, "temporary").await.unwrap().unwrap();
        let until = AccountUpdate { access_ends_on: Some(Some(day("2026-06-30"))), ..unchanged(&temporary) };
        let temporary = user::update(&administrator, until).await.unwrap();
        assert_eq!(faults(user::update(&administrator, demoted.clone()).await), ["LAST_ADMINISTRATOR role"]);
        let stays = AccountUpdate { access_ends_on: Some(None), ..unchanged(&temporary) };
        user::update(&administrator, stays).await.unwrap();
        user::update(&administrator, demoted).await.unwrap();
    }

    async fn wf_60_gap_02_a_leavers_open_records_go_to_somebody_else_with_history_index_and_events(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = stage.of(Role::Administrator);
        let (leaver, heir) = (stage.user(Role::Employee), stage.user(Role::Manager));
        let owned = |title: &str| changes([("title", Some(text(title))), ("owner", Some(Value::user(leaver)))]);
        let open = create(&stage.manager(), "things", owned("open")).await.unwrap();
        let done = create(&stage.manager(), "things", owned("done")).await.unwrap();
        let done = move_to(&stage.manager(), &done, "busy").await.unwrap();
        let done = move_to(&stage.manager(), &done, "done").await.unwrap();
        let not_theirs = stage.thing("other").await;
        assert_eq!(record::open_counts(&administrator, &[leaver, heir]).await.unwrap()[&leaver], 1);

        let user = get(&stage, leaver).await;
        let log = stage.logged(async { archive(&administrator, &user, Some(heir)).await.unwrap(); }).await;
        assert_eq!(log, ["record.updated", "user.archived"]);
        let archived = get(&stage, leaver).await;
        assert_eq!((archived.status, archived.archived_at), (UserStatus::Archived, Some(administrator.now())));
        let now = record::get(&stage.manager(), open.id).await.unwrap();
        assert_eq!((now.values.get("owner"), now.version), (Some(&Value::user(heir)), open.version + 1));
        let history = record::history(&stage.manager(), &now, &PageRequest::start(1)).await.unwrap().into_items();
        assert_eq!((history[0].by, history[0].changes.len()), (administrator.actor().user_id(), 1));
        let filter = record::RecordFilter {
            fields: vec![record::FieldFilter { key: "owner".into(), users: Some(vec![heir]), ..Default::default() }],
            ..Default::default()
        };
        let form = stage.things().await;
        assert_eq!(crate::stage::matching(&stage.manager(), &form, &filter).await.unwrap(), [open.number]);
        // What is done stays as it was: it was theirs.
        for untouched in [&done, &not_theirs] {
            assert_eq!(record::get(&stage.manager(), untouched.id).await.unwrap(), *untouched);
        }
        assert_eq!(record::open_counts(&administrator, &[leaver, heir]).await.unwrap().get(&leaver), None);
        // And a record that still names them can be changed otherwise.
        let kept = record::get(&stage.manager(), done.id).await.unwrap();
        change(&stage.manager(), &kept, changes([("notes", Some(text("n")))])).await.unwrap();
    }

    async fn a_leavers_records_go_to_a_colleague_who_has_not_left(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = stage.of(Role::Administrator);
        let (leaver, gone) = (get(&stage, stage.user(Role::Employee)).await, get(&stage, stage.user(Role::Viewer)).await);
        archive(&administrator, &gone, None).await.unwrap();
        for heir in [gone.id, leaver.id] {
            assert_eq!(faults(archive(&administrator, &leaver, Some(heir)).await), ["USER_NOT_FOUND reassignTo"]);
        }
        let stale = User { version: 7, ..leaver.clone() };
        assert_eq!(faults(archive(&administrator, &stale, None).await), ["CONFLICT version"]);
        assert_eq!(get(&stage, leaver.id).await, leaver);
    }

    async fn sec_35_an_archived_user_keeps_history_and_comes_back(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = stage.of(Role::Administrator);
        let own = create(&stage.of(Role::Employee), "things", changes([("title", Some(text("mine")))])).await.unwrap();
        let user = get(&stage, stage.user(Role::Employee)).await;
        let archived = archive(&administrator, &user, None).await.unwrap();
        assert_eq!(archive(&administrator, &archived, None).await.unwrap(), archived, "twice is once");
        let record = record::get(&administrator, own.id).await.unwrap();
        assert_eq!(record.created_by, Some(user.id));
        assert_eq!(get(&stage, user.id).await.display_name, user.display_name);
        // Who never signed in is invited anew.
        let restored = user::restore(&administrator, user.id, archived.version).await.unwrap();
        assert_eq!((restored.status, restored.archived_at), (UserStatus::Invited, None));
    }

    async fn the_list_of_accounts_is_filtered_paged_and_the_same_on_both_engines(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let administrator = stage.of(Role::Administrator);
        user::invite(&administrator, invitation("zoe", Role::Viewer)).await.unwrap();
        let mut accented = invitation("eric", Role::Viewer);
        accented.user.display_name = "Éric Bos".into();
        user::invite(&administrator, accented).await.unwrap();
        let all = AccountFilter::default();
        let wanted = ["administrator", "auditor", "employee", "manager", "viewer", "zoe", "eric"];
        for first in [1, 3, 100] {
            assert_eq!(names(&administrator, &all, first).await, wanted);
        }
        assert_eq!(user::count_accounts(&administrator, &all).await.unwrap(), 7);
        let of = |filter: AccountFilter| { let ctx = administrator.clone(); async move { names(&ctx, &filter, 100).await } };
        let search = |text: &str| AccountFilter { search: Some(text.to_owned()), ..AccountFilter::default() };
        assert_eq!(of(search("eric b")).await, ["eric"]);
        assert_eq!(of(search("ZOE@acme")).await, ["zoe"]);
        assert_eq!(of(search("%")).await, Vec::<String>::new());
        let invited = AccountFilter { statuses: Some(vec![UserStatus::Invited]), ..AccountFilter::default() };
        assert_eq!(of(invited).await, ["zoe", "eric"]);
        let roles = AccountFilter { roles: Some(vec![Role::Auditor, Role::Manager]), ..AccountFilter::default() };
        assert_eq!(of(roles).await, ["auditor", "manager"]);
        let with = AccountFilter { has_second_factor: Some(true), ..AccountFilter::default() };
        assert!(of(with).await.is_empty());
        let without = AccountFilter { has_second_factor: Some(false), ..AccountFilter::default() };
        assert_eq!(of(without).await.len(), 7);
    }

    async fn gap_11_a_username_and_an_address_can_be_changed_with_a_fresh_code(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let (employee, id) = (stage.of(Role::Employee), stage.user(Role::Employee));
        assert!(matches!(user::change_username(&employee, id, "eva").await, Err(Error::StepUpRequired)));
        assert!(matches!(user::request_email(&employee, id, "eva@new.example").await, Err(Error::StepUpRequired)));
        let employee = fresh(&employee);
        assert_eq!(faults(user::change_username(&employee, id, "Manager").await), ["ALREADY_TAKEN username"]);
        assert_eq!(faults(user::change_username(&employee, id, "eva@acme.example").await), ["INVALID_USERNAME username"]);
        user::change_username(&employee, id, "eva").await.unwrap();
        assert_eq!(user::find_by_login(&employee, "EVA").await.unwrap().unwrap().id, id);
        let other = stage.user(Role::Manager);
        assert!(matches!(user::change_username(&employee, other, "x1").await, Err(Error::NotFound)));

        assert_eq!(faults(user::request_email(&employee, id, "no address").await), ["INVALID_EMAIL email"]);
        user::request_email(&employee, id, "eva@new.example").await.unwrap();
        assert_eq!(get(&stage, id).await.email, "employee@acme.example", "until the link is followed");
        assert_eq!(stage.number("SELECT COUNT(*) FROM mail").await, 2, "to the new and to the old address");
    }

    async fn accounts_are_seen_by_those_who_look_after_people_and_by_their_owner(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let other = stage.user(Role::Administrator);
        let all = AccountFilter::default();
        for role in Role::ALL {
            let (ctx, sees) = (stage.of(role), [Role::Administrator, Role::Manager, Role::Auditor].contains(&role));
            assert_eq!(user::accounts(&ctx, &all, &PageRequest::start(1)).await.is_ok(), sees, "{role}");
            assert_eq!(user::get_account(&ctx, other).await.is_ok(), sees, "{role}");
            assert_eq!(user::get_account(&ctx, stage.user(role)).await.unwrap().id, stage.user(role));
        }
        let nobody = stage.acting(Actor::Anonymous);
        assert!(matches!(user::get_account(&nobody, other).await, Err(Error::Unauthenticated)));
    }

    async fn a_change_of_an_account_tells_before_and_after(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let viewer = get(&stage, stage.user(Role::Viewer)).await;
        let update = AccountUpdate { role: Some(Role::Manager), ..unchanged(&viewer) };
        user::update(&stage.of(Role::Administrator), update).await.unwrap();
        let told = stage.details("user.updated").await;
        assert_eq!(told, [json!({"changes": {"role": ["viewer", "manager"]}})]);
    }
}
