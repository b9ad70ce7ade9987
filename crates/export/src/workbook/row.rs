//! Rows of a sheet, streamed.

use std::io::{Read, Seek};

use calamine::{DataRef, XlsxError};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Limits, WorkbookError, reference};

/// Excel's dates end with the year 9999.
const LAST_SERIAL_DAY: f64 = 2_958_466.0;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    /// Nothing, or a cell that a merged area covers.
    Empty,
    /// Text.
    Text(String),
    /// A number; percentages and amounts are plain numbers too.
    Number(f64),
    /// TRUE or FALSE.
    Bool(bool),
    /// A number that is formatted as a date or a time, in the workbook's own calendar (1900 or 1904).
    DateTime(NaiveDateTime),
    /// An error value such as `#REF!`, or a formula that was never calculated.
    Error(String),
}

impl CellValue {
    /// Nothing there, or only white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Bool(_) | Self::DateTime(_) | Self::Error(_) => false,
        }
    }
}

/// A row with something in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The row as Excel numbers it, from one.
    pub number: u32,
    /// The cells from column A up to the last one that holds something.
    pub cells: Vec<CellValue>,
}

impl Row {
    /// The cell in a column, counted from zero; empty when the row ends before it.
    #[must_use]
    pub fn cell(&self, column: usize) -> &CellValue {
        self.cells.get(column).unwrap_or(&CellValue::Empty)
    }
}

/// The rows of one sheet that have something in them, from the top, read as they are asked for.
pub struct Rows<'a, R: Read + Seek> {
    cells: calamine::XlsxCellReader<'a, R>,
    sheet: String,
    limits: Limits,
    pending: Option<(u32, u32, CellValue)>,
    last_row: u32,
    text_bytes: u64,
    /// The parser must not be asked again after its end.
    ended: bool,
}

impl<'a, R: Read + Seek> Rows<'a, R> {
    pub(super) fn new(cells: calamine::XlsxCellReader<'a, R>, sheet: &str, limits: Limits) -> Self {
        Self {
            cells,
            sheet: sheet.to_owned(),
            limits,
            pending: None,
            last_row: 0,
            text_bytes: 0,
            ended: false,
        }
    }

    fn next_row(&mut self) -> Result<Option<Row>, WorkbookError> {
        let Some((number, column, value)) = (match self.pending.take() {
            Some(cell) => Some(cell),
            None => self.next_cell()?,
        }) else {
            return Ok(None);
        };
        if number <= self.last_row {
            return Err(WorkbookError::damaged(format!("{}: row {number} comes twice", self.sheet)));
        }
        self.last_row = number;
        let mut row = Row { number, cells: Vec::new() };
        put(&mut row.cells, column, value);
        while let Some((of, column, value)) = self.next_cell()? {
            if of != number {
                self.pending = Some((of, column, value));
                break;
            }
            put(&mut row.cells, column, value);
        }
        Ok(Some(row))
    }

    /// The next cell that holds something, with its row and column counted from one.
    fn next_cell(&mut self) -> Result<Option<(u32, u32, CellValue)>, WorkbookError> {
        while !self.ended {
            let record = match self.cells.next_cell_with_formula_metadata() {
                Ok(Some(record)) => record,
                Ok(None) => break,
                Err(error) => return Err(self.explain(error)),
            };
            let (row, column) = (record.pos.0 + 1, record.pos.1 + 1);
            let value = match read_value(record.value) {
                CellValue::Empty if record.formula.is_some() => {
                    let cell = reference::name_cell(row, column);
                    CellValue::Error(format!("={cell}: formula without a calculated value"))
                }
                CellValue::Empty => continue,
                value => value,
            };
            self.check(row, column, &value)?;
            return Ok(Some((row, column, value)));
        }
        self.ended = true;
        Ok(None)
    }

    fn check(&mut self, row: u32, column: u32, value: &CellValue) -> Result<(), WorkbookError> {
        let sheet = || self.sheet.clone();
        if row > self.limits.rows {
            return Err(WorkbookError::TooManyRows { sheet: sheet(), row, max: self.limits.rows });
        }
        if column > self.limits.columns {
            return Err(WorkbookError::TooManyColumns { sheet: sheet(), column, max: self.limits.columns });
        }
        let (CellValue::Text(text) | CellValue::Error(text)) = value else { return Ok(()) };
        if text.len() > self.limits.cell_characters && text.chars().count() > self.limits.cell_characters {
            let cell = reference::name_cell(row, column);
            return Err(WorkbookError::CellTooLong {
                sheet: sheet(),
                cell,
                max: self.limits.cell_characters,
            });
        }
        self.text_bytes += text.len() as u64;
        if self.text_bytes > self.limits.text_bytes {
            return Err(WorkbookError::TooMuchText { sheet: sheet(), max: self.limits.text_bytes });
        }
        Ok(())
    }

    fn explain(&self, error: XlsxError) -> WorkbookError {
        match error {
            XlsxError::CellError(value) => {
                WorkbookError::UnknownErrorValue { sheet: self.sheet.clone(), value }
            }
            other => WorkbookError::damaged(format!("{}: {other}", self.sheet)),
        }
    }
}

impl<R: Read + Seek> Iterator for Rows<'_, R> {
    type Item = Result<Row, WorkbookError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.next_row().transpose();
        if matches!(row, Some(Err(_))) {
            (self.ended, self.pending) = (true, None);
        }
        row
    }
}

/// Columns are bounded by the limits before this is called.
fn put(cells: &mut Vec<CellValue>, column: u32, value: CellValue) {
    let column = column as usize;
    if cells.len() < column {
        cells.resize(column, CellValue::Empty);
    }
    if let Some(cell) = cells.get_mut(column - 1) {
        *cell = value;
    }
}

#[expect(clippy::cast_precision_loss, reason = "a cell's whole number came from a float")]
fn read_value(value: DataRef<'_>) -> CellValue {
    match value {
        DataRef::Empty => CellValue::Empty,
        DataRef::Int(number) => CellValue::Number(number as f64),
        DataRef::Float(number) => CellValue::Number(number),
        DataRef::String(text) | DataRef::DurationIso(text) => CellValue::Text(text),
        DataRef::SharedString(text) => CellValue::Text(text.to_owned()),
        DataRef::Bool(truth) => CellValue::Bool(truth),
        DataRef::Error(error) => CellValue::Error(error.to_string()),
        DataRef::DateTimeIso(text) => read_iso(&text).map_or(CellValue::Text(text), CellValue::DateTime),
        DataRef::DateTime(serial) => {
            // The conversion panics far outside Excel's calendar, so it is never asked.
            let in_calendar = (0.0..LAST_SERIAL_DAY).contains(&serial.as_f64());
            match serial.as_datetime().filter(|_| in_calendar) {
                Some(moment) => CellValue::DateTime(moment),
                None => CellValue::Number(serial.as_f64()),
            }
        }
    }
}

fn read_iso(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim_end_matches('Z');
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f")
        .or_else(|_| NaiveDate::parse_from_str(text, "%Y-%m-%d").map(|day| day.and_time(NaiveTime::MIN)))
        .ok()
}
