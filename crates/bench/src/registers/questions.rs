//! What a list of risks is asked for.

use chrono::NaiveDate;
use domain::record::{FieldFilter, RecordFilter, RecordSort, SortKey};

use crate::data_set::Filled;

/// A filter with an order, and what it is.
pub(super) struct Question {
    pub name: &'static str,
    /// No index knows it: every text is read.
    pub is_read_through: bool,
    pub filter: RecordFilter,
    pub sort: RecordSort,
}

/// Every kind of page.
pub(super) fn all(filled: &Filled, records: u32) -> Vec<Question> {
    let mut all = vec![question("the newest", RecordFilter::default(), RecordSort::default())];
    all.extend(filters(filled).into_iter().map(|(name, field)| {
        let filter = RecordFilter { fields: vec![field], ..RecordFilter::default() };
        question(name, filter, RecordSort::default())
    }));
    let statuses =
        RecordFilter { status_keys: Some(vec!["done".into(), "closed".into()]), ..RecordFilter::default() };
    all.push(question("status that none has", statuses, RecordSort::default()));
    all.extend(sorts().into_iter().map(|(name, by, descending)| {
        question(name, RecordFilter::default(), RecordSort { by, descending })
    }));
    let owner = RecordFilter { fields: vec![owned(filled)], ..RecordFilter::default() };
    let by_day = RecordSort { by: SortKey::Field("review_on".into()), descending: false };
    all.push(question("an owner's, by day", owner, by_day));
    let middle = format!("({})", records / 2);
    for (name, words) in [
        ("search: one number in a title", middle.as_str()),
        ("search: a word in an eighth", "gijzelsoftware"),
        ("search: a word in a third", "liquiditeit"),
        ("search: two words", "laptop autoriteit"),
        ("search: a word with a number", "brand 77"),
        ("search: a word that is nowhere", "xylofoon"),
    ] {
        all.push(question(name, searching(words), RecordSort::default()));
    }
    let short = question("search: two letters that are nowhere", searching("xq"), RecordSort::default());
    all.push(Question { is_read_through: true, ..short });
    all
}

fn question(name: &'static str, filter: RecordFilter, sort: RecordSort) -> Question {
    Question { name, is_read_through: false, filter, sort }
}

fn searching(words: &str) -> RecordFilter {
    RecordFilter { search: Some(words.to_owned()), ..RecordFilter::default() }
}

fn owned(filled: &Filled) -> FieldFilter {
    let users = filled.owners.first().map(|owner| vec![*owner]);
    FieldFilter { key: "owner".into(), users, ..FieldFilter::default() }
}

fn filters(filled: &Filled) -> Vec<(&'static str, FieldFilter)> {
    let of = |key: &str| FieldFilter { key: key.to_owned(), ..FieldFilter::default() };
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day);
    let any = |keys: &[&str]| Some(keys.iter().map(|key| (*key).to_owned()).collect());
    vec![
        ("filter: owner", owned(filled)),
        ("filter: choice", FieldFilter { any_of: any(&["availability"]), ..of("cia_aspects") }),
        ("filter: cell of the matrix", FieldFilter { any_of: any(&["5x5"]), ..of("current_score") }),
        ("filter: score of 20 and more", FieldFilter { number_from: Some(20.0), ..of("inherent_score") }),
        ("filter: one day", FieldFilter { date_from: day(3, 3), date_to: day(3, 3), ..of("review_on") }),
        ("filter: a quarter", FieldFilter { date_from: day(1, 1), date_to: day(3, 31), ..of("review_on") }),
        (
            "filter: one asset",
            FieldFilter { references: filled.asset_ids.first().map(|id| vec![*id]), ..of("assets") },
        ),
        ("filter: nothing filled in", FieldFilter { is_empty: Some(true), ..of("treatment") }),
        ("filter: something filled in, of none", FieldFilter { is_empty: Some(false), ..of("treatment") }),
    ]
}

fn sorts() -> Vec<(&'static str, SortKey, bool)> {
    let field = |key: &str| SortKey::Field(key.to_owned());
    vec![
        ("sort: title", field("title"), false),
        ("sort: title, backwards", field("title"), true),
        ("sort: owner", field("owner"), false),
        ("sort: score, highest first", field("current_score"), true),
        ("sort: day", field("review_on"), false),
        ("sort: status", SortKey::Status, false),
        ("sort: latest change", SortKey::UpdatedAt, true),
    ]
}
