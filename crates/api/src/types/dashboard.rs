use async_graphql::{Context, ID, Object};
use domain::{
    chart,
    dashboard::{Card, Dashboard},
};

use super::{
    ChartDataObject, ChartObject, FormObject,
    user::{self, UserObject},
};
use crate::{error::Result, scope::Shared};

/// A page of charts.
pub(crate) struct DashboardObject(pub Dashboard);

/// A page of charts of several registers, as the viewer sees it.
#[Object(name = "Dashboard")]
impl DashboardObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Everybody has it too.
    async fn is_shared(&self) -> bool {
        self.0.is_shared
    }

    /// Opens for the viewer instead of the built-in start page.
    async fn is_home(&self) -> bool {
        self.0.is_home
    }

    /// Rises by one on every change; `saveDashboard` takes it.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Who saved it first.
    async fn owner(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, Some(self.0.owner)).await
    }

    /// What is on it, in order; at most 24. Cards of registers the viewer may not see, and of those that were
    /// put away, are left out.
    #[graphql(complexity = "24 * child_complexity + 1")]
    async fn cards(&self) -> Vec<DashboardCardObject> {
        self.0.cards.iter().cloned().map(DashboardCardObject).collect()
    }

    /// How many cards were left out.
    async fn hidden_cards(&self) -> usize {
        self.0.hidden_cards
    }

    /// The viewer may change and delete it.
    async fn viewer_can_edit(&self, cx: &Context<'_>) -> bool {
        self.0.is_editable_by(&cx.scope().ctx)
    }
}

/// A chart on a dashboard.
pub(crate) struct DashboardCardObject(Card);

/// A chart on a dashboard.
#[Object(name = "DashboardCard")]
impl DashboardCardObject {
    /// Global id; a card that is saved again as it was keeps it.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Of which register.
    async fn form(&self) -> FormObject {
        FormObject(self.0.form.clone())
    }

    /// What is drawn.
    async fn chart(&self) -> ChartObject {
        ChartObject(self.0.chart.clone())
    }

    /// Columns it takes: 1 to 4 of 4.
    async fn width(&self) -> u8 {
        self.0.width
    }

    /// The member of the chart that the register cannot fill any more, such as `groupBy`; null when all is
    /// well. Its data is empty then.
    async fn fault(&self) -> Option<String> {
        self.0.fault.map(|fault| fault.path().join("."))
    }

    /// What it draws.
    #[graphql(complexity = "child_complexity + 50")]
    async fn data(&self, cx: &Context<'_>) -> Result<ChartDataObject> {
        let Card { form, chart, fault, .. } = &self.0;
        let data = match fault {
            Some(_) => chart::ChartData::default(),
            None => chart::data(&cx.scope().ctx, form, chart).await?,
        };
        Ok(ChartDataObject { data, form: form.clone() })
    }
}
