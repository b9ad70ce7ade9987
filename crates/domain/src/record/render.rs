//! Values as words, for history, exports and previews.

use std::collections::HashMap;

use kernel::{FormId, Locale, RecordId, Result, UserId};

use super::{Mentioned, Value, repo};
use crate::{
    Ctx, Permission,
    form::{self, Field, FieldKind, FormRight},
    text::plain_text,
    user,
};

/// What a link to a record shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Which register it is of.
    pub form_id: FormId,
    /// `RIS-0001`.
    pub code: String,
    /// The title.
    pub title: String,
}

/// Names of the users and records that values point to.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Display names.
    pub users: HashMap<UserId, String>,
    /// Codes and titles; records the actor may not see are absent.
    pub records: HashMap<RecordId, Heading>,
}

impl Names {
    /// The names of everything mentioned, in three queries at most.
    pub async fn of(ctx: &Ctx, mentioned: Mentioned) -> Result<Self> {
        ctx.require(Permission::Enter)?;
        let users: Vec<UserId> = mentioned.users.into_iter().collect();
        let records: Vec<RecordId> = mentioned.records.into_iter().collect();
        Ok(Self { users: user_names(ctx, &users).await?, records: headings(ctx, &records).await? })
    }
}

async fn user_names(ctx: &Ctx, ids: &[UserId]) -> Result<HashMap<UserId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(user::find_many(ctx, ids).await?.into_iter().map(|(id, user)| (id, user.display_name)).collect())
}

async fn headings(ctx: &Ctx, ids: &[RecordId]) -> Result<HashMap<RecordId, Heading>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let forms = form::list(ctx).await?;
    let mut found = HashMap::with_capacity(ids.len());
    for row in repo::headings(ctx, ids).await? {
        let form_id = FormId::from_uuid(row.form_id);
        let Some(form) = forms.iter().find(|form| form.id == form_id) else { continue };
        let is_own =
            row.created_by.is_some() && row.created_by == ctx.actor().user_id().map(kernel::TypedId::uuid);
        if form.right >= FormRight::View || is_own {
            let heading = Heading { form_id, code: form.code(row.number), title: row.title };
            found.insert(RecordId::from_uuid(row.id), heading);
        }
    }
    Ok(found)
}

/// A value as one text in one language. Numbers and days have the form of the language; several
/// choices stand one per line.
#[must_use]
pub fn render(field: &Field, value: &Value, names: &Names, locale: Locale) -> String {
    match (value, &field.kind) {
        (Value::Text(text), _) => text.clone(),
        (Value::RichText(html), _) => plain_text(html),
        (Value::Number(number), _) => {
            let text = number.to_string();
            if locale == Locale::Nl { text.replace('.', ",") } else { text }
        }
        (Value::Date(date), _) => match locale {
            Locale::Nl => date.format("%d-%m-%Y").to_string(),
            Locale::En => date.format("%Y-%m-%d").to_string(),
        },
        (Value::YesNoNa(answer), _) => answer.label(locale).to_owned(),
        (Value::Choice(keys), FieldKind::Choice { options, .. }) => {
            let label = |key: &String| {
                let option = options.iter().find(|option| option.key == *key);
                option.map_or_else(|| key.clone(), |option| option.label.get(locale).to_owned())
            };
            keys.iter().map(label).collect::<Vec<_>>().join("\n")
        }
        (Value::Choice(keys), _) => keys.join("\n"),
        (Value::User(id), _) => names.users.get(id).cloned().unwrap_or_default(),
        (Value::Reference(ids), _) => {
            let headings = ids.iter().filter_map(|id| names.records.get(id));
            headings
                .map(|heading| format!("{} {}", heading.code, heading.title))
                .collect::<Vec<_>>()
                .join("\n")
        }
        (Value::LikelihoodImpact(place), FieldKind::LikelihoodImpact { scale }) => {
            let level = scale.level(place.score()).map(|level| level.label.get(locale)).unwrap_or_default();
            format!("{} × {} = {} ({level})", place.likelihood, place.impact, place.score())
        }
        (Value::LikelihoodImpact(place), _) => format!("{} × {}", place.likelihood, place.impact),
    }
}
