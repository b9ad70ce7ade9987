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

impl Chart {
    /// What is missing for its kind, in one sentence.
    pub(super) fn check(&self, form: &FormDefinition) -> Result<(), &'static str> {
        let kind_of =
            |key: &Option<String>| key.as_deref().and_then(|key| form.field(key)).map(|field| &field.kind);
        match self.kind {
            ChartKind::Number => {}
            ChartKind::HeatMap
                if matches!(kind_of(&self.field), Some(FieldKind::LikelihoodImpact { .. })) => {}
            ChartKind::HeatMap => return Err("a heat map needs `field`: a likelihood_impact field"),
            ChartKind::Clocks if matches!(kind_of(&self.field), Some(FieldKind::Deadline(_))) => {}
            ChartKind::Clocks => return Err("clocks need `field`: a deadline field"),
            ChartKind::Ageing => {
                let day = self.field.as_deref().is_none_or(|key| is_day(form, key));
                return if day { Ok(()) } else { Err("ageing takes a date or date_time as `field`") };
            }
            ChartKind::Stacked if self.split_by.is_none() => return Err("stacked bars need `split_by`"),
            ChartKind::Table
            | ChartKind::Bar
            | ChartKind::Line
            | ChartKind::Doughnut
            | ChartKind::Stacked => {
                let Some(key) = &self.group_by else { return Err("needs `group_by`") };
                if is_day(form, key) && self.interval.is_none() {
                    return Err("days need an `interval`");
                }
            }
        }
        let groups = [&self.group_by, &self.split_by];
        if !groups.into_iter().flatten().all(|key| can_group(form, key)) {
            return Err("cannot group by a field of that kind");
        }
        match &self.measure {
            Measure::Sum(key) | Measure::Average(key) if !is_number(form, key) => {
                Err("can only add up numbers, scores and computed numbers")
            }
            _ => Ok(()),
        }
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
