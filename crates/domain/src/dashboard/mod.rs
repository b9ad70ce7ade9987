//! Dashboards: charts of several registers on one page, for oneself or for everybody.

mod entity;
mod repo;
mod rules;

use kernel::{Actor, DashboardCardId, DashboardId, Error, FormId, Instant, Result, UserError, UserId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    form::{self, Chart, ChartFault, Form},
    text::fold,
};
use rules::{MAX_BYTES, MAX_CARDS};

/// The most dashboards one person has, and the most that are shared.
const MAX_DASHBOARDS: u64 = 100;

/// A page of charts, as the actor sees it.
#[derive(Debug, Clone)]
pub struct Dashboard {
    /// Which.
    pub id: DashboardId,
    /// Who saved it first.
    pub owner: UserId,
    /// What it is called.
    pub name: String,
    /// Everybody has it too.
    pub is_shared: bool,
    /// Opens for the actor instead of the built-in start page.
    pub is_home: bool,
    /// Counts changes.
    pub version: i32,
    /// What is on it, in order.
    pub cards: Vec<Card>,
    /// How many more are on it, of registers the actor may not see or that were put away.
    pub hidden_cards: usize,
}

/// A chart on a dashboard.
#[derive(Debug, Clone)]
pub struct Card {
    /// Which.
    pub id: DashboardCardId,
    /// Of which register.
    pub form: Form,
    /// What is drawn.
    pub chart: Chart,
    /// Columns it takes, 1 to 4.
    pub width: u8,
    /// Why the register cannot fill the chart any more.
    pub fault: Option<ChartFault>,
}

impl Dashboard {
    /// True when the actor may change and delete it: their own, and a full user what is shared.
    #[must_use]
    pub fn is_editable_by(&self, ctx: &Ctx) -> bool {
        is_editable(ctx, (self.owner, self.is_shared))
    }
}

/// A dashboard to be saved.
#[derive(Debug, Clone)]
pub struct DashboardSave {
    /// The one it takes the place of; a new one when absent.
    pub id: Option<DashboardId>,
    /// The version the change was made upon; needed with `id`.
    pub version: Option<i32>,
    /// 1 to 80 characters.
    pub name: String,
    /// Everybody has it too: for full users.
    pub is_shared: bool,
    /// Opens for the actor instead of the built-in start page.
    pub is_home: bool,
    /// At most 24.
    pub cards: Vec<CardSave>,
}

/// A card to be saved.
#[derive(Debug, Clone)]
pub struct CardSave {
    /// Key of the register.
    pub form_key: String,
    /// What is drawn, or why that was no chart.
    pub chart: Result<Chart, ChartFault>,
    /// Columns it takes, 1 to 4.
    pub width: i32,
}

/// A dashboard as it is kept, whoever asks.
#[derive(Debug, Clone)]
struct Stored {
    id: DashboardId,
    owner: UserId,
    name: String,
    is_shared: bool,
    version: i32,
    cards: Vec<StoredCard>,
    created_at: Instant,
    updated_at: Instant,
}

/// A card as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct StoredCard {
    id: DashboardCardId,
    form_id: FormId,
    chart: Chart,
    width: u8,
}

impl StoredCard {
    /// True when another card differs in its place at most.
    fn draws_the_same(&self, other: &Self) -> bool {
        let without_key = |card: &Self| Chart { key: String::new(), ..card.chart.clone() };
        (self.form_id, self.width) == (other.form_id, other.width) && without_key(self) == without_key(other)
    }
}

impl Stored {
    fn cards_json(&self) -> Result<String> {
        serde_json::to_string(&self.cards).map_err(Error::internal)
    }

    fn seen(self, forms: &[Form], home: Option<DashboardId>) -> Dashboard {
        let all = self.cards.len();
        let card = |card: StoredCard| {
            let form = forms.iter().find(|form| form.id == card.form_id)?.clone();
            let fault = card.chart.check(&form.definition).err();
            Some(Card { id: card.id, form, chart: card.chart, width: card.width, fault })
        };
        let cards: Vec<Card> = self.cards.into_iter().filter_map(card).collect();
        Dashboard {
            id: self.id,
            owner: self.owner,
            name: self.name,
            is_shared: self.is_shared,
            is_home: home == Some(self.id),
            version: self.version,
            hidden_cards: all - cards.len(),
            cards,
        }
    }
}

/// True when the actor may save dashboards that everybody has.
#[must_use]
pub fn may_share(ctx: &Ctx) -> bool {
    let is_full_user = matches!(ctx.actor(), Actor::User { role, .. } if role.is_full_user());
    // Whoever is limited to some registers has no say over what everybody has.
    is_full_user && !ctx.access().is_read_only && ctx.access().forms.is_none()
}

fn is_editable(ctx: &Ctx, (owner, is_shared): (UserId, bool)) -> bool {
    let is_own = ctx.actor().user_id() == Some(owner);
    !ctx.access().is_read_only && (if is_shared { may_share(ctx) } else { is_own })
}

/// The actor's own dashboards and the shared ones, by name.
pub async fn list(ctx: &Ctx) -> Result<Vec<Dashboard>> {
    ctx.require(Permission::Enter)?;
    let Some(actor) = ctx.actor().user_id() else { return Ok(Vec::new()) };
    let (forms, home) = (form::list(ctx).await?, repo::find_home(ctx.read(), actor).await?);
    let mut all: Vec<Dashboard> =
        repo::list(ctx, actor).await?.into_iter().map(|found| found.seen(&forms, home)).collect();
    all.sort_by_cached_key(|dashboard| (fold(&dashboard.name), dashboard.id));
    Ok(all)
}

/// One dashboard; not found when it is another's own.
pub async fn get(ctx: &Ctx, id: DashboardId) -> Result<Dashboard> {
    let found = visible(ctx, id).await?;
    let actor = ctx.actor().user_id().ok_or(Error::NotFound)?;
    let home = repo::find_home(ctx.read(), actor).await?;
    Ok(found.seen(&form::list(ctx).await?, home))
}

/// A dashboard as it is kept; not found when it is another's own.
async fn visible(ctx: &Ctx, id: DashboardId) -> Result<Stored> {
    ctx.require(Permission::Enter)?;
    let is_seen = |found: &Stored| found.is_shared || ctx.actor().user_id() == Some(found.owner);
    repo::find(ctx.read(), id).await?.filter(is_seen).ok_or(Error::NotFound)
}

/// Saves a dashboard: a new one, or in place of an own or shared one. Cards the actor may not see stay on it.
///
/// Whoever sees a shared one and may not change it may have it open for themselves: nothing but `is_home`
/// may differ then. `CONFLICT` at `version` when somebody else was first.
pub async fn save(ctx: &Ctx, save: DashboardSave) -> Result<Dashboard> {
    ctx.require(Permission::Enter)?;
    let actor = ctx.actor().user_id().filter(|_| !ctx.access().is_read_only).ok_or(Error::Forbidden)?;
    let forms = form::list(ctx).await?;
    let before = match save.id {
        Some(id) => Some(visible(ctx, id).await?),
        None => None,
    };
    if let Some(before) = before.as_ref().filter(|before| !is_editable(ctx, (before.owner, before.is_shared)))
    {
        return choose_home(ctx, (actor, before), (&save, &forms)).await;
    }
    if save.is_shared && !may_share(ctx) {
        return Err(Error::Forbidden);
    }
    let dashboard = checked(ctx, (actor, before.as_ref()), (&save, &forms))?;
    ctx.write(async |tx| {
        let is_full = repo::count_own(tx, &dashboard).await? >= MAX_DASHBOARDS
            || (dashboard.is_shared && repo::count_shared(tx, &dashboard).await? >= MAX_DASHBOARDS);
        if is_full {
            return Err(UserError::at("TOO_MANY", &["name"]).with("max", MAX_DASHBOARDS).into());
        }
        if before.is_none() {
            repo::insert(tx, &dashboard).await?;
        } else if !repo::save(tx, &dashboard).await? {
            return Err(Error::invalid("CONFLICT", &["version"]));
        }
        put_home(tx, actor, (dashboard.id, save.is_home)).await?;
        if !dashboard.is_shared {
            repo::unset_others(tx, &dashboard).await?;
        }
        log(ctx, tx, (before.as_ref(), Some(&dashboard))).await
    })
    .await?;
    let opens = save.is_home && (dashboard.is_shared || dashboard.owner == actor);
    let home = opens.then_some(dashboard.id);
    Ok(dashboard.seen(&forms, home))
}

/// The dashboard as it is to be kept; or all that is wrong with it.
fn checked(
    ctx: &Ctx,
    (actor, before): (UserId, Option<&Stored>),
    (save, forms): (&DashboardSave, &[Form]),
) -> Result<Stored> {
    let id = || DashboardCardId::generate(ctx.clock(), ctx.random());
    let (name, cards) = rules::check(save, forms, id).map_err(Error::Invalid)?;
    let known = before.map(|before| before.cards.as_slice()).unwrap_or_default();
    let mut cards = rules::keep_ids(cards, known);
    // Behind the others: whoever saves it cannot say where they stood.
    cards.extend(known.iter().filter(|card| !forms.iter().any(|form| form.id == card.form_id)).cloned());
    if cards.len() > MAX_CARDS {
        return Err(UserError::at("TOO_MANY", &["cards"]).with("max", MAX_CARDS).into());
    }
    let version = match before {
        None => 1,
        Some(before) if save.version == Some(before.version) => before.version + 1,
        Some(_) if save.version.is_none() => return Err(Error::invalid("REQUIRED", &["version"])),
        Some(_) => return Err(Error::invalid("CONFLICT", &["version"])),
    };
    let dashboard = Stored {
        id: before.map_or_else(|| DashboardId::generate(ctx.clock(), ctx.random()), |before| before.id),
        owner: before.map_or(actor, |before| before.owner),
        name,
        is_shared: save.is_shared,
        version,
        cards,
        created_at: before.map_or(ctx.now(), |before| before.created_at),
        updated_at: ctx.now(),
    };
    if dashboard.cards_json()?.len() > MAX_BYTES {
        return Err(UserError::at("TOO_LONG", &["cards"]).with("max", MAX_BYTES).into());
    }
    Ok(dashboard)
}

/// Has a dashboard open for who may not change it, when that is all that was asked.
async fn choose_home(
    ctx: &Ctx,
    (actor, before): (UserId, &Stored),
    (save, forms): (&DashboardSave, &[Form]),
) -> Result<Dashboard> {
    let seen: Vec<&StoredCard> =
        before.cards.iter().filter(|card| forms.iter().any(|form| form.id == card.form_id)).collect();
    let id = || DashboardCardId::generate(ctx.clock(), ctx.random());
    let (name, cards) = rules::check(save, forms, id).map_err(|_| Error::Forbidden)?;
    let is_same = name == before.name
        && save.is_shared == before.is_shared
        && cards.len() == seen.len()
        && cards.iter().zip(&seen).all(|(card, other)| card.draws_the_same(other));
    if !is_same {
        return Err(Error::Forbidden);
    }
    ctx.write(async |tx| put_home(tx, actor, (before.id, save.is_home)).await).await?;
    let home = save.is_home.then_some(before.id);
    Ok(before.clone().seen(forms, home))
}

async fn put_home(tx: &WriteTx, actor: UserId, (id, is_home): (DashboardId, bool)) -> Result<()> {
    if is_home { repo::set_home(tx, actor, id).await } else { repo::unset_home(tx, actor, id).await }
}

/// Deletes an own dashboard, or as a full user a shared one.
pub async fn delete(ctx: &Ctx, id: DashboardId) -> Result<()> {
    let found = visible(ctx, id).await?;
    if !is_editable(ctx, (found.owner, found.is_shared)) {
        return Err(Error::Forbidden);
    }
    ctx.write(async |tx| {
        repo::delete(tx, id).await?;
        log(ctx, tx, (Some(&found), None)).await
    })
    .await
}

/// What is kept of somebody who is erased: only what they share.
pub(crate) async fn forget_private(tx: &WriteTx, owner: UserId) -> Result<()> {
    repo::delete_private(tx, owner).await
}

/// What others have, or had, is of weight; own dashboards change all the time.
async fn log(ctx: &Ctx, tx: &WriteTx, (before, after): (Option<&Stored>, Option<&Stored>)) -> Result<()> {
    let Some(dashboard) = after.or(before) else { return Ok(()) };
    if ![before, after].into_iter().flatten().any(|dashboard| dashboard.is_shared) {
        return Ok(());
    }
    let action = match (before, after) {
        (None, _) => "dashboard.created",
        (Some(_), Some(_)) => "dashboard.updated",
        (Some(_), None) => "dashboard.deleted",
    };
    let told = |dashboard: &Stored| -> [(&'static str, Value); 3] {
        let cards = dashboard.cards.iter().map(|card| json!({ "form": card.form_id, "chart": card.chart }));
        [
            ("name", json!(dashboard.name)),
            ("isShared", json!(dashboard.is_shared)),
            ("cards", cards.collect::<Vec<_>>().into()),
        ]
    };
    let (before, after) = (before.map(told), after.map(told));
    let mut changes = serde_json::Map::new();
    let names = ["name", "isShared", "cards"];
    for (place, name) in names.into_iter().enumerate() {
        let of = |side: &Option<[(&'static str, Value); 3]>| {
            side.as_ref().and_then(|all| all.get(place)).map_or(Value::Null, |(_, value)| value.clone())
        };
        let (was, is) = (of(&before), of(&after));
        if was != is {
            changes.insert(name.to_owned(), json!([was, is]));
        }
    }
    let details = json!({ "name": dashboard.name, "changes": changes });
    audit::record(ctx, tx, AuditEntry::about(action, dashboard.id).with(details)).await
}
