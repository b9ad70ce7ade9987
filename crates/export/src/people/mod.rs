//! A workbook of people into invitations: preview, then all or nothing.

mod columns;
mod plan;
mod template;

use domain::{
    Ctx, Permission,
    user::{self, Invitation},
};
use kernel::{Error, Locale, Result, Role, UploadId, UserError};

pub use plan::{PlannedUser, UserImportPlan};
pub use template::template;

use crate::{
    Book, Limits, Work,
    importing::{ImportError, Table, bytes},
    work::blocking,
};

/// The most people one import invites.
pub const MAX_USERS: usize = 1_000;
/// The most errors that are told.
const MAX_ERRORS: usize = 100;

/// A sheet of people to be invited.
#[derive(Debug, Clone)]
pub struct UserImportRequest {
    /// The workbook.
    pub upload_id: UploadId,
    /// The sheet; the first one that is not hidden when absent.
    pub sheet: Option<String>,
    /// The language they are to use.
    pub locale: Locale,
    /// Mail the invitations at once.
    pub send_now: bool,
}

/// How a role is called in a workbook.
#[must_use]
pub const fn role_name(role: Role, locale: Locale) -> &'static str {
    match (role, locale) {
        (Role::Administrator, Locale::Nl) => "Beheerder",
        (Role::Administrator, Locale::En) => "Administrator",
        (Role::Manager, _) => "Manager",
        (Role::Employee, Locale::Nl) => "Medewerker",
        (Role::Employee, Locale::En) => "Employee",
        (Role::Viewer, Locale::Nl) => "Lezer",
        (Role::Viewer, Locale::En) => "Viewer",
        (Role::Auditor, _) => "Auditor",
    }
}

/// What an import would do. Changes nothing.
pub async fn plan(work: &Work, request: &UserImportRequest) -> Result<UserImportPlan> {
    work.ctx.require(Permission::ManagePeople)?;
    Ok(prepare(work, request).await?.0)
}

/// Invites everybody on the sheet, or nobody: with a single error it gives the plan back and has done
/// nothing. Tells how many were invited.
pub async fn import(work: &Work, request: &UserImportRequest) -> Result<(UserImportPlan, Option<u64>)> {
    work.ctx.require(Permission::ManagePeople)?;
    let (plan, invitations) = prepare(work, request).await?;
    if !plan.errors.is_empty() {
        return Ok((plan, None));
    }
    let invited = user::invite_all(&work.ctx, request.upload_id, invitations).await?;
    Ok((plan, Some(invited)))
}

async fn prepare(work: &Work, request: &UserImportRequest) -> Result<(UserImportPlan, Vec<Invitation>)> {
    let (bytes, sheet) = (bytes(work, request.upload_id).await?, request.sheet.clone());
    let table = blocking(move || read(bytes, sheet)).await??;
    if table.rows.len() > MAX_USERS {
        return Err(UserError::at("TOO_MANY_ROWS", &["sheet"]).with("max", MAX_USERS).into());
    }
    let columns = columns::find(&table, work.ctx.locale())?;
    plan::make(&work.ctx, (&table, &columns), request).await
}

fn read(bytes: Vec<u8>, sheet: Option<String>) -> Result<Table> {
    let sheet = match sheet {
        Some(sheet) => sheet,
        None => first_sheet(&bytes)?,
    };
    Table::read(bytes, &sheet, None)
}

fn first_sheet(bytes: &[u8]) -> Result<String> {
    let workbook = Book::from_bytes(bytes.to_vec(), Limits::default())?;
    let visible = workbook.sheets().iter().find(|sheet| sheet.visible);
    visible.map(|sheet| sheet.name.clone()).ok_or_else(|| Error::invalid("NO_ROWS", &["sheet"]))
}
