//! Values as the demo's stories write them.

use std::collections::HashMap;

use anyhow::{Context, anyhow};
use chrono::{Duration, NaiveDate};
use domain::{
    form::{FieldKind, FormDefinition},
    record::{Record, Value, ValueChanges},
    user::User,
};
use kernel::{GroupId, Instant, dutch_midnight};
use serde_json::{Map, Value as Json};

/// What names in stories stand for.
pub(super) struct Resolver<'a> {
    pub definition: &'a FormDefinition,
    pub today: NaiveDate,
    pub users: &'a HashMap<String, User>,
    pub made: &'a HashMap<String, Record>,
    pub groups: &'a HashMap<String, GroupId>,
    /// What fields of files hold, by field key.
    pub files: HashMap<String, Value>,
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
            FieldKind::DateTime {} => Value::DateTime(self.moment(value)?),
            FieldKind::Choice { .. } => Value::Choice(list(value)?),
            FieldKind::DynamicChoice { .. } => Value::Words(list(value)?),
            FieldKind::Checklist { .. } => Value::Checklist(list(value)?),
            FieldKind::Country { .. } => Value::Country(list(value)?),
            FieldKind::Colour {} => Value::Colour(text()?),
            FieldKind::User { .. } => {
                let user = |name: String| {
                    let user = name.strip_prefix('@').and_then(|name| self.users.get(name));
                    Ok(user.ok_or_else(|| anyhow!("there is no user {name}"))?.id)
                };
                Value::User(list(value)?.into_iter().map(user).collect::<anyhow::Result<_>>()?)
            }
            FieldKind::Group { .. } => {
                let group = |name: String| {
                    self.groups.get(&name).copied().ok_or_else(|| anyhow!("there is no group {name}"))
                };
                Value::Group(list(value)?.into_iter().map(group).collect::<anyhow::Result<_>>()?)
            }
            FieldKind::Reference { .. } => {
                let made = |key: &String| self.made.get(key).map(|record| record.id);
                Value::Reference(list(value)?.iter().filter_map(made).collect())
            }
            FieldKind::WebLink { .. } => Value::WebLink(serde_json::from_value(value.clone())?),
            FieldKind::File { .. } => self.files.get(key).cloned().context("its files were not kept")?,
            FieldKind::Computed { .. } | FieldKind::Deadline(_) => {
                anyhow::bail!("is not written in a story")
            }
            FieldKind::AutoNumber { .. } => anyhow::bail!("is given, not written"),
            FieldKind::LikelihoodImpact { .. } => {
                Value::LikelihoodImpact(serde_json::from_value(value.clone())?)
            }
        })
    }

    /// `{days: -2, time: "09:15"}`, on the clock of the Netherlands.
    fn moment(&self, value: &Json) -> anyhow::Result<Instant> {
        let days = value.get("days").and_then(Json::as_i64).context("must be {days: n, time: hh:mm}")?;
        let time = value.get("time").and_then(Json::as_str).unwrap_or("09:00");
        let (hours, minutes) = time.split_once(':').context("a time must be hh:mm")?;
        let midnight = dutch_midnight(self.today + Duration::days(days));
        Ok(midnight + Duration::hours(hours.parse()?) + Duration::minutes(minutes.parse()?))
    }
}

/// A text alone is a list of one.
fn list(value: &Json) -> anyhow::Result<Vec<String>> {
    match value {
        Json::String(only) => Ok(vec![only.clone()]),
        several => Ok(serde_json::from_value(several.clone())?),
    }
}
