//! The one report model: what every format is written from.

use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use domain::record::YesNoNa;
use kernel::{Instant, Locale};

/// A document about one register, without its rows; those come from a [`crate::RowSource`].
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The title, e.g. "Risico's en kansen".
    pub title: String,
    /// The environment's name, as its users know it.
    pub environment: String,
    /// The register (form) the rows come from, as its users know it.
    pub register: String,
    /// The form's stable key: an import recognises its own export by it.
    pub form_key: String,
    /// The language of headings, dates and numbers.
    pub locale: Locale,
    /// When the rows were read. Shown in Dutch time.
    pub generated_at: Instant,
    /// The past day at whose end the rows stood so; `None` for how they stand now.
    pub as_of: Option<NaiveDate>,
    /// Who asked for the report, as a name to read.
    pub generated_by: String,
    /// How many records the rows tell of, when that is not one each.
    pub records: Option<u64>,
    /// What the rows were filtered on, in words; empty when the register is complete.
    pub filters: Vec<Filter>,
    /// The columns, in order. Every row has exactly as many cells.
    pub columns: Vec<Column>,
}

/// One condition the rows were filtered on, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// E.g. "Status".
    pub label: String,
    /// E.g. "Open, In behandeling".
    pub value: String,
}

/// A column of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The field's stable key: an import recognises its own columns by it.
    pub key: String,
    /// The heading in the report's language.
    pub heading: String,
    /// What the cells hold.
    pub kind: ColumnKind,
    /// The width in characters of body text; without it the kind decides.
    pub width: Option<u16>,
    /// The field's help text; a note on the heading in Excel.
    pub help: Option<String>,
}

impl Column {
    /// A column with the kind's own width and no help.
    pub fn new(key: impl Into<String>, heading: impl Into<String>, kind: ColumnKind) -> Self {
        Self { key: key.into(), heading: heading.into(), kind, width: None, help: None }
    }

    /// The width in characters: the hint, or what suits the kind.
    #[must_use]
    pub fn characters(&self) -> u16 {
        self.width.unwrap_or(match self.kind {
            ColumnKind::LongText => 60,
            ColumnKind::Text => 28,
            ColumnKind::Choice { .. } | ColumnKind::MultiChoice => 22,
            ColumnKind::Instant | ColumnKind::Score => 18,
            ColumnKind::Date | ColumnKind::Number | ColumnKind::Integer => 13,
            ColumnKind::YesNoNa => 10,
        })
    }
}

/// What a column's cells hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnKind {
    /// One line of text.
    Text,
    /// Paragraphs of plain text.
    LongText,
    /// A whole number.
    Integer,
    /// A number with decimals.
    Number,
    /// A day.
    Date,
    /// A moment, shown in Dutch time.
    Instant,
    /// One of a list.
    Choice {
        /// The labels to choose from, in the report's language.
        options: Vec<String>,
    },
    /// Several of a list.
    MultiChoice,
    /// Yes, no or not applicable.
    YesNoNa,
    /// Likelihood x impact and the like: a figure, a level and its colour.
    Score,
}

/// One value of one row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing filled in.
    Empty,
    /// Text; line feeds separate lines.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with decimals; one that is not finite counts as empty.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// A moment, shown in Dutch time.
    Instant(Instant),
    /// Yes, no or not applicable.
    YesNoNa(YesNoNa),
    /// Several texts.
    List(Vec<String>),
    /// A figure with its level.
    Score(Score),
}

/// A figure with its level. The level is always written out: colour alone says nothing in print.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The figure, e.g. 12.
    pub value: f64,
    /// The level in the report's language, e.g. "Hoog".
    pub level: String,
    /// The level's colour.
    pub colour: Colour,
}

/// A colour in sRGB, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour {
    /// Red, 0-255.
    pub red: u8,
    /// Green, 0-255.
    pub green: u8,
    /// Blue, 0-255.
    pub blue: u8,
}

impl Colour {
    /// A colour from its three parts.
    #[must_use]
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    fn hexadecimal(digits: &str) -> Option<u32> {
        let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| plain)
    }

    /// As `0xRRGGBB`.
    #[must_use]
    pub fn to_u32(self) -> u32 {
        u32::from_be_bytes([0, self.red, self.green, self.blue])
    }
}

/// Whether white stands out more than black against a colour: WCAG's relative luminance below the point
/// where both contrast alike.
pub(crate) fn is_dark(colour: Colour) -> bool {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance =
        0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    luminance < 0.179
}

impl FromStr for Colour {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(())?;
        let [_, red, green, blue] = Self::hexadecimal(digits).ok_or(())?.to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:06x}", self.to_u32())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_on_a_colour_is_whichever_of_black_and_white_stands_out() {
        assert!(is_dark(Colour::rgb(11, 110, 110)) && is_dark(Colour::rgb(192, 0, 0)));
        assert!(!is_dark(Colour::rgb(255, 204, 0)) && !is_dark(Colour::rgb(120, 200, 120)));
    }

    #[test]
    fn a_colour_reads_back_as_it_is_written_and_nothing_else_does() {
        assert_eq!("#0b6e6e".parse(), Ok(Colour::rgb(11, 110, 110)));
        assert_eq!(Colour::rgb(11, 110, 110).to_string(), "#0b6e6e");
        for wrong in ["0b6e6e", "#0b6e6", "#0b6e6e0", "#zzzzzz", "#+12345", ""] {
            assert_eq!(wrong.parse::<Colour>(), Err(()), "{wrong}");
        }
    }
}
