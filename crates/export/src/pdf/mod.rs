//! Reports as PDF documents.
//!
//! Rows become display lists of texts and rules, one per page ([`page`]); genpdf sets them, some pages
//! at a time, so that memory does not grow with the register; the finishing pass ([`assemble`]) gathers
//! the pages into one compact document: subset fonts, page numbers, outline, language, metadata.
//!
//! genpdf's own paragraphs and tables are not used: they drop a word that is wider than its column, do
//! not repeat headings, and measure every text anew.

mod assemble;
mod card;
mod cover;
mod draw;
mod embed;
mod font;
mod furniture;
mod metadata;
mod page;
mod table;
mod text;

use std::io::Write;

use self::{
    assemble::Assembly,
    card::CardLayout,
    font::Fonts,
    page::{Paginator, Sheet},
    table::TableLayout,
};
use crate::{Cell, Dossier, ExportError, Report, Source, wording::wording};

/// The most rows of a PDF: nobody reads further, and Excel and CSV take more.
pub const MAX_ROWS: u64 = 20_000;
/// With more columns than this, a row of a table is no longer legible on paper.
const TABLE_COLUMNS: usize = 8;
/// Pages that genpdf sets at a time: it keeps each letter as an object of its own.
const PAGES_AT_A_TIME: usize = 60;

/// Writes a report: a cover, then a table, or a card per row when there are many columns.
///
/// Letters come from Noto Sans, and from `DejaVu` Sans where that has none. What neither has is shown as
/// U+FFFD, the replacement character: never as nothing.
///
/// # Errors
/// Any [`ExportError`]; what was written so far is then of no use.
pub fn write(source: &mut Source<'_>, mut out: impl Write) -> Result<(), ExportError> {
    let report = source.report();
    let mut fonts = Fonts::new()?;
    let mut assembly = Assembly::new();
    let mut body = Body::new(report, &mut fonts);
    while let Some(row) = source.next_row()? {
        if source.rows_done() > MAX_ROWS {
            return Err(ExportError::TooManyRows { max: MAX_ROWS });
        }
        body.add_row(&row, &mut fonts);
        if body.pages.finished() >= PAGES_AT_A_TIME {
            assembly.add(body.pages.take_finished(), &fonts)?;
            source.report_progress()?;
        }
    }
    let rows = source.rows_done();
    if rows == 0 {
        page::notice(&mut body.pages, wording(report.locale).no_rows, &mut fonts);
    }
    let sheet = body.sheet;
    assembly.add(body.pages.finish(), &fonts)?;
    assembly.add_cover(cover::of_rows(report, rows, sheet, &mut fonts), &fonts)?;
    source.report_progress()?;
    assembly.finish(report, &mut fonts, &mut out)
}

/// Writes one record with everything that hangs on it: a cover, then a card per section.
///
/// # Errors
/// Any [`ExportError`]; what was written so far is then of no use.
pub(crate) fn write_dossier(dossier: &Dossier, mut out: impl Write) -> Result<(), ExportError> {
    let report = &dossier.report;
    let (mut fonts, mut assembly) = (Fonts::new()?, Assembly::new());
    let mut pages = Paginator::new(Sheet::PORTRAIT);
    for section in &dossier.sections {
        let pairs = section.pairs.iter().map(|(label, cell)| (label.as_str(), cell));
        card::add_card(&section.heading, pairs, report.locale, (&mut pages, &mut fonts));
        if pages.finished() >= PAGES_AT_A_TIME {
            assembly.add(pages.take_finished(), &fonts)?;
        }
    }
    assembly.add(pages.finish(), &fonts)?;
    let cover = cover::lay_out(report, &dossier.facts, Sheet::PORTRAIT, &mut fonts);
    assembly.add_cover(cover, &fonts)?;
    assembly.finish(report, &mut fonts, &mut out)
}

/// The pages behind the cover.
struct Body<'a> {
    layout: Layout<'a>,
    sheet: Sheet,
    pages: Paginator,
}

enum Layout<'a> {
    Table(TableLayout<'a>),
    Cards(CardLayout<'a>),
}

impl<'a> Body<'a> {
    fn new(report: &'a Report, fonts: &mut Fonts) -> Self {
        let sheet = if (5..=TABLE_COLUMNS).contains(&report.columns.len()) {
            Sheet::LANDSCAPE
        } else {
            Sheet::PORTRAIT
        };
        if report.columns.len() > TABLE_COLUMNS {
            return Self {
                layout: Layout::Cards(CardLayout::new(report)),
                sheet,
                pages: Paginator::new(sheet),
            };
        }
        let table = TableLayout::new(report, sheet, fonts);
        let pages = Paginator::with_heading(sheet, table.heading());
        Self { layout: Layout::Table(table), sheet, pages }
    }

    fn add_row(&mut self, row: &[Cell], fonts: &mut Fonts) {
        match &self.layout {
            Layout::Table(table) => table.add_row(row, &mut self.pages, fonts),
            Layout::Cards(cards) => cards.add_row(row, &mut self.pages, fonts),
        }
    }
}
