//! Reports as CSV (RFC 4180): semicolons and decimal commas in Dutch, commas and decimal points in
//! English, UTF-8 with a byte order mark so that Excel recognises it.
//!
//! A text that a spreadsheet would run as a formula gets an apostrophe in front, the sign spreadsheets
//! themselves use for "this is text". [`crate::parse::parse_csv_text`] takes it off again. Numbers and
//! dates are written by us and need none, so -5 stays a number.

use std::{borrow::Cow, io::Write};

use kernel::Locale;

use crate::{
    Cell, ExportError, Source,
    wording::{LIST_SEPARATOR, dutch_time, number},
};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes a report: the headings, then a line per row.
///
/// # Errors
/// Any [`ExportError`]; what was written so far is then of no use.
pub fn write(source: &mut Source<'_>, mut out: impl Write) -> Result<(), ExportError> {
    let locale = source.report().locale;
    out.write_all(BYTE_ORDER_MARK)?;
    let separator = match locale {
        Locale::Nl => b';',
        Locale::En => b',',
    };
    let mut writer =
        ::csv::WriterBuilder::new().delimiter(separator).terminator(::csv::Terminator::CRLF).from_writer(out);
    writer
        .write_record(source.report().columns.iter().map(|column| harmless(&column.heading).into_owned()))?;
    while let Some(row) = source.next_row()? {
        writer.write_record(row.iter().map(|cell| plain(cell, locale)))?;
    }
    writer.flush()?;
    Ok(())
}

fn plain(cell: &Cell, locale: Locale) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text).into_owned(),
        Cell::List(items) => harmless(&items.join(LIST_SEPARATOR)).into_owned(),
        Cell::Integer(value) => value.to_string(),
        Cell::Number(value) => number(*value, locale),
        Cell::Score(score) => number(score.value, locale),
        Cell::YesNoNa(answer) => answer.label(locale).to_owned(),
        Cell::Date(day) => day.format("%Y-%m-%d").to_string(),
        Cell::Instant(instant) => dutch_time(*instant).format("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

/// Whether a spreadsheet would take a text for a formula, its full-width look-alikes included.
pub(crate) fn starts_formula(text: &str) -> bool {
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\u{feff}']).chars().next();
    matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
}

fn harmless(text: &str) -> Cow<'_, str> {
    if starts_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
