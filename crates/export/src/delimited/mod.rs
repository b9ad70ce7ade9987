//! The guarded reader of text tables from outside: values separated by commas, semicolons or tabs.
//!
//! The text is decoded and walked in pieces ([`feed`]): what is wrong with it as a text, a NUL, a quote
//! that is never closed, a line without end, is refused before a row of it is kept. The `csv` crate then
//! takes the lines apart. It is measured whole once when it is opened, as a workbook is.

mod detect;
mod feed;

use std::{io, sync::Arc};

use self::{detect::Dialect, feed::Feed};
use crate::{
    CellValue, Limits, Row, SheetInfo, WorkbookError,
    parse::parse_csv_text,
    workbook::{Header, check_header, find_header, name_cell},
};

/// What the only sheet of a text file is called.
pub const SHEET: &str = "CSV";

/// A text file that has been measured and found bearable: a table of one sheet.
pub struct DelimitedText {
    bytes: Arc<[u8]>,
    dialect: Dialect,
    limits: Limits,
    sheets: [SheetInfo; 1],
}

impl DelimitedText {
    /// Whether these are the first bytes of a text, rather than of a workbook or anything else.
    #[must_use]
    pub fn is_likely(bytes: &[u8]) -> bool {
        detect::is_likely(bytes)
    }

    /// Measures and opens a text in memory.
    ///
    /// # Errors
    /// The first [`WorkbookError`] found.
    pub fn from_bytes(bytes: Vec<u8>, limits: Limits) -> Result<Self, WorkbookError> {
        if bytes.len() as u64 > limits.file_bytes {
            return Err(WorkbookError::TooLarge { max: limits.file_bytes });
        }
        let dialect = detect::dialect(&bytes, &limits)?;
        let sheet = SheetInfo { name: SHEET.to_owned(), visible: true, rows: 0, columns: 0 };
        let mut text = Self { bytes: bytes.into(), dialect, limits, sheets: [sheet] };
        let (mut rows, mut columns) = (0, 0);
        for row in text.rows() {
            let row = row?;
            rows = row.number;
            columns = columns.max(u32::try_from(row.cells.len()).unwrap_or(u32::MAX));
        }
        if u64::from(rows) * u64::from(columns) > limits.area {
            return Err(WorkbookError::TooSparse {
                sheet: SHEET.to_owned(),
                rows,
                columns,
                max: limits.area,
            });
        }
        if columns < 2 && rows < 2 {
            return Err(WorkbookError::PlainText);
        }
        let [sheet] = &mut text.sheets;
        (sheet.rows, sheet.columns) = (rows, columns);
        Ok(text)
    }

    /// Its one sheet.
    #[must_use]
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    /// The lines that have something in them.
    #[must_use]
    pub fn rows(&self) -> TextRows {
        let reader = ::csv::ReaderBuilder::new()
            .delimiter(self.dialect.separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(Feed::new(Arc::clone(&self.bytes), self.dialect, self.limits.line_bytes));
        TextRows {
            reader,
            record: ::csv::StringRecord::new(),
            number: 0,
            text_bytes: 0,
            limits: self.limits,
            ended: false,
        }
    }

    /// The line that names the columns, as [`crate::Workbook::header`] finds it.
    ///
    /// # Errors
    /// As [`Self::from_bytes`].
    pub fn header(&self) -> Result<Option<Header>, WorkbookError> {
        find_header(self.rows())
    }

    /// The columns as one line names them; `None` when nothing stands there.
    ///
    /// # Errors
    /// As [`Self::from_bytes`].
    pub fn header_at(&self, number: u32) -> Result<Option<Header>, WorkbookError> {
        check_header(self.rows(), number)
    }
}

/// The lines of a text that have something in them, read as they are asked for.
pub struct TextRows {
    reader: ::csv::Reader<Feed>,
    record: ::csv::StringRecord,
    number: u32,
    text_bytes: u64,
    limits: Limits,
    ended: bool,
}

impl TextRows {
    fn next_row(&mut self) -> Result<Option<Row>, WorkbookError> {
        while self.reader.read_record(&mut self.record).map_err(explain)? {
            self.number += 1;
            if self.number > self.limits.rows {
                let max = self.limits.rows;
                return Err(WorkbookError::TooManyRows { sheet: SHEET.to_owned(), row: self.number, max });
            }
            let filled = (0..self.record.len())
                .rev()
                .find(|at| self.record.get(*at).is_some_and(|text| !text.trim().is_empty()));
            let Some(last) = filled else { continue };
            let mut cells = Vec::with_capacity(last + 1);
            for (column, text) in (1..).zip(self.record.iter().take(last + 1)) {
                check(&self.limits, (self.number, column), text, &mut self.text_bytes)?;
                cells.push(match parse_csv_text(text) {
                    "" => CellValue::Empty,
                    text => CellValue::Text(text.to_owned()),
                });
            }
            return Ok(Some(Row { number: self.number, cells }));
        }
        Ok(None)
    }
}

fn check(
    limits: &Limits,
    (row, column): (u32, u32),
    text: &str,
    total: &mut u64,
) -> Result<(), WorkbookError> {
    let sheet = || SHEET.to_owned();
    if column > limits.columns {
        return Err(WorkbookError::TooManyColumns { sheet: sheet(), column, max: limits.columns });
    }
    if text.len() > limits.cell_characters && text.chars().count() > limits.cell_characters {
        let cell = name_cell(row, column);
        return Err(WorkbookError::CellTooLong { sheet: sheet(), cell, max: limits.cell_characters });
    }
    *total += text.len() as u64;
    if *total > limits.text_bytes {
        return Err(WorkbookError::TooMuchText { sheet: sheet(), max: limits.text_bytes });
    }
    Ok(())
}

/// What the feed refused, out of what the `csv` crate made of it.
fn explain(error: ::csv::Error) -> WorkbookError {
    let words = error.to_string();
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => refused(error).unwrap_or(WorkbookError::Damaged { detail: words }),
        _ => WorkbookError::Damaged { detail: words },
    }
}

fn refused(error: io::Error) -> Option<WorkbookError> {
    error.into_inner()?.downcast::<WorkbookError>().ok().map(|error| *error)
}

impl Iterator for TextRows {
    type Item = Result<Row, WorkbookError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let row = self.next_row().transpose();
        self.ended = !matches!(row, Some(Ok(_)));
        row
    }
}
