//! What the archive says it is: `[Content_Types].xml`, the first thing Excel itself reads.

use std::io::{BufReader, Read, Seek};

use quick_xml::{Reader, events::Event};
use zip::{ZipArchive, result::ZipError};

use super::WorkbookError;

/// No workbook has a longer list of content types.
const MOST_BYTES: u64 = 4 << 20;
const SHEET_MAIN: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// Lets only a plain `.xlsx` through: one format, one way to read it.
pub(super) fn require_xlsx<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), WorkbookError> {
    if is_open_document(archive) {
        return Err(WorkbookError::Ods);
    }
    let entry = match archive.by_name("[Content_Types].xml") {
        Ok(entry) => entry,
        Err(ZipError::FileNotFound) => return Err(WorkbookError::NotAWorkbook),
        Err(error) => return Err(WorkbookError::damaged(error)),
    };
    let mut reader = Reader::from_reader(BufReader::new(entry.take(MOST_BYTES)));
    let mut buffer = Vec::new();
    let mut is_sheet = false;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(WorkbookError::damaged)? {
            Event::Start(tag) | Event::Empty(tag) => {
                let Some(kind) = tag.try_get_attribute("ContentType").map_err(WorkbookError::damaged)? else {
                    continue;
                };
                is_sheet |= kind.value.as_ref() == SHEET_MAIN;
                refuse(&kind.value)?;
            }
            Event::DocType(_) => {
                return Err(WorkbookError::DocumentType { part: "[Content_Types].xml".to_owned() });
            }
            Event::Eof => return if is_sheet { Ok(()) } else { Err(WorkbookError::NotAWorkbook) },
            _ => {}
        }
    }
}

fn refuse(kind: &str) -> Result<(), WorkbookError> {
    let kind = kind.to_ascii_lowercase();
    if kind.contains("sheet.binary") {
        return Err(WorkbookError::Xlsb);
    }
    if kind.contains("macroenabled") || kind.contains("vbaproject") {
        return Err(WorkbookError::Macros);
    }
    Ok(())
}

fn is_open_document<R: Read + Seek>(archive: &mut ZipArchive<R>) -> bool {
    let mut kind = Vec::new();
    archive
        .by_name("mimetype")
        .is_ok_and(|entry| entry.take(128).read_to_end(&mut kind).is_ok() && kind.starts_with(OPEN_DOCUMENT))
}
