//! What a field of a record holds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::{Locale, RecordId, UserId};
use serde::{Deserialize, Serialize};

use crate::{
    form::{FieldKind, RiskLevel, RiskScale},
    text::plain_text,
};

/// How much of a text the audit log repeats.
const LOGGED_CHARACTERS: usize = 300;

/// All values of a record by field key. An empty field has no entry.
pub type Values = BTreeMap<String, Value>;

/// The value of one field. It says its own kind, so that a record stays readable whatever becomes
/// of its form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Plain text, not empty.
    Text(String),
    /// Clean HTML with at least one word in it.
    RichText(String),
    /// A finite number.
    Number(f64),
    /// A calendar day.
    Date(NaiveDate),
    /// Yes, no or not applicable.
    YesNoNa(YesNoNa),
    /// Option keys in the order of the form; one unless the field takes several.
    Choice(Vec<String>),
    /// A user.
    User(UserId),
    /// Records in the order chosen; one unless the field takes several.
    Reference(Vec<RecordId>),
    /// Steps of the scale, from 1.
    LikelihoodImpact(LikelihoodImpact),
}

/// The answers to a closed question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesNoNa {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not applicable.
    NotApplicable,
}

impl YesNoNa {
    /// All answers, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotApplicable];

    /// The name in filters and in the index.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "YES",
            Self::No => "NO",
            Self::NotApplicable => "NOT_APPLICABLE",
        }
    }

    /// The answer with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == name)
    }

    /// The word a reader sees.
    #[must_use]
    pub const fn label(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Yes, Locale::Nl) => "Ja",
            (Self::Yes, Locale::En) => "Yes",
            (Self::No, Locale::Nl) => "Nee",
            (Self::No, Locale::En) => "No",
            (Self::NotApplicable, Locale::Nl) => "N.v.t.",
            (Self::NotApplicable, Locale::En) => "N/A",
        }
    }
}

/// A place in the risk matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LikelihoodImpact {
    /// Step of likelihood, from 1.
    pub likelihood: u8,
    /// Step of impact, from 1.
    pub impact: u8,
}

impl LikelihoodImpact {
    /// Likelihood times impact.
    #[must_use]
    pub fn score(self) -> u32 {
        u32::from(self.likelihood) * u32::from(self.impact)
    }
}

impl RiskScale {
    /// The band a score falls into; `None` only for a scale without levels.
    #[must_use]
    pub fn level(&self, score: u32) -> Option<&RiskLevel> {
        self.levels.iter().rev().find(|level| level.minimum_score <= score)
    }
}

impl Value {
    /// True when a field of this kind may hold a value like this.
    #[must_use]
    pub fn fits(&self, kind: &FieldKind) -> bool {
        matches!(
            (self, kind),
            (Self::Text(_), FieldKind::Text { .. })
                | (Self::RichText(_), FieldKind::RichText {})
                | (Self::Number(_), FieldKind::Number { .. })
                | (Self::Date(_), FieldKind::Date {})
                | (Self::YesNoNa(_), FieldKind::YesNoNa {})
                | (Self::Choice(_), FieldKind::Choice { .. })
                | (Self::User(_), FieldKind::User {})
                | (Self::Reference(_), FieldKind::Reference { .. })
                | (Self::LikelihoodImpact(_), FieldKind::LikelihoodImpact { .. })
        )
    }

    /// The value in the audit log: bare, and a long text by its beginning. The whole is in the record's
    /// history.
    pub(crate) fn for_log(&self) -> serde_json::Value {
        let beginning = |text: &str| {
            let mut kept: String = text.chars().take(LOGGED_CHARACTERS).collect();
            if kept.len() < text.len() {
                kept.push('…');
            }
            kept.into()
        };
        match self {
            Self::Text(text) => beginning(text),
            Self::RichText(html) => beginning(&plain_text(html)),
            Self::Number(number) => serde_json::json!(number),
            Self::Date(date) => date.to_string().into(),
            Self::YesNoNa(answer) => answer.as_str().into(),
            Self::Choice(keys) => serde_json::json!(keys),
            Self::User(id) => id.to_string().into(),
            Self::Reference(ids) => serde_json::json!(ids),
            Self::LikelihoodImpact(place) => format!("{} × {}", place.likelihood, place.impact).into(),
        }
    }

    /// True when nothing was filled in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::RichText(html) => html.is_empty(),
            Self::Choice(keys) => keys.is_empty(),
            Self::Reference(ids) => ids.is_empty(),
            _ => false,
        }
    }
}
