//! Rows as a table: headings on every page, a hair line below every row.

use kernel::Locale;

use super::{
    font::Fonts,
    page::{Block, Paginator, Sheet},
    text::{ACCENT, INK, Line, RULE, Style, wrap},
};
use crate::{Cell, Colour, Column, ColumnKind, Report, wording::readable};

const BODY: Style = Style::new(8, INK);
const HEADING: Style = Style::new(8, ACCENT).bold();
/// Between columns, in points.
const GUTTER: f32 = 9.0;
/// Above and below the lines of a row, in points.
const PADDING: f32 = 3.6;
/// Fewer lines of a long row than this do not start at the foot of a page.
const LEAST_LINES: usize = 4;
/// No heading takes more lines.
const HEADING_LINES: usize = 8;
/// What stands before a score, in its level's colour.
pub(super) const SWATCH: &str = "■ ";

/// The columns of a table on paper.
pub(super) struct TableLayout<'a> {
    report: &'a Report,
    columns: Vec<PaperColumn>,
    heading: Block,
}

struct PaperColumn {
    x: f32,
    width: f32,
    is_right: bool,
}

/// A cell broken into lines, with the colour of its swatch.
struct PaperCell {
    lines: std::collections::VecDeque<Line>,
    swatch: Option<Colour>,
}

impl<'a> TableLayout<'a> {
    pub(super) fn new(report: &'a Report, sheet: Sheet, fonts: &mut Fonts) -> Self {
        let columns = divide(report, sheet, fonts);
        let mut heading = Block::default();
        let mut end: f32 = 0.0;
        for (column, paper) in report.columns.iter().zip(&columns) {
            let mut lines = wrap(&column.heading, HEADING, paper.width, fonts);
            lines.truncate(HEADING_LINES);
            end = end.max(add_aligned(&mut heading, paper, lines, (0.0, HEADING)));
        }
        // Two hair lines close together read as one strong one.
        for offset in [3.0, 3.4] {
            heading.add_rule(Sheet::MARGIN, end + offset, sheet.body_width(), ACCENT);
        }
        heading.height = end + 3.8;
        Self { report, columns, heading }
    }

    pub(super) fn heading(&self) -> Block {
        self.heading.clone()
    }

    pub(super) fn add_row(&self, row: &[Cell], pages: &mut Paginator, fonts: &mut Fonts) {
        let locale = self.report.locale;
        let mut cells: Vec<PaperCell> = row
            .iter()
            .zip(&self.columns)
            .map(|(cell, paper)| break_cell(cell, locale, paper.width, fonts))
            .collect();
        let lines = |cells: &[PaperCell]| cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
        // A row taller than a page goes on at the top of the next one.
        while lines_that_fit(pages.room_of_a_page()) < lines(&cells) {
            if lines_that_fit(pages.room()) < LEAST_LINES {
                pages.next_page();
            }
            let fit = lines_that_fit(pages.room());
            pages.add(self.compose(&mut cells, fit, fonts));
            pages.next_page();
        }
        let rest = lines(&cells).max(1);
        pages.add(self.compose(&mut cells, rest, fonts));
    }

    /// Takes up to so many lines of every cell.
    fn compose(&self, cells: &mut [PaperCell], most: usize, fonts: &mut Fonts) -> Block {
        let mut block = Block::default();
        let mut end = PADDING + BODY.leading();
        for (cell, paper) in cells.iter_mut().zip(&self.columns) {
            let lines: Vec<Line> = cell.lines.drain(..most.min(cell.lines.len())).collect();
            if let Some(colour) = cell.swatch.take() {
                let swatch = wrap(SWATCH, Style { colour, ..BODY }, paper.width, fonts);
                block.add_lines(paper.x, PADDING, swatch, Style { colour, ..BODY });
            }
            end = end.max(add_aligned(&mut block, paper, lines, (PADDING, BODY)));
        }
        let width = self.columns.last().map_or(0.0, |last| last.x + last.width - Sheet::MARGIN);
        block.add_rule(Sheet::MARGIN, end + PADDING, width, RULE);
        block.height = end + PADDING;
        block
    }
}

fn add_aligned(block: &mut Block, paper: &PaperColumn, lines: Vec<Line>, (from, style): (f32, Style)) -> f32 {
    if !paper.is_right {
        return block.add_lines(paper.x, from, lines, style);
    }
    let mut top = from;
    for line in lines {
        let x = paper.x + paper.width - line.width;
        top = block.add_lines(x, top, vec![line], style);
    }
    top
}

fn lines_that_fit(room: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has few lines")]
    let lines = ((room - 2.0 * PADDING) / BODY.leading()).max(0.0) as usize;
    lines
}

fn break_cell(cell: &Cell, locale: Locale, width: f32, fonts: &mut Fonts) -> PaperCell {
    let text = readable(cell, locale);
    let Cell::Score(score) = cell else {
        return PaperCell { lines: wrap(&text, BODY, width, fonts).into(), swatch: None };
    };
    // The text makes room for the swatch, which has a colour of its own.
    let indent = fonts.width(SWATCH, false, BODY.size);
    let mut lines = wrap(&text, BODY, width - indent, fonts);
    for run in lines.iter_mut().flat_map(|line| &mut line.runs) {
        run.offset += indent;
    }
    PaperCell { lines: lines.into(), swatch: Some(score.colour) }
}

/// Shares the width out. Columns of figures, dates and short answers take what they need; what is left
/// goes to the columns of text, most of it to the long ones. No column is narrower than the longest word
/// of its heading, as long as each has a fair share.
fn divide(report: &Report, sheet: Sheet, fonts: &mut Fonts) -> Vec<PaperColumn> {
    let count = u16::try_from(report.columns.len().max(1)).unwrap_or(u16::MAX);
    let available = sheet.body_width() - GUTTER * f32::from(count - 1);
    let fair = available / f32::from(count);
    let least: Vec<f32> = report.columns.iter().map(|column| least_width(column, fonts).min(fair)).collect();
    let weights: Vec<f32> = report.columns.iter().map(weight).collect();
    let total: f32 = weights.iter().sum();
    let spare = (available - least.iter().sum::<f32>()).max(0.0);
    let mut x = Sheet::MARGIN;
    let mut columns = Vec::with_capacity(report.columns.len());
    for ((column, least), weight) in report.columns.iter().zip(least).zip(weights) {
        let part = if total > 0.0 { weight / total } else { 1.0 / f32::from(count) };
        let width = least + spare * part;
        let is_right = matches!(column.kind, ColumnKind::Integer | ColumnKind::Number);
        columns.push(PaperColumn { x, width, is_right });
        x += width + GUTTER;
    }
    columns
}

fn least_width(column: &Column, fonts: &mut Fonts) -> f32 {
    let longest_word = column
        .heading
        .split_whitespace()
        .map(|word| fonts.width(word, true, HEADING.size))
        .fold(18.0, f32::max);
    let sample = match column.kind {
        ColumnKind::Date | ColumnKind::Instant => "31-12-2026",
        ColumnKind::Score => "■ 25 Zeer hoog",
        ColumnKind::Number => "1234567,89",
        ColumnKind::Integer => "12345",
        ColumnKind::YesNoNa => "N.v.t.",
        ColumnKind::Text | ColumnKind::LongText | ColumnKind::Choice { .. } | ColumnKind::MultiChoice => "",
    };
    longest_word.max(fonts.width(sample, false, BODY.size))
}

fn weight(column: &Column) -> f32 {
    match column.kind {
        ColumnKind::Text | ColumnKind::LongText | ColumnKind::Choice { .. } | ColumnKind::MultiChoice => {
            f32::from(column.characters().clamp(10, 90))
        }
        _ => 0.0,
    }
}
