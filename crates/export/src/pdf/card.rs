//! Rows as cards: a heading with a label and a value per line, for registers with many columns.

use kernel::Locale;

use super::{
    font::Fonts,
    page::{Block, MM, Paginator, Sheet},
    table::SWATCH,
    text::{ACCENT, INK, QUIET, RULE, Style, wrap},
};
use crate::{Cell, Column, ColumnKind, Report, wording::readable};

const HEADING: Style = Style::new(11, ACCENT).bold();
const LABEL: Style = Style::new(8, QUIET);
const VALUE: Style = Style::new(9, INK);
const LABEL_WIDTH: f32 = 46.0 * MM;
/// Between label and value.
const GUTTER: f32 = 5.0 * MM;
/// Between one pair and the next, and between one card and the next.
const PAIR_GAP: f32 = 2.8;
const CARD_GAP: f32 = 16.0;
/// A first value up to this long is a number or code: the next value goes with it in the heading.
const CODE_CHARACTERS: usize = 12;
/// A heading longer than this is cut off; the value then stands among the others, in full.
const HEADING_CHARACTERS: usize = 160;
/// No label takes more lines.
const LABEL_LINES: usize = 10;
/// An outline longer than this helps nobody.
const BOOKMARK_CHARACTERS: usize = 80;

/// Cards, one per row, under a heading from the row's first column that holds something.
pub(super) struct CardLayout<'a> {
    report: &'a Report,
}

impl<'a> CardLayout<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        Self { report }
    }

    pub(super) fn add_row(&self, row: &[Cell], pages: &mut Paginator, fonts: &mut Fonts) {
        let locale = self.report.locale;
        let filled: Vec<(&Column, &Cell)> = self
            .report
            .columns
            .iter()
            .zip(row)
            .filter(|(_, cell)| !readable(cell, locale).is_empty())
            .collect();
        let (title, in_heading) = title(&filled, locale);
        let pairs = filled.iter().skip(in_heading).map(|(column, cell)| (column.heading.as_str(), *cell));
        add_card(&title, pairs, locale, (pages, fonts));
    }
}

/// Places a heading with a label and a value per line.
pub(super) fn add_card<'a>(
    title: &str,
    pairs: impl Iterator<Item = (&'a str, &'a Cell)>,
    locale: Locale,
    (pages, fonts): (&mut Paginator, &mut Fonts),
) {
    let heading = heading(title, fonts);
    let pairs: Vec<Block> =
        pairs.flat_map(|(label, cell)| pair((label, cell, locale), pages, fonts)).collect();
    // Half a page or less stays together; of a longer card the heading is not left alone.
    let whole = heading.height + pairs.iter().map(|pair| pair.height).sum::<f32>();
    let least = heading.height + pairs.first().map_or(0.0, |pair| pair.height);
    let together = if whole <= pages.room_of_a_page() / 2.0 { whole } else { least };
    if together > pages.room() {
        pages.next_page();
    }
    pages.bookmark(title.chars().take(BOOKMARK_CHARACTERS).collect());
    pages.add(heading);
    for pair in pairs {
        pages.add(pair);
    }
    pages.skip(CARD_GAP);
}

/// A label with its value, in pieces no taller than a page.
fn pair((label, cell, locale): (&str, &Cell, Locale), pages: &Paginator, fonts: &mut Fonts) -> Vec<Block> {
    let x = Sheet::MARGIN + LABEL_WIDTH + GUTTER;
    let width = Sheet::PORTRAIT.body_width() - LABEL_WIDTH - GUTTER;
    let indent = if matches!(cell, Cell::Score(_)) { fonts.width(SWATCH, false, VALUE.size) } else { 0.0 };
    let lines = wrap(&readable(cell, locale), VALUE, width - indent, fonts);
    let most = lines_on_a_page(pages);
    let mut blocks = Vec::new();
    for (piece, lines) in lines.chunks(most).enumerate() {
        let mut block = Block::default();
        if piece == 0 {
            // The label's baseline is the value's: its letters are smaller.
            let drop = VALUE.ascent() - LABEL.ascent();
            let mut label = wrap(label, LABEL, LABEL_WIDTH, fonts);
            label.truncate(LABEL_LINES);
            block.add_lines(Sheet::MARGIN, drop, label, LABEL);
            if let Cell::Score(score) = cell {
                let style = Style { colour: score.colour, ..VALUE };
                block.add_lines(x, 0.0, wrap(SWATCH, style, width, fonts), style);
            }
        }
        block.add_lines(x + indent, 0.0, lines.to_vec(), VALUE);
        block.height += PAIR_GAP;
        blocks.push(block);
    }
    blocks
}

/// The heading, on one line, and how many of the values it holds.
fn title(filled: &[(&Column, &Cell)], locale: Locale) -> (String, usize) {
    let one_line = |cell: &Cell| readable(cell, locale).split_whitespace().collect::<Vec<_>>().join(" ");
    match filled {
        [] => ("–".to_owned(), 0),
        [(_, code), (column, name), ..]
            if column.kind == ColumnKind::Text
                && one_line(code).chars().count() <= CODE_CHARACTERS
                && one_line(name).chars().count() <= HEADING_CHARACTERS =>
        {
            (format!("{}  {}", one_line(code), one_line(name)), 2)
        }
        [(_, first), ..] => {
            let whole = one_line(first);
            match whole.char_indices().nth(HEADING_CHARACTERS) {
                None => (whole, 1),
                Some((end, _)) => (format!("{}…", whole.get(..end).unwrap_or_default().trim_end()), 0),
            }
        }
    }
}

fn lines_on_a_page(pages: &Paginator) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has few lines")]
    let lines = ((pages.room_of_a_page() - PAIR_GAP) / VALUE.leading()).max(1.0) as usize;
    lines
}

fn heading(title: &str, fonts: &mut Fonts) -> Block {
    let width = Sheet::PORTRAIT.body_width();
    let mut block = Block::default();
    let end = block.add_lines(Sheet::MARGIN, 0.0, wrap(title, HEADING, width, fonts), HEADING);
    block.add_rule(Sheet::MARGIN, end + 1.5, width, RULE);
    block.height = end + 6.0;
    block
}
