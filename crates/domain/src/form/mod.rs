//! Registers' definitions: base forms from packs and own forms.

mod access;
mod cache;
mod chart;
mod condition;
mod criteria;
mod definition;
mod diff;
mod draft;
pub(crate) mod entity;
pub mod expression;
mod kind;
mod life;
mod memo;
mod merge;
mod pack;
mod problem;
mod publish;
mod repo;
mod repo_pack;
mod repo_revision;
mod rules;
mod rules_kind;
mod scale;
mod standard;

use std::{collections::HashMap, sync::Arc};

use kernel::{Error, FormId, FormRevisionId, Result};

pub use access::{given, set_access};
pub(crate) use cache::DefinitionCache;
pub use chart::{CREATED, Chart, ChartFault, ChartKind, Interval, Measure};
pub use condition::{Condition, STATUS, Test};
pub use criteria::{RiskCriteria, current as criteria, update as update_criteria};
pub use definition::{
    Category, Field, FieldDefault, FieldGroup, FormDefinition, FormRequirement, FormRight, RoleRight, Status,
    StatusKind,
};
pub use diff::{FormChange, FormChangeKind};
pub use draft::{FieldDraft, FormDraft, GroupDraft};
use kind::ITSELF;
pub use kind::{ChoiceOption, DeadlineExtension, DeadlineRule, FieldKind};
pub use life::{ArchivedForm, FormRevision, archive, archived, published, restore};
pub(crate) use memo::FormMemo;
pub use merge::MergeConflict;
pub use pack::{FormUpgrade, InstalledPack, PackContent, install, installed, preview_upgrade, upgrade};
pub use publish::{check, create_own, publish};
pub(crate) use repo::{take_numbers, take_sequence};
pub use rules::{COLOURS, DefinitionProblem};
pub use scale::{RiskLevel, RiskScale, ScaleStep};
pub use standard::{FILES, LINKS, URLS};

use crate::{Ctx, Permission};

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
