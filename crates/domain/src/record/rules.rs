//! Whether values fit their form. Pure: what needs the database is in `lookup.rs`.

use std::collections::BTreeMap;

use super::{Value, Values};
use crate::{
    form::{ChoiceOption, Field, FieldKind, FormDefinition},
    text::clean_html,
};
use chrono::Datelike;
use kernel::{UserError, UserErrors};

/// The longest rich text, in bytes of HTML.
const MAX_HTML_BYTES: usize = 500_000;
/// The most references one field may hold.
const MAX_REFERENCES: usize = 200;

/// What is to change, by field key; `None` empties the field.
pub type ValueChanges = BTreeMap<String, Option<Value>>;

impl FormDefinition {
    /// The field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

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

/// The values after the changes, tidied, and everything that is wrong with them at once. A change
/// that does not fit leaves the value as it was.
pub(super) fn apply(
    definition: &FormDefinition,
    current: &Values,
    changes: ValueChanges,
) -> (Values, UserErrors) {
    let mut errors = UserErrors::default();
    let mut values = current.clone();
    for (key, change) in changes {
        let Some(field) = definition.field(&key) else {
            errors.push(UserError::at("UNKNOWN_FIELD", &["values", &key]));
            continue;
        };
        match change.map(|value| tidy(field, value)).transpose() {
            Ok(Some(value)) if !value.is_empty() => drop(values.insert(key, value)),
            Ok(_) => drop(values.remove(&key)),
            Err(error) => errors.push(error),
        }
    }
    for field in definition.fields.iter().filter(|field| field.required) {
        let told = errors.0.iter().any(|error| error.path.last() == Some(&field.key));
        if !values.contains_key(&field.key) && !told {
            errors.push(UserError::at("REQUIRED", &["values", &field.key]));
        }
    }
    (values, errors)
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
        (Value::Choice(keys), FieldKind::Choice { options, multiple }) => {
            let chosen = in_form_order(&keys, options).ok_or_else(|| at("NOT_AN_OPTION"))?;
            if chosen.len() > 1 && !multiple {
                Err(at("TOO_MANY").with("max", 1))
            } else {
                Ok(Value::Choice(chosen))
            }
        }
        (Value::Reference(mut ids), FieldKind::Reference { multiple, .. }) => {
            let mut seen = std::collections::HashSet::new();
            ids.retain(|id| seen.insert(*id));
            let limit = if *multiple { MAX_REFERENCES } else { 1 };
            if ids.len() > limit { Err(at("TOO_MANY").with("max", limit)) } else { Ok(Value::Reference(ids)) }
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
        Field {
            key: "f".into(),
            label: Localized::same("F"),
            help: Localized::default(),
            group: None,
            required: false,
            in_list: false,
            kind,
        }
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
}
