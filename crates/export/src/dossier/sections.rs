//! What a record holds, who points to it, and what was said and done.

use std::collections::HashMap;

use domain::{
    comment, file,
    form::{self, Field, Form},
    record::{self, Mentioned, Names, Record, RecordChange, STATUS, Value},
    text::plain_text,
    user,
};
use kernel::{FileRevisionId, Locale, PageRequest, Result, UserId};

use super::{
    Section,
    words::{kind, words},
};
use crate::{
    Cell, Work,
    register::Layout,
    wording::{grouped, long_moment},
};

/// Lines of each kind at most: what is beyond is told to be there.
const MOST: u32 = 500;

pub(super) async fn all(
    work: &Work,
    (form, record): (&Form, &Record),
    locale: Locale,
) -> Result<Vec<Section>> {
    let history = record::history(&work.ctx, record, &PageRequest::start(MOST)).await?;
    let (has_more, lines) = (history.has_next, history.into_items());
    let changed = lines.iter().flat_map(|line| &line.changes).flat_map(record::Change::values);
    let mentioned: Mentioned = record.values.values().chain(changed).collect();
    let names = Names::of(&work.ctx, mentioned).await?;
    let page = Page { work, form, record, names, locale };
    let mut sections = page.fields();
    sections.extend(page.files().await?);
    sections.extend(page.pointing().await?);
    sections.extend(page.comments().await?);
    sections.push(page.history(lines, has_more).await?);
    Ok(sections)
}

struct Page<'a> {
    work: &'a Work,
    form: &'a Form,
    record: &'a Record,
    names: Names,
    locale: Locale,
}

impl Page<'_> {
    /// The form's own fields under its headings, the empty ones too: that nothing was filled in is an answer.
    fn fields(&self) -> Vec<Section> {
        let definition = &self.form.definition;
        let layout = Layout::of_paper(self.form, self.locale);
        let shown = |field: &&Field| {
            !field.hidden && definition.is_visible(field, &self.record.values, &self.record.status)
        };
        let pair = |field: &Field| {
            let value =
                self.record.values.get(&field.key).map(|value| layout.value(field, value, &self.names));
            let cell = value.filter(|cell| *cell != Cell::Empty);
            let nothing = || Cell::Text(words(self.locale).nothing.to_owned());
            (field.label.get(self.locale).to_owned(), cell.unwrap_or_else(nothing))
        };
        let mut sections = Vec::new();
        let headings = definition.groups.iter().map(|group| (Some(&group.key), group.label.get(self.locale)));
        for (key, heading) in headings.chain([(None, words(self.locale).other)]) {
            let fields = definition.all_fields().filter(|field| field.group.as_ref() == key).filter(shown);
            let pairs: Vec<_> = fields.map(pair).collect();
            if !pairs.is_empty() {
                sections.push(Section { heading: heading.to_owned(), pairs });
            }
        }
        sections
    }

    /// Every file that the record holds, with what proves that it is the same.
    async fn files(&self) -> Result<Option<Section>> {
        let of = |value: &Value| if let Value::File(ids) = value { ids.clone() } else { Vec::new() };
        let ids: Vec<FileRevisionId> = self.record.values.values().flat_map(of).collect();
        let found = file::find_many(&self.work.ctx, &ids).await?;
        let people = self.people(found.values().map(|file| file.uploaded_by).collect()).await?;
        let line = |id: &FileRevisionId| {
            let file = found.get(id)?;
            let (at, by) = (long_moment(file.uploaded_at, self.locale), self.name(&people, file.uploaded_by));
            let size = grouped(file.byte_size.unsigned_abs(), self.locale);
            let told = format!("{size} bytes, {at}, {by}\nSHA-256 {}", file.sha256);
            Some((file.file_name.clone(), Cell::Text(told)))
        };
        Ok(section(words(self.locale).files, ids.iter().filter_map(line).collect()))
    }

    async fn pointing(&self) -> Result<Option<Section>> {
        let page = record::pointing_to(&self.work.ctx, self.record.id, &PageRequest::start(MOST)).await?;
        let has_more = page.has_next;
        let found = page.into_items();
        let ids: Vec<_> = found.iter().map(|pointing| pointing.record_id).collect();
        let records = record::find_many(&self.work.ctx, &ids).await?;
        let forms = form::list(&self.work.ctx).await?;
        let line = |record: &Record| {
            let form = forms.iter().find(|form| form.id == record.form_id)?;
            let told = format!("{} {}", form.code(record.number), record.title);
            Some((form.definition.name.get(self.locale).to_owned(), Cell::Text(told)))
        };
        let mut pairs: Vec<_> = records.iter().filter_map(line).collect();
        self.told_of_more(&mut pairs, has_more);
        Ok(section(words(self.locale).pointing, pairs))
    }

    async fn comments(&self) -> Result<Option<Section>> {
        let page = comment::list(&self.work.ctx, self.record, &PageRequest::start(MOST)).await?;
        let has_more = page.has_next;
        let said = page.into_items();
        let people = self.people(said.iter().map(|comment| comment.author).collect()).await?;
        let mut pairs: Vec<_> = said
            .iter()
            .map(|comment| {
                let at = long_moment(comment.created_at, self.locale);
                let text = match comment.deleted_at {
                    Some(_) => words(self.locale).deleted.to_owned(),
                    None => plain_text(&comment.html),
                };
                (format!("{}\n{at}", self.name(&people, comment.author)), Cell::Text(text))
            })
            .collect();
        self.told_of_more(&mut pairs, has_more);
        Ok(section(words(self.locale).comments, pairs))
    }

    async fn history(&self, lines: Vec<RecordChange>, has_more: bool) -> Result<Section> {
        let people = self.people(lines.iter().filter_map(|line| line.by).collect()).await?;
        let mut pairs: Vec<_> = lines
            .iter()
            .map(|line| {
                let by = line
                    .by
                    .map_or_else(|| words(self.locale).product.to_owned(), |id| self.name(&people, id));
                (format!("{by}\n{}", long_moment(line.at, self.locale)), Cell::Text(self.told(line)))
            })
            .collect();
        self.told_of_more(&mut pairs, has_more);
        Ok(Section { heading: words(self.locale).history.to_owned(), pairs })
    }

    /// What a version changed, field by field.
    fn told(&self, line: &RecordChange) -> String {
        let mut told = vec![kind(line.kind, self.locale).to_owned()];
        for change in &line.changes {
            let [before, after] =
                [&change.before, &change.after].map(|value| self.side(&change.field, value.as_ref()));
            let label = self.label(&change.field);
            told.push(if line.version == 1 {
                format!("{label}: {after}")
            } else {
                format!("{label}: {before} → {after}")
            });
        }
        told.join("\n")
    }

    fn label(&self, key: &str) -> String {
        let field = self.form.definition.field(key);
        match (key, field) {
            (STATUS, _) => words(self.locale).status.to_owned(),
            (_, Some(field)) => field.label.get(self.locale).to_owned(),
            (_, None) => key.to_owned(),
        }
    }

    fn side(&self, key: &str, value: Option<&Value>) -> String {
        let nothing = || words(self.locale).nothing.to_owned();
        let Some(value) = value else { return nothing() };
        let said = match (key, value, self.form.definition.field(key)) {
            (STATUS, Value::Text(status), _) => {
                self.form.status_or_unknown(status).label.get(self.locale).to_owned()
            }
            (_, value, Some(field)) => record::render(field, value, &self.names, self.locale),
            // The field left the form.
            (_, value, None) => value.for_log().to_string(),
        };
        let one_line = said.split_whitespace().collect::<Vec<_>>().join(" ");
        if one_line.is_empty() { nothing() } else { one_line }
    }

    async fn people(&self, ids: Vec<UserId>) -> Result<HashMap<UserId, String>> {
        let found = user::find_many(&self.work.ctx, &ids).await?;
        Ok(found.into_iter().map(|(id, user)| (id, user.display_name)).collect())
    }

    fn name(&self, people: &HashMap<UserId, String>, id: UserId) -> String {
        people.get(&id).cloned().unwrap_or_else(|| words(self.locale).nothing.to_owned())
    }

    fn told_of_more(&self, pairs: &mut Vec<(String, Cell)>, has_more: bool) {
        if has_more {
            pairs.push(("…".to_owned(), Cell::Text(words(self.locale).more.to_owned())));
        }
    }
}

fn section(heading: &str, pairs: Vec<(String, Cell)>) -> Option<Section> {
    (!pairs.is_empty()).then(|| Section { heading: heading.to_owned(), pairs })
}
