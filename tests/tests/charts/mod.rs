//! Charts as a client draws them, and those the base forms bring along.

use base64::Engine as _;
use calamine::Reader;
use domain::{
    chart,
    form::{self, ChartKind, Form, Measure},
    record::{self, RecordFilter, RecordList, RecordSort},
};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, Engine, TestServer, asset, both_engines, incident, run};

const DRAW: &str = "query($key: String!, $chart: ChartInput!) { form(key: $key) { chartData(chart: $chart) {
    total groups { key label colour filter } series { key label filter }
    cells { group series value colour filter } clocks { record { code } dueAt state } } } }";
const COUNT: &str = "query($key: String!, $filter: RecordFilter) {
    form(key: $key) { records(filter: $filter) { totalCount } } }";

/// Draws a chart, and holds every figure of it against the list its filter gives.
async fn drawn(client: &Client, key: &str, chart: Value) -> Value {
    let mut data = client.data(DRAW, json!({ "key": key, "chart": chart })).await;
    let data = data["form"]["chartData"].take();
    for cell in data["cells"].as_array().unwrap() {
        let filter = &cell["filter"];
        assert!(filter.is_object() || chart.to_string().contains("$created"), "{chart} {cell}");
        if filter.is_object() {
            let found = client.data(COUNT, json!({ "key": key, "filter": filter })).await;
            let count = found["form"]["records"]["totalCount"].as_f64().unwrap();
            assert!((cell["value"].as_f64().unwrap() - count).abs() < 1e-9, "{chart} {cell} {count}");
        }
    }
    data
}

both_engines! {
    async fn what_a_group_stands_for_can_be_passed_back_as_a_filter(server: &TestServer) {
        let environment = server.fresh().await;
        let (manager, ctx) = (environment.client(Role::Manager).await, environment.ctx_at(Role::Manager, server.clock.now()).await);
        let owner = environment.person(Role::Manager).id;
        let create = async |form_key: &str, values| {
            let new = record::NewRecord { form_key: form_key.to_owned(), values, status: None };
            record::create(&ctx, new).await.unwrap()
        };
        let mut assets = Vec::new();
        for turn in 0..4 {
            let of = if turn == 0 { environment.person(Role::Viewer).id } else { owner };
            assets.push(create("assets", asset(&format!("Tablet {turn}"), of)).await);
        }
        for turn in 0..3 {
            create("incidents", incident(&format!("Incident {turn}"), owner, &assets[turn..])).await;
        }
        let title = json!({ "nl": "Grafiek" });
        for (key, chart) in [
            ("assets", json!({ "title": title, "kind": "BAR", "groupBy": "$status" })),
            ("assets", json!({ "title": title, "kind": "DOUGHNUT", "groupBy": "owner" })),
            ("assets", json!({ "title": title, "kind": "STACKED", "groupBy": "kind", "splitBy": "owner", "isOpenOnly": true })),
            ("assets", json!({ "title": title, "kind": "LINE", "groupBy": "$created", "interval": "MONTH" })),
            ("assets", json!({ "title": title, "kind": "TABLE", "groupBy": "owner", "measure": "COUNT",
                "tests": [{ "fieldKey": "kind", "isFilled": true }] })),
            ("incidents", json!({ "title": title, "kind": "BAR", "groupBy": "assets" })),
            ("incidents", json!({ "title": title, "kind": "LINE", "groupBy": "reported_on", "interval": "QUARTER" })),
            ("incidents", json!({ "title": title, "kind": "AGEING", "field": "reported_on" })),
            ("risks", json!({ "title": title, "kind": "NUMBER" })),
        ] {
            let data = drawn(&manager, key, chart.clone()).await;
            assert_eq!(data["total"], match key { "assets" => 4.0, "incidents" => 3.0, _ => 0.0 }, "{chart}");
        }
        let bar = json!({ "title": title, "kind": "BAR", "groupBy": "assets" });
        let bar = drawn(&manager, "incidents", bar).await;
        assert_eq!(bar["groups"][0]["filter"]["fields"][0]["references"].as_array().unwrap().len(), 1);
        assert_eq!(bar["groups"].as_array().unwrap().len(), 4);
    }

    async fn a_register_tells_its_own_charts_and_what_it_cannot_draw(server: &TestServer) {
        let environment = server.fresh().await;
        let viewer = environment.client(Role::Viewer).await;
        let own = "{ form(key: \"risks\") { charts { key title(locale: EN) kind groupBy splitBy interval measure
            measureField field isOpenOnly tests { fieldKey anyOf } } } }";
        let data = environment.client(Role::Manager).await.data(own, json!({})).await;
        let charts = data["form"]["charts"].as_array().unwrap();
        assert!(charts.iter().any(|chart| chart["kind"] == "HEAT_MAP" && chart["field"].is_string()), "{charts:?}");
        for (chart, member) in [
            (json!({ "kind": "BAR" }), "groupBy is needed"),
            (json!({ "kind": "BAR", "groupBy": "gone" }), "groupBy names a field the form does not have"),
            (json!({ "kind": "NUMBER", "measure": "SUM" }), "measureField is needed"),
            (json!({ "kind": "NUMBER", "measure": "AVERAGE", "measureField": "name" }), "measureField must be"),
            (json!({ "kind": "HEAT_MAP" }), "field is needed"),
            (json!({ "kind": "LINE", "groupBy": "$created" }), "interval is needed"),
            (json!({ "kind": "NUMBER", "tests": [{ "fieldKey": "gone", "isFilled": true }] }), "tests name"),
        ] {
            let mut chart = chart;
            chart["title"] = json!({ "en": "Chart" });
            let reply = viewer.run(DRAW, json!({ "key": "assets", "chart": chart })).await.json();
            let error = &reply["errors"][0];
            assert_eq!(error["extensions"]["code"], "BAD_REQUEST", "{reply}");
            assert!(error["message"].as_str().unwrap().starts_with(member), "{reply}");
        }
    }
}

/// How many records a filter lists.
async fn count(ctx: &domain::Ctx, form: &Form, filter: &RecordFilter) -> f64 {
    let list = RecordList { form, filter, sort: &RecordSort::default() };
    f64::from(u32::try_from(record::count(ctx, list).await.unwrap()).unwrap())
}

/// Draws every chart of every base form of one customer; how many of them show something.
async fn draw_all(ctx: &domain::Ctx) -> usize {
    let mut drawn = 0;
    for form in form::list(ctx).await.unwrap().iter() {
        for own in &form.definition.charts {
            let place = format!("{} {}", form.definition.key, own.key);
            let data = chart::data(ctx, form, own).await.unwrap_or_else(|error| panic!("{place}: {error}"));
            drawn += usize::from(!data.clocks.is_empty() || data.cells.iter().any(|cell| cell.value > 0.0));
            assert!(own.kind == ChartKind::Clocks || !data.series.is_empty(), "{place}");
            for cell in data.cells.iter().filter(|_| own.measure == Measure::Count {}) {
                let Some(filter) = data.filter_of(cell) else { continue };
                assert!((cell.value - count(ctx, form, &filter).await).abs() < 0.5, "{place} {cell:?}");
            }
        }
    }
    drawn
}

#[test]
fn every_chart_of_the_base_forms_draws_the_demos_data() {
    run(Engine::Sqlite, waarborg_tests::Company::Welcome, async |_: &TestServer| {
        let server = TestServer::start(Engine::Sqlite).await;
        let demo = packs::demo::environments().unwrap();
        let pack = packs::Pack::builtin().unwrap();
        server::demo::make(&server.app, &pack, &demo[0]).await.unwrap();
        for entry in server.app.tenancy.list_tenants().await.unwrap() {
            let ctx = server.app.as_system(&entry).await.unwrap();
            let drawn = draw_all(&ctx).await;
            assert!(drawn >= 40, "only {drawn} charts of {} show something", entry.name);
        }
    });
}

const EXPORT: &str = "mutation($input: ExportChartInput!) { exportChart(input: $input) {
    file { fileName mediaType base64 } userErrors { code path } } }";

/// The rows of the sheet with the table, and those of the cover; cells as text.
fn sheets(file: &Value) -> [Vec<Vec<String>>; 2] {
    let bytes = base64::engine::general_purpose::STANDARD.decode(file["base64"].as_str().unwrap()).unwrap();
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let mut rows = |sheet: &str| -> Vec<Vec<String>> {
        let range = book.worksheet_range(sheet).unwrap();
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    [rows("Bedrijfsmiddelen"), rows("Voorblad")]
}

both_engines! {
    async fn the_table_behind_a_chart_goes_to_excel_in_the_language_asked_for(server: &TestServer) {
        let environment = server.fresh().await;
        let (manager, viewer) =
            (environment.client(Role::Manager).await, environment.client(Role::Viewer).await);
        let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
        let owner = environment.person(Role::Manager).id;
        for (name, status) in [("Tablet", "planned"), ("Server", "in_use"), ("Kast", "in_use")] {
            let (form_key, values) = ("assets".to_owned(), asset(name, owner));
            let new = record::NewRecord { form_key, values, status: Some(status.to_owned()) };
            record::create(&ctx, new).await.unwrap();
        }
        let chart = json!({ "title": { "nl": "Per status" }, "kind": "BAR", "groupBy": "$status", "isOpenOnly": true });
        let input = json!({ "input": { "formKey": "assets", "chart": chart, "locale": "NL" } });
        let data = manager.data(EXPORT, input.clone()).await;
        let file = &data["exportChart"]["file"];
        assert_eq!(file["fileName"], "zorgpunt-bedrijfsmiddelen-per-status-2026-01-05.xlsx");
        let [table, cover] = sheets(file);
        let form = manager.data("{ form(key: \"assets\") { statuses { key label(locale: NL) } } }", json!({})).await;
        let label = |key: &str| {
            let statuses = form["form"]["statuses"].as_array().unwrap().iter();
            statuses.clone().find(|status| status["key"] == key).unwrap()["label"].as_str().unwrap().to_owned()
        };
        let expected = [("Status".to_owned(), "Aantal"), (label("planned"), "1"), (label("in_use"), "2"), ("Totaal".to_owned(), "3")];
        assert_eq!(table, expected.map(|(name, figure)| vec![name, figure.to_owned()]));
        let said = cover.concat().join("\n");
        assert!(said.contains("Per status") && said.contains("Status:") && said.contains("Aantal registraties\n3"), "{said}");

        let mut before = input.clone();
        before["input"]["asOf"] = json!("2026-01-04");
        let then = manager.run(EXPORT, before).await.json();
        assert_eq!(then["errors"][0]["extensions"]["code"], "NOT_FOUND", "no such register on that day: {then}");

        let refused = viewer.run(EXPORT, input).await.json();
        assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN");
        let wrong = json!({ "input": { "formKey": "assets", "chart": { "title": { "nl": "x" }, "kind": "BAR" } } });
        let wrong = manager.data(EXPORT, wrong).await;
        assert_eq!(wrong["exportChart"], json!({ "file": null, "userErrors": [{ "code": "REQUIRED", "path": ["chart", "groupBy"] }] }));
        for (form, chart) in [
            ("risks", json!({ "title": { "en": "a" }, "kind": "HEAT_MAP", "field": own_heat_map(&manager).await })),
            ("assets", json!({ "title": { "en": "a" }, "kind": "STACKED", "groupBy": "owner", "splitBy": "$status" })),
            ("data_breaches", json!({ "title": { "en": "a" }, "kind": "CLOCKS", "field": own_clock(&manager).await })),
        ] {
            let data = manager.data(EXPORT, json!({ "input": { "formKey": form, "chart": chart } })).await;
            assert!(data["exportChart"]["file"]["base64"].as_str().is_some_and(|text| text.len() > 1_000), "{form}");
        }
    }
}

/// The field of a register's own chart of this kind.
async fn own_field(client: &Client, form: &str, kind: &str) -> Value {
    const CHARTS: &str = "query($key: String!) { form(key: $key) { charts { kind field } } }";
    let data = client.data(CHARTS, json!({ "key": form })).await;
    let charts = data["form"]["charts"].as_array().unwrap().iter();
    charts.clone().find(|chart| chart["kind"] == kind).unwrap_or_else(|| panic!("{data}"))["field"].clone()
}

async fn own_heat_map(client: &Client) -> Value {
    own_field(client, "risks", "HEAT_MAP").await
}

async fn own_clock(client: &Client) -> Value {
    own_field(client, "data_breaches", "CLOCKS").await
}
