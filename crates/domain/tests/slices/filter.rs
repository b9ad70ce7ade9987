//! Filters and counts, beside a register in memory.

use kernel::Error;
use waarborg_domain::{
    Ctx,
    record::{self, FieldFilter, RecordFilter, RecordList, RecordSort, Value},
};

use crate::{
    generate::{filters, for_all},
    model::Model,
    stage::{Stage, matching},
};

/// Listed and counted is what a look at each record finds.
async fn assert_found(ctx: &Ctx, model: &Model, filter: &RecordFilter) {
    let expected = model.matching(filter);
    assert_eq!(matching(ctx, &model.form, filter).await.unwrap(), expected, "{filter:?}");
    let sort = RecordSort::default();
    let list = RecordList { form: &model.form, filter, sort: &sort };
    assert_eq!(record::count(ctx, list).await.unwrap(), expected.len() as u64, "{filter:?}");
}

tenancy::on_both_engines! {
    async fn every_filter_finds_what_a_look_at_each_record_finds(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let model = Model::fill(&stage, 30).await;
        let manager = stage.manager();
        for_all(200, filters(&model.known), async |filter| {
            assert_found(&manager, &model, &filter).await;
        });
    }

    /// Few records are named beforehand, of many the list is gone through: here all are many, or what fits between.
    async fn what_a_filter_finds_does_not_depend_on_how_it_is_found(test: TestTenancy) {
        let mut stage = Stage::new(&test).await;
        let model = Model::fill(&stage, 30).await;
        for few in [0, 5] {
            stage = stage.naming(few);
            let manager = stage.manager();
            for_all(150, filters(&model.known), async |filter| {
                assert_found(&manager, &model, &filter).await;
            });
        }
    }

    async fn counts_and_the_risk_matrix_equal_a_count_by_hand(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let model = Model::fill(&stage, 30).await;
        let manager = stage.manager();
        let counts = record::counts(&manager, &[model.form.id]).await.unwrap().remove(&model.form.id).unwrap();
        let with = |status: &str| model.records.iter().filter(|record| record.status == status).count() as u64;
        for status in ["open", "busy", "done"] {
            assert!(with(status) > 0);
            assert_eq!(counts.of(status), with(status), "{status}");
        }
        assert_eq!((counts.of("gone"), counts.total()), (0, model.records.len() as u64));
        let cells = record::risk_matrix(&manager, &model.form, "risk").await.unwrap();
        assert_eq!(cells.len(), 16);
        let mut filled = 0;
        for cell in cells {
            let is_in = |value: Option<&Value>| {
                matches!(value, Some(Value::LikelihoodImpact(place))
                    if (place.likelihood, place.impact) == (cell.likelihood, cell.impact))
            };
            let expected = model.records.iter().filter(|record| is_in(record.values.get("risk"))).count();
            assert_eq!(cell.count, expected as u64);
            filled += expected;
            let level = match cell.likelihood * cell.impact { 0..4 => "low", 4..9 => "middle", _ => "high" };
            assert_eq!(cell.level.key, level);
        }
        assert!(filled > 0);
        assert!(record::risk_matrix(&manager, &model.form, "amount").await.unwrap().is_empty());
    }

    async fn a_filter_no_database_could_answer_is_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let form = stage.things().await;
        let on = |key: &str| FieldFilter { key: key.to_owned(), ..FieldFilter::default() };
        let of = |fields| RecordFilter { fields, ..RecordFilter::default() };
        let many = |count: usize| Some(vec!["x".to_owned(); count]);
        let choices = |count| of(vec![FieldFilter { any_of: many(count), ..on("tags") }; 50]);
        for bad in [
            of(vec![on("nowhere")]),
            of(vec![on("tags"); 51]),
            choices(201),
            RecordFilter { status_keys: many(201), ..RecordFilter::default() },
            RecordFilter { search: Some("x".repeat(1_001)), ..RecordFilter::default() },
            RecordFilter { search: Some("a\0b".to_owned()), ..RecordFilter::default() },
            RecordFilter { status_keys: Some(vec!["\0".to_owned()]), ..RecordFilter::default() },
            of(vec![FieldFilter { contains: Some("\0".to_owned()), ..on("notes") }]),
            of(vec![FieldFilter { any_of: Some(vec!["\0".to_owned()]), ..on("tags") }]),
        ] {
            let refused = matching(&stage.manager(), &form, &bad).await;
            assert!(matches!(refused, Err(Error::BadRequest { argument: "filter", .. })), "{refused:?}");
        }
        let widest = RecordFilter { search: Some("x ".repeat(500)), ..choices(200) };
        assert!(matching(&stage.manager(), &form, &widest).await.unwrap().is_empty());
    }
}
