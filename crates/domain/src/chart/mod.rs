//! What a chart draws: the records of a register, added up.

mod axis;
mod heat;
mod rules;
mod time;

use kernel::{Error, Instant, PageRequest, Result, dutch_day};
use serde_json::json;

use crate::{
    Ctx, Permission,
    audit::{self, AuditEntry},
    form::{CREATED, Chart, ChartFault, ChartKind, FieldKind, Form, FormDefinition, Interval},
    record::{
        self, DeadlineState, Dimension, FieldFilter, Names, Record, RecordFilter, RecordList, RecordSort,
        SortKey, Tally, TallyRow, Value,
    },
};
use axis::Axis;
use heat::HeatMap;

/// The most bars, slices or rows; what is beyond counts as "other".
pub const MAX_GROUPS: usize = 50;
/// The most clocks.
const MAX_CLOCKS: u32 = 20;

/// What a chart draws.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartData {
    /// Bars, slices, points of time, or steps of likelihood.
    pub groups: Vec<ChartGroup>,
    /// Parts of a bar, lines, or steps of impact; one when nothing is split.
    pub series: Vec<ChartGroup>,
    /// What is not zero.
    pub cells: Vec<ChartCell>,
    /// The measure over all records.
    pub total: f64,
    /// Of clocks: the records, the most urgent first.
    pub clocks: Vec<ChartClock>,
}

/// Records with the same answer.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartGroup {
    /// The answer; or `$all`, `$empty`, `$earlier`, `$hidden` or `$other`.
    pub key: String,
    /// The answer in the language asked for.
    pub label: String,
    /// A colour name of the design system.
    pub colour: Option<String>,
    /// Which records they are, where a filter can say so.
    pub filter: Option<RecordFilter>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartCell {
    /// Place in the groups.
    pub group: usize,
    /// Place in the series.
    pub series: usize,
    /// The figure.
    pub value: f64,
    /// A colour of its own: the level in a heat map.
    pub colour: Option<String>,
}

/// A clock that runs.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartClock {
    /// Whose.
    pub record: Record,
    /// When its term ends.
    pub due_at: Instant,
    /// How it stands.
    pub state: DeadlineState,
}

impl ChartData {
    /// Which records a cell is about, where a filter can say so.
    #[must_use]
    pub fn filter_of(&self, cell: &ChartCell) -> Option<RecordFilter> {
        let group = self.groups.get(cell.group)?.filter.as_ref()?;
        let series = self.series.get(cell.series)?.filter.as_ref()?;
        Some(rules::both(group, series))
    }
}

/// Which records a chart is about.
#[must_use]
pub fn filter(form: &FormDefinition, chart: &Chart) -> RecordFilter {
    rules::filter(form, chart)
}

/// Notes in the audit log that the table behind a chart was made into a file.
pub async fn note_export(ctx: &Ctx, form: &Form, chart: &Chart) -> Result<()> {
    ctx.require(Permission::Export)?;
    let details = json!({ "form": form.definition.key, "chart": chart });
    ctx.write(async |tx| {
        audit::record(ctx, tx, AuditEntry::about("chart.exported", form.id).with(details.clone())).await
    })
    .await
}

impl From<ChartFault> for Error {
    fn from(fault: ChartFault) -> Self {
        let argument = match fault.member {
            "group_by" => "groupBy",
            "split_by" => "splitBy",
            "measure_field" => "measureField",
            "interval" => "interval",
            "tests" => "tests",
            _ => "field",
        };
        Self::bad_request(argument, fault.problem)
    }
}

/// Adds up what a chart draws, of the records the actor may see. A bad request names the member that is wrong.
pub async fn data(ctx: &Ctx, form: &Form, chart: &Chart) -> Result<ChartData> {
    chart.check(&form.definition)?;
    let filter = rules::filter(&form.definition, chart);
    if chart.kind == ChartKind::Clocks {
        return clocks(ctx, form, (chart, filter)).await;
    }
    let today = dutch_day(ctx.now());
    let begins = match chart.kind {
        ChartKind::Ageing => time::age_begins(today),
        _ => time::begins(chart.interval.unwrap_or(Interval::Month), today),
    };
    let drawing = Drawing { ctx, form, chart, filter: &filter, begins: &begins };
    let keys = drawing.keys();
    let (group, split) = (drawing.dimension(keys.0), drawing.dimension(keys.1));
    let mut rows = drawing.rows(group, split).await?;
    let total = drawing.total((group, split), &rows).await?;
    if let Some(map) = drawing.heat_map() {
        let data = rules::heat_map(&map, (&chart.measure, &rows));
        return Ok(ChartData { total, ..data });
    }
    rules::keep_largest(&mut rows, |row| &mut row.group);
    rules::keep_largest(&mut rows, |row| &mut row.split);
    let names = names(ctx, &rows).await?;
    let along = |dimension, key| Axis {
        form: &form.definition,
        key,
        dimension,
        interval: chart.interval,
        names: &names,
        locale: ctx.locale(),
        today,
        is_age: chart.kind == ChartKind::Ageing,
        filter: &filter,
    };
    let (groups, series) = (along(group, keys.0), along(split, keys.1));
    Ok(ChartData { total, ..rules::put_together((&groups, &series), (&chart.measure, &rows)) })
}

/// A chart of a form that is being drawn.
struct Drawing<'a> {
    ctx: &'a Ctx,
    form: &'a Form,
    chart: &'a Chart,
    filter: &'a RecordFilter,
    begins: &'a [Instant],
}

impl<'a> Drawing<'a> {
    /// What records are put together by, and split by.
    fn keys(&self) -> (Option<&'a str>, Option<&'a str>) {
        let chart = self.chart;
        match chart.kind {
            ChartKind::Number | ChartKind::Clocks => (None, None),
            ChartKind::Ageing => (chart.field.as_deref().or(Some(CREATED)), None),
            ChartKind::HeatMap => (chart.field.as_deref(), None),
            _ => (chart.group_by.as_deref(), chart.split_by.as_deref()),
        }
    }

    fn dimension(&self, key: Option<&'a str>) -> Option<Dimension<'a>> {
        rules::dimension((&self.form.definition, self.begins), key?)
    }

    async fn rows(
        &self,
        group: Option<Dimension<'_>>,
        split: Option<Dimension<'_>>,
    ) -> Result<Vec<TallyRow>> {
        let Self { form, filter, .. } = *self;
        record::tally(self.ctx, &Tally { form, filter, group, split, measure: self.chart.measured() }).await
    }

    /// The measure over all records, each counted once.
    async fn total(
        &self,
        (group, split): (Option<Dimension<'_>>, Option<Dimension<'_>>),
        rows: &[TallyRow],
    ) -> Result<f64> {
        let measure = &self.chart.measure;
        if [group, split].into_iter().flatten().any(Dimension::has_several) {
            return Ok(rules::figure(measure, &rules::sum(&self.rows(None, None).await?)));
        }
        Ok(rules::figure(measure, &rules::sum(rows)))
    }

    fn heat_map(&self) -> Option<HeatMap<'a>> {
        let key = self.chart.field.as_deref().filter(|_| self.chart.kind == ChartKind::HeatMap)?;
        match &self.form.definition.field(key)?.kind {
            FieldKind::LikelihoodImpact { scale } => {
                Some(HeatMap { key, scale, locale: self.ctx.locale(), filter: self.filter })
            }
            _ => None,
        }
    }
}

async fn names(ctx: &Ctx, rows: &[TallyRow]) -> Result<Names> {
    let mentioned: Vec<Value> = rows
        .iter()
        .flat_map(|row| [&row.group, &row.split])
        .filter_map(|answer| rules::mentioned(answer, ctx.may(Permission::SeePeople)))
        .collect();
    Names::of(ctx, mentioned.iter().collect()).await
}

async fn clocks(ctx: &Ctx, form: &Form, (chart, mut filter): (&Chart, RecordFilter)) -> Result<ChartData> {
    let Some(key) = &chart.field else { return Ok(ChartData::default()) };
    let running = vec![DeadlineState::Running, DeadlineState::Soon, DeadlineState::Overdue];
    filter.fields.push(FieldFilter { key: key.clone(), deadlines: Some(running), ..FieldFilter::default() });
    let sort = RecordSort { by: SortKey::Field(key.clone()), descending: false };
    let list = RecordList { form, filter: &filter, sort: &sort };
    let total = f64::from(u32::try_from(record::count(ctx, list).await?).unwrap_or(u32::MAX));
    let found = record::list(ctx, list, &PageRequest::start(MAX_CLOCKS)).await?;
    let clock = |record: Record| match record.values.get(key) {
        Some(Value::Deadline(deadline)) => {
            let (due_at, state) = (deadline.due_at, deadline.state(ctx.now()));
            Some(ChartClock { record, due_at, state })
        }
        _ => None,
    };
    let clocks = found.items.into_iter().filter_map(|(_, record)| clock(record)).collect();
    Ok(ChartData { total, clocks, ..ChartData::default() })
}
