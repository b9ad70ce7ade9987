//! Many records at once, and copies.

use kernel::{Error, Locale, PageRequest, RecordId, Role};
use waarborg_domain::{
    Ctx,
    record::{self, BulkChange, BulkOutcome, ChangeKind, LifeStep, Record, RecordSave, Value, ValueChanges},
};

use crate::stage::{Stage, change, changes, create, faults, move_to, text, titled};

async fn update_many(
    ctx: &Ctx,
    ids: &[RecordId],
    values: ValueChanges,
    status: Option<&str>,
) -> kernel::Result<BulkOutcome> {
    let change = BulkChange { ids: ids.to_vec(), values, status: status.map(str::to_owned) };
    record::update_many(ctx, change).await
}

/// Codes and places by the record's number.
fn problems(outcome: &BulkOutcome) -> Vec<String> {
    assert!(outcome.records.is_empty(), "all or nothing");
    let told = outcome.problems.iter().flat_map(|problem| {
        let number = problem.record.number;
        problem.errors.0.iter().map(move |error| format!("{number}: {} {}", error.code, error.path.join(".")))
    });
    told.collect()
}

fn new(title: &str) -> RecordSave {
    RecordSave { id: None, version: None, values: titled(title), status: None }
}

fn changed(record: &Record, values: ValueChanges) -> RecordSave {
    RecordSave { id: Some(record.id), version: Some(record.version), values, status: None }
}

tenancy::on_both_engines! {
    async fn several_records_get_the_same_values_and_status_each_with_its_version(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let (one, two) = (stage.thing("1").await, stage.thing("2").await);
        let busy = move_to(&manager, &two, "busy").await.unwrap();
        let day = changes([("notes", Some(text("samen")))]);
        let outcome = update_many(&manager, &[busy.id, one.id, busy.id], day.clone(), Some("busy")).await.unwrap();
        let told: Vec<_> = outcome.records.iter().map(|record| (record.number, record.version)).collect();
        assert_eq!(told, [(2, 3), (1, 2)], "in the order of the ids, each once");
        for record in &outcome.records {
            assert_eq!((record.status.as_str(), &record.values["notes"]), ("busy", &text("samen")));
            assert_eq!(&record::get(&manager, record.id).await.unwrap(), record);
        }
        let log = stage.logged(async {
            let again = update_many(&manager, &[one.id, busy.id], day, Some("busy")).await.unwrap();
            assert!(again.records.iter().all(|record| record.version <= 3));
        });
        assert!(log.await.is_empty(), "what is so already makes no version");
        assert_eq!(update_many(&manager, &[], titled("x"), None).await.unwrap(), BulkOutcome::default());
    }

    async fn what_is_wrong_with_some_is_told_record_by_record_and_changes_none(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let (one, two, three) = (stage.thing("1").await, stage.thing("2").await, stage.thing("3").await);
        move_to(&manager, &two, "busy").await.unwrap();
        record::take_step(&manager, &[three.id], LifeStep::Archive).await.unwrap();
        let ids = [one.id, two.id, three.id];
        let outcome = update_many(&manager, &ids, changes([("amount", Some(Value::Number(5000.0)))]), Some("done")).await.unwrap();
        assert_eq!(problems(&outcome), [
            "1: STATUS_NOT_ALLOWED statusKey", "1: TOO_HIGH values.amount", "2: TOO_HIGH values.amount",
            "3: RECORD_ARCHIVED id", "3: STATUS_NOT_ALLOWED statusKey", "3: TOO_HIGH values.amount",
        ]);
        let outcome = update_many(&manager, &ids, titled("x"), None).await.unwrap();
        assert_eq!(problems(&outcome), ["3: RECORD_ARCHIVED id"]);
        assert_eq!(record::get(&manager, one.id).await.unwrap(), one);
    }

    async fn many_are_of_one_register_that_the_actor_may_change(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, employee) = (stage.manager(), stage.of(Role::Employee));
        let thing = stage.thing("1").await;
        let own = create(&employee, "things", titled("mine")).await.unwrap();
        let place = create(&manager, "places", titled("here")).await.unwrap();
        let mixed = update_many(&manager, &[thing.id, place.id], titled("x"), None).await;
        assert_eq!(faults(mixed), ["DIFFERENT_FORMS ids"]);
        let others = update_many(&employee, &[own.id, thing.id], titled("x"), None).await;
        assert!(matches!(others, Err(Error::NotFound)));
        assert!(matches!(update_many(&stage.of(Role::Viewer), &[own.id], titled("x"), None).await, Err(Error::Forbidden)));
        assert_eq!(update_many(&employee, &[own.id], titled("x"), None).await.unwrap().records.len(), 1);
        let nothing: Vec<_> = (0..201).map(|_| RecordId::generate(manager.clock(), manager.random())).collect();
        assert_eq!(faults(update_many(&manager, &nothing, titled("x"), None).await), ["TOO_MANY ids"]);
    }

    async fn records_are_made_and_changed_together_in_their_order(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let (one, two) = (stage.thing("1").await, stage.thing("2").await);
        let busy = RecordSave { status: Some("busy".into()), ..new("5") };
        let saves = vec![new("4"), changed(&two, titled("twee")), busy, changed(&one, titled("1"))];
        let mut saved = Vec::new();
        let log = stage.logged(async { saved = record::save_many(&manager, "things", saves).await.unwrap() }).await;
        let told: Vec<_> = saved.iter().map(|record| (record.number, record.title.as_str(), record.version)).collect();
        assert_eq!(told, [(3, "4", 1), (2, "twee", 2), (4, "5", 1), (1, "1", 1)]);
        assert_eq!(saved[2].status, "busy");
        assert_eq!(log, ["record.created", "record.updated", "record.created"]);
        for record in &saved {
            assert_eq!(&record::get(&manager, record.id).await.unwrap(), record, "what is returned is what is kept");
        }
    }

    async fn everything_wrong_with_several_records_is_told_at_its_place_and_none_is_written(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let (one, two) = (stage.thing("1").await, stage.thing("2").await);
        let place = create(&manager, "places", titled("here")).await.unwrap();
        let now = change(&manager, &two, titled("twee")).await.unwrap();
        let nothing = RecordId::generate(manager.clock(), manager.random());
        let unknown = RecordSave { id: Some(nothing), ..changed(&one, titled("x")) };
        let saves = vec![
            new("3"), changed(&two, titled("x")), changed(&place, titled("x")), unknown,
            changed(&one, titled("x")), changed(&one, titled("y")),
            RecordSave { version: None, ..changed(&now, titled("x")) },
        ];
        assert_eq!(faults(record::save_many(&manager, "things", saves).await), [
            "CONFLICT records.1.version", "RECORD_NOT_FOUND records.2.id", "RECORD_NOT_FOUND records.3.id",
            "DUPLICATE_NUMBER records.5.id", "DUPLICATE_NUMBER records.6.id",
        ]);
        let amount = changes([("amount", Some(Value::Number(0.001))), ("links", Some(Value::Reference(vec![nothing])))]);
        let wrong = vec![new("3"), new(" "), changed(&one, amount)];
        assert_eq!(faults(record::save_many(&manager, "things", wrong).await), [
            "REQUIRED records.1.values.title", "TOO_MANY_DECIMALS records.2.values.amount",
            "RECORD_NOT_FOUND records.2.values.links",
        ]);
        let many = (0..101).map(|_| new("x")).collect();
        assert_eq!(faults(record::save_many(&manager, "things", many).await), ["TOO_MANY records"]);
        let viewer = record::save_many(&stage.of(Role::Viewer), "things", vec![new("3")]).await;
        assert!(matches!(viewer, Err(Error::Forbidden)));
        assert_eq!(stage.thing("3").await.number, 3, "no number was taken");
    }

    async fn of_two_who_save_the_same_records_at_once_one_is_told(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (one, two) = (stage.thing("1").await, stage.thing("2").await);
        let manager = stage.manager();
        let save = async |title: &str| {
            let saves = vec![new(title), changed(&one, titled(title)), changed(&two, titled(title))];
            record::save_many(&manager, "things", saves).await
        };
        let outcomes = futures::future::join_all(["a", "b", "c"].into_iter().map(save)).await;
        let (won, lost): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!(won.len(), 1);
        for outcome in lost {
            assert!(faults(outcome)[0].starts_with("CONFLICT records.1.version"));
        }
        assert_eq!(stage.number("SELECT COUNT(*) FROM record").await, 3, "the losers made none");
    }

    async fn a_copy_has_the_values_and_a_life_of_its_own(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let (linked, gone) = (stage.thing("linked").await, stage.thing("gone").await);
        let values = changes([
            ("title", Some(text("Brand"))), ("amount", Some(Value::Number(2.5))),
            ("links", Some(Value::Reference(vec![gone.id, linked.id]))),
        ]);
        let original = create(&manager, "things", values).await.unwrap();
        let original = move_to(&manager, &original, "busy").await.unwrap();
        record::take_step(&manager, &[gone.id], LifeStep::Delete).await.unwrap();
        let copy = record::duplicate(&manager, original.id).await.unwrap();
        assert_eq!((copy.number, copy.title.as_str(), copy.status.as_str(), copy.version), (4, "Brand (kopie)", "open", 1));
        assert_eq!(copy.values["amount"], Value::Number(2.5));
        assert_eq!(copy.values["links"], Value::Reference(vec![linked.id]));
        let history = record::history(&manager, &copy, &PageRequest::start(10)).await.unwrap().into_items();
        assert_eq!(history.iter().map(|line| line.kind).collect::<Vec<_>>(), [ChangeKind::Created]);
        let english = manager.acting_as(manager.actor(), Locale::En);
        assert_eq!(record::duplicate(&english, original.id).await.unwrap().title, "Brand (copy)");
        assert_eq!(record::get(&manager, original.id).await.unwrap(), original);
    }

    async fn who_may_make_records_copies_what_they_see(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (thing, employee) = (stage.thing("1").await, stage.of(Role::Employee));
        let own = create(&employee, "things", titled("mine")).await.unwrap();
        assert_eq!(record::duplicate(&employee, own.id).await.unwrap().created_by, employee.actor().user_id());
        assert!(matches!(record::duplicate(&employee, thing.id).await, Err(Error::NotFound)));
        assert!(matches!(record::duplicate(&stage.of(Role::Viewer), thing.id).await, Err(Error::Forbidden)));
        // A link that only others see goes along: it is shown to those alone.
        let place = create(&stage.manager(), "places", titled("secret")).await.unwrap();
        let linked = changes([("place", Some(Value::Reference(vec![place.id])))]);
        change(&stage.manager(), &own, linked).await.unwrap();
        let copy = record::duplicate(&employee, own.id).await.unwrap();
        assert_eq!(copy.values["place"], Value::Reference(vec![place.id]));
    }
}
