//! Registers' definitions: base forms from packs and own forms.

mod access;
mod cache;
mod definition;
pub(crate) mod entity;
mod memo;
mod own;
mod repo;
mod rules;

use std::{collections::HashMap, sync::Arc};

use kernel::{Actor, Error, FormId, FormRevisionId, Result};

pub use access::{given, set_access};
pub(crate) use cache::DefinitionCache;
pub use definition::{
    ChoiceOption, Field, FieldGroup, FieldKind, FormDefinition, FormRight, RiskLevel, RiskScale, RoleRight,
    Status, StatusKind,
};
pub(crate) use memo::FormMemo;
pub use own::{NewField, NewFieldKind, NewForm, create_own};
pub(crate) use repo::take_numbers;
pub use rules::{COLOURS, DefinitionProblem};

use crate::{
    Ctx, Permission,
    audit::{self, AuditEntry},
};

/// A register with its current definition.
#[derive(Debug, Clone)]
pub struct Form {
    /// Which.
    pub id: FormId,
    /// From a pack or made here.
    pub origin: FormOrigin,
    /// The current revision's id.
    pub revision_id: FormRevisionId,
    /// 1, 2, 3 …
    pub revision: i32,
    /// Place in the menu.
    pub position: i32,
    /// What it looks like.
    pub definition: Arc<FormDefinition>,
    /// What the actor it was read for may do with its records.
    pub right: FormRight,
    /// The actor may change no record, not even an own one.
    pub is_read_only: bool,
}

/// Where a form came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormOrigin {
    /// A pack: its fields cannot be removed.
    Pack,
    /// Made in this environment.
    Own,
}

impl Form {
    /// A record's number with its prefix: `RIS-0001`.
    #[must_use]
    pub fn code(&self, number: i64) -> String {
        format!("{}-{number:04}", self.definition.number_prefix)
    }

    /// The status with this key; one that left the form is shown by its key.
    #[must_use]
    pub fn status_or_unknown(&self, key: &str) -> Status {
        let known = self.definition.statuses.iter().find(|status| status.key == key);
        known.cloned().unwrap_or_else(|| Status {
            key: key.to_owned(),
            label: kernel::Localized::same(key),
            kind: StatusKind::Open,
            colour: "gray".to_owned(),
            next: self.definition.statuses.iter().map(|status| status.key.clone()).collect(),
        })
    }

    /// The number in a code of this form; any case, leading zeros or not.
    #[must_use]
    pub fn parse_code(&self, code: &str) -> Option<i64> {
        let (prefix, digits) = code.trim().rsplit_once('-')?;
        let is_ours = prefix.eq_ignore_ascii_case(&self.definition.number_prefix);
        let is_number =
            !digits.is_empty() && digits.len() <= 12 && digits.bytes().all(|b| b.is_ascii_digit());
        if is_ours && is_number { digits.parse().ok() } else { None }
    }
}

/// What a pack brings.
#[derive(Debug, Clone, Copy)]
pub struct PackForm<'a> {
    /// The pack's key.
    pub pack_key: &'a str,
    /// The pack's version.
    pub pack_version: &'a str,
    /// Place in the menu.
    pub position: i32,
    /// The form.
    pub definition: &'a FormDefinition,
}

/// All forms the actor may see, in menu order; read once per request.
pub async fn list(ctx: &Ctx) -> Result<Arc<Vec<Form>>> {
    ctx.require(Permission::Enter)?;
    let read = async || {
        let mut forms = repo::list(ctx).await?;
        forms.retain(|form| form.right > FormRight::None);
        Ok(forms)
    };
    ctx.forms().get(read).await
}

/// The form with this key, if the actor may see it.
pub async fn find_by_key(ctx: &Ctx, key: &str) -> Result<Option<Form>> {
    Ok(list(ctx).await?.iter().find(|form| form.definition.key == key).cloned())
}

/// The form with this key; not found when the actor may not see it.
pub async fn get_by_key(ctx: &Ctx, key: &str) -> Result<Form> {
    find_by_key(ctx, key).await?.ok_or(Error::NotFound)
}

/// Several forms by id, in one query; those the actor may not see are absent.
pub async fn find_many(ctx: &Ctx, ids: &[FormId]) -> Result<HashMap<FormId, Form>> {
    let forms = list(ctx).await?;
    Ok(forms.iter().filter(|form| ids.contains(&form.id)).map(|form| (form.id, form.clone())).collect())
}

/// One form by id; not found when the actor may not see it.
pub async fn get(ctx: &Ctx, id: FormId) -> Result<Form> {
    list(ctx).await?.iter().find(|form| form.id == id).cloned().ok_or(Error::NotFound)
}

/// Brings a pack's form into the environment; does nothing when it is there already. System only.
pub async fn install(ctx: &Ctx, pack: PackForm<'_>) -> Result<()> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    if find_by_key(ctx, &pack.definition.key).await?.is_some() {
        return Ok(());
    }
    if let Some(problem) = pack.definition.check().into_iter().next() {
        return Err(Error::internal(format!("form {}: {problem}", pack.definition.key)));
    }
    let source = repo::Source {
        origin: FormOrigin::Pack,
        pack: Some((pack.pack_key, pack.pack_version)),
        position: pack.position,
    };
    ctx.write(async |tx| {
        // Another server may have brought it since; an archived form keeps its key, too.
        if repo::taken(tx).await?.iter().any(|form| form.key == pack.definition.key) {
            return Ok(());
        }
        let id = repo::insert(ctx, tx, pack.definition, source).await?;
        let details = serde_json::json!({"key": pack.definition.key, "pack": pack.pack_key});
        audit::record(ctx, tx, AuditEntry::about("form.installed", id).with(details)).await
    })
    .await
}
