//! A file with tables from outside, whichever way it is written down.

use crate::{
    Limits, Row, SheetInfo, Workbook, WorkbookError,
    delimited::DelimitedText,
    workbook::Header,
    xlsx::{LongTexts, marker::Marker},
};

/// A file with tables: a workbook, or a text as a workbook of one sheet.
pub enum Book {
    /// Excel.
    Workbook(Box<Workbook>),
    /// Values separated by commas, semicolons or tabs.
    Text(DelimitedText),
}

/// Rows as they are read.
type Rows<'a> = Box<dyn Iterator<Item = Result<Row, WorkbookError>> + 'a>;

impl Book {
    /// Measures and opens a file in memory; what it is shows in its bytes, whatever its name.
    ///
    /// # Errors
    /// The first [`WorkbookError`] found.
    pub fn from_bytes(bytes: Vec<u8>, limits: Limits) -> Result<Self, WorkbookError> {
        if DelimitedText::is_likely(&bytes) {
            return DelimitedText::from_bytes(bytes, limits).map(Self::Text);
        }
        Workbook::from_bytes(bytes, limits).map(|workbook| Self::Workbook(Box::new(workbook)))
    }

    /// The sheets, in the order of their tabs.
    #[must_use]
    pub fn sheets(&self) -> &[SheetInfo] {
        match self {
            Self::Workbook(workbook) => workbook.sheets(),
            Self::Text(text) => text.sheets(),
        }
    }

    /// The rows of a sheet that have something in them.
    ///
    /// # Errors
    /// As [`Workbook::rows`].
    pub fn rows(&mut self, sheet: &str) -> Result<Rows<'_>, WorkbookError> {
        match self {
            Self::Workbook(workbook) => Ok(Box::new(workbook.rows(sheet)?)),
            Self::Text(text) if sheet == crate::delimited::SHEET => Ok(Box::new(text.rows())),
            Self::Text(_) => Err(WorkbookError::UnknownSheet { sheet: sheet.to_owned() }),
        }
    }

    /// The row that names the columns: the one asked for, else the likeliest.
    ///
    /// # Errors
    /// As [`Workbook::rows`].
    pub fn header(&mut self, sheet: &str, row: Option<u32>) -> Result<Option<Header>, WorkbookError> {
        match (self, row) {
            (Self::Workbook(workbook), Some(row)) => workbook.header_at(sheet, row),
            (Self::Workbook(workbook), None) => workbook.header(sheet),
            (Self::Text(text), Some(row)) => text.header_at(row),
            (Self::Text(text), None) => text.header(),
        }
    }

    /// What our own export says about itself; a text says nothing.
    ///
    /// # Errors
    /// As [`Workbook::marker`].
    pub fn marker(&mut self) -> Result<Option<Marker>, WorkbookError> {
        match self {
            Self::Workbook(workbook) => workbook.marker(),
            Self::Text(_) => Ok(None),
        }
    }

    /// The texts of our own export that are longer than an Excel cell holds.
    ///
    /// # Errors
    /// As [`Workbook::long_texts`].
    pub fn long_texts(&mut self, marker: &Marker) -> Result<LongTexts, WorkbookError> {
        match self {
            Self::Workbook(workbook) => workbook.long_texts(marker),
            Self::Text(_) => Ok(LongTexts::default()),
        }
    }
}
