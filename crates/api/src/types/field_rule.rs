//! When a field shows, what it begins with, and how its clock runs.

use async_graphql::{Context, Enum, InputObject, SimpleObject};
use domain::form::{Condition, DeadlineExtension, DeadlineRule, Field, FieldDefault, Test};

use super::value::{ValueObject, value_object};
use crate::error::Result;

/// Tests over the answers of a record.
#[derive(SimpleObject, InputObject)]
#[graphql(name = "FieldCondition", input_name = "FieldConditionInput")]
pub(crate) struct FieldConditionObject {
    /// One test that holds is enough; else all must.
    #[graphql(default)]
    is_any: bool,
    /// 1 to 20 tests.
    tests: Vec<FieldTestObject>,
}

/// What one field must hold; all that is given must be so.
#[derive(SimpleObject, InputObject)]
#[graphql(name = "FieldTest", input_name = "FieldTestInput")]
pub(crate) struct FieldTestObject {
    /// A field, or `$status` for the status.
    field_key: String,
    /// One of these is chosen: option keys, `YES`, `NO`, `NOT_APPLICABLE`, country codes, words, status keys.
    any_of: Option<Vec<String>>,
    /// Filled, or empty.
    is_filled: Option<bool>,
    /// Lowest number or score.
    from: Option<f64>,
    /// Highest number or score.
    to: Option<f64>,
}

impl From<Condition> for FieldConditionObject {
    fn from(condition: Condition) -> Self {
        let tests = condition.tests.into_iter().map(Into::into).collect();
        Self { is_any: condition.any, tests }
    }
}

impl From<FieldConditionObject> for Condition {
    fn from(input: FieldConditionObject) -> Self {
        Self { any: input.is_any, tests: input.tests.into_iter().map(Into::into).collect() }
    }
}

impl From<Test> for FieldTestObject {
    fn from(test: Test) -> Self {
        let Test { field, any_of, is_filled, from, to } = test;
        Self { field_key: field, any_of, is_filled, from, to }
    }
}

impl From<FieldTestObject> for Test {
    fn from(input: FieldTestObject) -> Self {
        let FieldTestObject { field_key, any_of, is_filled, from, to } = input;
        Self { field: field_key, any_of, is_filled, from, to }
    }
}

/// What a new record begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FieldDefaultKind")]
pub(crate) enum FieldDefaultKindName {
    /// The day, or the moment, it is filled in.
    Today,
    /// Who fills it in.
    Me,
    /// Always the same.
    Value,
}

/// What a new record begins with.
#[derive(SimpleObject)]
#[graphql(name = "FieldDefault")]
pub(crate) struct FieldDefaultObject {
    /// Where it comes from.
    kind: FieldDefaultKindName,
    /// The value that is always the same.
    value: Option<ValueObject>,
}

impl FieldDefaultObject {
    pub(super) async fn read(cx: &Context<'_>, field: &Field) -> Result<Option<Self>> {
        Ok(match &field.default {
            None => None,
            Some(FieldDefault::Today) => Some(Self { kind: FieldDefaultKindName::Today, value: None }),
            Some(FieldDefault::Me) => Some(Self { kind: FieldDefaultKindName::Me, value: None }),
            Some(FieldDefault::Value(value)) => {
                Some(Self { kind: FieldDefaultKindName::Value, value: value_object(cx, field, value).await? })
            }
        })
    }
}

/// How a deadline clock runs.
#[derive(SimpleObject, InputObject)]
#[graphql(name = "DeadlineRule", input_name = "DeadlineRuleInput")]
pub(crate) struct DeadlineRuleObject {
    /// The date or moment the clock starts at.
    from_key: String,
    /// The term, in exactly one measure.
    term: TermObject,
    /// A longer term that holds when a closed question is answered with yes.
    extension: Option<DeadlineExtensionObject>,
    /// The date or moment that stops the clock.
    stopped_by_key: Option<String>,
}

/// A term in exactly one of three measures.
#[derive(SimpleObject, InputObject)]
#[graphql(name = "Term", input_name = "TermInput")]
pub(crate) struct TermObject {
    /// Hours, counted exactly.
    hours: Option<u32>,
    /// Days: until the end of the last one.
    days: Option<u32>,
    /// Months: until the end of the day with the same number, or of a month that has none.
    months: Option<u32>,
}

/// What makes a term longer, and by how much.
#[derive(SimpleObject, InputObject)]
#[graphql(name = "DeadlineExtension", input_name = "DeadlineExtensionInput")]
pub(crate) struct DeadlineExtensionObject {
    /// The closed question.
    when_key: String,
    /// How much is added, in the term's own measure.
    term: TermObject,
}

impl From<DeadlineRule> for DeadlineRuleObject {
    fn from(rule: DeadlineRule) -> Self {
        let DeadlineRule { from, hours, days, months, extension, stopped_by } = rule;
        let extension = extension.map(|extension| {
            let DeadlineExtension { when, hours, days, months } = extension;
            DeadlineExtensionObject { when_key: when, term: TermObject { hours, days, months } }
        });
        let term = TermObject { hours, days, months };
        Self { from_key: from, term, extension, stopped_by_key: stopped_by }
    }
}

impl From<DeadlineRuleObject> for DeadlineRule {
    fn from(input: DeadlineRuleObject) -> Self {
        let TermObject { hours, days, months } = input.term;
        let extension = input.extension.map(|extension| {
            let TermObject { hours, days, months } = extension.term;
            DeadlineExtension { when: extension.when_key, hours, days, months }
        });
        Self { from: input.from_key, hours, days, months, extension, stopped_by: input.stopped_by_key }
    }
}
