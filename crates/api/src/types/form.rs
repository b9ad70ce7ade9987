use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject, connection::Connection};
use domain::{
    Permission, chart,
    form::{self, Category, Form, FormOrigin, FormRight},
    record::{self, FormCounts},
    text::fold,
};
use kernel::Error;

use super::{
    ChartDataObject, ChartInput, ChartObject, FieldObject, FormRevisionObject, LocaleName, RecordConnection,
    RecordFilterInput, RecordSortInput, SavedViewObject, StatusObject,
    field::{FieldGroupObject, say},
    form_access::{FormAccessObject, groups_in},
    record_connection, saved_view,
    scale::RiskLevelObject,
};
use crate::{
    connection::{page_request, plain},
    error::Result,
    scope::Shared,
};

/// Where a form came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FormOrigin")]
pub(crate) enum FormOriginName {
    /// A pack: its fields cannot be removed.
    Pack,
    /// Made in this environment.
    Own,
}

/// A group of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FormCategory", remote = "Category")]
pub(crate) enum FormCategoryName {
    /// Context and governance.
    Governance,
    /// Risks and controls.
    Risk,
    /// Daily operation.
    Operation,
    /// People.
    People,
    /// Privacy.
    Privacy,
    /// Checking and improving.
    Improvement,
    /// None of these.
    Other,
}

/// A clause of a standard or an article of a law.
#[derive(Debug, Clone, SimpleObject, InputObject)]
#[graphql(name = "FormRequirement", input_name = "FormRequirementInput")]
pub(crate) struct FormRequirementObject {
    /// "ISO 27001", "AVG".
    pub standard: String,
    /// "A.5.24", "33".
    pub code: String,
}

/// A register's definition.
pub(crate) struct FormObject(pub Form);

/// A register's definition, in the language asked for; in the viewer's unless one is given.
#[Object(name = "Form")]
impl FormObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Unique in the environment.
    async fn key(&self) -> &str {
        &self.0.definition.key
    }

    /// From a pack or made here.
    async fn origin(&self) -> FormOriginName {
        match self.0.origin {
            FormOrigin::Pack => FormOriginName::Pack,
            FormOrigin::Own => FormOriginName::Own,
        }
    }

    /// The register.
    async fn name(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.definition.name, locale)
    }

    /// One record.
    async fn singular_name(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.definition.singular_name, locale)
    }

    /// What the register is for and how to fill it in.
    async fn help(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.definition.help, locale)
    }

    /// Name of a Tabler icon.
    async fn icon(&self) -> &str {
        &self.0.definition.icon
    }

    /// What record numbers begin with.
    async fn number_prefix(&self) -> &str {
        &self.0.definition.number_prefix
    }

    /// The text field that names a record.
    async fn title_field_key(&self) -> &str {
        &self.0.definition.title_field
    }

    /// Headings the fields stand under.
    async fn groups(&self) -> Vec<FieldGroupObject> {
        self.0.definition.groups.iter().cloned().map(FieldGroupObject).collect()
    }

    /// The form's own fields in order, then the three every record has.
    async fn fields(&self) -> Vec<FieldObject> {
        FieldObject::all(&self.0.definition)
    }

    /// The statuses, in order; new records get the first.
    async fn statuses(&self) -> Vec<StatusObject> {
        self.0.definition.statuses.iter().cloned().map(StatusObject).collect()
    }

    /// The definition's revision: 1, 2, 3 …
    async fn revision(&self) -> i32 {
        self.0.revision
    }

    /// The group of the menu it stands in.
    async fn category(&self) -> FormCategoryName {
        self.0.definition.category.into()
    }

    /// Records may carry measures.
    async fn allows_measures(&self) -> bool {
        self.0.definition.allows_measures
    }

    /// What of which standard or law it helps to meet.
    async fn requirements(&self) -> Vec<FormRequirementObject> {
        let found = self.0.definition.requirements.iter();
        found
            .map(|one| FormRequirementObject { standard: one.standard.clone(), code: one.code.clone() })
            .collect()
    }

    /// Its published revisions, newest first.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity + 1")]
    async fn revisions(
        &self,
        cx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, FormRevisionObject>> {
        let page = page_request(first, after)?;
        let found = form::published(&cx.scope().ctx, &self.0, &page).await?;
        Ok(plain(found, page.after.is_some(), FormRevisionObject))
    }

    /// The viewer may publish new revisions.
    async fn viewer_can_design(&self, cx: &Context<'_>) -> bool {
        cx.scope().ctx.may(Permission::ManageForms)
    }

    /// Words a dynamic choice offers, those that hold `search` first by name; at most 50.
    #[graphql(complexity = "50")]
    async fn suggestions(
        &self,
        cx: &Context<'_>,
        field_key: String,
        search: Option<String>,
        first: Option<usize>,
    ) -> Result<Vec<String>> {
        let ctx = &cx.scope().ctx;
        let mut found = record::suggestions(ctx, &self.0, (&field_key, search.as_deref())).await?;
        found.truncate(first.unwrap_or(usize::MAX));
        Ok(found)
    }

    /// Records the viewer may see.
    async fn record_count(&self, cx: &Context<'_>) -> Result<u64> {
        Ok(self.counts(cx).await?.total())
    }

    /// The viewer may make records.
    async fn viewer_can_create(&self) -> bool {
        self.0.takes_records()
    }

    /// The viewer may change any record.
    async fn viewer_can_edit(&self) -> bool {
        self.0.right == FormRight::Edit
    }

    /// The viewer may read workbooks into it.
    async fn viewer_can_import(&self, cx: &Context<'_>) -> bool {
        cx.scope().ctx.may(Permission::Import) && self.0.takes_records()
    }

    /// What roles and groups may do with it: every role, then every group that something was given to.
    /// Needs `canManageForms`; null otherwise.
    #[graphql(complexity = "8 * child_complexity + 1")]
    async fn access(&self, cx: &Context<'_>) -> Result<Option<Vec<FormAccessObject>>> {
        let scope = cx.scope();
        if !scope.ctx.may(Permission::ManageForms) {
            return Ok(None);
        }
        let given = scope.form_access.load_one(self.0.id).await?.unwrap_or_default();
        let groups = scope.groups.load_many(groups_in(&given)).await?;
        let mut groups: Vec<_> = groups.into_values().collect();
        groups.sort_by_cached_key(|group| fold(&group.name));
        Ok(Some(FormAccessObject::all(&self.0.definition, &given, groups)))
    }

    /// The viewer may make files of it.
    async fn viewer_can_export(&self, cx: &Context<'_>) -> bool {
        cx.scope().ctx.may(Permission::Export)
    }

    /// Its records; the newest first unless sorted otherwise.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity + 1")]
    async fn records(
        &self,
        cx: &Context<'_>,
        filter: Option<RecordFilterInput>,
        sort: Option<RecordSortInput>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<RecordConnection> {
        record_connection(cx, &self.0, (filter, sort), &page_request(first, after)?).await
    }

    /// The viewer's own views of its list and the shared ones, by name.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn saved_views(&self, cx: &Context<'_>) -> Result<Vec<SavedViewObject>> {
        saved_view::saved_views(cx, self.0.id).await
    }

    /// Numbers of records by status, in the order of the statuses.
    async fn status_counts(&self, cx: &Context<'_>) -> Result<Vec<StatusCount>> {
        let counts = self.counts(cx).await?;
        let statuses = self.0.definition.statuses.iter().cloned();
        Ok(statuses
            .map(|status| StatusCount { count: counts.of(&status.key), status: StatusObject(status) })
            .collect())
    }

    /// The register's own charts.
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn charts(&self) -> Vec<ChartObject> {
        self.0.definition.charts.iter().cloned().map(ChartObject).collect()
    }

    /// What any chart of it draws, also one that is kept nowhere. A bad request names the member of the chart
    /// that this register cannot fill.
    #[graphql(complexity = "child_complexity + 50")]
    async fn chart_data(&self, cx: &Context<'_>, chart: ChartInput) -> Result<Option<ChartDataObject>> {
        let chart = chart.chart("preview").map_err(Error::from)?;
        let data = chart::data(&cx.scope().ctx, &self.0, &chart).await?;
        Ok(Some(ChartDataObject { data, form: self.0.clone() }))
    }

    /// Numbers of records per cell of the matrix of one likelihood x impact field.
    #[graphql(complexity = "20 * child_complexity + 50")]
    async fn risk_matrix(&self, cx: &Context<'_>, field_key: String) -> Result<Vec<RiskMatrixCell>> {
        let cells = record::risk_matrix(&cx.scope().ctx, &self.0, &field_key).await?;
        Ok(cells
            .into_iter()
            .map(|cell| RiskMatrixCell {
                likelihood: cell.likelihood,
                impact: cell.impact,
                score: u32::from(cell.likelihood) * u32::from(cell.impact),
                level: RiskLevelObject(cell.level),
                count: cell.count,
            })
            .collect())
    }
}

impl FormObject {
    async fn counts(&self, cx: &Context<'_>) -> Result<FormCounts> {
        Ok(cx.scope().counts.load_one(self.0.id).await?.unwrap_or_default())
    }
}

/// Records in one status.
#[derive(SimpleObject)]
pub(crate) struct StatusCount {
    /// The status.
    status: StatusObject,
    /// Records in it.
    count: u64,
}

/// One cell of the risk matrix.
#[derive(SimpleObject)]
pub(crate) struct RiskMatrixCell {
    /// Step of likelihood, from 1.
    likelihood: u8,
    /// Step of impact, from 1.
    impact: u8,
    /// Likelihood times impact.
    score: u32,
    /// The band it lies in.
    level: RiskLevelObject,
    /// Records in it.
    count: u64,
}
