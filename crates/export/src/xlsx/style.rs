//! Cell formats of an exported workbook.

use std::collections::HashMap;

use kernel::Locale;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::{Colour, ColumnKind, Score};

pub(super) const ACCENT: Color = Color::RGB(0x000b_6e6e);
const RULE: Color = Color::RGB(0x00d5_dddd);
const QUIET: Color = Color::RGB(0x005a_6868);

/// The formats of the data sheet.
pub(super) struct Styles {
    pub(super) heading: Format,
    pub(super) text: Format,
    pub(super) long_text: Format,
    pub(super) integer: Format,
    pub(super) number: Format,
    pub(super) date: Format,
    pub(super) moment: Format,
    scores: HashMap<(String, Colour), Format>,
}

impl Styles {
    pub(super) fn new(locale: Locale) -> Self {
        let (date, moment) = match locale {
            Locale::Nl => ("dd-mm-yyyy", "dd-mm-yyyy hh:mm"),
            Locale::En => ("d mmm yyyy", "d mmm yyyy hh:mm"),
        };
        let body = body();
        // The quote prefix and "@" keep a text a text when somebody edits it: "007" and "=1+1" stay so.
        let long_text = body.clone().set_text_wrap().set_quote_prefix();
        Self {
            heading: heading(),
            text: long_text.clone().set_num_format("@"),
            long_text,
            integer: body.clone().set_num_format("0"),
            number: body.clone().set_align(FormatAlign::Right),
            date: body.clone().set_num_format(date).set_align(FormatAlign::Left),
            moment: body.set_num_format(moment).set_align(FormatAlign::Left),
            scores: HashMap::new(),
        }
    }

    /// The format of a score: still a number, with its level written behind it and its colour as ground.
    pub(super) fn score(&mut self, score: &Score) -> &Format {
        self.scores.entry((score.level.clone(), score.colour)).or_insert_with(|| {
            let level: String = score.level.chars().filter(|letter| *letter != '"').take(60).collect();
            body()
                .set_num_format(format!("0.##\" {level}\""))
                .set_align(FormatAlign::Left)
                .set_background_color(score.colour.to_u32())
                .set_font_color(legible_on(score.colour))
        })
    }

    /// The format of an empty cell, so that what is typed into it later looks like its column.
    pub(super) fn of_kind(&self, kind: &ColumnKind) -> &Format {
        match kind {
            ColumnKind::Text | ColumnKind::Choice { .. } | ColumnKind::YesNoNa => &self.text,
            ColumnKind::LongText | ColumnKind::MultiChoice => &self.long_text,
            ColumnKind::Integer => &self.integer,
            ColumnKind::Number | ColumnKind::Score => &self.number,
            ColumnKind::Date => &self.date,
            ColumnKind::Instant => &self.moment,
        }
    }
}

fn body() -> Format {
    Format::new()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Hair)
        .set_border_bottom_color(RULE)
}

pub(super) fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(ACCENT)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(20).set_font_color(ACCENT)
}

pub(super) fn label() -> Format {
    Format::new().set_font_color(QUIET).set_align(FormatAlign::Top)
}

pub(super) fn value() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_quote_prefix()
}

/// Black or white, whichever stands out more against a colour (WCAG relative luminance).
pub(crate) fn legible_on(colour: Colour) -> Color {
    if crate::report::is_dark(colour) { Color::White } else { Color::Black }
}
