//! Which row names the columns.

use super::{CellValue, Row, WorkbookError};

/// How far down a header is looked for: above it come titles and explanations, not data.
const HEADER_WITHIN_ROWS: usize = 30;

/// The row that names the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The row as Excel numbers it, from one. The data starts below it.
    pub row: u32,
    /// The columns that have a name, from left to right.
    pub columns: Vec<HeaderColumn>,
}

/// A named column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderColumn {
    /// Counted from zero: the index into [`Row::cells`].
    pub index: usize,
    /// The heading, trimmed, on one line.
    pub name: String,
    /// The index of an earlier column with the same name, capitals and small letters alike.
    pub duplicate_of: Option<usize>,
}

/// Looks for the header among the first rows of a sheet.
pub(crate) fn find_header(
    rows: impl Iterator<Item = Result<Row, WorkbookError>>,
) -> Result<Option<Header>, WorkbookError> {
    Ok(find(&first_rows(rows)?))
}

/// The rows among which the header is.
pub(super) fn first_rows(
    rows: impl Iterator<Item = Result<Row, WorkbookError>>,
) -> Result<Vec<Row>, WorkbookError> {
    rows.take(HEADER_WITHIN_ROWS).collect()
}

/// One row as the header; `None` when nothing stands in it.
pub(crate) fn check_header(
    rows: impl Iterator<Item = Result<Row, WorkbookError>>,
    number: u32,
) -> Result<Option<Header>, WorkbookError> {
    for row in rows {
        let row = row?;
        if row.number >= number {
            let is_wanted = row.number == number;
            return Ok(is_wanted.then(|| Header { row: number, columns: name_columns(&row) }));
        }
    }
    Ok(None)
}

/// The first row with the most texts, among the first rows of a sheet; `None` when there is no text.
pub(super) fn find(rows: &[Row]) -> Option<Header> {
    let count = |row: &Row| row.cells.iter().filter(|cell| heading(cell).is_some()).count();
    let most = rows.iter().map(count).max().filter(|most| *most > 0)?;
    let row = rows.iter().find(|row| count(row) == most)?;
    Some(Header { row: row.number, columns: name_columns(row) })
}

/// The named columns of one row.
fn name_columns(row: &Row) -> Vec<HeaderColumn> {
    columns(row.cells.iter().map(heading).collect())
}

/// Columns by their names, from left to right.
pub(super) fn columns(names: Vec<Option<String>>) -> Vec<HeaderColumn> {
    let mut columns: Vec<HeaderColumn> = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        let Some(name) = name else { continue };
        let lower = name.to_lowercase();
        let duplicate_of =
            columns.iter().find(|column| column.name.to_lowercase() == lower).map(|column| column.index);
        columns.push(HeaderColumn { index, name, duplicate_of });
    }
    columns
}

pub(super) fn heading(cell: &CellValue) -> Option<String> {
    let CellValue::Text(text) = cell else { return None };
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: u32, texts: &[&str]) -> Row {
        let cells = texts.iter().map(|text| CellValue::Text((*text).to_owned())).collect();
        Row { number, cells }
    }

    #[test]
    fn the_header_is_the_first_row_with_the_most_texts_below_a_title() {
        let rows =
            [row(1, &["Risicoregister 2026"]), row(3, &["Titel", "Eigenaar"]), row(4, &["Brand", "Ans"])];
        let header = find(&rows).unwrap();
        assert_eq!(header.row, 3);
        assert_eq!(header.columns[1].name, "Eigenaar");
    }

    #[test]
    fn a_column_name_that_comes_back_is_marked_whatever_its_case_or_line_breaks() {
        let header = find(&[row(1, &["Kans\nop schade", "", "KANS op  schade"])]).unwrap();
        assert_eq!(header.columns.len(), 2);
        assert_eq!(header.columns[0].duplicate_of, None);
        assert_eq!(header.columns[1].duplicate_of, Some(0));
    }

    #[test]
    fn a_sheet_of_numbers_has_no_header() {
        assert_eq!(find(&[Row { number: 1, cells: vec![CellValue::Number(1.0)] }]), None);
        assert_eq!(find(&[]), None);
    }
}
