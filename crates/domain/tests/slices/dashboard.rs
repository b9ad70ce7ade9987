//! Dashboards that people save.

use kernel::{Actor, DashboardId, Error, Role};
use serde_json::{Value, json};
use waarborg_domain::{
    Access, Ctx, chart,
    dashboard::{self, CardSave, Dashboard, DashboardSave},
    form::{self, Chart, ChartFault, FormRight},
    user::{self, Archiving},
};

use crate::{
    audit_chain::tamper,
    form::own,
    stage::{Stage, faults, fresh},
};

fn charted(json: Value) -> Chart {
    let mut whole = json!({ "key": "c", "title": { "nl": "Grafiek", "en": "" } });
    for (key, value) in json.as_object().unwrap() {
        whole[key] = value.clone();
    }
    serde_json::from_value(whole).unwrap()
}

fn card(form_key: &str, chart: Value) -> CardSave {
    CardSave { form_key: form_key.to_owned(), chart: Ok(charted(chart)), width: 2 }
}

fn number(form_key: &str) -> CardSave {
    card(form_key, json!({ "kind": "number" }))
}

fn board(name: &str, is_shared: bool, cards: Vec<CardSave>) -> DashboardSave {
    DashboardSave { id: None, version: None, name: name.to_owned(), is_shared, is_home: false, cards }
}

async fn save(ctx: &Ctx, save: DashboardSave) -> kernel::Result<Dashboard> {
    dashboard::save(ctx, save).await
}

/// What saves a dashboard again as it is.
fn again(found: &Dashboard) -> DashboardSave {
    let card = |card: &dashboard::Card| CardSave {
        form_key: card.form.definition.key.clone(),
        chart: Ok(card.chart.clone()),
        width: card.width.into(),
    };
    DashboardSave {
        id: Some(found.id),
        version: Some(found.version),
        name: found.name.clone(),
        is_shared: found.is_shared,
        is_home: found.is_home,
        cards: found.cards.iter().map(card).collect(),
    }
}

async fn names(ctx: &Ctx) -> Vec<String> {
    dashboard::list(ctx).await.unwrap().into_iter().map(|found| found.name).collect()
}

async fn home(ctx: &Ctx) -> Vec<String> {
    let all = dashboard::list(ctx).await.unwrap().into_iter();
    all.filter(|found| found.is_home).map(|found| found.name).collect()
}

tenancy::on_both_engines! {
    async fn own_dashboards_are_ones_own_and_shared_ones_are_everybodys_by_name(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer) = (stage.manager(), stage.of(Role::Viewer));
        let own = save(&viewer, board(" éigen ", false, vec![number("things")])).await.unwrap();
        let shared = save(&manager, board("Gedeeld", true, vec![number("things"), number("places")])).await.unwrap();
        save(&manager, board("van de manager", false, Vec::new())).await.unwrap();
        assert_eq!(names(&viewer).await, ["éigen", "Gedeeld"]);
        assert_eq!(names(&manager).await, ["Gedeeld", "van de manager"]);
        assert!(names(&stage.system()).await.is_empty());
        assert!(matches!(dashboard::get(&manager, own.id).await, Err(Error::NotFound)));
        assert!(matches!(dashboard::list(&stage.acting(Actor::Anonymous)).await, Err(Error::Unauthenticated)));
        let seen = dashboard::get(&viewer, shared.id).await.unwrap();
        assert_eq!((seen.cards.len(), seen.hidden_cards, seen.is_editable_by(&viewer)), (1, 1, false));
        // Auditors do not know of these registers.
        let hidden = dashboard::get(&stage.of(Role::Auditor), shared.id).await.unwrap();
        assert_eq!((hidden.cards.len(), hidden.hidden_cards), (0, 2));
        stage.thing("een").await;
        let form = &seen.cards[0].form;
        assert_eq!(form.right, FormRight::View);
        assert!((chart::data(&viewer, form, &seen.cards[0].chart).await.unwrap().total - 1.0).abs() < 0.1);
    }

    async fn a_dashboard_is_replaced_upon_its_version_and_keeps_its_cards_ids(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, administrator) = (stage.manager(), stage.of(Role::Administrator));
        let cards = vec![number("things"), card("things", json!({ "kind": "bar", "group_by": "colour" }))];
        let first = save(&manager, board("a", true, cards)).await.unwrap();
        assert_eq!((first.version, first.cards[0].chart.title.en.as_str()), (1, "Grafiek"));
        let mut swapped = again(&first);
        swapped.cards.swap(0, 1);
        swapped.cards.push(number("places"));
        let second = save(&administrator, swapped).await.unwrap();
        assert_eq!((second.version, second.owner), (2, first.owner));
        let ids = |found: &Dashboard| found.cards.iter().map(|card| card.id).collect::<Vec<_>>();
        assert_eq!(ids(&second)[..2], [first.cards[1].id, first.cards[0].id]);
        assert_eq!(second.cards.iter().map(|card| card.chart.key.as_str()).collect::<Vec<_>>(), ["card_1", "card_2", "card_3"]);
        assert_eq!(faults(save(&manager, again(&first)).await), ["CONFLICT version"]);
        assert_eq!(faults(save(&manager, DashboardSave { version: None, ..again(&second) }).await), ["REQUIRED version"]);
        assert_eq!(ids(&dashboard::get(&manager, first.id).await.unwrap()), ids(&second));
    }

    async fn a_dashboard_is_changed_and_deleted_by_who_may(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer, auditor) = (stage.manager(), stage.of(Role::Viewer), stage.of(Role::Auditor));
        let own = save(&viewer, board("a", false, vec![number("things")])).await.unwrap();
        let shared = save(&manager, board("b", true, vec![number("things"), number("places")])).await.unwrap();
        let of = |found: &Dashboard, is_shared| DashboardSave { is_shared, name: "x".to_owned(), ..again(found) };
        for (ctx, change, wanted) in [
            (&viewer, board("x", true, Vec::new()), "Forbidden"),
            (&viewer, of(&shared, true), "Forbidden"),
            (&viewer, of(&shared, false), "Forbidden"),
            (&viewer, of(&own, true), "Forbidden"),
            (&manager, of(&own, false), "NotFound"),
            (&auditor, of(&own, false), "NotFound"),
        ] {
            assert_eq!(format!("{:?}", save(ctx, change).await.unwrap_err()), wanted);
        }
        assert!(matches!(dashboard::delete(&viewer, shared.id).await, Err(Error::Forbidden)));
        assert!(matches!(dashboard::delete(&manager, own.id).await, Err(Error::NotFound)));
        let nothing = DashboardId::generate(manager.clock(), manager.random());
        assert!(matches!(dashboard::delete(&manager, nothing).await, Err(Error::NotFound)));
        let reading = Access { is_read_only: true, ..Access::default() };
        let program = manager.acting_with(manager.actor(), reading, manager.locale());
        assert!(matches!(save(&program, board("x", false, Vec::new())).await, Err(Error::Forbidden)));
        assert!(matches!(dashboard::delete(&program, shared.id).await, Err(Error::Forbidden)));
        let nobody = stage.acting(Actor::Anonymous);
        assert!(matches!(save(&nobody, board("x", false, Vec::new())).await, Err(Error::Unauthenticated)));
        dashboard::delete(&viewer, own.id).await.unwrap();
        dashboard::delete(&stage.of(Role::Administrator), shared.id).await.unwrap();
        assert_eq!(stage.number("SELECT COUNT(*) FROM dashboard").await, 0);
    }

    async fn one_dashboard_opens_for_each_and_who_may_only_read_it_may_choose_it(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer) = (stage.manager(), stage.of(Role::Viewer));
        let opening = |save: DashboardSave| DashboardSave { is_home: true, ..save };
        let shared = save(&manager, opening(board("Gedeeld", true, vec![number("things"), number("places")]))).await.unwrap();
        assert_eq!((home(&manager).await, home(&viewer).await), (vec!["Gedeeld".to_owned()], vec![]));
        let seen = dashboard::get(&viewer, shared.id).await.unwrap();
        assert!(save(&viewer, opening(again(&seen))).await.unwrap().is_home);
        assert_eq!(home(&viewer).await, ["Gedeeld"]);
        assert_eq!(dashboard::get(&manager, shared.id).await.unwrap().version, 1);
        let own = save(&viewer, opening(board("eigen", false, Vec::new()))).await.unwrap();
        assert_eq!(home(&viewer).await, ["eigen"]);
        save(&viewer, DashboardSave { is_home: false, ..again(&own) }).await.unwrap();
        assert!(home(&viewer).await.is_empty());
        let seen = dashboard::get(&viewer, shared.id).await.unwrap();
        save(&viewer, opening(again(&seen))).await.unwrap();
        // No longer shared, it opens for its owner alone.
        let found = dashboard::get(&manager, shared.id).await.unwrap();
        save(&stage.of(Role::Administrator), DashboardSave { is_shared: false, ..again(&found) }).await.unwrap();
        assert_eq!(stage.number("SELECT COUNT(*) FROM dashboard_home").await, 1);
        dashboard::delete(&manager, shared.id).await.unwrap();
        assert_eq!(stage.number("SELECT COUNT(*) FROM dashboard_home").await, 0);
    }

    async fn cards_of_registers_out_of_sight_are_counted_and_stay(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let administrator = stage.of(Role::Administrator);
        let own = form::create_own(&administrator, own("Bezoekers", "BEZ")).await.unwrap().definition.key.clone();
        let manager = stage.manager();
        let shared = save(&manager, board("a", true, vec![number("things"), number(&own)])).await.unwrap();
        assert_eq!(shared.cards.len(), 2);
        form::archive(&administrator, &own).await.unwrap();
        let manager = stage.manager();
        let seen = dashboard::get(&manager, shared.id).await.unwrap();
        assert_eq!((seen.cards.len(), seen.hidden_cards), (1, 1));
        let mut fewer = again(&seen);
        fewer.cards.clear();
        let saved = save(&manager, fewer).await.unwrap();
        assert_eq!((saved.cards.len(), saved.hidden_cards), (0, 1));
        let full = (0..24).map(|_| number("things")).collect();
        assert_eq!(faults(save(&manager, DashboardSave { cards: full, ..again(&saved) }).await), ["TOO_MANY cards"]);
        form::restore(&administrator, &own).await.unwrap();
        let whole = dashboard::get(&stage.manager(), shared.id).await.unwrap();
        assert_eq!((whole.cards.len(), whole.hidden_cards), (1, 0));
        assert_eq!(whole.cards[0].id, shared.cards[1].id);
    }

    async fn what_others_have_is_in_the_log_and_own_dashboards_are_not(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let log = stage.logged(async {
            let own = save(&manager, board("a", false, Vec::new())).await.unwrap();
            let own = save(&manager, DashboardSave { is_home: true, ..again(&own) }).await.unwrap();
            dashboard::delete(&manager, own.id).await.unwrap();
        });
        assert!(log.await.is_empty());
        let log = stage.logged(async {
            let made = save(&manager, board("a", true, vec![number("things")])).await.unwrap();
            let made = save(&manager, DashboardSave { name: "b".to_owned(), ..again(&made) }).await.unwrap();
            dashboard::delete(&manager, made.id).await.unwrap();
        });
        assert_eq!(log.await, ["dashboard.created", "dashboard.updated", "dashboard.deleted"]);
        let told = stage.details("dashboard.updated").await;
        assert_eq!(told[0], json!({ "name": "b", "changes": { "name": ["a", "b"] } }));
        let told = stage.details("dashboard.created").await;
        assert_eq!(told[0]["changes"]["cards"][1][0]["chart"]["kind"], "number");
        let log = stage.logged(async {
            let form = form::get_by_key(&manager, "things").await.unwrap();
            chart::note_export(&manager, &form, &charted(json!({ "kind": "number" }))).await.unwrap();
            let viewer = stage.of(Role::Viewer);
            let refused = chart::note_export(&viewer, &form, &charted(json!({ "kind": "number" }))).await;
            assert!(matches!(refused, Err(Error::Forbidden)));
        });
        assert_eq!(log.await, ["chart.exported"]);
    }

    async fn everything_wrong_is_told_at_once_with_its_place(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let fault = ChartFault { code: "REQUIRED", member: "measure_field", index: None, problem: "is needed" };
        let cards = vec![
            number("things"),
            card("things", json!({ "kind": "bar" })),
            card("things", json!({ "kind": "bar", "group_by": "gone" })),
            card("gone", json!({ "kind": "bar" })),
            CardSave { width: 0, ..card("things", json!({ "kind": "number", "title": { "nl": " ", "en": "" } })) },
            CardSave { width: 5, ..card("things", json!({ "kind": "heat_map", "field": "amount" })) },
            CardSave { chart: Err(fault), ..number("things") },
            card("things", json!({ "kind": "number", "tests": [{ "field": "title" }, { "field": "gone" }] })),
            card("things", json!({ "kind": "number", "tests": [{ "field": "title", "any_of": ["a\0"] }] })),
        ];
        assert_eq!(faults(save(&manager, board(" ", false, cards)).await), [
            "REQUIRED name",
            "REQUIRED cards.1.chart.groupBy",
            "UNKNOWN_FIELD cards.2.chart.groupBy",
            "FORM_NOT_FOUND cards.3.formKey",
            "TOO_LOW cards.4.width",
            "REQUIRED cards.4.chart.title",
            "TOO_HIGH cards.5.width",
            "FIELD_DOES_NOT_FIT cards.5.chart.field",
            "REQUIRED cards.6.chart.measureField",
            "UNKNOWN_FIELD cards.7.chart.tests.1",
            "FIELD_DOES_NOT_FIT cards.8.chart.tests.0",
        ]);
        let many = (0..25).map(|_| number("things")).collect();
        assert_eq!(faults(save(&manager, board("a", false, many)).await), ["TOO_MANY cards"]);
        let words: Vec<String> = (0..200).map(|word| format!("{word:0>190}")).collect();
        let long = json!({ "kind": "number", "tests": [
            { "field": "title", "any_of": words }, { "field": "title", "any_of": words }, { "field": "title", "any_of": words } ] });
        assert_eq!(faults(save(&manager, board("a", false, vec![card("things", long)])).await), ["TOO_LONG cards"]);
    }

    async fn a_hundred_dashboards_are_enough(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, administrator) = (stage.manager(), stage.of(Role::Administrator));
        let mut last = None;
        for turn in 0..100 {
            last = Some(save(&manager, board(&turn.to_string(), true, Vec::new())).await.unwrap());
        }
        assert_eq!(faults(save(&manager, board("x", false, Vec::new())).await), ["TOO_MANY name"]);
        assert_eq!(faults(save(&administrator, board("x", true, Vec::new())).await), ["TOO_MANY name"]);
        assert!(save(&manager, again(&last.unwrap())).await.is_ok());
        assert!(save(&administrator, board("x", false, Vec::new())).await.is_ok());
    }

    async fn of_who_is_erased_only_what_they_share_stays(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, administrator) = (stage.manager(), stage.of(Role::Administrator));
        let opening = DashboardSave { is_home: true, ..board("gedeeld", true, Vec::new()) };
        save(&manager, opening).await.unwrap();
        save(&manager, board("eigen", false, Vec::new())).await.unwrap();
        let id = stage.user(Role::Manager);
        let archiving = Archiving { id, version: 1, reassign_to: None };
        administrator.write(async |tx| user::archive(&administrator, tx, &archiving).await).await.unwrap();
        user::erase(&fresh(&administrator), id, async |_| Ok(())).await.unwrap();
        assert_eq!(names(&administrator).await, ["gedeeld"]);
        assert_eq!(stage.number("SELECT COUNT(*) FROM dashboard").await, 1);
        assert_eq!(stage.number("SELECT COUNT(*) FROM dashboard_home").await, 0);
    }

    async fn a_chart_whose_register_changed_says_what_does_not_fit_any_more(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let saved = save(&manager, board("a", false, vec![card("things", json!({ "kind": "bar", "group_by": "colour" }))])).await.unwrap();
        // As if a revision had taken the field away.
        tamper(&stage, &["UPDATE dashboard SET cards = REPLACE(cards, '\"colour\"', '\"colours\"')"]).await;
        let found = dashboard::get(&manager, saved.id).await.unwrap();
        let fault = found.cards[0].fault.unwrap();
        assert_eq!((fault.code, fault.path()), ("UNKNOWN_FIELD", vec!["groupBy".to_owned()]));
        assert_eq!(faults(save(&manager, again(&found)).await), ["UNKNOWN_FIELD cards.0.chart.groupBy"]);
    }
}
