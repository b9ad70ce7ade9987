//! Values as they are kept.

use std::collections::HashSet;

use chrono::{Datelike, SubsecRound, Timelike};
use kernel::{UserError, dutch_day};
use url::Url;

use super::{Value, WebLink};
use crate::{
    country::Country,
    form::{ChoiceOption, Field, FieldKind},
    text::{clean_html, cut},
};

/// The longest rich text, in bytes of HTML.
const MAX_HTML_BYTES: usize = 500_000;
/// The most records, users, files, words or links one field may hold.
const MAX_SEVERAL: usize = 200;
/// The longest word of a dynamic choice, and the longest title of a link, in characters.
const MAX_WORD: usize = 200;
/// The longest address, in bytes.
const MAX_URL: usize = 2_000;

impl FieldKind {
    /// The most characters a text may have; `None` for every other kind.
    #[must_use]
    pub fn max_length(&self) -> Option<u32> {
        match self {
            Self::Text { multiline, max_length } => Some(max_length.unwrap_or(default_length(*multiline))),
            _ => None,
        }
    }
}

const fn default_length(multiline: bool) -> u32 {
    if multiline { 10_000 } else { 200 }
}

/// The value as it is kept: trimmed, cleaned, in the form's order; or why it does not fit.
pub fn tidy(field: &Field, value: Value) -> Result<Value, UserError> {
    let at = |code| UserError::at(code, &["values", &field.key]);
    if !value.fits(&field.kind) {
        return Err(at("WRONG_KIND"));
    }
    match (value, &field.kind) {
        (Value::Text(text), FieldKind::Text { multiline, max_length }) => {
            let limit = max_length.unwrap_or(default_length(*multiline));
            tidy_text(&text, *multiline, limit).map(Value::Text).map_err(|error| error.placed(&field.key))
        }
        (Value::RichText(html), _) => {
            if html.len() > MAX_HTML_BYTES {
                return Err(at("TOO_LONG").with("max", MAX_HTML_BYTES));
            }
            Ok(Value::RichText(clean_html(&html)))
        }
        (Value::Number(number), FieldKind::Number { decimals, minimum, maximum, .. }) => {
            check_number(number, *decimals, (*minimum, *maximum))
                .map_err(|error| error.placed(&field.key))?;
            Ok(Value::Number(number))
        }
        // Days are sorted by their digits: four for the year.
        (Value::Date(date), _) if !(1..=9999).contains(&date.year()) => Err(at("NOT_A_DATE")),
        (Value::DateTime(at), _) => {
            let minute = at.with_second(0).unwrap_or(at).trunc_subsecs(0);
            if (1..=9999).contains(&dutch_day(minute).year()) {
                Ok(Value::DateTime(minute))
            } else {
                Err(UserError::at("NOT_A_DATE", &["values", &field.key]))
            }
        }
        (Value::Choice(keys), FieldKind::Choice { options, .. }) => {
            let chosen = in_form_order(&keys, options).ok_or_else(|| at("NOT_AN_OPTION"))?;
            several(field, chosen).map(Value::Choice)
        }
        (Value::Checklist(keys), FieldKind::Checklist { items }) => {
            in_form_order(&keys, items).map(Value::Checklist).ok_or_else(|| at("NOT_AN_OPTION"))
        }
        (Value::Words(words), _) => several(field, tidy_words(words)).map(Value::Words),
        (Value::User(ids), _) => several(field, ids).map(Value::User),
        (Value::Group(ids), _) => several(field, ids).map(Value::Group),
        (Value::File(ids), _) => several(field, ids).map(Value::File),
        (Value::Reference(ids), _) => several(field, ids).map(Value::Reference),
        (Value::Country(codes), _) => {
            let codes: Vec<String> = codes.iter().map(|code| code.trim().to_ascii_uppercase()).collect();
            if codes.iter().all(|code| Country::find(code).is_some()) {
                several(field, codes).map(Value::Country)
            } else {
                Err(at("NOT_A_COUNTRY"))
            }
        }
        (Value::Colour(hex), _) => tidy_colour(&hex).map(Value::Colour).ok_or_else(|| at("NOT_A_COLOUR")),
        (Value::WebLink(links), _) => {
            let links: Option<Vec<_>> = links.into_iter().map(tidy_link).collect();
            several(field, links.ok_or_else(|| at("NOT_A_LINK"))?).map(Value::WebLink)
        }
        (Value::LikelihoodImpact(place), FieldKind::LikelihoodImpact { scale }) => {
            let is_step = |step: u8, steps: usize| (1..=steps).contains(&usize::from(step));
            if is_step(place.likelihood, scale.likelihood.len()) && is_step(place.impact, scale.impact.len())
            {
                Ok(Value::LikelihoodImpact(place))
            } else {
                Err(at("NOT_AN_OPTION"))
            }
        }
        (value, _) => Ok(value),
    }
}

/// Each once, in the order chosen; refused when there are more than the field takes.
fn several<T: Clone + Eq + std::hash::Hash>(field: &Field, mut chosen: Vec<T>) -> Result<Vec<T>, UserError> {
    let mut seen = HashSet::new();
    chosen.retain(|one| seen.insert(one.clone()));
    let limit = match &field.kind {
        FieldKind::Choice { multiple: true, options } => options.len(),
        kind if kind.is_multiple() => MAX_SEVERAL,
        _ => 1,
    };
    if chosen.len() > limit {
        Err(UserError::at("TOO_MANY", &["values", &field.key]).with("max", limit))
    } else {
        Ok(chosen)
    }
}

fn tidy_words(words: Vec<String>) -> Vec<String> {
    let tidy = |word: String| {
        let kept: String = word.chars().filter(|c| !c.is_control()).collect();
        cut(kept.trim(), MAX_WORD).to_owned()
    };
    words.into_iter().map(tidy).filter(|word| !word.is_empty()).collect()
}

/// `#1A2b3c` or `1a2b3c`; three digits stand for six.
fn tidy_colour(text: &str) -> Option<String> {
    let digits = text.trim().trim_start_matches('#').to_ascii_lowercase();
    let is_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
    match digits.len() {
        6 if is_hex => Some(format!("#{digits}")),
        3 if is_hex => Some(digits.chars().fold("#".to_owned(), |hex, c| hex + &format!("{c}{c}"))),
        _ => None,
    }
}

/// An address a browser may follow; nothing that could run in it.
fn tidy_link(link: WebLink) -> Option<WebLink> {
    let url = Url::parse(link.url.trim()).ok()?;
    let is_safe = matches!(url.scheme(), "http" | "https" | "mailto") && url.as_str().len() <= MAX_URL;
    let kept: String = link.title.chars().filter(|c| !c.is_control()).collect();
    let title = match kept.trim() {
        "" => link.url.trim(),
        title => title,
    };
    is_safe.then(|| WebLink { url: url.as_str().to_owned(), title: cut(title, MAX_WORD).to_owned() })
}

/// What is wrong with a bare value, before its place is known.
struct Fault(&'static str, &'static str, String);

impl Fault {
    fn placed(self, key: &str) -> UserError {
        let error = UserError::at(self.0, &["values", key]);
        if self.1.is_empty() { error } else { error.with(self.1, self.2) }
    }
}

fn tidy_text(text: &str, multiline: bool, limit: u32) -> Result<String, Fault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let allowed = |c: char| !c.is_control() || (multiline && matches!(c, '\n' | '\t'));
    // A line break pasted into a one-line field is a space; other control characters have no meaning.
    let text: String = text
        .chars()
        .map(|c| if !multiline && matches!(c, '\n' | '\t') { ' ' } else { c })
        .filter(|c| allowed(*c))
        .collect();
    let text = text.trim().to_owned();
    if text.chars().count() > limit as usize {
        Err(Fault("TOO_LONG", "max", limit.to_string()))
    } else {
        Ok(text)
    }
}

fn check_number(
    number: f64,
    decimals: u8,
    (minimum, maximum): (Option<f64>, Option<f64>),
) -> Result<(), Fault> {
    // Beyond 2^53 a double no longer holds every whole number.
    if !number.is_finite() || number.abs() > 9_007_199_254_740_992.0 {
        return Err(Fault("NOT_A_NUMBER", "", String::new()));
    }
    let scaled = number * 10_f64.powi(i32::from(decimals));
    if (scaled - scaled.round()).abs() > 1e-6 * scaled.abs().max(1.0) {
        return Err(Fault("TOO_MANY_DECIMALS", "max", decimals.to_string()));
    }
    match (minimum, maximum) {
        (Some(low), _) if number < low => Err(Fault("TOO_LOW", "min", low.to_string())),
        (_, Some(high)) if number > high => Err(Fault("TOO_HIGH", "max", high.to_string())),
        _ => Ok(()),
    }
}

/// The chosen keys in the order of the options; `None` when one is no option.
fn in_form_order(keys: &[String], options: &[ChoiceOption]) -> Option<Vec<String>> {
    let all_known = keys.iter().all(|key| options.iter().any(|option| option.key == *key));
    let chosen = options.iter().filter(|option| keys.contains(&option.key)).map(|option| option.key.clone());
    all_known.then(|| chosen.collect())
}

#[cfg(test)]
mod tests {
    use kernel::Localized;

    use super::*;
    use crate::record::LikelihoodImpact;

    fn field(kind: FieldKind) -> Field {
        Field::new("f", Localized::same("F"), kind)
    }

    fn number(decimals: u8) -> Field {
        field(FieldKind::Number { decimals, minimum: Some(-5.0), maximum: Some(100.0), unit: None })
    }

    fn code(result: Result<Value, UserError>) -> &'static str {
        result.expect_err("must be refused").code
    }

    #[test]
    fn numbers_keep_to_their_bounds_and_decimals() {
        assert!(tidy(&number(2), Value::Number(0.07)).is_ok());
        assert!(tidy(&number(1), Value::Number(99.9)).is_ok());
        assert_eq!(code(tidy(&number(1), Value::Number(0.07))), "TOO_MANY_DECIMALS");
        assert_eq!(code(tidy(&number(0), Value::Number(-6.0))), "TOO_LOW");
        assert_eq!(code(tidy(&number(0), Value::Number(101.0))), "TOO_HIGH");
        for bad in [f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(code(tidy(&number(0), Value::Number(bad))), "NOT_A_NUMBER");
        }
    }

    #[test]
    fn a_line_takes_no_line_breaks_nor_control_characters() {
        let line = field(FieldKind::Text { multiline: false, max_length: Some(5) });
        assert_eq!(tidy(&line, Value::Text(" a\r\nb\u{0}\u{7} ".into())).unwrap(), Value::Text("a b".into()));
        assert_eq!(code(tidy(&line, Value::Text("abcdef".into()))), "TOO_LONG");
    }

    #[test]
    fn choices_are_kept_in_the_order_of_the_form() {
        let options = ["x", "y", "z"].map(|key| ChoiceOption {
            key: key.into(),
            label: Localized::same(key),
            colour: None,
            retired: false,
        });
        let many = field(FieldKind::Choice { options: options.to_vec(), multiple: true });
        let chosen = |keys: &[&str]| Value::Choice(keys.iter().map(|key| (*key).to_owned()).collect());
        assert_eq!(tidy(&many, chosen(&["z", "x", "z"])).unwrap(), chosen(&["x", "z"]));
        assert_eq!(code(tidy(&many, chosen(&["x", "q"]))), "NOT_AN_OPTION");
        let one = field(FieldKind::Choice { options: options.to_vec(), multiple: false });
        assert_eq!(code(tidy(&one, chosen(&["x", "y"]))), "TOO_MANY");
    }

    #[test]
    fn a_value_of_another_kind_is_refused() {
        let place = LikelihoodImpact { likelihood: 1, impact: 1 };
        assert_eq!(code(tidy(&number(0), Value::LikelihoodImpact(place))), "WRONG_KIND");
    }

    #[test]
    fn only_addresses_that_a_browser_may_follow_are_kept() {
        let links = field(FieldKind::WebLink { multiple: false });
        let link = |url: &str| Value::WebLink(vec![WebLink { url: url.into(), title: String::new() }]);
        assert!(tidy(&links, link("https://example.org/a?b=c")).is_ok());
        for url in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "example.org", ""] {
            assert_eq!(code(tidy(&links, link(url))), "NOT_A_LINK", "{url}");
        }
    }

    #[test]
    fn colours_and_countries_are_kept_in_one_spelling() {
        let colour = |text: &str| tidy(&field(FieldKind::Colour {}), Value::Colour(text.into()));
        assert_eq!(colour("0AF").unwrap(), Value::Colour("#00aaff".into()));
        assert_eq!(code(colour("red")), "NOT_A_COLOUR");
        let country = |text: &str| {
            tidy(&field(FieldKind::Country { multiple: false }), Value::Country(vec![text.into()]))
        };
        assert_eq!(country("nl").unwrap(), Value::Country(vec!["NL".into()]));
        assert_eq!(code(country("QQ")), "NOT_A_COUNTRY");
    }
}
