//! Texts longer than an Excel cell holds.
//!
//! Excel stops at 32,767 UTF-16 units. Such a text is not cut off: its cell holds the beginning and a
//! number, and a sheet of its own holds the whole text under that number, in pieces. An import puts it
//! together again, unless somebody changed the cell in the meantime.

use std::collections::BTreeMap;

use kernel::Locale;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::style;
use crate::{
    wording::wording,
    workbook::{CellValue, Row, WorkbookError},
};

/// What a cell holds, in UTF-16 units.
const CELL_UNITS: usize = 32_767;
/// Room left for the note at the end of the beginning.
const PIECE_UNITS: usize = 32_000;

/// The sheet of long texts, while it is being written.
pub(super) struct LongTextWriter {
    pub(super) sheet: Worksheet,
    locale: Locale,
    next_row: u32,
    count: u32,
}

impl LongTextWriter {
    pub(super) fn new(mut sheet: Worksheet, locale: Locale) -> Result<Self, XlsxError> {
        let words = wording(locale);
        sheet.set_name(words.long_texts)?;
        sheet.set_column_width(0, 10)?.set_column_width(1, 8)?.set_column_width(2, 120)?;
        for (column, heading) in (0..).zip(words.long_text_columns) {
            sheet.write_string_with_format(0, column, heading, &style::heading())?;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(Self { sheet, locale, next_row: 1, count: 0 })
    }

    pub(super) fn is_used(&self) -> bool {
        self.count > 0
    }

    /// What the cell gets: the text itself, or its beginning when it is too long.
    pub(super) fn fit(&mut self, text: &str) -> Result<Option<String>, XlsxError> {
        if text.len() <= CELL_UNITS || text.encode_utf16().count() <= CELL_UNITS {
            return Ok(None);
        }
        self.count += 1;
        let pieces = split(text);
        for (part, piece) in (1_u32..).zip(&pieces) {
            self.sheet.write_number(self.next_row, 0, self.count)?;
            self.sheet.write_number(self.next_row, 1, part)?;
            self.sheet.write_string_with_format(self.next_row, 2, *piece, &style::value())?;
            self.next_row += 1;
        }
        Ok(Some(abbreviate(pieces.first().copied().unwrap_or_default(), self.count, self.locale)))
    }
}

/// The texts that did not fit in their cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LongTexts {
    /// What the cell holds -> the whole text.
    whole: BTreeMap<String, String>,
}

impl LongTexts {
    /// Reads the rows of the sheet of long texts.
    pub(crate) fn read(
        rows: impl Iterator<Item = Result<Row, WorkbookError>>,
        locale: Locale,
    ) -> Result<Self, WorkbookError> {
        let mut texts: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for row in rows {
            let row = row?;
            if let (CellValue::Number(number), CellValue::Text(piece)) = (row.cell(0), row.cell(2)) {
                texts.entry(whole_number(*number)).or_default().push(piece.clone());
            }
        }
        let whole = texts.into_iter().filter_map(|(number, pieces)| {
            let beginning = pieces.first()?;
            Some((abbreviate(beginning, number, locale), pieces.concat()))
        });
        Ok(Self { whole: whole.collect() })
    }

    /// The whole text when a cell still holds the beginning that the export left there.
    #[must_use]
    pub fn complete<'a>(&'a self, cell: &'a str) -> &'a str {
        self.whole.get(cell).map_or(cell, String::as_str)
    }
}

fn abbreviate(beginning: &str, number: u32, locale: Locale) -> String {
    let sheet = wording(locale).long_texts;
    format!("{beginning} [… {sheet} {number}]")
}

fn split(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut units) = (0, 0);
    for (at, character) in text.char_indices() {
        if units + character.len_utf16() > PIECE_UNITS {
            pieces.extend(text.get(start..at));
            (start, units) = (at, 0);
        }
        units += character.len_utf16();
    }
    pieces.extend(text.get(start..));
    pieces
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates; a wrong number finds nothing"
)]
fn whole_number(number: f64) -> u32 {
    number as u32
}
