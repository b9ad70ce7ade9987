use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use domain::{
    Ctx,
    record::{Comparison, Fate, Names},
};
use tenancy::{BackupRun, Restore};

use super::{BackupRunObject, FieldChangeObject, UserObject, user};
use crate::error::Result;

/// What a back-up is asked back for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "RestorePurpose", remote = "tenancy::RestorePurpose")]
pub(crate) enum RestorePurposeName {
    /// The whole environment is put back to it.
    PutBack,
    /// It is only looked into.
    Look,
}

/// How far asking a back-up back is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "RestoreState", remote = "tenancy::RestoreState")]
pub(crate) enum RestoreStateName {
    /// It was asked for.
    Asked,
    /// The holder of the key is to hand the back-up over.
    Waiting,
    /// The environment is being put back; nothing can be changed meanwhile.
    Restoring,
    /// It can be looked into, until `openUntil`.
    Open,
    /// The environment was put back, or the look is over.
    Done,
    /// Nothing came of it, and the environment is as it was.
    Failed,
    /// Whoever asked for it thought better of it.
    Cancelled,
}

/// A back-up that is asked back.
pub(crate) struct RestoreObject {
    pub restore: Restore,
    pub backup: Option<BackupRun>,
}

/// A back-up that is asked back: to put the environment back to it, or to look into it.
#[Object(name = "Restore")]
impl RestoreObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.restore.id.to_string().into()
    }

    /// What for.
    async fn purpose(&self) -> RestorePurposeName {
        self.restore.purpose.into()
    }

    /// Until when it can be looked into; null when it cannot.
    async fn open_until(&self) -> Option<DateTime<Utc>> {
        backup::desk::open_until(&self.restore)
    }

    /// The back-up, while that is among those that are shown.
    async fn backup(&self) -> Option<BackupRunObject> {
        self.backup.clone().map(BackupRunObject)
    }

    /// Who asked for it; null: the operator.
    async fn asked_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.restore.asked_by).await
    }

    /// When.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.restore.asked_at
    }

    /// Why, in their words.
    async fn reason(&self) -> &str {
        &self.restore.reason
    }

    /// How far it is.
    async fn state(&self) -> RestoreStateName {
        self.restore.state.into()
    }

    /// When it was over.
    async fn finished_at(&self) -> Option<DateTime<Utc>> {
        self.restore.finished_at
    }

    /// Why it failed: a code for the client's sentences.
    async fn failure(&self) -> Option<&str> {
        self.restore.failure.as_ref().map(|(code, _)| code.as_str())
    }
}

/// What has become of a record since a back-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "BackupComparisonState", remote = "Fate")]
enum BackupComparisonState {
    /// It is the same.
    Same,
    /// It differs.
    Changed,
    /// It is in the recycle bin.
    InRecycleBin,
    /// It was removed for good.
    Gone,
}

/// A record as a back-up holds it, beside what it is now.
#[derive(SimpleObject)]
#[graphql(name = "BackupComparison")]
pub(crate) struct BackupComparisonObject {
    /// The record's global id.
    record_id: ID,
    /// Its code in the back-up.
    code: String,
    /// Its title in the back-up.
    title: String,
    /// What has become of it.
    state: BackupComparisonState,
    /// What taking it back would change, field by field: `before` is now.
    changes: Vec<FieldChangeObject>,
    /// What fields are called whose value in the back-up the form does not take any more.
    left_out: Vec<String>,
}

impl BackupComparisonObject {
    /// Puts comparisons into words.
    pub(crate) async fn all(ctx: &Ctx, compared: Vec<Comparison>) -> Result<Vec<Self>> {
        let changes = compared.iter().flat_map(|one| &one.changes);
        let names = Names::of(ctx, changes.flat_map(domain::record::Change::values).collect()).await?;
        let in_words = |one: Comparison| Self {
            record_id: one.held.id.to_string().into(),
            code: one.form.code(one.held.number),
            title: one.held.title.clone(),
            state: one.fate.into(),
            changes: FieldChangeObject::all(&one.form.definition, &one.changes, &names, ctx.locale()),
            left_out: labels(&one, ctx),
        };
        Ok(compared.into_iter().map(in_words).collect())
    }
}

fn labels(of: &Comparison, ctx: &Ctx) -> Vec<String> {
    let label = |key: &String| {
        let field = of.form.definition.field(key).or_else(|| of.definition_then.field(key));
        field.map_or_else(|| key.clone(), |field| field.label.get(ctx.locale()).to_owned())
    };
    of.left_out.iter().map(label).collect()
}
