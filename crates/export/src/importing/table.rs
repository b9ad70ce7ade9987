//! A sheet read into memory as a table: headings and rows below them.

use kernel::{Error, Locale, Result, UserError};

use crate::{Book, CellValue, Limits, Row, xlsx::LongTexts};

/// The most rows one import takes.
pub(super) const MAX_ROWS: usize = 100_000;

/// A sheet as a table.
pub(crate) struct Table {
    pub sheet: String,
    /// The row of the headings, as Excel counts.
    pub header_row: u32,
    /// Columns that have a heading, with their place (0 is column A).
    pub columns: Vec<(u32, String)>,
    /// Rows with anything in them, below the headings.
    pub rows: Vec<Row>,
    /// What our own export says about itself, when this is the sheet it speaks of.
    pub own: Option<Own>,
    long_texts: LongTexts,
}

/// What our own export says about itself.
pub(crate) struct Own {
    pub form_key: String,
    pub locale: Locale,
    /// The columns' keys from column A.
    pub columns: Vec<String>,
}

impl Table {
    /// Reads a sheet. Blocks.
    pub(crate) fn read(bytes: Vec<u8>, sheet: &str, header_row: Option<u32>) -> Result<Self> {
        let mut workbook = Book::from_bytes(bytes, Limits::default())?;
        let marker = workbook.marker()?.filter(|marker| marker.sheet == sheet);
        let long_texts = match &marker {
            Some(marker) => workbook.long_texts(marker)?,
            None => LongTexts::default(),
        };
        let header =
            workbook.header(sheet, header_row)?.ok_or_else(|| Error::invalid("NO_ROWS", &["sheetName"]))?;
        let mut rows = Vec::new();
        for row in workbook.rows(sheet)? {
            let row = row?;
            if row.number <= header.row || row.cells.iter().all(CellValue::is_blank) {
                continue;
            }
            if rows.len() == MAX_ROWS {
                return Err(UserError::at("TOO_MANY_ROWS", &["sheetName"]).with("max", MAX_ROWS).into());
            }
            rows.push(row);
        }
        let place = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Ok(Self {
            sheet: sheet.to_owned(),
            header_row: header.row,
            columns: header.columns.into_iter().map(|column| (place(column.index), column.name)).collect(),
            rows,
            own: marker.map(|marker| Own {
                form_key: marker.form_key,
                locale: marker.locale,
                columns: marker.columns,
            }),
            long_texts,
        })
    }

    /// A cell as it was before it was too long for Excel.
    pub(crate) fn cell(&self, row: &Row, column: u32) -> CellValue {
        match row.cell(column as usize) {
            CellValue::Text(text) => CellValue::Text(self.long_texts.complete(text).to_owned()),
            other => other.clone(),
        }
    }

    /// The heading of a column.
    pub(crate) fn header(&self, column: u32) -> Option<&str> {
        self.columns.iter().find(|(place, _)| *place == column).map(|(_, name)| name.as_str())
    }
}
