//! The list of a register: filter, sort and keyset paging as one statement.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use chrono::NaiveDate;
use kernel::{Cursor, Error, GroupId, Instant, RecordId, Result, UserId};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, Order, QueryFilter, QueryTrait, Select,
    sea_query::{Alias, Expr, ExprTrait, SimpleExpr},
};
use serde::{Deserialize, Serialize};

use super::{
    DeadlineState,
    condition::{FieldQuestion, Reader, Reading, containing},
    entity::{self, Column, value},
    index::{EMPTY_KEY, seconds},
    narrow::{hidden, narrow},
};
use crate::{
    Ctx,
    form::{Form, FormRight},
};

/// Which records of a register; all conditions must hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordFilter {
    /// Words anywhere in the number, the title or any text; literal, case and accents ignored.
    pub search: Option<String>,
    /// Any of these statuses.
    pub status_keys: Option<Vec<String>>,
    /// Conditions on fields.
    pub fields: Vec<FieldFilter>,
    /// Which part of the register.
    #[serde(default)]
    pub state: RecordState,
}

/// Whether records are in use, put away or thrown away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordState {
    /// Neither archived nor deleted.
    #[default]
    Active,
    /// Archived, and not deleted.
    Archived,
    /// In the recycle bin; none for who may not change every record of the form.
    Deleted,
}

/// Conditions on one field; all that are given must hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldFilter {
    /// The field.
    pub key: String,
    /// The text holds this, literally, case and accents ignored.
    pub contains: Option<String>,
    /// Any of these option keys or answers.
    pub any_of: Option<Vec<String>>,
    /// Any of these users.
    pub users: Option<Vec<UserId>>,
    /// Any of these groups.
    #[serde(default)]
    pub groups: Option<Vec<GroupId>>,
    /// Any of these records.
    pub references: Option<Vec<RecordId>>,
    /// A clock that stands in one of these ways.
    #[serde(default)]
    pub deadlines: Option<Vec<DeadlineState>>,
    /// Lowest number or score.
    pub number_from: Option<f64>,
    /// Highest number or score.
    pub number_to: Option<f64>,
    /// First day.
    pub date_from: Option<NaiveDate>,
    /// Last day.
    pub date_to: Option<NaiveDate>,
    /// Empty, or filled.
    pub is_empty: Option<bool>,
}

/// The most conditions on fields and the most choices in one condition: together they stay under
/// the 32,766 parameters a statement of `SQLite` may have.
const MAX_FIELDS: usize = 50;
const MAX_CHOICES: usize = 200;
/// The longest text a filter looks for, in characters.
const MAX_TEXT: usize = 1_000;

impl RecordFilter {
    /// Refuses what no database could answer.
    fn check(&self) -> Result<()> {
        let too_many = self.fields.len() > MAX_FIELDS
            || self.status_keys.as_ref().is_some_and(|keys| keys.len() > MAX_CHOICES)
            || self.fields.iter().any(FieldFilter::has_too_many_choices);
        if too_many {
            return Err(Error::bad_request("filter", "has more than 50 fields or 200 choices"));
        }
        let of_fields =
            self.fields.iter().flat_map(|field| field.contains.iter().chain(field.any_of.iter().flatten()));
        let mut texts = self.search.iter().chain(self.status_keys.iter().flatten()).chain(of_fields);
        if texts.any(|text| text.contains('\0') || text.chars().count() > MAX_TEXT) {
            return Err(Error::bad_request("filter", "looks for more than 1,000 characters or for NUL"));
        }
        Ok(())
    }
}

impl FieldFilter {
    fn has_too_many_choices(&self) -> bool {
        self.any_of.as_ref().is_some_and(|keys| keys.len() > MAX_CHOICES)
            || self.users.as_ref().is_some_and(|ids| ids.len() > MAX_CHOICES)
            || self.groups.as_ref().is_some_and(|ids| ids.len() > MAX_CHOICES)
            || self.references.as_ref().is_some_and(|ids| ids.len() > MAX_CHOICES)
    }
}

/// The order of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordSort {
    /// What it is sorted by.
    pub by: SortKey,
    /// Highest first.
    pub descending: bool,
}

/// What a list can be sorted by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// The record's number.
    Number,
    /// The status' key.
    Status,
    /// The latest change.
    UpdatedAt,
    /// The making.
    CreatedAt,
    /// A sortable field.
    Field(String),
}

impl Default for RecordSort {
    /// Newest first.
    fn default() -> Self {
        Self { by: SortKey::Number, descending: true }
    }
}

/// The last record's place in the order; the number makes it unique.
#[derive(Serialize, Deserialize)]
enum Place {
    Number(i64),
    Status(String, i64),
    Time(Instant, i64),
    Field(String, i64),
}

/// The alias under which the sorted field's index rows are joined.
const SORTED: &str = "sorted";

/// A list of one register as one actor may see it.
pub(super) struct ListQuery<'a> {
    pub form: &'a Form,
    pub filter: &'a RecordFilter,
    pub sort: &'a RecordSort,
}

impl ListQuery<'_> {
    /// All records that match, in no order.
    pub(super) async fn matching(&self, ctx: &Ctx) -> Result<Select<entity::Entity>> {
        Ok(self.found(ctx, Reading::Whole).await?.0)
    }

    /// Records that match; and whether they are found among few that are named.
    async fn found(&self, ctx: &Ctx, reading: Reading) -> Result<(Select<entity::Entity>, bool)> {
        self.filter.check()?;
        let questions = self.questions(ctx)?;
        let few = narrow(ctx, (self.form, self.filter), &questions).await?;
        let is_narrow = few.is_some();
        let of_form = few.unwrap_or_else(|| Column::FormId.eq(self.form.id.uuid()));
        let mut select = entity::Entity::find().filter(of_form).filter(self.in_state());
        if self.form.right == FormRight::Own {
            select = select.filter(Column::CreatedBy.eq(ctx.actor().user_id().map(kernel::TypedId::uuid)));
        }
        if let Some(keys) = &self.filter.status_keys {
            // Several statuses lie apart: in the order of the list they are met sooner than gathered and sorted.
            let is_walked = reading == Reading::InOrder && !is_narrow && keys.len() > 1;
            let status = if is_walked { hidden(Column::Status) } else { record(Column::Status) };
            select = select.filter(status.is_in(keys));
        }
        for word in self.filter.search.iter().flat_map(|search| search.split_whitespace()).take(20) {
            select = select.filter(Column::SearchText.like(containing(word)));
        }
        // Few records are asked one by one, whatever is made of them.
        let reading = if is_narrow { Reading::InOrder } else { reading };
        let reader = Reader { form: self.form, backend: ctx.read().get_database_backend(), reading };
        for question in questions {
            select = select.filter(question.condition(reader));
        }
        Ok((select, is_narrow))
    }

    fn questions(&self, ctx: &Ctx) -> Result<Vec<FieldQuestion>> {
        let ask = |filter: &FieldFilter| {
            let field = self.form.definition.field(&filter.key);
            let unknown = || Error::bad_request("filter", "names a field the form does not have");
            Ok(FieldQuestion::new(field.ok_or_else(unknown)?, filter, seconds(ctx.now())))
        };
        self.filter.fields.iter().map(ask).collect()
    }

    fn in_state(&self) -> Condition {
        let all = Condition::all();
        match self.filter.state {
            RecordState::Active => all.add(Column::ArchivedAt.is_null()).add(Column::DeletedAt.is_null()),
            RecordState::Archived => {
                all.add(Column::ArchivedAt.is_not_null()).add(Column::DeletedAt.is_null())
            }
            RecordState::Deleted if self.form.right == FormRight::Edit => {
                all.add(Column::DeletedAt.is_not_null())
            }
            RecordState::Deleted => all.add(Expr::value(false)),
        }
    }

    /// A page of what matches: at most `limit` records behind `after`.
    pub(super) async fn page(
        &self,
        ctx: &Ctx,
        after: Option<&Cursor>,
        limit: u64,
    ) -> Result<Select<entity::Entity>> {
        let (mut select, is_narrow) = self.found(ctx, Reading::InOrder).await?;
        let keys = self.order_columns()?;
        if let SortKey::Field(key) = &self.sort.by {
            // By the form the rows are found in their order; by the record when there are few.
            let of_form = (!is_narrow).then(|| sorted(value::Column::FormId).eq(self.form.id.uuid()));
            let same_record = Condition::all()
                .add(sorted(value::Column::RecordId).equals((entity::Entity, Column::Id)))
                .add_option(of_form)
                .add(sorted(value::Column::FieldKey).eq(key))
                .add(sorted(value::Column::Position).eq(0));
            QueryTrait::query(&mut select).join_as(
                JoinType::InnerJoin,
                value::Entity,
                Alias::new(SORTED),
                same_record,
            );
        }
        if let Some(after) = after {
            let tuple = Expr::tuple(keys.clone());
            let place = Expr::tuple(self.place_values(after)?);
            select = select.filter(if self.sort.descending { tuple.lt(place) } else { tuple.gt(place) });
        }
        let order = if self.sort.descending { Order::Desc } else { Order::Asc };
        let statement = QueryTrait::query(&mut select);
        for key in keys {
            statement.order_by_expr(key, order.clone());
        }
        statement.limit(limit);
        Ok(select)
    }

    /// The cursor behind a record of this list; `sort_key` only when sorted by a field.
    pub(super) fn cursor(&self, record: &entity::Model, sort_key: Option<&[u8]>) -> Result<Cursor> {
        let place = match self.sort.by {
            SortKey::Number => Place::Number(record.number),
            SortKey::Status => Place::Status(record.status.clone(), record.number),
            SortKey::UpdatedAt => Place::Time(record.updated_at, record.number),
            SortKey::CreatedAt => Place::Time(record.created_at, record.number),
            SortKey::Field(_) => {
                Place::Field(STANDARD_NO_PAD.encode(sort_key.unwrap_or(&EMPTY_KEY)), record.number)
            }
        };
        Cursor::encode(&self.name(), &place)
    }

    /// Names the list and its order, so that a cursor of another one is refused.
    fn name(&self) -> String {
        let direction = if self.sort.descending { "desc" } else { "asc" };
        format!("records:{}:{:?}:{direction}", self.form.id, self.sort.by)
    }

    fn order_columns(&self) -> Result<Vec<SimpleExpr>> {
        let number = record(Column::Number);
        Ok(match &self.sort.by {
            SortKey::Number => vec![number],
            SortKey::Status => vec![record(Column::Status), number],
            SortKey::UpdatedAt => vec![record(Column::UpdatedAt), number],
            SortKey::CreatedAt => vec![record(Column::CreatedAt), number],
            SortKey::Field(key) => {
                let field = self.form.definition.field(key);
                if !field.is_some_and(|field| field.kind.is_sortable()) {
                    return Err(Error::bad_request("sort", "names no field that can be sorted by"));
                }
                vec![sorted(value::Column::SortKey), sorted(value::Column::RecordNumber)]
            }
        })
    }

    fn place_values(&self, after: &Cursor) -> Result<Vec<SimpleExpr>> {
        let bad = || Error::bad_request("after", "is no cursor of this list");
        Ok(match (&self.sort.by, after.decode(&self.name())?) {
            (SortKey::Number, Place::Number(number)) => vec![Expr::value(number)],
            (SortKey::Status, Place::Status(status, number)) if !status.contains('\0') => {
                vec![Expr::value(status), Expr::value(number)]
            }
            (SortKey::UpdatedAt | SortKey::CreatedAt, Place::Time(at, number)) => {
                vec![Expr::value(at), Expr::value(number)]
            }
            (SortKey::Field(_), Place::Field(key, number)) => {
                let key = STANDARD_NO_PAD.decode(key).map_err(|_| bad())?;
                vec![Expr::value(key), Expr::value(number)]
            }
            // Nobody's but a forger's: the list's name fits, the place does not.
            _ => return Err(bad()),
        })
    }
}

fn record(column: Column) -> SimpleExpr {
    Expr::col((entity::Entity, column))
}

fn sorted(column: value::Column) -> SimpleExpr {
    Expr::col((Alias::new(SORTED), column))
}
