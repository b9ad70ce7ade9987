//! Archiving records, throwing them away, bringing them back, and purging what was thrown away.

use kernel::{Error, Locale, PageRequest, RecordId, Role};
use waarborg_domain::{
    Ctx,
    record::{
        self, ChangeKind, ImportItem, LifeStep, Mentioned, Names, Record, RecordFilter, RecordState, Value,
        render,
    },
};

use crate::stage::{Stage, change, changes, create, faults, fresh, matching, move_to, seen_by, text, titled};

async fn step(ctx: &Ctx, records: &[&Record], step: LifeStep) -> kernel::Result<Vec<Record>> {
    let ids: Vec<RecordId> = records.iter().map(|record| record.id).collect();
    record::take_step(ctx, &ids, step).await
}

/// The numbers that are in one part of the register.
async fn part(ctx: &Ctx, stage: &Stage, wanted: RecordState) -> Vec<i64> {
    let form = seen_by(ctx, &stage.things().await).await;
    matching(ctx, &form, &RecordFilter { state: wanted, ..RecordFilter::default() }).await.unwrap()
}

async fn parts(ctx: &Ctx, stage: &Stage) -> [Vec<i64>; 3] {
    [
        part(ctx, stage, RecordState::Active).await,
        part(ctx, stage, RecordState::Archived).await,
        part(ctx, stage, RecordState::Deleted).await,
    ]
}

async fn kinds(stage: &Stage, record: &Record) -> Vec<ChangeKind> {
    let page = record::history(&stage.manager(), record, &PageRequest::start(100)).await.unwrap();
    page.into_items().into_iter().rev().map(|line| line.kind).collect()
}

tenancy::on_both_engines! {
    async fn what_is_archived_or_deleted_leaves_the_list_and_comes_back_as_it_was(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer) = (stage.manager(), stage.of(Role::Viewer));
        let (one, two, three) = (stage.thing("1").await, stage.thing("2").await, stage.thing("3").await);
        step(&manager, &[&one, &two], LifeStep::Archive).await.unwrap();
        let gone = step(&manager, &[&two, &three], LifeStep::Delete).await.unwrap();
        assert!(gone.iter().all(|record| record.deleted_by == manager.actor().user_id()));
        assert_eq!(parts(&manager, &stage).await, [vec![], vec![1], vec![2, 3]]);
        assert_eq!(parts(&viewer, &stage).await, [vec![], vec![1], vec![]], "the bin is for who may edit");
        let form = stage.things().await;
        let counts = record::counts(&viewer, &[form.id]).await.unwrap();
        assert_eq!(counts.get(&form.id).map_or(0, record::FormCounts::total), 0);

        let back = step(&manager, &[&three, &two], LifeStep::Restore).await.unwrap();
        assert_eq!(back.iter().map(|record| record.number).collect::<Vec<_>>(), [3, 2], "in the order asked");
        assert_eq!(parts(&manager, &stage).await, [vec![3], vec![1, 2], vec![]]);
        step(&manager, &[&one, &two], LifeStep::Unarchive).await.unwrap();
        assert_eq!(parts(&manager, &stage).await, [vec![1, 2, 3], vec![], vec![]]);
        let now = record::get(&manager, two.id).await.unwrap();
        assert_eq!((now.version, &now.values), (5, &two.values));
        let told = kinds(&stage, &now).await.into_iter().map(ChangeKind::as_str);
        assert!(told.eq(["created", "archived", "deleted", "restored", "unarchived"]));
    }

    async fn a_step_that_was_taken_is_not_taken_again(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let thing = stage.thing("a").await;
        let once = step(&manager, &[&thing, &thing], LifeStep::Archive).await.unwrap();
        assert_eq!(once.len(), 1, "named twice is one");
        let log = stage.logged(async {
            assert_eq!(step(&manager, &[&thing], LifeStep::Archive).await.unwrap(), once);
        });
        assert!(log.await.is_empty());
        let log = stage.logged(step(&manager, &[&thing], LifeStep::Delete)).await;
        assert_eq!(log, ["record.deleted"]);
        assert_eq!(stage.details("record.archived").await[0]["code"], "THI-0001");
    }

    async fn what_is_archived_is_read_only_and_what_is_deleted_is_not_there(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let thing = stage.thing("a").await;
        let archived = step(&manager, &[&thing], LifeStep::Archive).await.unwrap().remove(0);
        let form = stage.things().await;
        assert!(!archived.is_editable_by(manager.actor(), &form));
        assert_eq!(faults(change(&manager, &archived, titled("b")).await), ["RECORD_ARCHIVED id"]);
        assert_eq!(faults(move_to(&manager, &archived, "busy").await), ["RECORD_ARCHIVED id"]);
        let item = ImportItem { existing: Some(archived.clone()), values: titled("b"), status: None };
        assert_eq!(faults(item.outcome(&manager, &form)), ["RECORD_ARCHIVED id"]);
        let deleted = step(&manager, &[&thing], LifeStep::Delete).await.unwrap().remove(0);
        assert!(matches!(change(&manager, &deleted, titled("b")).await, Err(Error::NotFound)));
        assert_eq!(faults(step(&manager, &[&thing], LifeStep::Unarchive).await), ["RECORD_DELETED ids.0"]);
        assert!(matches!(record::get(&stage.of(Role::Viewer), thing.id).await, Err(Error::NotFound)));
        for (role, found) in [(Role::Manager, 1), (Role::Viewer, 0), (Role::Employee, 0)] {
            let ctx = stage.of(role);
            assert_eq!(record::find_also_deleted(&ctx, &[thing.id]).await.unwrap().len(), found, "{role}");
            let form = seen_by(&ctx, &form).await;
            assert_eq!(record::find_by_number(&ctx, &form, 1).await.unwrap().iter().count(), found, "{role}");
        }
    }

    async fn of_several_all_take_a_step_or_none(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let (one, two) = (stage.thing("1").await, stage.thing("2").await);
        step(&manager, &[&two], LifeStep::Delete).await.unwrap();
        assert_eq!(faults(step(&manager, &[&one, &two], LifeStep::Archive).await), ["RECORD_DELETED ids.1"]);
        let nothing = RecordId::generate(manager.clock(), manager.random());
        let unknown = record::take_step(&manager, &[one.id, nothing], LifeStep::Archive).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
        assert_eq!(parts(&manager, &stage).await, [vec![1], vec![], vec![2]]);
        let many: Vec<RecordId> =
            (0..201).map(|_| RecordId::generate(manager.clock(), manager.random())).collect();
        assert_eq!(faults(record::take_step(&manager, &many, LifeStep::Archive).await), ["TOO_MANY ids"]);
    }

    async fn who_may_only_change_their_own_puts_nothing_away(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let employee = stage.of(Role::Employee);
        let own = create(&employee, "things", titled("mine")).await.unwrap();
        for life in [LifeStep::Archive, LifeStep::Unarchive, LifeStep::Delete, LifeStep::Restore] {
            assert!(matches!(step(&employee, &[&own], life).await, Err(Error::Forbidden)));
            assert!(matches!(step(&stage.of(Role::Viewer), &[&own], life).await, Err(Error::Forbidden)));
            assert!(matches!(step(&stage.of(Role::Auditor), &[&own], life).await, Err(Error::NotFound)));
        }
    }

    async fn a_link_to_what_was_deleted_shows_nothing_and_comes_back_with_it(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let target = stage.thing("target").await;
        let linking = changes([("title", Some(text("a"))), ("links", Some(Value::Reference(vec![target.id])))]);
        let points = create(&manager, "things", linking.clone()).await.unwrap();
        let form = stage.things().await;
        let words = async || {
            let value = &points.values["links"];
            let names = Names::of(&manager, Mentioned::from_iter([value])).await.unwrap();
            render(form.definition.field("links").unwrap(), value, &names, Locale::Nl)
        };
        step(&manager, &[&target], LifeStep::Delete).await.unwrap();
        assert_eq!(words().await, "");
        assert!(record::find_many(&manager, &[target.id]).await.unwrap().is_empty());
        assert_eq!(faults(create(&manager, "things", linking).await), ["RECORD_NOT_FOUND values.links"]);
        let changed = change(&manager, &points, titled("b")).await.unwrap();
        assert_eq!(changed.values["links"], points.values["links"], "what was linked stands");
        step(&manager, &[&target], LifeStep::Restore).await.unwrap();
        assert_eq!(words().await, "THI-0001 target");

        step(&manager, &[&points], LifeStep::Delete).await.unwrap();
        assert_eq!(record::count_pointing_to(&manager, target.id).await.unwrap(), 0);
        let page = record::pointing_to(&manager, target.id, &PageRequest::start(10)).await.unwrap();
        assert!(page.items.is_empty());
    }

    async fn an_administrator_purges_what_was_deleted_and_nothing_of_it_is_left_but_the_log(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, administrator) = (stage.manager(), stage.of(Role::Administrator));
        let target = stage.thing("Kluis").await;
        let linking = changes([("title", Some(text("a"))), ("links", Some(Value::Reference(vec![target.id])))]);
        let points = create(&manager, "things", linking).await.unwrap();
        let ids = [target.id];
        assert!(matches!(record::purge(&fresh(&manager), &ids).await, Err(Error::Forbidden)));
        assert!(matches!(record::purge(&administrator, &ids).await, Err(Error::StepUpRequired)));
        assert_eq!(faults(record::purge(&fresh(&administrator), &ids).await), ["RECORD_NOT_DELETED ids.0"]);
        step(&manager, &[&target], LifeStep::Delete).await.unwrap();
        let log = stage.logged(record::purge(&fresh(&administrator), &ids)).await;
        assert_eq!(log, ["record.purged"]);
        let told = serde_json::json!({ "code": "THI-0001", "title": "Kluis", "form": "things" });
        assert_eq!(stage.details("record.purged").await, [told]);
        assert!(record::find_also_deleted(&administrator, &ids).await.unwrap().is_empty());
        for table in ["record", "record_change"] {
            assert_eq!(stage.number(&format!("SELECT COUNT(*) FROM {table}")).await, 1, "{table}");
        }
        assert_eq!(stage.number("SELECT COUNT(*) FROM record_value WHERE reference_id IS NOT NULL").await, 0);
        // The link stays in the document, and does not stand in the way of a change.
        let changed = change(&manager, &points, titled("b")).await.unwrap();
        assert_eq!(changed.values["links"], Value::Reference(vec![target.id]));
        assert!(matches!(record::purge(&fresh(&administrator), &ids).await, Err(Error::NotFound)));
        assert_eq!(stage.thing("next").await.number, 3, "its number is not given again");
    }
}
