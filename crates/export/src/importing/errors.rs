use std::collections::BTreeMap;

use kernel::UserError;

/// What is wrong with a cell or a row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError {
    /// As Excel counts.
    pub row: u32,
    /// 0 is column A; absent when the whole row is meant.
    pub column: Option<u32>,
    /// The column's heading.
    pub header: Option<String>,
    /// A key of the client's sentences.
    pub code: &'static str,
    /// Figures for the sentence.
    pub params: BTreeMap<&'static str, String>,
}

impl From<&ImportError> for UserError {
    fn from(error: &ImportError) -> Self {
        let cell = match error.column {
            Some(column) => format!("{}{}", column_letters(column), error.row),
            None => error.row.to_string(),
        };
        Self { code: error.code, path: vec!["rows".to_owned(), cell], params: error.params.clone() }
    }
}

/// A column as Excel names it: 0 is A, 25 is Z, 26 is AA.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_excel_does() {
        let names: Vec<_> = [0, 25, 26, 51, 52, 701, 702, 16_383].into_iter().map(column_letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}
