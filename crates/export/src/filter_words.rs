//! What a register is filtered on, in words: for covers.

use domain::{
    form::{Field, FieldKind, Form},
    record::{FieldFilter, Names, RecordState, Value, YesNoNa, render},
};
use kernel::{Error, Locale, Result};

use crate::{ExportRequest, Filter, Work};

/// Every condition of the request, in its language.
pub(crate) async fn all(work: &Work, form: &Form, request: &ExportRequest) -> Result<Vec<Filter>> {
    let locale = request.locale;
    let mut filters = Vec::new();
    let state = match request.filter.state {
        RecordState::Active => None,
        RecordState::Archived => Some(say(locale, "Archief", "Archive")),
        RecordState::Deleted => Some(say(locale, "Prullenbak", "Recycle bin")),
    };
    filters.extend(
        state.map(|state| Filter {
            label: say(locale, "Onderdeel", "Part").to_owned(),
            value: state.to_owned(),
        }),
    );
    if let Some(search) = &request.filter.search {
        filters.push(Filter { label: say(locale, "Zoekterm", "Search").to_owned(), value: search.clone() });
    }
    if let Some(keys) = &request.filter.status_keys {
        let labels = keys.iter().map(|key| form.status_or_unknown(key).label.get(locale).to_owned());
        let value = labels.collect::<Vec<_>>().join(", ");
        filters.push(Filter { label: "Status".to_owned(), value });
    }
    let mut pointed_to: Vec<Value> = Vec::new();
    for filter in &request.filter.fields {
        pointed_to.extend(filter.users.iter().flatten().copied().map(Value::user));
        pointed_to.extend(filter.references.clone().map(Value::Reference));
    }
    let names = Names::of(&work.ctx, pointed_to.iter().collect()).await?;
    for filter in &request.filter.fields {
        let field = form.definition.field(&filter.key).ok_or(Error::NotFound)?;
        let words = Words { field, names: &names, locale };
        let label = field.label.get(locale);
        filters.extend(words.of(filter).into_iter().map(|value| Filter { label: label.to_owned(), value }));
    }
    Ok(filters)
}

fn say(locale: Locale, nl: &'static str, en: &'static str) -> &'static str {
    if locale == Locale::Nl { nl } else { en }
}

/// Puts the conditions on one field into words.
struct Words<'a> {
    field: &'a Field,
    names: &'a Names,
    locale: Locale,
}

impl Words<'_> {
    fn of(&self, filter: &FieldFilter) -> Vec<String> {
        let say = |nl, en| say(self.locale, nl, en);
        let (from, to) = (say("vanaf", "from"), say("t/m", "up to"));
        let number = |number: f64| self.value(&Value::Number(number));
        let bound = |word: &str, bound: Option<String>| bound.map(|bound| format!("{word} {bound}"));
        let date = |date: Option<chrono::NaiveDate>| date.map(|date| self.value(&Value::Date(date)));
        [
            filter.contains.as_ref().map(|text| format!("{} “{text}”", say("bevat", "contains"))),
            filter.any_of.as_ref().map(|keys| self.answers(keys)),
            filter.users.as_ref().map(|ids| self.list(ids.iter().copied().map(Value::user).collect())),
            filter.references.as_ref().map(|ids| self.value(&Value::Reference(ids.clone()))),
            bound(from, filter.number_from.map(number)),
            bound(to, filter.number_to.map(number)),
            bound(from, date(filter.date_from)),
            bound(to, date(filter.date_to)),
            filter.is_empty.map(|is_empty| {
                if is_empty { say("is leeg", "is empty") } else { say("is ingevuld", "is filled") }.to_owned()
            }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn answers(&self, keys: &[String]) -> String {
        let answer = |key: &String| match YesNoNa::parse(key) {
            Some(answer) if matches!(self.field.kind, FieldKind::YesNoNa {}) => Value::YesNoNa(answer),
            _ => match &self.field.kind {
                FieldKind::Country { .. } => Value::Country(vec![key.clone()]),
                FieldKind::DynamicChoice { .. } => Value::Words(vec![key.clone()]),
                FieldKind::Checklist { .. } => Value::Checklist(vec![key.clone()]),
                _ => Value::Choice(vec![key.clone()]),
            },
        };
        self.list(keys.iter().map(answer).collect())
    }

    fn list(&self, values: Vec<Value>) -> String {
        values.iter().map(|value| self.value(value)).collect::<Vec<_>>().join(", ")
    }

    fn value(&self, value: &Value) -> String {
        render(self.field, value, self.names, self.locale).replace('\n', ", ")
    }
}
