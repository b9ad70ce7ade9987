use std::collections::{HashMap, HashSet};

use kernel::{Error, FormId, Instant, RecordId, Result, UserId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DerivePartialModel, EntityTrait, FromQueryResult, JoinType,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Alias, Expr, ExprTrait, Func},
};
use uuid::Uuid;

use super::{
    Change, ChangeKind, Record, RecordChange, Values,
    condition::containing,
    entity::{self, Column, change, value},
    index::{self, Owner},
    query::ListQuery,
    search,
};
use crate::{
    Ctx, WriteTx, file,
    form::{Form, FormRight},
    user::User,
};

/// Words offered at once.
const MAX_WORDS: u64 = 50;
/// Rows per INSERT and ids per SELECT: far under the 32,766 parameters a statement of `SQLite` may have.
const PER_STATEMENT: usize = 1_000;

impl TryFrom<entity::Model> for Record {
    type Error = Error;

    fn try_from(row: entity::Model) -> Result<Self> {
        Ok(Self {
            id: RecordId::from_uuid(row.id),
            form_id: FormId::from_uuid(row.form_id),
            number: row.number,
            title: row.title,
            status: row.status,
            values: serde_json::from_value(row.doc).map_err(Error::internal)?,
            version: row.version,
            created_at: row.created_at,
            created_by: row.created_by.map(UserId::from_uuid),
            updated_at: row.updated_at,
            updated_by: row.updated_by.map(UserId::from_uuid),
            is_archived: row.archived_at.is_some(),
            deleted_at: row.deleted_at,
            deleted_by: row.deleted_by.map(UserId::from_uuid),
        })
    }
}

/// A record of a list with its place in the order.
#[derive(FromQueryResult)]
pub(super) struct Listed {
    #[sea_orm(nested)]
    pub record: entity::Model,
    pub sort_key: Option<Vec<u8>>,
}

pub(super) async fn page(
    ctx: &Ctx,
    query: &ListQuery<'_>,
    after: Option<&kernel::Cursor>,
    limit: u64,
) -> Result<Vec<Listed>> {
    let mut select = query.page(ctx, after, limit).await?;
    let sort_key = match query.sort.by {
        super::SortKey::Field(_) => Expr::col((Alias::new("sorted"), value::Column::SortKey)),
        _ => Expr::cust("NULL"),
    };
    QueryTrait::query(&mut select).expr_as(sort_key, Alias::new("sort_key"));
    select.into_model::<Listed>().all(ctx.read()).await.map_err(Error::internal)
}

pub(super) async fn count(ctx: &Ctx, query: &ListQuery<'_>) -> Result<u64> {
    let counted: Option<i64> = query
        .matching(ctx)
        .await?
        .select_only()
        .expr_as(Func::count(Expr::col((entity::Entity, Column::Id))), "count")
        .into_tuple()
        .one(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(counted.and_then(|count| u64::try_from(count).ok()).unwrap_or_default())
}

/// Records by id, those in the recycle bin too.
pub(super) async fn find_many<C: ConnectionTrait>(db: &C, ids: &[RecordId]) -> Result<Vec<Record>> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(PER_STATEMENT) {
        let query = entity::Entity::find().filter(Column::Id.is_in(chunk.iter().map(|id| id.uuid())));
        for row in query.all(db).await.map_err(Error::internal)? {
            found.push(Record::try_from(row)?);
        }
    }
    Ok(found)
}

/// What a link to a record shows.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "entity::Entity")]
pub(super) struct Heading {
    pub id: Uuid,
    pub form_id: Uuid,
    pub number: i64,
    pub title: String,
    pub created_by: Option<Uuid>,
}

/// Those in the recycle bin are absent: a link to one shows nothing.
pub(super) async fn headings(ctx: &Ctx, ids: &[RecordId]) -> Result<Vec<Heading>> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(PER_STATEMENT) {
        let query = entity::Entity::find()
            .filter(Column::DeletedAt.is_null())
            .filter(Column::Id.is_in(chunk.iter().map(|id| id.uuid())));
        found.extend(query.into_partial_model::<Heading>().all(ctx.read()).await.map_err(Error::internal)?);
    }
    Ok(found)
}

/// Records of one form by number, those in the recycle bin too.
pub(super) async fn find_by_numbers(
    ctx: &Ctx,
    form: FormId,
    numbers: &[i64],
) -> Result<HashMap<i64, Record>> {
    let mut found = HashMap::with_capacity(numbers.len());
    for chunk in numbers.chunks(PER_STATEMENT) {
        let rows = entity::Entity::find()
            .filter(Column::FormId.eq(form.uuid()))
            .filter(Column::Number.is_in(chunk.iter().copied()))
            .all(ctx.read())
            .await
            .map_err(Error::internal)?;
        for row in rows {
            found.insert(row.number, Record::try_from(row)?);
        }
    }
    Ok(found)
}

/// Neither archived nor in the recycle bin.
fn in_use() -> Condition {
    Condition::all().add(Column::ArchivedAt.is_null()).add(Column::DeletedAt.is_null())
}

/// Numbers of visible records of several forms, by form and status.
pub(super) async fn count_by_status(ctx: &Ctx, forms: &[&Form]) -> Result<Vec<(FormId, String, u64)>> {
    let ids = |right: fn(FormRight) -> bool| -> Vec<Uuid> {
        forms.iter().filter(|form| right(form.right)).map(|form| form.id.uuid()).collect()
    };
    let all = ids(|right| right >= FormRight::View);
    let own = ids(|right| right == FormRight::Own);
    let is_own = Column::CreatedBy.eq(ctx.actor().user_id().map(kernel::TypedId::uuid));
    let visible = Condition::any()
        .add(Column::FormId.is_in(all))
        .add(Condition::all().add(Column::FormId.is_in(own)).add(is_own));
    let rows: Vec<(Uuid, String, i64)> = entity::Entity::find()
        .select_only()
        .columns([Column::FormId, Column::Status])
        .expr_as(Func::count(Expr::col((entity::Entity, Column::Id))), "count")
        .filter(in_use())
        .filter(visible)
        .group_by(Column::FormId)
        .group_by(Column::Status)
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    let typed =
        |(form, status, count)| (FormId::from_uuid(form), status, u64::try_from(count).unwrap_or_default());
    Ok(rows.into_iter().map(typed).collect())
}

/// Numbers of records by cell of the risk matrix, as the index names the cells.
pub(super) async fn count_by_cell(
    ctx: &Ctx,
    query: &ListQuery<'_>,
    key: &str,
) -> Result<HashMap<String, u64>> {
    let ids = QueryTrait::into_query(query.matching(ctx).await?.select_only().column(Column::Id));
    let rows: Vec<(String, i64)> = value::Entity::find()
        .select_only()
        .column(value::Column::TextValue)
        .expr_as(Func::count(Expr::col(value::Column::RecordId)), "count")
        .filter(value::Column::FormId.eq(query.form.id.uuid()))
        .filter(value::Column::FieldKey.eq(key))
        .filter(value::Column::TextValue.is_not_null())
        .filter(value::Column::RecordId.in_subquery(ids))
        .group_by(value::Column::TextValue)
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(rows.into_iter().map(|(cell, count)| (cell, u64::try_from(count).unwrap_or_default())).collect())
}

/// Values of records in these forms that point to one record; those in the recycle bin do not count.
fn pointing(id: RecordId, forms: &[Uuid]) -> Select<value::Entity> {
    let deleted = entity::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::FormId.is_in(forms.iter().copied()))
        .filter(Column::DeletedAt.is_not_null());
    value::Entity::find()
        .filter(value::Column::ReferenceId.eq(id.uuid()))
        .filter(value::Column::FormId.is_in(forms.iter().copied()))
        .filter(value::Column::RecordId.not_in_subquery(QueryTrait::into_query(deleted)))
}

/// Records that point to one record, with the field by which they do, newest first.
pub(super) async fn pointing_to(
    ctx: &Ctx,
    id: RecordId,
    forms: &[Uuid],
    after: Option<(Uuid, String)>,
) -> Result<Vec<(Uuid, String)>> {
    let mut select = pointing(id, forms)
        .select_only()
        .columns([value::Column::RecordId, value::Column::FieldKey])
        .order_by_desc(value::Column::RecordId)
        .order_by_desc(value::Column::FieldKey)
        .limit(u64::from(kernel::MAX_PAGE_SIZE) + 1);
    if let Some((record, field)) = after {
        let key = Expr::tuple([Expr::col(value::Column::RecordId), Expr::col(value::Column::FieldKey)]);
        select = select.filter(key.lt(Expr::tuple([Expr::value(record), Expr::value(field)])));
    }
    select.into_tuple().all(ctx.read()).await.map_err(Error::internal)
}

pub(super) async fn count_pointing_to(ctx: &Ctx, id: RecordId, forms: &[Uuid]) -> Result<u64> {
    use sea_orm::PaginatorTrait;
    pointing(id, forms).count(ctx.read()).await.map_err(Error::internal)
}

/// A record with the version it makes and what it changed; written by [`insert`] and [`save`].
pub(super) struct Saving<'a> {
    pub record: &'a Record,
    pub form: &'a Form,
    pub users: &'a HashMap<UserId, User>,
}

impl Saving<'_> {
    fn owner(&self) -> Owner {
        Owner { record_id: self.record.id.uuid(), form_id: self.form.id.uuid(), number: self.record.number }
    }

    pub(super) fn index_rows(&self) -> Vec<value::ActiveModel> {
        index::rows(self.owner(), &self.form.definition, &self.record.values, self.users)
    }

    fn search_text(&self) -> String {
        let code = self.form.code(self.record.number);
        index::search_text(&code, &self.form.definition, &self.record.values)
    }
}

/// The row of a record; whether it is archived, and how its search index knows it, the record itself does not tell.
pub(super) fn row(
    saving: &Saving<'_>,
    (archived_at, search_row): (Option<Instant>, i64),
) -> Result<entity::ActiveModel> {
    let record = saving.record;
    Ok(entity::ActiveModel {
        id: Set(record.id.uuid()),
        form_id: Set(saving.form.id.uuid()),
        number: Set(record.number),
        title: Set(record.title.clone()),
        status: Set(record.status.clone()),
        doc: Set(document(&record.values)?),
        search_text: Set(saving.search_text()),
        search_row: Set(search_row),
        form_revision_id: Set(saving.form.revision_id.uuid()),
        version: Set(record.version),
        created_at: Set(record.created_at),
        created_by: Set(record.created_by.map(kernel::TypedId::uuid)),
        updated_at: Set(record.updated_at),
        updated_by: Set(record.updated_by.map(kernel::TypedId::uuid)),
        archived_at: Set(archived_at),
        deleted_at: Set(record.deleted_at),
        deleted_by: Set(record.deleted_by.map(kernel::TypedId::uuid)),
    })
}

/// Writes new records with their index rows.
pub(super) async fn insert(tx: &WriteTx, all: &[Saving<'_>]) -> Result<()> {
    let mut rows = Vec::with_capacity(all.len());
    for (saving, search_row) in all.iter().zip(search::rows(tx, all.len()).await?) {
        rows.push(row(saving, (None, search_row))?);
    }
    insert_chunked(tx, rows).await?;
    file::link(tx, all.iter().map(|saving| saving.record)).await?;
    insert_index(tx, all.iter().flat_map(Saving::index_rows).collect()).await
}

/// Writes rows of the index, but for those that point to a record that was purged: the document keeps them,
/// and they show nothing.
async fn insert_index(tx: &WriteTx, mut rows: Vec<value::ActiveModel>) -> Result<()> {
    let target = |row: &value::ActiveModel| row.reference_id.try_as_ref().copied().flatten();
    let named: HashSet<Uuid> = rows.iter().filter_map(target).collect();
    let named: Vec<Uuid> = named.into_iter().collect();
    let mut known: HashSet<Uuid> = HashSet::with_capacity(named.len());
    for chunk in named.chunks(PER_STATEMENT) {
        let found: Vec<Uuid> = entity::Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::Id.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(tx.connection())
            .await
            .map_err(Error::internal)?;
        known.extend(found);
    }
    rows.retain(|row| target(row).is_none_or(|id| known.contains(&id)));
    insert_chunked(tx, rows).await
}

/// Overwrites a record whose version is still `expected_version`; false when another was first.
pub(super) async fn save(tx: &WriteTx, saving: &Saving<'_>, expected_version: i32) -> Result<bool> {
    let record = saving.record;
    let update = entity::Entity::update_many()
        .col_expr(Column::Title, Expr::value(record.title.clone()))
        .col_expr(Column::Status, Expr::value(record.status.clone()))
        .col_expr(Column::Doc, Expr::value(document(&record.values)?))
        .col_expr(Column::SearchText, Expr::value(saving.search_text()))
        .col_expr(Column::FormRevisionId, Expr::value(saving.form.revision_id.uuid()))
        .col_expr(Column::Version, Expr::value(record.version))
        .col_expr(Column::UpdatedAt, Expr::value(record.updated_at))
        .col_expr(Column::UpdatedBy, Expr::value(record.updated_by.map(kernel::TypedId::uuid)))
        .filter(Column::Id.eq(record.id.uuid()))
        .filter(Column::Version.eq(expected_version))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    if update.rows_affected == 0 {
        return Ok(false);
    }
    value::Entity::delete_many()
        .filter(value::Column::RecordId.eq(record.id.uuid()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    file::link(tx, std::iter::once(record)).await?;
    insert_index(tx, saving.index_rows()).await?;
    Ok(true)
}

pub(super) fn document(values: &Values) -> Result<serde_json::Value> {
    serde_json::to_value(values).map_err(Error::internal)
}

/// Writes lines of history.
pub(super) async fn insert_changes(tx: &WriteTx, changes: Vec<RecordChange>) -> Result<()> {
    let rows = changes
        .into_iter()
        .map(|line| {
            Ok(change::ActiveModel {
                id: Set(line.id.uuid()),
                record_id: Set(line.record_id.uuid()),
                version: Set(line.version),
                at: Set(line.at),
                actor_user_id: Set(line.by.map(kernel::TypedId::uuid)),
                kind: Set(line.kind.as_str().to_owned()),
                changes: Set(serde_json::to_value(&line.changes).map_err(Error::internal)?),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    insert_chunked(tx, rows).await
}

pub(super) async fn insert_chunked<A>(tx: &WriteTx, rows: Vec<A>) -> Result<()>
where
    A: sea_orm::ActiveModelTrait,
{
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<A> = rows.by_ref().take(PER_STATEMENT).collect();
        A::Entity::insert_many(chunk)
            .exec_without_returning(tx.connection())
            .await
            .map_err(Error::internal)?;
    }
    Ok(())
}

/// A page of one record's history, newest first: at most `limit` lines before version `before`.
pub(super) async fn history(
    ctx: &Ctx,
    id: RecordId,
    before: Option<i32>,
    limit: u64,
) -> Result<Vec<RecordChange>> {
    let mut select = change::Entity::find()
        .filter(change::Column::RecordId.eq(id.uuid()))
        .order_by_desc(change::Column::Version)
        .limit(limit);
    if let Some(version) = before {
        select = select.filter(change::Column::Version.lt(version));
    }
    let rows = select.all(ctx.read()).await.map_err(Error::internal)?;
    rows.into_iter().map(read_change).collect()
}

pub(super) fn read_change(row: change::Model) -> Result<RecordChange> {
    let changes: Vec<Change> = serde_json::from_value(row.changes).map_err(Error::internal)?;
    Ok(RecordChange {
        id: kernel::RecordChangeId::from_uuid(row.id),
        record_id: RecordId::from_uuid(row.record_id),
        version: row.version,
        at: row.at,
        by: row.actor_user_id.map(UserId::from_uuid),
        kind: ChangeKind::parse(&row.kind).ok_or_else(|| Error::internal("unknown kind of change"))?,
        changes,
    })
}

/// Form ids of records that are not in the recycle bin, for checking references.
pub(super) async fn form_ids<C: ConnectionTrait>(
    db: &C,
    ids: &[RecordId],
) -> Result<HashMap<RecordId, FormId>> {
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(PER_STATEMENT) {
        let rows: Vec<(Uuid, Uuid)> = entity::Entity::find()
            .select_only()
            .columns([Column::Id, Column::FormId])
            .filter(Column::DeletedAt.is_null())
            .filter(Column::Id.is_in(chunk.iter().map(|id| id.uuid())))
            .into_tuple()
            .all(db)
            .await
            .map_err(Error::internal)?;
        found.extend(rows.into_iter().map(|(id, form)| (RecordId::from_uuid(id), FormId::from_uuid(form))));
    }
    Ok(found)
}

/// Which of these folded texts a field of a form holds in some record.
pub(super) async fn known_texts(
    ctx: &Ctx,
    (form, field): (&Form, &str),
    folded: &HashSet<String>,
) -> Result<HashSet<String>> {
    let texts: Vec<&String> = folded.iter().collect();
    let mut found = HashSet::with_capacity(texts.len());
    for chunk in texts.chunks(PER_STATEMENT) {
        let rows: Vec<String> = value::Entity::find()
            .select_only()
            .column(value::Column::TextValue)
            .filter(value::Column::FormId.eq(form.id.uuid()))
            .filter(value::Column::FieldKey.eq(field))
            .filter(value::Column::TextValue.is_in(chunk.iter().map(|text| index::indexed(text))))
            .into_tuple()
            .all(ctx.read())
            .await
            .map_err(Error::internal)?;
        found.extend(rows);
    }
    Ok(found)
}

/// Texts of a field that hold `search`, each once, by name, as they are written; at most 50.
pub(super) async fn words(ctx: &Ctx, (form, field): (&Form, &str), search: &str) -> Result<Vec<String>> {
    let rows = value::Entity::find()
        .select_only()
        .column(value::Column::RecordId)
        .filter(value::Column::FormId.eq(form.id.uuid()))
        .filter(value::Column::FieldKey.eq(field))
        .filter(value::Column::SearchValue.like(containing(search.trim())))
        .order_by_asc(value::Column::SortKey)
        .limit(MAX_WORDS);
    let docs: Vec<serde_json::Value> = entity::Entity::find()
        .select_only()
        .column(Column::Doc)
        .filter(Column::Id.in_subquery(QueryTrait::into_query(rows)))
        .filter(Column::ArchivedAt.is_null())
        .filter(Column::DeletedAt.is_null())
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    let mut found = std::collections::BTreeMap::new();
    for doc in docs {
        let values: Values = serde_json::from_value(doc).map_err(Error::internal)?;
        if let Some(super::Value::Text(text)) = values.get(field) {
            found.insert(crate::text::fold(text), text.clone());
        }
    }
    Ok(found.into_values().collect())
}

/// Records that name somebody in one of their fields, without those archived or in the recycle bin.
pub(super) async fn naming<C: ConnectionTrait>(db: &C, user: UserId) -> Result<Vec<Record>> {
    let naming = value::Entity::find()
        .select_only()
        .column(value::Column::RecordId)
        .filter(value::Column::UserId.eq(user.uuid()));
    let rows = entity::Entity::find()
        .filter(in_use())
        .filter(Column::Id.in_subquery(QueryTrait::into_query(naming)))
        .order_by_asc(Column::FormId)
        .order_by_asc(Column::Number)
        .all(db)
        .await
        .map_err(Error::internal)?;
    rows.into_iter().map(Record::try_from).collect()
}

/// Records of one form in one status that name somebody.
pub(super) struct Naming {
    pub user: UserId,
    pub form: FormId,
    pub status: String,
    pub records: u64,
}

/// Numbers of records that name several people, by form and status.
pub(super) async fn count_naming(ctx: &Ctx, users: &[UserId]) -> Result<Vec<Naming>> {
    let record_id = (value::Entity, value::Column::RecordId);
    let mut select = value::Entity::find()
        .select_only()
        .columns([value::Column::UserId, value::Column::FormId])
        .column(Column::Status)
        .expr_as(Func::count_distinct(Expr::col(record_id)), "count")
        .filter(value::Column::UserId.is_in(users.iter().map(|id| id.uuid())))
        .filter(in_use())
        .group_by(value::Column::UserId)
        .group_by(value::Column::FormId)
        .group_by(Column::Status);
    let same = Expr::col(record_id).equals((entity::Entity, Column::Id));
    QueryTrait::query(&mut select).join(JoinType::InnerJoin, entity::Entity, same);
    let rows: Vec<(Uuid, Uuid, String, i64)> =
        select.into_tuple().all(ctx.read()).await.map_err(Error::internal)?;
    let typed = |(user, form, status, count)| Naming {
        user: UserId::from_uuid(user),
        form: FormId::from_uuid(form),
        status,
        records: u64::try_from(count).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(typed).collect())
}

/// Gives every value that names somebody another place in sorted lists.
pub(super) async fn set_user_sort_key(tx: &WriteTx, user: UserId, sort_key: Vec<u8>) -> Result<()> {
    value::Entity::update_many()
        .col_expr(value::Column::SortKey, Expr::value(sort_key))
        .filter(value::Column::UserId.eq(user.uuid()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}
