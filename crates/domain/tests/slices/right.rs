//! What each right on a form lets one do.

use kernel::{Actor, Error, PageRequest, Role};
use waarborg_domain::{
    Ctx,
    form::Form,
    record::{self, Record, RecordFilter, RecordList, RecordSort, Value},
};

use crate::stage::{Stage, change, changes, create, matching, seen_by, text, titled};

/// A few words on what came of it.
fn word<T>(outcome: kernel::Result<T>) -> &'static str {
    match outcome {
        Ok(_) => "ok",
        Err(Error::NotFound) => "not found",
        Err(Error::Forbidden) => "forbidden",
        Err(Error::Unauthenticated) => "unauthenticated",
        Err(_) => "other",
    }
}

struct Seen {
    list: Result<Vec<i64>, &'static str>,
    count: Result<u64, &'static str>,
    counts: Result<u64, &'static str>,
    matrix: Result<u64, &'static str>,
    get: [&'static str; 2],
    by_number: usize,
    update: [&'static str; 2],
    create: &'static str,
}

async fn look(ctx: &Ctx, form: &Form, [own, other]: [&Record; 2]) -> Seen {
    let (filter, sort) = (RecordFilter::default(), RecordSort::default());
    let form = &seen_by(ctx, form).await;
    let matrix = record::risk_matrix(ctx, form, "risk").await;
    let counts = record::counts(ctx, &[form.id]).await;
    let mut update = ["", ""];
    for (index, record) in [own, other].into_iter().enumerate() {
        let now = record::get(ctx, record.id).await.unwrap_or_else(|_| record.clone());
        update[index] = word(change(ctx, &now, titled(&format!("{}!", now.title))).await);
    }
    Seen {
        list: matching(ctx, form, &filter).await.map_err(|error| word::<()>(Err(error))),
        count: record::count(ctx, RecordList { form, filter: &filter, sort: &sort })
            .await
            .map_err(|error| word::<()>(Err(error))),
        counts: counts
            .map(|counts| counts.get(&form.id).map_or(0, record::FormCounts::total))
            .map_err(|error| word::<()>(Err(error))),
        matrix: matrix
            .map(|cells| cells.iter().map(|cell| cell.count).sum())
            .map_err(|error| word::<()>(Err(error))),
        get: [word(record::get(ctx, own.id).await), word(record::get(ctx, other.id).await)],
        by_number: record::find_by_numbers(ctx, form, &[1, 2]).await.map_or(0, |found| found.len()),
        update,
        create: word(create(ctx, &form.definition.key, titled("new")).await),
    }
}

tenancy::on_both_engines! {
    async fn each_right_shows_and_allows_what_it_says(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let form = stage.things().await;
        let risk = || Some(Value::LikelihoodImpact(record::LikelihoodImpact { likelihood: 1, impact: 2 }));
        let values = |title: &str| changes([("title", Some(text(title))), ("risk", risk())]);
        let own = create(&stage.of(Role::Employee), "things", values("own")).await.unwrap();
        let other = create(&stage.manager(), "things", values("other")).await.unwrap();
        let records = [&own, &other];

        let none = look(&stage.of(Role::Auditor), &form, records).await;
        assert_eq!((none.list, none.count), (Err("not found"), Err("not found")));
        assert_eq!((none.counts, none.matrix), (Ok(0), Err("not found")));
        assert_eq!((none.get, none.by_number), (["not found"; 2], 0));
        assert_eq!((none.update, none.create), (["not found"; 2], "not found"));

        let view = look(&stage.of(Role::Viewer), &form, records).await;
        assert_eq!((view.list, view.count, view.counts, view.matrix), (Ok(vec![1, 2]), Ok(2), Ok(2), Ok(2)));
        assert_eq!((view.get, view.by_number), (["ok"; 2], 2));
        assert_eq!((view.update, view.create), (["forbidden"; 2], "forbidden"));

        let mine = look(&stage.of(Role::Employee), &form, records).await;
        assert_eq!((mine.list, mine.count, mine.counts, mine.matrix), (Ok(vec![1]), Ok(1), Ok(1), Ok(1)));
        assert_eq!((mine.get, mine.by_number), (["ok", "not found"], 1));
        assert_eq!((mine.update, mine.create), (["ok", "not found"], "ok"));

        let all = look(&stage.manager(), &form, records).await;
        assert_eq!((all.list, all.count, all.counts, all.matrix), (Ok(vec![1, 2, 3]), Ok(3), Ok(3), Ok(2)));
        assert_eq!((all.get, all.by_number), (["ok"; 2], 2));
        assert_eq!((all.update, all.create), (["ok"; 2], "ok"));

        let nobody = look(&stage.acting(Actor::Anonymous), &form, records).await;
        assert_eq!((nobody.list, nobody.counts), (Err("unauthenticated"), Err("unauthenticated")));
        assert_eq!((nobody.get, nobody.create), (["unauthenticated"; 2], "unauthenticated"));
    }

    async fn an_employee_does_not_see_a_colleagues_record(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let form = stage.things().await;
        let (one, two) = (stage.of(Role::Employee), stage.join("second", Role::Employee).await);
        let of_one = create(&one, "things", titled("one")).await.unwrap();
        let of_two = create(&two, "things", titled("two")).await.unwrap();
        let by_product = create(&stage.system(), "things", titled("three")).await.unwrap();
        let all = RecordFilter::default();
        assert_eq!(matching(&one, &seen_by(&one, &form).await, &all).await.unwrap(), [of_one.number]);
        assert_eq!(matching(&two, &seen_by(&two, &form).await, &all).await.unwrap(), [of_two.number]);
        for hidden in [&of_two, &by_product] {
            assert_eq!(word(record::get(&one, hidden.id).await), "not found");
        }
    }

    async fn what_points_to_a_record_shows_from_registers_one_sees_whole(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let employee = stage.of(Role::Employee);
        let target = create(&employee, "things", titled("target")).await.unwrap();
        let link = changes([
            ("title", Some(text("points"))), ("links", Some(Value::Reference(vec![target.id]))),
        ]);
        create(&employee, "things", link.clone()).await.unwrap();
        create(&stage.manager(), "things", link).await.unwrap();
        let seen = async |ctx: &Ctx| {
            let page = record::pointing_to(ctx, target.id, &PageRequest::start(10)).await.unwrap();
            let counted = record::count_pointing_to(ctx, target.id).await.unwrap();
            assert_eq!(page.items.len() as u64, counted);
            counted
        };
        assert_eq!(seen(&stage.manager()).await, 2);
        assert_eq!(seen(&stage.of(Role::Viewer)).await, 2);
        assert_eq!(seen(&employee).await, 0);
        assert_eq!(seen(&stage.of(Role::Auditor)).await, 0);
    }
}
