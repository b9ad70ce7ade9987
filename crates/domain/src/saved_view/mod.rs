//! Views of a register's list that somebody saved: which records, in which order, with which columns. What
//! exactly is in one is the client's.

mod entity;
mod repo;
mod rules;

use std::collections::HashMap;

use kernel::{Actor, Error, FormId, Instant, Result, SavedViewId, UserError, UserErrors, UserId};
use serde_json::{Value, json};

use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    form::{self, Form},
    text::fold,
};

/// The most views of one form that one person has, and the most that are shared.
const MAX_VIEWS: u64 = 100;

/// A view of a register's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Which.
    pub id: SavedViewId,
    /// Of which form's records.
    pub form_id: FormId,
    /// Who saved it first.
    pub owner: UserId,
    /// What it is called.
    pub name: String,
    /// Whoever sees the form has it too.
    pub is_shared: bool,
    /// A JSON object.
    pub state: String,
    /// When it was first saved.
    pub created_at: Instant,
    /// When it was last saved.
    pub updated_at: Instant,
}

impl SavedView {
    /// True when the actor may change and delete it: their own, and a full user what is shared.
    #[must_use]
    pub fn is_editable_by(&self, ctx: &Ctx) -> bool {
        !ctx.access().is_read_only && (if self.is_shared { may_share(ctx) } else { self.is_of(ctx) })
    }

    fn is_of(&self, ctx: &Ctx) -> bool {
        ctx.actor().user_id() == Some(self.owner)
    }
}

/// True when the actor may save views that others have too.
#[must_use]
pub fn may_share(ctx: &Ctx) -> bool {
    let is_full_user = matches!(ctx.actor(), Actor::User { role, .. } if role.is_full_user());
    is_full_user && !ctx.access().is_read_only
}

/// A view to be saved.
#[derive(Debug, Clone)]
pub struct ViewSave {
    /// The view it takes the place of; a new one when absent.
    pub id: Option<SavedViewId>,
    /// Key of the form.
    pub form_key: String,
    /// 1 to 80 characters.
    pub name: String,
    /// Whoever sees the form has it too: for full users.
    pub is_shared: bool,
    /// A JSON object, at most 20,000 bytes.
    pub state: String,
}

/// The actor's own views of several forms and the shared ones, by name, in one query; a form without any is
/// absent. Take the ids from a service: who may see the form may see what is shared of it.
pub async fn list(ctx: &Ctx, forms: &[FormId]) -> Result<HashMap<FormId, Vec<SavedView>>> {
    ctx.require(Permission::Enter)?;
    let Some(actor) = ctx.actor().user_id() else { return Ok(HashMap::new()) };
    let mut views = repo::list(ctx, forms, actor).await?;
    views.sort_by_cached_key(|view| (fold(&view.name), view.id));
    let mut of: HashMap<FormId, Vec<SavedView>> = HashMap::new();
    for view in views {
        of.entry(view.form_id).or_default().push(view);
    }
    Ok(of)
}

/// Saves a view: a new one, or in place of an own or shared one. `TOO_MANY` at `name` when there are a hundred
/// already.
pub async fn save(ctx: &Ctx, save: ViewSave) -> Result<SavedView> {
    let form = form::get_by_key(ctx, &save.form_key).await?;
    let actor = ctx.actor().user_id().filter(|_| !ctx.access().is_read_only).ok_or(Error::Forbidden)?;
    let before = match save.id {
        Some(id) => Some(editable(ctx, id).await?).filter(|view| view.form_id == form.id),
        None => None,
    };
    if save.id.is_some() && before.is_none() {
        return Err(Error::NotFound);
    }
    if save.is_shared && !may_share(ctx) {
        return Err(Error::Forbidden);
    }
    let mut errors = UserErrors::default();
    let (name, state) = (errors.note(rules::name(&save.name)), errors.note(rules::state(&save.state)));
    errors.into_result()?;
    let view = SavedView {
        id: save.id.unwrap_or_else(|| SavedViewId::generate(ctx.clock(), ctx.random())),
        form_id: form.id,
        owner: before.as_ref().map_or(actor, |view| view.owner),
        name,
        is_shared: save.is_shared,
        state,
        created_at: before.as_ref().map_or(ctx.now(), |view| view.created_at),
        updated_at: ctx.now(),
    };
    ctx.write(async |tx| {
        let is_full = repo::count_own(tx, &view).await? >= MAX_VIEWS
            || (view.is_shared && repo::count_shared(tx, &view).await? >= MAX_VIEWS);
        if is_full {
            return Err(UserError::at("TOO_MANY", &["name"]).with("max", MAX_VIEWS).into());
        }
        repo::put(tx, &view).await?;
        log(ctx, tx, &form, (before.as_ref(), Some(&view))).await
    })
    .await?;
    Ok(view)
}

/// Deletes an own view, or as a full user a shared one.
pub async fn delete(ctx: &Ctx, id: SavedViewId) -> Result<()> {
    let view = editable(ctx, id).await?;
    let form = form::get(ctx, view.form_id).await?;
    ctx.write(async |tx| {
        repo::delete(tx, id).await?;
        log(ctx, tx, &form, (Some(&view), None)).await
    })
    .await
}

/// What is kept of somebody who is erased: only what they share.
pub(crate) async fn forget_private(tx: &WriteTx, owner: UserId) -> Result<()> {
    repo::delete_private(tx, owner).await
}

/// A view the actor may change. Not found when it is another's own, or of a form they do not see.
async fn editable(ctx: &Ctx, id: SavedViewId) -> Result<SavedView> {
    ctx.require(Permission::Enter)?;
    let view = repo::find(ctx.read(), id).await?.filter(|view| view.is_shared || view.is_of(ctx));
    let view = view.ok_or(Error::NotFound)?;
    form::get(ctx, view.form_id).await?;
    if view.is_editable_by(ctx) { Ok(view) } else { Err(Error::Forbidden) }
}

/// What others have, or had, is of weight; own views change all the time.
async fn log(
    ctx: &Ctx,
    tx: &WriteTx,
    form: &Form,
    (before, after): (Option<&SavedView>, Option<&SavedView>),
) -> Result<()> {
    let Some(view) = after.or(before) else { return Ok(()) };
    if ![before, after].into_iter().flatten().any(|view| view.is_shared) {
        return Ok(());
    }
    let action = match (before, after) {
        (None, _) => "saved_view.created",
        (Some(_), Some(_)) => "saved_view.updated",
        (Some(_), None) => "saved_view.deleted",
    };
    let told = |view: &SavedView| {
        [("name", json!(view.name)), ("isShared", json!(view.is_shared)), ("state", json!(view.state))]
    };
    let changes = differences(before.map(told), after.map(told));
    let details = json!({ "name": view.name, "form": form.definition.key, "changes": changes });
    audit::record(ctx, tx, AuditEntry::about(action, view.id).with(details)).await
}

/// Field by field, what it was and what it is.
fn differences<const N: usize>(
    before: Option<[(&'static str, Value); N]>,
    after: Option<[(&'static str, Value); N]>,
) -> serde_json::Map<String, Value> {
    let mut changes = serde_json::Map::new();
    for (side, fields) in [(0, before), (1, after)] {
        for (field, value) in fields.into_iter().flatten() {
            let change = changes.entry(field).or_insert_with(|| json!([null, null]));
            if let Some(place) = change.get_mut(side) {
                *place = value;
            }
        }
    }
    changes.retain(|_, change| change.get(0) != change.get(1));
    changes
}
