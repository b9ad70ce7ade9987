//! Dashboards, and files of charts.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::dashboard::{self, CardSave, DashboardSave};
use export::ChartRequest;
use kernel::{DashboardId, Error, Locale};

use super::work;
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{ChartInput, DashboardObject, Date, LocaleName},
};

/// A dashboard to be saved.
#[derive(InputObject)]
struct SaveDashboardInput {
    /// The dashboard it takes the place of: an own one, or for full users a shared one; a new one when absent.
    id: Option<ID>,
    /// The version the change was made upon; needed with `id`.
    version: Option<i32>,
    /// 1 to 80 characters.
    name: String,
    /// Everybody has it too: for full users.
    is_shared: bool,
    /// Opens for the viewer instead of the built-in start page. Whoever may not change a shared one may change
    /// this, and nothing else.
    is_home: bool,
    /// What is on it, in order; at most 24. Cards the viewer does not see stay on it.
    #[graphql(validator(max_items = 100))]
    cards: Vec<DashboardCardInput>,
}

/// A card to be saved.
#[derive(InputObject)]
struct DashboardCardInput {
    /// Key of the register.
    form_key: String,
    /// What is drawn.
    chart: ChartInput,
    /// Columns it takes: 1 to 4 of 4.
    #[graphql(default = 2)]
    width: i32,
}

/// A dashboard to be deleted.
#[derive(InputObject)]
struct DeleteDashboardInput {
    /// Which.
    id: ID,
}

/// A chart to be made into a file.
#[derive(InputObject)]
struct ExportChartInput {
    /// Key of the register.
    form_key: String,
    /// What is drawn.
    chart: ChartInput,
    /// The file's language; the viewer's unless given.
    locale: Option<LocaleName>,
    /// The past day at whose end the register is drawn; as it stands now unless given.
    as_of: Option<Date>,
}

/// The dashboard as it is now.
#[derive(SimpleObject)]
struct SaveDashboardPayload {
    /// As it is now; with `CONFLICT` as somebody else saved it.
    dashboard: Option<DashboardObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// What came of deleting a dashboard.
#[derive(SimpleObject)]
struct DeleteDashboardPayload {
    /// Which one is gone.
    deleted_id: Option<ID>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A small file, whole.
#[derive(SimpleObject)]
struct InlineFile {
    /// What to call it.
    file_name: String,
    /// Its media type.
    media_type: String,
    /// Its bytes, in base64.
    base64: String,
}

/// The file.
#[derive(SimpleObject)]
struct ExportChartPayload {
    /// The file.
    file: Option<InlineFile>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct DashboardMutation;

#[Object]
impl DashboardMutation {
    /// Saves a dashboard; at most 100 of one person's.
    async fn save_dashboard(
        &self,
        cx: &Context<'_>,
        input: SaveDashboardInput,
    ) -> Result<SaveDashboardPayload> {
        let ctx = &cx.scope().ctx;
        let id = input.id.as_ref().map(parse_id).transpose()?;
        let card = |card: DashboardCardInput| CardSave {
            form_key: card.form_key,
            chart: card.chart.chart("card"),
            width: card.width,
        };
        let save = DashboardSave {
            id,
            version: input.version,
            name: input.name,
            is_shared: input.is_shared,
            is_home: input.is_home,
            cards: input.cards.into_iter().map(card).collect(),
        };
        let (mut dashboard, user_errors) = outcome(dashboard::save(ctx, save).await)?;
        if let Some(id) = id.filter(|_| user_errors.iter().any(|error| error.code == "CONFLICT")) {
            dashboard = Some(dashboard::get(ctx, id).await?);
        }
        Ok(SaveDashboardPayload { dashboard: dashboard.map(DashboardObject), user_errors })
    }

    /// Deletes an own dashboard, or as a full user a shared one.
    async fn delete_dashboard(
        &self,
        cx: &Context<'_>,
        input: DeleteDashboardInput,
    ) -> Result<DeleteDashboardPayload> {
        let deleted = dashboard::delete(&cx.scope().ctx, parse_id(&input.id)?).await;
        let (deleted, user_errors) = outcome(deleted)?;
        Ok(DeleteDashboardPayload { deleted_id: deleted.map(|()| input.id), user_errors })
    }

    /// Makes an Excel workbook of the table behind a chart.
    #[graphql(complexity = "1_000 + child_complexity")]
    async fn export_chart(&self, cx: &Context<'_>, input: ExportChartInput) -> Result<ExportChartPayload> {
        let request = ChartRequest {
            form_key: input.form_key,
            chart: input.chart.chart("chart"),
            locale: input.locale.map_or_else(|| cx.scope().ctx.locale(), Locale::from),
            as_of: input.as_of.map(|day| day.0),
        };
        let (file, user_errors) = outcome(export::export_chart(&work(cx), request).await)?;
        let file = file.map(|file| InlineFile {
            file_name: file.name,
            media_type: file.media_type.to_owned(),
            base64: STANDARD.encode(file.bytes),
        });
        Ok(ExportChartPayload { file, user_errors })
    }
}

/// A malformed id points to nothing, like any unknown one.
fn parse_id(id: &ID) -> Result<DashboardId> {
    Ok(id.parse().map_err(|_| Error::NotFound)?)
}
