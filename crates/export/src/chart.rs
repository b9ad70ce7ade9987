//! A chart as a workbook: the table behind what is drawn.

use std::{io::Cursor, ops::ControlFlow};

use chrono::NaiveDate;
use domain::{
    Permission,
    chart::{self, ChartClock, ChartData},
    form::{CREATED, Chart, ChartFault, ChartKind, Form, Measure, STATUS},
    record::{self, DeadlineState, RecordList, RecordSort},
};
use kernel::{Error, Instant, Locale, Result, UserError};

use crate::{
    Cell, Column, ColumnKind, ExportError, ExportRequest, Format, Report, Source, Work,
    make::dated_name,
    register::{self, Layout},
    work::blocking,
    xlsx,
};

/// What stands in a workbook's marker instead of a form's key: nothing imports a chart.
const MARKER: &str = "$chart";

/// A chart to be made into a workbook.
#[derive(Debug, Clone)]
pub struct ChartRequest {
    /// Key of the register.
    pub form_key: String,
    /// What is drawn, or why that was no chart.
    pub chart: Result<Chart, ChartFault>,
    /// The file's language.
    pub locale: Locale,
    /// The past day at whose end the register is drawn.
    pub as_of: Option<NaiveDate>,
}

/// A workbook, whole.
#[derive(Debug, Clone)]
pub struct ChartFile {
    /// `zorgpunt-risicos-per-status-2026-01-05.xlsx`
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Makes a workbook of the table behind a chart, of the records the actor may see. What is wrong with the
/// chart is told at `chart`.
pub async fn export_chart(work: &Work, request: ChartRequest) -> Result<ChartFile> {
    let locale = request.locale;
    let ctx = work.ctx.acting_with(work.ctx.actor(), work.ctx.access().clone(), locale);
    let work = Work { ctx, ..work.clone() };
    let past = work.as_of(request.as_of).await?;
    let form = domain::form::get_by_key(&past.ctx, &request.form_key).await?;
    work.ctx.require(Permission::Export)?;
    let chart = request.chart.and_then(|chart| chart.check(&form.definition).map(|()| chart));
    let chart = chart.map_err(|fault| at_chart(&fault))?;
    let data = chart::data(&past.ctx, &form, &chart).await?;
    let table = Table { form: &form, chart: &chart, locale };
    let (report, rows) = (table.report((&past, work.ctx.now()), &data).await?, table.rows(&data));
    let title = format!("{} {}", form.definition.name.get(locale), chart.title.get(locale));
    let bytes = blocking(move || written(&report, rows)).await??;
    chart::note_export(&work.ctx, &form, &chart).await?;
    let format = Format::Xlsx;
    Ok(ChartFile { name: dated_name(&work, &title, format), media_type: format.media_type(), bytes })
}

fn at_chart(fault: &ChartFault) -> Error {
    let path = std::iter::once("chart".to_owned()).chain(fault.path()).collect();
    UserError { path, ..UserError::at(fault.code, &[]) }.into()
}

fn written(report: &Report, rows: Vec<Vec<Cell>>) -> Result<Vec<u8>, ExportError> {
    let mut rows = rows.into_iter().map(Ok);
    let mut progress = |_| ControlFlow::Continue(());
    let mut out = Cursor::new(Vec::new());
    xlsx::write(&mut Source::new(report, &mut rows, &mut progress), &mut out)?;
    Ok(out.into_inner())
}

/// The table behind a chart.
struct Table<'a> {
    form: &'a Form,
    chart: &'a Chart,
    locale: Locale,
}

impl Table<'_> {
    fn say(&self, nl: &str, en: &str) -> String {
        if self.locale == Locale::Nl { nl.to_owned() } else { en.to_owned() }
    }

    /// The report, with the columns the data has.
    async fn report(&self, (work, made_at): (&Work, Instant), data: &ChartData) -> Result<Report> {
        let request = ExportRequest {
            form_key: self.form.definition.key.clone(),
            format: Format::Xlsx,
            filter: chart::filter(&self.form.definition, self.chart),
            sort: RecordSort::default(),
            columns: Some(Vec::new()),
            locale: self.locale,
            as_of: work.ctx.as_of_day(),
        };
        let list = RecordList { form: self.form, filter: &request.filter, sort: &request.sort };
        let records = record::count(&work.ctx, list).await?;
        let layout = Layout::new(self.form, &request)?;
        let report = register::report(work, self.form, &request, (&layout, made_at)).await?;
        let title = self.chart.title.get(self.locale).to_owned();
        Ok(Report {
            title,
            form_key: MARKER.to_owned(),
            records: Some(records),
            columns: self.columns(data),
            ..report
        })
    }

    fn columns(&self, data: &ChartData) -> Vec<Column> {
        if self.chart.kind == ChartKind::Clocks {
            return vec![
                Column {
                    width: Some(11),
                    ..Column::new("code", self.say("Nummer", "Number"), ColumnKind::Text)
                },
                Column {
                    width: Some(50),
                    ..Column::new("title", self.say("Titel", "Title"), ColumnKind::Text)
                },
                Column::new("due", self.say("Verloopt op", "Due at"), ColumnKind::Instant),
                Column::new("state", self.say("Stand", "State"), ColumnKind::Text),
            ];
        }
        let kind = match self.chart.measure {
            Measure::Count {} => ColumnKind::Integer,
            Measure::Sum(_) | Measure::Average(_) => ColumnKind::Number,
        };
        let first =
            Column { width: Some(40), ..Column::new("group", self.group_heading(), ColumnKind::Text) };
        let series = data.series.iter().enumerate().map(|(place, series)| {
            let heading = if series.key == "$all" { self.measured() } else { series.label.clone() };
            Column { width: Some(18), ..Column::new(format!("series{place}"), heading, kind.clone()) }
        });
        std::iter::once(first).chain(series).collect()
    }

    fn group_heading(&self) -> String {
        let key = match self.chart.kind {
            ChartKind::Ageing => return self.say("Ouderdom", "Age"),
            ChartKind::HeatMap => return self.say("Kans", "Likelihood"),
            _ => self.chart.group_by.as_deref(),
        };
        match key {
            None => self.form.definition.name.get(self.locale).to_owned(),
            Some(STATUS) => "Status".to_owned(),
            Some(CREATED) => self.say("Gemaakt", "Made"),
            Some(key) => self.label(key),
        }
    }

    fn label(&self, key: &str) -> String {
        let field = self.form.definition.field(key);
        field.map_or(key, |field| field.label.get(self.locale)).to_owned()
    }

    fn measured(&self) -> String {
        match &self.chart.measure {
            Measure::Count {} => self.say("Aantal", "Number"),
            Measure::Sum(key) => format!("{} {}", self.say("Som van", "Sum of"), self.label(key)),
            Measure::Average(key) => {
                format!("{} {}", self.say("Gemiddelde van", "Average of"), self.label(key))
            }
        }
    }

    fn rows(&self, data: &ChartData) -> Vec<Vec<Cell>> {
        if self.chart.kind == ChartKind::Clocks {
            return data.clocks.iter().map(|clock| self.clock(clock)).collect();
        }
        let row = |(place, label): (usize, &String)| -> Vec<Cell> {
            let figure = |series: usize| {
                let found = data.cells.iter().find(|cell| (cell.group, cell.series) == (place, series));
                self.figure(found.map(|cell| cell.value).unwrap_or_default())
            };
            std::iter::once(Cell::Text(label.clone())).chain((0..data.series.len()).map(figure)).collect()
        };
        let mut rows: Vec<Vec<Cell>> =
            data.groups.iter().map(|group| &group.label).enumerate().map(row).collect();
        // A total under several columns would be of none of them.
        if data.series.len() == 1 && data.groups.len() > 1 {
            rows.push(vec![Cell::Text(self.say("Totaal", "Total")), self.figure(data.total)]);
        }
        rows
    }

    #[allow(clippy::cast_possible_truncation, reason = "numbers of records")]
    fn figure(&self, value: f64) -> Cell {
        match self.chart.measure {
            Measure::Count {} => Cell::Integer(value.round() as i64),
            Measure::Sum(_) | Measure::Average(_) => Cell::Number(value),
        }
    }

    fn clock(&self, clock: &ChartClock) -> Vec<Cell> {
        let state = match clock.state {
            DeadlineState::Running => self.say("Loopt", "Running"),
            DeadlineState::Soon => self.say("Bijna verlopen", "Due soon"),
            DeadlineState::Overdue => self.say("Verlopen", "Overdue"),
            DeadlineState::Met => self.say("Gehaald", "Met"),
            DeadlineState::Missed => self.say("Gemist", "Missed"),
        };
        vec![
            Cell::Text(self.form.code(clock.record.number)),
            Cell::Text(clock.record.title.clone()),
            Cell::Instant(clock.due_at),
            Cell::Text(state),
        ]
    }
}
