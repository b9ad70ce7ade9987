//! Whether the users and records that values name do exist, checked for many records at once.

use std::collections::HashMap;

use kernel::{RecordId, Result, UserError, UserErrors, UserId};

use super::{Mentioned, Value, Values, repo};
use crate::{
    Ctx,
    form::{self, FieldKind, Form},
    user::{self, User},
};

/// What exists of all that some values name.
pub(super) struct Lookup {
    /// The users named, archived ones too.
    pub users: HashMap<UserId, User>,
    /// The records named, with the key of their form.
    records: HashMap<RecordId, String>,
}

impl Lookup {
    /// Looks up everything mentioned, in three queries at most.
    pub(super) async fn of(ctx: &Ctx, mentioned: Mentioned) -> Result<Self> {
        let users: Vec<UserId> = mentioned.users.into_iter().collect();
        let users = if users.is_empty() { HashMap::new() } else { user::find_many(ctx, &users).await? };
        let records: Vec<RecordId> = mentioned.records.into_iter().collect();
        let records = if records.is_empty() { HashMap::new() } else { form_keys(ctx, &records).await? };
        Ok(Self { users, records })
    }

    /// What the values name anew and does not exist, or is a record of another form than the field
    /// wants. What was named before stands: somebody who may see more put it there.
    pub(super) fn check(&self, form: &Form, before: &Values, values: &Values) -> UserErrors {
        let mut errors = UserErrors::default();
        for field in &form.definition.fields {
            let known: &[RecordId] = match before.get(&field.key) {
                Some(Value::Reference(ids)) => ids,
                _ => &[],
            };
            match (values.get(&field.key), &field.kind) {
                (Some(Value::User(id)), _) if !self.users.contains_key(id) => {
                    errors.push(UserError::at("USER_NOT_FOUND", &["values", &field.key]));
                }
                (Some(Value::Reference(ids)), FieldKind::Reference { form, .. })
                    if ids.iter().any(|id| !known.contains(id) && self.records.get(id) != Some(form)) =>
                {
                    errors.push(UserError::at("RECORD_NOT_FOUND", &["values", &field.key]));
                }
                _ => {}
            }
        }
        errors
    }
}

/// Only forms the actor may see count: a reference must not tell that a hidden record exists.
async fn form_keys(ctx: &Ctx, ids: &[RecordId]) -> Result<HashMap<RecordId, String>> {
    let forms = form::list(ctx).await?;
    let found = repo::form_ids(ctx.read(), ids).await?;
    let key_of = |id| forms.iter().find(|form| form.id == id).map(|form| form.definition.key.clone());
    Ok(found.into_iter().filter_map(|(record, form)| Some((record, key_of(form)?))).collect())
}
