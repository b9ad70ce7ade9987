use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject, connection::Connection};
use chrono::{DateTime, Utc};
use domain::{
    Permission, comment,
    form::{self, Form},
    record::{self, FieldFilter, FieldTotal, Record, RecordFilter, RecordList, RecordSort, SortKey},
};
use kernel::{Error, PageRequest};

use super::{
    Date, FormObject, LocaleName, RecordChangeObject, StatusObject,
    change::RecordChangeConnection,
    comment::{CommentConnection, comment_connection},
    field::say,
    prefetch::prefetch,
    user::{self, UserObject},
    value::{FieldValueObject, value_object},
    value_more::DeadlineStateName,
};
use crate::{
    connection::{connection, page_request, plain},
    error::{ApiError, Result},
    scope::Shared,
};

/// One filled-in form.
pub(crate) struct RecordObject {
    pub record: Record,
    pub form: Form,
}

/// One filled-in form.
#[Object(name = "Record")]
impl RecordObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.record.id.to_string().into()
    }

    /// The register it is of.
    async fn form(&self) -> FormObject {
        FormObject(self.form.clone())
    }

    /// 1, 2, 3 … within the register.
    async fn number(&self) -> i64 {
        self.record.number
    }

    /// The number with its prefix.
    async fn code(&self) -> String {
        self.form.code(self.record.number)
    }

    /// The value of the title field.
    async fn title(&self) -> &str {
        &self.record.title
    }

    /// Where it stands.
    async fn status(&self) -> StatusObject {
        StatusObject(self.form.status_or_unknown(&self.record.status))
    }

    /// Rises by one on every change; give it back when updating.
    async fn version(&self) -> i32 {
        self.record.version
    }

    /// The values in the order of the form, the standard fields last: all of them, or those of some fields.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn values(&self, cx: &Context<'_>, keys: Option<Vec<String>>) -> Result<Vec<FieldValueObject>> {
        let wanted = self.form.definition.all_fields();
        let wanted = wanted.filter(|field| keys.as_ref().is_none_or(|keys| keys.contains(&field.key)));
        futures::future::try_join_all(wanted.map(async |field| {
            let value = match self.record.values.get(&field.key) {
                Some(value) => value_object(cx, field, value).await?,
                None => None,
            };
            Ok::<_, ApiError>(FieldValueObject { key: field.key.clone(), value })
        }))
        .await
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.record.created_at
    }

    /// By whom; null when the product itself made it.
    async fn created_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.record.created_by).await
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.record.updated_at
    }

    /// By whom; null when the product itself did it.
    async fn updated_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.record.updated_by).await
    }

    /// Put away: it can be read, and not changed.
    async fn is_archived(&self) -> bool {
        self.record.is_archived
    }

    /// In the recycle bin.
    async fn is_deleted(&self) -> bool {
        self.record.is_deleted()
    }

    /// Since when it is in the recycle bin.
    async fn deleted_at(&self) -> Option<DateTime<Utc>> {
        self.record.deleted_at
    }

    /// Who put it in the recycle bin; null when it is not there, or when the product itself did.
    async fn deleted_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.record.deleted_by).await
    }

    /// The viewer may change it: not when it is archived or deleted.
    async fn viewer_can_edit(&self, cx: &Context<'_>) -> bool {
        self.record.is_editable_by(cx.scope().ctx.actor(), &self.form)
    }

    /// The viewer may archive it, or take it out of the archive: not when it is in the recycle bin.
    async fn viewer_can_archive(&self) -> bool {
        self.form.lets_put_away() && !self.record.is_deleted()
    }

    /// The viewer may put it in the recycle bin, or take it out.
    async fn viewer_can_delete(&self) -> bool {
        self.form.lets_put_away()
    }

    /// The viewer may remove it for good: it is in the recycle bin.
    async fn viewer_can_purge(&self, cx: &Context<'_>) -> bool {
        let may = cx.scope().ctx.may(Permission::PurgeRecords) && self.form.lets_put_away();
        may && self.record.is_deleted()
    }

    /// The viewer may say something at it.
    async fn viewer_can_comment(&self, cx: &Context<'_>) -> bool {
        comment::may_comment(&cx.scope().ctx, &self.record, &self.form)
    }

    /// How many comments there are, without deleted ones.
    async fn comment_count(&self, cx: &Context<'_>) -> Result<u64> {
        Ok(cx.scope().comment_counts.load_one(self.record.id).await?.unwrap_or_default())
    }

    /// What people said at it, newest first, with what is left of deleted ones. Ask it of one record rather than
    /// of a list.
    #[graphql(complexity = "200 + first.unwrap_or(20).clamp(1, 100) as usize * child_complexity")]
    async fn comments(
        &self,
        cx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<CommentConnection> {
        comment_connection(cx, (&self.record, &self.form), &page_request(first, after)?).await
    }

    /// Records that point to this one, newest first. Ask it of one record rather than of a list.
    #[graphql(complexity = "200 + first.unwrap_or(20).clamp(1, 100) as usize * child_complexity")]
    async fn referenced_by(
        &self,
        cx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, ReferenceObject, ReferenceTotals>> {
        let page = page_request(first, after)?;
        let found = record::pointing_to(&cx.scope().ctx, self.record.id, &page).await?;
        let ids: Vec<_> = found.items.iter().map(|(_, pointing)| pointing.record_id).collect();
        let records = cx.scope().records.load_many(ids).await?;
        let forms = form::list(&cx.scope().ctx).await?;
        let mut visible =
            kernel::Page { items: Vec::with_capacity(found.items.len()), has_next: found.has_next };
        for (cursor, pointing) in found.items {
            let Some(record) = records.get(&pointing.record_id).cloned() else { continue };
            let Some(form) = forms.iter().find(|form| form.id == record.form_id).cloned() else { continue };
            let reference = ReferenceObject { record, form, field_key: pointing.field_key };
            visible.items.push((cursor, reference));
        }
        let totals = ReferenceTotals { id: self.record.id };
        Ok(connection(visible, page.after.is_some(), totals, |reference| reference))
    }

    /// What each version changed, newest first. Ask it of one record rather than of a list.
    #[graphql(complexity = "200 + first.unwrap_or(20).clamp(1, 100) as usize * child_complexity")]
    async fn history(
        &self,
        cx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<RecordChangeConnection> {
        let page = page_request(first, after)?;
        let found = record::history(&cx.scope().ctx, &self.record, &page).await?;
        let lines = RecordChangeObject::read(&cx.scope().ctx, &self.form, found).await?;
        Ok(plain(lines, page.after.is_some(), |line| line))
    }
}

/// A record that points to another, and by which of its fields.
pub(crate) struct ReferenceObject {
    record: Record,
    form: Form,
    field_key: String,
}

/// A record that points here, and by which of its fields.
#[Object(name = "Reference")]
impl ReferenceObject {
    /// The record that points here.
    async fn record(&self) -> RecordObject {
        RecordObject { record: self.record.clone(), form: self.form.clone() }
    }

    /// By this field of its form.
    async fn field_key(&self) -> &str {
        &self.field_key
    }

    /// What that field is called.
    async fn field_label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        let field = self.form.definition.field(&self.field_key);
        field.map_or_else(|| self.field_key.clone(), |field| say(cx, &field.label, locale))
    }
}

/// Counts of a list of references, made only when asked for.
pub(crate) struct ReferenceTotals {
    id: kernel::RecordId,
}

/// Counts, made only when asked for.
#[Object]
impl ReferenceTotals {
    /// How many fields of other records point here.
    async fn total_count(&self, cx: &Context<'_>) -> Result<u64> {
        Ok(record::count_pointing_to(&cx.scope().ctx, self.id).await?)
    }
}

/// A page of records.
pub(crate) type RecordConnection = Connection<String, RecordObject, RecordTotals>;

/// Counts of a list of records, made only when asked for.
pub(crate) struct RecordTotals {
    form: Form,
    filter: RecordFilter,
}

/// Counts, made only when asked for.
#[Object]
impl RecordTotals {
    /// How many records match.
    async fn total_count(&self, cx: &Context<'_>) -> Result<u64> {
        let sort = RecordSort::default();
        let list = RecordList { form: &self.form, filter: &self.filter, sort: &sort };
        Ok(record::count(&cx.scope().ctx, list).await?)
    }

    /// What at most 20 fields come to over all records that match, and not those of the page alone: numbers, and
    /// likelihood x impact fields by their score. Others come to nothing.
    #[graphql(complexity = "50 + total_fields.len() * child_complexity")]
    async fn totals(&self, cx: &Context<'_>, total_fields: Vec<String>) -> Result<Vec<FieldTotalObject>> {
        let sort = RecordSort::default();
        let list = RecordList { form: &self.form, filter: &self.filter, sort: &sort };
        let totals = record::totals(&cx.scope().ctx, list, &total_fields).await?;
        Ok(totals.into_iter().map(FieldTotalObject::from).collect())
    }
}

/// What one field comes to over all records that match.
#[derive(SimpleObject)]
#[graphql(name = "FieldTotal")]
pub(crate) struct FieldTotalObject {
    /// The field.
    key: String,
    /// Records that have a number there.
    count: u64,
    /// All of them together; null when there is none, as for the others.
    sum: Option<f64>,
    /// The arithmetic mean.
    average: Option<f64>,
    /// The lowest.
    minimum: Option<f64>,
    /// The highest.
    maximum: Option<f64>,
}

impl From<FieldTotal> for FieldTotalObject {
    fn from(total: FieldTotal) -> Self {
        let FieldTotal { key, count, sum, average, minimum, maximum } = total;
        Self { key, count, sum, average, minimum, maximum }
    }
}

/// Reads a page of one register.
pub(crate) async fn record_connection(
    cx: &Context<'_>,
    form: &Form,
    (filter, sort): (Option<RecordFilterInput>, Option<RecordSortInput>),
    page: &PageRequest,
) -> Result<RecordConnection> {
    let filter = filter.unwrap_or_default().into_filter()?;
    let sort = sort.map(|sort| sort.into_sort(form)).transpose()?.unwrap_or_default();
    let found =
        record::list(&cx.scope().ctx, RecordList { form, filter: &filter, sort: &sort }, page).await?;
    prefetch(cx, &found).await?;
    let totals = RecordTotals { form: form.clone(), filter };
    Ok(connection(found, page.after.is_some(), totals, |record| RecordObject { record, form: form.clone() }))
}

/// Which records; all conditions must hold.
#[derive(Debug, Default, Clone, InputObject)]
#[graphql(name = "RecordFilter")]
pub(crate) struct RecordFilterInput {
    /// Words anywhere in the number, the title or any text; literal, case and accents ignored.
    search: Option<String>,
    /// Any of these statuses.
    status_keys: Option<Vec<String>>,
    /// Conditions on fields.
    #[graphql(validator(max_items = 50))]
    fields: Option<Vec<FieldFilterInput>>,
    /// Which part of the register; those in use when absent.
    state: Option<RecordStateName>,
}

/// Whether records are in use, put away or thrown away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "RecordState", remote = "record::RecordState")]
pub(crate) enum RecordStateName {
    /// Neither archived nor deleted.
    Active,
    /// Archived, and not deleted.
    Archived,
    /// In the recycle bin; none for who may not change every record of the register.
    Deleted,
}

/// Conditions on one field; all that are given must hold.
#[derive(Debug, Clone, InputObject)]
#[graphql(name = "FieldFilter")]
pub(crate) struct FieldFilterInput {
    /// The field.
    key: String,
    /// The text holds this, literally, case and accents ignored.
    contains: Option<String>,
    /// Any of these option keys, or of `YES`, `NO`, `NOT_APPLICABLE`.
    any_of: Option<Vec<String>>,
    /// Any of these users.
    users: Option<Vec<ID>>,
    /// Any of these records.
    references: Option<Vec<ID>>,
    /// Any of these groups.
    groups: Option<Vec<ID>>,
    /// A deadline clock that stands in one of these ways now.
    deadlines: Option<Vec<DeadlineStateName>>,
    /// Lowest number, or score of a likelihood x impact field.
    number_from: Option<f64>,
    /// Highest number or score.
    number_to: Option<f64>,
    /// First day.
    date_from: Option<Date>,
    /// Last day.
    date_to: Option<Date>,
    /// True: only where the field is empty; false: only where it is filled.
    is_empty: Option<bool>,
}

/// The order of a list.
#[derive(Debug, Clone, InputObject)]
#[graphql(name = "RecordSort")]
pub(crate) struct RecordSortInput {
    /// What it is sorted by.
    by: RecordSortKey,
    /// The field, with `by: FIELD`.
    field_key: Option<String>,
    /// Which way.
    direction: SortDirection,
}

/// What a list can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum RecordSortKey {
    /// The record's number.
    Number,
    /// The title.
    Title,
    /// The status.
    Status,
    /// The latest change.
    UpdatedAt,
    /// The making.
    CreatedAt,
    /// A field that can be sorted by.
    Field,
}

/// Which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum SortDirection {
    /// Lowest first.
    Asc,
    /// Highest first.
    Desc,
}

impl RecordFilterInput {
    /// The service's filter.
    pub(crate) fn into_filter(self) -> Result<RecordFilter> {
        let fields = self.fields.unwrap_or_default();
        Ok(RecordFilter {
            search: self.search.filter(|text| !text.trim().is_empty()),
            status_keys: self.status_keys,
            fields: fields.into_iter().map(FieldFilterInput::into_filter).collect::<Result<_>>()?,
            state: self.state.map(Into::into).unwrap_or_default(),
        })
    }
}

impl FieldFilterInput {
    fn into_filter(self) -> Result<FieldFilter> {
        Ok(FieldFilter {
            key: self.key,
            contains: self.contains,
            any_of: self.any_of,
            users: self.users.map(|ids| parse_ids(&ids)).transpose()?,
            references: self.references.map(|ids| parse_ids(&ids)).transpose()?,
            groups: self.groups.map(|ids| parse_ids(&ids)).transpose()?,
            deadlines: self.deadlines.map(|states| states.into_iter().map(Into::into).collect()),
            number_from: self.number_from,
            number_to: self.number_to,
            date_from: self.date_from.map(|date| date.0),
            date_to: self.date_to.map(|date| date.0),
            is_empty: self.is_empty,
        })
    }
}

impl RecordSortInput {
    /// The service's order; a title is the form's title field.
    pub(crate) fn into_sort(self, form: &Form) -> Result<RecordSort> {
        let by = match (self.by, self.field_key) {
            (RecordSortKey::Number, _) => SortKey::Number,
            (RecordSortKey::Title, _) => SortKey::Field(form.definition.title_field.clone()),
            (RecordSortKey::Status, _) => SortKey::Status,
            (RecordSortKey::UpdatedAt, _) => SortKey::UpdatedAt,
            (RecordSortKey::CreatedAt, _) => SortKey::CreatedAt,
            (RecordSortKey::Field, Some(key)) => SortKey::Field(key),
            (RecordSortKey::Field, None) => {
                return Err(Error::bad_request("fieldKey", "is needed with FIELD").into());
            }
        };
        Ok(RecordSort { by, descending: self.direction == SortDirection::Desc })
    }
}

/// Reads ids of one kind; a malformed one is a client's fault.
pub(crate) fn parse_ids<T: std::str::FromStr>(ids: &[ID]) -> Result<Vec<T>> {
    ids.iter().map(|id| parse_id(id)).collect()
}

/// Reads an id of one kind.
pub(crate) fn parse_id<T: std::str::FromStr>(id: &ID) -> Result<T> {
    id.parse().map_err(|_| Error::bad_request("id", "is no id of the kind that belongs here").into())
}
