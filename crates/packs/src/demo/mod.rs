//! Two made-up customers, full of records, for demos and for tests that need volume.
//!
//! The stories are written by hand in `content/demo`; what a story leaves open (days, who reported,
//! how far it got) is drawn from a fixed seed, so that every seeding gives the same environment. Days
//! are relative to the day of seeding: the demo never grows old.

mod asset;
mod draw;
mod environment;
mod general;
mod incident;
mod life;
mod people;
mod risk;
mod story;

use kernel::Locale;
use serde_json::{Map, Value};

pub use people::{DemoConsultant, DemoGroup, DemoUser};

use crate::PackError;

/// A made-up customer.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoEnvironment {
    /// Short name, fit for a hostname: `zorgpunt`.
    pub slug: String,
    /// "Zorgpunt Vechtdal".
    pub name: String,
    /// The language its people work in, and the records are written in.
    pub locale: Locale,
    /// Its people, an administrator first.
    pub users: Vec<DemoUser>,
    /// People who have been sent an invitation and have not accepted it yet.
    pub invited: Vec<DemoUser>,
    /// Its own groups.
    pub groups: Vec<DemoGroup>,
    /// Advisers it has let in.
    pub consultants: Vec<DemoConsultant>,
    /// In no order of time: a record may refer to one that is made later.
    pub records: Vec<DemoRecord>,
}

/// A record as it is today, and how it got there.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoRecord {
    /// Key of the form: `risks`.
    pub form_key: String,
    /// Unique in the environment; other records refer to it.
    pub local_key: String,
    /// Key of today's status.
    pub status: String,
    /// Today's answers by field key. Empty answers are absent. Shapes:
    ///
    /// | kind | value |
    /// | --- | --- |
    /// | text | string |
    /// | rich text | string of HTML: `p`, `ul`, `ol`, `li` |
    /// | number | number |
    /// | date | `{"days": -12}`, relative to the day of seeding |
    /// | date and time | `{"days": -12, "time": "09:15"}` |
    /// | yes/no/n.a. | `"yes"`, `"no"`, `"not_applicable"` |
    /// | choice | `["low"]`, always a list |
    /// | dynamic choice, checklist, country | a list of words, keys or codes |
    /// | user | `"@username"` or a list of them |
    /// | group | its name or a list of names |
    /// | reference | `["local_key"]`, always a list |
    /// | file | `[{"name": "Report.txt", "text": "…"}]` |
    /// | web link | `[{"url": "https://…", "title": "…"}]` |
    /// | likelihood × impact | `{"likelihood": 3, "impact": 4}` |
    pub values: Map<String, Value>,
    /// The day it was made, relative to the day of seeding; never above 0.
    pub created_on_days: i32,
    /// Username of its maker.
    pub created_by: String,
    /// What happened after it was made, in order. It was made in the form's first status with all
    /// `values` that no step lists in its `fields`.
    pub steps: Vec<DemoStep>,
}

/// A change to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoStep {
    /// The day, relative to the day of seeding; never before the step before it.
    pub on_days: i32,
    /// Username of who did it.
    pub by: String,
    /// Key of the status from then on.
    pub status: String,
    /// Keys of the fields that were filled in.
    pub fields: Vec<String>,
}

/// The made-up customers, always the same.
///
/// # Errors
/// When their files do not fit the format; a test keeps that from happening.
pub fn environments() -> Result<Vec<DemoEnvironment>, PackError> {
    Ok(vec![environment::read("zorgpunt", 1)?, environment::read("bouwgroep", 2)?])
}
