use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use domain::upload::Upload;
use export::importing::{self, GuessedKind, SheetPreview};

use super::FieldKindName;
use crate::{error::Result, mutation::work};

/// A workbook waiting to be imported.
pub(crate) struct UploadObject(pub Upload);

/// A workbook waiting to be imported.
#[Object(name = "Upload")]
impl UploadObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// The name it had on the user's machine.
    async fn file_name(&self) -> &str {
        &self.0.file_name
    }

    /// Its size.
    async fn byte_size(&self) -> i64 {
        self.0.byte_size
    }

    /// From then on it is gone.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }

    /// Its sheets, in the workbook's order.
    #[graphql(complexity = "500 + child_complexity")]
    async fn sheets(&self, cx: &Context<'_>) -> Result<Vec<SheetObject>> {
        let sheets = importing::sheets(&work(cx), self.0.id).await?;
        let object = |sheet: export::SheetInfo| SheetObject {
            name: sheet.name,
            is_visible: sheet.visible,
            row_count: sheet.rows,
            column_count: sheet.columns,
        };
        Ok(sheets.into_iter().map(object).collect())
    }

    /// One sheet as a table; null when there is no such sheet or nothing on it.
    #[graphql(complexity = "2_000 + child_complexity")]
    async fn sheet(&self, cx: &Context<'_>, name: String) -> Result<Option<SheetPreviewObject>> {
        Ok(importing::preview_sheet(&work(cx), self.0.id, &name).await?.map(SheetPreviewObject))
    }
}

/// A sheet of a workbook.
#[derive(SimpleObject)]
#[graphql(name = "Sheet")]
pub(crate) struct SheetObject {
    /// Its name.
    name: String,
    /// Not hidden.
    is_visible: bool,
    /// Rows in use.
    row_count: u32,
    /// Columns in use.
    column_count: u32,
}

/// A sheet as a table.
pub(crate) struct SheetPreviewObject(SheetPreview);

/// A sheet as a table: its header row and the first rows as text.
#[Object(name = "SheetPreview")]
impl SheetPreviewObject {
    /// The sheet's name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The row that holds the headings, as Excel counts.
    async fn header_row(&self) -> u32 {
        self.0.header_row
    }

    /// The columns.
    async fn columns(&self) -> Vec<SheetColumnObject> {
        let column = |column: &importing::SheetColumn| SheetColumnObject {
            index: column.index,
            header: column.header.clone(),
            guessed_kind: match column.guessed_kind {
                GuessedKind::Text | GuessedKind::LongText => FieldKindName::Text,
                GuessedKind::Number => FieldKindName::Number,
                GuessedKind::Date => FieldKindName::Date,
                GuessedKind::YesNoNa => FieldKindName::YesNoNa,
                GuessedKind::Choice => FieldKindName::Choice,
            },
            is_multiline: column.guessed_kind == GuessedKind::LongText,
            options: column.options.clone(),
            filled_count: column.filled_count,
            samples: column.samples.clone(),
        };
        self.0.columns.iter().map(column).collect()
    }

    /// The first rows as text; at most 10.
    async fn sample_rows(&self) -> &[Vec<String>] {
        &self.0.sample_rows
    }

    /// Rows below the headings.
    async fn row_count(&self) -> u32 {
        self.0.row_count
    }
}

/// A column of a sheet.
#[derive(SimpleObject)]
#[graphql(name = "SheetColumn")]
pub(crate) struct SheetColumnObject {
    /// 0 is column A.
    index: u32,
    /// The heading.
    header: String,
    /// A field kind guessed from the values, for making a register.
    guessed_kind: FieldKindName,
    /// Values of more than one line or of great length were seen.
    is_multiline: bool,
    /// With a guessed CHOICE: what was seen.
    options: Vec<String>,
    /// Cells that are filled.
    filled_count: u32,
    /// A few values.
    samples: Vec<String>,
}
