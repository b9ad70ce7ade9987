//! The kinds of answer a field takes.

use kernel::Localized;
use serde::{Deserialize, Serialize};

use super::RiskScale;

/// In place of a form's key: the form itself, which has no key yet while it is made. A published form holds none.
pub(super) const ITSELF: &str = "$self";

/// The kind of answer a field takes, with its bounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FieldKind {
    /// Plain text.
    Text {
        /// More than one line.
        #[serde(default)]
        multiline: bool,
        /// In characters; 200 for a line and 10,000 for several when absent.
        #[serde(default)]
        max_length: Option<u32>,
    },
    /// Text with headings, lists and links, kept as clean HTML.
    RichText {},
    /// A number.
    Number {
        /// Digits behind the decimal sign, 0 to 6.
        #[serde(default)]
        decimals: u8,
        /// Lowest number allowed.
        #[serde(default)]
        minimum: Option<f64>,
        /// Highest number allowed.
        #[serde(default)]
        maximum: Option<f64>,
        /// What is counted: "uren", "€".
        #[serde(default)]
        unit: Option<Localized>,
    },
    /// A calendar day.
    Date {},
    /// A moment, to the minute.
    DateTime {},
    /// Yes, no or not applicable.
    YesNoNa {},
    /// One or several of a fixed list.
    Choice {
        /// The list, in order.
        options: Vec<ChoiceOption>,
        /// Several may be chosen.
        #[serde(default)]
        multiple: bool,
    },
    /// One or several of the words in another register, kept as words.
    DynamicChoice {
        /// Key of the form the words come from.
        form: String,
        /// Key of its one-line text field.
        field: String,
        /// Several may be chosen.
        #[serde(default)]
        multiple: bool,
    },
    /// One or several users of the environment.
    User {
        /// Several may be chosen.
        #[serde(default)]
        multiple: bool,
    },
    /// One or several groups of users.
    Group {
        /// Several may be chosen.
        #[serde(default)]
        multiple: bool,
    },
    /// One or several files, each in the revision it was filed with.
    File {
        /// Several may be added.
        #[serde(default)]
        multiple: bool,
    },
    /// One or several records.
    Reference {
        /// Key of the form whose records may be chosen; any form's when absent.
        #[serde(default)]
        form: Option<String>,
        /// Several may be chosen.
        #[serde(default)]
        multiple: bool,
        /// Keys of the target's fields that are shown beside the link.
        #[serde(default)]
        columns: Vec<String>,
    },
    /// One or several countries.
    Country {
        /// Several may be chosen.
        #[serde(default)]
        multiple: bool,
    },
    /// A colour.
    Colour {},
    /// Points to be ticked off.
    Checklist {
        /// The points, in order.
        items: Vec<ChoiceOption>,
    },
    /// A likelihood and an impact that together give a score.
    LikelihoodImpact {
        /// The environment's steps and levels, as they were when the form was published. Packs leave it out.
        #[serde(default)]
        scale: RiskScale,
    },
    /// A value worked out from other fields.
    Computed {
        /// The formula; see [`super::expression`].
        expression: String,
        /// Digits behind the decimal sign that are kept of a number, 0 to 6.
        #[serde(default)]
        decimals: u8,
        /// What is counted.
        #[serde(default)]
        unit: Option<Localized>,
    },
    /// A term that runs from one field until another is filled in.
    Deadline(DeadlineRule),
    /// A number of its own, given when the record is made and never again.
    AutoNumber {
        /// What stands before the digits.
        prefix: String,
        /// The least digits, 1 to 9.
        digits: u8,
    },
    /// One or several addresses on the web, each with a title.
    WebLink {
        /// Several may be added.
        #[serde(default)]
        multiple: bool,
    },
}

impl FieldKind {
    /// Worked out by the product: nobody fills it in.
    #[must_use]
    pub const fn is_derived(&self) -> bool {
        matches!(self, Self::Computed { .. } | Self::Deadline(_) | Self::AutoNumber { .. })
    }

    /// True when a list can be sorted by a field of this kind.
    #[must_use]
    pub const fn is_sortable(&self) -> bool {
        !matches!(
            self,
            Self::RichText {}
                | Self::Reference { .. }
                | Self::File { .. }
                | Self::WebLink { .. }
                | Self::Group { .. }
        )
    }

    /// Takes several answers.
    #[must_use]
    pub const fn is_multiple(&self) -> bool {
        match self {
            Self::Choice { multiple, .. }
            | Self::DynamicChoice { multiple, .. }
            | Self::User { multiple }
            | Self::Group { multiple }
            | Self::File { multiple }
            | Self::Reference { multiple, .. }
            | Self::Country { multiple }
            | Self::WebLink { multiple } => *multiple,
            Self::Checklist { .. } => true,
            _ => false,
        }
    }

    /// What can be chosen or ticked, retired ones too.
    #[must_use]
    pub fn options(&self) -> &[ChoiceOption] {
        match self {
            Self::Choice { options: list, .. } | Self::Checklist { items: list } => list,
            _ => &[],
        }
    }

    /// A stable name of the kind, without its bounds.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::RichText {} => "rich_text",
            Self::Number { .. } => "number",
            Self::Date {} => "date",
            Self::DateTime {} => "date_time",
            Self::YesNoNa {} => "yes_no_na",
            Self::Choice { .. } => "choice",
            Self::DynamicChoice { .. } => "dynamic_choice",
            Self::User { .. } => "user",
            Self::Group { .. } => "group",
            Self::File { .. } => "file",
            Self::Reference { .. } => "reference",
            Self::Country { .. } => "country",
            Self::Colour {} => "colour",
            Self::Checklist { .. } => "checklist",
            Self::LikelihoodImpact { .. } => "likelihood_impact",
            Self::Computed { .. } => "computed",
            Self::Deadline(_) => "deadline",
            Self::AutoNumber { .. } => "auto_number",
            Self::WebLink { .. } => "web_link",
        }
    }
}

/// One choice of a fixed list, or one point of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Unique in the field and never changed.
    pub key: String,
    /// What is shown.
    pub label: Localized,
    /// A colour name of the design system (`gray`, `red`, `orange`, `yellow`, `green`, `teal`, `blue`, `grape`).
    #[serde(default)]
    pub colour: Option<String>,
    /// No longer offered; records that hold it still show it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

/// How a deadline clock runs. Of a term, exactly one of the three is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadlineRule {
    /// Key of the date or moment the clock starts at.
    pub from: String,
    /// The term in hours.
    #[serde(default)]
    pub hours: Option<u32>,
    /// The term in days: until the end of the last one.
    #[serde(default)]
    pub days: Option<u32>,
    /// The term in months: until the end of the day with the same number, or of the month if it has none.
    #[serde(default)]
    pub months: Option<u32>,
    /// A longer term that holds when a closed question is answered with yes.
    #[serde(default)]
    pub extension: Option<DeadlineExtension>,
    /// Key of the date or moment that stops the clock.
    #[serde(default)]
    pub stopped_by: Option<String>,
}

/// What an extension adds to a term, in the term's own measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadlineExtension {
    /// Key of the closed question.
    pub when: String,
    /// Hours more.
    #[serde(default)]
    pub hours: Option<u32>,
    /// Days more.
    #[serde(default)]
    pub days: Option<u32>,
    /// Months more.
    #[serde(default)]
    pub months: Option<u32>,
}
