//! Why a report was not written.

use kernel::{Error, UserError};

/// Why a report was not written. Whatever it is, no half file is left.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The progress hook said stop.
    #[error("cancelled")]
    Cancelled,
    /// More rows than the format can hold.
    #[error("more than {max} rows")]
    TooManyRows {
        /// The most rows this format takes.
        max: u64,
    },
    /// The rows could not be read.
    #[error("reading the rows")]
    Rows(#[source] Error),
    /// A row that does not fit its columns: the caller's fault.
    #[error("row {row} has {found} cells for {expected} columns")]
    Shape {
        /// Which row, counted from one.
        row: u64,
        /// The number of columns.
        expected: usize,
        /// The number of cells.
        found: usize,
    },
    /// The file could not be written.
    #[error("writing the file")]
    Io(#[from] std::io::Error),
    /// The Excel writer refused.
    #[error("writing the workbook")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The CSV writer refused.
    #[error("writing the csv file")]
    Csv(#[from] csv::Error),
    /// The PDF could not be laid out.
    #[error("laying out the document")]
    Layout(#[from] genpdf::error::Error),
    /// The PDF could not be finished.
    #[error("finishing the document: {0}")]
    Finish(String),
}

impl From<lopdf::Error> for ExportError {
    fn from(error: lopdf::Error) -> Self {
        Self::Finish(error.to_string())
    }
}

impl From<ExportError> for Error {
    /// Only the number of rows is the user's to mend: filter, or choose another format. A caller that
    /// cancels knows so and matches [`ExportError::Cancelled`] itself.
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::TooManyRows { max } => {
                UserError::at("EXPORT_TOO_MANY_ROWS", &["format"]).with("max", max).into()
            }
            ExportError::Rows(error) => error,
            other => Self::internal(other),
        }
    }
}
