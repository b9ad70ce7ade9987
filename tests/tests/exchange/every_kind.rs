use std::collections::BTreeMap;

use domain::{
    group::{self, NewGroup},
    record::{self, LikelihoodImpact, NewRecord, Value, ValueChanges, WebLink, YesNoNa},
};
use kernel::{Clock, GroupId, RecordId, Role, UserId};
use proptest::{collection::vec, option, prelude::*, sample, strategy::ValueTree, test_runner::TestRunner};
use serde_json::json;
use waarborg_tests::{Client, Environment, TestServer, asset, both_engines};

use super::{export, import, make_form, mapped, records_sheet};

/// Records drawn by chance, always the same.
const CASES: usize = 48;
const RECORDS: &str = "query($key: String!) { form(key: $key) { records(first: 100, sort: { by: NUMBER, direction: ASC }) {
    nodes { status { key } values { key value { __typename
        ... on TextValue { text } ... on RichTextValue { plainText } ... on NumberValue { number } ... on DateValue { date }
        ... on YesNoNaValue { answer } ... on ChoiceValue { options { key } } ... on UserValue { users { id } }
        ... on ReferenceValue { records { id } }
        ... on LikelihoodImpactValue { likelihood impact } ... on DateTimeValue { at }
        ... on GroupValue { groups { name } } ... on WordsValue { words } ... on CountryValue { countries { code } }
        ... on ColourValue { hex } ... on ChecklistValue { items { key isTicked } }
        ... on DeadlineValue { dueAt } ... on WebLinkValue { links { url title } } } } } } } }";

/// A register with a field of each kind, some of them twice: for one and for several answers.
fn form(prefix: &str) -> serde_json::Value {
    json!({ "name": format!("Alles {prefix}"), "singularName": "Iets", "numberPrefix": prefix, "fields": [
        { "label": "Titel", "kind": "TEXT", "key": "title" },
        { "label": "Verhaal", "kind": "TEXT", "key": "story", "isMultiline": true },
        { "label": "Opmaak", "kind": "RICH_TEXT", "key": "rich" },
        { "label": "Getal", "kind": "NUMBER", "key": "number" },
        { "label": "Dag", "kind": "DATE", "key": "day" },
        { "label": "Antwoord", "kind": "YES_NO_NA", "key": "answer" },
        { "label": "Keuze", "kind": "CHOICE", "key": "one", "options": ["Rood", "Groen; blauw", "5", "Ja"] },
        { "label": "Keuzes", "kind": "CHOICE", "key": "several", "isMultiple": true, "options": ["Noord", "Oost", "Zuid", "West"] },
        { "label": "Persoon", "kind": "USER", "key": "person" },
        { "label": "Middel", "kind": "REFERENCE", "key": "asset", "referencedFormKey": "assets" },
        { "label": "Middelen", "kind": "REFERENCE", "key": "assets", "isMultiple": true, "referencedFormKey": "assets" },
        { "label": "Risico", "kind": "LIKELIHOOD_IMPACT", "key": "risk" },
        { "label": "Moment", "kind": "DATE_TIME", "key": "moment" },
        { "label": "Mensen", "kind": "USER", "key": "people", "isMultiple": true },
        { "label": "Groepen", "kind": "GROUP", "key": "groups", "isMultiple": true },
        { "label": "Iets", "kind": "REFERENCE", "key": "any", "isMultiple": true },
        { "label": "Woord", "kind": "DYNAMIC_CHOICE", "key": "word", "sourceFormKey": "assets", "sourceFieldKey": "name" },
        { "label": "Landen", "kind": "COUNTRY", "key": "countries", "isMultiple": true },
        { "label": "Kleur", "kind": "COLOUR", "key": "tint" },
        { "label": "Punten", "kind": "CHECKLIST", "key": "points", "options": ["Eén", "Twee"] },
        { "label": "Adressen", "kind": "WEB_LINK", "key": "sites", "isMultiple": true },
        { "label": "Dubbel", "kind": "COMPUTED", "key": "double", "expression": "number * 2", "decimals": 6 },
        { "label": "Klok", "kind": "DEADLINE", "key": "clock", "deadline": { "fromKey": "moment", "term": { "hours": 72 } } },
        { "label": "Volgnummer", "kind": "AUTO_NUMBER", "key": "serial", "prefix": "S-" },
    ] })
}

/// Text as people type it, and worse: signs that mean something to Excel, CSV and markup.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Zéüß€ ]{1,40}",
        "[=+@-][0-9A-Z()!|' ]{1,20}",
        "[0-9.,:/-]{1,12}",
        "[\\PC]{1,30}",
        "<[a-z]{1,5}>&amp;\"'"
    ]
    .prop_map(|text| format!("t{text}t"))
}

fn values(options: &Options) -> impl Strategy<Value = ValueChanges> + use<> {
    let keys = |keys: &[String], most| sample::subsequence(keys.to_vec(), 1..=most).prop_map(Value::Choice);
    let references = |most| sample::subsequence(options.assets.clone(), 1..=most).prop_map(Value::Reference);
    let rich = vec(line(), 1..3).prop_map(|lines| {
        let escaped = lines.iter().map(|line| line.replace('&', "&amp;").replace('<', "&lt;"));
        Value::RichText(
            escaped.map(|line| format!("<p>{line} <strong>vet</strong></p>")).collect::<Vec<_>>().concat(),
        )
    });
    let day = (-20_000..20_000_i64).prop_map(|days| {
        Value::Date(chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + chrono::Duration::days(days))
    });
    // A millionth is the finest a number of an own register can be.
    let number = (-1_000_000_000_000_i64..1_000_000_000_000).prop_map(|n| {
        #[allow(clippy::cast_precision_loss, reason = "below 2^53")]
        Value::Number(n as f64 / 1_000_000.0)
    });
    let place = (1..=5_u8, 1..=5_u8)
        .prop_map(|(likelihood, impact)| Value::LikelihoodImpact(LikelihoodImpact { likelihood, impact }));
    let first = (
        line().prop_map(Value::Text),
        option::of(vec(line(), 1..4).prop_map(|lines| Value::Text(lines.join("\n")))),
        option::of(rich),
        option::of(number),
        option::of(day),
        option::of(sample::select(YesNoNa::ALL.to_vec()).prop_map(Value::YesNoNa)),
    );
    let second = (
        option::of(keys(&options.one, 1)),
        option::of(keys(&options.several, 4)),
        option::of(sample::select(options.people.clone()).prop_map(Value::user)),
        option::of(references(1)),
        option::of(references(3)),
        option::of(place),
    );
    let third = (
        option::of(
            (1_577_836_800_i64..1_893_456_000)
                .prop_map(|second| Value::DateTime(chrono::DateTime::from_timestamp(second, 0).unwrap())),
        ),
        option::of(sample::subsequence(options.people.clone(), 1..=3).prop_map(Value::User)),
        option::of(sample::subsequence(options.groups.clone(), 1..=2).prop_map(Value::Group)),
        option::of(references(3)),
        option::of(sample::select(vec!["Kast", "Tablet"]).prop_map(|word| Value::Words(vec![word.into()]))),
        option::of(
            sample::subsequence(vec!["BE", "NL", "US"], 1..=3)
                .prop_map(|codes| Value::Country(codes.into_iter().map(str::to_owned).collect())),
        ),
        option::of("#[0-9a-f]{6}".prop_map(Value::Colour)),
        option::of(keys(&options.points, 2).prop_map(|value| match value {
            Value::Choice(keys) => Value::Checklist(keys),
            other => other,
        })),
        option::of(vec(("https://[a-z]{1,9}\\.example/[a-z]{0,5}", "[a-zA-Z ,;]{0,20}"), 1..3).prop_map(
            |links| Value::WebLink(links.into_iter().map(|(url, title)| WebLink { url, title }).collect()),
        )),
    );
    (first, second, third).prop_map(|(first, second, third)| {
        let (moment, people, groups, any, word, countries, tint, points, sites) = third;
        let (title, story, rich, number, day, answer) = first;
        let (one, several, person, asset, assets, risk) = second;
        let all = [
            ("title", Some(title)),
            ("story", story),
            ("rich", rich),
            ("number", number),
            ("day", day),
            ("answer", answer),
            ("one", one),
            ("several", several),
            ("person", person),
            ("asset", asset),
            ("assets", assets),
            ("risk", risk),
            ("moment", moment),
            ("people", people),
            ("groups", groups),
            ("any", any),
            ("word", word),
            ("countries", countries),
            ("tint", tint),
            ("points", points),
            ("sites", sites),
        ];
        all.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    })
}

/// What can be chosen.
struct Options {
    one: Vec<String>,
    several: Vec<String>,
    points: Vec<String>,
    groups: Vec<GroupId>,
    people: Vec<UserId>,
    assets: Vec<RecordId>,
}

async fn options(server: &TestServer, environment: &Environment, client: &Client, form: &str) -> Options {
    let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
    let mut assets = Vec::new();
    for name in ["Kast", "Tablet", "Server"] {
        let values = asset(name, environment.person(Role::Manager).id);
        assets.push(
            record::create(&ctx, NewRecord { form_key: "assets".into(), values, status: None })
                .await
                .unwrap()
                .id,
        );
    }
    let mut groups = Vec::new();
    let administrator = environment.ctx_at(Role::Administrator, server.clock.now()).await;
    for name in ["Privacyteam", "Nachtdienst; zuid"] {
        let new = NewGroup { name: name.into(), description: String::new(), members: Vec::new() };
        groups.push(group::create(&administrator, new).await.unwrap().id);
    }
    let query = "query($key: String!) { form(key: $key) { fields { key options { key } } } }";
    let data = client.data(query, json!({ "key": form })).await;
    let fields = data["form"]["fields"].as_array().unwrap();
    let keys: BTreeMap<&str, Vec<String>> = fields
        .iter()
        .map(|field| {
            let options = field["options"].as_array().unwrap().iter();
            (field["key"].as_str().unwrap(), options.map(|o| o["key"].as_str().unwrap().to_owned()).collect())
        })
        .collect();
    Options {
        one: keys["one"].clone(),
        several: keys["several"].clone(),
        points: keys["points"].clone(),
        groups,
        people: Role::ALL.map(|role| environment.person(role).id).into(),
        assets,
    }
}

both_engines! {
    /// Of rich text the words: a cell of Excel has no headings and lists.
    async fn records_of_every_kind_of_field_survive_export_and_import(server: &TestServer) {
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let source = make_form(&manager, form("VAN")).await["key"].as_str().unwrap().to_owned();
        let target = make_form(&manager, form("NAAR")).await["key"].as_str().unwrap().to_owned();
        let options = options(server, &environment, &manager, &source).await;
        let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
        let mut runner = TestRunner::deterministic();
        for _ in 0..CASES {
            let values = values(&options).new_tree(&mut runner).unwrap().current();
            let shown = format!("{values:?}");
            let new = NewRecord { form_key: source.clone(), values, status: None };
            record::create(&ctx, new).await.unwrap_or_else(|error| panic!("{error:?}: {shown}"));
        }
        let before = manager.data(RECORDS, json!({ "key": source })).await;

        for locale in ["NL", "EN"] {
            let excel = export(&manager, json!({ "formKey": source, "format": "XLSX", "locale": locale })).await;
            let sheet = records_sheet(&excel);
            // Into the same register nothing changes …
            let same = mapped(&manager, excel.clone(), (&sheet, &source), &[]).await;
            let done = import(&manager, &same).await;
            assert_eq!(done, json!({ "formKey": source, "created": 0, "updated": 0, "unchanged": CASES }), "{locale}");
            if locale == "EN" {
                continue;
            }
            // … and into a register of the same form the same records appear.
            let other = mapped(&manager, excel, (&sheet, &target), &["$number"]).await;
            assert_eq!(import(&manager, &other).await["created"], CASES);
            let after = manager.data(RECORDS, json!({ "key": target })).await;
            let rows = |data: &serde_json::Value| {
                let mut rows = data["form"]["records"]["nodes"].as_array().unwrap().clone();
                // A number of its own is given anew, in the order of the sheet.
                let values = rows.iter_mut().filter_map(|row| row["values"].as_array_mut());
                values.for_each(|values| values.retain(|value| value["key"] != "serial"));
                rows
            };
            // An export lists the newest first.
            for (before, after) in rows(&before).iter().rev().zip(&rows(&after)) {
                assert_eq!(before, after);
            }
        }
    }
}
