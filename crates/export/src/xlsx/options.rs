//! The hidden sheet with the lists that cells may be chosen from.
//!
//! A list inside the validation itself would end at 255 characters and at the first comma.

use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError, utility::column_number_to_name};

use crate::{ColumnKind, Report, YesNoNa, wording::wording};

/// The hidden sheet's name.
pub(super) const SHEET: &str = "_lists";

/// The lists, each in a column of the hidden sheet.
pub(super) struct Options {
    pub(super) sheet: Worksheet,
    /// Column of the report -> the validation for its cells.
    pub(super) validations: Vec<(u16, DataValidation)>,
}

/// The lists of a report; `None` when no column has one.
pub(super) fn write(report: &Report) -> Result<Option<Options>, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(SHEET)?;
    sheet.set_very_hidden(true);
    let mut validations = Vec::new();
    for (at, column) in (0_u16..).zip(&report.columns) {
        let labels: Vec<&str> = match &column.kind {
            ColumnKind::Choice { options } => options.iter().map(String::as_str).collect(),
            ColumnKind::YesNoNa => YesNoNa::ALL.map(|answer| answer.label(report.locale)).to_vec(),
            _ => continue,
        };
        let Some(last_row) = u32::try_from(labels.len()).ok().filter(|count| *count > 0) else { continue };
        let list = u16::try_from(validations.len()).unwrap_or(u16::MAX);
        for (row, label) in (0..).zip(labels) {
            sheet.write_string(row, list, label)?;
        }
        let letter = column_number_to_name(list);
        let range = Formula::new(format!("={SHEET}!${letter}$1:${letter}${last_row}"));
        let validation = DataValidation::new()
            .allow_list_formula(range)
            .set_error_message(wording(report.locale).choose)?;
        validations.push((at, validation));
    }
    Ok((!validations.is_empty()).then_some(Options { sheet, validations }))
}
