//! What the columns of a foreign sheet look like, for making a register of it.

use std::collections::BTreeSet;

use kernel::Locale;

use super::table::Table;
use crate::{CellValue, parse};

/// A choice list has at most this many options …
const MAX_OPTIONS: usize = 12;
/// … of at most this many characters each.
const MAX_OPTION_CHARACTERS: usize = 60;
/// A text longer than a line takes.
const LINE_CHARACTERS: usize = 200;
/// Values shown of each column.
const SAMPLES: usize = 3;
/// Rows shown of a sheet.
const SAMPLE_ROWS: usize = 10;
/// Characters shown of a value.
const SAMPLE_CHARACTERS: usize = 200;

/// A sheet as a table: its headings and first rows.
#[derive(Debug, Clone)]
pub struct SheetPreview {
    /// The sheet's name.
    pub name: String,
    /// The row of the headings, as Excel counts.
    pub header_row: u32,
    /// The columns that have a heading.
    pub columns: Vec<SheetColumn>,
    /// The first rows as text, a cell per column.
    pub sample_rows: Vec<Vec<String>>,
    /// Rows below the headings.
    pub row_count: u32,
}

/// A column of a foreign sheet.
#[derive(Debug, Clone)]
pub struct SheetColumn {
    /// 0 is column A.
    pub index: u32,
    /// The heading.
    pub header: String,
    /// What its values look like.
    pub guessed_kind: GuessedKind,
    /// The values seen, when it looks like a choice.
    pub options: Vec<String>,
    /// Cells that are filled.
    pub filled_count: u32,
    /// A few values.
    pub samples: Vec<String>,
}

/// What the values of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuessedKind {
    /// Text of one line.
    Text,
    /// Text of several lines or great length.
    LongText,
    /// Numbers.
    Number,
    /// Days.
    Date,
    /// Yes, no or not applicable.
    YesNoNa,
    /// A few values that come back.
    Choice,
}

pub(super) fn preview(table: &Table, locale: Locale) -> SheetPreview {
    let shown = |cell: &CellValue| {
        let text = parse::parse_text(cell).unwrap_or_default();
        domain::text::cut(&text, SAMPLE_CHARACTERS).to_owned()
    };
    let sample_row =
        |row: &crate::Row| table.columns.iter().map(|(at, _)| shown(row.cell(*at as usize))).collect();
    SheetPreview {
        name: table.sheet.clone(),
        header_row: table.header_row,
        columns: table.columns.iter().map(|(at, header)| column(table, (*at, header), locale)).collect(),
        sample_rows: table.rows.iter().take(SAMPLE_ROWS).map(sample_row).collect(),
        row_count: u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
    }
}

fn column(table: &Table, (index, header): (u32, &str), locale: Locale) -> SheetColumn {
    let cells: Vec<&CellValue> =
        table.rows.iter().map(|row| row.cell(index as usize)).filter(|cell| !cell.is_blank()).collect();
    let texts: Vec<String> = cells.iter().filter_map(|cell| parse::parse_text(cell)).collect();
    let (guessed_kind, options) = kind(&cells, &texts, locale);
    let sample = |text: &String| domain::text::cut(text, SAMPLE_CHARACTERS).to_owned();
    SheetColumn {
        index,
        header: header.to_owned(),
        guessed_kind,
        options,
        filled_count: u32::try_from(cells.len()).unwrap_or(u32::MAX),
        samples: texts.iter().take(SAMPLES).map(sample).collect(),
    }
}

fn kind(cells: &[&CellValue], texts: &[String], locale: Locale) -> (GuessedKind, Vec<String>) {
    let all = |fits: &dyn Fn(&CellValue) -> bool| !cells.is_empty() && cells.iter().all(|cell| fits(cell));
    if all(&|cell| parse::parse_yes_no_na(cell).is_some()) {
        return (GuessedKind::YesNoNa, Vec::new());
    }
    if all(&|cell| parse::parse_date(cell).is_some()) {
        return (GuessedKind::Date, Vec::new());
    }
    if all(&|cell| parse::parse_number(cell, locale).is_some()) {
        return (GuessedKind::Number, Vec::new());
    }
    if texts.iter().any(|text| text.contains('\n') || text.chars().count() > LINE_CHARACTERS) {
        return (GuessedKind::LongText, Vec::new());
    }
    let distinct: BTreeSet<&str> = texts.iter().map(String::as_str).take(2_000).collect();
    let are_short = distinct.iter().all(|text| text.chars().count() <= MAX_OPTION_CHARACTERS);
    if distinct.len() <= MAX_OPTIONS && are_short && texts.len() >= distinct.len() * 3 && texts.len() <= 2_000
    {
        return (GuessedKind::Choice, distinct.into_iter().map(str::to_owned).collect());
    }
    (GuessedKind::Text, Vec::new())
}
