//! Many records at once, all or nothing.

use std::{
    ops::ControlFlow,
    sync::atomic::{AtomicU64, Ordering},
};

use kernel::{Error, PageRequest, RecordId, Role};
use waarborg_domain::record::{self, ChangeKind, ImportItem, ImportProgress, ImportTotals, Value};

use crate::stage::{Stage, change, changes, create, faults, text, titled};

/// Breaks off when so many items are done.
struct BreakAt(u64, AtomicU64);

impl BreakAt {
    const fn never() -> Self {
        Self(u64::MAX, AtomicU64::new(0))
    }
}

impl ImportProgress for BreakAt {
    fn report(&self, done: u64, _total: u64) -> ControlFlow<()> {
        self.1.fetch_add(1, Ordering::Relaxed);
        if done >= self.0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

fn new(title: &str) -> ImportItem {
    ImportItem { existing: None, values: titled(title), status: None }
}

/// What the database holds that an import could leave behind.
async fn traces(stage: &Stage) -> [i64; 5] {
    let mut counts = [0; 5];
    for (count, sql) in counts.iter_mut().zip([
        "SELECT COUNT(*) FROM record",
        "SELECT COUNT(*) FROM record_value",
        "SELECT COUNT(*) FROM record_change",
        "SELECT COUNT(*) FROM audit_event",
        "SELECT CAST(SUM(next_number) AS BIGINT) FROM form",
    ]) {
        *count = stage.number(sql).await;
    }
    counts
}

tenancy::on_both_engines! {
    async fn an_import_makes_changes_and_leaves_alone_with_history_and_one_event(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        let (one, two) = (stage.thing("one").await, stage.thing("two").await);
        let items = [
            new("three"),
            // Any step is allowed: the workbook tells how things are.
            ImportItem { existing: Some(one.clone()), values: titled("ONE"), status: Some("done".into()) },
            ImportItem { existing: Some(two.clone()), values: titled("two"), status: None },
            ImportItem { status: Some("busy".into()), ..new("four") },
        ];
        let log = stage.logged(async {
            let totals = record::import(&manager, &form, &items, &BreakAt::never()).await.unwrap();
            assert_eq!(totals, Some(ImportTotals { created: 2, updated: 1, unchanged: 1 }));
        });
        assert_eq!(log.await, ["record.imported"]);
        let found = record::find_by_numbers(&manager, &form, &[1, 2, 3, 4]).await.unwrap();
        let told = |number: i64| (found[&number].title.as_str(), found[&number].status.as_str());
        assert_eq!([told(1), told(2), told(3), told(4)], [
            ("ONE", "done"), ("two", "open"), ("three", "open"), ("four", "busy"),
        ]);
        assert_eq!((found[&1].version, found[&2].version), (2, 1));
        for number in [1, 3] {
            let lines = record::history(&manager, &found[&number], &PageRequest::start(5)).await.unwrap();
            assert_eq!(lines.items[0].1.kind, ChangeKind::Imported);
        }
    }

    async fn a_cancelled_import_leaves_nothing(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        let items: Vec<ImportItem> = (0..600).map(|number| new(&number.to_string())).collect();
        let before = traces(&stage).await;
        let progress = BreakAt(500, AtomicU64::new(0));
        assert_eq!(record::import(&manager, &form, &items, &progress).await.unwrap(), None);
        assert_eq!(progress.1.load(Ordering::Relaxed), 3, "two batches were written by then");
        assert_eq!(traces(&stage).await, before);
        let totals = record::import(&manager, &form, &items, &BreakAt::never()).await.unwrap().unwrap();
        assert_eq!(totals.created, 600);
        assert_eq!(stage.number("SELECT MAX(number) FROM record").await, 600);
    }

    async fn an_import_with_one_bad_row_leaves_nothing_and_names_the_row(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        let nothing = RecordId::generate(manager.clock(), manager.random());
        let before = traces(&stage).await;
        let import = async |last: ImportItem| {
            faults(record::import(&manager, &form, &[new("a"), last], &BreakAt::never()).await)
        };
        assert_eq!(import(new(" ")).await, ["REQUIRED 1.values.title"]);
        assert_eq!(import(ImportItem { status: Some("x".into()), ..new("b") }).await, ["UNKNOWN_STATUS 1.statusKey"]);
        let values = changes([("title", Some(text("b"))), ("links", Some(Value::Reference(vec![nothing])))]);
        assert_eq!(import(ImportItem { values, ..new("b") }).await, ["RECORD_NOT_FOUND 1.values.links"]);
        assert_eq!(traces(&stage).await, before);
    }

    async fn an_import_upon_a_record_that_changed_since_is_a_conflict_and_leaves_nothing(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        let planned = stage.thing("one").await;
        change(&manager, &planned, titled("changed")).await.unwrap();
        let before = traces(&stage).await;
        let update = ImportItem { existing: Some(planned), ..new("imported") };
        let refused = record::import(&manager, &form, &[new("a"), update], &BreakAt::never()).await;
        assert_eq!(faults(refused), ["CONFLICT rows"]);
        assert_eq!(traces(&stage).await, before);
    }

    async fn only_full_users_import_and_only_into_records_of_the_form(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let form = stage.things().await;
        for role in [Role::Auditor, Role::Viewer, Role::Employee] {
            let refused = record::import(&stage.of(role), &form, &[new("a")], &BreakAt::never()).await;
            assert!(matches!(refused, Err(Error::Forbidden)), "{role}");
        }
        let place = create(&stage.manager(), "places", titled("here")).await.unwrap();
        let foreign = ImportItem { existing: Some(place), ..new("b") };
        let refused = record::import(&stage.manager(), &form, &[foreign], &BreakAt::never()).await;
        assert!(matches!(refused, Err(Error::Forbidden)));
    }
}
