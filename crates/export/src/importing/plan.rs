//! What a workbook asks for, row by row.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    form::{self, FieldKind, Form},
    group,
    record::{self, Change, ImportItem, LikelihoodImpact, Names, Record, Value, ValueChanges},
    text::fold,
    user,
};
use kernel::{Error, Locale, Result, UserError};

use super::{
    cells::{Fault, Known, Place, code_in, fault, step},
    errors::ImportError,
    mapping::Target,
    table::Table,
};
use crate::{CellValue, Row, Work, parse, register::VERSION};

/// Errors told at most.
const MAX_ERRORS: usize = 100;
/// Rows shown at most.
const MAX_ROWS: usize = 20;

/// What an import would do.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    /// Rows with anything in them.
    pub row_count: u64,
    /// Records it would make.
    pub create_count: u64,
    /// Records it would change.
    pub update_count: u64,
    /// Records that are already so.
    pub unchanged_count: u64,
    /// Records that were changed since the export and differ from their row: they are left alone.
    pub conflict_count: u64,
    /// Errors in all.
    pub error_count: u64,
    /// The first 100 errors.
    pub errors: Vec<ImportError>,
    /// The first 20 rows.
    pub rows: Vec<PlannedRow>,
}

/// What becomes of a row.
#[derive(Debug, Clone)]
pub struct PlannedRow {
    /// As Excel counts.
    pub row: u32,
    /// What becomes of it.
    pub action: PlannedAction,
    /// The record's code, when it exists.
    pub code: Option<String>,
    /// The title it would have.
    pub title: String,
    /// What would change.
    pub changes: Vec<Change>,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlannedAction {
    /// A new record.
    Create,
    /// A changed record.
    Update,
    /// The record is already so.
    Unchanged,
    /// The record was changed since it was exported, and differs from the row: it is left alone.
    Conflict,
    /// Something is wrong with it.
    Error,
}

/// A plan that can be carried out.
pub(super) struct Prepared {
    form: Form,
    pub errors: Vec<ImportError>,
    rows: Vec<(PlannedRow, Option<ImportItem>)>,
}

impl Prepared {
    pub(super) fn into_items(self) -> (Form, Vec<ImportItem>) {
        (self.form, self.rows.into_iter().filter_map(|(_, item)| item).collect())
    }

    pub(super) fn summary(self) -> ImportPlan {
        let count = |action| {
            let rows = self.rows.iter().filter(|(row, _)| row.action == action).count();
            u64::try_from(rows).unwrap_or(u64::MAX)
        };
        ImportPlan {
            row_count: u64::try_from(self.rows.len()).unwrap_or(u64::MAX),
            create_count: count(PlannedAction::Create),
            update_count: count(PlannedAction::Update),
            unchanged_count: count(PlannedAction::Unchanged),
            conflict_count: count(PlannedAction::Conflict),
            error_count: u64::try_from(self.errors.len()).unwrap_or(u64::MAX),
            errors: self.errors.into_iter().take(MAX_ERRORS).collect(),
            rows: self.rows.into_iter().take(MAX_ROWS).map(|(row, _)| row).collect(),
        }
    }
}

/// Reads every row against the register as it is now.
pub(super) async fn prepare(
    work: &Work,
    form: Form,
    table: Table,
    (targets, overwrite_conflicts): (Vec<(u32, Target)>, bool),
) -> Result<Prepared> {
    let existing = existing(work, &form, &table, &targets).await?;
    let reader = Reader {
        locale: table.own.as_ref().map_or(work.ctx.locale(), |own| own.locale),
        known: known(work, &table, (&targets, &existing)).await?,
        existing,
        table: &table,
        targets: &targets,
        form: &form,
        version_column: version_column(&form, &table, &targets).filter(|_| !overwrite_conflicts),
    };
    let mut errors = Vec::new();
    let mut seen = HashSet::new();
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let (planned, item, mut faults) = reader.read(work, row);
        if let Some(code) = planned.code.as_ref().filter(|code| !seen.insert((*code).clone())) {
            faults.push(reader.error(row, None, fault("DUPLICATE_NUMBER", &[("value", code)])));
        }
        let is_wrong = !faults.is_empty();
        errors.append(&mut faults);
        let action = if is_wrong { PlannedAction::Error } else { planned.action };
        rows.push((
            PlannedRow { action, ..planned },
            item.filter(|_| !is_wrong && action != PlannedAction::Conflict),
        ));
    }
    if rows.is_empty() {
        return Err(Error::invalid("NO_ROWS", &["sheetName"]));
    }
    Ok(Prepared { form, errors, rows })
}

/// Where the version stands that the records had when they were exported.
fn version_column(form: &Form, table: &Table, targets: &[(u32, Target)]) -> Option<u32> {
    let mapped = targets.iter().find(|(_, target)| matches!(target, Target::Version));
    let own = table.own.as_ref().filter(|own| own.form_key == form.definition.key);
    let ours = own.and_then(|own| own.columns.iter().position(|key| key == VERSION));
    mapped.map(|(column, _)| *column).or_else(|| u32::try_from(ours?).ok())
}

/// Everything that names in the sheet may stand for, in a few queries for each kind of thing.
async fn known(
    work: &Work,
    table: &Table,
    (targets, existing): (&[(u32, Target)], &HashMap<i64, Record>),
) -> Result<Known> {
    let kinds: Vec<(u32, &FieldKind)> = targets
        .iter()
        .filter_map(|(column, target)| match target {
            Target::Value(field) => Some((*column, &field.kind)),
            _ => None,
        })
        .collect();
    let names_users = kinds.iter().any(|(_, kind)| matches!(kind, FieldKind::User { .. }));
    let users = if names_users { user::all(&work.ctx).await? } else { Vec::new() };
    let mut known = Known::with_users(&users);
    if kinds.iter().any(|(_, kind)| matches!(kind, FieldKind::Group { .. })) {
        let groups = group::list(&work.ctx).await?;
        known.groups = groups.into_iter().map(|group| (fold(&group.name), group.id)).collect();
    }
    let held = existing.values().flat_map(|record| record.values.values());
    known.names = Names::of(&work.ctx, held.collect()).await?;
    for (column, kind) in kinds {
        let FieldKind::Reference { form: key, .. } = kind else { continue };
        let texts: Vec<String> =
            table.rows.iter().flat_map(|row| parse::parse_list(&table.cell(row, column))).collect();
        for form in form::list(&work.ctx).await?.iter() {
            if key.as_ref().is_none_or(|key| *key == form.definition.key) {
                records_named(work, form, (&texts, &mut known)).await?;
            }
        }
    }
    Ok(known)
}

/// Records of a form that are named by their codes.
async fn records_named(work: &Work, form: &Form, (texts, known): (&[String], &mut Known)) -> Result<()> {
    let numbers: HashSet<i64> = texts.iter().filter_map(|text| form.parse_code(code_in(text))).collect();
    if numbers.is_empty() {
        return Ok(());
    }
    let key = &form.definition.key;
    let numbers: Vec<i64> = numbers.into_iter().collect();
    for (number, record) in record::find_by_numbers(&work.ctx, form, &numbers).await? {
        known.records.insert((key.clone(), number), record.id);
    }
    known.forms.insert(key.clone(), form.clone());
    Ok(())
}

/// The records that the sheet names by their codes.
async fn existing(
    work: &Work,
    form: &Form,
    table: &Table,
    targets: &[(u32, Target)],
) -> Result<HashMap<i64, Record>> {
    let Some((column, _)) = targets.iter().find(|(_, target)| matches!(target, Target::Code)) else {
        return Ok(HashMap::new());
    };
    let numbers = table.rows.iter().filter_map(|row| number_in(form, row.cell(*column as usize)));
    let numbers: Vec<i64> = numbers.collect::<HashSet<_>>().into_iter().collect();
    record::find_by_numbers(&work.ctx, form, &numbers).await
}

/// A record's number: its code, or the bare number.
fn number_in(form: &Form, cell: &CellValue) -> Option<i64> {
    let text = parse::parse_text(cell)?;
    form.parse_code(&text).or_else(|| text.parse().ok())
}

/// Reads rows.
struct Reader<'a> {
    form: &'a Form,
    table: &'a Table,
    targets: &'a [(u32, Target)],
    locale: Locale,
    /// Absent when rows win from whatever was changed since.
    version_column: Option<u32>,
    known: Known,
    existing: HashMap<i64, Record>,
}

impl Reader<'_> {
    fn read(&self, work: &Work, row: &Row) -> (PlannedRow, Option<ImportItem>, Vec<ImportError>) {
        let mut errors = Vec::new();
        let mut planned = PlannedRow {
            row: row.number,
            action: PlannedAction::Error,
            code: None,
            title: String::new(),
            changes: Vec::new(),
        };
        let existing = match self.record_of(row) {
            Ok(existing) => existing,
            Err(error) => {
                errors.push(error);
                None
            }
        };
        planned.code = existing.map(|record| self.form.code(record.number));
        planned.title = existing.map(|record| record.title.clone()).unwrap_or_default();
        let (values, status) = self.values(row, existing, &mut errors);
        if !errors.is_empty() {
            return (planned, None, errors);
        }
        let item = ImportItem { existing: existing.cloned(), values, status };
        match item.outcome(&work.ctx, self.form) {
            Ok(outcome) => {
                planned.title = outcome.record.title;
                planned.action = match (existing, outcome.changes.is_empty()) {
                    (None, _) => PlannedAction::Create,
                    (Some(_), true) => PlannedAction::Unchanged,
                    (Some(record), false) if self.was_changed_since(row, record) => PlannedAction::Conflict,
                    (Some(_), false) => PlannedAction::Update,
                };
                planned.changes = outcome.changes;
                (planned, Some(item), errors)
            }
            Err(Error::Invalid(wrong)) => {
                errors.extend(wrong.0.into_iter().map(|error| self.placed(row, error)));
                (planned, None, errors)
            }
            Err(error) => {
                tracing::error!(%error, "a row could not be read");
                errors.push(self.error(row, None, fault("JOB_FAILED", &[])));
                (planned, None, errors)
            }
        }
    }

    /// Whether the record has another version than the row says it was exported with.
    fn was_changed_since(&self, row: &Row, record: &Record) -> bool {
        let cell = self.version_column.map(|column| row.cell(column as usize));
        let exported = cell.and_then(|cell| parse::parse_number(cell, self.locale));
        exported.is_some_and(|version| (version - f64::from(record.version)).abs() > 0.5)
    }

    fn record_of(&self, row: &Row) -> Result<Option<&Record>, ImportError> {
        let Some((column, _)) = self.targets.iter().find(|(_, target)| matches!(target, Target::Code)) else {
            return Ok(None);
        };
        let cell = row.cell(*column as usize);
        if cell.is_blank() {
            return Ok(None);
        }
        let found = number_in(self.form, cell).and_then(|number| self.existing.get(&number));
        let text = parse::parse_text(cell).unwrap_or_default();
        found
            .map(Some)
            .ok_or_else(|| self.error(row, Some(*column), fault("UNKNOWN_NUMBER", &[("value", &text)])))
    }

    fn values(
        &self,
        row: &Row,
        existing: Option<&Record>,
        errors: &mut Vec<ImportError>,
    ) -> (ValueChanges, Option<String>) {
        let (mut values, mut status) = (ValueChanges::new(), None);
        let mut steps: BTreeMap<&str, (Option<u8>, Option<u8>, u32)> = BTreeMap::new();
        for (column, target) in self.targets {
            let cell = self.table.cell(row, *column);
            let read = match target {
                Target::Code | Target::Version => Ok(()),
                Target::Status => self.status(&cell).map(|found| status = found),
                Target::Value(field) => {
                    let place = Place { field, locale: self.locale, existing, known: &self.known };
                    place.read(&cell).map(|value| drop(values.insert(field.key.clone(), value)))
                }
                Target::Likelihood(field) => step(&cell)
                    .map(|found| steps.entry(&field.key).or_insert((None, None, *column)).0 = found),
                Target::Impact(field) => step(&cell)
                    .map(|found| steps.entry(&field.key).or_insert((None, None, *column)).1 = found),
            };
            if let Err(fault) = read {
                errors.push(self.error(row, Some(*column), fault));
            }
        }
        for (key, (likelihood, impact, column)) in steps {
            match (likelihood, impact) {
                (Some(likelihood), Some(impact)) => {
                    let place = Value::LikelihoodImpact(LikelihoodImpact { likelihood, impact });
                    values.insert(key.to_owned(), Some(place));
                }
                (None, None) => drop(values.insert(key.to_owned(), None)),
                _ => errors.push(self.error(row, Some(column), fault("INCOMPLETE_SCORE", &[]))),
            }
        }
        (values, status)
    }

    fn status(&self, cell: &CellValue) -> Result<Option<String>, Fault> {
        let Some(text) = parse::parse_text(cell) else { return Ok(None) };
        let wanted = fold(&text);
        let named = self.form.definition.statuses.iter().find(|status| {
            status.key == text || Locale::ALL.iter().any(|locale| fold(status.label.get(*locale)) == wanted)
        });
        named
            .map(|status| Some(status.key.clone()))
            .ok_or_else(|| fault("UNKNOWN_STATUS", &[("value", &text)]))
    }

    /// An error of the register's rules, at the column that fills the field.
    fn placed(&self, row: &Row, error: UserError) -> ImportError {
        let key = error.path.last().map(String::as_str);
        let column =
            self.targets.iter().find(|(_, target)| target.field_key().is_some() && target.field_key() == key);
        let mut placed = self.error(row, column.map(|(column, _)| *column), (error.code, error.params));
        if placed.header.is_none() {
            let field = key.and_then(|key| self.form.definition.field(key));
            placed.header = field.map(|field| field.label.get(self.locale).to_owned());
        }
        placed
    }

    fn error(&self, row: &Row, column: Option<u32>, (code, params): Fault) -> ImportError {
        let header = column.and_then(|column| self.table.header(column)).map(str::to_owned);
        ImportError { row: row.number, column, header, code, params }
    }
}
