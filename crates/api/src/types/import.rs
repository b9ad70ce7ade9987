use std::collections::BTreeMap;

use async_graphql::{Enum, InputObject, Json, Object, SimpleObject};
use domain::{form::Form, record::Names};
use export::importing::{ImportPlan, PlannedAction};
use kernel::Locale;

use super::FieldChangeObject;

/// A column of the sheet and the field it goes to.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject, InputObject)]
#[graphql(name = "ColumnMapping", input_name = "ColumnMappingInput")]
pub(crate) struct ColumnMapping {
    /// 0 is column A.
    pub column: u32,
    /// A field's key; or `$number`, the record's code, which updates that record; or `$status`.
    pub field_key: String,
}

impl From<export::importing::ColumnMapping> for ColumnMapping {
    fn from(mapping: export::importing::ColumnMapping) -> Self {
        Self { column: mapping.column, field_key: mapping.field_key }
    }
}

/// What an import would do.
pub(crate) struct ImportPlanObject {
    pub plan: ImportPlan,
    pub form: Form,
    pub names: Names,
    pub locale: Locale,
}

/// What an import would do.
#[Object(name = "ImportPlan")]
impl ImportPlanObject {
    /// Rows with anything in them.
    async fn row_count(&self) -> u64 {
        self.plan.row_count
    }

    /// Records it would make.
    async fn create_count(&self) -> u64 {
        self.plan.create_count
    }

    /// Records it would change.
    async fn update_count(&self) -> u64 {
        self.plan.update_count
    }

    /// Records that are already so.
    async fn unchanged_count(&self) -> u64 {
        self.plan.unchanged_count
    }

    /// Records that were changed since the export and differ from their row: they are left alone.
    async fn conflict_count(&self) -> u64 {
        self.plan.conflict_count
    }

    /// Errors in all.
    async fn error_count(&self) -> u64 {
        self.plan.error_count
    }

    /// The first 100 errors.
    async fn errors(&self) -> Vec<ImportError> {
        self.plan.errors.iter().map(ImportError::from).collect()
    }

    /// The first 20 rows, as they would be.
    async fn rows(&self) -> Vec<ImportRow> {
        let row = |row: &export::importing::PlannedRow| ImportRow {
            row: row.row,
            action: match row.action {
                PlannedAction::Create => ImportAction::Create,
                PlannedAction::Update => ImportAction::Update,
                PlannedAction::Unchanged => ImportAction::Unchanged,
                PlannedAction::Conflict => ImportAction::Conflict,
                PlannedAction::Error => ImportAction::Error,
            },
            code: row.code.clone(),
            title: row.title.clone(),
            changes: FieldChangeObject::all(&self.form.definition, &row.changes, &self.names, self.locale),
        };
        self.plan.rows.iter().map(row).collect()
    }
}

/// What is wrong with a cell or a row.
#[derive(SimpleObject)]
pub(crate) struct ImportError {
    /// As Excel counts.
    row: u32,
    /// As Excel names it; null when the whole row is meant.
    column: Option<String>,
    /// The column's heading.
    header: Option<String>,
    /// What is wrong, in SCREAMING_SNAKE_CASE.
    code: String,
    /// Figures for the sentence.
    params: Json<BTreeMap<String, String>>,
}

impl From<&export::importing::ImportError> for ImportError {
    fn from(error: &export::importing::ImportError) -> Self {
        let params = error.params.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        Self {
            row: error.row,
            column: error.column.map(export::importing::column_letters),
            header: error.header.clone(),
            code: error.code.to_owned(),
            params: Json(params.collect()),
        }
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum ImportAction {
    /// A new record.
    Create,
    /// A changed record.
    Update,
    /// The record is already so.
    Unchanged,
    /// The record was changed since it was exported, and differs from the row: it is left alone.
    Conflict,
    /// Something is wrong with it.
    Error,
}

/// A row of the sheet, as it would be.
#[derive(SimpleObject)]
pub(crate) struct ImportRow {
    /// As Excel counts.
    row: u32,
    /// What becomes of it.
    action: ImportAction,
    /// The record's code, when it exists.
    code: Option<String>,
    /// The title it would have.
    title: String,
    /// What would change, field by field.
    changes: Vec<FieldChangeObject>,
}
