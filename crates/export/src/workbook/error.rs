//! Why a workbook is not read.

use std::collections::BTreeMap;

use kernel::UserError;

/// Why a workbook is not read. All of it is the file's doing, so all of it can be told to the user.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkbookError {
    /// Larger than may be uploaded.
    #[error("the file is larger than {max} bytes")]
    TooLarge {
        /// Bytes.
        max: u64,
    },
    /// Nothing we know.
    #[error("not an Excel workbook")]
    NotAWorkbook,
    /// The old binary format.
    #[error("an Excel 97-2003 workbook (.xls)")]
    Xls,
    /// The newer binary format.
    #[error("a binary workbook (.xlsb)")]
    Xlsb,
    /// `LibreOffice`'s own format.
    #[error("an OpenDocument spreadsheet (.ods)")]
    Ods,
    /// Plain text.
    #[error("a text file, such as .csv")]
    PlainText,
    /// A text with a NUL in it: no text at all, or one in UTF-16 that does not say so.
    #[error("line {line} of the text holds a NUL")]
    HasNul {
        /// The line, from one.
        line: u64,
    },
    /// A quote that is opened and never closed.
    #[error("the quote opened on line {line} is never closed")]
    UnclosedQuote {
        /// The line of the quote, from one.
        line: u64,
    },
    /// A line of a text without end.
    #[error("line {line} is longer than {max} bytes")]
    LineTooLong {
        /// The line, from one.
        line: u64,
        /// Bytes.
        max: u64,
    },
    /// Locked with a password.
    #[error("the workbook is locked with a password")]
    Encrypted,
    /// May run code.
    #[error("the workbook has macros (.xlsm)")]
    Macros,
    /// More parts than any workbook has.
    #[error("more than {max} parts")]
    TooManyParts {
        /// Zip entries.
        max: u64,
    },
    /// Inflates to more than may be read, or claims less than it is.
    #[error("part {part} inflates too far")]
    InflatesTooFar {
        /// The zip entry.
        part: String,
    },
    /// Names that climb out of the archive, entries over each other, hidden entries.
    #[error("unsafe archive: {part}")]
    UnsafeArchive {
        /// The zip entry, or what is the matter.
        part: String,
    },
    /// A document type declaration: no workbook needs one.
    #[error("part {part} declares a document type")]
    DocumentType {
        /// The zip entry.
        part: String,
    },
    /// Broken.
    #[error("damaged: {detail}")]
    Damaged {
        /// What the parser says, in English: for whoever made the file.
        detail: String,
    },
    /// Formatting beyond what Excel itself allows.
    #[error("too many styles")]
    TooManyStyles,
    /// A row too far down.
    #[error("sheet {sheet} uses row {row}, past {max}")]
    TooManyRows {
        /// The sheet's name.
        sheet: String,
        /// The row, as Excel numbers it.
        row: u32,
        /// The last row allowed.
        max: u32,
    },
    /// A column too far to the right.
    #[error("sheet {sheet} uses column {column}, past {max}")]
    TooManyColumns {
        /// The sheet's name.
        sheet: String,
        /// The column, counted from one.
        column: u32,
        /// The last column allowed.
        max: u32,
    },
    /// Rows times columns: usually one stray cell far from the table.
    #[error("sheet {sheet} spans {rows} rows and {columns} columns")]
    TooSparse {
        /// The sheet's name.
        sheet: String,
        /// The last used row.
        rows: u32,
        /// The last used column.
        columns: u32,
        /// The most rows times columns.
        max: u64,
    },
    /// A text longer than Excel allows.
    #[error("sheet {sheet}: the text in {cell} is over {max} characters")]
    CellTooLong {
        /// The sheet's name.
        sheet: String,
        /// The cell, as `B7`; or the zip entry when no cell is known.
        cell: String,
        /// Characters.
        max: usize,
    },
    /// More text than may be read.
    #[error("sheet {sheet} holds over {max} bytes of text")]
    TooMuchText {
        /// The sheet's name.
        sheet: String,
        /// Bytes.
        max: u64,
    },
    /// An error value newer than the parser.
    #[error("sheet {sheet} holds the error value {value}")]
    UnknownErrorValue {
        /// The sheet's name.
        sheet: String,
        /// E.g. `#SPILL!`.
        value: String,
    },
    /// No such sheet.
    #[error("no sheet {sheet}")]
    UnknownSheet {
        /// The name asked for.
        sheet: String,
    },
}

impl WorkbookError {
    /// The stable code: a key of the client's sentences.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "WORKBOOK_TOO_LARGE",
            Self::NotAWorkbook => "WORKBOOK_NOT_RECOGNISED",
            Self::Xls => "WORKBOOK_IS_XLS",
            Self::Xlsb => "WORKBOOK_IS_XLSB",
            Self::Ods => "WORKBOOK_IS_ODS",
            Self::PlainText => "WORKBOOK_IS_TEXT",
            Self::HasNul { .. } => "TEXT_HAS_NUL",
            Self::UnclosedQuote { .. } => "TEXT_UNCLOSED_QUOTE",
            Self::LineTooLong { .. } => "TEXT_LINE_TOO_LONG",
            Self::Encrypted => "WORKBOOK_ENCRYPTED",
            Self::Macros => "WORKBOOK_HAS_MACROS",
            Self::TooManyParts { .. } => "WORKBOOK_TOO_MANY_PARTS",
            Self::InflatesTooFar { .. } => "WORKBOOK_INFLATES_TOO_FAR",
            Self::UnsafeArchive { .. } => "WORKBOOK_UNSAFE",
            Self::DocumentType { .. } => "WORKBOOK_HAS_DOCTYPE",
            Self::Damaged { .. } => "WORKBOOK_DAMAGED",
            Self::TooManyStyles => "WORKBOOK_TOO_MANY_STYLES",
            Self::TooManyRows { .. } => "SHEET_TOO_MANY_ROWS",
            Self::TooManyColumns { .. } => "SHEET_TOO_MANY_COLUMNS",
            Self::TooSparse { .. } => "SHEET_TOO_SPARSE",
            Self::CellTooLong { .. } => "CELL_TOO_LONG",
            Self::TooMuchText { .. } => "SHEET_TOO_MUCH_TEXT",
            Self::UnknownErrorValue { .. } => "CELL_ERROR_UNKNOWN",
            Self::UnknownSheet { .. } => "SHEET_NOT_FOUND",
        }
    }

    /// Figures for the sentence.
    #[must_use]
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        let pairs: Vec<(&'static str, String)> = match self {
            Self::TooLarge { max } | Self::TooManyParts { max } => vec![("max", max.to_string())],
            Self::InflatesTooFar { part } | Self::UnsafeArchive { part } | Self::DocumentType { part } => {
                vec![("part", part.clone())]
            }
            Self::HasNul { line } | Self::UnclosedQuote { line } => vec![("line", line.to_string())],
            Self::LineTooLong { line, max } => vec![("line", line.to_string()), ("max", max.to_string())],
            Self::Damaged { detail } => vec![("detail", detail.clone())],
            Self::TooManyRows { sheet, row, max } => {
                vec![("sheet", sheet.clone()), ("row", row.to_string()), ("max", max.to_string())]
            }
            Self::TooManyColumns { sheet, column, max } => {
                vec![("sheet", sheet.clone()), ("column", column.to_string()), ("max", max.to_string())]
            }
            Self::TooSparse { sheet, rows, columns, max } => vec![
                ("sheet", sheet.clone()),
                ("rows", rows.to_string()),
                ("columns", columns.to_string()),
                ("max", max.to_string()),
            ],
            Self::CellTooLong { sheet, cell, max } => {
                vec![("sheet", sheet.clone()), ("cell", cell.clone()), ("max", max.to_string())]
            }
            Self::TooMuchText { sheet, max } => vec![("sheet", sheet.clone()), ("max", max.to_string())],
            Self::UnknownErrorValue { sheet, value } => {
                vec![("sheet", sheet.clone()), ("value", value.clone())]
            }
            Self::UnknownSheet { sheet } => vec![("sheet", sheet.clone())],
            Self::NotAWorkbook
            | Self::Xls
            | Self::Xlsb
            | Self::Ods
            | Self::PlainText
            | Self::Encrypted
            | Self::Macros
            | Self::TooManyStyles => vec![],
        };
        pairs.into_iter().collect()
    }

    /// A broken file, in the words of whoever found out.
    pub(super) fn damaged(detail: impl ToString) -> Self {
        Self::Damaged { detail: detail.to_string() }
    }
}

impl From<WorkbookError> for UserError {
    fn from(error: WorkbookError) -> Self {
        Self { code: error.code(), path: vec!["file".to_owned()], params: error.params() }
    }
}

impl From<WorkbookError> for kernel::Error {
    fn from(error: WorkbookError) -> Self {
        UserError::from(error).into()
    }
}
