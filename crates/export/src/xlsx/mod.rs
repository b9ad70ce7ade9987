//! Reports as Excel workbooks.
//!
//! A cover sheet, a sheet with the rows, and hidden sheets with the lists to choose from and with what
//! an import needs to know ([`marker`]). Rows go to disk as they come. What people typed is only ever
//! written as a string: never as a formula, never as a link.

mod cover;
mod data;
mod long_text;
pub mod marker;
mod options;
mod sheet_name;
mod style;

use std::io::{Seek, Write};

use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};

use self::{data::DataSheet, long_text::LongTextWriter, marker::Marker};
use crate::{ExportError, Report, Source, wording::wording};

pub use long_text::LongTexts;

/// The rows Excel has below the headings.
pub const MAX_ROWS: u32 = 1_048_575;

/// Writes a report.
///
/// # Errors
/// Any [`ExportError`]; what was written so far is then of no use.
pub fn write(source: &mut Source<'_>, out: impl Write + Seek + Send) -> Result<(), ExportError> {
    let report = source.report();
    let words = wording(report.locale);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(report));

    let mut cover = Worksheet::new();
    cover.set_name(words.cover)?;
    let data_name = distinct(sheet_name::sanitise(&report.register, words.rows_heading), report);
    let mut sheet = workbook.new_worksheet_with_constant_memory()?;
    sheet.set_name(&data_name)?;
    let long_text_sheet = workbook.new_worksheet_with_constant_memory()?;
    let mut long_texts = LongTextWriter::new(long_text_sheet, report.locale)?;
    let lists = options::write(report)?;

    let mut data = DataSheet::start(sheet, report)?;
    while let Some(row) = source.next_row()? {
        if source.rows_done() > u64::from(MAX_ROWS) {
            return Err(ExportError::TooManyRows { max: u64::from(MAX_ROWS) });
        }
        data.add_row(&row, &mut long_texts)?;
    }
    let sheet = data.finish(lists.as_ref())?;
    cover::write(&mut cover, report, source.rows_done())?;

    let long_text_name = long_texts.is_used().then(|| long_texts.sheet.name());
    let marker = marker_sheet(report, data_name, long_text_name)?;
    for sheet in
        [Some(cover), Some(sheet), long_texts.is_used().then_some(long_texts.sheet)].into_iter().flatten()
    {
        workbook.push_worksheet(sheet);
    }
    if let Some(lists) = lists {
        workbook.push_worksheet(lists.sheet);
    }
    workbook.push_worksheet(marker);
    workbook.worksheet_from_index(1)?.set_active(true);
    workbook.save_to_writer(out)?;
    Ok(())
}

fn properties(report: &Report) -> DocProperties {
    DocProperties::new()
        .set_title(&report.title)
        .set_subject(&report.register)
        .set_company(&report.environment)
        .set_author(&report.generated_by)
        .set_creation_datetime(&report.generated_at)
}

/// The register's name must not be that of one of the other sheets; Excel compares without case.
fn distinct(name: String, report: &Report) -> String {
    let words = wording(report.locale);
    let taken = [words.cover, words.long_texts, options::SHEET, marker::SHEET];
    let is_taken = taken.iter().any(|other| other.eq_ignore_ascii_case(&name));
    if is_taken { words.rows_heading.to_owned() } else { name }
}

fn marker_sheet(report: &Report, sheet: String, long_texts: Option<String>) -> Result<Worksheet, XlsxError> {
    let marker = Marker {
        form_key: report.form_key.clone(),
        locale: report.locale,
        sheet,
        header_row: 1,
        long_texts,
        columns: report.columns.iter().map(|column| column.key.clone()).collect(),
    };
    let mut sheet = Worksheet::new();
    sheet.set_name(marker::SHEET)?;
    sheet.set_very_hidden(true);
    for (row, (name, value)) in (0..).zip(marker.lines()) {
        sheet.write_string(row, 0, name)?.write_string(row, 1, value)?;
    }
    Ok(sheet)
}
