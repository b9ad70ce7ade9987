//! Views of lists that people save.

use kernel::{Actor, Error, FormId, Role, SavedViewId};
use serde_json::json;
use waarborg_domain::{
    Access, Ctx, form,
    saved_view::{self, SavedView, ViewSave},
};

use crate::stage::{Stage, faults};

fn view(name: &str, is_shared: bool) -> ViewSave {
    ViewSave { id: None, form_key: "things".into(), name: name.into(), is_shared, state: "{}".into() }
}

async fn save(ctx: &Ctx, save: ViewSave) -> kernel::Result<SavedView> {
    saved_view::save(ctx, save).await
}

async fn names(ctx: &Ctx, form: FormId) -> Vec<String> {
    let views = saved_view::list(ctx, &[form]).await.unwrap().remove(&form).unwrap_or_default();
    views.into_iter().map(|view| view.name).collect()
}

tenancy::on_both_engines! {
    async fn own_views_are_ones_own_and_shared_ones_are_everybodys_by_name(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer) = (stage.manager(), stage.of(Role::Viewer));
        let form = stage.things().await.id;
        save(&viewer, view("éigen", false)).await.unwrap();
        save(&manager, view("Gedeeld", true)).await.unwrap();
        save(&manager, view("van de manager", false)).await.unwrap();
        assert_eq!(names(&viewer, form).await, ["éigen", "Gedeeld"]);
        assert_eq!(names(&manager, form).await, ["Gedeeld", "van de manager"]);
        let places = form::get_by_key(&manager, "places").await.unwrap().id;
        assert_eq!(names(&manager, places).await, Vec::<String>::new());
        assert!(names(&stage.system(), form).await.is_empty());
    }

    async fn a_view_is_replaced_and_deleted_by_who_may(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer, administrator) =
            (stage.manager(), stage.of(Role::Viewer), stage.of(Role::Administrator));
        let own = save(&viewer, view("a", false)).await.unwrap();
        let shared = save(&manager, view("b", true)).await.unwrap();
        let state = r#"{ "sort": "number" }"#.to_owned();
        let changed = save(&viewer, ViewSave { id: Some(own.id), state, ..view("c", false) }).await.unwrap();
        assert_eq!((changed.id, changed.name.as_str(), changed.state.as_str()), (own.id, "c", r#"{"sort":"number"}"#));
        let by_another = save(&administrator, ViewSave { id: Some(shared.id), ..view("d", true) }).await.unwrap();
        assert_eq!(by_another.owner, shared.owner);

        for (ctx, id, is_shared, wanted) in [
            (&viewer, None, true, "Forbidden"),
            (&viewer, Some(shared.id), false, "Forbidden"),
            (&viewer, Some(own.id), true, "Forbidden"),
            (&manager, Some(own.id), false, "NotFound"),
            (&stage.of(Role::Auditor), None, false, "NotFound"),
            (&stage.of(Role::Auditor), Some(shared.id), false, "NotFound"),
        ] {
            let refused = save(ctx, ViewSave { id, ..view("x", is_shared) }).await;
            assert_eq!(format!("{:?}", refused.unwrap_err()), wanted, "{id:?}");
        }
        let elsewhere = ViewSave { id: Some(shared.id), form_key: "places".into(), ..view("x", true) };
        assert!(matches!(save(&manager, elsewhere).await, Err(Error::NotFound)));
        assert!(matches!(saved_view::delete(&viewer, shared.id).await, Err(Error::Forbidden)));
        assert!(matches!(saved_view::delete(&manager, own.id).await, Err(Error::NotFound)));
        let nothing = SavedViewId::generate(manager.clock(), manager.random());
        assert!(matches!(saved_view::delete(&manager, nothing).await, Err(Error::NotFound)));
        let reading = Access { is_read_only: true, ..Access::default() };
        let program = manager.acting_with(manager.actor(), reading, manager.locale());
        assert!(matches!(save(&program, view("x", false)).await, Err(Error::Forbidden)));
        assert!(matches!(saved_view::delete(&program, shared.id).await, Err(Error::Forbidden)));
        assert!(matches!(save(&stage.acting(Actor::Anonymous), view("x", false)).await, Err(Error::Unauthenticated)));

        saved_view::delete(&viewer, own.id).await.unwrap();
        saved_view::delete(&administrator, shared.id).await.unwrap();
        assert_eq!(stage.number("SELECT COUNT(*) FROM saved_view").await, 0);
    }

    async fn what_others_have_is_in_the_log_and_own_views_are_not(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let mut made = None;
        let log = stage.logged(async {
            let own = save(&manager, view("a", false)).await.unwrap();
            let own = save(&manager, ViewSave { id: Some(own.id), ..view("b", false) }).await.unwrap();
            made = Some(own.id);
        });
        assert!(log.await.is_empty());
        let log = stage.logged(async {
            save(&manager, ViewSave { id: made, ..view("b", true) }).await.unwrap();
            save(&manager, ViewSave { id: made, ..view("c", false) }).await.unwrap();
            save(&manager, view("d", true)).await.unwrap();
            let id = save(&manager, view("e", false)).await.unwrap().id;
            saved_view::delete(&manager, id).await.unwrap();
        });
        assert_eq!(log.await, ["saved_view.updated", "saved_view.updated", "saved_view.created"]);
        let told = stage.details("saved_view.updated").await;
        assert_eq!(told[1], json!({
            "name": "c", "form": "things", "changes": { "name": ["b", "c"], "isShared": [true, false] },
        }));
    }

    async fn wrong_views_and_too_many_are_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, administrator) = (stage.manager(), stage.of(Role::Administrator));
        let wrong = ViewSave { state: "[]".into(), ..view(" ", false) };
        assert_eq!(faults(save(&manager, wrong).await), ["REQUIRED name", "NOT_AN_OBJECT state"]);
        let mut last = None;
        for number in 0..100 {
            last = Some(save(&manager, view(&number.to_string(), true)).await.unwrap().id);
        }
        assert_eq!(faults(save(&manager, view("x", false)).await), ["TOO_MANY name"]);
        assert!(save(&manager, ViewSave { id: last, ..view("x", true) }).await.is_ok());
        assert_eq!(faults(save(&administrator, view("x", true)).await), ["TOO_MANY name"]);
        let places = ViewSave { form_key: "places".into(), ..view("x", true) };
        assert!(save(&manager, places).await.is_ok());
        assert!(save(&administrator, view("x", false)).await.is_ok());
    }
}
