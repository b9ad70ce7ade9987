//! What becomes of forms: revisions, packs and the criteria they share.

use async_graphql::{Context, Enum, Object, SimpleObject};
use chrono::{DateTime, Utc};
use domain::{
    Permission,
    form::{FormChange, FormRevision, FormUpgrade, MergeConflict, RiskCriteria},
};

use super::{
    LocaleName, RiskScaleObject,
    field::say,
    scale::RiskLevelObject,
    user::{self, UserObject},
};
use crate::{error::Result, scope::Shared};

/// What becomes of a part of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FormChangeKind", remote = "domain::form::FormChangeKind")]
pub(crate) enum FormChangeKindName {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is otherwise.
    Changed,
    /// It stands elsewhere.
    Moved,
}

/// One difference between two revisions of a form.
pub(crate) struct FormChangeObject(pub FormChange);

/// One difference between two revisions of a form.
#[Object(name = "FormChange")]
impl FormChangeObject {
    /// What became of it.
    async fn kind(&self) -> FormChangeKindName {
        self.0.kind.into()
    }

    /// From the outside in, lists by key: `fields.owner.label`.
    async fn path(&self) -> &str {
        &self.0.path
    }

    /// What the field, status, heading or chart is called.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.label, locale)
    }

    /// What it was, when that can be said in a line.
    async fn before(&self) -> Option<&str> {
        self.0.before.as_deref()
    }

    /// What it becomes.
    async fn after(&self) -> Option<&str> {
        self.0.after.as_deref()
    }
}

/// A change on both sides: the environment's is kept.
#[derive(SimpleObject)]
#[graphql(name = "MergeConflict")]
pub(crate) struct MergeConflictObject {
    /// From the outside in, lists by key.
    path: String,
    /// What is kept.
    kept: String,
    /// What the pack would have.
    offered: String,
}

impl From<&MergeConflict> for MergeConflictObject {
    fn from(conflict: &MergeConflict) -> Self {
        let MergeConflict { path, kept, offered } = conflict.clone();
        Self { path, kept, offered }
    }
}

/// What a newer version of a pack would do, or did, to one form.
pub(crate) struct FormUpgradeObject(pub FormUpgrade);

/// What a newer version of a pack would do, or did, to one form.
#[Object(name = "FormUpgrade")]
impl FormUpgradeObject {
    /// The form.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// What it is called.
    async fn name(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.name, locale)
    }

    /// The environment does not have it yet.
    async fn is_new(&self) -> bool {
        self.0.is_new
    }

    /// What changes.
    async fn changes(&self) -> Vec<FormChangeObject> {
        self.0.changes.iter().cloned().map(FormChangeObject).collect()
    }

    /// What both sides changed: the environment's is kept.
    async fn conflicts(&self) -> Vec<MergeConflictObject> {
        self.0.conflicts.iter().map(Into::into).collect()
    }

    /// Why it cannot be brought in; the form is left as it is.
    async fn obstacle(&self) -> Option<&str> {
        self.0.obstacle.as_deref()
    }
}

/// The environment's scales, levels and matrix.
pub(crate) struct RiskCriteriaObject(pub RiskCriteria);

/// The environment's scales, levels and matrix.
#[Object(name = "RiskCriteria")]
impl RiskCriteriaObject {
    /// Rises by one on every change; give it back when updating.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Steps, levels and cells.
    async fn scale(&self) -> RiskScaleObject {
        RiskScaleObject(self.0.scale.clone())
    }

    /// The highest level that is acceptable without doing more.
    async fn acceptable_level(&self) -> Option<RiskLevelObject> {
        self.0.scale.acceptable().cloned().map(RiskLevelObject)
    }

    /// The viewer may change them.
    async fn viewer_can_edit(&self, cx: &Context<'_>) -> bool {
        cx.scope().ctx.may(Permission::ManageForms)
    }
}

/// A pack of this environment.
#[derive(SimpleObject)]
pub(crate) struct Pack {
    /// Unique among packs.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What it brings.
    pub description: String,
    /// The version in use.
    pub installed_version: String,
    /// The version this server has.
    pub available_version: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// SPDX identifier of its licence.
    pub licence: String,
}

/// A published revision of a form.
pub(crate) struct FormRevisionObject(pub FormRevision);

/// A published revision of a form.
#[Object(name = "FormRevision")]
impl FormRevisionObject {
    /// 1, 2, 3 …
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// When it was published.
    async fn published_at(&self) -> DateTime<Utc> {
        self.0.published_at
    }

    /// By whom; null when the product itself did it.
    async fn published_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.0.published_by).await
    }
}
