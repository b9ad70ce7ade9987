//! What a register looks like: its fields, groups, statuses and rights, as data.
//!
//! Packs write it in YAML, own forms are made in the browser, and the database keeps every published
//! revision as JSON. [`FormDefinition::check`] in `rules.rs` says what is wrong with one.

use kernel::{Localized, Role};
use serde::{Deserialize, Serialize};

/// A register's definition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormDefinition {
    /// Unique in the environment: lower-case letters, digits and `_`, e.g. `risks`.
    pub key: String,
    /// What record numbers begin with: 2 to 5 capitals, e.g. `RIS`.
    pub number_prefix: String,
    /// The register: "Risico's".
    pub name: Localized,
    /// One record: "Risico".
    pub singular_name: Localized,
    /// What the register is for and how to fill it in.
    pub help: Localized,
    /// Name of a Tabler icon, e.g. `alert-triangle`.
    pub icon: String,
    /// Key of the text field that names a record.
    pub title_field: String,
    /// Headings the fields stand under, in order; may be empty.
    #[serde(default)]
    pub groups: Vec<FieldGroup>,
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// The statuses, in order; new records get the first.
    pub statuses: Vec<Status>,
    /// What each role may do; a role that is not named may do nothing.
    pub rights: Vec<RoleRight>,
}

/// A heading on the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldGroup {
    /// Unique in the form.
    pub key: String,
    /// The heading.
    pub label: Localized,
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Unique in the form and never changed: lower-case letters, digits and `_`.
    pub key: String,
    /// The question.
    pub label: Localized,
    /// How to answer it.
    #[serde(default)]
    pub help: Localized,
    /// Key of the group it stands under.
    #[serde(default)]
    pub group: Option<String>,
    /// An answer is compulsory.
    #[serde(default)]
    pub required: bool,
    /// Shown in the list unless the viewer chose other columns.
    #[serde(default)]
    pub in_list: bool,
    /// The kind of answer.
    pub kind: FieldKind,
}

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
    /// A user of the environment.
    User {},
    /// One or several records of a form.
    Reference {
        /// Key of the form whose records may be chosen.
        form: String,
        /// Several may be chosen.
        #[serde(default)]
        multiple: bool,
    },
    /// A likelihood and an impact that together give a score.
    LikelihoodImpact {
        /// The steps and the bands of scores.
        scale: RiskScale,
    },
}

/// One choice of a fixed list.
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
}

/// Steps of likelihood and impact, and the levels their products fall into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskScale {
    /// Names of likelihood 1, 2, 3 …; 2 to 7 steps.
    pub likelihood: Vec<Localized>,
    /// Names of impact 1, 2, 3 …; 2 to 7 steps.
    pub impact: Vec<Localized>,
    /// Bands of scores, lowest first; the first begins at 1.
    pub levels: Vec<RiskLevel>,
}

/// A band of scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskLevel {
    /// Unique in the scale: `low`, `medium`, …
    pub key: String,
    /// "Laag".
    pub label: Localized,
    /// Lowest score (likelihood times impact) of this band.
    pub minimum_score: u32,
    /// A colour name of the design system.
    pub colour: String,
}

/// A step in a record's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// Unique in the form and never changed.
    pub key: String,
    /// What is shown.
    pub label: Localized,
    /// Open, being worked on, or done.
    pub kind: StatusKind,
    /// A colour name of the design system.
    pub colour: String,
    /// Keys of the statuses that may follow.
    pub next: Vec<String>,
}

/// What a status means to dashboards and overdue counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusKind {
    /// Nobody works on it yet.
    Open,
    /// Somebody works on it.
    Active,
    /// Nothing is left to do.
    Done,
}

/// What one role may do with the records of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRight {
    /// The role.
    pub role: Role,
    /// What it may do.
    pub right: FormRight,
}

/// A right on a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormRight {
    /// Does not see that the form exists.
    None,
    /// Makes records and sees and edits the own ones.
    Own,
    /// Sees all records; changes none.
    View,
    /// Sees, makes and edits all records.
    Edit,
}

impl FormRight {
    /// All rights, the narrowest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Own, Self::View, Self::Edit];

    /// The name in the database and in packs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Own => "own",
            Self::View => "view",
            Self::Edit => "edit",
        }
    }
}

impl FormDefinition {
    /// What a role may do, as far as the definition says; nothing when it is not named.
    #[must_use]
    pub fn right_of(&self, role: Role) -> FormRight {
        let named = self.rights.iter().find(|entry| entry.role == role);
        named.map_or(FormRight::None, |entry| entry.right)
    }
}
