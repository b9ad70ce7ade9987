//! Random records, changes and filters of the register `things`.

use std::collections::BTreeMap;

use kernel::{RecordId, UserId};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use waarborg_domain::record::{
    DeadlineState, FieldFilter, LikelihoodImpact, RecordFilter, Value, ValueChanges, WebLink, YesNoNa,
};

use crate::{
    register::{OPTIONS, STEPS},
    stage::Stage,
};

/// What random values may point to.
#[derive(Clone)]
pub(crate) struct Known {
    pub users: Vec<UserId>,
    pub records: Vec<RecordId>,
}

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    // The same draws every time: what failed once fails again.
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// Holds the property against `cases` draws; what it panics with is told of the smallest one.
pub(crate) fn for_all<S: Strategy>(cases: u32, strategy: S, property: impl AsyncFn(S::Value)) {
    let outcome = runner(cases).run(&strategy, |drawn| {
        tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(property(drawn)));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Some draws, the same every time.
pub(crate) fn draw<S: Strategy>(count: usize, strategy: S) -> Vec<S::Value> {
    let drawn = vec(strategy, count).new_tree(&mut runner(1)).unwrap();
    drawn.current()
}

/// Words that differ in case, accents and form, wildcards, other scripts and blanks.
const WORDS: [&str; 18] = [
    "risico",
    "Risico",
    "RISICO",
    "Zoë",
    "zoe",
    "Zoe\u{308}",
    "50%",
    "_",
    "\\",
    "%_\\",
    "'; --",
    "ß",
    "ﬁnancieel",
    "日本語",
    "🙂",
    "İstanbul",
    "e",
    "½",
];

fn phrase() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => select(&WORDS[..]).prop_map(str::to_owned),
        1 => vec(any::<char>(), 0..6).prop_map(|letters| letters.into_iter().filter(|c| *c != '\0').collect()),
    ];
    vec(word, 0..4).prop_map(|words| words.join(" "))
}

/// A title: never blank.
fn title() -> impl Strategy<Value = Value> {
    (select(&WORDS[..]), phrase()).prop_map(|(first, rest)| Value::Text(format!("{first} {rest}")))
}

fn keys(count: impl Into<proptest::sample::SizeRange>) -> impl Strategy<Value = Value> {
    subsequence(OPTIONS.to_vec(), count)
        .prop_map(|keys| Value::Choice(keys.into_iter().map(str::to_owned).collect()))
}

fn day() -> impl Strategy<Value = chrono::NaiveDate> {
    let year = prop_oneof![Just(1), Just(999), 2024..2028, Just(9999)];
    (year, 1_u32..=366)
        .prop_map(|(year, ordinal)| chrono::NaiveDate::from_yo_opt(year, ordinal.min(365)).unwrap())
}

fn moment(day: chrono::NaiveDate, minute: i64) -> Value {
    Value::DateTime(day.and_time(chrono::NaiveTime::MIN).and_utc() + chrono::TimeDelta::minutes(minute))
}

fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (-300_i32..300).prop_map(|cents| f64::from(cents) / 100.0),
        1 => select(vec![-0.0, 0.0, 999.99, -1000.0, 2.0, 10.0]),
    ]
}

fn place_in_matrix() -> impl Strategy<Value = LikelihoodImpact> {
    (1..=STEPS, 1..=STEPS).prop_map(|(likelihood, impact)| LikelihoodImpact { likelihood, impact })
}

fn value(key: &'static str, known: &Known) -> BoxedStrategy<Value> {
    match key {
        "title" => title().boxed(),
        "notes" => {
            // Longer than what the index keeps of a text.
            let long = phrase().prop_map(|phrase| format!("{} {phrase}", "lang ".repeat(60)));
            prop_oneof![3 => phrase(), 1 => long].prop_map(Value::Text).boxed()
        }
        "story" => phrase()
            .prop_map(|phrase| {
                let escaped = phrase.replace('&', "&amp;").replace('<', "&lt;");
                Value::RichText(format!("<p>{escaped}</p><script>x</script><p><em>verhaal</em></p>"))
            })
            .boxed(),
        "amount" => amount().prop_map(Value::Number).boxed(),
        "day" => day().prop_map(Value::Date).boxed(),
        "answer" => select(YesNoNa::ALL.to_vec()).prop_map(Value::YesNoNa).boxed(),
        "colour" => keys(0..=1).boxed(),
        "tags" => keys(0..=OPTIONS.len()).boxed(),
        "owner" => select(known.users.clone()).prop_map(Value::user).boxed(),
        "links" => {
            let most = known.records.len().min(3);
            subsequence(known.records.clone(), 0..=most).prop_map(Value::Reference).boxed()
        }
        "risk" => place_in_matrix().prop_map(Value::LikelihoodImpact).boxed(),
        "moment" => (day(), 0_i64..1_300).prop_map(|(day, minute)| moment(day, minute)).boxed(),
        "people" => subsequence(known.users.clone(), 0..=known.users.len()).prop_map(Value::User).boxed(),
        "countries" => subsequence(vec!["BE", "DE", "NL", "XK"], 0..=4)
            .prop_map(|codes| Value::Country(codes.into_iter().map(str::to_owned).collect()))
            .boxed(),
        "tint" => select(vec!["#0b6e6e", "#FFF", "abc"]).prop_map(|hex| Value::Colour(hex.into())).boxed(),
        "points" => subsequence(OPTIONS.to_vec(), 0..=OPTIONS.len())
            .prop_map(|keys| Value::Checklist(keys.into_iter().map(str::to_owned).collect()))
            .boxed(),
        "sites" => vec((select(vec!["https://example.org/", "mailto:a@example.org"]), phrase()), 0..3)
            .prop_map(|links| {
                let link = |(url, title): (&str, String)| WebLink { url: url.to_owned(), title };
                Value::WebLink(links.into_iter().map(link).collect())
            })
            .boxed(),
        _ => panic!("no field {key}"),
    }
}

/// Fields that can be filled at random; `place` is of the tests of references.
pub(crate) const FIELDS: [&str; 17] = [
    "title",
    "notes",
    "story",
    "amount",
    "day",
    "answer",
    "colour",
    "tags",
    "owner",
    "links",
    "risk",
    "moment",
    "people",
    "countries",
    "tint",
    "points",
    "sites",
];

/// A change of some fields; blank ones are emptied. The title is named when `with_title`.
pub(crate) fn changes(known: &Known, with_title: bool) -> impl Strategy<Value = ValueChanges> + use<> {
    let mut members: Vec<BoxedStrategy<(String, Option<Option<Value>>)>> = Vec::new();
    for key in FIELDS {
        let filled = value(key, known);
        let change = match (key, with_title) {
            ("title", true) => filled.prop_map(|value| Some(Some(value))).boxed(),
            ("title", false) => {
                filled.prop_map(|value| Some(Some(value))).boxed().prop_union(Just(None).boxed()).boxed()
            }
            _ => option::of(option::of(filled)).boxed(),
        };
        members.push(change.prop_map(move |change| (key.to_owned(), change)).boxed());
    }
    members.prop_map(|members| {
        members.into_iter().filter_map(|(key, change)| Some((key, change?))).collect::<BTreeMap<_, _>>()
    })
}

fn field_filter(known: &Known) -> impl Strategy<Value = FieldFilter> + use<> {
    let of = |key: &str| FieldFilter { key: key.to_owned(), ..FieldFilter::default() };
    let text = (select(vec!["title", "notes", "story", "amount", "sites"]), phrase())
        .prop_map(move |(key, words)| FieldFilter { contains: Some(words), ..of(key) });
    let mut codes: Vec<String> = OPTIONS.iter().map(|key| (*key).to_owned()).collect();
    codes.extend(["YES", "NO", "NOT_APPLICABLE", "2x3", "NL", "XK", "#ffffff", "nothing"].map(str::to_owned));
    let most = codes.len();
    let by_code = (
        select(vec!["answer", "colour", "tags", "risk", "countries", "tint", "points"]),
        subsequence(codes, 0..=most),
    )
        .prop_map(move |(key, codes)| FieldFilter { any_of: Some(codes), ..of(key) });
    let users = subsequence(known.users.clone(), 0..=known.users.len())
        .prop_flat_map(|users| (Just(users), select(vec!["owner", "people"])))
        .prop_map(move |(users, key)| FieldFilter { users: Some(users), ..of(key) });
    let records = subsequence(known.records.clone(), 0..=known.records.len().min(5))
        .prop_map(move |records| FieldFilter { references: Some(records), ..of("links") });
    let numbers =
        (select(vec!["amount", "risk", "points", "double"]), option::of(amount()), option::of(amount()))
            .prop_map(move |(key, number_from, number_to)| FieldFilter { number_from, number_to, ..of(key) });
    let days = (select(vec!["day", "moment", "due"]), option::of(day()), option::of(day()))
        .prop_map(move |(key, date_from, date_to)| FieldFilter { date_from, date_to, ..of(key) });
    let clocks = subsequence(DeadlineState::ALL.to_vec(), 0..=5)
        .prop_map(move |states| FieldFilter { deadlines: Some(states), ..of("due") });
    let empty = (select(&FIELDS[..]), any::<bool>())
        .prop_map(move |(key, is_empty)| FieldFilter { is_empty: Some(is_empty), ..of(key) });
    prop_oneof![text, by_code, users, records, numbers, days, clocks, empty]
}

/// Any combination of filters.
pub(crate) fn filters(known: &Known) -> impl Strategy<Value = RecordFilter> + use<> {
    let statuses = subsequence(vec!["open", "busy", "done", "gone"], 0..=4)
        .prop_map(|keys| keys.into_iter().map(str::to_owned).collect::<Vec<_>>());
    (option::weighted(0.4, phrase()), option::weighted(0.4, statuses), vec(field_filter(known), 0..3))
        .prop_map(|(search, status_keys, fields)| RecordFilter {
            search,
            status_keys,
            fields,
            ..RecordFilter::default()
        })
}

/// What random values may point to on this stage: its people, and records of `things` made for it.
pub(crate) async fn known(stage: &Stage) -> Known {
    let mut records = Vec::new();
    for title in ["first", "second", "third"] {
        records.push(stage.thing(title).await.id);
    }
    Known { users: kernel::Role::ALL.map(|role| stage.user(role)).to_vec(), records }
}
