//! Charts of a register, as data: packs bring them, people make their own.

use kernel::Localized;
use serde::{Deserialize, Serialize};

use super::{
    FieldKind, FormDefinition, STATUS, Test,
    expression::{Type, type_of},
};

/// Stands for the moment a record was made where a field key is expected.
pub const CREATED: &str = "$created";

/// What to draw of one register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Unique in its dashboard or form.
    pub key: String,
    /// What stands above it.
    pub title: Localized,
    /// How it is drawn.
    pub kind: ChartKind,
    /// A bar, slice or row for each answer of this field, or of `$status` or `$created`.
    #[serde(default)]
    pub group_by: Option<String>,
    /// The parts of a stacked bar, or the lines.
    #[serde(default)]
    pub split_by: Option<String>,
    /// How days are put together.
    #[serde(default)]
    pub interval: Option<Interval>,
    /// What is measured; the number of records when absent.
    #[serde(default)]
    pub measure: Measure,
    /// The likelihood x impact field of a heat map, the deadline of clocks, the day of ageing.
    #[serde(default)]
    pub field: Option<String>,
    /// Only records that are not done.
    #[serde(default)]
    pub open_only: bool,
    /// Only records for which all of these hold.
    #[serde(default)]
    pub tests: Vec<Test>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// One figure.
    Number,
    /// Rows of figures.
    Table,
    /// A bar for each group.
    Bar,
    /// A line over time.
    Line,
    /// Slices of a whole.
    Doughnut,
    /// Bars in parts.
    Stacked,
    /// Likelihood against impact.
    HeatMap,
    /// Records by their age.
    Ageing,
    /// Deadlines that run, the most urgent first.
    Clocks,
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interval {
    /// A calendar month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A calendar year.
    Year,
}

/// What a chart measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Measure {
    /// The number of records.
    Count {},
    /// The sum of a number field.
    Sum(String),
    /// The mean of a number field.
    Average(String),
}

impl Default for Measure {
    fn default() -> Self {
        Self::Count {}
    }
}

/// Why a form cannot fill a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartFault {
    /// A key of the client's sentences.
    pub code: &'static str,
    /// The member of the chart, as packs write it.
    pub member: &'static str,
    /// Which one, of the tests.
    pub index: Option<usize>,
    /// What is wrong, after the member's name.
    pub problem: &'static str,
}

impl ChartFault {
    /// Where it stands in the chart as clients write it: names and places from the outside in.
    #[must_use]
    pub fn path(&self) -> Vec<String> {
        let member = match self.member {
            "group_by" => "groupBy",
            "split_by" => "splitBy",
            "measure_field" => "measureField",
            other => other,
        };
        let index = self.index.map(|index| index.to_string());
        std::iter::once(member.to_owned()).chain(index).collect()
    }
}

/// The most tests of one chart.
const MAX_TESTS: usize = 20;
/// The most choices of one test.
const MAX_CHOICES: usize = 200;
/// The longest choice, in characters.
const MAX_CHOICE: usize = 200;

fn fault(code: &'static str, member: &'static str, problem: &'static str) -> ChartFault {
    ChartFault { code, member, index: None, problem }
}

fn unfit(member: &'static str, problem: &'static str) -> ChartFault {
    fault("FIELD_DOES_NOT_FIT", member, problem)
}

fn missing(member: &'static str, problem: &'static str) -> ChartFault {
    fault("REQUIRED", member, problem)
}

impl Chart {
    /// Refuses a chart that this form cannot fill.
    ///
    /// # Errors
    /// What is missing or does not fit, and where.
    pub fn check(&self, form: &FormDefinition) -> Result<(), ChartFault> {
        self.check_known(form)?;
        self.check_field(form)?;
        self.check_groups(form)?;
        self.check_tests(form)
    }

    /// Key of the field that is added up.
    #[must_use]
    pub fn measured(&self) -> Option<&str> {
        match &self.measure {
            Measure::Count {} => None,
            Measure::Sum(key) | Measure::Average(key) => Some(key),
        }
    }

    fn check_known(&self, form: &FormDefinition) -> Result<(), ChartFault> {
        let named = [
            ("group_by", self.group_by.as_deref()),
            ("split_by", self.split_by.as_deref()),
            ("field", self.field.as_deref()),
            ("measure_field", self.measured()),
        ];
        for (member, key) in named {
            let is_known = key.is_none_or(|key| key == STATUS || key == CREATED || form.field(key).is_some());
            if !is_known {
                return Err(fault("UNKNOWN_FIELD", member, "names a field the form does not have"));
            }
        }
        match self.measured() {
            Some(key) if !is_number(form, key) => {
                Err(unfit("measure_field", "must be a number, a score, a checklist or a computed number"))
            }
            _ => Ok(()),
        }
    }

    fn check_field(&self, form: &FormDefinition) -> Result<(), ChartFault> {
        let kind = self.field.as_deref().and_then(|key| form.field(key)).map(|field| &field.kind);
        match (self.kind, self.field.as_deref()) {
            (ChartKind::HeatMap | ChartKind::Clocks, None) => Err(missing("field", "is needed")),
            (ChartKind::HeatMap, _) if !matches!(kind, Some(FieldKind::LikelihoodImpact { .. })) => {
                Err(unfit("field", "of a heat map must be a likelihood_impact field"))
            }
            (ChartKind::Clocks, _) if !matches!(kind, Some(FieldKind::Deadline(_))) => {
                Err(unfit("field", "of clocks must be a deadline field"))
            }
            (ChartKind::Ageing, Some(key)) if !is_day(form, key) => {
                Err(unfit("field", "of ageing must be a date or date_time"))
            }
            _ => Ok(()),
        }
    }

    fn check_groups(&self, form: &FormDefinition) -> Result<(), ChartFault> {
        if !self.kind.is_grouped() {
            return Ok(());
        }
        if self.group_by.is_none() {
            return Err(missing("group_by", "is needed"));
        }
        if self.kind == ChartKind::Stacked && self.split_by.is_none() {
            return Err(missing("split_by", "is needed"));
        }
        for (member, key) in [("group_by", &self.group_by), ("split_by", &self.split_by)] {
            let Some(key) = key else { continue };
            if !can_group(form, key) {
                return Err(unfit(member, "cannot be a field of that kind"));
            }
            if is_day(form, key) && self.interval.is_none() {
                return Err(missing("interval", "is needed with days"));
            }
        }
        Ok(())
    }

    fn check_tests(&self, form: &FormDefinition) -> Result<(), ChartFault> {
        if self.tests.len() > MAX_TESTS {
            return Err(fault("TOO_MANY", "tests", "must be 20 at most"));
        }
        for (index, test) in self.tests.iter().enumerate() {
            let at = |fault| ChartFault { index: Some(index), ..fault };
            if test.field != STATUS && form.field(&test.field).is_none() {
                return Err(at(fault("UNKNOWN_FIELD", "tests", "name a field the form does not have")));
            }
            if test.any_of.as_ref().is_some_and(|choices| choices.len() > MAX_CHOICES) {
                return Err(at(fault("TOO_MANY", "tests", "have more than 200 choices")));
            }
            let is_bad = |choice: &String| choice.contains('\0') || choice.chars().count() > MAX_CHOICE;
            if test.any_of.iter().flatten().any(is_bad) {
                return Err(at(unfit("tests", "hold a choice of more than 200 characters, or NUL")));
            }
        }
        Ok(())
    }
}

impl ChartKind {
    /// True when it puts records together by a field.
    #[must_use]
    pub const fn is_grouped(self) -> bool {
        matches!(self, Self::Table | Self::Bar | Self::Line | Self::Doughnut | Self::Stacked)
    }
}

fn is_day(form: &FormDefinition, key: &str) -> bool {
    key == CREATED
        || form.field(key).is_some_and(|field| match &field.kind {
            FieldKind::Date {} | FieldKind::DateTime {} | FieldKind::Deadline(_) => true,
            FieldKind::Computed { expression, .. } => type_of(expression, form) == Ok(Type::Date),
            _ => false,
        })
}

fn is_number(form: &FormDefinition, key: &str) -> bool {
    form.field(key).is_some_and(|field| match &field.kind {
        FieldKind::Number { .. } | FieldKind::LikelihoodImpact { .. } | FieldKind::Checklist { .. } => true,
        FieldKind::Computed { expression, .. } => type_of(expression, form) == Ok(Type::Number),
        _ => false,
    })
}

fn can_group(form: &FormDefinition, key: &str) -> bool {
    key == STATUS
        || is_day(form, key)
        || form.field(key).is_some_and(|field| {
            matches!(
                field.kind,
                FieldKind::Choice { .. }
                    | FieldKind::DynamicChoice { .. }
                    | FieldKind::YesNoNa {}
                    | FieldKind::User { .. }
                    | FieldKind::Group { .. }
                    | FieldKind::Country { .. }
                    | FieldKind::Reference { .. }
                    | FieldKind::LikelihoodImpact { .. }
                    | FieldKind::Checklist { .. }
                    | FieldKind::Computed { .. }
            )
        })
}
