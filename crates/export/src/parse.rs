//! Values out of what people type in cells, in Dutch and English.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use kernel::Locale;

use crate::{
    CellValue, YesNoNa,
    csv::starts_formula,
    wording::{MONTHS_EN, MONTHS_NL},
};

/// Years people mean; outside them a date is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A cell as text: numbers as they were typed, without a decimal part when they have none.
///
/// `None` for an empty cell, and for an error value: see [`CellValue::Error`].
#[must_use]
pub fn parse_text(cell: &CellValue) -> Option<String> {
    match cell {
        CellValue::Empty | CellValue::Error(_) => None,
        CellValue::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        CellValue::Number(number) => Some(number.to_string()),
        CellValue::Bool(truth) => Some(truth.to_string()),
        CellValue::DateTime(moment) if moment.time() == NaiveTime::MIN => Some(moment.date().to_string()),
        CellValue::DateTime(moment) => Some(moment.format("%Y-%m-%d %H:%M:%S").to_string()),
    }
}

/// A text of a CSV file of ours: takes off the apostrophe that kept it from being run as a formula.
#[must_use]
pub fn parse_csv_text(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| starts_formula(rest)).unwrap_or(text)
}

/// A number: a numeric cell, or a text such as `1.234,56` (Dutch) or `1,234.56` (English), with a
/// minus sign, a per cent sign or a euro sign if need be.
///
/// Separators of thousands must stand where they belong: `1.5` is no Dutch number, because nobody can
/// tell whether one and a half or fifteen was meant; in English it is one and a half.
#[must_use]
pub fn parse_number(cell: &CellValue, locale: Locale) -> Option<f64> {
    match cell {
        CellValue::Number(number) => Some(*number),
        CellValue::Text(text) => parse_number_text(text, locale),
        CellValue::Empty | CellValue::Bool(_) | CellValue::DateTime(_) | CellValue::Error(_) => None,
    }
    .filter(|number| number.is_finite())
}

fn parse_number_text(text: &str, locale: Locale) -> Option<f64> {
    let (thousands, decimal) = match locale {
        Locale::Nl => ('.', ','),
        Locale::En => (',', '.'),
    };
    let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let compact = compact.replace('−', "-");
    let bare = compact.trim_start_matches('€');
    let (sign, bare) = bare.strip_prefix('-').map_or((1.0, bare), |bare| (-1.0, bare));
    let bare = bare.trim_start_matches('€');
    let (scale, bare) = bare.strip_suffix('%').map_or((1.0, bare), |bare| (0.01, bare));
    let (whole, fraction) = bare.split_once(decimal).unwrap_or((bare, "0"));
    let groups: Vec<&str> = whole.split(thousands).collect();
    let grouped_well = match groups.as_slice() {
        [only] => is_digits(only),
        [first, rest @ ..] => {
            is_digits(first)
                && first.len() <= 3
                && rest.iter().all(|group| group.len() == 3 && is_digits(group))
        }
        [] => false,
    };
    if !grouped_well || !is_digits(fraction) {
        return None;
    }
    let number: f64 = format!("{}.{fraction}", groups.concat()).parse().ok()?;
    Some(sign * number * scale)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A day: a cell that Excel shows as a date, or a text such as `2026-12-31`, `31-12-2026`,
/// `31/12/2026`, `31.12.2026`, `31 december 2026` or `31 Dec 2026`. The day comes before the month.
#[must_use]
pub fn parse_date(cell: &CellValue) -> Option<NaiveDate> {
    match cell {
        CellValue::DateTime(moment) => Some(moment.date()),
        CellValue::Text(text) => parse_date_text(text.trim()),
        CellValue::Empty | CellValue::Number(_) | CellValue::Bool(_) | CellValue::Error(_) => None,
    }
    .filter(|day| YEARS.contains(&chrono::Datelike::year(day)))
}

/// A moment on the wall clock: a date and time of Excel, or a day as [`parse_date`] reads it with a time
/// such as `09:00` or `09:00:30` behind it; without one it is midnight.
#[must_use]
pub fn parse_date_time(cell: &CellValue) -> Option<NaiveDateTime> {
    let CellValue::Text(text) = cell else {
        return match cell {
            CellValue::DateTime(moment) => parse_date(cell).map(|_| *moment),
            _ => None,
        };
    };
    let text = text.trim().trim_end_matches('Z');
    if let Some(day) = parse_date(cell) {
        return Some(day.and_time(NaiveTime::MIN));
    }
    let (day, time) = text.rsplit_once([' ', 'T'])?;
    let time =
        ["%H:%M:%S%.f", "%H:%M"].iter().find_map(|shape| NaiveTime::parse_from_str(time, shape).ok())?;
    let day = parse_date(&CellValue::Text(day.trim_end_matches(',').to_owned()))?;
    Some(day.and_time(time))
}

fn parse_date_text(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> =
        text.split(['-', '/', '.', ' ', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    if !is_digits(year) || year.len() != 4 || !is_digits(day) || day.len() > 2 {
        return None;
    }
    let month = if is_digits(month) && month.len() <= 2 { month.parse().ok()? } else { month_number(month)? };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?)
}

/// A month by its Dutch or English name, or the first three letters or more of it.
fn month_number(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    // "mrt" is how the Dutch shorten maart.
    if name == "mrt" {
        return Some(3);
    }
    let is_month = |month: &&str| name.len() >= 3 && month.to_lowercase().starts_with(&name);
    let number =
        |months: [&str; 12]| (1_u32..).zip(months).find(|(_, month)| is_month(month)).map(|(at, _)| at);
    number(MONTHS_NL).or_else(|| number(MONTHS_EN))
}

/// Yes, no or not applicable, in Dutch or English or as TRUE and FALSE.
#[must_use]
pub fn parse_yes_no_na(cell: &CellValue) -> Option<YesNoNa> {
    let text = match cell {
        CellValue::Bool(true) => return Some(YesNoNa::Yes),
        CellValue::Bool(false) => return Some(YesNoNa::No),
        CellValue::Text(text) => text,
        CellValue::Empty | CellValue::Number(_) | CellValue::DateTime(_) | CellValue::Error(_) => {
            return None;
        }
    };
    let plain: String = text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    match plain.as_str() {
        "ja" | "j" | "yes" | "y" | "waar" | "true" => Some(YesNoNa::Yes),
        "nee" | "neen" | "n" | "no" | "onwaar" | "false" => Some(YesNoNa::No),
        "nvt" | "na" | "nietvantoepassing" | "notapplicable" => Some(YesNoNa::NotApplicable),
        _ => None,
    }
}

/// Several texts in one cell: one per line, or else separated by semicolons.
#[must_use]
pub fn parse_list(cell: &CellValue) -> Vec<String> {
    let Some(text) = parse_text(cell) else { return Vec::new() };
    let separator = if text.contains('\n') { '\n' } else { ';' };
    text.split(separator).map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> CellValue {
        CellValue::Text(text.to_owned())
    }

    #[test]
    fn numbers_are_read_as_their_language_writes_them() {
        for (typed, nl, en) in [
            ("1.234,56", Some(1234.56), None),
            ("1,234.56", None, Some(1234.56)),
            ("12,5", Some(12.5), None),
            ("12.5", None, Some(12.5)),
            ("1.234", Some(1234.0), Some(1.234)),
            ("-7", Some(-7.0), Some(-7.0)),
            ("− 7", Some(-7.0), Some(-7.0)),
            ("€ 1.000.000", Some(1_000_000.0), None),
            ("€ -5", Some(-5.0), Some(-5.0)),
            ("25 %", Some(0.25), Some(0.25)),
            ("1e5", None, None),
            ("12,", None, None),
            ("", None, None),
            ("--5", None, None),
            ("0x10", None, None),
            ("NaN", None, None),
            ("١٢", None, None),
        ] {
            assert_eq!(parse_number(&text(typed), Locale::Nl), nl, "{typed} nl");
            assert_eq!(parse_number(&text(typed), Locale::En), en, "{typed} en");
        }
        assert_eq!(parse_number(&CellValue::Number(f64::INFINITY), Locale::Nl), None);
    }

    #[test]
    fn dates_are_read_in_every_usual_way_and_the_day_comes_first() {
        let new_years_eve = NaiveDate::from_ymd_opt(2026, 12, 31);
        for typed in [
            "2026-12-31",
            "31-12-2026",
            "31/12/2026",
            "31.12.2026",
            "31 december 2026",
            "31 December 2026",
            "31 dec 2026",
            "31 DEC. 2026",
            " 31-dec-2026 ",
        ] {
            assert_eq!(parse_date(&text(typed)), new_years_eve, "{typed}");
        }
        assert_eq!(parse_date(&text("1 mrt 2026")), NaiveDate::from_ymd_opt(2026, 3, 1));
        assert_eq!(parse_date(&text("5 May 2026")), NaiveDate::from_ymd_opt(2026, 5, 5));
        for typed in [
            "12/31/2026",
            "30-02-2026",
            "31-12-26",
            "2026",
            "31-12",
            "31-12-20266",
            "31 de 2026",
            "0-1-2026",
            "",
        ] {
            assert_eq!(parse_date(&text(typed)), None, "{typed}");
        }
    }

    #[test]
    fn a_moment_is_a_day_with_a_time_behind_it() {
        let nine = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap().and_hms_opt(9, 0, 0);
        for typed in ["05-01-2026 09:00", "2026-01-05T09:00:00Z", "5 januari 2026, 9:00"] {
            assert_eq!(parse_date_time(&text(typed)), nine, "{typed}");
        }
        assert_eq!(parse_date_time(&text("05-01-2026 25:00")), None);
    }

    #[test]
    fn yes_no_and_not_applicable_are_read_in_both_languages() {
        for (typed, answer) in [
            ("Ja", Some(YesNoNa::Yes)),
            (" yes ", Some(YesNoNa::Yes)),
            ("NEE", Some(YesNoNa::No)),
            ("n.v.t.", Some(YesNoNa::NotApplicable)),
            ("N/A", Some(YesNoNa::NotApplicable)),
            ("misschien", None),
        ] {
            assert_eq!(parse_yes_no_na(&text(typed)), answer, "{typed}");
        }
        assert_eq!(parse_yes_no_na(&CellValue::Bool(false)), Some(YesNoNa::No));
        assert_eq!(parse_yes_no_na(&CellValue::Empty), None);
    }

    #[test]
    fn a_list_has_an_item_per_line_or_between_semicolons() {
        assert_eq!(parse_list(&text("Rood; Geel;;")), ["Rood", "Geel"]);
        assert_eq!(parse_list(&text("Rood; of roze\nGeel")), ["Rood; of roze", "Geel"]);
        assert!(parse_list(&CellValue::Empty).is_empty());
    }

    #[test]
    fn an_apostrophe_of_ours_comes_off_and_one_of_the_writers_stays() {
        assert_eq!(parse_csv_text("'=1+1"), "=1+1");
        assert_eq!(parse_csv_text("'s avonds"), "'s avonds");
    }
}
