//! Looking at an environment as it stood.

use chrono::TimeDelta;
use kernel::{Error, Role, dutch_day};
use waarborg_domain::{
    form::{self, FormRight},
    record::{self, LifeStep, RecordFilter, RecordState},
};

use crate::stage::{Stage, change, changes, create, matching, move_to, seen_by, text, titled};

tenancy::on_both_engines! {
    async fn a_register_stands_as_it_stood(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let (kept, renamed, gone) = (stage.thing("blijft").await, stage.thing("oud").await, stage.thing("weg").await);
        let day = dutch_day(manager.now());
        stage.clock.advance(TimeDelta::days(3));
        change(&manager, &renamed, changes([("title", Some(text("nieuw")))])).await.unwrap();
        move_to(&manager, &kept, "busy").await.unwrap();
        record::take_step(&manager, &[gone.id], LifeStep::Delete).await.unwrap();
        create(&manager, "things", titled("later")).await.unwrap();

        let then = manager.as_of(day).await.unwrap();
        assert_eq!(then.as_of_day(), Some(day));
        assert_eq!(dutch_day(then.now()), day);
        let form = seen_by(&then, &stage.things().await).await;
        let found = matching(&then, &form, &RecordFilter::default()).await.unwrap();
        assert_eq!(found, [1, 2, 3], "what came later is not there, what was thrown away is");
        let search = |words: &str| RecordFilter { search: Some(words.to_owned()), ..RecordFilter::default() };
        assert_eq!(matching(&then, &form, &search("oud")).await.unwrap(), [2]);
        assert!(matching(&then, &form, &search("nieuw")).await.unwrap().is_empty());
        let open = RecordFilter { status_keys: Some(vec!["open".into()]), ..RecordFilter::default() };
        assert_eq!(matching(&then, &form, &open).await.unwrap().len(), 3);
        assert_eq!(record::get(&then, renamed.id).await.unwrap(), renamed);
        let bin = RecordFilter { state: RecordState::Deleted, ..RecordFilter::default() };
        assert!(matching(&then, &form, &bin).await.unwrap().is_empty());
        assert_eq!(record::get(&manager, renamed.id).await.unwrap().title, "nieuw", "now is untouched");
    }

    async fn the_past_is_seen_and_not_changed(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let thing = stage.thing("a").await;
        let today = dutch_day(manager.now());
        assert!(matches!(manager.as_of(today).await, Err(Error::BadRequest { .. })), "today is not over");
        stage.clock.advance(TimeDelta::days(1));
        let then = manager.as_of(today).await.unwrap();
        let refused = record::update(&then, record::RecordUpdate {
            id: thing.id, version: 1, values: titled("b"), status: None,
        }).await;
        assert!(refused.is_err());
        assert!(record::take_step(&then, &[thing.id], LifeStep::Delete).await.is_err());
        assert!(matches!(manager.as_of(chrono::NaiveDate::MAX).await, Err(Error::BadRequest { .. })));
        let before = manager.as_of(today - TimeDelta::days(400)).await.unwrap();
        assert!(form::list(&before).await.unwrap().is_empty(), "there were no registers");
    }

    async fn the_rights_of_today_decide_what_is_seen_of_then(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.thing("a").await;
        let day = dutch_day(stage.manager().now());
        stage.clock.advance(TimeDelta::days(2));
        let auditor = stage.of(Role::Auditor);
        let now = form::list(&auditor).await.unwrap();
        let then = form::list(&auditor.as_of(day).await.unwrap()).await.unwrap();
        let seen = |forms: &[form::Form]| -> Vec<String> {
            let visible = forms.iter().filter(|form| form.right != FormRight::None);
            visible.map(|form| form.definition.key.clone()).collect()
        };
        assert_eq!(seen(&now), seen(&then));
        assert!(then.iter().all(|form| form.right <= FormRight::View));
    }
}
