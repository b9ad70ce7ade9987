use async_graphql::{Context, Enum, ID, Object, SimpleObject, connection::Connection};
use chrono::{DateTime, Utc};
use domain::{
    Ctx,
    form::{Form, FormDefinition},
    record::{Change, ChangeKind, Names, RecordChange, STATUS, Value, render},
};
use kernel::{Locale, Page};

use super::user::{self, UserObject};
use crate::error::Result;

/// A page of history.
pub(crate) type RecordChangeConnection = Connection<String, RecordChangeObject>;

/// How a version came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "RecordChangeKind")]
pub(crate) enum RecordChangeKindName {
    /// The record was made.
    Created,
    /// Values changed.
    Updated,
    /// Only the status changed.
    Status,
    /// A workbook was read.
    Imported,
    /// A new revision of the form works something out otherwise.
    Recalculated,
    /// The record was put away.
    Archived,
    /// It was taken out of the archive.
    Unarchived,
    /// It was put in the recycle bin.
    Deleted,
    /// It was taken out of the recycle bin.
    Restored,
    /// It was taken back from a back-up.
    TakenFromBackup,
}

/// One field before and after, as words in the viewer's language.
#[derive(Debug, Clone, SimpleObject)]
#[graphql(name = "FieldChange")]
pub(crate) struct FieldChangeObject {
    /// The field; `$status` for the status.
    pub field_key: String,
    /// What the field is called.
    pub field_label: String,
    /// Null when it was empty.
    pub before: Option<String>,
    /// Null when it is empty.
    pub after: Option<String>,
}

impl FieldChangeObject {
    /// Puts changes into words.
    pub(crate) fn all(
        definition: &FormDefinition,
        changes: &[Change],
        names: &Names,
        locale: Locale,
    ) -> Vec<Self> {
        changes.iter().map(|change| Self::new(definition, change, names, locale)).collect()
    }

    fn new(definition: &FormDefinition, change: &Change, names: &Names, locale: Locale) -> Self {
        if change.field == STATUS {
            let label = |value: &Option<Value>| status_label(definition, value.as_ref(), locale);
            return Self {
                field_key: STATUS.to_owned(),
                field_label: "Status".to_owned(),
                before: label(&change.before),
                after: label(&change.after),
            };
        }
        let field = definition.field(&change.field);
        let words = |value: &Option<Value>| Some(render(field?, value.as_ref()?, names, locale));
        Self {
            field_key: change.field.clone(),
            field_label: field
                .map_or_else(|| change.field.clone(), |field| field.label.get(locale).to_owned()),
            before: words(&change.before),
            after: words(&change.after),
        }
    }
}

fn status_label(definition: &FormDefinition, value: Option<&Value>, locale: Locale) -> Option<String> {
    let Some(Value::Text(key)) = value else { return None };
    let status = definition.statuses.iter().find(|status| status.key == *key);
    Some(status.map_or_else(|| key.clone(), |status| status.label.get(locale).to_owned()))
}

/// A line of a record's history.
pub(crate) struct RecordChangeObject {
    line: RecordChange,
    changes: Vec<FieldChangeObject>,
}

impl RecordChangeObject {
    /// Puts a page of history into words, with the names of everything it mentions.
    pub(crate) async fn read(ctx: &Ctx, form: &Form, page: Page<RecordChange>) -> Result<Page<Self>> {
        let changes = page.items.iter().flat_map(|(_, line)| &line.changes);
        let names = Names::of(ctx, changes.flat_map(Change::values).collect()).await?;
        Ok(page.map(|line| {
            let changes = FieldChangeObject::all(&form.definition, &line.changes, &names, ctx.locale());
            Self { line, changes }
        }))
    }
}

/// What one version of a record changed.
#[Object(name = "RecordChange")]
impl RecordChangeObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.line.id.to_string().into()
    }

    /// The version it made.
    async fn version(&self) -> i32 {
        self.line.version
    }

    /// How it came about.
    async fn kind(&self) -> RecordChangeKindName {
        match self.line.kind {
            ChangeKind::Created => RecordChangeKindName::Created,
            ChangeKind::Updated => RecordChangeKindName::Updated,
            ChangeKind::Status => RecordChangeKindName::Status,
            ChangeKind::Imported => RecordChangeKindName::Imported,
            ChangeKind::Recalculated => RecordChangeKindName::Recalculated,
            ChangeKind::Archived => RecordChangeKindName::Archived,
            ChangeKind::Unarchived => RecordChangeKindName::Unarchived,
            ChangeKind::Deleted => RecordChangeKindName::Deleted,
            ChangeKind::Restored => RecordChangeKindName::Restored,
            ChangeKind::TakenFromBackup => RecordChangeKindName::TakenFromBackup,
        }
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.line.at
    }

    /// By whom; null when the product itself did it.
    async fn by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.line.by).await
    }

    /// Field by field, in the order of the form.
    async fn changes(&self) -> &[FieldChangeObject] {
        &self.changes
    }
}
