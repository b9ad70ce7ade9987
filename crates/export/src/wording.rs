//! Words, dates and numbers as a report shows them, in Dutch and English.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use chrono_tz::Europe::Amsterdam;
use kernel::{Instant, Locale};

use crate::{Cell, Report, Score, YesNoNa};

/// What stands between the items of a list in one cell: an item never holds a line feed.
pub(crate) const LIST_SEPARATOR: &str = "\n";

pub(crate) const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
pub(crate) const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The fixed words of a report.
pub(crate) struct Wording {
    pub(crate) environment: &'static str,
    pub(crate) register: &'static str,
    pub(crate) filters: &'static str,
    pub(crate) no_filters: &'static str,
    pub(crate) as_of: &'static str,
    pub(crate) as_of_end: &'static str,
    pub(crate) generated_at: &'static str,
    pub(crate) generated_by: &'static str,
    pub(crate) row_count: &'static str,
    pub(crate) rows_heading: &'static str,
    pub(crate) no_rows: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) cover: &'static str,
    pub(crate) long_texts: &'static str,
    pub(crate) long_text_columns: [&'static str; 3],
    pub(crate) choose: &'static str,
    pub(crate) page: &'static str,
    pub(crate) of: &'static str,
}

const NL: Wording = Wording {
    environment: "Omgeving",
    register: "Register",
    filters: "Filters",
    no_filters: "Geen: alle registraties",
    as_of: "Stand op",
    as_of_end: "einde van de dag",
    generated_at: "Gemaakt op",
    generated_by: "Gemaakt door",
    row_count: "Aantal registraties",
    rows_heading: "Registraties",
    no_rows: "Er zijn geen registraties die aan de filters voldoen.",
    summary: "Over dit overzicht",
    cover: "Voorblad",
    long_texts: "Vervolgteksten",
    long_text_columns: ["Nummer", "Deel", "Tekst"],
    choose: "Kies een van de waarden uit de lijst.",
    page: "Pagina",
    of: "van",
};

const EN: Wording = Wording {
    environment: "Environment",
    register: "Register",
    filters: "Filters",
    no_filters: "None: all records",
    as_of: "As it stood on",
    as_of_end: "end of the day",
    generated_at: "Created on",
    generated_by: "Created by",
    row_count: "Number of records",
    rows_heading: "Records",
    no_rows: "There are no records that match the filters.",
    summary: "About this report",
    cover: "Cover",
    long_texts: "Long texts",
    long_text_columns: ["Number", "Part", "Text"],
    choose: "Choose one of the values in the list.",
    page: "Page",
    of: "of",
};

pub(crate) const fn wording(locale: Locale) -> &'static Wording {
    match locale {
        Locale::Nl => &NL,
        Locale::En => &EN,
    }
}

/// What every report tells about itself, as label and value; the number of rows is known at the end.
pub(crate) fn facts(report: &Report, rows: u64) -> Vec<(&'static str, String)> {
    let mut facts = facts_of_record(report);
    facts.push((wording(report.locale).row_count, grouped(report.records.unwrap_or(rows), report.locale)));
    facts
}

/// The same of a report about one record.
pub(crate) fn facts_of_record(report: &Report) -> Vec<(&'static str, String)> {
    let words = wording(report.locale);
    let mut facts =
        vec![(words.environment, report.environment.clone()), (words.register, report.register.clone())];
    if let Some(day) = report.as_of {
        facts.push((words.as_of, format!("{}, {}", long_day(day, report.locale), words.as_of_end)));
    }
    facts.extend([
        (words.generated_at, long_moment(report.generated_at, report.locale)),
        (words.generated_by, report.generated_by.clone()),
    ]);
    facts
}

/// A cell as a person reads it: for paper.
pub(crate) fn readable(cell: &Cell, locale: Locale) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Integer(number) => number.to_string(),
        Cell::Number(value) => number(*value, locale),
        Cell::Date(day) => short_date(*day, locale),
        Cell::Instant(instant) => {
            let local = dutch_time(*instant);
            format!("{} {:02}:{:02}", short_date(local.date(), locale), local.hour(), local.minute())
        }
        Cell::YesNoNa(answer) => YesNoNa::label(*answer, locale).to_owned(),
        Cell::List(items) => items.join(LIST_SEPARATOR),
        Cell::Score(Score { value, level, .. }) => format!("{} {level}", number(*value, locale)),
    }
}

/// The wall clock in Amsterdam.
pub(crate) fn dutch_time(instant: Instant) -> NaiveDateTime {
    instant.with_timezone(&Amsterdam).naive_local()
}

/// `31-12-2026` or `31 Dec 2026`.
pub(crate) fn short_date(day: NaiveDate, locale: Locale) -> String {
    match locale {
        Locale::Nl => day.format("%d-%m-%Y").to_string(),
        Locale::En => day.format("%-d %b %Y").to_string(),
    }
}

/// `31 december 2026, 09:00`.
pub(crate) fn long_moment(instant: Instant, locale: Locale) -> String {
    let local = dutch_time(instant);
    format!("{}, {:02}:{:02}", long_day(local.date(), locale), local.hour(), local.minute())
}

/// `31 december 2026`.
fn long_day(day: NaiveDate, locale: Locale) -> String {
    let months = match locale {
        Locale::Nl => &MONTHS_NL,
        Locale::En => &MONTHS_EN,
    };
    let month = months.get(day.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// `1234,5` or `1234.5`; nothing for what is not a number.
pub(crate) fn number(value: f64, locale: Locale) -> String {
    if !value.is_finite() {
        return String::new();
    }
    match locale {
        Locale::Nl => value.to_string().replace('.', ","),
        Locale::En => value.to_string(),
    }
}

/// `1.234` or `1,234`.
pub(crate) fn grouped(number: u64, locale: Locale) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(match locale {
                Locale::Nl => '.',
                Locale::En => ',',
            });
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone, Utc};

    use super::*;

    #[test]
    fn moments_are_shown_on_the_clock_of_amsterdam_in_summer_and_winter() {
        let winter = Utc.with_ymd_and_hms(2026, 1, 5, 8, 0, 0).unwrap();
        let summer = Utc.with_ymd_and_hms(2026, 7, 31, 22, 30, 0).unwrap();
        assert_eq!(long_moment(winter, Locale::Nl), "5 januari 2026, 09:00");
        assert_eq!(long_moment(summer, Locale::En), "1 August 2026, 00:30");
        assert_eq!(readable(&Cell::Instant(summer), Locale::Nl), "01-08-2026 00:30");
        assert_eq!(readable(&Cell::Instant(summer), Locale::En), "1 Aug 2026 00:30");
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(-1234.5, Locale::Nl), "-1234,5");
        assert_eq!(number(f64::NAN, Locale::Nl), "");
        assert_eq!(grouped(1_234_567, Locale::Nl), "1.234.567");
        assert_eq!(grouped(999, Locale::En), "999");
    }
}
