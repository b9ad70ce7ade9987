//! What a register looks like: its fields, groups, statuses and rights, as data.
//!
//! Packs write it in YAML, own forms are made in the browser, and the database keeps every published
//! revision as JSON. [`FormDefinition::check`] in `rules.rs` says what is wrong with one.

use kernel::{Localized, Role};
use serde::{Deserialize, Serialize};

use super::{Chart, Condition, FieldKind};
use crate::record::Value;

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
    /// The group of the menu it stands in.
    #[serde(default)]
    pub category: Category,
    /// Records of this form may carry measures.
    #[serde(default)]
    pub allows_measures: bool,
    /// What of which standard or law it helps to meet.
    #[serde(default)]
    pub requirements: Vec<FormRequirement>,
    /// The register's own charts.
    #[serde(default)]
    pub charts: Vec<Chart>,
}

/// A group of the menu.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Context and governance.
    Governance,
    /// Risks and controls.
    Risk,
    /// Daily operation.
    Operation,
    /// People.
    People,
    /// Privacy.
    Privacy,
    /// Checking and improving.
    Improvement,
    /// None of these.
    #[default]
    Other,
}

/// A clause of a standard or an article of a law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormRequirement {
    /// "ISO 27001", "AVG".
    pub standard: String,
    /// "A.5.24", "33".
    pub code: String,
}

/// A heading on the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldGroup {
    /// Unique in the form.
    pub key: String,
    /// The heading.
    pub label: Localized,
    /// What stands under it.
    #[serde(default)]
    pub help: Localized,
}

/// One question of a form.
#[allow(clippy::struct_excessive_bools, reason = "each is a tick in the designer")]
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
    /// Came with a pack: it can be hidden and called otherwise, and not taken out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub base: bool,
    /// Not shown at all; what it holds stays.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// No two records may hold the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unique: bool,
    /// Shows only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible_when: Option<Condition>,
    /// Compulsory then, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_when: Option<Condition>,
    /// What a new record begins with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<FieldDefault>,
}

impl Field {
    /// A plain field: everything but key, label and kind is off.
    #[must_use]
    pub fn new(key: impl Into<String>, label: Localized, kind: FieldKind) -> Self {
        Self {
            key: key.into(),
            label,
            help: Localized::default(),
            group: None,
            required: false,
            in_list: false,
            kind,
            base: false,
            hidden: false,
            unique: false,
            visible_when: None,
            required_when: None,
            default: None,
        }
    }
}

/// What a new record begins with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldDefault {
    /// The day, or the moment, it is filled in.
    Today,
    /// Who fills it in.
    Me,
    /// Always this.
    Value(Value),
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
