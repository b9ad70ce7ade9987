//! Records that come back from a back-up.

use chrono::TimeDelta;
use kernel::{Error, Locale, Role};
use sea_orm::ConnectionTrait;
use waarborg_domain::{
    form::{self, FieldKind},
    record::{self, ChangeKind, Fate, LifeStep, Record},
};

use crate::{
    engine::draft_of,
    form::{field, line, own},
    stage::{Stage, change, changes, create, faults, fresh, text, titled},
};

async fn purge(stage: &Stage, record: &Record) {
    let administrator = stage.of(Role::Administrator);
    record::take_step(&administrator, &[record.id], LifeStep::Delete).await.unwrap();
    record::purge(&fresh(&administrator), &[record.id]).await.unwrap();
}

tenancy::on_both_engines! {
    async fn what_the_form_does_not_take_any_more_is_told_and_left_as_it_is(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let manager = stage.manager();
        let mut draft = own("Zaken", "ZAA");
        draft.fields.extend([field("Notitie", line()), field("Merk", line())]);
        let form = form::create_own(&manager, draft).await.unwrap();
        let key = form.definition.key.clone();
        let values = changes([("naam", Some(text("lang genoeg"))), ("notitie", Some(text("weg"))), ("merk", Some(text("A")))]);
        let (here, gone) = (create(&manager, &key, values.clone()).await.unwrap(), create(&manager, &key, values).await.unwrap());
        let backup = stage.backup().await;

        stage.clock.advance(TimeDelta::hours(1));
        let mut draft = draft_of(&form.definition);
        draft.fields.retain(|field| field.key.as_deref() != Some("notitie"));
        draft.fields[0].kind = FieldKind::Text { multiline: false, max_length: Some(4) };
        form::publish(&manager, (&key, form.revision), draft).await.unwrap();
        change(&manager, &here, changes([("naam", Some(text("kort"))), ("merk", Some(text("B")))])).await.unwrap();
        purge(&stage, &gone).await;

        let administrator = stage.of(Role::Administrator);
        let compared = record::compare(&administrator, &backup.held, &[here.id, gone.id]).await.unwrap();
        let told: Vec<_> = compared.iter().map(|one| (one.fate, one.left_out.clone())).collect();
        assert_eq!(told, [(Fate::Changed, vec!["naam".to_owned(), "notitie".to_owned()]), (Fate::Gone, vec![])]);
        let old = compared[0].definition_then.field("notitie").unwrap();
        assert_eq!(old.label.get(Locale::Nl), "Notitie");
        let taken = record::take_back(&administrator, &backup, &[here.id, gone.id]).await.unwrap();
        assert_eq!((taken[0].values.get("naam"), taken[0].values.get("merk")), (Some(&text("kort")), Some(&text("A"))));
        // The one that was not there is as it was, whatever became of its form.
        assert_eq!((&taken[1].values, taken[1].number, taken[1].version), (&gone.values, gone.number, gone.version + 1));
    }

    async fn a_number_that_was_given_anew_stays_with_who_has_it(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let gone = stage.thing("oud").await;
        let backup = stage.backup().await;
        purge(&stage, &gone).await;
        // As after the whole environment was put back to before it.
        let anew = "UPDATE form SET next_number = 1";
        stage.system().write(async |tx| tx.connection().execute_unprepared(anew).await.map(drop).map_err(Error::internal)).await.unwrap();
        let other = stage.thing("ander").await;
        assert_eq!(other.number, gone.number);
        let administrator = stage.of(Role::Administrator);
        let taken = record::take_back(&administrator, &backup, &[gone.id]).await.unwrap();
        assert_eq!((taken[0].id, taken[0].title.as_str(), taken[0].number), (gone.id, "oud", 2));
        let history = record::history(&administrator, &taken[0], &kernel::PageRequest::start(9)).await.unwrap().into_items();
        let kinds: Vec<_> = history.iter().map(|line| line.kind).collect();
        assert_eq!(kinds, [ChangeKind::TakenFromBackup, ChangeKind::Created]);
    }

    async fn only_who_may_restore_takes_back_and_of_one_register_at_once(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let thing = stage.thing("a").await;
        let place = create(&manager, "places", titled("hier")).await.unwrap();
        let backup = stage.backup().await;
        let administrator = stage.of(Role::Administrator);
        let several = record::take_back(&administrator, &backup, &[thing.id, place.id]).await;
        assert_eq!(faults(several), ["RECORDS_OF_SEVERAL_REGISTERS recordIds"]);
        for role in [Role::Manager, Role::Auditor, Role::Employee] {
            let refused = record::take_back(&stage.of(role), &backup, &[thing.id]).await;
            assert!(matches!(refused, Err(Error::Forbidden)), "{role}");
            assert!(matches!(record::compare(&stage.of(role), &backup.held, &[thing.id]).await, Err(Error::Forbidden)));
        }
        let later = stage.thing("later").await;
        assert!(record::compare(&administrator, &backup.held, &[later.id]).await.unwrap().is_empty());
        assert!(matches!(record::take_back(&administrator, &backup, &[later.id]).await, Err(Error::NotFound)));
        // What is in a back-up stays as it is.
        let refused = change(&backup.held, &thing, changes([("title", Some(text("b")))])).await;
        assert!(refused.is_err());
    }
}
