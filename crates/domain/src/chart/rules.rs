//! From answers to figures: what is counted, and what belongs together.

use std::collections::{HashMap, HashSet};

use kernel::{GroupId, Locale};

use super::{Axis, ChartCell, ChartData, ChartGroup, heat::HeatMap};
use crate::{
    form::{
        CREATED, Chart, ChartKind, FieldKind, FormDefinition, Measure, STATUS, StatusKind,
        expression::{Type, type_of},
    },
    record::{Answer, Dimension, FieldFilter, RecordFilter, TallyRow, Value},
    text::fold,
};

/// The most people and records that are told apart before the largest get their names.
const MAX_NAMED: usize = 500;

/// Which records a chart is about.
pub(super) fn filter(form: &FormDefinition, chart: &Chart) -> RecordFilter {
    let mut filter = RecordFilter::default();
    if chart.open_only || chart.kind == ChartKind::Ageing {
        let open = form.statuses.iter().filter(|status| status.kind != StatusKind::Done);
        filter.status_keys = Some(open.map(|status| status.key.clone()).collect());
    }
    for test in &chart.tests {
        if test.field == STATUS {
            if let Some(wanted) = &test.any_of {
                narrow(&mut filter, wanted);
            }
            if test.is_filled == Some(false) || test.from.is_some() || test.to.is_some() {
                narrow(&mut filter, &[]);
            }
            continue;
        }
        // The index holds texts folded.
        let is_text =
            form.field(&test.field).is_some_and(|field| matches!(field.kind, FieldKind::Text { .. }));
        let word = |word: &String| if is_text { fold(word) } else { word.clone() };
        filter.fields.push(FieldFilter {
            key: test.field.clone(),
            any_of: test.any_of.as_ref().map(|words| words.iter().map(word).collect()),
            is_empty: test.is_filled.map(|filled| !filled),
            number_from: test.from,
            number_to: test.to,
            ..FieldFilter::default()
        });
    }
    filter
}

fn narrow(filter: &mut RecordFilter, wanted: &[String]) {
    filter.status_keys = Some(match filter.status_keys.take() {
        None => wanted.to_vec(),
        Some(keys) => keys.into_iter().filter(|key| wanted.contains(key)).collect(),
    });
}

/// The records for which both filters hold; what stands in both is said once.
pub(super) fn both(one: &RecordFilter, other: &RecordFilter) -> RecordFilter {
    let mut all = one.clone();
    if let Some(wanted) = &other.status_keys {
        narrow(&mut all, wanted);
    }
    for condition in &other.fields {
        if !all.fields.contains(condition) {
            all.fields.push(condition.clone());
        }
    }
    all
}

/// How records are put together by a field; `begins` are the stretches of when they were made.
pub(super) fn dimension<'a>(
    (form, begins): (&'a FormDefinition, &'a [kernel::Instant]),
    key: &'a str,
) -> Option<Dimension<'a>> {
    if key == STATUS {
        return Some(Dimension::Status);
    }
    if key == CREATED {
        return Some(Dimension::Created(begins));
    }
    Some(match &form.field(key)?.kind {
        FieldKind::Date {} | FieldKind::DateTime {} | FieldKind::Deadline(_) => Dimension::Day(key),
        FieldKind::User { .. } => Dimension::User(key),
        FieldKind::Reference { .. } => Dimension::Reference(key),
        FieldKind::Computed { expression, .. } => match type_of(expression, form) {
            Ok(Type::Number) => Dimension::Number(key),
            Ok(Type::Date) => Dimension::Day(key),
            _ => Dimension::Text(key),
        },
        _ => Dimension::Text(key),
    })
}

/// What has a name of its own.
pub(super) fn mentioned(answer: &Answer, with_groups: bool) -> Option<Value> {
    match answer {
        Answer::User(id) => Some(Value::user(*id)),
        Answer::Record(id) => Some(Value::Reference(vec![*id])),
        Answer::Text(text) if with_groups => text.parse::<GroupId>().ok().map(|id| Value::Group(vec![id])),
        _ => None,
    }
}

/// Keeps the people and records with the most; the others are not told apart, and need no name.
pub(super) fn keep_largest(rows: &mut [TallyRow], answer_of: fn(&mut TallyRow) -> &mut Answer) {
    let mut counts: HashMap<uuid::Uuid, u32> = HashMap::new();
    for row in rows.iter_mut() {
        let count = row.count;
        if let Some(id) = identity(answer_of(row)) {
            *counts.entry(id).or_default() += count;
        }
    }
    if counts.len() <= MAX_NAMED {
        return;
    }
    let mut largest: Vec<(uuid::Uuid, u32)> = counts.into_iter().collect();
    largest.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    let kept: HashSet<uuid::Uuid> = largest.into_iter().take(MAX_NAMED).map(|(id, _)| id).collect();
    for row in rows {
        let answer = answer_of(row);
        if identity(answer).is_some_and(|id| !kept.contains(&id)) {
            *answer = Answer::Other;
        }
    }
}

fn identity(answer: &Answer) -> Option<uuid::Uuid> {
    match answer {
        Answer::User(id) => Some(id.uuid()),
        Answer::Record(id) => Some(id.uuid()),
        _ => None,
    }
}

/// The measure of some records.
pub(super) fn figure(measure: &Measure, row: &TallyRow) -> f64 {
    match measure {
        Measure::Count {} => f64::from(row.count),
        Measure::Sum(_) => row.sum,
        Measure::Average(_) if row.numbers == 0 => 0.0,
        Measure::Average(_) => row.sum / f64::from(row.numbers),
    }
}

/// Some rows as one.
pub(super) fn sum<'a>(rows: impl IntoIterator<Item = &'a TallyRow>) -> TallyRow {
    let none = TallyRow { group: Answer::Empty, split: Answer::Empty, count: 0, numbers: 0, sum: 0.0 };
    rows.into_iter().fold(none, |all, row| TallyRow {
        count: all.count + row.count,
        numbers: all.numbers + row.numbers,
        sum: all.sum + row.sum,
        ..all
    })
}

/// Puts rows with the same names together.
pub(super) fn put_together(
    (groups, series): (&Axis<'_>, &Axis<'_>),
    (measure, rows): (&Measure, &[TallyRow]),
) -> ChartData {
    let (group_keys, groups) = groups.sorted(rows.iter().map(|row| (&row.group, figure(measure, row))));
    let (series_keys, series) = series.sorted(rows.iter().map(|row| (&row.split, figure(measure, row))));
    let mut together: HashMap<(usize, usize), Vec<&TallyRow>> = HashMap::new();
    for ((row, group), series) in rows.iter().zip(group_keys).zip(series_keys) {
        together.entry((group, series)).or_default().push(row);
    }
    let cell = |((group, series), rows): ((usize, usize), Vec<&TallyRow>)| {
        let value = figure(measure, &sum(rows));
        ChartCell { group, series, value, colour: None }
    };
    let mut cells: Vec<ChartCell> = together.into_iter().map(cell).collect();
    cells.sort_by_key(|cell| (cell.group, cell.series));
    ChartData { groups, series, cells, ..ChartData::default() }
}

/// A group without a colour and a filter.
pub(super) fn plain(key: &str, label: impl Into<String>) -> ChartGroup {
    ChartGroup { key: key.to_owned(), label: label.into(), colour: None, filter: None }
}

/// Every cell of the matrix: groups are likelihoods, series are impacts.
pub(super) fn heat_map(map: &HeatMap<'_>, (measure, rows): (&Measure, &[TallyRow])) -> ChartData {
    let (groups, series) = (map.likelihoods(), map.impacts());
    let mut cells = Vec::new();
    for (likelihood, group) in (1_u8..).zip(0..groups.len()) {
        for (impact, place) in (1_u8..).zip(0..series.len()) {
            let name = Answer::Text(format!("{likelihood}x{impact}"));
            let value = figure(measure, &sum(rows.iter().filter(|row| row.group == name)));
            let colour = map.scale.level_at(likelihood, impact).map(|level| level.colour.clone());
            cells.push(ChartCell { group, series: place, value, colour });
        }
    }
    ChartData { groups, series, cells, ..ChartData::default() }
}

/// The language's own words.
pub(super) fn say(locale: Locale, nl: &str, en: &str) -> String {
    if locale == Locale::Nl { nl.to_owned() } else { en.to_owned() }
}
