//! Charts add up what a list and a count by hand find, and only what the actor may see.
#![allow(clippy::float_cmp, reason = "numbers of records are whole")]

use std::collections::BTreeMap;

use chrono::{Datelike, Duration};
use kernel::{Error, GroupId, Role, dutch_day};
use waarborg_domain::{
    Ctx,
    chart::{self, ChartData},
    form::{self, Chart, FieldKind, Form, FormDefinition},
    group::{self, NewGroup},
    record::{Record, RecordFilter, Value},
};

use crate::{
    model::Model,
    register,
    stage::{Stage, changes, create, matching, seen_by, text, titled},
};

fn charted(json: &serde_json::Value) -> Chart {
    let mut whole = serde_json::json!({ "key": "c", "title": { "nl": "c", "en": "c" } });
    for (key, value) in json.as_object().unwrap() {
        whole[key] = value.clone();
    }
    serde_json::from_value(whole).unwrap()
}

async fn drawn(ctx: &Ctx, form: &Form, text: &str) -> ChartData {
    let json = serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    chart::data(ctx, form, &charted(&json)).await.unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn keys(data: &ChartData) -> Vec<&str> {
    data.groups.iter().map(|group| group.key.as_str()).collect()
}

fn figures(data: &ChartData) -> Vec<(&str, f64)> {
    data.cells.iter().map(|cell| (data.groups[cell.group].key.as_str(), cell.value)).collect()
}

#[allow(clippy::cast_precision_loss, reason = "tens")]
fn number(count: usize) -> f64 {
    count as f64
}

/// Charts whose every group a filter can list.
const CHARTS: [&str; 29] = [
    r#"{"kind": "number"}"#,
    r#"{"kind": "number", "open_only": true, "tests": [{"field": "amount", "from": -1.0, "to": 1.5}]}"#,
    r#"{"kind": "number", "tests": [{"field": "$status", "any_of": ["open", "done"]}, {"field": "day", "is_filled": true}]}"#,
    r#"{"kind": "table", "group_by": "$status"}"#,
    r#"{"kind": "bar", "group_by": "$status", "open_only": true}"#,
    r#"{"kind": "bar", "group_by": "colour"}"#,
    r#"{"kind": "bar", "group_by": "tags"}"#,
    r#"{"kind": "bar", "group_by": "answer"}"#,
    r#"{"kind": "bar", "group_by": "owner"}"#,
    r#"{"kind": "bar", "group_by": "people"}"#,
    r#"{"kind": "bar", "group_by": "links"}"#,
    r#"{"kind": "bar", "group_by": "risk", "open_only": true}"#,
    r#"{"kind": "bar", "group_by": "double"}"#,
    r#"{"kind": "bar", "group_by": "countries", "tests": [{"field": "amount", "from": 0.0}]}"#,
    r#"{"kind": "bar", "group_by": "tags", "tests": [{"field": "answer", "any_of": ["YES", "NO"]}]}"#,
    r#"{"kind": "line", "group_by": "day", "interval": "month"}"#,
    r#"{"kind": "line", "group_by": "day", "interval": "year"}"#,
    r#"{"kind": "line", "group_by": "moment", "interval": "quarter"}"#,
    r#"{"kind": "line", "group_by": "due", "interval": "month"}"#,
    r#"{"kind": "line", "group_by": "due", "interval": "year", "split_by": "answer"}"#,
    r#"{"kind": "ageing", "field": "day"}"#,
    r#"{"kind": "ageing", "field": "moment"}"#,
    r#"{"kind": "doughnut", "group_by": "points"}"#,
    r#"{"kind": "stacked", "group_by": "colour", "split_by": "$status", "open_only": true}"#,
    r#"{"kind": "stacked", "group_by": "tags", "split_by": "tags"}"#,
    r#"{"kind": "stacked", "group_by": "risk", "split_by": "people"}"#,
    r#"{"kind": "stacked", "group_by": "$status", "split_by": "day", "interval": "year"}"#,
    r#"{"kind": "heat_map", "field": "risk"}"#,
    r#"{"kind": "heat_map", "field": "risk", "open_only": true, "tests": [{"field": "tags", "any_of": ["red"]}]}"#,
];

/// Charts by when records were made: no filter can say that.
const MADE: [&str; 3] = [
    r#"{"kind": "line", "group_by": "$created", "interval": "month"}"#,
    r#"{"kind": "line", "group_by": "$created", "interval": "year", "split_by": "$status"}"#,
    r#"{"kind": "ageing"}"#,
];

fn has_several(text: &str) -> bool {
    ["tags", "people", "links", "countries", "points"]
        .iter()
        .any(|key| text.contains(&format!("_by\": \"{key}")))
}

async fn check(ctx: &Ctx, form: &Form, text: &str) {
    let data = drawn(ctx, form, text).await;
    assert!(!data.groups.is_empty() && !data.series.is_empty(), "{text}");
    assert_eq!(data.series.len() > 1, text.contains("split_by") || text.contains("heat_map"), "{text}");
    assert!(data.groups.len() <= 50 && data.series.len() <= 50);
    for cell in &data.cells {
        let place = (text, &data.groups[cell.group].key, &data.series[cell.series].key);
        let Some(filter) = data.filter_of(cell) else {
            assert!([place.1, place.2].iter().any(|key| *key == "$hidden"), "{place:?} has no filter");
            continue;
        };
        let found = matching(ctx, form, &filter).await.unwrap().len();
        assert!(cell.value.total_cmp(&number(found)).is_eq(), "{place:?}: {} {found}", cell.value);
    }
    for (place, group) in data.groups.iter().enumerate() {
        // With parts of one answer each, a bar is as high as its parts together.
        let Some(filter) = &group.filter else { continue };
        let height: f64 = data.cells.iter().filter(|cell| cell.group == place).map(|cell| cell.value).sum();
        let found = matching(ctx, form, filter).await.unwrap().len();
        assert!(height >= number(found), "{text} {}", group.key);
        assert!(text.contains("split_by") || (height - number(found)).abs() < 0.5, "{text} {}", group.key);
    }
    let all: f64 = data.cells.iter().map(|cell| cell.value).sum();
    assert!(text.contains("heat_map") || has_several(text) || (all - data.total).abs() < 0.5, "{text}");
}

tenancy::on_both_engines! {
    async fn every_bar_is_as_high_as_the_list_behind_it_is_long(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let model = Model::fill(&stage, 40).await;
        for ctx in [stage.manager(), stage.of(Role::Employee), stage.of(Role::Viewer)] {
            let form = seen_by(&ctx, &model.form).await;
            for text in CHARTS {
                check(&ctx, &form, text).await;
            }
            let all = matching(&ctx, &form, &RecordFilter::default()).await.unwrap().len();
            assert_eq!(drawn(&ctx, &form, CHARTS[0]).await.total, number(all));
        }
        let (form, auditor) = (seen_by(&stage.of(Role::Auditor), &model.form).await, stage.of(Role::Auditor));
        let hidden = chart::data(&auditor, &form, &charted(&serde_json::json!({ "kind": "number" }))).await;
        assert!(matches!(hidden, Err(Error::NotFound)));
    }

    async fn who_sees_only_their_own_records_counts_only_those(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, employee) = (stage.manager(), stage.of(Role::Employee));
        for (ctx, count) in [(&manager, 3), (&employee, 2)] {
            for turn in 0..count {
                create(ctx, "things", titled(&format!("ding {turn}"))).await.unwrap();
            }
        }
        let form = stage.things().await;
        for text in CHARTS.iter().chain(&MADE).filter(|text| !text.contains("tests")) {
            let own = drawn(&employee, &seen_by(&employee, &form).await, text).await;
            assert_eq!((own.total, drawn(&manager, &seen_by(&manager, &form).await, text).await.total), (2.0, 5.0));
        }
    }

    async fn sums_and_means_are_of_what_is_filled_in(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let model = Model::fill(&stage, 40).await;
        let manager = stage.manager();
        let amount = |record: &Record| match record.values.get("amount") {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        let mean = |sums: &[f64]| sums.iter().sum::<f64>() / number(sums.len().max(1));
        let mut by_status: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for record in &model.records {
            by_status.entry(&record.status).or_default().extend(amount(record));
        }
        let all: Vec<f64> = by_status.values().flatten().copied().collect();
        for (measure, figure) in
            [("sum", &(|sums: &[f64]| sums.iter().sum()) as &dyn Fn(&[f64]) -> f64), ("average", &mean)]
        {
            let text = format!(r#"{{"kind": "bar", "group_by": "$status", "measure": {{"{measure}": "amount"}}}}"#);
            let data = drawn(&manager, &model.form, &text).await;
            assert!((data.total - figure(&all)).abs() < 1e-6, "{text}");
            for (status, value) in figures(&data) {
                assert!((value - figure(&by_status[status])).abs() < 1e-6, "{text} {status}");
            }
            let several = text.replace("$status", "tags");
            assert!((drawn(&manager, &model.form, &several).await.total - figure(&all)).abs() < 1e-6);
        }
        let scores = drawn(&manager, &model.form, r#"{"kind": "number", "measure": {"sum": "risk"}}"#).await.total;
        let by_hand: u32 = model.records.iter().filter_map(|record| match record.values.get("risk") {
            Some(Value::LikelihoodImpact(place)) => Some(u32::from(place.likelihood) * u32::from(place.impact)),
            _ => None,
        }).sum();
        assert_eq!(scores, f64::from(by_hand));
    }

    async fn when_records_were_made_is_counted_by_the_dutch_calendar(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let mut made = Vec::new();
        // Over the turns of months, years and summer time, and further back than a chart tells apart.
        for hours in [0, 24 * 70, 24 * 200, 1, 24 * 900, 24 * 400, 24 * 20, 24 * 3, 23, 24 * 40] {
            stage.clock.advance(Duration::hours(hours));
            made.push(dutch_day(stage.thing(&format!("na {hours}")).await.created_at));
        }
        stage.clock.advance(Duration::days(40));
        let (manager, form) = (stage.manager(), stage.things().await);
        let today = dutch_day(manager.now());
        let months = drawn(&manager, &form, MADE[0]).await;
        let count = |wanted: &dyn Fn(&chrono::NaiveDate) -> bool| number(made.iter().filter(|day| wanted(day)).count());
        let first = today - chrono::Months::new(47);
        let is_early = |day: &chrono::NaiveDate| (day.year(), day.month()) < (first.year(), first.month());
        assert!(count(&is_early) > 1.0);
        for (key, value) in figures(&months) {
            let expected = if key == "$earlier" { count(&is_early) } else {
                count(&|day| day.format("%Y-%m").to_string() == key)
            };
            assert_eq!(value, expected, "{key}");
        }
        let told = keys(&months);
        assert_eq!((told[0], *told.last().unwrap()), ("$earlier", &*today.format("%Y-%m").to_string()));
        let of = |key: &str| chrono::NaiveDate::parse_from_str(&format!("{key}-01"), "%Y-%m-%d").unwrap();
        assert!(told[1..].windows(2).all(|pair| of(pair[0]) + chrono::Months::new(1) == of(pair[1])), "{told:?}");
        assert_eq!(months.total, number(made.len()));
        let ages = drawn(&manager, &form, MADE[2]).await;
        assert_eq!(keys(&ages), ["0-7", "8-30", "31-90", "91-365", "366"]);
        for (key, value) in figures(&ages) {
            let (low, high) = key.split_once('-').map_or((366, i64::MAX), |(low, high)| {
                (low.parse().unwrap(), high.parse().unwrap())
            });
            assert_eq!(value, count(&|day| ((today - *day).num_days() >= low) && ((today - *day).num_days() <= high)), "{key}");
        }
    }

    async fn a_line_has_a_point_for_every_month_between(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        for day in ["2026-01-31", "2026-04-01", "2026-04-30"] {
            let values = changes([("title", Some(text(day))), ("day", Some(Value::Date(day.parse().unwrap())))]);
            create(&manager, "things", values).await.unwrap();
        }
        let line = r#"{"kind": "line", "group_by": "day", "interval": "month"}"#;
        let data = drawn(&manager, &form, line).await;
        assert_eq!(keys(&data), ["2026-01", "2026-02", "2026-03", "2026-04"]);
        assert_eq!(figures(&data), [("2026-01", 1.0), ("2026-04", 2.0)]);
        assert_eq!(data.groups[3].label, "apr 2026");
        // A day that somebody mistyped does not hide the others.
        let values = changes([("title", Some(text("x"))), ("day", Some(Value::Date("0202-06-01".parse().unwrap())))]);
        create(&manager, "things", values).await.unwrap();
        stage.thing("zonder dag").await;
        let data = drawn(&manager, &form, line).await;
        assert_eq!(keys(&data), ["0202-06", "2026-01", "2026-04", "$empty"]);
    }

    async fn what_does_not_fit_is_put_together_and_what_is_hidden_has_no_name(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer) = (stage.manager(), stage.of(Role::Viewer));
        let places = [create(&manager, "places", titled("a")).await.unwrap(), create(&manager, "places", titled("b")).await.unwrap()];
        for turn in 0..60_u32 {
            let place = &places[usize::from(turn % 3 == 0)];
            let values = changes([
                ("title", Some(text("x"))),
                ("amount", Some(Value::Number(f64::from(turn)))),
                ("place", Some(Value::Reference(vec![place.id]))),
            ]);
            create(&manager, "things", values).await.unwrap();
        }
        let form = stage.things().await;
        let data = drawn(&manager, &form, r#"{"kind": "bar", "group_by": "double"}"#).await;
        assert_eq!((data.groups.len(), data.groups[49].key.as_str(), data.groups[49].filter.as_ref()), (50, "$other", None));
        assert_eq!(data.cells.iter().map(|cell| cell.value).sum::<f64>(), 60.0);
        assert_eq!(figures(&data).last().unwrap(), &("$other", 11.0));
        let bar = r#"{"kind": "bar", "group_by": "place"}"#;
        let seen = drawn(&manager, &form, bar).await;
        assert_eq!(seen.groups.iter().map(|group| group.label.as_str()).collect::<Vec<_>>(), ["PLA-0001 a", "PLA-0002 b"]);
        let hidden = drawn(&viewer, &seen_by(&viewer, &form).await, bar).await;
        assert_eq!(figures(&hidden), [("$hidden", 60.0)]);
        assert!(hidden.groups[0].filter.is_none() && !hidden.groups[0].label.contains("PLA"));
    }

    async fn clocks_that_run_are_told_the_most_urgent_first(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        let now = manager.now();
        for turn in 0..25_i64 {
            let at = now - Duration::hours(turn * 5);
            let day = (turn % 5 == 0).then(|| Value::Date(dutch_day(now)));
            let values = changes([("title", Some(text("x"))), ("moment", Some(Value::DateTime(at))), ("day", day)]);
            create(&manager, "things", values).await.unwrap();
        }
        let data = drawn(&manager, &form, r#"{"kind": "clocks", "field": "due"}"#).await;
        assert_eq!((data.total, data.clocks.len()), (20.0, 20));
        assert!(data.clocks.is_sorted_by_key(|clock| clock.due_at));
        assert!(data.clocks[0].due_at < now && data.clocks.iter().all(|clock| clock.state != waarborg_domain::record::DeadlineState::Met));
        let busy = r#"{"kind": "clocks", "field": "due", "tests": [{"field": "$status", "any_of": ["busy"]}]}"#;
        assert_eq!(drawn(&manager, &form, busy).await.total, 0.0);
    }

    async fn groups_of_people_and_words_of_another_register_are_told_by_name(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let definition = FormDefinition { fields: words_and_groups(), ..register::places() };
        form::install(&stage.system(), register::pack(&[definition])).await.unwrap();
        let manager = stage.manager();
        let administrator = stage.of(Role::Administrator);
        let team = async |name: &str| -> GroupId {
            let new = NewGroup { name: name.to_owned(), description: String::new(), members: Vec::new() };
            group::create(&administrator, new).await.unwrap().id
        };
        let (one, other) = (team("Zorg").await, team("Beheer").await);
        for (title, teams, words) in [("a", vec![], vec![]), ("b", vec![one], vec!["a"]), ("c", vec![one, other], vec!["a", "b"])] {
            let values = changes([
                ("title", Some(text(title))),
                ("teams", Some(Value::Group(teams))),
                ("words", Some(Value::Words(words.into_iter().map(str::to_owned).collect()))),
            ]);
            create(&manager, "places", values).await.unwrap();
        }
        let form = form::get_by_key(&manager, "places").await.unwrap();
        for key in ["teams", "words"] {
            let text = format!(r#"{{"kind": "bar", "group_by": "{key}"}}"#);
            let data = drawn(&manager, &form, &text).await;
            assert_eq!(data.cells.iter().map(|cell| cell.value).collect::<Vec<_>>(), [2.0, 1.0, 1.0]);
            for (group, cell) in data.groups.iter().zip(&data.cells) {
                let found = matching(&manager, &form, group.filter.as_ref().unwrap()).await.unwrap().len();
                assert_eq!(number(found), cell.value, "{}", group.label);
            }
        }
        let data = drawn(&manager, &form, r#"{"kind": "bar", "group_by": "teams"}"#).await;
        assert_eq!(data.groups.iter().map(|group| group.label.as_str()).collect::<Vec<_>>(), ["Zorg", "Beheer", "Niet ingevuld"]);
    }

    async fn a_chart_the_form_cannot_fill_is_refused_by_the_name_of_its_member(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        for (text, member) in [
            (r#"{"kind": "bar"}"#, "groupBy"),
            (r#"{"kind": "bar", "group_by": "gone"}"#, "groupBy"),
            (r#"{"kind": "bar", "group_by": "notes"}"#, "groupBy"),
            (r#"{"kind": "bar", "group_by": "amount"}"#, "groupBy"),
            (r#"{"kind": "stacked", "group_by": "colour"}"#, "splitBy"),
            (r#"{"kind": "stacked", "group_by": "colour", "split_by": "story"}"#, "splitBy"),
            (r#"{"kind": "line", "group_by": "$created"}"#, "interval"),
            (r#"{"kind": "bar", "group_by": "colour", "split_by": "day"}"#, "interval"),
            (r#"{"kind": "number", "measure": {"sum": "title"}}"#, "measureField"),
            (r#"{"kind": "number", "measure": {"average": "gone"}}"#, "measureField"),
            (r#"{"kind": "heat_map"}"#, "field"),
            (r#"{"kind": "heat_map", "field": "amount"}"#, "field"),
            (r#"{"kind": "clocks", "field": "day"}"#, "field"),
            (r#"{"kind": "ageing", "field": "colour"}"#, "field"),
            (r#"{"kind": "number", "tests": [{"field": "gone", "is_filled": true}]}"#, "tests"),
        ] {
            let chart = charted(&serde_json::from_str(text).unwrap());
            match chart::data(&manager, &form, &chart).await {
                Err(Error::BadRequest { argument, .. }) => assert_eq!(argument, member, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }
}

fn words_and_groups() -> Vec<form::Field> {
    let field = |key: &str, kind| form::Field::new(key, kernel::Localized::same(key), kind);
    let mut fields = register::places().fields;
    let words =
        FieldKind::DynamicChoice { form: "places".to_owned(), field: "title".to_owned(), multiple: true };
    fields.extend([field("teams", FieldKind::Group { multiple: true }), field("words", words)]);
    fields
}
