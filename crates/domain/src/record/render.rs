//! Values as words, for history, exports and previews.

use std::collections::HashMap;

use kernel::{FileRevisionId, FormId, GroupId, Instant, Locale, RecordId, Result, UserId};

use super::{Mentioned, Value, WebLink, repo};
use crate::{
    Ctx, Permission,
    country::Country,
    file,
    form::{self, Field, FieldKind, FormRight},
    group,
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
    /// Names of groups.
    pub groups: HashMap<GroupId, String>,
    /// Names of files.
    pub files: HashMap<FileRevisionId, String>,
}

impl Names {
    /// The names of everything mentioned, in five queries at most.
    pub async fn of(ctx: &Ctx, mentioned: Mentioned) -> Result<Self> {
        ctx.require(Permission::Enter)?;
        let users: Vec<UserId> = mentioned.users.into_iter().collect();
        let records: Vec<RecordId> = mentioned.records.into_iter().collect();
        let groups: Vec<GroupId> = mentioned.groups.into_iter().collect();
        Ok(Self {
            users: user_names(ctx, &users).await?,
            records: headings(ctx, &records).await?,
            groups: group_names(ctx, &groups).await?,
            files: file_names(ctx, mentioned.files.into_iter().collect()).await?,
        })
    }
}

async fn user_names(ctx: &Ctx, ids: &[UserId]) -> Result<HashMap<UserId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(user::find_many(ctx, ids).await?.into_iter().map(|(id, user)| (id, user.display_name)).collect())
}

async fn group_names(ctx: &Ctx, ids: &[GroupId]) -> Result<HashMap<GroupId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(group::find_many(ctx, ids).await?.into_iter().map(|(id, group)| (id, group.name)).collect())
}

async fn file_names(ctx: &Ctx, ids: Vec<FileRevisionId>) -> Result<HashMap<FileRevisionId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = file::find_many(ctx, &ids).await?;
    Ok(found.into_iter().map(|(id, revision)| (id, revision.file_name)).collect())
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
        (Value::DateTime(at), _) => moment(*at, locale),
        (Value::Choice(keys) | Value::Checklist(keys), kind) => lines(keys, |key| {
            let option = kind.options().iter().find(|option| option.key == *key);
            Some(option.map_or_else(|| key.clone(), |option| option.label.get(locale).to_owned()))
        }),
        (Value::Words(words), _) => words.join("\n"),
        (Value::Country(codes), _) => lines(codes, |code| {
            Some(Country::find(code).map_or_else(|| code.clone(), |country| country.name(locale).to_owned()))
        }),
        (Value::Colour(hex), _) => hex.clone(),
        (Value::User(ids), _) => lines(ids, |id| names.users.get(id).cloned()),
        (Value::Group(ids), _) => lines(ids, |id| names.groups.get(id).cloned()),
        (Value::File(ids), _) => lines(ids, |id| names.files.get(id).cloned()),
        (Value::Reference(ids), _) => lines(ids, |id| {
            names.records.get(id).map(|heading| format!("{} {}", heading.code, heading.title))
        }),
        (Value::LikelihoodImpact(place), FieldKind::LikelihoodImpact { scale }) => {
            let level = scale.level_at(place.likelihood, place.impact);
            let level = level.map(|level| level.label.get(locale)).unwrap_or_default();
            format!("{} × {} = {} ({level})", place.likelihood, place.impact, place.score())
        }
        (Value::LikelihoodImpact(place), _) => format!("{} × {}", place.likelihood, place.impact),
        (Value::Deadline(deadline), _) => moment(deadline.due_at, locale),
        (Value::WebLink(links), _) => lines(links, |link| Some(written_link(link))),
    }
}

fn lines<T>(all: &[T], line: impl Fn(&T) -> Option<String>) -> String {
    all.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

/// A title with its address behind it in angle brackets; an address without a title stands alone.
fn written_link(link: &WebLink) -> String {
    if link.title == link.url { link.url.clone() } else { format!("{} <{}>", link.title, link.url) }
}

/// To the minute, as a clock in the Netherlands shows it.
fn moment(at: Instant, locale: Locale) -> String {
    let local = at.with_timezone(&chrono_tz::Europe::Amsterdam);
    match locale {
        Locale::Nl => local.format("%d-%m-%Y %H:%M").to_string(),
        Locale::En => local.format("%Y-%m-%d %H:%M").to_string(),
    }
}
