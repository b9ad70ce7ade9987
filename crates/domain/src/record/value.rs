//! What a field of a record holds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::{FileRevisionId, GroupId, Instant, Locale, RecordId, UserId};
use serde::{Deserialize, Deserializer, Serialize};

use super::Deadline;
use crate::{form::FieldKind, text::plain_text};

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
    /// A moment.
    DateTime(Instant),
    /// Words of another register, in the order chosen.
    Words(Vec<String>),
    /// Users in the order chosen; one unless the field takes several.
    User(#[serde(deserialize_with = "one_or_several")] Vec<UserId>),
    /// Groups of users in the order chosen.
    Group(Vec<GroupId>),
    /// Files in the order added, each in the revision it was filed with.
    File(Vec<FileRevisionId>),
    /// Records in the order chosen; one unless the field takes several.
    Reference(Vec<RecordId>),
    /// Country codes in the order chosen.
    Country(Vec<String>),
    /// A colour: `#` and six lower-case hexadecimal digits.
    Colour(String),
    /// Keys of the points that are ticked, in the order of the form.
    Checklist(Vec<String>),
    /// Steps of the scale, from 1.
    LikelihoodImpact(LikelihoodImpact),
    /// A term that runs or ran.
    Deadline(Deadline),
    /// Addresses on the web.
    WebLink(Vec<WebLink>),
}

/// Records from before a field could take several users hold the one.
fn one_or_several<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<UserId>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrSeveral {
        One(UserId),
        Several(Vec<UserId>),
    }
    Ok(match OneOrSeveral::deserialize(from)? {
        OneOrSeveral::One(id) => vec![id],
        OneOrSeveral::Several(ids) => ids,
    })
}

/// An address on the web.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct WebLink {
    /// `https`, `http` or `mailto`.
    pub url: String,
    /// What is shown; the address itself unless given.
    pub title: String,
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

impl Value {
    /// One user.
    #[must_use]
    pub fn user(id: UserId) -> Self {
        Self::User(vec![id])
    }

    /// The value as a number: numbers themselves, scores, and how many points are ticked.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a checklist has at most 500 points")]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::LikelihoodImpact(place) => Some(f64::from(place.score())),
            Self::Checklist(ticked) => Some(ticked.len() as f64),
            _ => None,
        }
    }

    /// True when a field of this kind may hold a value like this.
    #[must_use]
    pub fn fits(&self, kind: &FieldKind) -> bool {
        match self {
            Self::Text(_) => matches!(
                kind,
                FieldKind::Text { .. } | FieldKind::AutoNumber { .. } | FieldKind::Computed { .. }
            ),
            Self::RichText(_) => matches!(kind, FieldKind::RichText {}),
            Self::Number(_) => matches!(kind, FieldKind::Number { .. } | FieldKind::Computed { .. }),
            Self::Date(_) => matches!(kind, FieldKind::Date {} | FieldKind::Computed { .. }),
            Self::DateTime(_) => matches!(kind, FieldKind::DateTime {}),
            Self::YesNoNa(_) => matches!(kind, FieldKind::YesNoNa {} | FieldKind::Computed { .. }),
            Self::Choice(_) => matches!(kind, FieldKind::Choice { .. }),
            Self::Words(_) => matches!(kind, FieldKind::DynamicChoice { .. }),
            Self::User(_) => matches!(kind, FieldKind::User { .. }),
            Self::Group(_) => matches!(kind, FieldKind::Group { .. }),
            Self::File(_) => matches!(kind, FieldKind::File { .. }),
            Self::Reference(_) => matches!(kind, FieldKind::Reference { .. }),
            Self::Country(_) => matches!(kind, FieldKind::Country { .. }),
            Self::Colour(_) => matches!(kind, FieldKind::Colour {}),
            Self::Checklist(_) => matches!(kind, FieldKind::Checklist { .. }),
            Self::LikelihoodImpact(_) => matches!(kind, FieldKind::LikelihoodImpact { .. }),
            Self::Deadline(_) => matches!(kind, FieldKind::Deadline(_)),
            Self::WebLink(_) => matches!(kind, FieldKind::WebLink { .. }),
        }
    }

    /// The value in the audit log: bare, and a long text by its beginning. The whole is in the record's
    /// history.
    #[must_use]
    pub fn for_log(&self) -> serde_json::Value {
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
            Self::DateTime(at) => at.to_rfc3339().into(),
            Self::Words(words) => serde_json::json!(words),
            // One is logged bare, as it always was.
            Self::User(ids) => match ids.as_slice() {
                [id] => id.to_string().into(),
                ids => serde_json::json!(ids),
            },
            Self::Group(ids) => serde_json::json!(ids),
            Self::File(ids) => serde_json::json!(ids),
            Self::Reference(ids) => serde_json::json!(ids),
            Self::Country(codes) => serde_json::json!(codes),
            Self::Colour(hex) => hex.as_str().into(),
            Self::Checklist(ticked) => serde_json::json!(ticked),
            Self::LikelihoodImpact(place) => format!("{} × {}", place.likelihood, place.impact).into(),
            Self::Deadline(deadline) => deadline.due_at.to_rfc3339().into(),
            Self::WebLink(links) => serde_json::json!(links.iter().map(|link| &link.url).collect::<Vec<_>>()),
        }
    }

    /// True when nothing was filled in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::RichText(html) => html.is_empty(),
            Self::Choice(list) | Self::Words(list) | Self::Country(list) | Self::Checklist(list) => {
                list.is_empty()
            }
            Self::User(ids) => ids.is_empty(),
            Self::Group(ids) => ids.is_empty(),
            Self::File(ids) => ids.is_empty(),
            Self::Reference(ids) => ids.is_empty(),
            Self::WebLink(links) => links.is_empty(),
            Self::Colour(hex) => hex.is_empty(),
            Self::Number(_)
            | Self::Date(_)
            | Self::DateTime(_)
            | Self::YesNoNa(_)
            | Self::LikelihoodImpact(_)
            | Self::Deadline(_) => false,
        }
    }
}
