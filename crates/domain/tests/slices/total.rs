//! What the numbers of a list come to.

use kernel::{Error, Role};
use waarborg_domain::{
    Ctx,
    form::Form,
    record::{
        self, FieldTotal, LifeStep, LikelihoodImpact, RecordFilter, RecordList, RecordSort, RecordState,
        Value,
    },
};

use crate::{
    generate,
    model::Model,
    stage::{Stage, changes, create, seen_by, text},
};

async fn totals(
    ctx: &Ctx,
    form: &Form,
    filter: &RecordFilter,
    keys: &[&str],
) -> kernel::Result<Vec<FieldTotal>> {
    let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    record::totals(ctx, RecordList { form, filter, sort: &RecordSort::default() }, &keys).await
}

fn total(key: &str, count: u64, [sum, average, minimum, maximum]: [f64; 4]) -> FieldTotal {
    let [sum, average, minimum, maximum] = [sum, average, minimum, maximum].map(Some);
    FieldTotal { key: key.to_owned(), count, sum, average, minimum, maximum }
}

fn nothing(key: &str) -> FieldTotal {
    FieldTotal { key: key.to_owned(), ..FieldTotal::default() }
}

tenancy::on_both_engines! {
    async fn fields_come_to_what_all_records_that_match_say(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, employee) = (stage.manager(), stage.of(Role::Employee));
        let risk = Value::LikelihoodImpact(LikelihoodImpact { likelihood: 2, impact: 3 });
        for (maker, title, amount) in [
            (&manager, "een", Some(0.1)), (&employee, "twee", Some(0.2)), (&manager, "drie", None), (&manager, "vier", Some(-4.0)),
        ] {
            let values = changes([
                ("title", Some(text(title))), ("amount", amount.map(Value::Number)),
                ("risk", (title == "een").then(|| risk.clone())),
            ]);
            create(maker, "things", values).await.unwrap();
        }
        let form = stage.things().await;
        let all = RecordFilter::default();
        let keys = ["risk", "amount", "title", "day"];
        assert_eq!(totals(&manager, &form, &all, &keys).await.unwrap(), [
            total("risk", 1, [6.0; 4]), total("amount", 3, [-3.7, -3.7 / 3.0, -4.0, 0.2]), nothing("title"), nothing("day"),
        ]);
        let search = RecordFilter { search: Some("ee".into()), ..RecordFilter::default() };
        assert_eq!(totals(&manager, &form, &search, &["amount"]).await.unwrap(), [total("amount", 2, [0.3, 0.15, 0.1, 0.2])]);
        let own = seen_by(&employee, &form).await;
        assert_eq!(totals(&employee, &own, &all, &["amount"]).await.unwrap(), [total("amount", 1, [0.2; 4])]);

        let put_away = record::find_by_number(&manager, &form, 4).await.unwrap().unwrap();
        record::take_step(&manager, &[put_away.id], LifeStep::Archive).await.unwrap();
        assert_eq!(totals(&manager, &form, &all, &["amount"]).await.unwrap(), [total("amount", 2, [0.3, 0.15, 0.1, 0.2])]);
        let archived = RecordFilter { state: RecordState::Archived, ..RecordFilter::default() };
        assert_eq!(totals(&manager, &form, &archived, &["amount", "risk"]).await.unwrap(), [
            total("amount", 1, [-4.0; 4]), nothing("risk"),
        ]);
    }

    async fn totals_of_any_filter_are_those_of_its_records(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let model = Model::fill(&stage, 40).await;
        let manager = stage.manager();
        for filter in generate::draw(40, generate::filters(&model.known)) {
            let matching = model.matching(&filter);
            let amounts: Vec<f64> = model
                .records
                .iter()
                .filter(|record| matching.contains(&record.number))
                .filter_map(|record| match record.values.get("amount") {
                    Some(Value::Number(number)) => Some(*number),
                    _ => None,
                })
                .collect();
            let found = totals(&manager, &model.form, &filter, &["amount"]).await.unwrap().remove(0);
            assert_eq!(found.count, amounts.len() as u64, "{filter:?}");
            let sum = amounts.iter().sum::<f64>();
            assert!((found.sum.unwrap_or_default() - sum).abs() < 1e-6, "{filter:?}");
            assert_eq!(found.minimum, amounts.iter().copied().reduce(f64::min), "{filter:?}");
            assert_eq!(found.maximum, amounts.iter().copied().reduce(f64::max), "{filter:?}");
        }
    }

    async fn too_many_fields_and_unknown_ones_are_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form, all) = (stage.manager(), stage.things().await, RecordFilter::default());
        assert!(totals(&manager, &form, &all, &["amount"; 20]).await.is_ok());
        for keys in [&["amount"; 21][..], &["nowhere"]] {
            let refused = totals(&manager, &form, &all, keys).await;
            assert!(matches!(refused, Err(Error::BadRequest { argument: "totalFields", .. })));
        }
        assert!(totals(&manager, &form, &all, &[]).await.unwrap().is_empty());
        let hidden = seen_by(&stage.of(Role::Auditor), &form).await;
        let refused = totals(&stage.of(Role::Auditor), &hidden, &all, &["amount"]).await;
        assert!(matches!(refused, Err(Error::NotFound)));
    }
}
