//! Revisions to look back on, and own registers that are put away.

use kernel::{Cursor, Error, Instant, Localized, Page, PageRequest, Result, UserId};

use super::{Form, FormOrigin, get_by_key, repo_revision};
use crate::{
    Ctx, Permission,
    audit::{self, AuditEntry},
};

/// A published revision of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRevision {
    /// 1, 2, 3 …
    pub number: i32,
    /// When it was published.
    pub published_at: Instant,
    /// By whom; nobody when the product itself did it.
    pub published_by: Option<UserId>,
}

/// A page of a form's revisions, newest first.
pub async fn published(ctx: &Ctx, form: &Form, page: &PageRequest) -> Result<Page<FormRevision>> {
    ctx.require(Permission::Enter)?;
    let name = format!("revisions:{}", form.id);
    let before = page.after.as_ref().map(|cursor| cursor.decode::<i32>(&name)).transpose()?;
    let mut rows = repo_revision::list(ctx, (form.id, before), u64::from(page.first) + 1).await?;
    let has_next = rows.len() > page.first as usize;
    rows.truncate(page.first as usize);
    let with_cursor = |row: FormRevision| Ok((Cursor::encode(&name, &row.number)?, row));
    Ok(Page { items: rows.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}

/// Puts an own register away: it leaves the menu and takes no records, and nothing of it is lost.
pub async fn archive(ctx: &Ctx, key: &str) -> Result<Form> {
    let form = get_by_key(ctx, key).await?;
    ctx.require(Permission::ManageForms)?;
    if form.origin != FormOrigin::Own {
        return Err(Error::invalid("BASE_FORM", &["formKey"]));
    }
    ctx.write(async |tx| {
        repo_revision::set_archived(tx, form.id, Some(ctx.now())).await?;
        let details = serde_json::json!({"key": key});
        audit::record(ctx, tx, AuditEntry::about("form.archived", form.id).with(details)).await
    })
    .await?;
    Ok(form)
}

/// An own register that was put away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedForm {
    /// By which it is taken back.
    pub key: String,
    /// What it was called.
    pub name: Localized,
    /// Name of a Tabler icon.
    pub icon: String,
    /// When it was put away.
    pub archived_at: Instant,
}

/// Own registers that were put away, the latest first; at most 500.
pub async fn archived(ctx: &Ctx) -> Result<Vec<ArchivedForm>> {
    ctx.require(Permission::ManageForms)?;
    repo_revision::archived(ctx).await
}

/// Takes an own register back.
pub async fn restore(ctx: &Ctx, key: &str) -> Result<Form> {
    ctx.require(Permission::ManageForms)?;
    let id = repo_revision::find_archived(ctx, key).await?.ok_or(Error::NotFound)?;
    ctx.write(async |tx| {
        repo_revision::set_archived(tx, id, None).await?;
        let details = serde_json::json!({"key": key});
        audit::record(ctx, tx, AuditEntry::about("form.restored", id).with(details)).await
    })
    .await?;
    get_by_key(ctx, key).await
}
