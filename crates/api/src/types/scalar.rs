use async_graphql::{Enum, InputObject, InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::NaiveDate;
use kernel::Localized;

/// A calendar day, as YYYY-MM-DD.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date(pub NaiveDate);

/// A calendar day, as YYYY-MM-DD.
#[Scalar(name = "Date")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) if text.len() == 10 => NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .map(Self)
                .map_err(|_| InputValueError::custom("is no day of the form YYYY-MM-DD")),
            _ => Err(InputValueError::custom("is no day of the form YYYY-MM-DD")),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%d").to_string())
    }
}

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "Locale", remote = "kernel::Locale")]
pub(crate) enum LocaleName {
    /// Nederlands.
    Nl,
    /// English.
    En,
}

/// A user's default role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "Role", remote = "kernel::Role")]
pub(crate) enum RoleName {
    /// Reads what the audit needs, until an end date.
    Auditor,
    /// Reads.
    Viewer,
    /// Reports incidents, does own tasks, reads and confirms.
    Employee,
    /// Fills and keeps the system.
    Manager,
    /// All of that, and people and settings.
    Administrator,
}

/// A text in both languages. One that is left empty takes the other's.
#[derive(Debug, Clone, Default, InputObject)]
pub(crate) struct LocalizedInput {
    /// The Dutch text.
    #[graphql(default)]
    nl: String,
    /// The English text.
    #[graphql(default)]
    en: String,
}

impl From<LocalizedInput> for Localized {
    fn from(input: LocalizedInput) -> Self {
        Self { nl: input.nl, en: input.en }
    }
}
