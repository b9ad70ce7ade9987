use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use export::people::{self, UserImportPlan, UserImportRequest};

use super::work;
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{Date, ImportError, RoleName},
};

/// The most rows a preview shows.
const MAX_ROWS: usize = 100;

/// A sheet of people to be invited.
#[derive(InputObject)]
struct UserImportInput {
    /// The workbook.
    upload_id: ID,
    /// The sheet; the first unless given.
    sheet: Option<String>,
    /// Mail the invitations at once.
    #[graphql(default)]
    send_now: bool,
}

/// A row, as it would be invited.
#[derive(SimpleObject)]
struct UserImportRow {
    /// As Excel counts.
    row: u32,
    /// First and last name.
    display_name: String,
    /// The mail address.
    email: String,
    /// The login name; made from the mail address when the cell is empty.
    username: String,
    /// The role; null when it is none.
    role: Option<RoleName>,
    /// Names of the groups.
    groups: Vec<String>,
    /// The last day to sign in.
    access_ends_on: Option<Date>,
}

/// What an import of people would do.
#[derive(SimpleObject)]
struct UserImportPreview {
    /// Rows with anything in them.
    row_count: usize,
    /// The first 100 rows, as they would be invited.
    rows: Vec<UserImportRow>,
    /// At most 100, by row and column.
    errors: Vec<ImportError>,
}

impl From<UserImportPlan> for UserImportPreview {
    fn from(plan: UserImportPlan) -> Self {
        let row = |row: people::PlannedUser| UserImportRow {
            row: row.row,
            display_name: row.display_name,
            email: row.email,
            username: row.username,
            role: row.role.map(RoleName::from),
            groups: row.groups,
            access_ends_on: row.access_ends_on.map(Date),
        };
        Self {
            row_count: plan.row_count,
            rows: plan.rows.into_iter().take(MAX_ROWS).map(row).collect(),
            errors: plan.errors.iter().map(ImportError::from).collect(),
        }
    }
}

/// What an import of people would do.
#[derive(SimpleObject)]
struct PreviewUserImportPayload {
    /// The rows with what is wrong.
    preview: Option<UserImportPreview>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// What an import of people has done.
#[derive(SimpleObject)]
struct ImportUsersPayload {
    /// How many people were invited; null when something was wrong, and then nobody was.
    invited_count: Option<u64>,
    /// The rows with what is wrong.
    preview: Option<UserImportPreview>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct UserImportMutation;

#[Object]
impl UserImportMutation {
    /// Reads a sheet of people and tells what an import would do. Changes nothing.
    async fn preview_user_import(
        &self,
        cx: &Context<'_>,
        input: UserImportInput,
    ) -> Result<PreviewUserImportPayload> {
        let plan = async || people::plan(&work(cx), &request(cx, input)?).await;
        let (plan, user_errors) = outcome(plan().await)?;
        Ok(PreviewUserImportPayload { preview: plan.map(Into::into), user_errors })
    }

    /// Invites everybody on a sheet, or, when a single row is wrong, nobody.
    async fn import_users(&self, cx: &Context<'_>, input: UserImportInput) -> Result<ImportUsersPayload> {
        let import = async || people::import(&work(cx), &request(cx, input)?).await;
        let (imported, user_errors) = outcome(import().await)?;
        let (plan, invited_count) = imported.unzip();
        let (preview, invited_count) = (plan.map(Into::into), invited_count.flatten());
        Ok(ImportUsersPayload { invited_count, preview, user_errors })
    }
}

fn request(cx: &Context<'_>, input: UserImportInput) -> kernel::Result<UserImportRequest> {
    let expired = || kernel::Error::invalid("UPLOAD_EXPIRED", &["uploadId"]);
    Ok(UserImportRequest {
        upload_id: input.upload_id.parse().map_err(|_| expired())?,
        sheet: input.sheet,
        locale: cx.scope().environment.locale,
        send_now: input.send_now,
    })
}
