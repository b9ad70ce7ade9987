//! The cover: what this is, from where, when, by whom, filtered on what.

use super::{
    font::Fonts,
    page::{Block, Item, MM, Page, Sheet},
    text::{ACCENT, INK, QUIET, RULE, Style, wrap},
};
use crate::{
    Report,
    wording::{facts, wording},
};

const TITLE: Style = Style::new(26, INK).bold();
const ENVIRONMENT: Style = Style::new(12, ACCENT).bold();
const LABEL: Style = Style::new(9, QUIET);
const VALUE: Style = Style::new(10, INK);
const SECTION: Style = Style::new(10, ACCENT).bold();
const LABEL_WIDTH: f32 = 42.0 * MM;
/// From the top of the page to the environment's name.
const START: f32 = 46.0 * MM;

pub(super) fn of_rows(report: &Report, rows: u64, sheet: Sheet, fonts: &mut Fonts) -> Page {
    let words = wording(report.locale);
    let mut facts = facts(report, rows);
    let filters: String = if report.filters.is_empty() {
        words.no_filters.to_owned()
    } else {
        let lines = report.filters.iter().map(|filter| format!("{}: {}", filter.label, filter.value));
        lines.collect::<Vec<_>>().join("\n")
    };
    facts.push((words.filters, filters));
    lay_out(report, &facts, sheet, fonts)
}

/// A cover that tells these facts.
pub(super) fn lay_out(
    report: &Report,
    facts: &[(&'static str, String)],
    sheet: Sheet,
    fonts: &mut Fonts,
) -> Page {
    let words = wording(report.locale);
    let width = sheet.body_width();
    let mut block = Block::default();
    bar(&mut block, START);
    let lines = wrap(&report.environment, ENVIRONMENT, width, fonts);
    let mut y = block.add_lines(Sheet::MARGIN, START + 8.0 * MM, lines, ENVIRONMENT);
    y = block.add_lines(Sheet::MARGIN, y + 3.0 * MM, wrap(&report.title, TITLE, width, fonts), TITLE);
    y = block.add_lines(Sheet::MARGIN, y + 14.0 * MM, wrap(words.summary, SECTION, width, fonts), SECTION);
    for (label, value) in facts {
        y = pair(&mut block, y, (label, value, sheet), fonts);
    }
    // Very long lists of filters end with the page; the workbook has them all.
    let bottom = sheet.body_bottom();
    block.items.retain(|item| match item {
        Item::Text { baseline, .. } => *baseline < bottom,
        Item::Rule { y, .. } => *y < bottom,
    });
    Page { sheet, items: block.items, bookmarks: vec![words.cover.to_owned()] }
}

/// A short thick stroke of hair lines, the document's one ornament.
fn bar(block: &mut Block, top: f32) {
    for step in 0_u8..10 {
        block.add_rule(Sheet::MARGIN, top + f32::from(step) * 0.4, 22.0 * MM, ACCENT);
    }
}

fn pair(block: &mut Block, from: f32, (label, value, sheet): (&str, &str, Sheet), fonts: &mut Fonts) -> f32 {
    let top = from + 5.0;
    block.add_rule(Sheet::MARGIN, top - 1.0, sheet.body_width(), RULE);
    let top = top + 4.0;
    let drop = VALUE.ascent() - LABEL.ascent();
    block.add_lines(Sheet::MARGIN, top + drop, wrap(label, LABEL, LABEL_WIDTH, fonts), LABEL);
    let width = sheet.body_width() - LABEL_WIDTH;
    block.add_lines(Sheet::MARGIN + LABEL_WIDTH, top, wrap(value, VALUE, width, fonts), VALUE)
}
