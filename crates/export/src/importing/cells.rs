//! Cells as values of fields.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDateTime;
use domain::{
    country::Country,
    form::{ChoiceOption, Field, FieldKind, Form},
    record::{self, LikelihoodImpact, Names, Record, Value, WebLink, tidy},
    text::{fold, html_of_text, plain_text},
    user::{User, login_key},
};
use kernel::{GroupId, Instant, Locale, RecordId, UserId};

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
    /// Groups by folded name.
    pub groups: HashMap<String, GroupId>,
    /// What the records that are there point to.
    pub names: Names,
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

    /// The record with this code: of one form, or of any.
    fn record(&self, form: Option<&str>, text: &str) -> Result<RecordId, Fault> {
        let mut forms = self.forms.iter().filter(|(key, _)| form.is_none_or(|wanted| wanted == *key));
        let found =
            forms.find_map(|(key, form)| self.records.get(&(key.clone(), form.parse_code(code_in(text))?)));
        found.copied().ok_or_else(|| fault("UNKNOWN_NUMBER", &[("value", text)]))
    }

    fn group(&self, name: &str) -> Result<GroupId, Fault> {
        let found = self.groups.get(&fold(name.trim()));
        found.copied().ok_or_else(|| fault("GROUP_NOT_FOUND", &[("value", name)]))
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
        if let Some(same) = self.unchanged(cell) {
            return Ok(Some(same.clone()));
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
            FieldKind::DateTime {} => {
                let local = parse::parse_date_time(cell);
                local.and_then(dutch_moment).map(Value::DateTime).ok_or_else(|| not("NOT_A_DATE"))
            }
            FieldKind::Choice { options, .. } => {
                Ok(Value::Choice(self.several(cell, &text, |label| option(options, label))?))
            }
            FieldKind::Checklist { items } => {
                Ok(Value::Checklist(self.several(cell, &text, |label| option(items, label))?))
            }
            FieldKind::DynamicChoice { .. } => {
                Ok(Value::Words(self.several(cell, &text, |word| Ok(word.to_owned()))?))
            }
            FieldKind::User { .. } => {
                Ok(Value::User(self.several(cell, &text, |name| self.known.user(name))?))
            }
            FieldKind::Group { .. } => {
                Ok(Value::Group(self.several(cell, &text, |name| self.known.group(name))?))
            }
            FieldKind::Reference { form, .. } => {
                let record = |name: &str| self.known.record(form.as_deref(), name);
                Ok(Value::Reference(self.several(cell, &text, record)?))
            }
            FieldKind::Country { .. } => Ok(Value::Country(self.several(cell, &text, country)?)),
            FieldKind::Colour {} => Ok(Value::Colour(text)),
            FieldKind::WebLink { .. } => {
                let links = text.lines().filter(|line| !line.trim().is_empty()).map(link);
                Ok(Value::WebLink(links.collect()))
            }
            FieldKind::LikelihoodImpact { .. } => product(&text).ok_or_else(|| not("NOT_A_SCORE")),
            FieldKind::File { .. } => Err(not("FILES_NOT_IMPORTED")),
            FieldKind::Computed { .. } | FieldKind::Deadline(_) | FieldKind::AutoNumber { .. } => {
                Err(not("READ_ONLY"))
            }
        }
    }

    /// One name, or as many as the cell lists when the field takes several.
    fn several<T>(
        &self,
        cell: &CellValue,
        text: &str,
        read: impl Fn(&str) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        if self.field.kind.is_multiple() {
            // A name may hold the very sign that separates names.
            let is_whole = !text.contains('\n')
                && !matches!(self.field.kind, FieldKind::DynamicChoice { .. } | FieldKind::Reference { .. });
            if is_whole && let Ok(one) = read(text) {
                return Ok(vec![one]);
            }
            parse::parse_list(cell).iter().map(|name| read(name)).collect()
        } else {
            Ok(vec![read(text)?])
        }
    }

    /// What the record holds, when the cell says it as an export does: names may stand for several things,
    /// and what comes back as it went must change nothing.
    fn unchanged(&self, cell: &CellValue) -> Option<&Value> {
        let value = self.existing?.values.get(&self.field.key)?;
        let points = matches!(
            value,
            Value::User(_)
                | Value::Group(_)
                | Value::File(_)
                | Value::Reference(_)
                | Value::Words(_)
                | Value::WebLink(_)
                | Value::Choice(_)
                | Value::Checklist(_)
        );
        let text = parse::parse_text(cell)?;
        let told = record::render(self.field, value, &self.known.names, self.locale);
        let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
        (points && lines(text.trim()) == lines(told.trim())).then_some(value)
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

/// A wall clock's time in the Netherlands; the earlier one in the hour that comes twice.
fn dutch_moment(local: NaiveDateTime) -> Option<Instant> {
    let zoned = local.and_local_timezone(chrono_tz::Europe::Amsterdam).earliest()?;
    Some(zoned.with_timezone(&chrono::Utc))
}

fn country(name: &str) -> Result<String, Fault> {
    let found = Country::parse(name).map(|country| country.code.to_owned());
    found.ok_or_else(|| fault("NOT_A_COUNTRY", &[("value", name)]))
}

/// `Title <address>`, or the address alone.
fn link(line: &str) -> WebLink {
    let line = line.trim();
    match line.strip_suffix('>').and_then(|line| line.rsplit_once('<')) {
        Some((title, url)) => WebLink { url: url.trim().to_owned(), title: title.trim().to_owned() },
        None => WebLink { url: line.to_owned(), title: String::new() },
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
