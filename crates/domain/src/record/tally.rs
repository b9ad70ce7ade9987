//! Counts and sums of the records of a register, by their answers.

use chrono::NaiveDate;
use kernel::{Error, Instant, RecordId, Result, UserId, dutch_day};
use sea_orm::{
    Condition, ConnectionTrait, DbBackend, JoinType, QueryResult, QuerySelect, QueryTrait, TryGetable,
    sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func, SimpleExpr},
};
use uuid::Uuid;

use super::{
    RecordFilter, RecordSort,
    entity::{self, Column, value},
    query::ListQuery,
};
use crate::{Ctx, form::Form};

/// What records are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension<'a> {
    /// Where they stand.
    Status,
    /// The stretch they were made in: each begins at one of these moments, the oldest first.
    Created(&'a [Instant]),
    /// A day.
    Day(&'a str),
    /// A key or a word.
    Text(&'a str),
    /// A number.
    Number(&'a str),
    /// A user.
    User(&'a str),
    /// A record.
    Reference(&'a str),
}

/// What records hold of a dimension.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    /// Nothing.
    Empty,
    /// A key or a word.
    Text(String),
    /// A number.
    Number(f64),
    /// A day in the Netherlands; of when a record was made, the first of its stretch.
    Day(NaiveDate),
    /// Made before the first stretch.
    Earlier,
    /// One of the many that are not told apart.
    Other,
    /// Somebody.
    User(UserId),
    /// A record.
    Record(RecordId),
}

/// Which records to add up, and by what.
pub(crate) struct Tally<'a> {
    pub form: &'a Form,
    pub filter: &'a RecordFilter,
    pub group: Option<Dimension<'a>>,
    pub split: Option<Dimension<'a>>,
    /// Key of the field whose numbers are added up.
    pub measure: Option<&'a str>,
}

/// Records with the same answers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TallyRow {
    pub group: Answer,
    pub split: Answer,
    pub count: u32,
    /// Of those, how many hold a number.
    pub numbers: u32,
    pub sum: f64,
}

/// The aliases under which index rows are joined.
const GROUP: &str = "grouped";
const SPLIT: &str = "split";
const MEASURE: &str = "measured";

/// Adds up what the actor may see. A record with several answers counts under each of them.
pub(crate) async fn tally(ctx: &Ctx, tally: &Tally<'_>) -> Result<Vec<TallyRow>> {
    super::list::authorise(ctx, tally.form)?;
    let sort = RecordSort::default();
    let query = ListQuery { form: tally.form, filter: tally.filter, sort: &sort };
    let mut select = query.matching(ctx).await?.select_only();
    for (dimension, alias) in [(tally.group, GROUP), (tally.split, SPLIT)] {
        let Some(dimension) = dimension else { continue };
        if let Some((key, is_first)) = dimension.field() {
            join(QueryTrait::query(&mut select), (ctx, tally.form), (alias, key, is_first));
        }
        // By name: databases do not see that two expressions with parameters are the same.
        let name = Alias::new(format!("{alias}_by"));
        let by = Expr::col(name.clone());
        QueryTrait::query(&mut select).expr_as(dimension.column(alias), name).add_group_by([by]);
    }
    let statement = QueryTrait::query(&mut select);
    statement.expr(Func::count(Expr::col((entity::Entity, Column::Id))));
    if let Some(key) = tally.measure {
        join(statement, (ctx, tally.form), (MEASURE, key, true));
        let number = Expr::col((Alias::new(MEASURE), value::Column::NumberValue));
        statement.expr(Func::count(number.clone())).expr(Func::sum(number));
    }
    let rows = ctx.read().query_all(statement).await.map_err(Error::internal)?;
    rows.iter().map(|row| tally.read(row)).collect()
}

fn join(
    statement: &mut sea_orm::sea_query::SelectStatement,
    (ctx, form): (&Ctx, &Form),
    (alias, key, is_first): (&'static str, &str, bool),
) {
    let of = |column: value::Column| Expr::col((Alias::new(alias), column));
    let mut same = Condition::all()
        .add(of(value::Column::RecordId).equals((entity::Entity, Column::Id)))
        .add_option(of_form(ctx, form, of(value::Column::FormId)))
        .add(of(value::Column::FieldKey).eq(key));
    if is_first {
        same = same.add(of(value::Column::Position).eq(0));
    }
    statement.join_as(JoinType::LeftJoin, value::Entity, Alias::new(alias), same);
}

/// Says of index rows of a record what the record says already: of which form it is. PostgreSQL, which keeps
/// statistics, finds more ways to them by that. SQLite does not, and would walk through all rows of the field
/// for every record.
fn of_form(ctx: &Ctx, form: &Form, column: SimpleExpr) -> Option<SimpleExpr> {
    let is_postgres = ctx.read().get_database_backend() == DbBackend::Postgres;
    is_postgres.then(|| column.eq(form.id.uuid()))
}

impl Tally<'_> {
    fn read(&self, row: &QueryResult) -> Result<TallyRow> {
        let mut index = 0;
        let mut answer = |dimension: Option<Dimension<'_>>| match dimension {
            None => Ok(Answer::Empty),
            Some(dimension) => {
                index += 1;
                dimension.read(row, index - 1)
            }
        };
        let (group, split) = (answer(self.group)?, answer(self.split)?);
        let count = |at: usize| -> Result<u32> {
            Ok(u32::try_from(get::<i64>(row, at)?.unwrap_or_default()).unwrap_or(u32::MAX))
        };
        let (numbers, sum) = match self.measure {
            None => (0, 0.0),
            Some(_) => (count(index + 1)?, get::<f64>(row, index + 2)?.unwrap_or_default()),
        };
        Ok(TallyRow { group, split, count: count(index)?, numbers, sum })
    }
}

impl<'a> Dimension<'a> {
    /// True when a record can have several answers, and is counted under each.
    pub(crate) const fn has_several(self) -> bool {
        matches!(self, Self::Text(_) | Self::User(_) | Self::Reference(_))
    }

    /// The field it reads; of some only the first row of the index says it.
    fn field(self) -> Option<(&'a str, bool)> {
        match self {
            Self::Status | Self::Created(_) => None,
            Self::Day(key) | Self::Number(key) => Some((key, true)),
            Self::Text(key) | Self::User(key) | Self::Reference(key) => Some((key, false)),
        }
    }

    fn column(self, alias: &'static str) -> SimpleExpr {
        let of = |column: value::Column| Expr::col((Alias::new(alias), column));
        match self {
            Self::Status => Expr::col((entity::Entity, Column::Status)),
            Self::Created(begins) => stretch(begins),
            Self::Day(_) => of(value::Column::DateValue),
            Self::Text(_) => of(value::Column::TextValue),
            Self::Number(_) => of(value::Column::NumberValue),
            Self::User(_) => of(value::Column::UserId),
            Self::Reference(_) => of(value::Column::ReferenceId),
        }
    }

    fn read(self, row: &QueryResult, index: usize) -> Result<Answer> {
        let found = match self {
            Self::Status | Self::Text(_) => get(row, index)?.map(Answer::Text),
            Self::Created(begins) => {
                let place = get::<i64>(row, index)?.and_then(|place| usize::try_from(place).ok());
                let begin = place.and_then(|place| begins.get(place.checked_sub(1)?));
                Some(begin.map_or(Answer::Earlier, |at| Answer::Day(dutch_day(*at))))
            }
            Self::Day(_) => get(row, index)?.map(Answer::Day),
            Self::Number(_) => get(row, index)?.map(Answer::Number),
            Self::User(_) => get::<Uuid>(row, index)?.map(|id| Answer::User(UserId::from_uuid(id))),
            Self::Reference(_) => get::<Uuid>(row, index)?.map(|id| Answer::Record(RecordId::from_uuid(id))),
        };
        Ok(found.unwrap_or(Answer::Empty))
    }
}

/// How many of these moments lie before the making of a record.
fn stretch(begins: &[Instant]) -> SimpleExpr {
    let made = || Expr::col((entity::Entity, Column::CreatedAt));
    let mut place = CaseStatement::new();
    for (index, begin) in (0_i64..).zip(begins) {
        place = place.case(made().lt(*begin), index);
    }
    place.finally(i64::try_from(begins.len()).unwrap_or(i64::MAX)).into()
}

fn get<T>(row: &QueryResult, index: usize) -> Result<Option<T>>
where
    Option<T>: TryGetable,
{
    row.try_get_by_index::<Option<T>>(index).map_err(Error::internal)
}
