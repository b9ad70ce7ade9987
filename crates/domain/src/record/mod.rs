//! Records: the filled-in forms of a register.

mod bulk;
mod condition;
mod deadline;
mod derive;
mod draft;
mod duplicate;
pub(crate) mod entity;
mod history;
mod import;
mod index;
mod life;
mod list;
mod lookup;
mod mentioned;
mod narrow;
mod query;
mod reassign;
mod reindex;
mod render;
mod repo;
mod repo_form;
mod rewind;
mod rules;
mod search;
mod sequence;
mod take_back;
mod tally;
mod tidy;
mod total;
mod unique;
mod value;
mod write;

use std::collections::HashMap;

use kernel::{Actor, Error, FormId, Instant, RecordId, Result, UserError, UserId};

pub use crate::form::STATUS;
pub use bulk::{
    BulkChange, BulkOutcome, MAX_SAVED_AT_ONCE, RecordProblem, RecordSave, save_many, update_many,
};
pub use deadline::{Deadline, DeadlineState};
pub use duplicate::duplicate;
pub use history::{Change, ChangeKind, RecordChange, history};
pub use import::{ImportItem, ImportOutcome, ImportProgress, ImportTotals, import};
pub use life::{LifeStep, MAX_AT_ONCE, purge, take_step};
pub use list::{
    FormCounts, MatrixCell, PointingRecord, RecordList, count, count_pointing_to, counts, list, pointing_to,
    risk_matrix, suggestions,
};
pub use mentioned::Mentioned;
pub(crate) use narrow::FEW_RECORDS;
pub use query::{FieldFilter, RecordFilter, RecordSort, RecordState, SortKey};
pub use reassign::open_counts;
pub(crate) use reassign::{reassign, rename_user};
pub(crate) use reindex::reindex;
pub use render::{Heading, Names, render};
pub(crate) use repo_form::{has_place_beyond, has_twins, statuses_in_use};
pub(crate) use rewind::wind_back;
pub use rules::ValueChanges;
pub use take_back::{Comparison, Fate, TakenFrom, compare, take_back};
pub(crate) use tally::{Answer, Dimension, Tally, TallyRow, tally};
pub use tidy::tidy;
pub use total::{FieldTotal, totals};
pub use value::{LikelihoodImpact, Value, Values, WebLink, YesNoNa};
pub use write::{NewRecord, RecordUpdate, create, differences, update};

use crate::{
    Ctx, Permission,
    form::{self, Form, FormRight},
};

/// One filled-in form.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Which.
    pub id: RecordId,
    /// Of which register.
    pub form_id: FormId,
    /// 1, 2, 3 … within the register.
    pub number: i64,
    /// The value of the title field.
    pub title: String,
    /// Key of the status.
    pub status: String,
    /// The values by field key.
    pub values: Values,
    /// Rises by one on every change.
    pub version: i32,
    /// When it was made.
    pub created_at: Instant,
    /// By whom; nobody when the product itself made it.
    pub created_by: Option<UserId>,
    /// When it last changed.
    pub updated_at: Instant,
    /// By whom.
    pub updated_by: Option<UserId>,
    /// Put away: it can be read, and not changed.
    pub is_archived: bool,
    /// Since when it is in the recycle bin.
    pub deleted_at: Option<Instant>,
    /// Who put it there; nobody when the product itself did.
    pub deleted_by: Option<UserId>,
}

impl Record {
    /// True when it is in the recycle bin.
    #[must_use]
    pub const fn is_deleted(&self) -> bool {
        self.deleted_at.is_some()
    }

    /// True when the actor may see this record of this form. In the recycle bin only those see it who may
    /// change every record of the form.
    #[must_use]
    pub fn is_visible_to(&self, actor: Actor, form: &Form) -> bool {
        match form.right {
            FormRight::None => false,
            right if self.is_deleted() => right == FormRight::Edit,
            FormRight::Own => self.created_by.is_some() && self.created_by == actor.user_id(),
            FormRight::View | FormRight::Edit => true,
        }
    }

    /// True when the actor may change this record of this form. What is archived or deleted nobody changes.
    #[must_use]
    pub fn is_editable_by(&self, actor: Actor, form: &Form) -> bool {
        form.takes_records() && self.is_visible_to(actor, form) && self.check_in_use("id").is_ok()
    }

    /// Refuses what is archived or deleted: it is read-only. `field` is where it stands in the input.
    pub(crate) fn check_in_use(&self, field: &str) -> Result<(), UserError> {
        match (self.is_deleted(), self.is_archived) {
            (true, _) => Err(UserError::at("RECORD_DELETED", &[field])),
            (false, true) => Err(UserError::at("RECORD_ARCHIVED", &[field])),
            (false, false) => Ok(()),
        }
    }
}

impl Form {
    /// True when the actor may make records.
    #[must_use]
    pub fn takes_records(&self) -> bool {
        !self.is_read_only && matches!(self.right, FormRight::Own | FormRight::Edit)
    }

    /// True when the actor may put records away and take them out again. Whoever may only change their own
    /// may not: what was reported does not disappear by the hand of who reported it.
    #[must_use]
    pub fn lets_put_away(&self) -> bool {
        !self.is_read_only && self.right == FormRight::Edit
    }
}

/// Several records by id, in two queries; those the actor may not see are absent, and so are those in the
/// recycle bin.
pub async fn find_many(ctx: &Ctx, ids: &[RecordId]) -> Result<Vec<Record>> {
    let mut records = find_also_deleted(ctx, ids).await?;
    records.retain(|record| !record.is_deleted());
    Ok(records)
}

/// Several records by id, in two queries, whether they are in the recycle bin or not; those the actor may not
/// see are absent.
pub async fn find_also_deleted(ctx: &Ctx, ids: &[RecordId]) -> Result<Vec<Record>> {
    ctx.require(Permission::Enter)?;
    let forms = form::list(ctx).await?;
    let mut records = repo::find_many(ctx.read(), ids).await?;
    records.retain(|record| {
        forms.iter().any(|form| form.id == record.form_id && record.is_visible_to(ctx.actor(), form))
    });
    Ok(records)
}

/// One record; not found when the actor may not see it, or when it is in the recycle bin.
pub async fn get(ctx: &Ctx, id: RecordId) -> Result<Record> {
    find_many(ctx, &[id]).await?.pop().ok_or(Error::NotFound)
}

/// One record by its number in a register, whether it is in the recycle bin or not.
pub async fn find_by_number(ctx: &Ctx, form: &Form, number: i64) -> Result<Option<Record>> {
    ctx.require(Permission::Enter)?;
    let found = repo::find_by_numbers(ctx, form.id, &[number]).await?.remove(&number);
    Ok(found.filter(|record| record.is_visible_to(ctx.actor(), form)))
}

/// Several records by their numbers in a register; those the actor may not see are absent, and so are those
/// in the recycle bin.
pub async fn find_by_numbers(ctx: &Ctx, form: &Form, numbers: &[i64]) -> Result<HashMap<i64, Record>> {
    ctx.require(Permission::Enter)?;
    let mut found = repo::find_by_numbers(ctx, form.id, numbers).await?;
    found.retain(|_, record| !record.is_deleted() && record.is_visible_to(ctx.actor(), form));
    Ok(found)
}
