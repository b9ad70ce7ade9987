//! Records of any register, written as their answers.

use std::collections::{HashMap, VecDeque};

use domain::form::{FieldKind, FormDefinition, FormRight};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{DemoRecord, DemoStep, environment::Telling, story};
use crate::Problem;

/// One record, as written in `records/<form key>.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Told {
    key: String,
    /// Today's status; the form's first when absent.
    status: Option<String>,
    /// The day it was made, relative to the day of seeding.
    created_days: i32,
    /// A post or a username.
    by: Option<String>,
    values: Map<String, Value>,
}

impl Told {
    /// The record with its way through the statuses; `file` is told when something does not fit.
    pub(super) fn tell(
        self,
        (form, file): (&FormDefinition, &str),
        telling: &Telling<'_>,
    ) -> Result<DemoRecord, Problem> {
        let wrong =
            |field: &str, message: String| Problem::new(file, format!("{}.{field}", self.key), message);
        let mut values = Map::new();
        for (key, value) in &self.values {
            let field = form.field(key).ok_or_else(|| wrong(key, "the form has no such field".into()))?;
            values.extend(answer(&field.kind, value, telling).map(|value| (key.clone(), value)));
        }
        let first = form.statuses.first().map(|status| status.key.as_str()).unwrap_or_default();
        let status = self.status.as_deref().unwrap_or(first);
        let way = way(form, first, status)
            .ok_or_else(|| wrong("status", format!("`{status}` cannot be reached from `{first}`")))?;
        let maker = self.by.as_ref().map(|post| telling.holder(post));
        let may_make = |name: &String| {
            telling
                .role(name)
                .is_some_and(|role| matches!(form.right_of(role), FormRight::Own | FormRight::Edit))
        };
        let by = maker.filter(may_make).unwrap_or_else(|| telling.full_user());
        // Who only reports leaves it to others to go on with it.
        let edits = telling.role(&by).is_some_and(|role| form.right_of(role) == FormRight::Edit);
        let mover = if edits { by.clone() } else { telling.full_user() };
        let created_on_days = self.created_days.min(0);
        Ok(DemoRecord {
            form_key: form.key.clone(),
            local_key: self.key.clone(),
            status: status.to_owned(),
            values,
            created_on_days,
            steps: steps(&way, created_on_days, &mover),
            created_by: by,
        })
    }
}

/// A step for every status on the way, spread over the days since.
fn steps(way: &[String], created: i32, by: &str) -> Vec<DemoStep> {
    let count = i32::try_from(way.len()).unwrap_or(i32::MAX);
    let step = |(index, status): (i32, &String)| DemoStep {
        on_days: created - created * index / count.saturating_add(1),
        by: by.to_owned(),
        status: status.clone(),
        fields: Vec::new(),
    };
    (1..).zip(way).map(step).collect()
}

/// The shortest way from one status to another along the form's flow, without the first.
fn way(form: &FormDefinition, from: &str, to: &str) -> Option<Vec<String>> {
    let mut came_from: HashMap<&str, &str> = HashMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(key) = waiting.pop_front() {
        if key == to {
            let mut way = Vec::new();
            let mut at = to;
            while at != from {
                way.push(at.to_owned());
                at = came_from.get(at)?;
            }
            way.reverse();
            return Some(way);
        }
        let status = form.statuses.iter().find(|status| status.key == key)?;
        for next in &status.next {
            if next != from && !came_from.contains_key(next.as_str()) {
                came_from.insert(next, key);
                waiting.push_back(next);
            }
        }
    }
    None
}

/// An answer in the shape of [`DemoRecord::values`]; nothing for what the product works out itself.
fn answer(kind: &FieldKind, value: &Value, telling: &Telling<'_>) -> Option<Value> {
    let person = |name: &Value| {
        let post = name.as_str().unwrap_or_default().trim_start_matches('@');
        telling.user(post)
    };
    Some(match (kind, value) {
        (FieldKind::RichText {}, Value::Array(points)) => {
            let points: Vec<String> = points.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            story::list("ul", &points)
        }
        (FieldKind::RichText {}, Value::String(text)) => story::paragraphs(text),
        (FieldKind::User { .. }, Value::Array(names)) => names.iter().map(person).collect(),
        (FieldKind::User { .. }, name) => person(name),
        (FieldKind::Choice { .. }, Value::String(only)) => json!([only]),
        (FieldKind::LikelihoodImpact { .. }, Value::Array(steps)) => {
            json!({"likelihood": steps.first(), "impact": steps.get(1)})
        }
        (kind, _) if kind.is_derived() => return None,
        (_, value) => value.clone(),
    })
}

/// The records, each behind those it must name: a required link cannot be filled in later.
pub(super) fn in_order(records: Vec<DemoRecord>, forms: &[FormDefinition]) -> Vec<DemoRecord> {
    let mut waiting: HashMap<String, (usize, Vec<String>)> = HashMap::new();
    for (index, record) in records.iter().enumerate() {
        let form = forms.iter().find(|form| form.key == record.form_key);
        let needed = form.into_iter().flat_map(|form| &form.fields).filter(|field| {
            let is_needed = field.required || field.required_when.is_some();
            is_needed && matches!(field.kind, FieldKind::Reference { .. })
        });
        let named = needed
            .filter_map(|field| record.values.get(&field.key)?.as_array())
            .flatten()
            .filter_map(|key| key.as_str().map(str::to_owned));
        waiting.insert(record.local_key.clone(), (index, named.collect()));
    }
    let mut places = Vec::with_capacity(records.len());
    for record in &records {
        place(&record.local_key, &mut waiting, &mut places);
    }
    let mut all: Vec<Option<DemoRecord>> = records.into_iter().map(Some).collect();
    places.into_iter().filter_map(|index| all.get_mut(index)?.take()).collect()
}

/// Places what a record must name, then the record, unless it is placed already.
fn place(key: &str, waiting: &mut HashMap<String, (usize, Vec<String>)>, places: &mut Vec<usize>) {
    let Some((index, named)) = waiting.remove(key) else { return };
    for key in named {
        place(&key, waiting, places);
    }
    places.push(index);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pack;

    #[test]
    fn a_record_goes_the_shortest_way_to_its_status() {
        let pack = Pack::builtin().unwrap();
        let risks = pack.forms.iter().find(|form| form.key == "risks").unwrap();
        let found = way(risks, "identified", "controlled").unwrap();
        assert_eq!(found, ["assessed", "in_treatment", "controlled"]);
        assert_eq!(way(risks, "identified", "nowhere"), None);
        assert_eq!(
            steps(&found, -40, "anna").iter().map(|step| step.on_days).collect::<Vec<_>>(),
            [-30, -20, -10]
        );
    }
}
