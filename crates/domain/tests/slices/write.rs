//! Making and changing records.

use kernel::{Error, PageRequest, RecordId, Role, UserId};
use waarborg_domain::record::{
    self, ChangeKind, LikelihoodImpact, NewRecord, Record, RecordChange, STATUS, Value, Values,
};

use crate::stage::{Stage, change, changes, create, faults, move_to, text, titled};

/// All of a record's history, oldest first, by pages of three.
async fn history(stage: &Stage, record: &Record) -> Vec<RecordChange> {
    let mut lines = Vec::new();
    let mut after = None;
    loop {
        let page = record::history(&stage.manager(), record, &PageRequest { first: 3, after }).await.unwrap();
        after = page.items.last().map(|(cursor, _)| cursor.clone());
        lines.extend(page.items.into_iter().map(|(_, line)| line));
        if !page.has_next {
            lines.reverse();
            return lines;
        }
    }
}

fn choice(keys: &[&str]) -> Value {
    Value::Choice(keys.iter().map(|key| (*key).to_owned()).collect())
}

tenancy::on_both_engines! {
    async fn numbers_have_no_gaps_with_ten_creators_at_once(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let makers = (0..10).map(async |maker: i32| {
            for turn in 0..3 {
                create(&manager, "things", titled(&format!("{maker}/{turn}"))).await.unwrap();
                let refused = create(&manager, "things", titled("")).await;
                assert_eq!(faults(refused), ["REQUIRED values.title"]);
            }
        });
        futures::future::join_all(makers).await;
        let rows = stage.rows("SELECT number FROM record ORDER BY number").await;
        let numbers: Vec<i64> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        assert_eq!(numbers, (1..=30).collect::<Vec<i64>>());
        let log = stage.log().await;
        assert!(log.iter().map(|(seq, _)| *seq).eq(1..=i64::try_from(log.len()).unwrap()), "no gaps");
        assert_eq!(log.iter().filter(|(_, action)| action == "record.created").count(), 30);
    }

    async fn every_fault_of_a_record_is_told_at_once_and_takes_no_number(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let wrong = changes([
            ("title", Some(text(" \u{7} "))),
            ("amount", Some(Value::Number(1000.5))),
            ("answer", Some(text("yes"))),
            ("colour", Some(choice(&["red", "blue"]))),
            ("day", Some(Value::Date(chrono_day(12_345)))),
            ("tags", Some(choice(&["pink"]))),
            ("risk", Some(Value::LikelihoodImpact(LikelihoodImpact { likelihood: 5, impact: 0 }))),
            ("nowhere", None),
        ]);
        let mut told = faults(create(&stage.manager(), "things", wrong).await);
        told.sort();
        assert_eq!(told, [
            "NOT_AN_OPTION values.risk",
            "NOT_AN_OPTION values.tags",
            "NOT_A_DATE values.day",
            "REQUIRED values.title",
            "TOO_HIGH values.amount",
            "TOO_MANY values.colour",
            "UNKNOWN_FIELD values.nowhere",
            "WRONG_KIND values.answer",
        ]);
        assert_eq!(stage.thing("first").await.number, 1);
    }

    async fn users_and_records_that_do_not_exist_are_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let thing = stage.thing("a").await;
        let nobody = UserId::generate(manager.clock(), manager.random());
        let nothing = RecordId::generate(manager.clock(), manager.random());
        let values = changes([
            ("title", Some(text("b"))),
            ("owner", Some(Value::user(nobody))),
            ("links", Some(Value::Reference(vec![thing.id, nothing]))),
            // A record, but of another form than the field wants.
            ("place", Some(Value::Reference(vec![thing.id]))),
        ]);
        let told = faults(create(&manager, "things", values).await);
        assert_eq!(told, [
            "USER_NOT_FOUND values.owner", "RECORD_NOT_FOUND values.place", "RECORD_NOT_FOUND values.links",
        ]);
    }

    async fn a_record_of_a_hidden_form_cannot_be_told_from_none(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let place = create(&stage.manager(), "places", titled("secret")).await.unwrap();
        let employee = stage.of(Role::Employee);
        let nothing = RecordId::generate(employee.clock(), employee.random());
        for id in [place.id, nothing] {
            let values = changes([("title", Some(text("x"))), ("place", Some(Value::Reference(vec![id])))]);
            assert_eq!(faults(create(&employee, "things", values).await), ["RECORD_NOT_FOUND values.place"]);
        }
    }

    async fn a_reference_somebody_else_made_to_a_hidden_form_does_not_block_a_change(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, employee) = (stage.manager(), stage.of(Role::Employee));
        let place = create(&manager, "places", titled("secret")).await.unwrap();
        let own = create(&employee, "things", titled("mine")).await.unwrap();
        let linked = changes([("place", Some(Value::Reference(vec![place.id])))]);
        let linked = change(&manager, &own, linked).await.unwrap();
        let changed = change(&employee, &linked, changes([("notes", Some(text("more")))])).await.unwrap();
        assert_eq!(changed.values["place"], Value::Reference(vec![place.id]));
    }

    async fn a_stale_version_is_a_conflict_and_of_two_at_once_one_wins(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let first = stage.thing("one").await;
        let second = change(&manager, &first, titled("two")).await.unwrap();
        assert_eq!(second.version, 2);
        assert_eq!(faults(change(&manager, &first, titled("three")).await), ["CONFLICT version"]);
        let at_once = (0..6).map(|turn| {
            let (manager, second) = (&manager, &second);
            async move { change(manager, second, titled(&format!("winner {turn}"))).await }
        });
        let outcomes = futures::future::join_all(at_once).await;
        let (won, lost): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 5));
        for outcome in lost {
            assert_eq!(faults(outcome), ["CONFLICT version"]);
        }
        let kept = record::get(&manager, first.id).await.unwrap();
        assert_eq!((&kept.title, kept.version), (&won[0].as_ref().unwrap().title, 3));
        assert_eq!(history(&stage, &kept).await.len(), 3, "the losers left no history");
    }

    async fn a_change_that_changes_nothing_makes_no_version(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let values = changes([("title", Some(text("a"))), ("tags", Some(choice(&["red", "blue"])))]);
        let made = create(&manager, "things", values).await.unwrap();
        let same = changes([
            ("title", Some(text(" a "))), ("tags", Some(choice(&["blue", "red", "red"]))), ("notes", Some(text("  "))),
        ]);
        let log = stage.logged(async {
            assert_eq!(change(&manager, &made, same).await.unwrap(), made);
            assert_eq!(move_to(&manager, &made, "open").await.unwrap(), made);
        });
        assert!(log.await.is_empty());
    }

    async fn the_status_goes_the_ways_the_form_allows(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let open = stage.thing("a").await;
        assert_eq!(open.status, "open");
        assert_eq!(faults(move_to(&manager, &open, "done").await), ["STATUS_NOT_ALLOWED statusKey"]);
        assert_eq!(faults(move_to(&manager, &open, "nowhere").await), ["UNKNOWN_STATUS statusKey"]);
        let busy = move_to(&manager, &open, "busy").await.unwrap();
        let done = move_to(&manager, &busy, "done").await.unwrap();
        assert_eq!(faults(move_to(&manager, &done, "open").await), ["STATUS_NOT_ALLOWED statusKey"]);
        let new = |status: &str| NewRecord {
            form_key: "things".into(), values: titled("b"), status: Some(status.to_owned()),
        };
        assert_eq!(record::create(&manager, new("done")).await.unwrap().status, "done");
        assert_eq!(faults(record::create(&manager, new("x")).await), ["UNKNOWN_STATUS statusKey"]);
    }

    async fn replaying_the_history_from_nothing_gives_the_record(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, employee) = (stage.manager(), stage.of(Role::Employee));
        let mut record = create(&employee, "things", titled("one")).await.unwrap();
        let steps = [
            changes([("amount", Some(Value::Number(1.25))), ("day", Some(Value::Date(chrono_day(2026))))]),
            changes([("title", Some(text("two"))), ("amount", None)]),
            changes([("risk", Some(Value::LikelihoodImpact(LikelihoodImpact { likelihood: 2, impact: 3 })))]),
            changes([("owner", Some(Value::user(stage.user(Role::Viewer)))), ("tags", Some(choice(&["red"])))]),
            changes([("tags", Some(choice(&["red", "black"]))), ("day", None)]),
        ];
        for step in steps {
            stage.clock.advance(chrono::TimeDelta::milliseconds(1));
            record = change(&manager, &record, step).await.unwrap();
        }
        record = move_to(&manager, &record, "busy").await.unwrap();
        let lines = history(&stage, &record).await;
        assert!(lines.iter().map(|line| line.version).eq(1..=7));
        assert_eq!(lines[0].kind, ChangeKind::Created);
        assert_eq!(lines[6].kind, ChangeKind::Status);
        assert_eq!((lines[0].by, lines[1].by), (employee.actor().user_id(), manager.actor().user_id()));
        let (mut values, mut status) = (Values::new(), "open".to_owned());
        for change in lines.iter().flat_map(|line| &line.changes) {
            if change.field == STATUS {
                assert_eq!(change.before, Some(text(&status)));
                let Some(Value::Text(next)) = &change.after else { panic!("a status is a text") };
                status.clone_from(next);
                continue;
            }
            assert_eq!(change.before.as_ref(), values.get(&change.field), "{}", change.field);
            match &change.after {
                Some(after) => drop(values.insert(change.field.clone(), after.clone())),
                None => drop(values.remove(&change.field)),
            }
        }
        assert_eq!((values, status), (record.values.clone(), record.status.clone()));
        assert_eq!(record::get(&manager, record.id).await.unwrap(), record, "what was returned is what is kept");
    }

    async fn a_change_by_nobody_who_may_edit_is_forbidden(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let thing = stage.thing("a").await;
        let refused = change(&stage.of(Role::Viewer), &thing, titled("b")).await;
        assert!(matches!(refused, Err(Error::Forbidden)), "{refused:?}");
    }
}

fn chrono_day(year: i32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, 2, 28).unwrap()
}
