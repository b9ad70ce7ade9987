//! Whether the users, groups, records and words that values name do exist, checked for many records at
//! once.

use std::collections::{HashMap, HashSet};

use kernel::{FileRevisionId, GroupId, RecordId, Result, UserError, UserErrors, UserId};

use super::{Mentioned, Value, Values, repo};
use crate::{
    Ctx, file,
    form::{self, Field, FieldKind, Form},
    group,
    text::fold,
    user::{self, User},
};

/// What exists of all that some values name.
pub(super) struct Lookup {
    /// The users named, archived ones too.
    pub users: HashMap<UserId, User>,
    groups: HashSet<GroupId>,
    /// The records named, with the key of their form.
    records: HashMap<RecordId, String>,
    /// The files named that the actor may read.
    files: HashSet<FileRevisionId>,
    /// Words of other registers, folded, by the key of the field that names them.
    words: HashMap<String, HashSet<String>>,
}

impl Lookup {
    /// Looks up everything that values of a form mention: a few queries, and one for each field with words
    /// of another register.
    pub(super) async fn of<'a>(
        ctx: &Ctx,
        form: &Form,
        all: impl Iterator<Item = &'a Values> + Clone,
    ) -> Result<Self> {
        let mentioned: Mentioned = all.clone().flat_map(Values::values).collect();
        let users: Vec<UserId> = mentioned.users.into_iter().collect();
        let users = if users.is_empty() { HashMap::new() } else { user::find_many(ctx, &users).await? };
        let groups: Vec<GroupId> = mentioned.groups.into_iter().collect();
        let groups = if groups.is_empty() { HashMap::new() } else { group::find_many(ctx, &groups).await? };
        let records: Vec<RecordId> = mentioned.records.into_iter().collect();
        let records = if records.is_empty() { HashMap::new() } else { form_keys(ctx, &records).await? };
        let files: Vec<FileRevisionId> = mentioned.files.into_iter().collect();
        let files = file::readable(ctx, &files).await?.into_iter().map(|revision| revision.id).collect();
        let words = known_words(ctx, form, all).await?;
        Ok(Self { users, groups: groups.into_keys().collect(), records, files, words })
    }

    /// What the values name anew and does not exist, or is a record of another form than the field
    /// wants. What was named before stands: somebody who may see more put it there.
    pub(super) fn check(&self, form: &Form, before: &Values, values: &Values) -> UserErrors {
        let mut errors = UserErrors::default();
        for field in form.definition.all_fields() {
            if let Some(value) = values.get(&field.key)
                && let Some(code) = self.fault(field, before.get(&field.key), value)
            {
                errors.push(UserError::at(code, &["values", &field.key]));
            }
        }
        errors
    }

    fn fault(&self, field: &Field, before: Option<&Value>, value: &Value) -> Option<&'static str> {
        match (value, before, &field.kind) {
            (Value::User(ids), _, _) => {
                ids.iter().any(|id| !self.users.contains_key(id)).then_some("USER_NOT_FOUND")
            }
            (Value::Group(ids), before, _) => {
                let known: &[GroupId] = if let Some(Value::Group(ids)) = before { ids } else { &[] };
                let exists = |id: &GroupId| known.contains(id) || self.groups.contains(id);
                (!ids.iter().all(exists)).then_some("GROUP_NOT_FOUND")
            }
            (Value::Reference(ids), before, FieldKind::Reference { form, .. }) => {
                let known: &[RecordId] = if let Some(Value::Reference(ids)) = before { ids } else { &[] };
                let fits = |found: &String| form.as_ref().is_none_or(|wanted| wanted == found);
                let exists = |id: &RecordId| known.contains(id) || self.records.get(id).is_some_and(fits);
                (!ids.iter().all(exists)).then_some("RECORD_NOT_FOUND")
            }
            (Value::File(ids), before, _) => {
                let known: &[FileRevisionId] = if let Some(Value::File(ids)) = before { ids } else { &[] };
                let exists = |id: &FileRevisionId| known.contains(id) || self.files.contains(id);
                (!ids.iter().all(exists)).then_some("FILE_NOT_FOUND")
            }
            (Value::Words(words), before, _) => {
                let known: &[String] = if let Some(Value::Words(words)) = before { words } else { &[] };
                let found = self.words.get(&field.key);
                let exists = |word: &String| {
                    known.contains(word) || found.is_some_and(|found| found.contains(&fold(word)))
                };
                (!words.iter().all(exists)).then_some("NOT_AN_OPTION")
            }
            _ => None,
        }
    }
}

/// Only forms the actor may see count: a reference must not tell that a hidden record exists.
async fn form_keys(ctx: &Ctx, ids: &[RecordId]) -> Result<HashMap<RecordId, String>> {
    let forms = form::list(ctx).await?;
    let found = repo::form_ids(ctx.read(), ids).await?;
    let key_of = |id| forms.iter().find(|form| form.id == id).map(|form| form.definition.key.clone());
    Ok(found.into_iter().filter_map(|(record, form)| Some((record, key_of(form)?))).collect())
}

async fn known_words<'a>(
    ctx: &Ctx,
    form: &Form,
    all: impl Iterator<Item = &'a Values> + Clone,
) -> Result<HashMap<String, HashSet<String>>> {
    let mut known = HashMap::new();
    for field in &form.definition.fields {
        let FieldKind::DynamicChoice { form: source, field: source_field, .. } = &field.kind else {
            continue;
        };
        let words: HashSet<String> = all
            .clone()
            .filter_map(|values| values.get(&field.key))
            .flat_map(|value| if let Value::Words(words) = value { words.as_slice() } else { &[] })
            .map(|word| fold(word))
            .collect();
        if let (false, Some(source)) = (words.is_empty(), form::find_by_key(ctx, source).await?) {
            let found = repo::known_texts(ctx, (&source, source_field), &words).await?;
            known.insert(field.key.clone(), found);
        }
    }
    Ok(known)
}
