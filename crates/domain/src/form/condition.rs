//! When a field shows, and when it is compulsory. The browser judges the same tests while somebody fills
//! in, so they are data and no formula.

use serde::{Deserialize, Serialize};

use super::FormDefinition;
use crate::record::{Value, Values, YesNoNa};

/// Stands for the record's status where a field key is expected; no field key can look like this.
pub const STATUS: &str = "$status";

/// Tests over a record's answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// One test that holds is enough; else all must.
    #[serde(default)]
    pub any: bool,
    /// 1 to 20 tests.
    pub tests: Vec<Test>,
}

/// What one field must hold; all that is given must be so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// Key of a field, or [`STATUS`].
    pub field: String,
    /// One of these is chosen: option keys, `YES`, `NO`, `NOT_APPLICABLE`, country codes, words, statuses.
    #[serde(default)]
    pub any_of: Option<Vec<String>>,
    /// Filled, or empty.
    #[serde(default)]
    pub is_filled: Option<bool>,
    /// Lowest number or score.
    #[serde(default)]
    pub from: Option<f64>,
    /// Highest number or score.
    #[serde(default)]
    pub to: Option<f64>,
}

impl Condition {
    /// True when the answers and the status satisfy it.
    #[must_use]
    pub fn holds(&self, values: &Values, status: &str) -> bool {
        let mut tests = self.tests.iter().map(|test| test.holds(values, status));
        if self.any { tests.any(|holds| holds) } else { tests.all(|holds| holds) }
    }
}

impl Test {
    fn holds(&self, values: &Values, status: &str) -> bool {
        let status = Value::Choice(vec![status.to_owned()]);
        let value = if self.field == STATUS { Some(&status) } else { values.get(&self.field) };
        let chosen = |wanted: &Vec<String>| value.is_some_and(|value| chooses(value, wanted));
        let number = value.and_then(Value::as_number);
        self.any_of.as_ref().is_none_or(chosen)
            && self.is_filled.is_none_or(|wanted| wanted == value.is_some())
            && self.from.is_none_or(|low| number.is_some_and(|number| number >= low))
            && self.to.is_none_or(|high| number.is_some_and(|number| number <= high))
    }
}

fn chooses(value: &Value, wanted: &[String]) -> bool {
    match value {
        Value::Choice(keys) | Value::Words(keys) | Value::Country(keys) | Value::Checklist(keys) => {
            keys.iter().any(|key| wanted.contains(key))
        }
        Value::YesNoNa(answer) => wanted.iter().any(|name| YesNoNa::parse(name) == Some(*answer)),
        Value::Text(text) => wanted.contains(text),
        _ => false,
    }
}

impl FormDefinition {
    /// True when a field shows for these answers; a hidden one never does.
    #[must_use]
    pub fn is_visible(&self, field: &super::Field, values: &Values, status: &str) -> bool {
        !field.hidden && field.visible_when.as_ref().is_none_or(|condition| condition.holds(values, status))
    }

    /// True when a field must be answered: it shows, and it is compulsory always or now.
    #[must_use]
    pub fn is_compulsory(&self, field: &super::Field, values: &Values, status: &str) -> bool {
        let now = field.required_when.as_ref().is_some_and(|condition| condition.holds(values, status));
        (field.required || now) && self.is_visible(field, values, status)
    }
}
