//! Lists and counts of records.

use std::collections::HashMap;

use kernel::{Cursor, FormId, Page, PageRequest, RecordId, Result};
use uuid::Uuid;

use super::{
    Record, RecordFilter, RecordSort,
    index::matrix_cell,
    query::ListQuery,
    repo::{self, Listed},
};
use crate::{
    Ctx, Permission,
    form::{self, FieldKind, Form, FormRight, RiskLevel},
};

/// A register with a filter and an order.
#[derive(Debug, Clone, Copy)]
pub struct RecordList<'a> {
    /// The register.
    pub form: &'a Form,
    /// Which records.
    pub filter: &'a RecordFilter,
    /// In which order.
    pub sort: &'a RecordSort,
}

impl<'a> RecordList<'a> {
    pub(super) fn query(self) -> ListQuery<'a> {
        ListQuery { form: self.form, filter: self.filter, sort: self.sort }
    }
}

/// A page of records.
pub async fn list(ctx: &Ctx, list: RecordList<'_>, page: &PageRequest) -> Result<Page<Record>> {
    authorise(ctx, list.form)?;
    let query = list.query();
    let limit = page.first as usize;
    let mut rows = repo::page(ctx, &query, page.after.as_ref(), u64::from(page.first) + 1).await?;
    let has_next = rows.len() > limit;
    rows.truncate(limit);
    let with_cursor = |row: Listed| -> Result<(Cursor, Record)> {
        Ok((query.cursor(&row.record, row.sort_key.as_deref())?, row.record.try_into()?))
    };
    Ok(Page { items: rows.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}

/// How many records match.
pub async fn count(ctx: &Ctx, list: RecordList<'_>) -> Result<u64> {
    authorise(ctx, list.form)?;
    repo::count(ctx, &list.query()).await
}

/// Numbers of records of one form, by status.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormCounts(HashMap<String, u64>);

impl FormCounts {
    /// Records in one status.
    #[must_use]
    pub fn of(&self, status: &str) -> u64 {
        self.0.get(status).copied().unwrap_or_default()
    }

    /// Records in all.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.values().sum()
    }
}

/// Numbers of records the actor may see, for several forms in one query.
pub async fn counts(ctx: &Ctx, ids: &[FormId]) -> Result<HashMap<FormId, FormCounts>> {
    let forms = form::list(ctx).await?;
    let wanted: Vec<&Form> = forms.iter().filter(|form| ids.contains(&form.id)).collect();
    let mut counts: HashMap<FormId, FormCounts> = HashMap::with_capacity(wanted.len());
    for (form, status, count) in repo::count_by_status(ctx, &wanted).await? {
        counts.entry(form).or_default().0.insert(status, count);
    }
    Ok(counts)
}

/// One cell of the risk matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixCell {
    /// Step of likelihood, from 1.
    pub likelihood: u8,
    /// Step of impact, from 1.
    pub impact: u8,
    /// The band it lies in.
    pub level: RiskLevel,
    /// Records in it.
    pub count: u64,
}

/// Numbers of records by cell of the matrix of one likelihood x impact field: every cell, row by
/// row of likelihood. Empty when the form has no such field.
pub async fn risk_matrix(ctx: &Ctx, form: &Form, field_key: &str) -> Result<Vec<MatrixCell>> {
    authorise(ctx, form)?;
    let Some(FieldKind::LikelihoodImpact { scale }) =
        form.definition.field(field_key).map(|field| &field.kind)
    else {
        return Ok(Vec::new());
    };
    let (filter, sort) = (RecordFilter::default(), RecordSort::default());
    let counts =
        repo::count_by_cell(ctx, &ListQuery { form, filter: &filter, sort: &sort }, field_key).await?;
    let steps = |names: &[form::ScaleStep]| 1..=u8::try_from(names.len()).unwrap_or(u8::MAX);
    let mut cells = Vec::new();
    for likelihood in steps(&scale.likelihood) {
        for impact in steps(&scale.impact) {
            let Some(level) = scale.level_at(likelihood, impact).cloned() else { continue };
            let count = counts.get(&matrix_cell(likelihood, impact)).copied().unwrap_or_default();
            cells.push(MatrixCell { likelihood, impact, level, count });
        }
    }
    Ok(cells)
}

/// Words that a dynamic choice of a form offers: what its source holds, by name; at most 50. Nothing when
/// the actor may not see the source.
pub async fn suggestions(
    ctx: &Ctx,
    form: &Form,
    (field_key, search): (&str, Option<&str>),
) -> Result<Vec<String>> {
    authorise(ctx, form)?;
    let Some(FieldKind::DynamicChoice { form: source, field, .. }) =
        form.definition.field(field_key).map(|field| &field.kind)
    else {
        return Err(kernel::Error::bad_request("fieldKey", "names no dynamic choice"));
    };
    let Some(source) = form::find_by_key(ctx, source).await?.filter(|form| form.right >= FormRight::View)
    else {
        return Ok(Vec::new());
    };
    repo::words(ctx, (&source, field), search.unwrap_or_default()).await
}

/// A record that points to another, and by which of its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointingRecord {
    /// The one that points.
    pub record_id: RecordId,
    /// By this field.
    pub field_key: String,
}

/// Records that point to `id`, newest first. Only registers whose every record the actor sees take
/// part: what others keep to themselves does not show here.
pub async fn pointing_to(ctx: &Ctx, id: RecordId, page: &PageRequest) -> Result<Page<PointingRecord>> {
    let forms = fully_visible(ctx).await?;
    let name = format!("references:{id}");
    let after = page.after.as_ref().map(|cursor| cursor.decode::<(Uuid, String)>(&name)).transpose()?;
    let mut rows = repo::pointing_to(ctx, id, &forms, after).await?;
    let has_next = rows.len() > page.first as usize;
    rows.truncate(page.first as usize);
    let with_cursor = |(record, field_key): (Uuid, String)| -> Result<(Cursor, PointingRecord)> {
        let cursor = Cursor::encode(&name, &(record, &field_key))?;
        Ok((cursor, PointingRecord { record_id: RecordId::from_uuid(record), field_key }))
    };
    Ok(Page { items: rows.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}

/// How many fields of other records point to `id`.
pub async fn count_pointing_to(ctx: &Ctx, id: RecordId) -> Result<u64> {
    let forms = fully_visible(ctx).await?;
    repo::count_pointing_to(ctx, id, &forms).await
}

async fn fully_visible(ctx: &Ctx) -> Result<Vec<Uuid>> {
    let forms = form::list(ctx).await?;
    let all = forms.iter().filter(|form| form.right >= FormRight::View);
    Ok(all.map(|form| form.id.uuid()).collect())
}

pub(super) fn authorise(ctx: &Ctx, form: &Form) -> Result<()> {
    ctx.require(Permission::Enter)?;
    if form.right == FormRight::None { Err(kernel::Error::NotFound) } else { Ok(()) }
}
