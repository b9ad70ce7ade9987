//! Cells as values of fields.

use std::collections::{BTreeMap, HashMap};

use domain::{
    form::{ChoiceOption, Field, FieldKind, Form},
    record::{LikelihoodImpact, Record, Value, tidy},
    text::{fold, html_of_text, plain_text},
    user::{User, login_key},
};
use kernel::{Locale, RecordId, UserId};

use crate::{CellValue, parse};

/// What is wrong with a cell: a code and figures for the sentence.
pub(super) type Fault = (&'static str, BTreeMap<&'static str, String>);

/// What names in cells stand for.
#[derive(Default)]
pub(super) struct Known {
    /// Users by folded username, mail address and display name; several may share a name.
    users: HashMap<String, Vec<UserId>>,
    /// Records by the key of their form and their number.
    pub records: HashMap<(String, i64), RecordId>,
    /// The forms that fields refer to, by key.
    pub forms: HashMap<String, Form>,
}

impl Known {
    pub(super) fn with_users(users: &[User]) -> Self {
        let mut known = Self::default();
        for user in users {
            let names = [fold(&user.display_name), login_key(&user.username), login_key(&user.email)];
            for name in names.into_iter().collect::<std::collections::BTreeSet<_>>() {
                known.users.entry(name).or_default().push(user.id);
            }
        }
        known
    }

    fn user(&self, name: &str) -> Result<UserId, Fault> {
        let found = self.users.get(&login_key(name)).or_else(|| self.users.get(&fold(name.trim())));
        match found.map(Vec::as_slice) {
            Some([only]) => Ok(*only),
            Some(_) => Err(fault("AMBIGUOUS", &[("value", name)])),
            None => Err(fault("USER_NOT_FOUND", &[("value", name)])),
        }
    }

    fn record(&self, form: &str, text: &str) -> Result<RecordId, Fault> {
        let number = self.forms.get(form).and_then(|form| form.parse_code(code_in(text)));
        let found = number.and_then(|number| self.records.get(&(form.to_owned(), number)));
        found.copied().ok_or_else(|| fault("UNKNOWN_NUMBER", &[("value", text)]))
    }
}

/// The code at the beginning of `AST-0001 Elektronisch cliëntdossier`.
pub(super) fn code_in(text: &str) -> &str {
    text.trim().split([' ', '\u{a0}', ':', ',']).next().unwrap_or_default()
}

/// A fault with figures.
pub(super) fn fault(code: &'static str, params: &[(&'static str, &str)]) -> Fault {
    let shorten = |text: &str| domain::text::cut(text, 80).to_owned();
    (code, params.iter().map(|(name, value)| (*name, shorten(value))).collect())
}

/// Where a cell stands: its field, the language of the sheet and the record it would change.
pub(super) struct Place<'a> {
    pub field: &'a Field,
    pub locale: Locale,
    pub existing: Option<&'a Record>,
    pub known: &'a Known,
}

impl Place<'_> {
    /// The value of a cell; `None` for an empty one.
    pub(super) fn read(&self, cell: &CellValue) -> Result<Option<Value>, Fault> {
        if let CellValue::Error(text) = cell {
            return Err(fault("CELL_ERROR", &[("value", text)]));
        }
        if cell.is_blank() {
            return Ok(None);
        }
        let value = self.value(cell)?;
        let value = tidy(self.field, value).map_err(|error| (error.code, error.params))?;
        Ok(Some(value).filter(|value| !value.is_empty()))
    }

    fn value(&self, cell: &CellValue) -> Result<Value, Fault> {
        let text = parse::parse_text(cell).unwrap_or_default();
        let not = |code| fault(code, &[("value", &text)]);
        match &self.field.kind {
            FieldKind::Text { .. } => Ok(Value::Text(text)),
            FieldKind::RichText {} => Ok(Value::RichText(self.html(&text))),
            FieldKind::Number { .. } => {
                parse::parse_number(cell, self.locale).map(Value::Number).ok_or_else(|| not("NOT_A_NUMBER"))
            }
            FieldKind::Date {} => parse::parse_date(cell).map(Value::Date).ok_or_else(|| not("NOT_A_DATE")),
            FieldKind::YesNoNa {} => {
                let answer = parse::parse_yes_no_na(cell).map(Value::YesNoNa);
                answer.ok_or_else(|| not("NOT_YES_NO_NA"))
            }
            FieldKind::Choice { options, multiple } => {
                let labels = if *multiple { parse::parse_list(cell) } else { vec![text] };
                let keys = labels.iter().map(|label| option(options, label));
                Ok(Value::Choice(keys.collect::<Result<_, _>>()?))
            }
            FieldKind::User {} => Ok(Value::User(self.known.user(&text)?)),
            FieldKind::Reference { form, multiple } => {
                let names = if *multiple { parse::parse_list(cell) } else { vec![text] };
                let ids = names.iter().map(|name| self.known.record(form, name));
                Ok(Value::Reference(ids.collect::<Result<_, _>>()?))
            }
            FieldKind::LikelihoodImpact { .. } => product(&text).ok_or_else(|| not("NOT_A_SCORE")),
        }
    }

    /// The text as HTML; the HTML that is there already when its words are the same, so that an
    /// export that comes back unchanged keeps its headings and lists.
    fn html(&self, text: &str) -> String {
        match self.existing.and_then(|record| record.values.get(&self.field.key)) {
            Some(Value::RichText(html)) if plain_text(html).trim() == text.trim() => html.clone(),
            _ => html_of_text(text),
        }
    }
}

fn option(options: &[ChoiceOption], label: &str) -> Result<String, Fault> {
    let wanted = fold(label.trim());
    let named = |option: &&ChoiceOption| {
        option.key == label || Locale::ALL.iter().any(|locale| fold(option.label.get(*locale)) == wanted)
    };
    let found = options.iter().find(named).map(|option| option.key.clone());
    found.ok_or_else(|| fault("NOT_A_CHOICE", &[("value", label)]))
}

/// `3 × 4`, with whatever sign and words behind it.
fn product(text: &str) -> Option<Value> {
    let (likelihood, rest) = text.split_once(['×', 'x', 'X', '*'])?;
    let impact: String = rest.trim().chars().take_while(char::is_ascii_digit).collect();
    let place =
        LikelihoodImpact { likelihood: likelihood.trim().parse().ok()?, impact: impact.parse().ok()? };
    Some(Value::LikelihoodImpact(place))
}

/// One step of a scale out of a cell.
pub(super) fn step(cell: &CellValue) -> Result<Option<u8>, Fault> {
    if cell.is_blank() {
        return Ok(None);
    }
    let text = parse::parse_text(cell).unwrap_or_default();
    text.parse().map(Some).map_err(|_| fault("NOT_A_NUMBER", &[("value", &text)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_before_the_title() {
        assert_eq!(code_in(" AST-0001 Dossier"), "AST-0001");
        assert_eq!(code_in("AST-0001: Dossier"), "AST-0001");
    }

    #[test]
    fn products_are_read_with_any_sign() {
        let place =
            |likelihood, impact| Some(Value::LikelihoodImpact(LikelihoodImpact { likelihood, impact }));
        assert_eq!(product("3 × 4 = 12 (Hoog)"), place(3, 4));
        assert_eq!(product("2x5"), place(2, 5));
        assert_eq!(product("hoog"), None);
    }
}
