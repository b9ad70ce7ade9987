//! People and their preferences.

use chrono::TimeDelta;
use kernel::{Actor, Error, Locale, Page, PageRequest, Role};
use serde_json::{Map, Value, json};
use waarborg_domain::user::{self, NewUser, PreferenceChange, UserStatus};

use crate::stage::{Stage, faults, person};

fn entries(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

async fn prefer(stage: &Stage, value: Value) -> kernel::Result<()> {
    let change = PreferenceChange { locale: None, entries: entries(value) };
    user::change_preferences(&stage.manager(), change).await
}

async fn names(stage: &Stage, search: Option<&str>, first: u32) -> Vec<String> {
    let mut names = Vec::new();
    let mut after = None;
    loop {
        let page: Page<user::User> =
            user::list(&stage.manager(), search, &PageRequest { first, after }).await.unwrap();
        after = page.items.last().map(|(cursor, _)| cursor.clone());
        names.extend(page.items.into_iter().map(|(_, user)| user.display_name));
        if !page.has_next {
            return names;
        }
    }
}

tenancy::on_both_engines! {
    async fn a_user_is_found_by_name_or_address_in_any_case_and_form(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let mut new = person("ren\u{e9}", Role::Employee);
        new.email = "Rene@Acme.Example".into();
        let made = user::create(&stage.system(), new).await.unwrap();
        assert_eq!(made.status, UserStatus::Active);
        for login in ["REN\u{c9}", " rene\u{301} ", "rene@acme.example", "RENE@ACME.EXAMPLE"] {
            assert_eq!(user::find_by_login(&stage.system(), login).await.unwrap().unwrap().id, made.id, "{login}");
        }
        for login in ["", "nobody", "%", "ren_", "a\0b", "' OR 1=1 --"] {
            assert!(user::find_by_login(&stage.system(), login).await.unwrap().is_none(), "{login}");
        }
    }

    async fn a_name_and_an_address_have_one_owner_in_whatever_case(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let mut same_name = person("MANAGER", Role::Viewer);
        same_name.email = "other@acme.example".into();
        let mut same_address = person("other", Role::Viewer);
        same_address.email = "Manager@Acme.example".into();
        let log = stage.log().await;
        let system = stage.system();
        assert_eq!(faults(user::create(&system, same_name).await), ["ALREADY_TAKEN username"]);
        assert_eq!(faults(user::create(&system, same_address).await), ["ALREADY_TAKEN email"]);
        assert_eq!(stage.log().await, log, "what is refused leaves no event");
    }

    async fn people_are_listed_as_readers_order_names_whatever_their_case_and_accents(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let wanted = ["Ånna Özer", "bob de Wit", "Émile Bos", "Ernst Bos", "zoë Vos", "Zoë Vos"];
        for (number, name) in wanted.iter().rev().enumerate() {
            // Ids of one millisecond have no order.
            stage.clock.advance(TimeDelta::milliseconds(1));
            let new = NewUser { display_name: (*name).to_owned(), ..person(&format!("vos{number}"), Role::Viewer) };
            user::create(&stage.system(), new).await.unwrap();
        }
        for first in [1, 2, 100] {
            let found = names(&stage, Some("vos"), first).await;
            // Of two that read the same, the one made first comes first.
            assert_eq!(found, ["Ånna Özer", "bob de Wit", "Émile Bos", "Ernst Bos", "Zoë Vos", "zoë Vos"], "{first}");
        }
    }

    async fn every_fault_of_a_new_user_is_told_at_once(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let mut new = person("a b", Role::Viewer);
        new.display_name = " \0 ".into();
        let told = faults(user::create(&stage.system(), new).await);
        assert_eq!(told, ["INVALID_USERNAME username", "INVALID_EMAIL email", "REQUIRED displayName"]);
        let mut long = person("long", Role::Viewer);
        long.display_name = "x".repeat(121);
        assert_eq!(faults(user::create(&stage.system(), long).await), ["TOO_LONG displayName"]);
    }

    async fn only_the_product_itself_makes_users(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        for actor in [stage.of(Role::Administrator), stage.acting(Actor::Anonymous)] {
            let refused = user::create(&actor, person("new", Role::Viewer)).await;
            assert!(matches!(refused, Err(Error::Forbidden)), "{refused:?}");
        }
    }

    async fn the_list_of_users_visits_each_once_and_searches_literally(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        for (username, name) in [("a1", "Zoë Bos"), ("a2", "Zoë Bos"), ("a3", "50%_\\ off"), ("ren\u{e9}4", "Anna")] {
            let mut new = person(username, Role::Viewer);
            new.display_name = name.to_owned();
            user::create(&stage.system(), new).await.unwrap();
        }
        let all = names(&stage, None, 100).await;
        assert_eq!(all.len(), 9);
        assert!(all.is_sorted());
        for first in [1, 2, 4] {
            assert_eq!(names(&stage, None, first).await, all);
            assert_eq!(names(&stage, Some("zoe"), first).await, ["Zoë Bos", "Zoë Bos"]);
        }
        assert_eq!(names(&stage, Some("%_\\"), 10).await, ["50%_\\ off"]);
        assert_eq!(names(&stage, Some("RENE"), 10).await, ["Anna"]);
        assert!(names(&stage, Some("z%e"), 10).await.is_empty());
        assert_eq!(names(&stage, Some(""), 10).await.len(), 9);
    }

    async fn nobody_who_is_not_signed_in_sees_a_name(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let anonymous = stage.acting(Actor::Anonymous);
        let id = stage.user(Role::Manager);
        assert!(matches!(user::get(&anonymous, id).await, Err(Error::Unauthenticated)));
        assert!(matches!(user::all(&anonymous).await, Err(Error::Unauthenticated)));
        let listed = user::list(&anonymous, None, &PageRequest::start(1)).await;
        assert!(matches!(listed, Err(Error::Unauthenticated)));
    }

    async fn preferences_are_merged_by_key_and_null_removes_one(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        prefer(&stage, json!({"theme": "dark", "columns": {"risks": ["title"]}})).await.unwrap();
        prefer(&stage, json!({"theme": null, "density": 2})).await.unwrap();
        let kept = user::preferences(&stage.manager()).await.unwrap();
        assert_eq!(Value::Object(kept), json!({"columns": {"risks": ["title"]}, "density": 2}));
        assert!(user::preferences(&stage.of(Role::Viewer)).await.unwrap().is_empty(), "they are one's own");
    }

    async fn preferences_changed_at_once_are_all_kept(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let change = |number: i32| prefer_one(&stage, number);
        futures::future::join_all((0..8).map(change)).await;
        assert_eq!(user::preferences(&stage.manager()).await.unwrap().len(), 8);
    }

    async fn preferences_above_16_kib_are_refused_and_leave_what_was(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        // {"k":"…"} is eight bytes around the text.
        prefer(&stage, json!({"k": "x".repeat(16_384 - 8)})).await.unwrap();
        let refused = prefer(&stage, json!({"k": "x".repeat(16_384 - 7)})).await;
        assert!(matches!(refused, Err(Error::BadRequest { argument: "preferences", .. })), "{refused:?}");
        let with_nul = prefer(&stage, json!({"k": ["a\0b"]})).await;
        assert!(matches!(with_nul, Err(Error::BadRequest { argument: "preferences", .. })), "{with_nul:?}");
        let kept = user::preferences(&stage.manager()).await.unwrap();
        assert_eq!(kept["k"].as_str().unwrap().len(), 16_376);
    }

    async fn the_language_is_a_preference_too(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let change = PreferenceChange { locale: Some(Locale::En), entries: Map::new() };
        user::change_preferences(&stage.manager(), change).await.unwrap();
        let changed = user::get(&stage.system(), stage.user(Role::Manager)).await.unwrap();
        assert_eq!(changed.locale, Locale::En);
        let other = user::get(&stage.system(), stage.user(Role::Viewer)).await.unwrap();
        assert_eq!(other.locale, Locale::Nl);
    }
}

async fn prefer_one(stage: &Stage, number: i32) {
    let mut one = Map::new();
    one.insert(format!("key{number}"), json!(number));
    prefer(stage, Value::Object(one)).await.unwrap();
}
