use async_graphql::{Context, Enum, InputObject, Json, Object, SimpleObject};
use chrono::{DateTime, Utc};
use domain::{
    chart::{ChartCell, ChartClock, ChartData, ChartGroup},
    form::{Chart, ChartFault, Form, Measure},
};
use kernel::Localized;

use super::{
    LocaleName, RecordObject, field::say, field_rule::FieldTestObject, record_filter::filter_json,
    scalar::LocalizedInput, value_more::DeadlineStateName,
};

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "ChartKind", remote = "domain::form::ChartKind")]
pub(crate) enum ChartKindName {
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
    /// Open records by their age.
    Ageing,
    /// Deadlines that run, the most urgent first.
    Clocks,
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "ChartInterval", remote = "domain::form::Interval")]
pub(crate) enum ChartIntervalName {
    /// A calendar month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A calendar year.
    Year,
}

/// What a chart measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "ChartMeasureKind")]
pub(crate) enum ChartMeasureName {
    /// The number of records.
    Count,
    /// The sum of a number field.
    Sum,
    /// The mean of a number field, over the records that fill it in.
    Average,
}

/// What to draw of one register.
pub(crate) struct ChartObject(pub Chart);

/// What to draw of one register.
#[Object(name = "Chart")]
impl ChartObject {
    /// Unique in its form or dashboard.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// What stands above it.
    async fn title(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.title, locale)
    }

    /// How it is drawn.
    async fn kind(&self) -> ChartKindName {
        self.0.kind.into()
    }

    /// A bar, slice, row or point for each answer of this field, or of `$status` or `$created`.
    async fn group_by(&self) -> Option<&str> {
        self.0.group_by.as_deref()
    }

    /// The parts of a bar, the lines, or the columns: a field, `$status` or `$created`.
    async fn split_by(&self) -> Option<&str> {
        self.0.split_by.as_deref()
    }

    /// How days are put together.
    async fn interval(&self) -> Option<ChartIntervalName> {
        self.0.interval.map(Into::into)
    }

    /// What is measured.
    async fn measure(&self) -> ChartMeasureName {
        match self.0.measure {
            Measure::Count {} => ChartMeasureName::Count,
            Measure::Sum(_) => ChartMeasureName::Sum,
            Measure::Average(_) => ChartMeasureName::Average,
        }
    }

    /// The field whose numbers are measured, unless records are counted.
    async fn measure_field(&self) -> Option<&str> {
        self.0.measured()
    }

    /// The likelihood x impact field of a heat map, the deadline of clocks, the day of ageing.
    async fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// Only records that are not done.
    async fn is_open_only(&self) -> bool {
        self.0.open_only
    }

    /// Only records for which all of these hold.
    async fn tests(&self) -> Vec<FieldTestObject> {
        self.0.tests.iter().cloned().map(Into::into).collect()
    }
}

/// What to draw of one register.
#[derive(InputObject)]
pub(crate) struct ChartInput {
    /// What stands above it; at most 200 characters. What is left out in one language is said in the other.
    title: LocalizedInput,
    /// How it is drawn.
    kind: ChartKindName,
    /// A bar, slice, row or point for each answer of this field, or of `$status` or `$created`.
    group_by: Option<String>,
    /// The parts of a bar, the lines, or the columns: a field, `$status` or `$created`.
    split_by: Option<String>,
    /// How days are put together; needed with days.
    interval: Option<ChartIntervalName>,
    /// What is measured.
    #[graphql(default_with = "Some(ChartMeasureName::Count)")]
    measure: Option<ChartMeasureName>,
    /// The field whose numbers are measured: for `SUM` and `AVERAGE`.
    measure_field: Option<String>,
    /// The likelihood x impact field of a heat map, the deadline of clocks, the day of ageing.
    field: Option<String>,
    /// Only records that are not done.
    #[graphql(default_with = "Some(false)")]
    is_open_only: Option<bool>,
    /// Only records for which all of these hold; at most 20.
    #[graphql(default_with = "Some(Vec::new())")]
    tests: Option<Vec<FieldTestObject>>,
}

impl ChartInput {
    /// The chart under this key; or what it lacks.
    pub(crate) fn chart(self, key: impl Into<String>) -> Result<Chart, ChartFault> {
        let measured = self.measure_field.ok_or(ChartFault {
            code: "REQUIRED",
            member: "measure_field",
            index: None,
            problem: "is needed",
        });
        let measure = match self.measure.unwrap_or(ChartMeasureName::Count) {
            ChartMeasureName::Count => Measure::Count {},
            ChartMeasureName::Sum => Measure::Sum(measured?),
            ChartMeasureName::Average => Measure::Average(measured?),
        };
        Ok(Chart {
            key: key.into(),
            title: Localized::from(self.title),
            kind: self.kind.into(),
            group_by: self.group_by,
            split_by: self.split_by,
            interval: self.interval.map(Into::into),
            measure,
            field: self.field,
            open_only: self.is_open_only.unwrap_or_default(),
            tests: self.tests.unwrap_or_default().into_iter().map(Into::into).collect(),
        })
    }
}

/// What a chart draws.
pub(crate) struct ChartDataObject {
    pub data: ChartData,
    pub form: Form,
}

/// What a chart draws, of the records the viewer may see.
#[Object(name = "ChartData")]
impl ChartDataObject {
    /// Bars, slices, points of time, or steps of likelihood; at most 50.
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn groups(&self) -> Vec<ChartGroupObject> {
        self.data.groups.iter().cloned().map(Into::into).collect()
    }

    /// Parts of a bar, lines, or steps of impact; exactly one when nothing is split.
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn series(&self) -> Vec<ChartGroupObject> {
        self.data.series.iter().cloned().map(Into::into).collect()
    }

    /// The figures, by group and series; what is absent is zero.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn cells(&self) -> Vec<ChartCellObject<'_>> {
        self.data.cells.iter().map(|cell| ChartCellObject { cell, data: &self.data }).collect()
    }

    /// The measure over all records, each counted once.
    async fn total(&self) -> f64 {
        self.data.total
    }

    /// Clocks that run, the most urgent first; at most 20.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn clocks(&self) -> Vec<ChartClockObject> {
        let clock = |clock: &ChartClock| ChartClockObject {
            record: RecordObject { record: clock.record.clone(), form: self.form.clone() },
            due_at: clock.due_at,
            state: clock.state.into(),
        };
        self.data.clocks.iter().map(clock).collect()
    }
}

/// Records with the same answer.
#[derive(SimpleObject)]
#[graphql(name = "ChartGroup")]
pub(crate) struct ChartGroupObject {
    /// The answer. `$all`, `$empty`, `$earlier`, `$hidden` and `$other` stand for what is put together.
    key: String,
    /// The answer in words.
    label: String,
    /// A colour name of the design system.
    colour: Option<String>,
    /// The `RecordFilter` that lists exactly these records; null where no filter can say it.
    filter: Option<Json<serde_json::Value>>,
}

impl From<ChartGroup> for ChartGroupObject {
    fn from(group: ChartGroup) -> Self {
        let ChartGroup { key, label, colour, filter } = group;
        Self { key, label, colour, filter: filter.as_ref().map(|filter| Json(filter_json(filter))) }
    }
}

/// One figure.
pub(crate) struct ChartCellObject<'a> {
    cell: &'a ChartCell,
    data: &'a ChartData,
}

/// One figure.
#[Object(name = "ChartCell")]
impl ChartCellObject<'_> {
    /// Place in the groups, from 0.
    async fn group(&self) -> usize {
        self.cell.group
    }

    /// Place in the series, from 0.
    async fn series(&self) -> usize {
        self.cell.series
    }

    /// The figure.
    async fn value(&self) -> f64 {
        self.cell.value
    }

    /// A colour of its own: the level in a heat map.
    async fn colour(&self) -> Option<&str> {
        self.cell.colour.as_deref()
    }

    /// The `RecordFilter` that lists exactly these records; null where no filter can say it.
    async fn filter(&self) -> Option<Json<serde_json::Value>> {
        self.data.filter_of(self.cell).as_ref().map(|filter| Json(filter_json(filter)))
    }
}

/// A clock that runs.
#[derive(SimpleObject)]
#[graphql(name = "ChartClock")]
pub(crate) struct ChartClockObject {
    /// Whose.
    record: RecordObject,
    /// When its term ends.
    due_at: DateTime<Utc>,
    /// How it stands.
    state: DeadlineStateName,
}
