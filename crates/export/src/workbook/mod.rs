//! The guarded reader of workbooks from outside.
//!
//! Three walls, in this order. The file is what it says: a plain `.xlsx` and no other format. Its zip
//! archive is inflated once in small pieces, measured and walked. Only then does calamine read it, cell
//! by cell: its ready-made ranges reserve memory for every cell between the first and the last one, so
//! two cells in opposite corners of a sheet would end the process.

mod archive;
mod content;
mod content_type;
mod error;
mod header;
mod limits;
mod merged;
mod part;
mod reference;
mod row;

use std::{
    fs::File,
    io::{BufReader, Cursor, Read, Seek},
    path::Path,
};

use calamine::{Reader as _, SheetType, SheetVisible, Xlsx};

pub use error::WorkbookError;
pub use header::{Header, HeaderColumn};
pub(crate) use header::{check_header, find_header};
use header::{columns, find, first_rows};
pub use limits::Limits;
use merged::Merged;
pub(crate) use reference::name_cell;
pub use row::{CellValue, Row, Rows};

use crate::xlsx::{
    LongTexts,
    marker::{self, Marker},
};

/// Where a workbook's bytes are.
pub trait Source: Read + Seek + Send {}

impl<T: Read + Seek + Send> Source for T {}

/// An Excel workbook that has been measured and found bearable.
pub struct Workbook {
    xlsx: Xlsx<Box<dyn Source>>,
    sheets: Vec<SheetInfo>,
    limits: Limits,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetInfo {
    /// Its name.
    pub name: String,
    /// Whether Excel shows it.
    pub visible: bool,
    /// The last row with something in it, as Excel numbers it; 0 for an empty sheet.
    pub rows: u32,
    /// The last column with something in it, counted from one; 0 for an empty sheet.
    pub columns: u32,
}

impl Workbook {
    /// Measures and opens a workbook in memory.
    ///
    /// # Errors
    /// The first [`WorkbookError`] found; the parser has then not seen the file.
    pub fn from_bytes(bytes: Vec<u8>, limits: Limits) -> Result<Self, WorkbookError> {
        Self::open(Box::new(Cursor::new(bytes)), limits)
    }

    /// Measures and opens a workbook on disk, without reading it into memory.
    ///
    /// # Errors
    /// As [`Self::from_bytes`].
    pub fn from_path(path: &Path, limits: Limits) -> Result<Self, WorkbookError> {
        let file = File::open(path).map_err(WorkbookError::damaged)?;
        Self::open(Box::new(BufReader::new(file)), limits)
    }

    fn open(mut file: Box<dyn Source>, limits: Limits) -> Result<Self, WorkbookError> {
        content::require_zip(&mut file, &limits)?;
        archive::inspect(&mut file, &limits)?;
        let xlsx = Xlsx::new(file).map_err(WorkbookError::damaged)?;
        let mut workbook = Self { xlsx, sheets: Vec::new(), limits };
        workbook.sheets = workbook.measure_sheets()?;
        Ok(workbook)
    }

    /// The sheets, in the order of their tabs. Sheets of charts only are left out.
    #[must_use]
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    /// The rows of a sheet that have something in them.
    ///
    /// # Errors
    /// [`WorkbookError::UnknownSheet`]; the iterator gives what is found further on, once, and then ends.
    pub fn rows(&mut self, sheet: &str) -> Result<Rows<'_, Box<dyn Source>>, WorkbookError> {
        if !self.sheets.iter().any(|known| known.name == sheet) {
            return Err(WorkbookError::UnknownSheet { sheet: sheet.to_owned() });
        }
        self.stream(sheet)
    }

    /// The row that names the columns: of our own export the marked one, else the first row with the
    /// most texts among the first rows. `None` for a sheet without texts.
    ///
    /// # Errors
    /// As [`Self::rows`].
    pub fn header(&mut self, sheet: &str) -> Result<Option<Header>, WorkbookError> {
        let marked = self.marker()?.filter(|marker| marker.sheet == sheet).map(|marker| marker.header_row);
        if let Some(number) = marked
            && let Some(header) = self.header_at(sheet, number)?
        {
            return Ok(Some(header));
        }
        let first = first_rows(self.rows(sheet)?)?;
        let Some(found) = find(&first) else { return Ok(None) };
        let merged = self.merged(sheet)?;
        let Some((upper, lower)) = merged::pair(&first, found.row, &merged) else { return Ok(Some(found)) };
        let at = |number| first.iter().find(|row| row.number == number);
        Ok(at(upper).zip(at(lower)).map(|(upper, lower)| Header {
            row: lower.number,
            columns: columns(merged::names(upper, lower, &merged)),
        }))
    }

    /// The merged cells of a sheet.
    fn merged(&mut self, sheet: &str) -> Result<Vec<Merged>, WorkbookError> {
        let found = self.xlsx.merge_cells_by_sheet_name(sheet).map_err(WorkbookError::damaged)?;
        Ok(found.into_iter().map(Merged::from).collect())
    }

    /// The columns as one row names them; `None` when nothing stands in that row.
    ///
    /// # Errors
    /// As [`Self::rows`].
    pub fn header_at(&mut self, sheet: &str, number: u32) -> Result<Option<Header>, WorkbookError> {
        check_header(self.rows(sheet)?, number)
    }

    /// What our own export says about itself; `None` for anybody else's workbook.
    ///
    /// # Errors
    /// As [`Self::rows`].
    pub fn marker(&mut self) -> Result<Option<Marker>, WorkbookError> {
        if !self.sheets.iter().any(|sheet| sheet.name == marker::SHEET) {
            return Ok(None);
        }
        marker::read(self.stream(marker::SHEET)?)
    }

    /// The texts of our own export that are longer than an Excel cell holds.
    ///
    /// # Errors
    /// As [`Self::rows`].
    pub fn long_texts(&mut self, marker: &Marker) -> Result<LongTexts, WorkbookError> {
        let Some(sheet) = &marker.long_texts else { return Ok(LongTexts::default()) };
        let locale = marker.locale;
        LongTexts::read(self.rows(sheet)?, locale)
    }

    fn stream(&mut self, sheet: &str) -> Result<Rows<'_, Box<dyn Source>>, WorkbookError> {
        let cells = self.xlsx.worksheet_cells_reader(sheet).map_err(WorkbookError::damaged)?;
        Ok(Rows::new(cells, sheet, self.limits))
    }

    fn measure_sheets(&mut self) -> Result<Vec<SheetInfo>, WorkbookError> {
        let listed = self.xlsx.sheets_metadata().to_vec();
        let mut sheets = Vec::with_capacity(listed.len());
        for sheet in listed.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
            let (mut rows, mut columns) = (0, 0);
            for row in self.stream(&sheet.name)? {
                let row = row?;
                rows = row.number;
                columns = columns.max(u32::try_from(row.cells.len()).unwrap_or(u32::MAX));
            }
            if u64::from(rows) * u64::from(columns) > self.limits.area {
                let max = self.limits.area;
                return Err(WorkbookError::TooSparse { sheet: sheet.name, rows, columns, max });
            }
            let visible = sheet.visible == SheetVisible::Visible;
            sheets.push(SheetInfo { name: sheet.name, visible, rows, columns });
        }
        Ok(sheets)
    }
}
