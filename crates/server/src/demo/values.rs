//! Values as the demo's stories write them.

use std::collections::HashMap;

use anyhow::{Context, anyhow};
use chrono::{Duration, NaiveDate};
use domain::{
    form::{FieldKind, FormDefinition},
    record::{Record, Value, ValueChanges},
    user::User,
};
use serde_json::{Map, Value as Json};

/// What names in stories stand for.
pub(super) struct Resolver<'a> {
    pub definition: &'a FormDefinition,
    pub today: NaiveDate,
    pub users: &'a HashMap<String, User>,
    pub made: &'a HashMap<String, Record>,
}

impl Resolver<'_> {
    pub(super) fn all(&self, values: &Map<String, Json>) -> anyhow::Result<ValueChanges> {
        let resolve = |(key, value): (&String, &Json)| {
            let resolved = self.one(key, value).with_context(|| format!("field {key}"))?;
            Ok((key.clone(), Some(resolved)))
        };
        values.iter().map(resolve).collect()
    }

    fn one(&self, key: &str, value: &Json) -> anyhow::Result<Value> {
        let field = self.definition.field(key).context("the form has no such field")?;
        let text = || value.as_str().map(str::to_owned).context("must be a text");
        Ok(match &field.kind {
            FieldKind::Text { .. } => Value::Text(text()?),
            FieldKind::RichText {} => Value::RichText(text()?),
            FieldKind::Number { .. } => Value::Number(value.as_f64().context("must be a number")?),
            FieldKind::Date {} => {
                let days = value.get("days").and_then(Json::as_i64).context("must be {days: n}")?;
                Value::Date(self.today + Duration::days(days))
            }
            FieldKind::YesNoNa {} => Value::YesNoNa(serde_json::from_value(value.clone())?),
            FieldKind::Choice { .. } => Value::Choice(serde_json::from_value(value.clone())?),
            FieldKind::User {} => {
                let name = text()?;
                let user = name.strip_prefix('@').and_then(|name| self.users.get(name));
                Value::User(user.ok_or_else(|| anyhow!("there is no user {name}"))?.id)
            }
            FieldKind::Reference { .. } => {
                let keys: Vec<String> = serde_json::from_value(value.clone())?;
                let ids = keys.iter().map(|key| {
                    let made = self.made.get(key).map(|record| record.id);
                    made.ok_or_else(|| anyhow!("there is no record {key} yet"))
                });
                Value::Reference(ids.collect::<anyhow::Result<_>>()?)
            }
            FieldKind::LikelihoodImpact { .. } => {
                Value::LikelihoodImpact(serde_json::from_value(value.clone())?)
            }
        })
    }
}
