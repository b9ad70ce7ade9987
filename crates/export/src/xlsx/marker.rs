//! What an exported workbook says about itself, so that an import knows its own without guessing.
//!
//! A hidden sheet of two columns, name and value, one line each:
//!
//! | name | value |
//! | --- | --- |
//! | `waarborg-report` | the version of this layout |
//! | `form` | the form's key |
//! | `locale` | `nl` or `en` |
//! | `sheet` | the sheet with the rows |
//! | `header-row` | where its headings are, as Excel numbers rows |
//! | `long-texts` | the sheet with texts too long for a cell, if there is one |
//! | `column` | a column's key; one line per column, from left to right |

use std::{
    collections::BTreeMap,
    io::{Read, Seek},
};

use kernel::Locale;

use crate::workbook::{CellValue, Rows, WorkbookError};

/// The hidden sheet's name.
pub(crate) const SHEET: &str = "_waarborg";
/// The layout written; a reader refuses to guess at others.
pub const VERSION: u32 = 1;

/// What an exported workbook says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// The form's stable key.
    pub form_key: String,
    /// The language of headings, options and level names.
    pub locale: Locale,
    /// The sheet that has the rows.
    pub sheet: String,
    /// Where its headings are, as Excel numbers rows.
    pub header_row: u32,
    /// The sheet with texts too long for a cell, if there is one.
    pub long_texts: Option<String>,
    /// The columns' stable keys, from left to right, starting with column A.
    pub columns: Vec<String>,
}

impl Marker {
    /// The lines of the hidden sheet.
    pub(super) fn lines(&self) -> Vec<(&'static str, String)> {
        let mut lines = vec![
            ("waarborg-report", VERSION.to_string()),
            ("form", self.form_key.clone()),
            ("locale", self.locale.to_string()),
            ("sheet", self.sheet.clone()),
            ("header-row", self.header_row.to_string()),
        ];
        lines.extend(self.long_texts.iter().map(|sheet| ("long-texts", sheet.clone())));
        lines.extend(self.columns.iter().map(|key| ("column", key.clone())));
        lines
    }
}

/// Reads the hidden sheet; `None` when it is not ours or of a layout we do not know.
pub(crate) fn read<R: Read + Seek>(rows: Rows<'_, R>) -> Result<Option<Marker>, WorkbookError> {
    let mut single: BTreeMap<String, String> = BTreeMap::new();
    let mut columns = Vec::new();
    for row in rows {
        let row = row?;
        let (CellValue::Text(name), CellValue::Text(value)) = (row.cell(0), row.cell(1)) else { continue };
        if name == "column" {
            columns.push(value.clone());
        } else {
            single.insert(name.clone(), value.clone());
        }
    }
    if single.get("waarborg-report") != Some(&VERSION.to_string()) {
        return Ok(None);
    }
    let marker = (|| {
        Some(Marker {
            form_key: single.get("form")?.clone(),
            locale: single.get("locale")?.parse().ok()?,
            sheet: single.get("sheet")?.clone(),
            header_row: single.get("header-row")?.parse().ok()?,
            long_texts: single.get("long-texts").cloned(),
            columns,
        })
    })();
    Ok(marker)
}
