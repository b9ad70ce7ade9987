//! A report as a file that is either complete or not there.

use std::{fmt, io::Write, path::Path, str::FromStr};

use crate::{ExportError, Source, csv, pdf, xlsx};

/// The formats a report can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Excel.
    Xlsx,
    /// PDF.
    Pdf,
    /// Values separated by semicolons or commas.
    Csv,
}

impl Format {
    /// All formats, the one most asked for first.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Pdf, Self::Csv];

    /// The file name's extension, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
        }
    }

    /// The media type for HTTP.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pdf => "application/pdf",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.extension())
    }
}

impl FromStr for Format {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|format| format.extension() == text).ok_or(())
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The number of rows.
    pub rows: u64,
    /// The size of the file in bytes.
    pub bytes: u64,
}

/// Writes a report to `destination`, replacing what is there only when all went well.
///
/// # Errors
/// Any [`ExportError`]; the destination is then as it was, and no temporary file is left.
pub fn export(format: Format, mut source: Source<'_>, destination: &Path) -> Result<Written, ExportError> {
    let folder = destination.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    match format {
        Format::Xlsx => xlsx::write(&mut source, file.as_file_mut())?,
        Format::Pdf => pdf::write(&mut source, file.as_file_mut())?,
        Format::Csv => csv::write(&mut source, file.as_file_mut())?,
    }
    file.flush()?;
    file.as_file().sync_all()?;
    let bytes = file.as_file().metadata()?.len();
    file.persist(destination).map_err(|error| error.error)?;
    Ok(Written { rows: source.rows_done(), bytes })
}
