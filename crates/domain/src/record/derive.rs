//! What the product works out of a record's answers: computed values and deadline clocks.

use std::collections::HashMap;

use chrono::Datelike;
use kernel::dutch_day;

use super::{Value, Values, YesNoNa};
use crate::form::{
    Field, FieldKind, FormDefinition,
    expression::{Computed, Expression, Operands, parse},
};

/// Works out every derived field anew, in the order they need each other. Numbers that are given once
/// are left alone.
pub(super) fn derive(definition: &FormDefinition, values: &mut Values) {
    for field in &definition.fields {
        if let FieldKind::Deadline(rule) = &field.kind {
            put(values, &field.key, rule.clock(values).map(Value::Deadline));
        }
    }
    let mut formulas: HashMap<&str, (&Field, Expression)> = HashMap::new();
    for field in &definition.fields {
        if let FieldKind::Computed { expression, .. } = &field.kind {
            // A published form's formulas can be read; an unreadable one gives nothing.
            match parse(expression) {
                Ok(expression) => drop(formulas.insert(&field.key, (field, expression))),
                Err(_) => put(values, &field.key, None),
            }
        }
    }
    while let Some(key) = next(&formulas) {
        let Some((field, expression)) = formulas.remove(key) else { break };
        let result = expression.evaluate(&Answers { definition, values });
        put(values, &field.key, stored(field, result));
    }
}

/// A formula that waits for no other one; any one if they wait for each other, which no published form
/// has.
fn next<'a>(formulas: &HashMap<&'a str, (&'a Field, Expression)>) -> Option<&'a str> {
    let waits = |expression: &Expression| expression.fields().iter().any(|key| formulas.contains_key(key));
    let mut free = formulas.iter().filter(|(_, (_, expression))| !waits(expression)).map(|(key, _)| *key);
    free.next().or_else(|| formulas.keys().next().copied())
}

fn put(values: &mut Values, key: &str, value: Option<Value>) {
    match value {
        Some(value) => drop(values.insert(key.to_owned(), value)),
        None => drop(values.remove(key)),
    }
}

fn stored(field: &Field, result: Computed) -> Option<Value> {
    let FieldKind::Computed { decimals, .. } = &field.kind else { return None };
    Some(match result {
        Computed::Number(number) => match crate::form::expression::round(number, f64::from(*decimals)) {
            Computed::Number(number) => Value::Number(number),
            _ => return None,
        },
        Computed::Text(text) if !text.is_empty() => Value::Text(text),
        Computed::Date(day) if (1..=9999).contains(&day.year()) => Value::Date(day),
        Computed::Bool(holds) => Value::YesNoNa(if holds { YesNoNa::Yes } else { YesNoNa::No }),
        Computed::Empty | Computed::Many(_) | Computed::Text(_) | Computed::Date(_) => return None,
    })
}

struct Answers<'a> {
    definition: &'a FormDefinition,
    values: &'a Values,
}

impl Operands for Answers<'_> {
    fn operand(&self, key: &str) -> Computed {
        let Some(value) = self.values.get(key) else {
            // Nothing ticked is none, not unknown.
            let is_checklist = self
                .definition
                .field(key)
                .is_some_and(|field| matches!(field.kind, FieldKind::Checklist { .. }));
            return if is_checklist { Computed::Number(0.0) } else { Computed::Empty };
        };
        match value {
            Value::Date(day) => Computed::Date(*day),
            Value::DateTime(at) => Computed::Date(dutch_day(*at)),
            Value::Deadline(deadline) => Computed::Date(dutch_day(deadline.due_at)),
            Value::YesNoNa(answer) => Computed::Text(answer.as_str().to_owned()),
            Value::Text(text) | Value::Colour(text) => Computed::Text(text.clone()),
            Value::Choice(list) | Value::Words(list) | Value::Country(list) => match list.as_slice() {
                [only] => Computed::Text(only.clone()),
                several => Computed::Many(several.len()),
            },
            other => other.as_number().map_or(Computed::Many(1), Computed::Number),
        }
    }

    fn place(&self, key: &str) -> Option<(u8, u8)> {
        match self.values.get(key)? {
            Value::LikelihoodImpact(place) => Some((place.likelihood, place.impact)),
            _ => None,
        }
    }

    fn count(&self, key: &str) -> usize {
        match self.values.get(key) {
            None => 0,
            Some(
                Value::Choice(list) | Value::Words(list) | Value::Country(list) | Value::Checklist(list),
            ) => list.len(),
            Some(Value::User(ids)) => ids.len(),
            Some(Value::Group(ids)) => ids.len(),
            Some(Value::File(ids)) => ids.len(),
            Some(Value::Reference(ids)) => ids.len(),
            Some(Value::WebLink(links)) => links.len(),
            Some(_) => 1,
        }
    }
}
