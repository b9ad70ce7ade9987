//! Conditions on one field, as tests of its index rows.

use sea_orm::{
    ColumnTrait, Condition, DbBackend,
    sea_query::{Expr, ExprTrait, LikeExpr, Query, SelectStatement, SimpleExpr},
};

use super::{
    DeadlineState, FieldFilter,
    entity::{self, Column, value},
    index::{EMPTY_KEY, MET, MISSED, RUNNING, URGENT},
};
use crate::{
    form::{Field, Form},
    text::fold,
};

/// How records are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// One after the other, until a page is full: each asks for its own index rows.
    InOrder,
    /// All that match: the index rows that hold are found first.
    Whole,
}

/// A register of a database, read in one way.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub form: &'a Form,
    pub backend: DbBackend,
    pub reading: Reading,
}

/// What a filter asks of one field.
pub(super) struct FieldQuestion {
    key: String,
    /// For each of these there must be an index row of the field.
    rows: Vec<SimpleExpr>,
    /// Those of them that the database has an order for: what matches has a row of every one.
    pub ways: Vec<SimpleExpr>,
    deadlines: Option<Vec<DeadlineState>>,
    /// There must be no row that holds anything.
    is_empty: bool,
    now: f64,
}

impl FieldQuestion {
    /// `now` in seconds since 1970.
    pub(super) fn new(field: &Field, filter: &FieldFilter, now: f64) -> Self {
        let mut ways = ways(filter);
        // A field that can be sorted by has its first row even where it is empty.
        let is_empty = filter.is_empty == Some(true);
        if is_empty && field.kind.is_sortable() {
            ways.push(value::Column::SortKey.eq(EMPTY_KEY.to_vec()).and(value::Column::Position.eq(0)));
        }
        let mut rows = ways.clone();
        let is_empty = is_empty && !field.kind.is_sortable();
        if let Some(text) = filter.contains.as_deref().filter(|text| !text.trim().is_empty()) {
            rows.push(value::Column::SearchValue.like(containing(text.trim())));
        }
        if let Some(states) = &filter.deadlines {
            ways.extend(states.iter().map(|state| deadline_row(*state, now)).reduce(ExprTrait::or));
        }
        Self { key: filter.key.clone(), rows, ways, deadlines: filter.deadlines.clone(), is_empty, now }
    }

    /// The index rows of one way, by the record they are of.
    pub(super) fn select(&self, form: &Form, way: SimpleExpr) -> SelectStatement {
        Query::select()
            .column(value::Column::RecordId)
            .from(value::Entity)
            .and_where(value::Column::FormId.eq(form.id.uuid()))
            .and_where(value::Column::FieldKey.eq(&self.key))
            .and_where(way)
            .take()
    }

    /// True for records that answer it.
    pub(super) fn condition(self, reader: Reader<'_>) -> Condition {
        let has = |row: SimpleExpr| self.has(reader, row);
        let mut all = Condition::all();
        for row in &self.rows {
            all = all.add(has(row.clone()));
        }
        if let Some(states) = &self.deadlines {
            let any = states.iter().map(|state| deadline_condition(*state, self.now, &has));
            all = all.add(any.fold(Condition::any(), Condition::add));
        }
        if self.is_empty {
            all = all.add(has(value::Column::SortKey.lt(EMPTY_KEY.to_vec())).not());
        }
        all
    }

    /// True for records with an index row of the field for which `row` holds.
    fn has(&self, Reader { form, backend, reading }: Reader<'_>, row: SimpleExpr) -> SimpleExpr {
        if reading == Reading::Whole {
            return Expr::col((entity::Entity, Column::Id)).in_subquery(self.select(form, row));
        }
        let mut rows = Query::select()
            .expr(Expr::value(1))
            .from(value::Entity)
            .and_where(value::Column::RecordId.into_expr().equals((entity::Entity, Column::Id)))
            .and_where(value::Column::FieldKey.eq(&self.key))
            .and_where(row)
            .take();
        if backend == DbBackend::Postgres {
            // Says nothing, and keeps the planner from collecting all such rows before the first record.
            rows.offset(0);
        }
        Expr::exists(rows)
    }
}

/// Tests for which an index has the rows together.
fn ways(filter: &FieldFilter) -> Vec<SimpleExpr> {
    let mut ways = Vec::new();
    if let Some(keys) = &filter.any_of {
        ways.push(value::Column::TextValue.is_in(keys));
    }
    if let Some(ids) = &filter.users {
        ways.push(value::Column::UserId.is_in(ids.iter().map(|id| id.uuid())));
    }
    if let Some(ids) = &filter.groups {
        ways.push(value::Column::TextValue.is_in(ids.iter().map(ToString::to_string)));
    }
    if let Some(ids) = &filter.references {
        ways.push(value::Column::ReferenceId.is_in(ids.iter().map(|id| id.uuid())));
    }
    let from = filter.number_from.map(|low| value::Column::NumberValue.gte(low));
    let to = filter.number_to.map(|high| value::Column::NumberValue.lte(high));
    ways.extend(from.into_iter().chain(to).reduce(ExprTrait::and));
    // The second row of a running clock says when it becomes urgent: that is no day it is due.
    let from = filter.date_from.map(|first| value::Column::DateValue.gte(first));
    let to = filter.date_to.map(|last| value::Column::DateValue.lte(last));
    let days = from.into_iter().chain(to).reduce(ExprTrait::and);
    ways.extend(days.map(|days| days.and(value::Column::Position.eq(0))));
    if filter.is_empty == Some(false) {
        ways.push(value::Column::SortKey.lt(EMPTY_KEY.to_vec()));
    }
    ways
}

/// True for the first row of clocks that may stand in one way at a moment.
fn deadline_row(state: DeadlineState, now: f64) -> SimpleExpr {
    let is = |text: &str| value::Column::TextValue.eq(text);
    match state {
        DeadlineState::Running | DeadlineState::Soon => is(RUNNING).and(value::Column::NumberValue.gte(now)),
        DeadlineState::Overdue => is(RUNNING).and(value::Column::NumberValue.lt(now)),
        DeadlineState::Met => is(MET),
        DeadlineState::Missed => is(MISSED),
    }
}

/// True for clocks that stand in one way at a moment.
fn deadline_condition(state: DeadlineState, now: f64, has: &dyn Fn(SimpleExpr) -> SimpleExpr) -> Condition {
    let all = Condition::all().add(has(deadline_row(state, now)));
    let is_urgent = || has(value::Column::TextValue.eq(URGENT).and(value::Column::NumberValue.lte(now)));
    match state {
        DeadlineState::Running => all.add(is_urgent().not()),
        DeadlineState::Soon => all.add(is_urgent()),
        DeadlineState::Overdue | DeadlineState::Met | DeadlineState::Missed => all,
    }
}

/// A pattern that matches any text which holds `text` literally, folded.
pub(super) fn containing(text: &str) -> LikeExpr {
    let mut pattern = String::from("%");
    for c in fold(text).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    LikeExpr::new(pattern).escape('\\')
}
