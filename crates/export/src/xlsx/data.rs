//! The sheet with the rows.

use std::borrow::Cow;

use rust_xlsxwriter::{Note, Worksheet, XlsxError};

use super::{long_text::LongTextWriter, options::Options, style::Styles};
use crate::{
    Cell, Column, Report, YesNoNa,
    register::VERSION,
    wording::{LIST_SEPARATOR, dutch_time},
};

/// Whole numbers up to here are exact in Excel, which keeps every number as a float.
const EXACT_INTEGERS: i64 = 1 << 53;
/// Rows below the last one that still offer the lists, for what is added by hand.
const ROWS_TO_ADD: u32 = 1_000;
/// The widest column, in characters: wider ones push their neighbours off the screen.
const WIDEST: u16 = 70;
/// Excel's limit for a note, less the room its author takes.
const NOTE_CHARACTERS: usize = 2_000;

/// The sheet with the rows, while it is being written.
pub(super) struct DataSheet<'a> {
    sheet: Worksheet,
    columns: &'a [Column],
    styles: Styles,
    report: &'a Report,
    next_row: u32,
}

impl<'a> DataSheet<'a> {
    /// Writes the headings.
    pub(super) fn start(mut sheet: Worksheet, report: &'a Report) -> Result<Self, XlsxError> {
        let styles = Styles::new(report.locale);
        for (at, column) in (0_u16..).zip(&report.columns) {
            let heading = u16::try_from(column.heading.chars().count()).unwrap_or(WIDEST);
            // Room for the heading and the filter's button, within reason.
            let width = column.characters().max(heading.min(24) + 3).min(WIDEST);
            sheet.set_column_width(at, f64::from(width))?;
            sheet.set_column_format(at, styles.of_kind(&column.kind))?;
            if column.key == VERSION {
                sheet.set_column_hidden(at)?;
            }
            sheet.write_string_with_format(0, at, &column.heading, &styles.heading)?;
            if let Some(help) = &column.help {
                let text: String = help.chars().take(NOTE_CHARACTERS).collect();
                sheet.insert_note(0, at, &Note::new(text).add_author_prefix(false))?;
            }
        }
        sheet.set_row_height(0, 30)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        sheet.set_footer("&L&A&R&P / &N");
        Ok(Self { sheet, columns: &report.columns, styles, report, next_row: 1 })
    }

    /// Writes one row.
    pub(super) fn add_row(
        &mut self,
        cells: &[Cell],
        long_texts: &mut LongTextWriter,
    ) -> Result<(), XlsxError> {
        for ((at, column), cell) in (0_u16..).zip(self.columns).zip(cells) {
            self.add_cell(at, column, cell, long_texts)?;
        }
        self.next_row += 1;
        Ok(())
    }

    fn add_cell(
        &mut self,
        at: u16,
        column: &Column,
        cell: &Cell,
        long_texts: &mut LongTextWriter,
    ) -> Result<(), XlsxError> {
        let row = self.next_row;
        let Self { sheet, styles, report, .. } = self;
        let text: Cow<'_, str> = match cell {
            Cell::Empty => {
                sheet.write_blank(row, at, styles.of_kind(&column.kind))?;
                return Ok(());
            }
            Cell::Integer(number) if number.abs() <= EXACT_INTEGERS => {
                #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53, checked above")]
                sheet.write_number_with_format(row, at, *number as f64, &styles.integer)?;
                return Ok(());
            }
            Cell::Number(value) if value.is_finite() => {
                sheet.write_number_with_format(row, at, *value, &styles.number)?;
                return Ok(());
            }
            Cell::Score(score) if score.value.is_finite() => {
                sheet.write_number_with_format(row, at, score.value, styles.score(score))?;
                return Ok(());
            }
            // Days before Excel's calendar (1900) go in as text.
            Cell::Date(day) if sheet.write_datetime_with_format(row, at, day, &styles.date).is_ok() => {
                return Ok(());
            }
            Cell::Instant(instant)
                if sheet
                    .write_datetime_with_format(row, at, dutch_time(*instant), &styles.moment)
                    .is_ok() =>
            {
                return Ok(());
            }
            Cell::Integer(number) => number.to_string().into(),
            Cell::Number(_) => "".into(),
            Cell::Score(score) => score.level.as_str().into(),
            Cell::Date(day) => day.to_string().into(),
            Cell::Instant(instant) => dutch_time(*instant).to_string().into(),
            Cell::YesNoNa(answer) => YesNoNa::label(*answer, report.locale).into(),
            Cell::List(items) => items.join(LIST_SEPARATOR).into(),
            Cell::Text(text) if text.contains('\r') => text.replace("\r\n", "\n").into(),
            Cell::Text(text) => text.as_str().into(),
        };
        let format = match cell {
            Cell::Text(_) | Cell::YesNoNa(_) => styles.of_kind(&column.kind),
            _ => &styles.long_text,
        };
        let shortened = long_texts.fit(&text)?;
        sheet.write_string_with_format(row, at, shortened.as_deref().unwrap_or(&text), format)?;
        Ok(())
    }

    /// Closes the sheet: filter buttons and lists reach exactly as far as the rows.
    pub(super) fn finish(mut self, options: Option<&Options>) -> Result<Worksheet, XlsxError> {
        let last_row = self.next_row - 1;
        if let Some(last) = u16::try_from(self.columns.len()).ok().and_then(|count| count.checked_sub(1)) {
            self.sheet.autofilter(0, 0, last_row, last)?;
        }
        let last_choice = last_row.saturating_add(ROWS_TO_ADD).min(super::MAX_ROWS);
        for (at, validation) in options.iter().flat_map(|options| &options.validations) {
            self.sheet.add_data_validation(1, *at, last_choice, *at, validation)?;
        }
        Ok(self.sheet)
    }
}
