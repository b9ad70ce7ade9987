//! Values of records of the base forms, with everything that is compulsory.

use domain::record::{LikelihoodImpact, Record, Value, ValueChanges, YesNoNa};
use kernel::UserId;

/// Values by field key.
#[must_use]
pub fn values<const N: usize>(values: [(&str, Value); N]) -> ValueChanges {
    values.into_iter().map(|(key, value)| (key.to_owned(), Some(value))).collect()
}

/// An asset.
#[must_use]
pub fn asset(name: &str, owner: UserId) -> ValueChanges {
    values([
        ("name", Value::Text(name.to_owned())),
        ("kind", choice("application")),
        ("owner", Value::user(owner)),
        ("availability", choice("high")),
        ("integrity", choice("medium")),
        ("confidentiality", choice("low")),
        ("personal_data", Value::YesNoNa(YesNoNa::Yes)),
    ])
}

/// A risk to some assets.
#[must_use]
pub fn risk(title: &str, owner: UserId, assets: &[Record]) -> ValueChanges {
    values([
        ("title", Value::Text(title.to_owned())),
        ("cause", Value::Text("Er is één stroomgroep.".into())),
        ("consequence", Value::RichText("<p>De avondroute <strong>valt uit</strong>.</p>".into())),
        ("owner", Value::user(owner)),
        ("assets", references(assets)),
        ("cia_aspects", choice("availability")),
        ("inherent_score", place(4, 4)),
        ("current_score", place(3, 4)),
    ])
}

/// An incident with some assets.
#[must_use]
pub fn incident(title: &str, reporter: UserId, assets: &[Record]) -> ValueChanges {
    values([
        ("title", Value::Text(title.to_owned())),
        ("reported_on", Value::Date(chrono::NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day"))),
        ("reporter", Value::user(reporter)),
        ("kind", choice("outage")),
        ("description", Value::RichText("<p>Het scherm bleef zwart.</p>".into())),
        ("personal_data_involved", Value::YesNoNa(YesNoNa::No)),
        ("assets", references(assets)),
    ])
}

fn choice(key: &str) -> Value {
    Value::Choice(vec![key.to_owned()])
}

fn references(records: &[Record]) -> Value {
    Value::Reference(records.iter().map(|record| record.id).collect())
}

const fn place(likelihood: u8, impact: u8) -> Value {
    Value::LikelihoodImpact(LikelihoodImpact { likelihood, impact })
}
