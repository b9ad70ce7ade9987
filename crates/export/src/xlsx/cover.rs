//! The cover sheet: what this is, from where, when, by whom, filtered on what.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::style;
use crate::{Report, wording::facts, wording::wording};

pub(super) fn write(sheet: &mut Worksheet, report: &Report, rows: u64) -> Result<(), XlsxError> {
    let words = wording(report.locale);
    sheet.set_screen_gridlines(false);
    sheet.set_column_width(0, 3)?.set_column_width(1, 26)?.set_column_width(2, 80)?;
    sheet.write_string_with_format(1, 1, &report.title, &style::title())?;
    sheet.set_row_height(1, 30)?;
    let mut row = 3;
    for (label, value) in facts(report, rows) {
        line(sheet, row, label, &value)?;
        row += 1;
    }
    row += 1;
    if report.filters.is_empty() {
        return line(sheet, row, words.filters, words.no_filters);
    }
    sheet.write_string_with_format(row, 1, words.filters, &style::label())?;
    for filter in &report.filters {
        sheet.write_string_with_format(
            row,
            2,
            format!("{}: {}", filter.label, filter.value),
            &style::value(),
        )?;
        row += 1;
    }
    Ok(())
}

fn line(sheet: &mut Worksheet, row: u32, label: &str, value: &str) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 1, label, &style::label())?;
    sheet.write_string_with_format(row, 2, value, &style::value())?;
    Ok(())
}
