//! One XML part of a workbook, walked before the parser sees it.
//!
//! What is looked for is what the parser would trip over: a reservation of memory as large as the file
//! asks for, references past the last cell, text without end, elements kept by the million.

use std::io::{self, BufRead, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{Limits, WorkbookError, reference};

/// Bytes of one tag, text or comment. Embedded queries are the largest that honest workbooks have.
const EVENT_BYTES: u64 = 8 << 20;
/// No part of a workbook nests deeper than this.
const DEPTH: usize = 256;
/// Bytes of a tag that describes formatting: it is copied for every cell style that uses it.
const FORMAT_TAG_BYTES: u64 = 2 << 10;
/// Elements that the parser keeps in memory, with the most there may be of each.
const KEPT: [(&str, u64); 9] = [
    ("si", MOST_SHARED_STRINGS),
    ("sheet", 1_000),
    ("definedName", 100_000),
    ("Relationship", 20_000),
    ("xf", 131_072),
    ("font", 65_536),
    ("fill", 65_536),
    ("border", 65_536),
    ("numFmt", 65_536),
];
const MOST_SHARED_STRINGS: u64 = 1_000_000;

/// Walks one part to its end.
pub(super) fn inspect(source: &mut impl BufRead, name: &str, limits: &Limits) -> Result<(), WorkbookError> {
    let mut reader = Reader::from_reader(Metered { source, left: EVENT_BYTES });
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut walk = Walk { name, limits, depth: 0, kept: [0; KEPT.len()], kept_bytes: 0, within: None };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        reader.get_mut().left = EVENT_BYTES;
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(_) if reader.get_ref().left == 0 => return Err(walk.inflates()),
            Err(error) => return Err(WorkbookError::damaged(format!("{name}: {error}"))),
        };
        let bytes = EVENT_BYTES - reader.get_ref().left;
        match event {
            Event::Start(tag) => walk.enter(&tag, bytes)?,
            Event::End(_) => walk.leave(),
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => walk.pass_text(bytes)?,
            Event::DocType(_) => return Err(WorkbookError::DocumentType { part: name.to_owned() }),
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// A reader that hands out only so many bytes before it is wound up again: once per event.
struct Metered<'a, R> {
    source: &'a mut R,
    left: u64,
}

impl<R: BufRead> Read for Metered<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Metered<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other("one piece of XML is too long"));
        }
        let available = self.source.fill_buf()?;
        let most = usize::try_from(self.left).unwrap_or(usize::MAX);
        Ok(available.get(..most).unwrap_or(available))
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count as u64);
        self.source.consume(count);
    }
}

/// Where the walk is and what it has passed.
struct Walk<'a> {
    name: &'a str,
    limits: &'a Limits,
    depth: usize,
    kept: [u64; KEPT.len()],
    kept_bytes: u64,
    /// Inside a cell or a kept element: at which depth, and how much text it has had.
    within: Option<Within>,
}

struct Within {
    depth: usize,
    bytes: u64,
    is_kept: bool,
}

impl Walk<'_> {
    fn enter(&mut self, tag: &BytesStart<'_>, bytes: u64) -> Result<(), WorkbookError> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(WorkbookError::damaged(format!("{}: nested too deep", self.name)));
        }
        let local = tag.local_name();
        let element = local.as_ref();
        if let Some((seen, (_, most))) =
            self.kept.iter_mut().zip(KEPT).find(|(_, (kept, _))| *kept == element)
        {
            *seen += 1;
            if *seen > most {
                let is_format = !matches!(element, "si" | "sheet" | "definedName" | "Relationship");
                return Err(if is_format { WorkbookError::TooManyStyles } else { self.inflates() });
            }
            self.begin(true);
        } else if element == "c" {
            self.begin(false);
        }
        self.pass_tag(element, bytes)?;
        self.check_attributes(tag, element)
    }

    /// The outermost cell or kept element is the one that text is counted for.
    fn begin(&mut self, is_kept: bool) {
        if self.within.is_none() {
            self.within = Some(Within { depth: self.depth, bytes: 0, is_kept });
        }
    }

    fn leave(&mut self) {
        if self.within.as_ref().is_some_and(|within| within.depth >= self.depth) {
            self.within = None;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn pass_tag(&mut self, element: &str, bytes: u64) -> Result<(), WorkbookError> {
        let Some(within) = &self.within else { return Ok(()) };
        let is_text = matches!(element, "si" | "r" | "t" | "sheet" | "definedName" | "Relationship");
        if within.is_kept && !is_text && bytes > FORMAT_TAG_BYTES {
            return Err(WorkbookError::TooManyStyles);
        }
        self.keep(if within.is_kept { bytes } else { 0 })
    }

    fn pass_text(&mut self, bytes: u64) -> Result<(), WorkbookError> {
        let Some(within) = &mut self.within else { return Ok(()) };
        within.bytes += bytes;
        let is_kept = within.is_kept;
        // Escaped, a character takes up to ten bytes; phonetic text may double it.
        if within.bytes > self.limits.cell_characters as u64 * 20 {
            return Err(WorkbookError::CellTooLong {
                sheet: String::new(),
                cell: self.name.to_owned(),
                max: self.limits.cell_characters,
            });
        }
        self.keep(if is_kept { bytes } else { 0 })
    }

    fn keep(&mut self, bytes: u64) -> Result<(), WorkbookError> {
        self.kept_bytes += bytes;
        if self.kept_bytes > self.limits.kept_part_bytes { Err(self.inflates()) } else { Ok(()) }
    }

    /// References within Excel's own bounds, and no reservation larger than we would grant.
    fn check_attributes(&self, tag: &BytesStart<'_>, element: &str) -> Result<(), WorkbookError> {
        if !matches!(element, "sst" | "dimension" | "row" | "c" | "f" | "Relationship") {
            return Ok(());
        }
        let mut relation = (String::new(), String::new());
        for attribute in tag.attributes() {
            let attribute =
                attribute.map_err(|error| WorkbookError::damaged(format!("{}: {error}", self.name)))?;
            let value = attribute.value.as_ref();
            let is_sound = match (element, attribute.key.local_name().as_ref()) {
                ("sst", "uniqueCount") => value.parse().is_ok_and(|count: u64| count <= MOST_SHARED_STRINGS),
                ("dimension" | "f", "ref") => reference::is_range(value),
                ("row", "r") => reference::parse_row(value).is_some(),
                ("c", "r") => reference::parse_cell(value).is_some(),
                ("Relationship", "Type") => {
                    value.clone_into(&mut relation.0);
                    true
                }
                ("Relationship", "Target") => {
                    value.clone_into(&mut relation.1);
                    true
                }
                _ => true,
            };
            if !is_sound {
                return Err(WorkbookError::damaged(format!("{}: {element} {value}", self.name)));
            }
        }
        // What the parser will read must be among what was walked here.
        if is_parsed(&relation.0) && !super::archive::is_xml(&relation.1) {
            return Err(WorkbookError::UnsafeArchive { part: relation.1 });
        }
        Ok(())
    }

    fn inflates(&self) -> WorkbookError {
        WorkbookError::InflatesTooFar { part: self.name.to_owned() }
    }
}

fn is_parsed(relation: &str) -> bool {
    let kind = relation.rsplit('/').next().unwrap_or_default();
    matches!(
        kind,
        "officeDocument" | "worksheet" | "chartsheet" | "dialogsheet" | "sharedStrings" | "styles" | "theme"
    )
}
